"""The bridge: how one score became the next, step by step; what is not the team’s doing is hatched."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.wrapping import wrap

_HEIGHT: Final = 290
_TOP: Final = 28
_AXIS: Final = 34
_BAR: Final = 68
_SCALE: Final = 5
_FROM_ZERO: Final = 10
_LEAST_COLUMN: Final = 74
_LINES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeBar:
    """One step: from where to where, its change in words, and whether it is what the team did.

    ``is_noise``: what the team did cannot be told from noise; it is paler then.
    """

    name: str
    note: str
    words: str
    start: float
    end: float
    is_team: bool = False
    is_noise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """Two scores as they were reported and the steps between; ``table`` has also the steps of no change."""

    before: float = 0.0
    after: float = 0.0
    before_name: str = ""
    after_name: str = ""
    bars: tuple[BridgeBar, ...] = ()
    table: tuple[tuple[str, str, str], ...] = ()
    finding: str = ""


class BridgeChart(Chart):
    """Solid ends, a bar a step, dotted lines from one to the next; the scale is broken above zero."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = Bridge()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_value(self, value: Bridge) -> None:
        """Show another bridge."""
        self._value = value
        self._tell(value.finding or self.tr("Bridge"))

    def table(self) -> ChartTable:
        """Return every step, those of no change too."""
        headers = (self.tr("Step"), self.tr("Points"), self.tr("Questions"))
        return ChartTable(headers, self._value.table)

    def sizeHint(self) -> QSize:
        """Bars, numbers over them, names under them."""
        return QSize(self._theme.px(680), self._theme.px(_HEIGHT) + self._names_height())

    def minimumSizeHint(self) -> QSize:
        """Room for every column’s name."""
        columns = len(self._value.bars) + 2
        return QSize(self._theme.px(_AXIS + columns * _LEAST_COLUMN), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, bars and names."""
        if not self._value.table:
            return
        with drawing.painting(self) as painter:
            self._paint_scale(painter)
            self._paint_end(painter, 0, self._value.before, "ink2")
            for index, bar in enumerate(self._value.bars, start=1):
                self._paint_step(painter, index, bar)
            self._paint_end(painter, len(self._value.bars) + 1, self._value.after, "accent")
            self._paint_names(painter)

    # Scale

    def _range(self) -> tuple[float, float]:
        ends = [self._value.before, self._value.after]
        ends += [end for bar in self._value.bars for end in (bar.start, bar.end)]
        low = float(_SCALE * floor((min(ends) - _SCALE / 2) / _SCALE))
        high = float(_SCALE * ceil(max(ends) / _SCALE))
        low = 0.0 if low < _FROM_ZERO else low
        return low, max(high, low + 2 * _SCALE)

    def _bottom(self) -> float:
        return float(self.height() - self._names_height())

    def _y(self, value: float) -> float:
        low, high = self._range()
        top, bottom = float(self._theme.px(_TOP)), self._bottom()
        return bottom - (value - low) / (high - low) * (bottom - top)

    def _marks(self) -> Iterator[int]:
        low, high = self._range()
        pitch = _SCALE * ceil((high - low) / _SCALE / 4)
        mark = int(low) + pitch
        while mark <= high:
            yield mark
            mark += pitch

    def _paint_scale(self, painter: QPainter) -> None:
        color, font, right = self._theme.color, self._theme.font("caption"), float(self.width())
        for mark in self._marks():
            y = round(self._y(mark)) + 0.5
            drawing.stroke(painter, QPointF(0, y), QPointF(right, y), color("line"))
            drawing.words(painter, QPointF(right, y - 4), str(mark), font, color("ink3"), drawing.RIGHT)
        y = round(self._bottom()) + 0.5
        drawing.stroke(painter, QPointF(0, y), QPointF(right, y), color("line2"), 1.5)

    # Bars

    def _column(self, index: int) -> QRectF:
        width = (self.width() - self._theme.px(_AXIS)) / (len(self._value.bars) + 2)
        return QRectF(index * width, 0, width, self.height())

    def _bar(self, index: int, top: float, bottom: float) -> QRectF:
        column = self._column(index)
        width = min(float(self._theme.px(_BAR)), column.width() - 10)
        return QRectF(column.center().x() - width / 2, top, width, max(2.0, bottom - top))

    def _paint_end(self, painter: QPainter, index: int, value: float, tone: str) -> None:
        bar = self._bar(index, self._y(value), self._bottom())
        drawing.box(painter, bar, 2, fill=self._theme.color(tone))
        if self._range()[0]:
            self._paint_break(painter, bar)
        font = self._theme.font("section")
        at = QPointF(bar.center().x(), bar.top() - 8)
        drawing.words(painter, at, f"{value:.1f}", font, self._theme.color("ink"), drawing.CENTER)

    def _paint_break(self, painter: QPainter, bar: QRectF) -> None:
        """Paint a jagged line over a bar that does not begin at zero."""
        base = bar.bottom() - 14
        steps = 4
        points = [
            QPointF(bar.left() + bar.width() * step / steps, base + (4 if step % 2 else 0))
            for step in range(steps + 1)
        ]
        painter.setPen(QPen(self._theme.color("surface"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _paint_step(self, painter: QPainter, index: int, step: BridgeBar) -> None:
        color = self._theme.color
        high, low = self._y(max(step.start, step.end)), self._y(min(step.start, step.end))
        bar = self._bar(index, high, low)
        self._paint_link(painter, index - 1, self._y(step.start))
        if step.is_team:
            fill = color("accentSoft" if step.is_noise else "accent")
            drawing.box(painter, bar, 2, fill=fill, line=color("accent"))
        else:
            drawing.hatched(painter, bar, 2, color("surface"), color("line2"))
        if index == len(self._value.bars):
            self._paint_link(painter, index, self._y(step.end))
        font = self._theme.font("section" if step.is_team else "label")
        at = QPointF(bar.center().x(), bar.top() - 8)
        tone = color("ink" if step.is_team else "ink2")
        drawing.words(painter, at, step.words, font, tone, drawing.CENTER)

    def _paint_link(self, painter: QPainter, index: int, y: float) -> None:
        left = self._bar(index, 0, 0).right()
        right = self._bar(index + 1, 0, 0).left()
        line = self._theme.color("line2")
        drawing.stroke(painter, QPointF(left, y), QPointF(right, y), line, dash=(3, 3))

    # Names

    def _names_height(self) -> int:
        lines = max(len(self._wrapped(name)) for name in ("", *(bar.name for bar in self._value.bars)))
        return self._theme.line("caption") * (lines + 1) + self._theme.px(10)

    def _wrapped(self, name: str) -> tuple[str, ...]:
        width = (max(self.width(), 1) - self._theme.px(_AXIS)) / (len(self._value.bars) + 2) - 6
        return wrap(name, self._theme.font("label"), width, _LINES)

    def _paint_names(self, painter: QPainter) -> None:
        value, told = self._value, self.tr("as sealed")
        names = [(value.before_name, told, True)]
        names += [(bar.name, bar.note, bar.is_team) for bar in value.bars]
        names.append((value.after_name, told, True))
        for index, (name, note, is_strong) in enumerate(names):
            self._paint_name(painter, index, name, note, "label" if is_strong else "caption")

    def _paint_name(self, painter: QPainter, index: int, name: str, note: str, style: str) -> None:
        color, line = self._theme.color, self._theme.line("caption")
        middle, top = self._column(index).center().x(), self._bottom() + self._theme.px(6)
        for words in self._wrapped(name):
            font = self._theme.font(style)
            at = QPointF(middle, drawing.line_baseline(font, top, line))
            drawing.words(painter, at, words, font, color("ink"), drawing.CENTER)
            top += line
        quiet = self._theme.font("caption")
        at = QPointF(middle, drawing.line_baseline(quiet, top, line))
        room = self._column(index).width() - 4
        drawing.words(painter, at, note, quiet, color("ink2"), drawing.CENTER, room=room)
