"""The score over the quarters: a line of what really changed, broken where nothing compares, and the dots."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.domain.scoring import half_up
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.spreading import spread

_HEIGHT: Final = 280
_TOP: Final = 26
_LEFT: Final = 34
_EDGE: Final = 44
_DOT: Final = 4.5
_SCALE: Final = 10
_MANY: Final = 16
_NAMES: Final = 178
_PITCH: Final = 19
_NEAR: Final = 14
_BELOW: Final = 3
"""Lines under the axis: quarter, coverage, people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendMark:
    """One quarter: ``value`` is the height of the line, ``reported`` of the dot, ``broken`` why it breaks.

    ``known`` is the coverage in percent, ``people`` how many took part, ``step`` the change in words.
    """

    name: str
    value: float | None
    reported: float | None
    segment: int = 0
    broken: str = ""
    begins_anew: bool = False
    known: int = 0
    people: int = 0
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSeries:
    """One pillar over the same quarters; ``begins`` says where its line begins anew."""

    name: str
    values: tuple[float | None, ...]
    begins: tuple[bool, ...]
    is_weakest: bool = False

    @property
    def end(self) -> float | None:
        """Where it stands in the last quarter."""
        return self.values[-1] if self.values else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """All quarters, oldest first; ``gaps`` are their distances from the first in quarters."""

    marks: tuple[TrendMark, ...] = ()
    series: tuple[TrendSeries, ...] = ()
    gaps: tuple[int, ...] = ()
    chosen: tuple[int, int] = (0, 0)
    finding: str = ""
    note: str = ""
    is_like_for_like: bool = True


class TrendChart(Chart):
    """The chosen pair is shaded; where quarters stand close, only some of them are named.

    Pillars are grey but for the weakest and the one under the pointer; their names stand at their ends.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = TrendLine()
        self._hovered = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_value(self, value: TrendLine) -> None:
        """Show another line."""
        self._value = value
        self._hovered = ""
        self._tell(value.finding or self.tr("Trend"))

    def table(self) -> ChartTable:
        """Return every quarter: line, score as reported, change, coverage, people, and why it breaks."""
        headers = (
            self.tr("Quarter"),
            self.tr("Line"),
            self.tr("As reported"),
            self.tr("Change"),
            self.tr("Answered"),
            self.tr("People"),
            self.tr("Break"),
            *(series.name for series in self._value.series),
        )
        rows = tuple(
            (
                mark.name,
                _number(mark.value),
                _number(mark.reported),
                mark.step or "–",
                f"{mark.known} %",
                str(mark.people),
                mark.broken,
                *(_number(series.values[place]) for series in self._value.series),
            )
            for place, mark in enumerate(self._value.marks)
        )
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """A chart with three lines of words under it."""
        return QSize(self._theme.px(480), self._theme.px(_HEIGHT) + self._below())

    def minimumSizeHint(self) -> QSize:
        """Room for a handful of quarters."""
        return QSize(self._theme.px(420), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pair, the scale, the line, the dots and the words under them."""
        if not self._value.marks:
            return
        with drawing.painting(self) as painter:
            self._paint_pair(painter)
            self._paint_scale(painter)
            self._paint_breaks(painter)
            for series in sorted(self._value.series, key=self._is_out):
                self._paint_series(painter, series)
            self._paint_line(painter)
            self._paint_dots(painter)
            for place in self._named():
                self._paint_words(painter, place)
            self._paint_names(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the pillar out whose line, or name, is under the pointer."""
        self._hover(self._at(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let every pillar stand back."""
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            self.update()

    def _at(self, place: QPointF) -> str:
        """Return the pillar nearest to a place; none where none is near."""
        if not self._value.series:
            return ""
        if place.x() > self._end():
            near = [(abs(y - place.y()), name) for name, y in self._ends().items() if name]
        else:
            _, nearest = min((abs(self._x(i) - place.x()), i) for i in range(len(self._value.marks)))
            near = [
                (abs(self._y(value) - place.y()), series.name)
                for series in self._value.series
                if (value := series.values[nearest]) is not None
            ]
        distance, name = min(near, default=(_NEAR + 1.0, ""))
        return name if distance <= _NEAR else ""

    # Places

    def _end(self) -> float:
        """Return where the scale ends and the names begin."""
        return float(self.width() - (self._theme.px(_NAMES) if self._value.series else 0))

    def _ends(self) -> dict[str, float]:
        """Return where each name stands, that of the whole under no name; from top to bottom."""
        last = self._value.marks[-1].value
        ends = [(series.name, series.end) for series in self._value.series] + [("", last)]
        known = sorted(((value, name) for name, value in ends if value is not None), reverse=True)
        pitch = float(self._theme.px(_PITCH))
        places = spread([self._y(value) for value, _ in known], pitch, self._bottom())
        return {name: y for (_, name), y in zip(known, places, strict=True)}

    def _below(self) -> int:
        return self._theme.line("caption") * _BELOW + self._theme.px(8)

    def _bottom(self) -> float:
        return float(self.height() - self._below())

    def _x(self, place: int) -> float:
        left, edge = float(self._theme.px(_LEFT)), float(self._theme.px(_EDGE))
        span = max(1, self._value.gaps[-1])
        room = self._end() - left - 2 * edge
        start = left + edge
        return start + room * (self._value.gaps[place] / span if len(self._value.gaps) > 1 else 0.5)

    def _range(self) -> tuple[float, float]:
        values = [
            value for mark in self._value.marks for value in (mark.value, mark.reported) if value is not None
        ]
        values += [value for one in self._value.series for value in one.values if value is not None]
        if not values:
            return 0.0, 100.0
        low = float(max(0, _SCALE * floor((min(values) - 2) / _SCALE)))
        high = float(min(100, _SCALE * ceil((max(values) + 2) / _SCALE)))
        return low, max(high, low + 2 * _SCALE)

    def _y(self, value: float) -> float:
        low, high = self._range()
        top, bottom = float(self._theme.px(_TOP)), self._bottom()
        return bottom - (value - low) / (high - low) * (bottom - top)

    def _named(self) -> Iterator[int]:
        """Yield the quarters there is room to name: the chosen pair first, then the rest from the last."""
        wide = self._theme.metrics("label").horizontalAdvance("2026-Q3") + 14
        chosen = sorted(
            {place for place in self._value.chosen if place < len(self._value.marks)}, reverse=True
        )
        taken: list[float] = []
        others = [place for place in reversed(range(len(self._value.marks))) if place not in chosen]
        for place in (*chosen, *others):
            x = self._x(place)
            if all(abs(x - other) >= wide for other in taken):
                taken.append(x)
                yield place

    # Painting

    def _paint_pair(self, painter: QPainter) -> None:
        before, after = self._value.chosen
        if before >= after or after >= len(self._value.marks):
            return
        pad = float(self._theme.px(_EDGE) if len(self._value.marks) < 8 else 8)
        if before:
            pad = min(pad, (self._x(before) - self._x(before - 1)) / 2)
        left, right = self._x(before) - pad, self._x(after) + pad
        place = QRectF(left, 0, right - left, self.height())
        drawing.box(painter, place, 6, fill=self._theme.color("sunken"))

    def _paint_scale(self, painter: QPainter) -> None:
        color, font = self._theme.color, self._theme.font("caption")
        low, high = self._range()
        pitch = _SCALE if high - low <= 4 * _SCALE else 2 * _SCALE
        mark = int(low)
        while mark <= high:
            y = round(self._y(mark)) + 0.5
            tone = "line2" if mark == int(low) else "line"
            left = QPointF(self._theme.px(_LEFT), y)
            drawing.stroke(painter, left, QPointF(self._end(), y), color(tone))
            drawing.words(painter, QPointF(0, y + 5), str(mark), font, color("ink3"))
            mark += pitch

    def _paint_breaks(self, painter: QPainter) -> None:
        """Mark where the line begins anew, or only the version is another."""
        color, font = self._theme.color, self._theme.font("caption")
        right = 0.0
        for place, mark in enumerate(self._value.marks):
            if not mark.broken or not place:
                continue
            x = (self._x(place - 1) + self._x(place)) / 2
            drawing.stroke(painter, QPointF(x, 20), QPointF(x, self._bottom()), color("line2"), dash=(4, 4))
            wide = self._theme.metrics("caption").horizontalAdvance(mark.broken)
            start = min(max(x - wide / 2, right), self._end() - wide)
            if start <= x:
                drawing.words(painter, QPointF(start, 14), mark.broken, font, color("ink2"))
                right = start + wide + 10

    def _paint_series(self, painter: QPainter, series: TrendSeries) -> None:
        is_many = len(self._value.marks) > _MANY
        wide = 1.5 if is_many else 2.25
        color, width = self._theme.color(self._tone(series)), wide if self._is_out(series) else 1.25
        points = [
            None if value is None else QPointF(self._x(place), self._y(value))
            for place, value in enumerate(series.values)
        ]
        radius = 1.5 if is_many else 3.0
        for place, (before, after) in enumerate(pairwise(points), start=1):
            if before is not None and after is not None and not series.begins[place]:
                drawing.stroke(painter, before, after, color, width, rounded=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for point in points:
            if point is not None:
                painter.drawEllipse(point, radius, radius)

    def _is_out(self, series: TrendSeries) -> bool:
        return series.name == self._hovered if self._hovered else series.is_weakest

    def _tone(self, series: TrendSeries) -> str:
        quiet = "ink3" if len(self._value.marks) <= _MANY else "line2"
        return "accent" if self._is_out(series) else quiet

    def _paint_names(self, painter: QPainter) -> None:
        """Paint score and name at the end of every line, with a leader where the name had to move."""
        if not self._value.series:
            return
        color, strong, quiet = self._theme.color, self._theme.font("label"), self._theme.font("caption")
        by_name = {series.name: series for series in self._value.series}
        start, left = self._x(len(self._value.marks) - 1) + 7, self._end() + 8
        for name, y in self._ends().items():
            series = by_name.get(name)
            value = series.end if series is not None else self._value.marks[-1].value
            tone = "ink" if series is None else "accent" if self._is_out(series) else "ink2"
            leader = QPointF(start, self._y(value or 0.0)), QPointF(left - 4, y)
            drawing.stroke(painter, *leader, color("line2"))
            at = QPointF(left, y + 5)
            wide = drawing.words(painter, at, _whole(value), strong, color(tone))
            beside = QPointF(left + wide + 6, y + 5)
            shown, font = (self.tr("All pillars"), strong) if series is None else (name, quiet)
            drawing.words(painter, beside, shown, font, color(tone), room=self.width() - beside.x())

    def _paint_line(self, painter: QPainter) -> None:
        pen = QPen(self._theme.color("ink"), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        marks = self._value.marks
        for before, after in pairwise(range(len(marks))):
            old, new = marks[before], marks[after]
            if old.value is None or new.value is None or old.segment != new.segment or new.begins_anew:
                continue
            painter.setPen(pen)
            start = QPointF(self._x(before), self._y(old.value))
            painter.drawLine(start, QPointF(self._x(after), self._y(new.value)))

    def _paint_dots(self, painter: QPainter) -> None:
        """Paint a filled point on the line, and a ring where the score was reported elsewhere."""
        color = self._theme.color
        radius = _DOT if len(self._value.marks) <= _MANY else _DOT - 1.5
        for place, mark in enumerate(self._value.marks):
            x = self._x(place)
            if mark.reported is not None and self._value.is_like_for_like:
                center = QPointF(x, self._y(mark.reported))
                drawing.ring(painter, center, radius + 2, color("surface"), color("accent"))
            if mark.value is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("ink"))
                painter.drawEllipse(QPointF(x, self._y(mark.value)), radius - 1, radius - 1)

    def _paint_words(self, painter: QPainter, place: int) -> None:
        mark, color, line = self._value.marks[place], self._theme.color, self._theme.line("caption")
        strong = place in self._value.chosen
        top = self._bottom() + self._theme.px(6)
        lines = (
            (mark.name, "label" if strong else "caption", "ink"),
            (self.tr("{0} % known").format(mark.known), "caption", "ink2"),
            (self._people(mark.people), "caption", "ink2"),
        )
        for words, style, tone in lines:
            font = self._theme.font(style, size=12.5) if style == "caption" else self._theme.font(style)
            at = QPointF(self._x(place), drawing.line_baseline(font, top, line))
            drawing.words(painter, at, words, font, color(tone), drawing.CENTER)
            top += line
        shown = mark.reported if mark.value is None else mark.value
        is_crowded = len(self._value.marks) > _MANY and not strong
        is_named = bool(self._value.series) and place == len(self._value.marks) - 1
        if shown is not None and not is_crowded and not is_named:
            top_of_both = self._y(max(shown, mark.reported or shown))
            self._paint_number(painter, QPointF(self._x(place), top_of_both), shown)

    def _paint_number(self, painter: QPainter, at: QPointF, shown: float) -> None:
        """Paint a score over its point, on a ground of its own where pillars run behind it."""
        font, words = self._theme.font("label"), _number(shown)
        wide = self._theme.metrics("label").horizontalAdvance(words)
        if self._value.series:
            ground = QRectF(at.x() - wide / 2 - 3, at.y() - 25, wide + 6, 16)
            drawing.box(painter, ground, 4, fill=self._theme.color("surface"))
        over = QPointF(at.x(), at.y() - 12)
        drawing.words(painter, over, words, font, self._theme.color("ink"), drawing.CENTER)

    def _people(self, count: int) -> str:
        if not count:
            return self.tr("no names")
        return self.tr("1 person") if count == 1 else self.tr("{0} people").format(count)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _whole(value: float | None) -> str:
    return "–" if value is None else str(half_up(value))
