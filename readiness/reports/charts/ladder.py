"""The growth ladder: tested, first known limit, practices and target on one logarithmic scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10
from typing import Final

from readiness.reports.facts import Flag, Ladder, StepMark
from readiness.reports.flow import Piece
from readiness.reports.pen import Align, Pen
from readiness.reports.structure import Node
from readiness.reports.text import BODY, BODY_STRONG, META, Style, fit, width

ROW: Final = 15.5
BAR: Final = 21.0
FOOT: Final = 31.0
_LARGEST: Final = 100.0
_APART: Final = 4.0
_LABEL_GAP: Final = 6.0
_LEAST_LABEL: Final = 150.0
_MOST_LABEL: Final = 340.0
_MOST_GATES: Final = 3
_WORDS: Final = BODY.tinted("ink2")
_INSIDE: Final = Style("semibold", 8.4, 11)
_INSIDE_LATER: Final = Style("regular", 8.4, 11, "ink2")


@dataclass(frozen=True, slots=True)
class _Label:
    """A flag with the place of its pole, its row above the bar, and the side its words stand on."""

    flag: Flag
    x: float
    row: int
    is_left: bool
    room: float


def ladder_piece(facts: Ladder, parent: Node, room: float) -> Piece:
    """Return the ladder; its height follows from how many labels stand above one another."""
    node = parent.add("Figure", alt=facts.finding)
    labels = _labels(facts.flags, room)
    rows = max((label.row for label in labels), default=-1) + 1 + bool(facts.absent)
    above = rows * ROW + 4
    note = META.leading if facts.note else 0.0
    height = above + BAR + FOOT + note

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, height):
            bar = top + above
            _draw_bar(pen, facts, x, bar, room)
            for label in labels:
                _draw_label(pen, label, x, bar, is_inside=label.flag.factor < facts.reached)
            _draw_absent(pen, facts, x, top)
            _draw_inside(pen, facts, labels, x, bar, room)
            _draw_steps(pen, facts, x, bar + BAR, room)
            pen.text(facts.note, META, x, bar + BAR + FOOT + 8, room=room)

    return Piece(height, draw)


def place(factor: float, room: float) -> float:
    """Return where a factor stands on the ladder."""
    return log10(min(max(factor, 1.0), _LARGEST)) / log10(_LARGEST) * room


def _labels(flags: Sequence[Flag], room: float) -> list[_Label]:
    """Give every flag a row so that no pole runs through the words of another."""
    at = _spread(
        [(flag, place(flag.factor, room)) for flag in sorted(flags, key=lambda flag: flag.factor)], room
    )
    to_left = {id(flag) for flag, x in at if room - x < min(_LEAST_LABEL, _wanted(flag))}
    edge = min((x - 8 for flag, x in at if id(flag) in to_left), default=room)
    placed: list[_Label] = []
    for flag, x in reversed([pair for pair in at if id(pair[0]) not in to_left]):
        space = min(_wanted(flag), edge - x)
        row = max((other.row + 1 for other in placed if other.x <= x + space + 8), default=0)
        placed.append(_Label(flag, x, row, is_left=False, room=space))
    for flag, x in at:
        if id(flag) in to_left:
            space = min(_wanted(flag), x)
            row = max((other.row + 1 for other in placed if _end(other) >= x - space - 8), default=0)
            placed.append(_Label(flag, x, row, is_left=True, room=space))
    return placed


def _end(label: _Label) -> float:
    """Return how far to the right a pole and its words reach."""
    return label.x if label.is_left else label.x + label.room


def _spread(at: list[tuple[Flag, float]], room: float) -> list[tuple[Flag, float]]:
    """Keep poles at least a little apart, so that equal marks can still be told."""
    xs = [x for _, x in at]
    for index in range(1, len(xs)):
        xs[index] = max(xs[index], xs[index - 1] + _APART)
    for index in reversed(range(len(xs))):
        xs[index] = min(xs[index], xs[index + 1] - _APART if index + 1 < len(xs) else room)
    return [(flag, x) for (flag, _), x in zip(at, xs, strict=True)]


def _wanted(flag: Flag) -> float:
    plain = width(flag.number, BODY_STRONG) + 5 + width(flag.words, _WORDS) + _LABEL_GAP
    return min(plain, _MOST_LABEL)


def _draw_bar(pen: Pen, facts: Ladder, x: float, top: float, room: float) -> None:
    pen.rect((x, top, room, BAR), fill="sunken", radius=3)
    if facts.reached > 1:
        pen.rect((x, top, place(facts.reached, room), BAR), fill="accent", radius=3)


def _draw_label(pen: Pen, label: _Label, x: float, bar: float, *, is_inside: bool) -> None:
    at = x + label.x
    base = bar - label.row * ROW - 7
    pole = base - 9
    match label.flag.kind:
        case "limit":
            pen.rule((at, pole), (at, bar - 1), "ink", 0.9)
            pen.shape(
                [(at - 6, bar - 1.5), (at + 6, bar - 1.5), (at, bar + 9)],
                fill="attention",
                stroke="attentionLine",
            )
        case "tested":
            pen.rule((at, pole), (at, bar), "ink", 1.6)
            pen.rule((at, bar), (at, bar + BAR), "surface" if is_inside else "ink", 1.6)
        case "practices":
            pen.rule((at, pole), (at, bar + BAR + 2), "ink", 1.9)
        case _:
            pen.rule((at, pole), (at, bar + BAR + 5), "ink", 2.5, cap=1)
    _draw_words(pen, label, at, base)


def _draw_words(pen: Pen, label: _Label, at: float, base: float) -> None:
    number = width(label.flag.number, BODY_STRONG)
    words = fit(label.flag.words, _WORDS, max(label.room - number - 5 - _LABEL_GAP, 0))
    start = at - _LABEL_GAP - number - 5 - words.width if label.is_left else at + _LABEL_GAP
    pen.text(label.flag.number, BODY_STRONG, start, base)
    pen.text(words.text, _WORDS, start + number + 5, base)


def _draw_absent(pen: Pen, facts: Ladder, x: float, top: float) -> None:
    at = x
    for words in facts.absent:
        pen.rect((at, top + 3.5, 6, 6), stroke="line2", radius=3, dash=(1.5, 1.2))
        at += 10 + pen.text(words, _WORDS, at + 10, top + ROW - 7) + 16


def _draw_inside(pen: Pen, facts: Ladder, labels: list[_Label], x: float, bar: float, room: float) -> None:
    """Write the distance into the first free stretch of the bar that has room for it."""
    marks = sorted({0.0, place(facts.reached, room), *(label.x for label in labels), room})
    start = place(facts.reached, room)
    base = bar + BAR / 2 + 3
    for choices, style in ((facts.next_words, _INSIDE), ((facts.then_words,), _INSIDE_LATER)):
        end = next((mark for mark in marks if mark > start + 0.1), room)
        words = next((text for text in choices if start + width(text, style) + 18 <= end), "")
        found = start if words else _free(marks, start, width(choices[0], style) + 18) if choices else None
        if found is not None:
            pen.text(words or choices[0], style, x + found + 10, base)
            start = next((mark for mark in marks if mark > found + 0.1), room)


def _free(marks: list[float], start: float, wanted: float) -> float | None:
    fitting = (left for left, right in pairwise(marks) if left >= start - 0.1 and right - left >= wanted)
    return next(fitting, None)


def _draw_steps(pen: Pen, facts: Ladder, x: float, top: float, room: float) -> None:
    """Write each step's number under its place, and what is open for it as far as the next."""
    starts = [place(step.factor, room) for step in facts.steps]
    ends = [*starts[1:-1], starts[-2] + (room - starts[-2]) * 0.6, room]
    lefts = [*starts[:-1], ends[-2]]
    for step, start, left, end in zip(facts.steps, starts, lefts, ends, strict=True):
        align: Align = "right" if start == room else "left"
        pen.rule((x + start, top + 2), (x + start, top + 6), "line2", 0.75)
        pen.text(step.number, BODY_STRONG, x + start, top + 15, align)
        pen.text(_open(step, end - left - 8), META, x + start, top + 26, align, room=end - left - 8)


def _open(step: StepMark, room: float) -> str:
    """Return the open gates, at most three and as many as fit, the others as a number."""
    for shown in range(min(len(step.gates), _MOST_GATES), 0, -1):
        more = len(step.gates) - shown
        text = " ".join((step.words, *step.gates[:shown], *([f"+{more}"] if more else [])))
        if width(text, META) <= room:
            return text
    return step.words if not step.gates else f"{len(step.gates)} open"
