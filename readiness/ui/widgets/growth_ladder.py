"""The growth ladder: today to a hundred times, on one logarithmic bar."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
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
from readiness.ui.widgets.ladder_flags import LadderFlags
from readiness.ui.widgets.ladder_gates import LadderGates
from readiness.ui.widgets.ladder_layout import Flag, free_gap, position
from readiness.ui.widgets.numbers import times

_BAR: Final = 36
_EDGE: Final = 2
_LINE: Final = 19
_GAP: Final = 5


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
        target = ", ".join(part for part in (times(value.target), value.target_by, value.target_load) if part)
        rows = [
            (self.tr("Tested"), tested_words(value)),
            (self.tr("First known limit"), limit_words(value)),
            (self.tr("Practices"), practice_words(value)),
            (self.tr("Target"), target),
        ]
        if value.reading == "judged":
            rows += [
                (self.tr("Step {0}").format(times(step.factor)), _step_words(step)) for step in value.steps
            ]
        return ChartTable((self.tr("Fact"), self.tr("Finding")), tuple(rows))

    def sizeHint(self) -> QSize:
        """As wide as there is room; as high as flags, bar, axis and gates."""
        width = max(self.width(), self._theme.px(400))
        return QSize(self._theme.px(900), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self._theme.px(400), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Gate names wrap under their step."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as flags, bar, axis and gates at a width."""
        bar = self._bar(width)
        gates = LadderGates(self._theme, self._value).height(bar)
        below = _GAP + 2 * self._theme.px(_LINE) + (gates + 4 if gates else 2)
        return round(bar.bottom()) + below

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint flags, bar, axis and gates."""
        bar = self._bar(self.width())
        painter_of_flags = self._flags(bar)
        flags = painter_of_flags.place(bar)
        with drawing.painting(self) as painter:
            self._paint_bar(painter, bar)
            painter_of_flags.paint(painter, flags, bar, self._reach(bar))
            self._paint_statements(painter, bar, flags)
            self._paint_axis(painter, bar)
            top = bar.bottom() + _GAP + 2 * self._theme.px(_LINE) + 2
            LadderGates(self._theme, self._value).paint(painter, bar, top)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        drawing.box(painter, bar, 4, fill=self._theme.color("sunken"))
        reach = self._reach(bar)
        if reach > bar.left():
            reached = QRectF(bar.left(), bar.top(), reach - bar.left(), bar.height())
            drawing.box(painter, reached, 4, fill=self._theme.color("accent"))

    # Words in the bar

    def _paint_statements(self, painter: QPainter, bar: QRectF, flags: tuple[Flag, ...]) -> None:
        value = self._value
        if value.reading != "judged":
            words = practice_words(value).rstrip(".")
            self._state(painter, bar, flags, words, self._reach(bar))
            return
        following = value.next_step
        if following is None:
            return
        start = self._state_next(painter, bar, flags, following)
        for step in value.steps:
            if step.factor > following.factor:
                words = self.tr("then {0}: {1}").format(times(step.factor), gates_words(step))
                before = self._x(STEPS[STEPS.index(step.factor) - 1], bar)
                after, end = max(start + 14, before), self._x(step.factor, bar)
                start = max(start, self._state(painter, bar, flags, words, after, end=end, strong=False))

    def _state_next(
        self, painter: QPainter, bar: QRectF, flags: tuple[Flag, ...], following: LadderStep
    ) -> float:
        """Write the distance before the step it leads to, in fewer words where room is short."""
        whole = next_words(self._value)
        short = next_words(replace(self._value, effort=""))
        start, end = self._reach(bar), self._x(following.factor, bar)
        for words in (whole, short):
            reached = self._state(painter, bar, flags, words, start, end=end)
            if reached > start:
                return reached
        return self._state(painter, bar, flags, whole, start)

    def _state(
        self,
        painter: QPainter,
        bar: QRectF,
        flags: tuple[Flag, ...],
        text: str,
        start: float,
        *,
        end: float = 0.0,
        strong: bool = True,
    ) -> float:
        """Write words into the bar where no mark stands; return where they end, or ``start`` if nowhere."""
        font = self._theme.font("caption", weight=600 if strong else 400)
        width = QFontMetricsF(font).horizontalAdvance(text)
        marks = tuple(flag.x for flag in flags if flag.has_pole)
        left = free_gap(marks, start, end or bar.right(), width)
        if left is None:
            return start
        at = QPointF(left, drawing.baseline(font, bar.top(), bar.height()))
        drawing.words(painter, at, text, font, self._theme.color("ink" if strong else "ink2"))
        return left + width

    # Under the bar

    def _paint_axis(self, painter: QPainter, bar: QRectF) -> None:
        color = self._theme.color
        strong, quiet = self._theme.font("label"), self._theme.font("caption")
        height = self._theme.px(_LINE)
        first = drawing.line_baseline(strong, bar.bottom() + _GAP, height)
        second = drawing.line_baseline(quiet, bar.bottom() + _GAP + height, height)
        target = self._value.target
        factors: list[float] = [float(step) for step in STEPS]
        if all(abs(self._x(target, bar) - self._x(step, bar)) > self._theme.px(44) for step in STEPS):
            factors.append(target)
        for factor in factors:
            at = QPointF(self._x(factor, bar), first)
            drawing.words(painter, at, times(factor), strong, color("ink"), self._align(factor))
        drawing.words(painter, QPointF(bar.left(), second), self._today(), quiet, color("ink2"))
        if self._value.target_load and not self._is_load_crowded(bar):
            at = QPointF(min(self._x(target, bar), bar.right()), second)
            drawing.words(painter, at, self._value.target_load, quiet, color("ink2"), self._align(target))

    def _align(self, factor: float) -> Qt.AlignmentFlag:
        if factor <= 1:
            return drawing.LEFT
        return drawing.RIGHT if factor >= 60 else drawing.CENTER

    def _today(self) -> str:
        return self.tr("{0} today").format(self._value.today) if self._value.today else self.tr("today")

    def _is_load_crowded(self, bar: QRectF) -> bool:
        """Whether the target's load would meet today's under the bar; it joins the flag then."""
        metrics = self._theme.metrics("caption")
        half = metrics.horizontalAdvance(self._value.target_load) / 2
        end = bar.left() + metrics.horizontalAdvance(self._today()) + 12
        return self._x(self._value.target, bar) - half < end

    # Measures

    def _flags(self, bar: QRectF) -> LadderFlags:
        crowded = bool(self._value.target_load) and self._is_load_crowded(bar)
        return LadderFlags(self._theme, self._value, load_at_target=crowded)

    def _bar(self, width: float) -> QRectF:
        flat = QRectF(_EDGE, 0, width - 2 * _EDGE, self._theme.px(_BAR))
        flags = self._flags(flat)
        return flat.translated(0, flags.height(flags.place(flat)))

    def _x(self, factor: float, bar: QRectF) -> float:
        return position(factor, bar.left(), bar.width())

    def _reach(self, bar: QRectF) -> float:
        """Return where the solid part of the bar ends."""
        judged = self._value.reading == "judged"
        return self._x((self._value.practices or 1) if judged else 1, bar)


def _step_words(step: LadderStep) -> str:
    names = f": {', '.join(step.names)}" if step.names else ""
    return f"{gates_words(step)}{names}"
