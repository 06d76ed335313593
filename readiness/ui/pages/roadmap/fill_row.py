"""The capacity that ceiling-first leaves over: whether it is spent on the score, and what that would do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text_block import TextBlock


class FillRow(QWidget):
    """A switch and what it does in words; hidden where nothing is left over."""

    set_ = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(theme, self.tr("Fill what stays free"), self)
        self._switch.setObjectName("fill")
        self._words = TextBlock(theme, "", "caption", "ink2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._switch.clicked.connect(self._on_clicked)

    def show_fill(self, words: str, *, is_on: bool) -> None:
        """Show whether it is filled and what that does; without words there is nothing to fill."""
        self._switch.setChecked(is_on)
        self._words.setText(words)
        self._switch.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def _on_clicked(self) -> None:
        self.set_.emit(self._switch.isChecked())
