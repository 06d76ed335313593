"""Bullet bars: a score against its mark, with its plausible range, furthest from the mark first."""

from functools import partial
from typing import Final

from readiness.reports.bar_facts import Bars, PillarBars
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import BODY, BODY_STRONG, CAPTION, META, fit, width

ROW: Final = 21.0
TRACK: Final = 12.0
_BAR: Final = 6.2
_AXIS: Final = (0, 25, 50, 75, 100)
_FULL: Final = 100.0
_TAIL: Final = 62.0
_SHORT_TAIL: Final = 32.0
_NAMES: Final = 0.34
_MORE_NAMES: Final = 0.45
"""Shares of the room that names may take; more where nothing but a number stands behind the bars."""

_KEY: Final = 15.0
_HEAD: Final = 14.0
_NOTCH: Final = 3.6


def bullets_piece(facts: PillarBars, parent: Node, room: float, *, row: float = ROW) -> Piece:
    """Return the bars with their key and axis; ``row`` is the height that each of them has."""
    node = parent.add("Figure", alt=f"{facts.title}. {facts.finding}")
    tail = _TAIL if any(one.gates_open or not one.shown.isdecimal() for one in facts.rows) else _SHORT_TAIL
    most = room * (_NAMES if tail == _TAIL else _MORE_NAMES)
    names = min(max((width(one.name, BODY_STRONG) for one in facts.rows), default=0), most)
    left, track = names + 9, room - names - 9 - tail
    height = _KEY + _HEAD + row * len(facts.rows)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, height):
            _draw_key(pen, facts, x, top + 8)
            first = top + _KEY + _HEAD
            _draw_axis(pen, x + left, first, track, row * len(facts.rows))
            for index, one in enumerate(facts.rows):
                middle = first + index * row + row / 2
                style = BODY_STRONG if one.is_furthest else BODY
                pen.text(fit(one.name, style, names).text, style, x, middle + 3.4)
                draw_bars(pen, one.bars, x + left, middle, track)
                _draw_tail(pen, one.shown, one.gates_open, x + left + track, middle)

    return Piece(height, draw)


def draw_bars(pen: Pen, bars: Bars, x: float, middle: float, room: float) -> None:
    """Draw one track with its range, its bar and its mark."""
    pen.rect((x, middle - TRACK / 2, room, TRACK), fill="sunken")
    if bars.low is not None and bars.high is not None:
        start, end = _at(bars.low, room), _at(bars.high, room)
        pen.rect((x + start, middle - TRACK / 2, end - start, TRACK), fill="accentSoft")
    if bars.score is not None:
        pen.rect((x, middle - _BAR / 2, max(_at(bars.score, room), 0.8), _BAR), fill="accent")
    if bars.mark is not None:
        at = x + _at(bars.mark, room)
        pen.rule((at, middle - TRACK / 2 - 2), (at, middle + TRACK / 2 + 2), "ink", 2)


def draw_notch(pen: Pen, x: float, middle: float, size: float = _NOTCH) -> None:
    """Draw the sign of what needs attention."""
    pen.stamp(f"N{size:g}", x, middle - size * 0.8, (size * 2, size * 1.7), partial(_draw_notch, size=size))


def _draw_notch(pen: Pen, size: float) -> None:
    points = [(0.0, 0.0), (size * 2, 0.0), (size, size * 1.7)]
    pen.shape(points, fill="attention", stroke="attentionLine", weight=0.7)


def _at(value: float, room: float) -> float:
    return min(max(value, 0.0), _FULL) / _FULL * room


def _draw_key(pen: Pen, facts: PillarBars, x: float, base: float) -> None:
    pen.rule((x + 1, base - 7), (x + 1, base + 1), "ink", 2)
    x += 7 + pen.text(facts.mark_words, CAPTION, x + 7, base) + 12
    pen.rect((x, base - 6.5, 11, 7.5), fill="accentSoft", radius=1)
    x += 15 + pen.text("plausible range", CAPTION, x + 15, base) + 12
    if any(row.gates_open for row in facts.rows):
        draw_notch(pen, x, base - 2.6)
        pen.text("gates open", CAPTION, x + 11, base)


def _draw_axis(pen: Pen, x: float, top: float, room: float, height: float) -> None:
    for value in _AXIS:
        at = x + _at(value, room)
        pen.text(str(value), META, at, top - 4, "centre")
        pen.rule((at, top), (at, top + height), "line", 0.6)


def _draw_tail(pen: Pen, shown: str, gates_open: int, x: float, middle: float) -> None:
    is_number = shown.isdecimal()
    style = BODY_STRONG if is_number else META
    pen.text(shown, style, x + (28 if is_number else 8), middle + 3.4, "right" if is_number else "left")
    if gates_open and is_number:
        draw_notch(pen, x + 38, middle)
        pen.text(str(gates_open), BODY, x + _TAIL, middle + 3.4, "right")
