"""A score over the quarters, as small as a word."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.numbers import half_up


def paint_sparkline(
    painter: QPainter,
    theme: Theme,
    place: QRectF,
    values: Sequence[float | None],
    scale: tuple[float, float] = (0.0, 100.0),
) -> None:
    """Paint a line through the values; a missing one breaks it, and one point is only its dot."""
    points = _points(place.adjusted(6, 6, -6, -6), values, scale)
    pen = QPen(theme.color("ink2"), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for before, after in pairwise(points):
        if before is not None and after is not None:
            painter.drawLine(before, after)
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(last, 4.5, 4.5)


class Sparkline(Chart):
    """The line as a widget; all lines of a table share one scale."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._values: tuple[float | None, ...] = ()
        self._scale = (0.0, 100.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, values: Sequence[float | None], scale: tuple[float, float] = (0.0, 100.0)) -> None:
        """Show other values, oldest first."""
        self._values, self._scale = tuple(values), scale
        self._tell(", ".join(self._words()))

    def table(self) -> ChartTable:
        """Return the values as one row."""
        words = self._words()
        return ChartTable(tuple(str(place + 1) for place in range(len(words))), (words,))

    def sizeHint(self) -> QSize:
        """As in the list of systems."""
        return QSize(132, 56)

    def minimumSizeHint(self) -> QSize:
        """As in a dense table."""
        return QSize(70, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        with drawing.painting(self) as painter:
            paint_sparkline(painter, self._theme, QRectF(self.rect()), self._values, self._scale)

    def _words(self) -> tuple[str, ...]:
        return tuple(self.tr("none") if value is None else str(half_up(value)) for value in self._values)


def _points(
    place: QRectF, values: Sequence[float | None], scale: tuple[float, float]
) -> list[QPointF | None]:
    low, high = scale
    span = (high - low) or 1.0
    pitch = place.width() / max(1, len(values) - 1)
    start = place.left() if len(values) > 1 else place.right()
    return [
        None
        if value is None
        else QPointF(start + index * pitch, place.bottom() - (value - low) / span * place.height())
        for index, value in enumerate(values)
    ]
