"""Systems by pillar: what is weak carries a notch and its word, what is strong recedes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports.charts.bullets import draw_notch
from readiness.reports.flow import Piece, stacked
from readiness.reports.pen import Pen
from readiness.reports.portfolio_facts import Matrix, PillarCell, SystemRow
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, META, Line, Span, Style, clamp, fit, width, wrap

ROW: Final = 13.6
DEEP_ROW: Final = 20.0
"""The height of a row where number and word have no room beside each other."""

_LEAST_NAMES: Final = 106.0
_STEP: Final = 50.0
_SEAL: Final = 42.0
_GAP: Final = 2.4
_ENOUGH: Final = 56.0
_WIDEST: Final = 84.0
"""The most room of one pillar; what a few pillars leave over goes to the names."""

_INSET: Final = 2.6
_SMALL: Final = Style("regular", 7.6, 9, "ink2")
_WORD: Final = Style("semibold", 7.6, 9)
_HEAD: Final = Style("semibold", 7.4, 9, "ink2")
_HOLDING: Final = 2


@dataclass(frozen=True, slots=True)
class _Over:
    """Where the columns stand: names, steps, the left edges of the pillars, seals."""

    names: float
    cell: float
    pillars: tuple[float, ...]
    seal: float
    room: float

    @property
    def high(self) -> float:
        return ROW if self.cell >= _ENOUGH else DEEP_ROW


def row_height(facts: Matrix, room: float) -> float:
    """Return how high one row is."""
    return _over(facts, room).high


def matrix_piece(facts: Matrix, rows: Sequence[SystemRow], parent: Node, room: float) -> Piece:
    """Return the table with some of its rows, and the sums of all."""
    table = parent.add("Table")
    over = _over(facts, room)
    pieces = [_head(facts, table, over), *(_row(row, table, over).after(1.6) for row in rows)]
    return stacked([*pieces, _sums(facts, table, over).after(3)])


def _over(facts: Matrix, room: float) -> _Over:
    count = len(facts.columns)
    cell = min(_WIDEST, (room - _LEAST_NAMES - _STEP - _SEAL) / max(count, 1) - _GAP)
    names = room - _STEP - _SEAL - count * (cell + _GAP)
    lefts = tuple(names + _STEP + place * (cell + _GAP) for place in range(count))
    return _Over(names, cell, lefts, room - _SEAL + 3, room)


def _head(facts: Matrix, table: Node, over: _Over) -> Piece:
    row = table.add("TR")
    texts = ("System", "Step", *facts.columns, "Seal")
    nodes = [row.add("TH", scope="Column") for _ in texts]
    widths = (over.names - 6, _STEP - 4, *(over.cell for _ in facts.columns), _SEAL - 4)
    lefts = (0.0, over.names, *over.pillars, over.seal)
    lines = [_head_lines(text, wide) for text, wide in zip(texts, widths, strict=True)]
    height = max(len(made) for made in lines) * _HEAD.leading + 3

    def draw(pen: Pen, x: float, top: float) -> None:
        for node, made, left in zip(nodes, lines, lefts, strict=True):
            with pen.content(node):
                for index, one in enumerate(made):
                    first = top + height - 3 - len(made) * _HEAD.leading
                    pen.line_of_text(one, x + left, first + index * _HEAD.leading)
        with pen.decoration():
            pen.rule((x, top + height), (x + over.room, top + height), "ink", 0.95)

    return Piece(height, draw)


def _head_lines(text: str, room: float) -> tuple[Line, ...]:
    """Break a name between its words; one that has too long a word is cut, not broken within it."""
    if any(width(word, _HEAD) > room for word in text.split(" ")):
        return (fit(text, _HEAD, room),)
    return clamp(wrap([Span(text, _HEAD)], room), 2, room)


def _row(facts: SystemRow, table: Node, over: _Over) -> Piece:
    row = table.add("TR")
    name, step = row.add("TH", scope="Row"), row.add("TD")
    nodes = [row.add("TD") for _ in facts.cells]
    seal = row.add("TD")

    def draw(pen: Pen, x: float, top: float) -> None:
        base = top + over.high / 2 + 2.8
        with pen.content(name):
            _draw_name(pen, facts, x, base, over.names)
        with pen.content(step):
            pen.text(facts.step, _SMALL, x + over.names, base, room=_STEP - 2)
        for cell, node, left in zip(facts.cells, nodes, over.pillars, strict=True):
            with pen.content(node):
                _draw_cell(pen, cell, (x + left, top, over.cell, over.high))
        with pen.content(seal):
            pen.text(facts.seal, _SMALL, x + over.seal, base)

    return Piece(over.high, draw)


def _draw_name(pen: Pen, facts: SystemRow, x: float, base: float, room: float) -> None:
    tag = f"  {facts.since}" if facts.since else ""
    tagged = fit(tag, _SMALL, room)
    style = CAPTION_STRONG if facts.weak else CAPTION
    used = pen.text(facts.system, style, x, base, room=room - 6 - (tagged.width if tag else 0))
    pen.text(tag, _SMALL, x + used, base)


def _draw_cell(pen: Pen, facts: PillarCell, box: tuple[float, float, float, float]) -> None:
    x, top, room, high = box
    base = top + high / 2 + 2.8
    if facts.band is None:
        pen.rect(box, stroke="line2", weight=0.7, radius=1.6, dash=(2.2, 1.8))
        pen.text(facts.shown, _SMALL, x + room / 2, base, "centre")
        return
    if not facts.word:
        if facts.band == _HOLDING:
            pen.rect(box, fill="sunken", radius=1.6)
        pen.text(facts.shown, META.tinted("ink2"), x + room - _INSET - 2, base, "right")
        return
    on = f"on-{facts.band}"
    pen.rect(box, fill=f"band-{facts.band}", radius=1.6)
    is_deep = high > ROW
    number, word = (top + 8.8, top + high - 3.2) if is_deep else (base, base - 0.2)
    pen.text(facts.shown, CAPTION_STRONG.tinted(on), x + room - _INSET - 2, number, "right")
    draw_notch(pen, x + _INSET, word - 2.7, 2.5)
    spare = 0 if is_deep else 12
    pen.text(facts.word, _WORD.tinted(on), x + _INSET + 7, word, room=room - 2 * _INSET - 7 - spare)


def _sums(facts: Matrix, table: Node, over: _Over) -> Piece:
    row = table.add("TR")
    name = row.add("TH", scope="Row", span=2)
    nodes = [row.add("TD") for _ in facts.sums]
    seal = row.add("TD")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + over.room, top), "line2", 0.75)
        with pen.content(name):
            pen.text(f"Weak, of all {len(facts.rows):,}", _HEAD, x, top + 10)
        for text, node, left in zip(facts.sums, nodes, over.pillars, strict=True):
            with pen.content(node):
                right = x + left + over.cell - _INSET - 2
                pen.text(text, _SMALL, right, top + 10, "right", room=over.cell)
        with pen.content(seal):
            pen.text(facts.seal, _SMALL, x + over.seal, top + 10)

    return Piece(13.0, draw)
