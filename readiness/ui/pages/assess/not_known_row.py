"""Don’t know and does not apply: two buttons, a line of reassurance, and the reason one of them needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text_block import TextBlock


class NotKnownRow(QWidget):
    """A reason is stored as soon as there is one; without it nothing is."""

    unknown_chosen = Signal()
    reason_given = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown = Button(theme, self.tr("Don’t know"), "plain", self)
        self._unknown.setObjectName("answer-unknown")
        self._unknown.set_key("D")
        self._absent = Button(theme, self.tr("Does not apply"), "plain", self)
        self._absent.setObjectName("answer-not-applicable")
        self._absent.set_key("X")
        self._words = TextBlock(
            theme,
            self.tr("Unknown counts as 0 until someone looks; the range shows what it could be."),
            "body",
            "ink3",
            self,
        )
        self._reason = Field(theme, self.tr("Why it does not apply"), self)
        self._reason.setObjectName("not-applicable-reason")
        self._reason.setPlaceholderText(self.tr("It cannot exist here, because …"))
        self._reason_line = LabelledField(theme, icons, self.tr("Why it does not apply"), self._reason, self)
        self._stored = ""
        self._build()
        self._connect()

    def show_answer(self, answer: Answer) -> None:
        """Show which of the two was given."""
        self._stored = answer.not_applicable or ""
        self._unknown.set_chosen(answer.unknown)
        self._absent.set_chosen(bool(self._stored))
        if answer.not_applicable is not None and answer.not_applicable != self._reason.text():
            self._reason.setText(answer.not_applicable)
        if not self._reason.hasFocus():
            self._show_reason(shown=bool(self._stored))

    def reset(self) -> None:
        """Begin another question: no half-given reason stays behind."""
        self._reason.setText("")  # not clear(), which Undo in the field would take back
        self._show_reason(shown=False)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the answer without offering another."""
        self._unknown.setEnabled(not read_only)
        self._absent.setEnabled(not read_only)
        self._reason.setReadOnly(read_only)

    def ask_reason(self) -> None:
        """Ask why it does not apply."""
        self._show_reason(shown=True)
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def buttons(self) -> tuple[Button, Button]:
        """Return the two buttons."""
        return self._unknown, self._absent

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._unknown)
        row.addWidget(self._absent)
        row.addSpacing(4)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self._reason_line)
        self._show_reason(shown=False)

    def _connect(self) -> None:
        self._unknown.clicked.connect(self.unknown_chosen)
        self._absent.clicked.connect(self.ask_reason)
        self._reason.textEdited.connect(self._on_edited)
        self._reason.returnPressed.connect(self._on_returned)
        self._reason.editingFinished.connect(self._on_finished)
        self._reason.left.connect(self._on_left)

    def _show_reason(self, *, shown: bool) -> None:
        self._reason_line.setVisible(shown)
        self._reason_line.set_error("")
        self._reason_line.set_note(
            "" if self._stored else self.tr("Enter stores it; without a reason nothing is.")
        )

    def _on_edited(self, text: str) -> None:
        self._reason_line.set_error("")
        if self._stored and text.strip():
            self.reason_given.emit(text)
        elif self._stored:
            self._reason_line.set_note(self.tr("Without a reason it stays as it was; Delete takes it back."))

    def _on_returned(self) -> None:
        if self._reason.text().strip():
            self.left.emit()
        else:
            self._reason_line.set_error(self.tr("Say why it cannot exist here."))

    def _on_finished(self) -> None:
        if self._reason.text().strip() and not self._reason.isReadOnly():
            self.reason_given.emit(self._reason.text().strip())
        elif self._stored:
            self._reason.setText(self._stored)
            self._show_reason(shown=True)
        elif not self._reason.hasFocus():
            self._show_reason(shown=False)

    def _on_left(self) -> None:
        if not self._stored and not self._reason.text().strip():
            self._show_reason(shown=False)
        self.left.emit()
