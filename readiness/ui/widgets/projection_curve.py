"""Where the plan leads: the score at the end of each quarter over its own column, the growth step below."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.board_facts import BoardFacts, score_of
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

HEIGHT: Final = 140
_TOP: Final = 34
_BOTTOM: Final = 82
_LEAST_SPAN: Final = 12.0
_TODAY: Final = 0.09
_END: Final = 0.72


class ProjectionCurve(Painted):
    """Solid for the plan, dotted with hollow points for what is tried out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._facts: BoardFacts | None = None
        self._columns: tuple[tuple[float, float], ...] = ()
        self.setObjectName("projection")

    def set_facts(self, facts: BoardFacts, columns: Sequence[tuple[float, float]]) -> None:
        """Show a plan over columns, each given by its left edge and its width."""
        self._facts = facts
        self._columns = tuple(columns)
        told = [self.tr("{0} today, {1}").format(score_of(facts.start), facts.start_step)]
        told += [
            self.tr("{0} by {1}, {2}").format(score_of(column.score), column.title, column.step)
            for column in facts.columns
        ]
        self.setAccessibleName(facts.finding)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """The board gives the width."""
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lines, points, scores and steps."""
        if self._facts is None or not self._columns:
            return
        with drawing.painting(self) as painter:
            agreed = self._line([self._facts.start, *(c.score for c in self._facts.columns)])
            tried = self._line([self._facts.start, *(c.tried_score for c in self._facts.columns)])
            if any(column.tried_score is not None for column in self._facts.columns):
                self._paint_line(painter, tried, is_tried=True)
            self._paint_line(painter, agreed, is_tried=False)
            self._paint_words(painter, agreed, tried)

    def _xs(self) -> list[float]:
        first, width = self._columns[0]
        return [first + width * _TODAY, *(left + span * _END for left, span in self._columns)]

    def _line(self, scores: Sequence[float | None]) -> list[QPointF | None]:
        facts = self._facts
        if facts is None:
            return []
        known = [s for c in facts.columns for s in (c.score, c.tried_score) if s is not None]
        known += [facts.start] if facts.start is not None else []
        if not known:
            return [None for _ in scores]
        low = min(known)
        span = max(max(known) - low, _LEAST_SPAN)
        top, bottom = self._theme.px(_TOP), self._theme.px(_BOTTOM)
        return [
            None if score is None else QPointF(x, bottom - (score - low) / span * (bottom - top))
            for x, score in zip(self._xs(), scores, strict=False)
        ]

    def _paint_line(self, painter: QPainter, points: Sequence[QPointF | None], *, is_tried: bool) -> None:
        color = self._theme.color
        for one, other in pairwise(points):
            if one is not None and other is not None:
                if is_tried:
                    drawing.stroke(painter, one, other, color("ink2"), 2, dash=(3, 4))
                else:
                    drawing.stroke(painter, one, other, color("accent"), 2.5, rounded=True)
        for point in points:
            if point is not None and is_tried:
                drawing.ring(painter, point, 5.5, color("paper"), color("ink2"))
            elif point is not None:
                drawing.ring(painter, point, 6, color("accent"), color("paper"))

    def _paint_words(
        self, painter: QPainter, points: Sequence[QPointF | None], others: Sequence[QPointF | None]
    ) -> None:
        facts = self._facts
        if facts is None:
            return
        px, ink = self._theme.px, self._theme.color("ink")
        number, label = self._theme.font("bodyStrong", size=20), self._theme.font("label", size=16)
        scores = [facts.start, *(column.score for column in facts.columns)]
        tried = [None, *(column.tried_score for column in facts.columns)]
        steps = [facts.start_step, *(column.step for column in facts.columns)]
        base = drawing.line_baseline(label, px(110), px(22))
        for index, (x, point) in enumerate(zip(self._xs(), points, strict=True)):
            at = QPointF(x, point.y() - 11 if point is not None else px(_BOTTOM))
            drawing.words(painter, at, score_of(scores[index]), number, ink, drawing.CENTER)
            lowest = max((p.y() for p in (point, others[index]) if p is not None), default=0.0)
            self._paint_tried(painter, QPointF(x, lowest + px(19)), scores[index], tried[index])
            words = self.tr("{0} today").format(steps[0]) if index == 0 else steps[index]
            align = drawing.LEFT if index == 0 else drawing.CENTER
            at = QPointF(self._columns[0][0] if index == 0 else x, base)
            drawing.words(painter, at, words, label, ink, align)

    def _paint_tried(self, painter: QPainter, at: QPointF, score: float | None, tried: float | None) -> None:
        if tried is not None and score_of(tried) != score_of(score):
            words = self.tr("what if {0}").format(score_of(tried))
            font, color = self._theme.font("caption"), self._theme.color("ink2")
            drawing.words(painter, at, words, font, color, drawing.CENTER)
