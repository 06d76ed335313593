"""Whose past answers a file brings, from which quarter, and what counts where answers are there already."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.errors import InputError
from readiness.services.drafts import LONGEST_NAME, checked_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.foreign import Answered
    from readiness.services.merging import Merge

_NEW: Final = "@new"
"""No system is called so: a name has no @."""
_NONE: Final = "@none"


class PastAnswers(QWidget):
    """Leaves the answers out until a system is named."""

    changed = Signal()

    def __init__(self, theme: Theme, systems: Sequence[str], period: Period | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whose = Select(theme, self.tr("Whose answers are these?"), self)
        self._whose.setObjectName("answers-system")
        self._name = Field(theme, self.tr("Name of the new system"), self)
        self._name.setObjectName("answers-new-system")
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("Name of the new system"))
        self._quarter = Field(theme, self.tr("Quarter of the answers"), self)
        self._quarter.setObjectName("answers-quarter")
        self._quarter.setPlaceholderText("YYYY-Qn")
        self._quarter.setText("" if period is None else str(period))
        options = [("mine", self.tr("Keep what is here")), ("theirs", self.tr("Take the file’s"))]
        self._differing = Segmented(theme, self.tr("Where answers differ"), options, self)
        self._differing.setObjectName("answers-differing")
        self._differing.set_value("mine")
        self._fault = TextBlock(theme, "", "label", "error", self)
        self._fault.setObjectName("answers-fault")
        self._when = Text(theme, self.tr("Quarter"), "label", "ink2", self)
        self._where = Text(theme, self.tr("Where answers differ"), "label", "ink2", self)
        self._offer(systems)
        self._build()
        self._on_whose("")

    @property
    def wanted(self) -> bool:
        """Whether the answers are to come in."""
        return self._whose.key != _NONE

    @property
    def merge(self) -> "Merge":
        """What counts where answers differ."""
        return "theirs" if self._differing.value == "theirs" else "mine"

    def answered(self) -> "Answered | None":
        """Return whose answers they are; nothing where they stay out, or where a field has to be mended."""
        from readiness.services.foreign import Answered  # noqa: PLC0415 - not before the first paint

        self._fault.setText("")
        if not self.wanted:
            return None
        try:
            name = checked_name(self._name.text() if self._whose.key == _NEW else self._whose.key)
            period = Period.parse(self._quarter.text().strip())
        except (InputError, ValueError) as error:
            self._say(error.sentence() if isinstance(error, InputError) else f"{error}.")
            return None
        return Answered(system=name, period=period)

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        first = self._name if self._whose.key == _NEW and not self._name.text().strip() else self._quarter
        first.setFocus()

    def _offer(self, systems: Sequence[str]) -> None:
        options = [(_NONE, self.tr("Leave the answers out"))]
        options += [(name, name) for name in systems]
        options.append((_NEW, self.tr("A new system…")))
        self._whose.set_options(options)
        self._whose.set_key_value(_NONE if systems else _NEW)
        self._whose.chosen.connect(self._on_whose)
        self._name.textChanged.connect(self._on_edited)
        self._quarter.textChanged.connect(self._on_edited)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = Text(self._theme, self.tr("Whose answers are these?"), "label", "ink2", self)
        label.setBuddy(self._whose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._when, 0, 1)
        grid.addWidget(self._whose, 1, 0)
        grid.addWidget(self._quarter, 1, 1)
        column.addLayout(grid)
        column.addWidget(self._name)
        column.addWidget(self._where)
        column.addWidget(self._differing)
        column.addWidget(self._fault)
        self._fault.hide()

    def _on_whose(self, _key: str) -> None:
        key = self._whose.key
        self._name.setVisible(key == _NEW)
        self._when.setVisible(key != _NONE)
        self._quarter.setVisible(key != _NONE)
        self._where.setVisible(key not in {_NONE, _NEW})
        self._differing.setVisible(key not in {_NONE, _NEW})
        self._on_edited("")

    def _on_edited(self, _text: str) -> None:
        self._fault.hide()
        self.changed.emit()
