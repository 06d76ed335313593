"""The few strokes that every painted widget is made of; all places are logical pixels."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from readiness.reports.codes import with_codes

LEFT: Final = Qt.AlignmentFlag.AlignLeft
CENTER: Final = Qt.AlignmentFlag.AlignHCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Open a smooth painter on a widget and end it whatever happens."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.end()


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float = 0,
    *,
    fill: QColor | QBrush | None = None,
    line: QColor | None = None,
    width: float = 1.0,
    dash: Sequence[float] = (),
) -> None:
    """Paint a rounded box; its line stays inside ``rect``."""
    pen = QPen(Qt.PenStyle.NoPen)
    if line is not None:
        pen = QPen(line, width)
        if dash:
            pen.setDashPattern([length / width for length in dash])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        inset = width / 2
        rect = rect.adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, radius - inset)
    painter.setPen(pen)
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(rect, radius, radius)


def stroke(
    painter: QPainter,
    start: QPointF,
    end: QPointF,
    color: QColor,
    width: float = 1.0,
    *,
    dash: Sequence[float] = (),
    rounded: bool = False,
) -> None:
    """Paint a straight line."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    painter.setPen(pen)
    painter.drawLine(QLineF(start, end))


def words(
    painter: QPainter,
    at: QPointF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
    *,
    room: float | None = None,
) -> float:
    """Paint one line of text on a baseline, elided to ``room``; return how wide it is."""
    metrics = QFontMetricsF(font)
    shown = with_codes(text)
    if room is not None:
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0.0, room))
    width = metrics.horizontalAdvance(shown)
    shift = {LEFT: 0.0, CENTER: width / 2, RIGHT: width}[align]
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(at.x() - shift, at.y()), shown)
    return width


def baseline(font: QFont, top: float, height: float) -> float:
    """Return where text stands when it is centred in a line of the given height."""
    metrics = QFontMetricsF(font)
    return top + (height - metrics.capHeight()) / 2 + metrics.capHeight()


def line_baseline(font: QFont, top: float, height: float) -> float:
    """Return where text of a paragraph stands in a line of the given height."""
    metrics = QFontMetricsF(font)
    return top + (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def ring(painter: QPainter, center: QPointF, radius: float, fill: QColor, line: QColor) -> None:
    """Paint a hollow ring, the sign of where something stood before."""
    painter.setPen(QPen(line, 2))
    painter.setBrush(QBrush(fill))
    painter.drawEllipse(center, radius - 1, radius - 1)


def arrow(painter: QPainter, place: QRectF, color: QColor, *, up: bool) -> None:
    """Paint a filled triangle, the sign of a change that is at least probable."""
    tip, base = (place.top(), place.bottom()) if up else (place.bottom(), place.top())
    points = [QPointF(place.left(), base), QPointF(place.right(), base), QPointF(place.center().x(), tip)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    painter.drawPolygon(QPolygonF(points))


def notch(painter: QPainter, tip: QPointF, size: float, fill: QColor | None, line: QColor) -> None:
    """Paint the notch, a triangle that points down to ``tip``."""
    half, height = size / 2, size * 0.94
    points = [
        QPointF(tip.x() - half, tip.y() - height),
        QPointF(tip.x() + half, tip.y() - height),
        QPointF(tip.x(), tip.y()),
    ]
    pen = QPen(line, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(QPolygonF(points))


def tick(painter: QPainter, rect: QRectF, color: QColor, width: float = 2.25) -> None:
    """Paint a check mark into a square of a 24-grid."""
    unit = rect.width() / 24
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    steps = ((5.0, 12.5), (9.5, 17.0), (19.0, 7.5))
    painter.drawPolyline(QPolygonF([QPointF(rect.x() + x * unit, rect.y() + y * unit) for x, y in steps]))


def hatched(
    painter: QPainter, rect: QRectF, radius: float, ground: QColor, line: QColor, spacing: float = 5.0
) -> None:
    """Paint a hatched box, the sign of a guess."""
    box(painter, rect, radius, fill=ground)
    painter.save()
    painter.setClipRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(line, 1.4))
    step = spacing * 2**0.5
    start = rect.left() - rect.height()
    while start < rect.right():
        painter.drawLine(QLineF(start, rect.bottom(), start + rect.height(), rect.top()))
        start += step
    painter.restore()
    box(painter, rect, radius, line=line)
