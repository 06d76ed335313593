"""The bar of how sure: evidenced, informed, guesses hatched, unknown and not asked hollow."""

from collections.abc import Sequence
from typing import Final

from readiness.reports.facts import HowSure, Share
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, width

BAR: Final = 11.0
_GAP: Final = 2.0
_LINE: Final = 12.5
_KEY: Final = 9.0

Box = tuple[float, float, float, float]


def sure_piece(facts: HowSure, parent: Node, room: float) -> Piece:
    """Return the bar with its shares named beneath it."""
    node = parent.add("Figure", alt=facts.finding)
    rows = _rows(facts.shares, room)
    height = BAR + 6 + _LINE * len(rows)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, height):
            _draw_bar(pen, facts.shares, x, top, room)
            for index, row in enumerate(rows):
                _draw_names(pen, row, x, top + BAR + 15 + index * _LINE)

    return Piece(height, draw)


def _draw_bar(pen: Pen, shares: Sequence[Share], x: float, top: float, room: float) -> None:
    total = sum(share.count for share in shares)
    free = room - _GAP * (len(shares) - 1)
    for share in shares:
        part = share.count / total * free
        _draw_share(pen, share, (x, top, part, BAR))
        x += part + _GAP


def _draw_share(pen: Pen, share: Share, box: Box) -> None:
    match share.certainty:
        case "evidenced":
            pen.rect(box, fill="accent", radius=1.5)
        case "informed":
            pen.rect(box, fill="accentSoft", radius=1.5)
        case "guess":
            pen.hatch(box, "accent")
            pen.rect(box, stroke="accent", weight=0.7)
        case "unknown":
            pen.rect(box, stroke="line2", weight=0.8, dash=(2.4, 1.8))
        case _:
            pen.rect(box, stroke="line2", weight=0.8, dash=(0.8, 1.6))


def _rows(shares: Sequence[Share], room: float) -> list[list[Share]]:
    rows: list[list[Share]] = [[]]
    used = 0.0
    for share in shares:
        wanted = _name_width(share) + 10
        if rows[-1] and used + wanted > room + 10:
            rows.append([])
            used = 0.0
        rows[-1].append(share)
        used += wanted
    return [row for row in rows if row]


def _name_width(share: Share) -> float:
    return _KEY + 4 + width(f"{share.count}", CAPTION_STRONG) + 3 + width(share.words, CAPTION)


def _draw_names(pen: Pen, row: Sequence[Share], x: float, base: float) -> None:
    for share in row:
        _draw_share(pen, share, (x, base - 6.6, _KEY, 7.2))
        number = pen.text(str(share.count), CAPTION_STRONG, x + _KEY + 4, base)
        pen.text(share.words, CAPTION, x + _KEY + 7 + number, base)
        x += _name_width(share) + 10
