"""Systems by pillar: what is weak carries a notch and its word, what is strong recedes."""

from collections.abc import Sequence
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

_NAMES: Final = 106.0
_STEP: Final = 50.0
_SEAL: Final = 42.0
_GAP: Final = 2.4
_ENOUGH: Final = 56.0
_INSET: Final = 2.6
_SMALL: Final = Style("regular", 7.6, 9, "ink2")
_WORD: Final = Style("semibold", 7.6, 9)
_HEAD: Final = Style("semibold", 7.4, 9, "ink2")
_HOLDING: Final = 2


def row_height(facts: Matrix, room: float) -> float:
    """Return how high one row is."""
    return ROW if _cell_width(facts, room) >= _ENOUGH else DEEP_ROW


def matrix_piece(facts: Matrix, rows: Sequence[SystemRow], parent: Node, room: float) -> Piece:
    """Return the table with some of its rows, and the sums of all."""
    table = parent.add("Table")
    cell, high = _cell_width(facts, room), row_height(facts, room)
    pieces = [_head(facts, table, cell, room)]
    pieces += [_row(row, table, cell, high, room).after(1.6) for row in rows]
    return stacked([*pieces, _sums(facts, table, cell, room).after(3)])


def _cell_width(facts: Matrix, room: float) -> float:
    count = max(len(facts.columns), 1)
    return (room - _NAMES - _STEP - _SEAL) / count - _GAP


def _lefts(columns: int, cell: float) -> tuple[float, ...]:
    return tuple(_NAMES + _STEP + place * (cell + _GAP) for place in range(columns))


def _head(facts: Matrix, table: Node, cell: float, room: float) -> Piece:
    row = table.add("TR")
    texts = ("System", "Step", *facts.columns, "Seal")
    nodes = [row.add("TH", scope="Column") for _ in texts]
    widths = (_NAMES - 6, _STEP - 4, *(cell for _ in facts.columns), _SEAL - 4)
    lefts = (0.0, _NAMES, *_lefts(len(facts.columns), cell), room - _SEAL + 3)
    lines = [_head_lines(text, wide) for text, wide in zip(texts, widths, strict=True)]
    height = max(len(made) for made in lines) * _HEAD.leading + 3

    def draw(pen: Pen, x: float, top: float) -> None:
        for node, made, left in zip(nodes, lines, lefts, strict=True):
            with pen.content(node):
                for index, one in enumerate(made):
                    first = top + height - 3 - len(made) * _HEAD.leading
                    pen.line_of_text(one, x + left, first + index * _HEAD.leading)
        with pen.decoration():
            pen.rule((x, top + height), (x + room, top + height), "ink", 0.95)

    return Piece(height, draw)


def _head_lines(text: str, room: float) -> tuple[Line, ...]:
    """Break a name between its words; one that has too long a word is cut, not broken within it."""
    if any(width(word, _HEAD) > room for word in text.split(" ")):
        return (fit(text, _HEAD, room),)
    return clamp(wrap([Span(text, _HEAD)], room), 2, room)


def _row(facts: SystemRow, table: Node, cell: float, high: float, room: float) -> Piece:
    row = table.add("TR")
    name, step = row.add("TH", scope="Row"), row.add("TD")
    nodes = [row.add("TD") for _ in facts.cells]
    seal = row.add("TD")
    lefts = _lefts(len(facts.cells), cell)

    def draw(pen: Pen, x: float, top: float) -> None:
        base = top + high / 2 + 2.8
        with pen.content(name):
            _draw_name(pen, facts, x, base)
        with pen.content(step):
            pen.text(facts.step, _SMALL, x + _NAMES, base, room=_STEP - 2)
        for facts_, node, left in zip(facts.cells, nodes, lefts, strict=True):
            with pen.content(node):
                _draw_cell(pen, facts_, (x + left, top, cell, high))
        with pen.content(seal):
            pen.text(facts.seal, _SMALL, x + room - _SEAL + 3, base)

    return Piece(high, draw)


def _draw_name(pen: Pen, facts: SystemRow, x: float, base: float) -> None:
    tag = f"  {facts.since}" if facts.since else ""
    tagged = fit(tag, _SMALL, _NAMES)
    style = CAPTION_STRONG if facts.weak else CAPTION
    used = pen.text(facts.system, style, x, base, room=_NAMES - 6 - (tagged.width if tag else 0))
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


def _sums(facts: Matrix, table: Node, cell: float, room: float) -> Piece:
    row = table.add("TR")
    name = row.add("TH", scope="Row", span=2)
    nodes = [row.add("TD") for _ in facts.sums]
    seal = row.add("TD")
    lefts = _lefts(len(facts.sums), cell)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + room, top), "line2", 0.75)
        with pen.content(name):
            pen.text(f"Weak, of all {len(facts.rows):,}", _HEAD, x, top + 10)
        for text, node, left in zip(facts.sums, nodes, lefts, strict=True):
            with pen.content(node):
                pen.text(text, _SMALL, x + left + cell - _INSET - 2, top + 10, "right", room=cell)
        with pen.content(seal):
            pen.text(facts.seal, _SMALL, x + room - _SEAL + 3, top + 10)

    return Piece(13.0, draw)
