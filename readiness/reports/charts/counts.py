"""So many of each: one bar a row, full for what is at its target, hatched for what falls short of it."""

from typing import Final

from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.portfolio_facts import CountBar, CountBars
from readiness.reports.structure import Node
from readiness.reports.text import BODY_STRONG, CAPTION, META

ROW: Final = 15.5
_BAR: Final = 8.6
_NUMBER: Final = 24.0
_NAMES: Final = 46.0
_WORDS: Final = 92.0
"""The room that the words behind the longest bar have; the same for all, so that bars have one scale."""


def counts_piece(facts: CountBars, parent: Node, room: float) -> Piece:
    """Return the bars; name and number stand before each, its words behind."""
    node = parent.add("Figure", alt=f"{facts.title}. {facts.finding}")
    track = room - _NAMES - _NUMBER - _WORDS
    height = ROW * len(facts.bars)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, height):
            for index, bar in enumerate(facts.bars):
                middle = top + index * ROW + ROW / 2
                pen.text(bar.name, CAPTION, x, middle + 3)
                style = BODY_STRONG if bar.count else META
                pen.text(f"{bar.count:,}", style, x + _NAMES + _NUMBER - 6, middle + 3.4, "right")
                left = x + _NAMES + _NUMBER
                _draw_bar(pen, bar, (left, middle - _BAR / 2, track, _BAR), facts.most)
                behind = left + track * bar.count / (facts.most or 1) + 7
                pen.text(bar.words, META, behind, middle + 3, room=x + room - behind)

    return Piece(height, draw)


def _draw_bar(pen: Pen, bar: CountBar, box: tuple[float, float, float, float], most: int) -> None:
    x, top, room, high = box
    share = room / (most or 1)
    if not bar.count:
        pen.rule((x, top + high / 2), (x + 3, top + high / 2), "line2", 0.8)
    elif bar.is_open:
        pen.rect((x, top, bar.count * share, high), stroke="line2", weight=0.8, radius=1.2, dash=(2.4, 1.8))
    elif bar.band is not None:
        pen.rect((x, top, bar.count * share, high), fill=f"band-{bar.band}", radius=1.2)
    else:
        short, met = bar.short * share, (bar.count - bar.short) * share
        pen.rect((x, top, short, high), fill="accentTint", radius=1.2)
        pen.hatch((x, top, short, high), "accent")
        pen.rect((x, top, short, high), stroke="accent", weight=0.7, radius=1.2)
        pen.rect((x + short + (1.2 if short and met else 0), top, met, high), fill="accent", radius=1.2)
