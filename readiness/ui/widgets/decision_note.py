"""One decision of leadership: what was asked, what was said, and why."""

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.text_block import TextBlock

_WIDTH: Final = 6
_TONES: Final = {"approved": "accent", "deferred": "accentSoft", "declined": "ink2", "open": "line2"}


class _Edge(Painted):
    """The line beside it: dashed while nothing is decided."""

    def __init__(self, theme: Theme, verdict: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._verdict = verdict
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A narrow line."""
        return QSize(_WIDTH, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        dash = (5.0, 4.0) if self._verdict == "open" else ()
        color = self._theme.color(_TONES[self._verdict])
        with drawing.painting(self) as painter:
            drawing.stroke(painter, QPointF(2, 0), QPointF(2, self.height()), color, 3, dash=dash)


class DecisionNote(QWidget):
    """The words say the verdict; the line repeats it."""

    def __init__(self, theme: Theme, text: str, verdict: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{text} {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(_Edge(theme, verdict, self))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(TextBlock(theme, text, "body", "ink", self))
        column.addWidget(TextBlock(theme, words, "caption", "ink2", self))
        column.addStretch()
        row.addLayout(column, 1)
