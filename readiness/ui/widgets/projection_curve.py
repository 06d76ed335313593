"""Where the plan leads: the score at the end of each quarter over its own column, the growth step below."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from readiness.ui.action_words import score_of
from readiness.ui.board_facts import BoardFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

HEIGHT: Final = 196
LOW: Final = 142
"""Its height where the window is low: the words about the fan go, readers still hear them."""

TICK: Final = 84
"""Room at the right of the last column for the mark of the target step."""

_TOP: Final = 34
_BELOW: Final = 58
_STEPS: Final = 32
_ABOUT: Final = 20
_LEAST_SPAN: Final = 12.0
_TODAY: Final = 0.09
_END: Final = 0.72

Point = QPointF | None


class ProjectionCurve(Painted):
    """Solid for the plan, pale for what is likely, dotted with hollow points for what is tried out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._facts: BoardFacts | None = None
        self._columns: tuple[tuple[float, float], ...] = ()
        self._scale = (0.0, _LEAST_SPAN)
        self.setObjectName("projection")

    def set_facts(self, facts: BoardFacts, columns: Sequence[tuple[float, float]]) -> None:
        """Show a plan over columns, each given by its left edge and its width."""
        self._facts = facts
        self._columns = tuple(columns)
        self._scale = _scale(facts)
        told = [self.tr("{0} today, {1}").format(score_of(facts.curve.start), facts.curve.step)]
        told += [
            self.tr("{0} by {1}, {2}").format(score_of(column.score), column.title, column.step)
            for column in facts.columns
        ]
        told += [words for words in (facts.curve.mark_words, facts.curve.about) if words]
        self.setAccessibleName(facts.finding)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """The board gives the width."""
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint fan, lines, points, scores, the mark and the steps."""
        facts = self._facts
        if facts is None or not self._columns:
            return
        with drawing.painting(self) as painter:
            agreed = self._line([facts.curve.start, *(c.score for c in facts.columns)])
            tried = self._line([facts.curve.start, *(c.tried_score for c in facts.columns)])
            self._paint_fan(painter, facts)
            self._paint_about(painter, facts)
            if facts.curve.start is None:
                self._paint_nothing(painter)
            self._paint_mark(painter, facts)
            if any(column.tried_score is not None for column in facts.columns):
                self._paint_line(painter, tried, is_tried=True)
            self._paint_line(painter, agreed, is_tried=False)
            self._paint_scores(painter, facts, agreed, tried)
            self._paint_steps(painter, facts)

    # Places

    def _xs(self) -> list[float]:
        first, width = self._columns[0]
        return [first + width * _TODAY, *(left + span * _END for left, span in self._columns)]

    def _y(self, score: float) -> float:
        low, span = self._scale
        top, bottom = self._theme.px(_TOP + (0 if self._is_low else _ABOUT)), self._bottom
        return bottom - (score - low) / span * (bottom - top)

    @property
    def _is_low(self) -> bool:
        return self.height() < self._theme.px(HEIGHT)

    @property
    def _bottom(self) -> float:
        return float(self.height() - self._theme.px(_BELOW))

    def _line(self, scores: Sequence[float | None]) -> list[Point]:
        return [
            None if score is None else QPointF(x, self._y(score))
            for x, score in zip(self._xs(), scores, strict=False)
        ]

    # Painting

    def _paint_fan(self, painter: QPainter, facts: BoardFacts) -> None:
        """Paint how far the score may lie from the line; it widens as less may get done than is planned."""
        upper = _known(self._line([facts.curve.high, *(c.high for c in facts.columns)]))
        lower = _known(self._line([facts.curve.low, *(c.low for c in facts.columns)]))
        if len(upper) > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accentTint"))
            painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _paint_about(self, painter: QPainter, facts: BoardFacts) -> None:
        """Paint what the fan is, where there is room above it."""
        font = self._theme.font("caption")
        room = self._columns[-1][0] + self._columns[-1][1] - self._columns[0][0]
        if not self._is_low and QFontMetricsF(font).horizontalAdvance(facts.curve.about) <= room:
            at = QPointF(self._columns[0][0], drawing.line_baseline(font, 0, self._theme.px(18)))
            drawing.words(painter, at, facts.curve.about, font, self._theme.color("ink2"))

    def _paint_nothing(self, painter: QPainter) -> None:
        """Say why there is no curve."""
        font = self._theme.font("body")
        at = QPointF(self._columns[0][0], drawing.line_baseline(font, 0, self._theme.px(40)))
        words = self.tr("Too little is answered for a score")
        drawing.words(painter, at, words, font, self._theme.color("ink2"))

    def _paint_mark(self, painter: QPainter, facts: BoardFacts) -> None:
        """Paint where the score stands once every requirement of the target step is met."""
        if facts.curve.mark is None:
            return
        left, width = self._columns[-1]
        y, px = self._y(facts.curve.mark), self._theme.px
        start = left + width * _END + px(16)
        end = left + width + px(TICK) - px(8)
        drawing.stroke(painter, QPointF(start, y), QPointF(end, y), self._theme.color("ink"), 2.5)
        font = self._theme.font("caption")
        wide = QFontMetricsF(font).horizontalAdvance(facts.curve.mark_words)
        ends = [c.score for c in facts.columns if c.score is not None]
        below = bool(ends) and facts.curve.mark < ends[-1]
        at = QPointF(end - wide, y + px(18) if below else y - px(7))
        drawing.words(painter, at, facts.curve.mark_words, font, self._theme.color("ink"))

    def _paint_line(self, painter: QPainter, points: Sequence[Point], *, is_tried: bool) -> None:
        color = self._theme.color
        for one, other in pairwise(points):
            if one is not None and other is not None:
                if is_tried:
                    drawing.stroke(painter, one, other, color("ink2"), 2, dash=(3, 4))
                else:
                    drawing.stroke(painter, one, other, color("accent"), 2.5, rounded=True)
        for point in _known(points):
            if is_tried:
                drawing.ring(painter, point, 5.5, color("paper"), color("ink2"))
            else:
                drawing.ring(painter, point, 6, color("accent"), color("paper"))

    def _paint_scores(
        self, painter: QPainter, facts: BoardFacts, points: Sequence[Point], others: Sequence[Point]
    ) -> None:
        px, ink = self._theme.px, self._theme.color("ink")
        number = self._theme.font("bodyStrong", size=20)
        scores = [facts.curve.start, *(column.score for column in facts.columns)]
        tried = [None, *(column.tried_score for column in facts.columns)]
        for index, (x, point) in enumerate(zip(self._xs(), points, strict=True)):
            at = QPointF(x, point.y() - 11 if point is not None else self._bottom)
            drawing.words(painter, at, score_of(scores[index]), number, ink, drawing.CENTER)
            lowest = max((p.y() for p in (point, others[index]) if p is not None), default=0.0)
            self._paint_tried(painter, QPointF(x, lowest + px(19)), scores[index], tried[index])

    def _paint_steps(self, painter: QPainter, facts: BoardFacts) -> None:
        """Paint the growth steps in a row of their own; the quarter in which the target passes says so."""
        px, color = self._theme.px, self._theme.color
        label, strong = self._theme.font("label", size=16), self._theme.font("bodyStrong", size=16)
        base = drawing.line_baseline(label, self.height() - px(_STEPS), px(22))
        today = self.tr("{0} today").format(facts.curve.step)
        taken = drawing.words(painter, QPointF(self._columns[0][0], base), today, label, color("ink"))
        end = self._columns[0][0] + taken + px(12)
        before = facts.curve.step
        for x, column in zip(self._xs()[1:], facts.columns, strict=True):
            words = self.tr("ready for {0}").format(column.step) if column.is_reached else column.step
            font = strong if column.is_reached else label
            tone = color("accent" if column.is_reached else "ink" if column.step != before else "ink2")
            half = QFontMetricsF(font).horizontalAdvance(words) / 2
            at = QPointF(max(x, end + half), base)
            drawing.words(painter, at, words, font, tone, drawing.CENTER)
            end, before = at.x() + half + px(12), column.step

    def _paint_tried(self, painter: QPainter, at: QPointF, score: float | None, tried: float | None) -> None:
        if tried is not None and score_of(tried) != score_of(score):
            words = self.tr("what if {0}").format(score_of(tried))
            font, color = self._theme.font("caption"), self._theme.color("ink2")
            wide = QFontMetricsF(font).horizontalAdvance(words)
            ground = QRectF(at.x() - wide / 2 - 3, at.y() - 13, wide + 6, 17)
            drawing.box(painter, ground, 4, fill=self._theme.color("paper"))
            drawing.words(painter, at, words, font, color, drawing.CENTER)


def _known(points: Iterable[Point]) -> list[QPointF]:
    return [point for point in points if point is not None]


def _scale(facts: BoardFacts) -> tuple[float, float]:
    """Return the lowest score there is to show, and how far up the chart reaches from it."""
    shown = (facts.curve.start, facts.curve.low, facts.curve.high, facts.curve.mark)
    known = [score for score in shown if score is not None]
    for column in facts.columns:
        scores = (column.score, column.tried_score, column.low, column.high)
        known += [score for score in scores if score is not None]
    if not known:
        return 0.0, _LEAST_SPAN
    return min(known), max(max(known) - min(known), _LEAST_SPAN)
