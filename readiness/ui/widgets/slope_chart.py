"""Topics in two quarters, a line each: those that moved are named at both ends, the others stay grey."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.numbers import half_up
from readiness.ui.widgets.spreading import spread

_HEIGHT: Final = 350
_TOP: Final = 30
_PITCH: Final = 21
_LEADER: Final = 16
_SIDE: Final = 0.32
_WEAKEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeLine:
    """One topic; ``is_said`` where its change is at least probable."""

    name: str
    before: float
    after: float
    words: str
    is_said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """Two quarters and every topic in both."""

    before: str = ""
    after: str = ""
    lines: tuple[SlopeLine, ...] = ()
    finding: str = ""
    note: str = ""


class SlopeChart(Chart):
    """Where none moved beyond the noise, the weakest are named; the table has all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = Slope()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_value(self, value: Slope) -> None:
        """Show other topics."""
        self._value = value
        self._tell(value.finding or self.tr("Topics"))

    def table(self) -> ChartTable:
        """Return every topic: before, after, what came of it."""
        headers = (self.tr("Topic"), self._value.before, self._value.after, self.tr("Change"))
        rows = tuple(
            (line.name, str(half_up(line.before)), str(half_up(line.after)), line.words)
            for line in self._value.lines
        )
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """As high as the trend beside it, and room for every name."""
        named = len(self._named()) * self._theme.px(_PITCH) + self._theme.px(_TOP + 24)
        return QSize(self._theme.px(480), max(self._theme.px(_HEIGHT), named))

    def minimumSizeHint(self) -> QSize:
        """Room for names at both sides."""
        return QSize(self._theme.px(400), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the axes, the grey lines, then those that are named."""
        if not self._value.lines:
            return
        named = self._named()
        with drawing.painting(self) as painter:
            self._paint_axes(painter)
            for line in self._value.lines:
                if line not in named:
                    self._paint_line(painter, line, "line2", 1.25)
            for line in named:
                self._paint_line(painter, line, "accent" if line.is_said else "ink2", 2.25)
            self._paint_names(painter, named, is_after=False)
            self._paint_names(painter, named, is_after=True)

    def _named(self) -> tuple[SlopeLine, ...]:
        said = tuple(line for line in self._value.lines if line.is_said)
        return said or tuple(sorted(self._value.lines, key=lambda line: line.after)[:_WEAKEST])

    # Places

    def _left(self) -> float:
        return self.width() * _SIDE

    def _right(self) -> float:
        return self.width() * (1 - _SIDE)

    def _y(self, value: float) -> float:
        ends = [end for line in self._value.lines for end in (line.before, line.after)]
        low, high = min(ends), max(ends)
        top, bottom = float(self._theme.px(_TOP + 14)), float(self.height() - self._theme.px(16))
        if high == low:
            return (top + bottom) / 2
        return bottom - (value - low) / (high - low) * (bottom - top)

    # Painting

    def _paint_axes(self, painter: QPainter) -> None:
        color, font = self._theme.color, self._theme.font("label")
        top, bottom = float(self._theme.px(_TOP)), float(self.height() - 4)
        for x, words in ((self._left(), self._value.before), (self._right(), self._value.after)):
            drawing.stroke(painter, QPointF(x, top), QPointF(x, bottom), color("line2"), 1.5)
            drawing.words(painter, QPointF(x, top - 10), words, font, color("ink"), drawing.CENTER)

    def _paint_line(self, painter: QPainter, line: SlopeLine, tone: str, width: float) -> None:
        color = self._theme.color(tone)
        start = QPointF(self._left(), self._y(line.before))
        end = QPointF(self._right(), self._y(line.after))
        drawing.stroke(painter, start, end, color, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for point in (start, end):
            painter.drawEllipse(point, width + 1.5, width + 1.5)

    def _paint_names(self, painter: QPainter, named: Sequence[SlopeLine], *, is_after: bool) -> None:
        color = self._theme.color
        font = self._theme.font("label" if is_after else "caption")
        ordered = sorted(named, key=lambda line: -(line.after if is_after else line.before))
        wanted = [self._y(line.after if is_after else line.before) for line in ordered]
        axis, way = (self._right(), 1) if is_after else (self._left(), -1)
        room = self.width() * _SIDE - _LEADER - 6
        places = spread(wanted, float(self._theme.px(_PITCH)), float(self.height() - 8))
        for line, y, place in zip(ordered, wanted, places, strict=True):
            edge = QPointF(axis + way * _LEADER, place)
            drawing.stroke(painter, QPointF(axis + way * 5, y), edge, color("line2"))
            at = QPointF(edge.x() + way * 4, place + 5)
            value = half_up(line.after if is_after else line.before)
            self._paint_name(painter, at, line.name, str(value), font_room=(font, room), is_after=is_after)

    def _paint_name(
        self,
        painter: QPainter,
        at: QPointF,
        name: str,
        value: str,
        *,
        font_room: tuple[QFont, float],
        is_after: bool,
    ) -> None:
        font, room = font_room
        ink = self._theme.color("ink" if is_after else "ink2")
        align = drawing.LEFT if is_after else drawing.RIGHT
        wide = drawing.words(painter, at, value, font, ink, align)
        beside = QPointF(at.x() + (wide + 6) * (1 if is_after else -1), at.y())
        quiet = self._theme.font("caption")
        drawing.words(painter, beside, name, quiet, ink, align, room=room - wide - 6)
