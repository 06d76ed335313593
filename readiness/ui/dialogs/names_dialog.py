"""Names for systems: one for a rename, several for a split, one and a partner for a merge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.services.drafts import LONGEST_NAME
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_block import TextBlock

Problem = Callable[[Sequence[str]], str]
"""What is wrong with the names, in a sentence; empty for nothing."""


class NamesDialog(Sheet):
    """Nothing is taken before the button; what cannot be a name is said under the first field."""

    chosen = Signal(list, str)  # the names, and the key of the partner where one is asked for

    def __init__(
        self, theme: Theme, icons: Icons, title: str, text: str, problem: Problem, parent: QWidget
    ) -> None:
        super().__init__(theme, title, parent)
        self.setObjectName("names-dialog")
        self._icons = icons
        self._problem = problem
        self._fields: list[LabelledField] = []
        self._partner: Select | None = None
        self.body.addWidget(TextBlock(theme, text, "body", "ink2", self))

    def ask_partner(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer other systems to choose one from."""
        self._partner = Select(self._theme, label, self)
        self._partner.setObjectName("system-partner")
        self._partner.set_options(options)
        self.body.addWidget(LabelledField(self._theme, self._icons, label, self._partner, self))

    def ask_name(self, label: str, name: str = "") -> None:
        """Ask for a name."""
        field = Field(self._theme, label, self)
        field.setObjectName(f"system-name-{len(self._fields) + 1}")
        field.setMaxLength(LONGEST_NAME)
        field.setText(name)
        labelled = LabelledField(self._theme, self._icons, label, field, self)
        self._fields.append(labelled)
        self.body.addWidget(labelled)

    def finish(self, done: str) -> None:
        """Offer the ways out and stand in the first field."""
        cancel = self.add_button("names-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        button = self.add_button("names-done", done, "primary")
        button.clicked.connect(self._on_done)
        first = self._fields[0].field
        first.setFocus()
        if isinstance(first, Field):
            first.selectAll()

    @property
    def names(self) -> list[str]:
        """The names that were written."""
        written = (one.field.text().strip() for one in self._fields if isinstance(one.field, Field))
        return [name for name in written if name]

    def _on_done(self) -> None:
        names = self.names
        problem = self._problem(names)
        self._fields[0].set_error(problem)
        if problem:
            self._fields[0].field.setFocus()
            return
        partner = "" if self._partner is None else self._partner.key
        self.accept()
        self.chosen.emit(names, partner)
