"""A place where there is nothing to show: why, and the one step from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class Nothing(QWidget):
    """A heading, a sentence and a button in the middle."""

    asked = Signal()

    def __init__(
        self, theme: Theme, name: str, button: str, kind: Kind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = Text(theme, "", "section", "ink", self)
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(theme, button, kind, self)
        self.button.setObjectName(name)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, heading: str, words: str) -> None:
        """Say why nothing is here."""
        self._heading.setText(heading)
        self._words.setText(words)
