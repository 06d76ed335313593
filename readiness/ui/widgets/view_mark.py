"""The marks of the two sides: product a circle with P, engineering a diamond with E."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing

_LETTERS: Final = {"product": "P", "expects": "P", "engineering": "E"}


def paint_view(painter: QPainter, theme: Theme, center: QPointF, view: str, radius: float) -> None:
    """Paint ``product``, ``engineering``, or ``expects``: a hollow P for what product was not asked."""
    side = theme.color("engineering" if view == "engineering" else "product")
    hollow = view == "expects"
    painter.setPen(QPen(side, 2) if hollow else QPen(theme.color("surface"), 1.5))
    painter.setBrush(QBrush(theme.color("surface") if hollow else side))
    if view == "engineering":
        reach = radius * 1.2
        painter.drawPolygon(QPolygonF([center + QPointF(x * reach, y * reach) for x, y in _CORNERS]))
    else:
        inset = 1.0 if hollow else 0.0
        painter.drawEllipse(center, radius - inset, radius - inset)
    font = theme.font("label", weight=700, size=radius * 1.25 / theme.zoom)
    at = QPointF(center.x(), drawing.baseline(font, center.y() - radius, 2 * radius))
    drawing.words(
        painter, at, _LETTERS[view], font, side if hollow else theme.color("surface"), drawing.CENTER
    )


_CORNERS: Final = ((0, -1), (1, 0), (0, 1), (-1, 0))
