"""Pieces that are never cut, and how they fill pages from the top."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import Line, Span, wrap

Draw = Callable[[Pen, float, float], None]
"""Draws at a left edge and a top."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a known height. ``before`` is the room above it, except at the top of a page.

    ``keeps`` ties it to the piece that follows. ``again`` is repeated where a page breaks just before it.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keeps: bool = False
    again: "Piece | None" = None

    def after(self, before: float) -> "Piece":
        """Return the same with so much room above it."""
        return replace(self, before=before)

    def kept(self) -> "Piece":
        """Return the same, tied to what follows."""
        return replace(self, keeps=True)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its top on the page."""

    top: float
    piece: Piece


def paginate(pieces: Sequence[Piece], room: float) -> list[list[Placed]]:
    """Fill pages of so much room; what is tied together moves together, as long as it fits on a page."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for index, piece in enumerate(pieces):
        if pages[-1] and used + piece.before + _needed(pieces, index, room) > room:
            pages.append([])
            used = 0.0
            if piece.again is not None:
                pages[-1].append(Placed(0.0, piece.again))
                used = piece.again.height
        top = used + (piece.before if pages[-1] else 0.0)
        pages[-1].append(Placed(top, piece))
        used = top + piece.height
    return pages


def _needed(pieces: Sequence[Piece], index: int, room: float) -> float:
    """Return the height of a piece and of everything tied to it from below."""
    piece = pieces[index]
    whole = piece.height
    while pieces[index].keeps and index + 1 < len(pieces):
        index += 1
        whole += pieces[index].before + pieces[index].height
    return whole if whole <= room else piece.height


def height_of(pieces: Iterable[Piece]) -> float:
    """Return the height of pieces under one another."""
    return sum(piece.before + piece.height for piece in pieces)


def stacked(pieces: Sequence[Piece]) -> Piece:
    """Return pieces under one another as one that is never cut."""

    def draw(pen: Pen, x: float, top: float) -> None:
        for piece in pieces:
            piece.draw(pen, x, top + piece.before)
            top += piece.before + piece.height

    return Piece(height_of(pieces), draw)


def beside(columns: Sequence[tuple[float, Piece]]) -> Piece:
    """Return columns, each at its own left edge, as one piece."""

    def draw(pen: Pen, x: float, top: float) -> None:
        for left, piece in columns:
            piece.draw(pen, x + left, top)

    return Piece(max((piece.height for _, piece in columns), default=0.0), draw)


def lines_piece(node: Node, lines: Sequence[Line], leading: float) -> Piece:
    """Return a paragraph that is never cut."""

    def draw(pen: Pen, x: float, top: float) -> None:
        if not lines:
            return
        with pen.content(node):
            for index, made in enumerate(lines):
                pen.line_of_text(made, x, top + index * leading)

    return Piece(leading * len(lines), draw)


def paragraph(node: Node, parts: Sequence[Span], room: float) -> Piece:
    """Return a whole paragraph as one piece; its first span sets the leading."""
    return lines_piece(node, wrap(parts, room) if parts else (), parts[0].style.leading if parts else 0.0)


def running(node: Node, parts: Sequence[Span], room: float, *, indent: float = 0.0) -> list[Piece]:
    """Return a paragraph that may go on over pages, line by line; its first two lines stay together."""
    leading = parts[0].style.leading
    pieces = [indented(lines_piece(node, [made], leading), indent) for made in wrap(parts, room - indent)]
    return [piece.kept() if index == 0 and len(pieces) > 1 else piece for index, piece in enumerate(pieces)]


def indented(piece: Piece, indent: float) -> Piece:
    """Return a piece moved to the right."""

    def draw(pen: Pen, x: float, top: float) -> None:
        piece.draw(pen, x + indent, top)

    return replace(piece, draw=draw)


def rule(width: float, colour: str = "line", weight: float = 0.75) -> Piece:
    """Return a hairline."""

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + width, top), colour, weight)

    return Piece(0.0, draw)
