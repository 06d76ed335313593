"""Elbow lines from what the chosen card needs to the card itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_WIDTH: Final = 2.25
_HEAD: Final = 7.0


class DependencyLines(Painted):
    """An overlay: the mouse goes through it, and what it shows is said in the cards' names."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._lines: tuple[tuple[QRectF, QRectF], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def count(self) -> int:
        """How many lines are drawn."""
        return len(self._lines)

    def set_lines(self, lines: Sequence[tuple[QRectF, QRectF]]) -> None:
        """Draw from each first card to the second one."""
        self._lines = tuple(lines)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every line with its head."""
        with drawing.painting(self) as painter:
            for start, end in self._lines:
                self._paint_line(painter, start, end)

    def _paint_line(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        pen = QPen(self._theme.color("accent"), _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = _beside(start, end) if abs(start.left() - end.left()) < 1 else _across(start, end)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self._theme.color("accent"))
        tip = points[-1]
        side = 1 if points[-2].x() <= tip.x() else -1
        head = [tip, tip + QPointF(-side * _HEAD, -4.5), tip + QPointF(-side * _HEAD, 4.5)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF(head))


def _across(start: QRectF, end: QRectF) -> list[QPointF]:
    """Leave through the gap beside the first card and enter beside the second, wherever it stands."""
    forward = start.left() < end.left()
    begin = QPointF(start.right() if forward else start.left(), start.center().y())
    tip = QPointF(end.left() if forward else end.right(), end.center().y())
    step = 11.0 if forward else -11.0
    if abs(tip.x() - begin.x()) < 3 * abs(step):
        middle = (begin.x() + tip.x()) / 2
        return [begin, QPointF(middle, begin.y()), QPointF(middle, tip.y()), tip]
    over = min(start.top(), end.top()) - 5  # between two rows of cards
    return [
        begin,
        QPointF(begin.x() + step, begin.y()),
        QPointF(begin.x() + step, over),
        QPointF(tip.x() - step, over),
        QPointF(tip.x() - step, tip.y()),
        tip,
    ]


def _beside(start: QRectF, end: QRectF) -> list[QPointF]:
    """Run down the left gap between two cards of one column."""
    x = start.left() - 9.0
    return [
        QPointF(start.left(), start.center().y()),
        QPointF(x, start.center().y()),
        QPointF(x, end.center().y()),
        QPointF(end.left(), end.center().y()),
    ]
