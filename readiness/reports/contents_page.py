"""The contents: every part with its finding and its page, each a link to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports.flow import Piece, lines_piece, paragraph
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.text import BODY, BODY_STRONG, CAPTION, TITLE, clamp, spans, wrap

_NUMBER: Final = 30.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One part: its key in the outline, its name and its finding."""

    key: str
    title: str
    finding: str


def contents_pieces(entries: Sequence[Entry], pages: Mapping[str, int], parent: Node) -> list[Piece]:
    """Return the pieces; ``pages`` is filled once everything has its place."""
    section = parent.add("Sect")
    pieces = [paragraph(section.add("H1"), spans(("Contents", TITLE)), WIDTH).kept()]
    toc = section.add("TOC")
    for index, entry in enumerate(entries):
        pieces.append(_row(entry, pages, toc).after(16 if index == 0 else 0))
    return pieces


def _row(entry: Entry, pages: Mapping[str, int], toc: Node) -> Piece:
    link = toc.add("TOCI").add("Link", alt=entry.title)
    room = WIDTH - _NUMBER
    title = lines_piece(link, clamp(wrap(spans((entry.title, BODY_STRONG)), room), 2, room), BODY.leading)
    found = clamp(wrap(spans((entry.finding, CAPTION)), room), 2, room) if entry.finding else ()
    words = lines_piece(link, found, CAPTION.leading)
    height = title.height + words.height + 13

    def draw(pen: Pen, x: float, top: float) -> None:
        title.draw(pen, x, top + 6)
        words.draw(pen, x, top + 6 + title.height)
        with pen.content(link):
            pen.text(str(pages[entry.key]), BODY_STRONG, x + WIDTH, top + 16.2, "right")
        pen.goto(entry.key, entry.title, (x, top, WIDTH, height), link)
        with pen.decoration():
            pen.rule((x, top + height), (x + WIDTH, top + height), "line", 0.75)

    return Piece(height, draw)
