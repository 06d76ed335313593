"""Plain tables: a head that repeats, rows that are never cut, numbers at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports.flow import Piece
from readiness.reports.pen import Align, Pen
from readiness.reports.structure import Node
from readiness.reports.text import Line, Span, Style, wrap

HEAD: Final = Style("semibold", 8.2, 11.3, "ink2")
PAD: Final = 4.4
_MOST_LINES: Final = 30
"""Lines of a row that stay together; a longer row goes on over pages."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's left edge, its width and the side its text stands on."""

    left: float
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in one style."""

    text: str
    style: Style


def columns(*given: tuple[float, Align], gap: float = 10.0) -> tuple[Column, ...]:
    """Return columns of the widths given, one beside another."""
    made: list[Column] = []
    left = 0.0
    for width, align in given:
        made.append(Column(left, width, align))
        left += width + gap
    return tuple(made)


def head_row(texts: Sequence[str], over: Sequence[Column], table: Node, room: float) -> Piece:
    """Return the head of a table, underlined; where a page breaks it is repeated as decoration."""
    row = table.add("TR")
    nodes = [row.add("TH", scope="Column") for _ in texts]
    lines = [wrap([Span(text, HEAD)], column.width) for text, column in zip(texts, over, strict=True)]
    height = max(len(cell) for cell in lines) * HEAD.leading + 4

    def draw(pen: Pen, x: float, top: float) -> None:
        for node, cell, column in zip(nodes, lines, over, strict=True):
            with pen.content(node):
                _draw(pen, cell, column, x, top + height - 4 - len(cell) * HEAD.leading, HEAD.leading)
        with pen.decoration():
            pen.rule((x, top + height), (x + room, top + height), "ink", 0.95)

    def repeat(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            for cell, column in zip(lines, over, strict=True):
                _draw(pen, cell, column, x, top + height - 4 - len(cell) * HEAD.leading, HEAD.leading)
            pen.rule((x, top + height), (x + room, top + height), "ink", 0.95)

    return Piece(height, draw, keeps=True, again=Piece(height, repeat))


def body_rows(
    cells: Sequence[Cell],
    over: Sequence[Column],
    table: Node,
    room: float,
    *,
    again: Piece | None = None,
    rule: str = "line",
    pad: float = PAD,
) -> list[Piece]:
    """Return one row with a rule beneath it; the first cell heads the row.

    It is one piece, unless its texts are so long that it has to be cut to fit on pages.
    """
    row = table.add("TR")
    nodes = [row.add("TH", scope="Row"), *(row.add("TD") for _ in cells[1:])]
    lines = [wrap([Span(c.text, c.style)], column.width) for c, column in zip(cells, over, strict=True)]
    leading = max(cell.style.leading for cell in cells)
    deepest = max(len(made) for made in lines)
    pieces = []
    for first in range(0, deepest, _MOST_LINES):
        part = [made[first : first + _MOST_LINES] for made in lines]
        block = _Block(nodes, part, over, leading, pad if first == 0 else 0)
        pieces.append(Piece(block.height, block.draw, again=again))
    pieces[-1] = _underlined(pieces[-1], room, rule, pad)
    return pieces


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one row's cells, drawn at one leading."""

    nodes: Sequence[Node]
    lines: Sequence[Sequence[Line]]
    over: Sequence[Column]
    leading: float
    above: float

    @property
    def height(self) -> float:
        return self.above + max(len(made) for made in self.lines) * self.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for node, made, column in zip(self.nodes, self.lines, self.over, strict=True):
            if made:
                with pen.content(node):
                    _draw(pen, made, column, x, top + self.above, self.leading)


def _underlined(piece: Piece, room: float, colour: str, pad: float) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        piece.draw(pen, x, top)
        with pen.decoration():
            at = top + piece.height + pad
            pen.rule((x, at), (x + room, at), colour, 0.95 if colour == "ink" else 0.75)

    return Piece(piece.height + pad, draw, again=piece.again)


def _draw(pen: Pen, lines: Sequence[Line], column: Column, x: float, top: float, leading: float) -> None:
    for index, made in enumerate(lines):
        spare = column.width - made.width
        shift = {"left": 0.0, "right": spare, "centre": spare / 2}[column.align]
        pen.line_of_text(made, x + column.left + shift, top + index * leading)
