"""A check box with its words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_SIDE: Final = 20
_GAP: Final = 10
_HEIGHT: Final = 40
_SMALL: Final = 32


class CheckBox(PaintedButton):
    """A box that is ticked or not."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._height = _HEIGHT
        self.setProperty("radius", 6)
        self.setCheckable(True)

    def set_small(self) -> None:
        """Stand closer to the boxes above and below."""
        self._height = _SMALL
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The box and the words beside it; high enough to hit."""
        width = QFontMetricsF(self._theme.font("body")).horizontalAdvance(self.words)
        return QSize(_SIDE + _GAP + round(width) + 6, self._theme.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick and the words."""
        color = self._theme.color
        square = QRectF(2, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        with drawing.painting(self) as painter:
            if not self.isEnabled():
                drawing.box(painter, square, 4, fill=color("sunken"), line=color("line2"), dash=(3, 3))
            elif self.isChecked():
                drawing.box(painter, square, 4, fill=color("accent"))
            else:
                line = color("ink2" if self._is_hovered else "line2")
                drawing.box(painter, square, 4, fill=color("surface"), line=line, width=1.5)
            if self.isChecked():
                drawing.tick(painter, square, color("onAccent" if self.isEnabled() else "ink3"), 2.2)
            font = self._theme.font("body")
            at = QPointF(_SIDE + _GAP + 2, drawing.baseline(font, 0, self.height()))
            ink = color("ink" if self.isEnabled() else "ink3")
            drawing.words(painter, at, self.words, font, ink, room=self.width() - at.x())
