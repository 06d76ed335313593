"""The bridge: from one score to the next over steps that sum; what is not the team’s doing is hatched."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Final

from readiness.reports.change_facts import Bridge, BridgeBar
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, META, Style, fit

HEIGHT: Final = 156.0
_FOOT: Final = 30.0
_HEAD: Final = 22.0
_NUMBER: Final = Style("semibold", 12, 15)
_STEP: Final = Style("semibold", 10, 13, "ink2")
_STEPS: Final = (1, 2, 5, 10, 20, 25)
_MOST_LINES: Final = 4
_AROUND: Final = 1.45
"""The scale beside the spread of the figures: some air below and above."""


def bridge_piece(facts: Bridge, parent: Node, room: float) -> Piece:
    """Return the columns over a scale that begins where it has to."""
    node = parent.add("Figure", alt=facts.finding)
    low, high, step = _scale(facts.bars)
    plot = HEIGHT - _FOOT - _HEAD
    slot = (room - 24) / len(facts.bars)

    def draw(pen: Pen, x: float, top: float) -> None:
        floor_ = top + _HEAD + plot

        def at(value: float) -> float:
            return floor_ - (value - low) / (high - low) * plot

        with pen.figure(node, x, top, room, HEIGHT):
            _draw_scale(pen, x, room, (low, high, step), at)
            for index, bar in enumerate(facts.bars):
                left = x + index * slot
                _draw_bar(pen, bar, (left + slot * 0.19, slot * 0.62), (at(bar.start), at(bar.end)), floor_)
                if low > 0 and bar.kind in {"before", "after"}:
                    _draw_tear(pen, left + slot * 0.19, slot * 0.62, floor_ - 9)
                _draw_names(pen, bar, left + slot / 2, floor_, slot - 4)
                if index + 1 < len(facts.bars):
                    _draw_link(pen, left, slot, at(bar.end))
            pen.rule((x, floor_), (x + room, floor_), "ink2", 0.9)

    return Piece(HEIGHT, draw)


def _scale(bars: Sequence[BridgeBar]) -> tuple[float, float, float]:
    """Return the ends of the scale and the distance of its lines; it begins at 0 only where that is near."""
    ends = [bar.end for bar in bars] + [bar.start for bar in bars if bar.kind not in {"before", "after"}]
    lowest, highest = min(ends), max(ends)
    spread = max(highest - lowest, 4.0)
    step = next((one for one in _STEPS if spread * _AROUND / one <= _MOST_LINES), _STEPS[-1])
    low = max(0.0, floor((lowest - spread * 0.35) / step) * float(step))
    high = max(ceil((highest + spread * 0.1) / step) * float(step), low + step)
    return low, high, float(step)


def _draw_scale(
    pen: Pen, x: float, room: float, scale: tuple[float, float, float], at: Callable[[float], float]
) -> None:
    low, high, step = scale
    value = low + step
    while value <= high:
        pen.rule((x, at(value)), (x + room, at(value)), "line", 0.75)
        pen.text(f"{value:g}", META, x + room, at(value) - 2.5, "right")
        value += step


def _draw_bar(
    pen: Pen, bar: BridgeBar, across: tuple[float, float], heights: tuple[float, float], floor_: float
) -> None:
    left, wide = across
    start, end = heights
    if bar.kind in {"before", "after"}:
        box = (left, end, wide, floor_ - end)
        pen.rect(box, fill="ink2" if bar.kind == "before" else "accent")
        pen.text(bar.words, _NUMBER, left + wide / 2, end - 5, "centre")
        return
    box = (left, min(start, end), wide, max(abs(start - end), 1.6))
    if bar.kind == "team":
        pen.rect(box, fill="accent", radius=1.5)
    else:
        pen.hatch(box, "ink3")
        pen.rect(box, stroke="ink3", weight=0.8, radius=1.5)
    style = _NUMBER if bar.kind in {"team", "noise"} else _STEP
    pen.text(bar.words, style, left + wide / 2, min(start, end) - 5, "centre")


def _draw_tear(pen: Pen, left: float, wide: float, middle: float) -> None:
    """Draw the tear that says: this column does not begin at 0."""
    points = [(left + wide * part, middle + (2.0 if part in {0.25, 0.75} else -1.4)) for part in _TEAR]
    for first, second in pairwise(points):
        pen.rule(first, second, "surface", 2.2)


_TEAR: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


def _draw_names(pen: Pen, bar: BridgeBar, middle: float, floor_: float, room: float) -> None:
    strong = bar.kind != "other"
    name = fit(bar.name, CAPTION_STRONG if strong else CAPTION.tinted("ink"), room)
    pen.line_of_text(name, middle - name.width / 2, floor_ + 5)
    words = fit(bar.note, META, room)
    pen.line_of_text(words, middle - words.width / 2, floor_ + 16)


def _draw_link(pen: Pen, left: float, slot: float, height: float) -> None:
    pen.dashed((left + slot * 0.81, height), (left + slot * 1.19, height), "ink3", 0.8)
