"""Blocks that several pages share: key figures under a rule, lists with a value at the right, notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports.change_facts import ChangeLine, ChangeList
from readiness.reports.charts.bullets import draw_notch
from readiness.reports.flow import Piece, beside, lines_piece, paragraph, rule, stacked
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.text import (
    BODY,
    CAPTION,
    META,
    SECTION,
    TITLE,
    Style,
    clamp,
    spans,
    width,
    wrap,
)

GUTTER: Final = 20.0
FIGURE: Final = Style("display", 24, 27, tracking=-0.6)
SMALL: Final = Style("regular", 9, 12.4)
SMALL_STRONG: Final = Style("semibold", 9, 12.4)
_VALUE: Final = 92.0
_NOTE: Final = 110.0
"""The most room that the value and the remark of a list’s row may take."""

_MOST_LINES: Final = 2


def page_head(title: str, lead: str, parent: Node) -> list[Piece]:
    """Return a page's heading and the sentence beneath it."""
    pieces = [paragraph(parent.add("H1"), spans((title, TITLE)), WIDTH).kept()]
    if lead:
        words = paragraph(parent.add("P"), spans((lead, BODY.tinted("ink2"))), WIDTH)
        pieces.append(words.after(4))
    return pieces


def heading(text: str, parent: Node, room: float = WIDTH) -> Piece:
    """Return a section's heading, tied to what follows."""
    return paragraph(parent.add("H2"), spans((text, SECTION)), room).kept()


def note(text: str, parent: Node, room: float = WIDTH) -> Piece:
    """Return a quiet line."""
    return paragraph(parent.add("P"), spans((text, CAPTION)), room)


def thirds(count: int, room: float = WIDTH) -> list[tuple[float, float]]:
    """Return left edge and width of so many columns."""
    wide = (room - GUTTER * (count - 1)) / count
    return [(index * (wide + GUTTER), wide) for index in range(count)]


def key_figure(name: str, before: str, after: str, words: str, node: Node, room: float) -> Piece:
    """Return a figure under a strong rule, with what it was before."""
    lines = clamp(wrap(spans((words, CAPTION)), room), 3, room) if words else ()
    height = 18.0 + FIGURE.leading + len(lines) * CAPTION.leading

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + room, top), "ink", 1.6)
        with pen.content(node):
            pen.text(name, CAPTION, x, top + 13, room=room)
            at = x
            base = top + 16 + 22
            if before:
                at += pen.text(before, _WAS, at, base) + 6
                at += pen.text("→", _ARROW, at, base) + 6
            pen.text(after, FIGURE, at, base, room=x + room - at)
            for index, made in enumerate(lines):
                pen.line_of_text(made, x, top + 18 + FIGURE.leading + index * CAPTION.leading)

    return Piece(height, draw)


_WAS: Final = Style("regular", 13, 16, "ink2")
_ARROW: Final = Style("regular", 10, 13, "ink2")


def list_rows(
    facts: ChangeList, parent: Node, room: float, *, most_lines: int = _MOST_LINES, mark: bool = False
) -> list[Piece]:
    """Return the rows of a list: its heading, then what, a remark and a value each."""
    pieces = [heading(facts.title, parent, room)]
    if not facts.rows:
        return pieces
    table = parent.add("Table")
    over = _columns(facts.rows, room, indent=12.0 if mark and facts.is_bad else 0.0)
    for line in facts.rows:
        pieces += [
            rule(room).after(4 if len(pieces) == 1 else 3.2).kept(),
            _row(line, table, over, most_lines).after(3.2),
        ]
    if facts.more:
        pieces.append(paragraph(parent.add("P"), spans((facts.more, META)), room).after(3))
    return pieces


def list_block(facts: ChangeList, parent: Node, room: float, *, mark: bool = False) -> Piece:
    """Return a list that is never cut."""
    return stacked(list_rows(facts, parent, room, most_lines=3, mark=mark))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the cells of a list's rows stand: the name, the remark, the value at the right."""

    indent: float
    name: float
    remark: float
    value: float


def _columns(rows: Sequence[ChangeLine], room: float, indent: float) -> _Columns:
    value = min(max(width(row.value, SMALL_STRONG) for row in rows) + 1, _VALUE)
    remark = min(max(width(row.note, META) for row in rows) + 1, _NOTE)
    gaps = 10.0 + (10.0 if remark > 1 else 0.0)
    return _Columns(indent, room - indent - value - remark - gaps, remark, value)


def _row(line: ChangeLine, table: Node, over: _Columns, most: int) -> Piece:
    row = table.add("TR")
    name = clamp(wrap(spans((line.name, SMALL)), over.name), most, over.name)
    cells = [(over.indent, lines_piece(row.add("TH", scope="Row"), name, SMALL.leading))]
    left = over.indent + over.name + 10
    if line.note:
        cells.append((left, paragraph(row.add("TD"), spans((line.note, META)), over.remark).after(0.6)))
        left += over.remark + 10
    elif over.remark > 1:
        left += over.remark + 10
    cells.append((left, _at_right(line.value, row.add("TD"), over.value)))
    whole = beside(cells)
    return _notched(whole) if over.indent else whole


def _notched(piece: Piece) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            draw_notch(pen, x, top + 6, 3.2)
        piece.draw(pen, x, top)

    return Piece(piece.height, draw)


def _at_right(text: str, node: Node, room: float) -> Piece:
    lines = clamp(wrap(spans((text, SMALL_STRONG)), room), _MOST_LINES, room)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            for index, made in enumerate(lines):
                pen.line_of_text(made, x + room - made.width, top + index * SMALL.leading)

    return Piece(len(lines) * SMALL.leading, draw)


def running_list(facts: ChangeList, parent: Node, *, mark: bool = False) -> Iterator[Piece]:
    """Yield a list over the whole width that may go on over pages."""
    yield from list_rows(facts, parent, WIDTH, most_lines=4, mark=mark)


def columns_of(pieces: Sequence[Piece], room: float = WIDTH) -> Piece:
    """Return blocks side by side, each in its own column."""
    return beside([(left, piece) for (left, _), piece in zip(thirds(len(pieces), room), pieces, strict=True)])
