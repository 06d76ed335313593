"""One thing that was parked: whether it is settled, what it is, and who takes it along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.open_facts import Parked
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class ParkedRow(QWidget):
    """The box settles it; Assign opens a field for a name, Enter keeps it, Esc leaves it."""

    settled = Signal(int, bool)
    assigned = Signal(int, str)

    def __init__(self, theme: Theme, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._parked: Parked | None = None
        self._box = CheckBox(theme, "", self)
        self._box.setObjectName(f"parked-{place + 1}-settled")
        self._text = TextBlock(theme, "", "body", "ink", self)
        self._who = Text(theme, "", "caption", "ink2", self)
        self._assign = Button(theme, self.tr("Assign"), "quiet", self)
        self._assign.setObjectName(f"parked-{place + 1}-assign")
        self._assign.set_size("small")
        self._field = Field(theme, self.tr("Who takes it along"), self)
        self._field.setObjectName(f"parked-{place + 1}-who")
        self._field.setPlaceholderText(self.tr("who"))
        self._field.setMaxLength(80)
        self._field.hide()
        self._build()

    def show_parked(self, parked: Parked) -> None:
        """Show another thing."""
        if parked == self._parked:
            return
        self._parked = parked
        self._box.setChecked(parked.settled)
        self._box.setAccessibleName(self.tr("Settled: {0}").format(parked.text))
        self._text.setText(parked.text)
        self._text.set_look("body", "ink3" if parked.settled else "ink")
        self._who.setText(self._who_words(parked))
        self._assign.setAccessibleName(self.tr("Assign: {0}").format(parked.text))

    def _who_words(self, parked: Parked) -> str:
        if parked.settled:
            return self.tr("settled")
        return ", ".join(part for part in (parked.who or self.tr("nobody yet"), parked.question) if part)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._who)
        words.addWidget(self._field)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._assign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.clicked.connect(self._on_clicked)
        self._assign.clicked.connect(self._on_assign)
        self._field.returnPressed.connect(self._on_returned)
        self._field.left.connect(self._close_field)

    def _on_clicked(self) -> None:
        self.settled.emit(self._place, self._box.isChecked())

    def _on_assign(self) -> None:
        self._field.setText("" if self._parked is None else self._parked.who)
        self._who.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_returned(self) -> None:
        who = " ".join(self._field.text().split())
        self._close_field()
        self.assigned.emit(self._place, who)

    def _close_field(self) -> None:
        self._field.hide()
        self._who.show()
        self._assign.setFocus(Qt.FocusReason.OtherFocusReason)
