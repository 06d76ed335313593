"""One thing taken out on trial: a switch, what it is called, and what it does on its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text_block import TextBlock

_MOST_LINES = 3


class TrialRow(QWidget):
    """Switch, name and consequence; a click anywhere on it is one on the switch."""

    switched = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.switch = Switch(theme, "", self)
        self.switch.setFixedWidth(theme.px(46))
        self._title = TextBlock(theme, name, "label", "ink", self)
        self._title.max_lines = _MOST_LINES
        self._effect = TextBlock(theme, "", "caption", "ink2", self)
        self._build()
        self.set_effect("")
        self.switch.clicked.connect(self.switched)

    def set_effect(self, effect: str) -> None:
        """Say what it does on its own."""
        self._effect.setText(effect)
        self._effect.setVisible(bool(effect))
        self.switch.setAccessibleName(", ".join(part for part in (self._name, effect) if part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn it as a click on the switch does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.switch.click()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._effect)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
