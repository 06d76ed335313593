"""The marks of the two sides: Product is a circle with P, Engineering a diamond with E; colour repeats it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.domain.counting import Side
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_LETTERS: Final[dict[Side, str]] = {"product": "P", "engineering": "E"}
_DIAMOND: Final = 0.86
"""The diamond's side by the circle's diameter: so the two look equally large."""
_CORNER: Final = 0.09
_LETTER: Final = 0.6
_HALO: Final = 2.0
_ROOM: Final = 1.16
"""What a mark takes by its size: the diamond's tips stand out."""


def mark_room(size: float) -> float:
    """Return how wide and high a mark of a size is, tips and all."""
    return size * _ROOM


def paint_side(
    painter: QPainter, theme: Theme, side: Side, center: QPointF, size: float, *, halo: bool = False
) -> None:
    """Paint a mark; ``size`` is the circle's diameter in pixels of now, ``halo`` sets it off from a line."""
    line = theme.color("surface") if halo else None
    fill = theme.color(side)
    if side == "product":
        circle = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
        _shape(painter, circle, size / 2, fill, line)
    else:
        wide = size * _DIAMOND
        painter.save()
        painter.translate(center)
        painter.rotate(45)
        _shape(painter, QRectF(-wide / 2, -wide / 2, wide, wide), size * _CORNER, fill, line)
        painter.restore()
    font = theme.font("bodyStrong", weight=700, size=size * _LETTER / theme.zoom)
    base = drawing.baseline(font, center.y() - size / 2, size)
    letter = _LETTERS[side]
    drawing.words(painter, QPointF(center.x(), base), letter, font, theme.color("surface"), drawing.CENTER)


def _shape(painter: QPainter, rect: QRectF, radius: float, fill: QColor, halo: QColor | None) -> None:
    if halo is not None:
        drawing.box(painter, rect.adjusted(-_HALO, -_HALO, _HALO, _HALO), radius + _HALO, fill=halo)
    drawing.box(painter, rect, radius, fill=fill)


class SideMark(Painted):
    """A mark on its own; readers hear the name that stands beside it."""

    def __init__(self, theme: Theme, side: Side, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._side: Side = side
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def side(self) -> Side:
        """Whose mark it is."""
        return self._side

    def set_side(self, side: Side) -> None:
        """Show another side's mark."""
        self._side = side
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the diamond, so that both sides line up."""
        room = round(mark_room(self._theme.px(self._size)))
        return QSize(room, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        center = QRectF(self.rect()).center()
        with drawing.painting(self) as painter:
            paint_side(painter, self._theme, self._side, center, self._theme.px(self._size))
