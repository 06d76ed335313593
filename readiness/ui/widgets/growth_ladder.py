"""The growth ladder: today to a hundred times, on one logarithmic bar."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.ladder import (
    STEPS,
    Ladder,
    LadderStep,
    finding,
    gates_words,
    limit_words,
    next_words,
    practice_words,
    tested_words,
)
from readiness.ui.widgets.ladder_layout import Flag, free_gap, place_flags, position
from readiness.ui.widgets.numbers import times

_ROW: Final = 27
_BAR: Final = 36
_EDGE: Final = 2
_SHOWN_GATES: Final = 3

# How a pole is drawn: width of its line.
_POLES: Final = {"limit": 1.5, "tested": 2.5, "practices": 3.0, "target": 3.0}


@dataclass(frozen=True, slots=True)
class _Label:
    strong: str
    rest: str


class GrowthLadder(Chart):
    """Solid is what practices support, the notch the first known limit, the line across what was tested."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = Ladder()
        self._tell(finding(self._value))

    @property
    def value(self) -> Ladder:
        """What is shown."""
        return self._value

    def set_value(self, value: Ladder) -> None:
        """Show another ladder."""
        self._value = value
        self._tell(finding(value))

    def table(self) -> ChartTable:
        """Return facts and steps as rows."""
        value = self._value
        rows = [
            (self.tr("Tested"), tested_words(value)),
            (self.tr("First known limit"), limit_words(value)),
            (self.tr("Practices"), practice_words(value)),
            (self.tr("Target"), " ".join(part for part in (times(value.target), value.target_by) if part)),
        ]
        if value.reading == "judged":
            rows += [
                (self.tr("Step {0}").format(times(step.factor)), _step_words(step)) for step in value.steps
            ]
        return ChartTable((self.tr("Fact"), self.tr("Finding")), tuple(rows))

    def sizeHint(self) -> QSize:
        """As wide as there is room; as high as flags, bar, axis and gates."""
        return QSize(self._theme.px(900), self._height(max(self.width(), self._theme.px(600))))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self._theme.px(520), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Gate names wrap under their step."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as flags, bar, axis and gates at a width."""
        return self._height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint flags, bar, axis and gates."""
        flags = self._flags(self.width())
        top = self._flag_height(flags)
        bar = QRectF(_EDGE, top, self.width() - 2 * _EDGE, self._theme.px(_BAR))
        with drawing.painting(self) as painter:
            self._paint_bar(painter, bar)
            for flag in flags:
                self._paint_flag(painter, flag, bar)
            self._paint_statements(painter, bar, flags)
            self._paint_axis(painter, bar)
            self._paint_gates(painter, bar)

    # The bar

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        color = self._theme.color
        drawing.box(painter, bar, 4, fill=color("sunken"))
        if self._value.reading == "judged" and (self._value.practices or 1) > 1:
            reached = QRectF(bar)
            reached.setRight(self._x(self._value.practices or 1, bar))
            drawing.box(painter, reached, 4, fill=color("accent"))
        for step in STEPS[1:-1]:
            x = self._x(step, bar)
            if (self._value.practices or 1) < step:
                drawing.stroke(
                    painter, QPointF(x, bar.top()), QPointF(x, bar.bottom()), color("surface"), 1.5
                )

    # Flags

    def _labels(self) -> dict[str, _Label]:
        value = self._value
        labels: dict[str, _Label] = {}
        unknown: list[str] = []
        if value.limit is not None:
            rest = self.tr("first known limit")
            if value.limit_resource:
                rest = self.tr("first known limit: {0}").format(value.limit_resource)
            labels["limit"] = _Label(times(value.limit), rest)
        else:
            unknown.append(self.tr("limit not known"))
        if value.tested is not None:
            labels["tested"] = _Label(times(value.tested), self.tr("tested to"))
        else:
            unknown.insert(0, self.tr("untested"))
        if value.reading == "judged" and (value.practices or 1) > 1:
            labels["practices"] = _Label(times(value.practices or 1), self.tr("practices support"))
        by = self.tr("target, by {0}").format(value.target_by) if value.target_by else self.tr("target")
        labels["target"] = _Label(times(value.target), by)
        if unknown:
            labels["unknown"] = _Label("", ", ".join(unknown))
        return labels

    def _flags(self, width: float) -> tuple[Flag, ...]:
        bar = QRectF(_EDGE, 0, width - 2 * _EDGE, 1)
        places = {
            "limit": self._value.limit or 1.0,
            "tested": self._value.tested or 1.0,
            "practices": float(self._value.practices or 1),
            "target": self._value.target,
            "unknown": 1.0,
        }
        flags = [
            Flag(
                key=key,
                x=self._x(places[key], bar),
                width=min(self._label_width(label), width * 0.45),
                has_pole=key != "unknown",
            )
            for key, label in self._labels().items()
        ]
        return place_flags(flags, bar.left(), bar.right())

    def _label_width(self, label: _Label) -> float:
        strong = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(label.strong)
        rest = QFontMetricsF(self._theme.font("body")).horizontalAdvance(label.rest)
        return strong + (7 if label.strong else 0) + rest + 1

    def _paint_flag(self, painter: QPainter, flag: Flag, bar: QRectF) -> None:
        color = self._theme.color
        top = bar.top() - (flag.row + 1) * self._theme.px(_ROW)
        if flag.has_pole:
            self._paint_pole(painter, flag, top, bar)
        label = self._labels()[flag.key]
        start, end = flag.label
        strong = self._theme.font("bodyStrong")
        at = QPointF(start, drawing.baseline(strong, top, self._theme.px(16)))
        taken = drawing.words(painter, at, label.strong, strong, color("ink"))
        if label.strong:
            at.setX(start + taken + 7)
        quiet = color("ink2" if flag.has_pole else "ink3")
        drawing.words(painter, at, label.rest, self._theme.font("body"), quiet, room=end - at.x() + 2)

    def _paint_pole(self, painter: QPainter, flag: Flag, top: float, bar: QRectF) -> None:
        color = self._theme.color
        end = {
            "limit": bar.top(),
            "tested": bar.top(),
            "practices": bar.bottom() + 3,
            "target": bar.bottom() + 7,
        }
        foot = QPointF(flag.x, end[flag.key])
        drawing.stroke(painter, QPointF(flag.x, top), foot, color("ink"), _POLES[flag.key])
        if flag.key == "limit":
            tip = QPointF(flag.x, bar.top() + 14)
            drawing.notch(painter, tip, 18, color("attention"), color("attentionLine"))
        elif flag.key == "tested":
            inside = flag.x < self._reach(bar) - 1
            across = color("surface" if inside else "ink")
            drawing.stroke(painter, QPointF(flag.x, bar.top()), QPointF(flag.x, bar.bottom()), across, 2.5)

    # Words in the bar

    def _paint_statements(self, painter: QPainter, bar: QRectF, flags: tuple[Flag, ...]) -> None:
        value = self._value
        if value.reading != "judged":
            words = practice_words(value).rstrip(".")
            self._state(painter, bar, flags, words, self._reach(bar), strong=True)
            return
        start = self._reach(bar)
        following = next_words(value)
        if following:
            start = self._state(painter, bar, flags, following, start, strong=True)
        later = [step for step in value.steps if value.next_step and step.factor > value.next_step.factor]
        for step in later:
            words = self.tr("then {0}: {1}").format(times(step.factor), gates_words(step))
            before = self._x(STEPS[STEPS.index(step.factor) - 1], bar)
            start = self._state(painter, bar, flags, words, max(start, before), strong=False)

    def _state(
        self,
        painter: QPainter,
        bar: QRectF,
        flags: tuple[Flag, ...],
        text: str,
        start: float,
        *,
        strong: bool,
    ) -> float:
        """Write words into the bar where no mark stands; return where they end."""
        font = self._theme.font("label" if strong else "caption", weight=600 if strong else 400)
        width = QFontMetricsF(font).horizontalAdvance(text)
        marks = [flag.x + (9 if flag.key == "limit" else 2) for flag in flags if flag.has_pole]
        marks += [self._x(step, bar) for step in STEPS[1:-1] if self._is_narrow_enough(width, bar)]
        left = free_gap(marks, start, bar.right(), width)
        if left is None:
            return start
        at = QPointF(left, drawing.baseline(font, bar.top(), bar.height()))
        drawing.words(painter, at, text, font, self._theme.color("ink" if strong else "ink2"))
        return left + width

    def _is_narrow_enough(self, width: float, bar: QRectF) -> bool:
        return width < bar.width() / 3

    # Under the bar

    def _paint_axis(self, painter: QPainter, bar: QRectF) -> None:
        color = self._theme.color
        strong, quiet = self._theme.font("label"), self._theme.font("caption")
        height = self._theme.px(19)
        first = drawing.line_baseline(strong, bar.bottom() + 5, height)
        second = drawing.line_baseline(quiet, bar.bottom() + 5 + height, height)
        taken: list[tuple[float, float]] = []
        for factor in STEPS:
            self._paint_step_label(painter, bar, first, factor, taken)
        today = self.tr("{0} today").format(self._value.today) if self._value.today else self.tr("today")
        drawing.words(painter, QPointF(bar.left(), second), today, quiet, color("ink2"))
        self._paint_target_label(painter, bar, (first, second), taken)

    def _paint_step_label(
        self, painter: QPainter, bar: QRectF, base: float, factor: int, taken: list[tuple[float, float]]
    ) -> None:
        font = self._theme.font("label")
        align = {1: drawing.LEFT, 100: drawing.RIGHT}.get(factor, drawing.CENTER)
        x = self._x(factor, bar)
        width = drawing.words(painter, QPointF(x, base), times(factor), font, self._theme.color("ink"), align)
        left = {drawing.LEFT: x, drawing.CENTER: x - width / 2, drawing.RIGHT: x - width}[align]
        taken.append((left, left + width))

    def _paint_target_label(
        self, painter: QPainter, bar: QRectF, lines: tuple[float, float], taken: list[tuple[float, float]]
    ) -> None:
        value, quiet = self._value, self._theme.font("caption")
        x = self._x(value.target, bar)
        near_end = x > bar.right() - self._theme.px(50)
        align = drawing.RIGHT if near_end else drawing.CENTER
        strong = self._theme.font("label")
        half = QFontMetricsF(strong).horizontalAdvance(times(value.target)) / 2 + 4
        if all(x + half < left or x - half > right for left, right in taken):
            at = QPointF(x, lines[0])
            drawing.words(painter, at, times(value.target), strong, self._theme.color("ink"), align)
        if value.target_load and x > bar.left() + self._theme.px(150):
            at = QPointF(x, lines[1])
            drawing.words(painter, at, value.target_load, quiet, self._theme.color("ink2"), align)

    # Open gates under their step

    def _columns(self, bar: QRectF) -> list[tuple[LadderStep, float, float]]:
        """Return the steps whose gates are named, with the left and the width of their column."""
        value = self._value
        if value.reading != "judged":
            return []
        open_steps = [
            step
            for step in value.steps
            if step.names and (value.practices or 1) < step.factor <= max(2.0, _step_of(value.target))
        ]
        columns = []
        for step in open_steps:
            before = self._x(STEPS[STEPS.index(step.factor) - 1], bar)
            columns.append((step, before, self._x(step.factor, bar) - before - 16))
        return columns

    def _gate_lines(self, step: LadderStep, width: float) -> list[list[str]]:
        """Return the names of a step, in lines that fit the column."""
        font = self._theme.font("caption", weight=500)
        metrics = QFontMetricsF(font)
        names = list(step.names[:_SHOWN_GATES])
        more = len(step.names) - _SHOWN_GATES
        if more > 0:
            names.append(f"+{more}")
        lines: list[list[str]] = [[]]
        used = 0.0
        for name in names:
            wide = metrics.horizontalAdvance(name) + (0 if name.startswith("+") else 18) + 16
            if lines[-1] and used + wide > width + 16:
                lines.append([])
                used = 0.0
            lines[-1].append(name)
            used += wide
        return lines

    def _paint_gates(self, painter: QPainter, bar: QRectF) -> None:
        line = self._theme.px(20)
        top = bar.bottom() + 5 + 2 * self._theme.px(19) + 4
        quiet = self._theme.font("caption")
        for step, left, width in self._columns(bar):
            at = QPointF(left, drawing.line_baseline(quiet, top, line))
            words = self.tr("open for {0}:").format(times(step.factor))
            drawing.words(painter, at, words, quiet, self._theme.color("ink2"), room=width)
            for index, names in enumerate(self._gate_lines(step, width)):
                place = QRectF(left, top + (index + 1) * line, width, line)
                self._paint_gate_line(painter, names, place)

    def _paint_gate_line(self, painter: QPainter, names: list[str], place: QRectF) -> None:
        font = self._theme.font("caption", weight=500)
        base = drawing.line_baseline(font, place.top(), place.height())
        x = place.left()
        for name in names:
            if not name.startswith("+"):
                drawing.notch(painter, QPointF(x + 5.5, base), 10, None, self._theme.color("ink3"))
                x += 18
            room = place.right() - x
            x += drawing.words(painter, QPointF(x, base), name, font, self._ink(), room=room) + 16

    # Measures

    def _ink(self) -> QColor:
        return self._theme.color("ink")

    def _x(self, factor: float, bar: QRectF) -> float:
        return position(factor, bar.left(), bar.width())

    def _reach(self, bar: QRectF) -> float:
        """Return where the solid part of the bar ends."""
        judged = self._value.reading == "judged"
        return self._x((self._value.practices or 1) if judged else 1, bar)

    def _flag_height(self, flags: tuple[Flag, ...]) -> float:
        return (max((flag.row for flag in flags), default=0) + 1) * self._theme.px(_ROW) + 2

    def _height(self, width: float) -> int:
        bar = QRectF(_EDGE, 0, width - 2 * _EDGE, 1)
        gates = max((len(self._gate_lines(step, wide)) for step, _, wide in self._columns(bar)), default=-1)
        below = 5 + 2 * self._theme.px(19) + (4 + (gates + 1) * self._theme.px(20) if gates >= 0 else 2)
        return round(self._flag_height(self._flags(width)) + self._theme.px(_BAR) + below)


def _step_words(step: LadderStep) -> str:
    names = f": {', '.join(step.names)}" if step.names else ""
    return f"{gates_words(step)}{names}"


def _step_of(target: float) -> float:
    return float(next((step for step in STEPS if step >= target), STEPS[-1]))
