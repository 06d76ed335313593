"""One parked item to be changed in its place: who takes it, and whether it is settled."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from readiness.domain.open_facts import Parked
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.switch import Switch

_INDENT: Final = 76


class ParkedEditor(QWidget):
    """Stored as the field is left; Enter and Esc close the editor and lead back to the row."""

    edited = Signal(object)  # Parked
    done = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, parked: Parked, people: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parked = parked
        self._who = Field(theme, self.tr("Who takes it"), self)
        self._who.setObjectName("parked-owner")
        self._settled = Switch(theme, self.tr("Settled"), self)
        self._settled.setObjectName("parked-settled")
        completer = QCompleter(list(people), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._who.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_INDENT), 4, 0, 16)
        row.setSpacing(20)
        row.addWidget(LabelledField(theme, icons, self.tr("Who takes it"), self._who, self), 1)
        row.addWidget(self._settled, 0, Qt.AlignmentFlag.AlignBottom)
        self.show_parked(parked)
        self._who.editingFinished.connect(self._on_finished)
        self._who.returnPressed.connect(self.finish)
        self._who.left.connect(self.done)
        self._settled.clicked.connect(self._on_settled)

    def show_parked(self, parked: Parked) -> None:
        """Show the item; where somebody types, the text is theirs."""
        self._parked = parked
        if not self._who.hasFocus():
            self._who.setText(parked.who)
        self._settled.setChecked(parked.settled)

    def focus_owner(self) -> None:
        """Begin with who takes it."""
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._who.selectAll()

    def finish(self) -> None:
        """Store what is written and be done."""
        self._on_finished()
        self.done.emit()

    def _on_finished(self) -> None:
        self._give(replace(self._parked, who=self._who.text().strip()))

    def _on_settled(self) -> None:
        self._give(replace(self._parked, settled=self._settled.isChecked()))

    def _give(self, parked: Parked) -> None:
        if parked != self._parked:
            self._parked = parked
            self.edited.emit(parked)
