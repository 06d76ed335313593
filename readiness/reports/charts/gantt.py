"""The plan by quarter: a bar for each action, what it takes and adds, and lines to what must come first."""

from collections.abc import Sequence
from typing import Final

from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.plan_facts import Plan, PlanBar, PlanQuarter
from readiness.reports.structure import Node
from readiness.reports.text import (
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    META,
    Span,
    Style,
    clamp,
    fit,
    width,
    wrap,
)

ROW: Final = 36.0
MOST_ROWS: Final = 12
NAMES: Final = 160.0
_HEAD: Final = 32.0
_BAR: Final = 11.0
_CAPACITY: Final = 38.0
_NAME: Final = Style("semibold", 8.6, 10.6)
_DETAIL: Final = Style("regular", 7.8, 9.8, "ink3")
_STEP: Final = Style("display", 11, 14)
_AFTER: Final = 5.0


def gantt_pieces(plan: Plan, parent: Node, room: float) -> list[Piece]:
    """Return the head and as many stretches of rows as there are, each never cut; the load stands last."""
    node = parent.add("Figure", alt=_told(plan))
    grid = _Grid(plan.quarters, room)
    head = Piece(_HEAD, lambda pen, x, top: grid.draw_head(pen, plan, node, x, top), keeps=True)
    again = Piece(_HEAD, lambda pen, x, top: grid.draw_head(pen, plan, None, x, top))
    pieces = [head]
    for first in range(0, len(plan.bars), MOST_ROWS):
        part = plan.bars[first : first + MOST_ROWS]
        pieces.append(_rows(grid, part, first, node, again))
    pieces[-1] = pieces[-1].kept()
    pieces.append(grid.load(node, again))
    return pieces


def _told(plan: Plan) -> str:
    quarters = "; ".join(
        f"{q.name}: {q.load} person-weeks, then practices {q.ceiling}, score {q.score}" for q in plan.quarters
    )
    return f"{plan.finding} {'; '.join(bar.told for bar in plan.bars)}. {quarters}."


class _Grid:
    """Quarters from left to right, the names of the actions before them."""

    def __init__(self, quarters: Sequence[PlanQuarter], room: float) -> None:
        self._quarters = quarters
        self._room = room
        self.column = (room - NAMES) / max(len(quarters), 1)

    @property
    def right(self) -> float:
        """Where the last quarter ends."""
        return self._room

    def at(self, place: float) -> float:
        """Return how far from the left a moment lies, with a little air at both ends of a quarter."""
        quarter = min(int(place), len(self._quarters) - 1)
        return NAMES + quarter * self.column + 4 + (place - quarter) * (self.column - 8)

    def draw_head(self, pen: Pen, plan: Plan, node: Node | None, x: float, top: float) -> None:
        """Draw the quarters with the step and the score at their ends."""
        if node is None:
            with pen.decoration():
                self._draw_head(pen, plan, x, top)
            return
        with pen.figure(node, x, top, self._room, _HEAD):
            self._draw_head(pen, plan, x, top)

    def _draw_head(self, pen: Pen, plan: Plan, x: float, top: float) -> None:
        pen.text("then practices support", CAPTION, x + NAMES - 8, top + 9, "right")
        if any(quarter.value is not None for quarter in plan.quarters):
            pen.text("and scored", CAPTION, x + NAMES - 8, top + 21, "right")
        for index, quarter in enumerate(plan.quarters):
            left = x + NAMES + index * self.column + 4
            right = left + self.column - 8
            pen.text(quarter.name, CAPTION_STRONG, left, top + 9)
            if self.column > 74:
                pen.text(quarter.months, META, left, top + 21)
                pen.text(quarter.ceiling, _STEP, right, top + 9, "right")
                pen.text(
                    quarter.score if quarter.value is not None else "", CAPTION, right, top + 21, "right"
                )
            else:
                said = f", {quarter.score}" if quarter.value is not None else ""
                pen.text(f"{quarter.ceiling}{said}", CAPTION, left, top + 21)
        pen.rule((x, top + _HEAD - 4), (x + self._room, top + _HEAD - 4), "ink", 0.95)

    def draw_lines(self, pen: Pen, x: float, top: float, height: float) -> None:
        """Draw the edges of the quarters."""
        for index in range(len(self._quarters) + 1):
            at = x + NAMES + index * self.column
            colour = "ink3" if index in {0, len(self._quarters)} else "line"
            pen.rule((at, top), (at, top + height), colour, 0.75)

    def load(self, node: Node, again: Piece) -> Piece:
        """Return the person-weeks of each quarter against its capacity; what is over is hatched."""

        def draw(pen: Pen, x: float, top: float) -> None:
            with pen.content(node):
                pen.rule((x, top), (x + self._room, top), "ink", 0.95)
                pen.text("Capacity, person-weeks", BODY_STRONG, x, top + 17)
                for index, quarter in enumerate(self._quarters):
                    left = x + NAMES + index * self.column + 4
                    self._draw_load(pen, quarter, left, top + 8)

        return Piece(_CAPACITY, draw, again=again)

    def _draw_load(self, pen: Pen, quarter: PlanQuarter, left: float, top: float) -> None:
        most = max(max(q.used, q.capacity) for q in self._quarters) or 1.0
        scale = (self.column - 12) / most
        within = min(quarter.used, quarter.capacity) * scale
        pen.rect((left, top, quarter.capacity * scale, 8.5), fill="sunken")
        pen.rect((left, top, within, 8.5), fill="accent", radius=1)
        if quarter.over:
            box = (left + within, top, (quarter.used - quarter.capacity) * scale, 8.5)
            pen.rect(box, fill="attention")
            pen.hatch(box, "overHatch", step=2.6)
        mark = left + quarter.capacity * scale
        pen.rule((mark, top - 1.5), (mark, top + 10), "ink", 1.2)
        told = f"{quarter.load} {quarter.over}".strip()
        pen.text(told, CAPTION_STRONG if quarter.over else CAPTION, left, top + 21, room=self.column - 4)


def _rows(grid: _Grid, bars: Sequence[PlanBar], first: int, node: Node, again: Piece) -> Piece:
    height = ROW * len(bars)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            grid.draw_lines(pen, x, top, height)
            _draw_needs(pen, grid, bars, first, (x, top))
            for index, bar in enumerate(bars):
                row = top + index * ROW
                _draw_name(pen, bar, x, row)
                _draw_bar(pen, grid, bar, x, row)
                if index:
                    pen.rule((x, row), (x + grid.right, row), "line", 0.6)

    return Piece(height, draw, again=again)


def _draw_name(pen: Pen, bar: PlanBar, x: float, row: float) -> None:
    room = NAMES - 12
    lines = clamp(wrap([Span(bar.name, _NAME)], room), 2, room)
    height = len(lines) * _NAME.leading + (_DETAIL.leading if bar.detail else 0)
    top = row + (ROW - height) / 2
    for index, made in enumerate(lines):
        pen.line_of_text(made, x, top + index * _NAME.leading)
    pen.line_of_text(fit(bar.detail, _DETAIL, room), x, top + len(lines) * _NAME.leading)


def _draw_bar(pen: Pen, grid: _Grid, bar: PlanBar, x: float, row: float) -> None:
    left, right = x + grid.at(bar.start), x + grid.at(bar.end)
    pen.rect((left, row + (ROW - _BAR) / 2, max(right - left, 2.0), _BAR), fill="accent", radius=1.5)
    base = row + ROW / 2 + 3
    wide = width(bar.words, CAPTION)
    if right + _AFTER + wide <= x + grid.right:
        pen.text(bar.words, CAPTION.tinted("ink2"), right + _AFTER, base)
    else:
        pen.text(bar.words, CAPTION.tinted("ink2"), left - _AFTER, base, "right")


def _draw_needs(
    pen: Pen, grid: _Grid, bars: Sequence[PlanBar], first: int, corner: tuple[float, float]
) -> None:
    """Draw a line from each action to those that wait for it, where both stand in this stretch."""
    x, top = corner
    for index, bar in enumerate(bars):
        for need in bar.needs:
            above = need - first
            if not 0 <= above < index:
                continue
            other = bars[above]
            out = x + grid.at(other.end) - 2
            begin = top + above * ROW + (ROW + _BAR) / 2
            turn = top + (above + 1) * ROW - 2.5
            end = top + index * ROW + ROW / 2
            left = x + grid.at(bar.start)
            down = min(left - 6, max(out, left - 6))
            points = [(out, begin), (out, turn), (down, turn), (down, end), (left - 3.4, end)]
            pen.path(points, "ink3", 0.8)
            pen.shape([(left - 4, end - 2.2), (left - 4, end + 2.2), (left - 0.4, end)], fill="ink3")
