"""Sections → sheets: each begins a page of its own, unless it is short and there is room beneath another."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readiness.reports.contents_page import Entry, contents_pieces
from readiness.reports.flow import Piece, Placed, balanced, filled, height_of
from readiness.reports.pen import Pen
from readiness.reports.sections import Section
from readiness.reports.sheets import Sheet, Stationery
from readiness.reports.structure import Node

_SHORT: Final = 0.22
"""Share of a page up to which a section may stand beneath another."""

_BETWEEN: Final = 38.0


def with_contents(
    sheets: list[Sheet], parts: Sequence[Section], stationery: Stationery, index: Node | None
) -> list[Sheet]:
    """Put every part behind what stands first, and before them the contents, which know their pages."""
    pages: dict[str, int] = {}
    entries = [Entry(f"part-{number}", part.title, part.finding) for number, part in enumerate(parts)]
    if index is not None and len(parts) > 1:
        pieces = [bookmark("Contents", "contents"), *contents_pieces(entries, pages, index)]
        sheets += _sheets("Contents", pieces, stationery)
    bound: list[Sheet] = []
    for entry, part in zip(entries, parts, strict=True):
        pieces = [bookmark(part.title, entry.key), *part.pieces]
        shared = _beneath(bound[-1], pieces, stationery) if bound else None
        if shared is not None:
            bound[-1] = shared
            pages[entry.key] = len(sheets) + len(bound)
        else:
            pages[entry.key] = len(sheets) + len(bound) + 1
            bound += _sheets(part.title, pieces, stationery)
    return [*sheets, *bound]


def bookmark(title: str, key: str) -> Piece:
    """Return a place of the outline; it takes no room."""

    def draw(pen: Pen, x: float, top: float) -> None:  # noqa: ARG001 - a place needs no left edge
        pen.bookmark(title, key, 0, top - 20)

    return Piece(0.0, draw, keeps=True)


def _beneath(sheet: Sheet, pieces: Sequence[Piece], stationery: Stationery) -> Sheet | None:
    """Return a page with a short section beneath what is on it; nothing where it has no room."""
    room, top = stationery.room(is_first=False), stationery.top(is_first=False)
    used = filled(sheet.placed) - top + _BETWEEN
    height = height_of(pieces)
    if height > _SHORT * room or used + height > room:
        return None
    (page,) = balanced(pieces, room)
    return replace(sheet, placed=(*sheet.placed, *_moved(page, top + used)))


def _sheets(title: str, pieces: Sequence[Piece], stationery: Stationery) -> list[Sheet]:
    """Begin a new page and go on over as many as the pieces need."""
    top = stationery.top(is_first=False)
    return [Sheet(title, _moved(page, top)) for page in balanced(pieces, stationery.room(is_first=False))]


def _moved(page: Sequence[Placed], down: float) -> tuple[Placed, ...]:
    return tuple(Placed(down + placed.top, placed.piece) for placed in page)
