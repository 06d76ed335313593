"""Evidence, one entry a line, and how sure one is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.sure_control import SureControl
from readiness.ui.widgets.text_area import TextArea


class EvidenceBox(QWidget):
    """“Evidenced” without any evidence counts as informed, and says so."""

    edited = Signal(str)
    sureness_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = TextArea(theme, self.tr("Evidence"), self)
        self._evidence.setObjectName("evidence")
        self._evidence.set_rows(3)
        self._evidence.setPlaceholderText(self.tr("A link, a number or a date; one a line"))
        self._field = LabelledField(theme, icons, self.tr("Evidence and how sure"), self._evidence, self)
        self._field.set_key("E", "C")
        self._sure = SureControl(theme, self)
        self._sure.setObjectName("confidence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._field)
        row = QHBoxLayout()
        row.addWidget(self._sure)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        self._evidence.edited.connect(self.edited)
        self._evidence.left.connect(self.left)
        self._sure.chosen.connect(self.sureness_chosen)

    def show_answer(self, answer: Answer) -> None:
        """Show evidence and sureness; while somebody types, the text is theirs."""
        if not self._evidence.hasFocus():
            self._evidence.set_text("\n".join(answer.evidence))
        has_level = answer.level is not None
        self._sure.set_value((answer.confidence or "informed") if has_level else "")
        self._sure.setEnabled(has_level and not self._evidence.isReadOnly())
        bare = answer.confidence == "evidenced" and not answer.evidence
        self._field.set_note(
            self.tr("Without a link, a number or a date this counts as informed.") if bare else ""
        )

    def wipe(self) -> None:
        """Forget what was written, whoever is just writing."""
        self._evidence.set_text("")
        self._sure.set_value("")
        self._field.set_note("")

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the evidence without taking more."""
        self._evidence.setReadOnly(read_only)

    def take_focus(self) -> None:
        """Begin to write."""
        self._evidence.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_sureness(self) -> str:
        """Return the sureness after the one that is shown, in a circle; nothing where there is no level."""
        order = ("guess", "informed", "evidenced")
        if self._sure.value not in order:
            return ""
        return order[(order.index(self._sure.value) + 1) % len(order)]
