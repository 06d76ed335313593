"""Pieces that are never cut, and how they fill pages from the top."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import Line, Span, wrap

Draw = Callable[[Pen, float, float], None]
"""Draws at a left edge and a top."""

_LEAST: Final = 0.18
"""Share of a page under which it is only a remainder."""

_ENOUGH: Final = 0.25
_CLOSER: Final = 0.55
"""What is left of the air between blocks where that saves a page."""

_SHARES: Final = (0.94, 0.88, 0.82, 0.76, 0.7, 0.6, 0.5)


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
    return _placed(pieces, _starts(pieces, room))


def balanced(pieces: Sequence[Piece], room: float) -> list[list[Placed]]:
    """Fill pages, the last of them not with a remainder alone.

    A few lines that run over are taken back by less air between the blocks; where that is not enough, the
    page before gives up some of its own.
    """
    starts = _starts(pieces, room)
    pages = _placed(pieces, starts)
    if len(pages) == 1 or filled(pages[-1]) >= _LEAST * room:
        return pages
    closer = [piece.after(piece.before * _CLOSER) for piece in pieces]
    taken = _starts(closer, room)
    if len(taken) < len(starts):
        return _placed(closer, taken)
    return [*pages[:-2], *_shared(pieces[starts[-2] :], room, pages[-2:])]


def _shared(pieces: Sequence[Piece], room: float, pages: list[list[Placed]]) -> list[list[Placed]]:
    """Return the last two pages with more on the second; as they are where nothing can be moved."""
    again = [pages[0][0].piece] if pages[0][0].piece is not pieces[0] else []
    for share in _SHARES:
        tried = paginate([*again, *pieces], share * room)
        if len(tried) == len(pages) and filled(tried[-1]) >= _ENOUGH * room:
            return tried
    return pages


def filled(page: Sequence[Placed]) -> float:
    """Return how far down a page reaches."""
    return page[-1].top + page[-1].piece.height if page else 0.0


def _starts(pieces: Sequence[Piece], room: float) -> list[int]:
    """Return the number of the piece that each page begins with."""
    starts = [0]
    used = 0.0
    for index, piece in enumerate(pieces):
        if index > starts[-1] and used + piece.before + _needed(pieces, index, room) > room:
            starts.append(index)
            used = piece.again.height if piece.again is not None else 0.0
        used += piece.height + (piece.before if used or index > starts[-1] else 0.0)
    return starts


def _placed(pieces: Sequence[Piece], starts: Sequence[int]) -> list[list[Placed]]:
    """Put the pieces under one another, page by page; a head that repeats stands on top of its page."""
    pages: list[list[Placed]] = []
    for number, (start, end) in enumerate(pairwise([*starts, len(pieces)])):
        page: list[Placed] = []
        used = 0.0
        again = pieces[start].again if number else None
        for piece in (*((again,) if again is not None else ()), *pieces[start:end]):
            top = used + (piece.before if page else 0.0)
            page.append(Placed(top, piece))
            used = top + piece.height
        pages.append(page)
    return pages


def _needed(pieces: Sequence[Piece], index: int, room: float) -> float:
    """Return the height of a piece and of what is tied to it; of two of them if all is too much."""
    whole = pieces[index].height
    least = whole
    is_first = index == 0 or not pieces[index - 1].keeps
    for at in range(index, len(pieces) - 1):
        if not pieces[at].keeps:
            break
        whole += pieces[at + 1].before + pieces[at + 1].height
        least = whole if is_first and at == index and whole <= room else least
        if whole > room:
            return least
    return whole


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
