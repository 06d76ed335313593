"""The note, and whether it is for the room or for the report."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer, NoteFor
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text_area import TextArea


class NoteBox(QWidget):
    """Room notes stay in the room; only what is ticked for the report is printed for leadership."""

    edited = Signal(str)
    audience_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = TextArea(theme, self.tr("Note"), self)
        self._note.setObjectName("note")
        self._note.set_rows(3)
        self._field = LabelledField(theme, icons, self.tr("Note"), self._note, self)
        self._field.set_key("N")
        self._audience = Segmented(
            theme,
            self.tr("Note is for"),
            (("room", self.tr("The room")), ("report", self.tr("The report"))),
            self,
        )
        self._audience.setObjectName("note-for")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._field)
        row = QHBoxLayout()
        row.addWidget(self._audience)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        self._note.edited.connect(self.edited)
        self._note.left.connect(self.left)
        self._audience.chosen.connect(self.audience_chosen)

    def show_answer(self, answer: Answer) -> None:
        """Show what is written; while somebody types, the text is theirs."""
        if not self._note.hasFocus() or self._note.toPlainText() != answer.note:
            self._note.set_text(answer.note)
        self._audience.set_value(answer.note_for)
        self._audience.setVisible(bool(answer.note))

    def wipe(self) -> None:
        """Forget what was written, whoever is just writing."""
        self._note.set_text("")

    def set_label(self, label: str) -> None:
        """Say whose note it is."""
        self._field.set_label(label)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the note without taking another."""
        self._note.setReadOnly(read_only)
        self._audience.setEnabled(not read_only)

    def take_focus(self) -> None:
        """Begin to write."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)


def audience(key: str) -> NoteFor:
    """Return whom a note is for."""
    return cast("NoteFor", key)
