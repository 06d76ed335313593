"""The score as it closes, and what it would be if what is unknown were found."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.numbers import half_up

_ROW: Final = 60
_BAR: Final = 18
_DOT: Final = 8.5
_NUMBER: Final = 64
_LEAST_SPAN: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """One case, 0 to 100; ``displayed`` is nothing where only the range may be printed."""

    name: str
    score: float | None = None
    displayed: int | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingEffectValue:
    """The cases, the mark that the target needs with its words, and the finding."""

    rows: tuple[EffectRow, ...] = ()
    needed: float | None = None
    needed_words: str = ""
    finding: str = ""


class ClosingEffect(Chart):
    """One scale for all cases, from the lowest to the highest that is shown: range, score, number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("closing-chart")
        self._value = ClosingEffectValue()

    def set_value(self, value: ClosingEffectValue) -> None:
        """Show other cases."""
        self._value = value
        self._tell(value.finding)

    def table(self) -> ChartTable:
        """Return case, score, range and what is needed."""
        headers = (self.tr("If closed"), self.tr("Score"), self.tr("Plausible range"), self.tr("Mark"))
        needed = "–" if self._value.needed is None else str(half_up(self._value.needed))
        return ChartTable(headers, tuple((*_cells(row), needed) for row in self._value.rows))

    def sizeHint(self) -> QSize:
        """The mark’s words, the cases, the axis."""
        rows = len(self._value.rows) * self._theme.px(_ROW)
        return QSize(self._theme.px(420), self._top() + rows + self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Room for a short bar."""
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, cases and mark."""
        with drawing.painting(self) as painter:
            self._paint_axis(painter)
            for place, row in enumerate(self._value.rows):
                self._paint_row(painter, row, self._top() + place * self._theme.px(_ROW))
            self._paint_needed(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        color, font = self._theme.color, self._theme.font("caption")
        low, high, step = self._scale()
        bottom = self._bottom()
        base = drawing.baseline(font, bottom + 2, self._theme.px(24))
        for mark in range(low, high + 1, step):
            x = round(self._x(mark)) + 0.5
            drawing.stroke(painter, QPointF(x, self._top()), QPointF(x, bottom), color("line"))
            drawing.words(painter, QPointF(x, base), str(mark), font, color("ink3"), drawing.CENTER)

    def _paint_row(self, painter: QPainter, row: EffectRow, top: float) -> None:
        color = self._theme.color
        label, line = self._theme.font("label", weight=500), self._theme.px(24)
        width = self._theme.metrics("label", weight=500).horizontalAdvance(row.name)
        ground = QRectF(0, top, width + 6, line)
        painter.fillRect(ground, color("surface"))
        at = QPointF(0, drawing.baseline(label, top, line))
        drawing.words(painter, at, row.name, label, color("ink"), room=float(self.width()))
        bar = QRectF(0, top + line + 2, 0, self._theme.px(_BAR))
        right = 0.0
        if row.low is not None and row.high is not None:
            left, right = self._x(row.low), self._x(row.high)
            drawing.box(
                painter, QRectF(left, bar.top(), right - left, bar.height()), 3, fill=color("accentSoft")
            )
        if row.displayed is not None and row.score is not None:
            center = QPointF(self._x(row.score), bar.center().y())
            painter.setPen(color("surface"))
            painter.setBrush(color("accent"))
            radius = min(_DOT * self._theme.zoom, bar.height() / 2)
            painter.drawEllipse(center, radius, radius)
        strong = self._theme.font("section", size=20 if row.displayed is not None else 16)
        words = str(row.displayed) if row.displayed is not None else _spread(row)
        tone = color("ink" if row.displayed is not None else "ink3")
        right = max(right, self._x(self._value.needed or 0) if self._is_near(right) else right)
        at = QPointF(right + 10, drawing.baseline(strong, bar.top(), bar.height()))
        drawing.words(painter, at, words, strong, tone)

    def _is_near(self, right: float) -> bool:
        """Say whether the mark would cross the number that stands after a bar."""
        if self._value.needed is None:
            return False
        x = self._x(self._value.needed)
        return right - 2 <= x <= right + self._theme.px(44)

    def _paint_needed(self, painter: QPainter) -> None:
        if self._value.needed is None:
            return
        color, font = self._theme.color, self._theme.font("label")
        x = self._x(self._value.needed)
        top = self._theme.px(4)
        drawing.stroke(painter, QPointF(x, top), QPointF(x, self._bottom()), color("ink"), 2.5)
        words = self._value.needed_words
        width = self._theme.metrics("label").horizontalAdvance(words)
        base = drawing.baseline(font, top, self._theme.px(20))
        is_right = x + 8 + width <= self.width()
        at = QPointF(x + 8, base) if is_right else QPointF(x - 8, base)
        drawing.words(painter, at, words, font, color("ink"), drawing.LEFT if is_right else drawing.RIGHT)

    def _scale(self) -> tuple[int, int, int]:
        """Return the axis: from, to, step."""
        ends = [end for row in self._value.rows for end in (row.low, row.high, row.score) if end is not None]
        if self._value.needed is not None:
            ends.append(self._value.needed)
        least, most = min(ends, default=0.0), max(ends, default=100.0)
        step = next((one for one in (5, 10, 20) if most - least <= 5 * one), 20)
        low, high = step * floor(least / step), step * ceil(most / step)
        while high - low < _LEAST_SPAN:
            low, high = max(0, low - step), min(100, high + step)
        return low, min(100, high), step

    def _x(self, value: float) -> float:
        low, high, _ = self._scale()
        left, room = self._theme.px(10), self.width() - self._theme.px(10 + _NUMBER)
        return left + room * (value - low) / max(1, high - low)

    def _top(self) -> int:
        return self._theme.px(26)

    def _bottom(self) -> float:
        return self._top() + len(self._value.rows) * self._theme.px(_ROW) - self._theme.px(6)


def _spread(row: EffectRow) -> str:
    return "" if row.low is None or row.high is None else f"{half_up(row.low)}–{half_up(row.high)}"


def _cells(row: EffectRow) -> tuple[str, str, str]:
    return row.name, "–" if row.displayed is None else str(row.displayed), _spread(row) or "–"
