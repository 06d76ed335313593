"""The line through the quarters: what really changed, step by step; dots are the scores as reported."""

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import Final

from readiness.domain.scoring import half_up
from readiness.reports.change_facts import TrendLine, TrendMark
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, META

HEIGHT: Final = 150.0
_FOOT: Final = 30.0
_HEAD: Final = 16.0
_LEFT: Final = 22.0
_STEP: Final = 10.0
_NAME_ROOM: Final = 66.0
_BREAK_ROOM: Final = 92.0

Place = Callable[[TrendMark, float], tuple[float, float]]


def trend_piece(facts: TrendLine, parent: Node, room: float) -> Piece:
    """Return the line with its axis; where quarters are many, not every one is named."""
    node = parent.add("Figure", alt=facts.finding)
    low, high = _scale(facts.marks)
    plot = HEIGHT - _FOOT - _HEAD
    span = max(facts.marks[-1].at - facts.marks[0].at, 1)
    wide = room - _LEFT - _NAME_ROOM

    def draw(pen: Pen, x: float, top: float) -> None:
        floor_ = top + _HEAD + plot

        def at(mark: TrendMark, value: float) -> tuple[float, float]:
            across = x + _LEFT + 14 + (mark.at - facts.marks[0].at) / span * wide
            return across, floor_ - (value - low) / (high - low) * plot

        with pen.figure(node, x, top, room, HEIGHT):
            _draw_scale(pen, (x, room), (low, high), lambda v: floor_ - (v - low) / (high - low) * plot)
            _draw_line(pen, facts.marks, at)
            for mark in facts.marks:
                _draw_mark(pen, mark, at)
            for mark in _named(facts.marks, wide / span):
                _draw_name(pen, mark, at(mark, low)[0], floor_, is_last=mark is facts.marks[-1])
            _draw_values(pen, facts.marks, at, wide / span)

    return Piece(HEIGHT, draw)


def _scale(marks: Sequence[TrendMark]) -> tuple[float, float]:
    values = [v for mark in marks for v in (mark.value, mark.reported) if v is not None] or [0.0, 100.0]
    low = max(0.0, floor((min(values) - 4) / _STEP) * _STEP)
    high = max(ceil((max(values) + 2) / _STEP) * _STEP, low + 2 * _STEP)
    return low, high


def _draw_scale(
    pen: Pen, across: tuple[float, float], ends: tuple[float, float], at: Callable[[float], float]
) -> None:
    x, room = across
    low, high = ends
    every = _STEP if high - low <= 5 * _STEP else 2 * _STEP
    value = low
    while value <= high:
        colour, weight = ("ink2", 0.9) if value == low else ("line", 0.75)
        pen.rule((x + _LEFT, at(value)), (x + room, at(value)), colour, weight)
        pen.text(f"{value:g}", META, x + _LEFT - 5, at(value) + 3, "right")
        value += every


def _draw_line(pen: Pen, marks: Sequence[TrendMark], at: Place) -> None:
    """Draw each stretch that goes on; where the line begins anew there is a gap."""
    for segment in dict.fromkeys(mark.segment for mark in marks):
        known = [(m, m.value) for m in marks if m.segment == segment and m.value is not None]
        points = [at(mark, value) for mark, value in known]
        if len(points) > 1:
            pen.path(points, "accent", 1.6)


def _draw_mark(pen: Pen, mark: TrendMark, at: Place) -> None:
    if mark.value is not None:
        pen.dot(at(mark, mark.value), 2.3, fill="accent")
    if mark.reported is not None:
        pen.dot(at(mark, mark.reported), 3.6, stroke="ink2", weight=0.9)


def _draw_values(pen: Pen, marks: Sequence[TrendMark], at: Place, step: float) -> None:
    """Name the height of every dot that has room for it, and always that of the last."""
    taken = float("inf")
    told = [mark for mark in marks if mark.reported is not None]
    for place, mark in reversed(list(enumerate(told))):
        across, height = at(mark, mark.reported or 0.0)
        is_last = mark is marks[-1]
        if is_last or taken - across >= max(step, 20):
            style = CAPTION_STRONG if is_last else CAPTION
            lift = 14 if _is_dip(told, place) else -7
            pen.text(str(half_up(mark.reported or 0.0)), style, across, height + lift, "centre")
            taken = across


def _is_dip(told: list[TrendMark], place: int) -> bool:
    """Say whether the line comes down to a dot and rises from it, so that its number stands beneath."""
    around = told[max(0, place - 1) : place] + told[place + 1 : place + 2]
    here = told[place].reported or 0.0
    return len(around) == 2 and all((one.reported or 0.0) > here for one in around)


def _named(marks: Sequence[TrendMark], step: float) -> list[TrendMark]:
    """Return the marks whose names fit beside one another; the last always does."""
    found: list[TrendMark] = []
    for mark in reversed(marks):
        if not found or (found[-1].at - mark.at) * step >= _NAME_ROOM:
            found.append(mark)
    return found


def _draw_name(pen: Pen, mark: TrendMark, across: float, floor_: float, *, is_last: bool) -> None:
    style = CAPTION_STRONG if is_last else CAPTION
    pen.text(mark.name, style, across, floor_ + 12, "centre")
    room = _BREAK_ROOM if mark.broken else _NAME_ROOM
    words = mark.broken or (f"practices {mark.ceiling}" if mark.ceiling else "")
    pen.text(words, META, across, floor_ + 23, "centre", room=room)
