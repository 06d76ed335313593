"""The heat map of topics: a table whose cells carry number and word; colour only repeats them."""

from collections.abc import Sequence
from typing import Final

from readiness.reports.charts.bullets import draw_notch
from readiness.reports.facts import TopicCell, TopicRow
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import BODY, CAPTION, META, Span, Style, clamp, wrap

CELL: Final = 40.0
GAP: Final = 2.4
MOST_IN_A_ROW: Final = 5
BANDS: Final = ("Fragile 0–19", "Exposed 20–39", "Holding 40–59", "Solid 60–79", "Strong 80–100")
_NAMES: Final = 88.0
_INSET: Final = 6.5
_NAME: Final = Style("semibold", 8.2, 10.2)
_NUMBER: Final = Style("display", 11.5, 14)
_WORD: Final = Style("semibold", 7.6, 9)


def band_key(parent: Node, room: float) -> Piece:
    """Return the five bands in words, at the right."""
    node = parent.add("P")

    def draw(pen: Pen, x: float, top: float) -> None:
        at = x + room
        with pen.content(node):
            for index in reversed(range(len(BANDS))):
                made = pen.text(BANDS[index], CAPTION, at, top + 11, "right")
                pen.rect((at - made - 16, top + 4, 12, 7.5), fill=f"band-{index}", radius=1.5)
                at -= made + 25

    return Piece(15, draw)


def heat_pieces(rows: Sequence[TopicRow], parent: Node, room: float) -> list[Piece]:
    """Return one piece a pillar, all in one table."""
    table = parent.add("Table")
    columns = min(MOST_IN_A_ROW, max((len(row.cells) for row in rows), default=1))
    cell = (room - _NAMES - GAP * (columns - 1)) / columns
    return [_row(row, table, columns, cell).after(GAP if index else 0) for index, row in enumerate(rows)]


def _row(row: TopicRow, table: Node, columns: int, cell: float) -> Piece:
    line = table.add("TR")
    head = line.add("TH", scope="Row")
    nodes = [line.add("TD") for _ in row.cells]
    deep = max(1, -(-len(row.cells) // columns))
    names = clamp(wrap([Span(row.name, BODY)], _NAMES - 8), 2, _NAMES - 8)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(head):
            for index, made in enumerate(names):
                first = top + CELL / 2 - BODY.leading * len(names) / 2
                pen.line_of_text(made, x, first + index * BODY.leading)
        for index, (facts, node) in enumerate(zip(row.cells, nodes, strict=True)):
            down, across = divmod(index, columns)
            left = x + _NAMES + across * (cell + GAP)
            with pen.content(node):
                _draw_cell(pen, facts, left, top + down * (CELL + GAP), cell)

    return Piece(deep * CELL + (deep - 1) * GAP, draw)


def _draw_cell(pen: Pen, facts: TopicCell, x: float, top: float, room: float) -> None:
    box = (x, top, room, CELL)
    if facts.band is None:
        pen.rect(box, stroke="line2", weight=0.75, radius=2.3, dash=(2.4, 2))
        _draw_name(pen, facts.name, _NAME.tinted("ink2"), x, top, room)
        pen.text(facts.word, META, x + _INSET, top + CELL - 6.5, room=room - 2 * _INSET)
        return
    on = f"on-{facts.band}"
    pen.rect(box, fill=on if facts.is_weak else f"band-{facts.band}", radius=2.3)
    if facts.is_weak:
        edge = 1.9
        inside = (x + edge, top + edge, room - 2 * edge, CELL - 2 * edge)
        pen.rect(inside, fill=f"band-{facts.band}", radius=1)
    _draw_name(pen, facts.name, _NAME.tinted(on), x, top, room)
    pen.text(facts.shown, _NUMBER.tinted(on), x + room - _INSET, top + CELL - 7, "right")
    if facts.word:
        draw_notch(pen, x + _INSET, top + CELL - 9.4, 2.6)
        pen.text(facts.word, _WORD.tinted(on), x + _INSET + 8, top + CELL - 7, room=room - 34)


def _draw_name(pen: Pen, name: str, style: Style, x: float, top: float, room: float) -> None:
    lines = clamp(wrap([Span(name, style)], room - 2 * _INSET), 2, room - 2 * _INSET)
    for index, made in enumerate(lines):
        pen.line_of_text(made, x + _INSET, top + 4.4 + index * style.leading)
