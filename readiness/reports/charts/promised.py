"""The bar of promises: done and moved, done and not, slipped hatched, dropped hollow."""

from collections.abc import Sequence
from typing import Final

from readiness.reports.change_facts import PromiseGroup, ShareKind
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node

BAR: Final = 11.0
_GAP: Final = 2.0

Box = tuple[float, float, float, float]


def promised_piece(groups: Sequence[PromiseGroup], parent: Node, room: float) -> Piece:
    """Return the bar alone; the rows beneath it name what it shows."""
    told = ", ".join(f"{len(group.rows)} {group.title.lower()}" for group in groups)
    node = parent.add("Figure", alt=f"{told}.")
    total = sum(len(group.rows) for group in groups)
    free = room - _GAP * (len(groups) - 1)

    def draw(pen: Pen, x: float, top: float) -> None:
        at = x
        with pen.figure(node, x, top, room, BAR):
            for group in groups:
                part = len(group.rows) / total * free
                draw_share(pen, group.kind, (at, top, part, BAR))
                at += part + _GAP

    return Piece(BAR, draw)


def draw_share(pen: Pen, kind: ShareKind, box: Box) -> None:
    """Draw one share, told apart without any colour."""
    match kind:
        case "moved":
            pen.rect(box, fill="accent", radius=1.5)
        case "still" | "unseen":
            pen.rect(box, fill="accentSoft", radius=1.5)
        case "slipped":
            pen.hatch(box, "ink3")
            pen.rect(box, stroke="ink3", weight=0.7, radius=1.5)
        case _:
            pen.rect(box, stroke="line2", weight=0.8, radius=1.5, dash=(2.4, 1.8))
