"""What changed since the quarter before: an arrow only where the change is at least probable."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.text_block import TextBlock

Direction = Literal["up", "down", ""]

_SIDE = 13


class _Arrow(Painted):
    direction: Direction = ""

    def sizeHint(self) -> QSize:
        """As high as a line of the words beside it."""
        return QSize(self._theme.px(_SIDE), self._theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        """As large as it is."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the triangle in the middle of the first line."""
        side = float(self._theme.px(_SIDE))
        middle = QPointF(side / 2, self._theme.line("body") / 2)
        place = QRectF(0, middle.y() - side * 0.42, side, side * 0.84)
        with drawing.painting(self) as painter:
            drawing.arrow(painter, place, self._theme.color("ink"), up=self.direction == "up")


class ChangeNote(QWidget):
    """The words say it alone; the arrow repeats them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score-change")
        self._arrow = _Arrow(theme, self)
        self._words = TextBlock(theme, "", "body", "ink", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._arrow)
        row.addWidget(self._words, 1)
        self.set_change("", "")

    @property
    def has_arrow(self) -> bool:
        """Whether an arrow is drawn."""
        return not self._arrow.isHidden()

    def set_change(self, words: str, direction: Direction) -> None:
        """Say something else; nothing at all for no words."""
        self._words.setText(words)
        self._arrow.direction = direction
        self._arrow.setVisible(bool(direction))
        self._arrow.update()
        self.setAccessibleName(words)
        self.setVisible(bool(words))
