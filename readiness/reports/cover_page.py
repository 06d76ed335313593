"""The cover: words above, the growth step by quarter below; a logo only where one was given."""

from math import log10
from typing import Final

from readiness.reports.flow import Piece, Placed, lines_piece
from readiness.reports.logo import Logo
from readiness.reports.method_facts import Cover, CoverBar
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH, Sheet, Stationery
from readiness.reports.structure import Node
from readiness.reports.text import (
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    Style,
    clamp,
    spans,
    wrap,
)

_EYEBROW: Final = Style("semibold", 11.5, 15, "accent")
_NAMES: Final = (
    Style("display", 46, 52, tracking=-1.4),
    Style("display", 34, 40, tracking=-1.0),
    Style("display", 25, 30, tracking=-0.6),
    Style("display", 18, 22, tracking=-0.3),
)
_VERDICT: Final = Style("regular", 15, 21, "ink2")
_BIG: Final = Style("display", 14, 18)
_SMALL: Final = Style("regular", 10.5, 14, "ink2")
_TOP: Final = 150.0
_CHART: Final = 200.0
_MOST_NAME: Final = 4


def cover_sheet(
    facts: Cover, stationery: Stationery, root: Node, bookmark: Piece, logo: Logo | None
) -> Sheet:
    """Return the cover as one sheet."""
    section = root.add("Sect")
    top = stationery.top(is_first=False)
    below = top + stationery.room(is_first=False)
    placed = [Placed(top, bookmark)]
    if logo is not None:
        placed.append(
            Placed(
                top + 4, logo.piece(section.add("Figure", alt=f"Logo of {facts.company or 'the company'}"))
            )
        )
    at = top + _TOP
    for piece in _words(facts, section):
        placed.append(Placed(at + piece.before, piece))
        at += piece.before + piece.height
    told = clamp(wrap(spans((facts.by, CAPTION)), WIDTH), 3, WIDTH)
    by = lines_piece(section.add("P"), told, CAPTION.leading)
    placed.append(Placed(below - by.height - 4, by))
    if facts.bars:
        room = below - by.height - 40 - at
        chart = _chart(facts, section, min(_CHART, room - 56))
        placed.append(Placed(below - by.height - 30 - chart.height, chart))
    return Sheet("Cover", tuple(placed))


def _words(facts: Cover, section: Node) -> list[Piece]:
    eyebrow = clamp(wrap(spans((facts.eyebrow, _EYEBROW)), WIDTH), 2, WIDTH)
    for style in _NAMES:
        name = wrap(spans((facts.system, style)), WIDTH)
        if len(name) <= 2:
            break
    verdict = clamp(wrap(spans((facts.verdict, _VERDICT)), WIDTH), 4, WIDTH)
    return [
        lines_piece(section.add("P"), eyebrow, _EYEBROW.leading),
        lines_piece(section.add("H1"), clamp(name, _MOST_NAME, WIDTH), style.leading).after(5),
        lines_piece(section.add("P"), verdict, _VERDICT.leading).after(14),
    ]


def _chart(facts: Cover, section: Node, plot: float) -> Piece:
    node = section.add("Figure", alt=f"{facts.bars_title}: {facts.finding}")
    height = plot + 48
    slot = WIDTH / len(facts.bars)
    wide = min(46.0, slot * 0.7)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, WIDTH, height):
            pen.text(facts.bars_title, BODY_STRONG, x, top + 8)
            pen.text(facts.bars_note, CAPTION, x, top + 21)
            floor_ = top + height - 20
            for index, bar in enumerate(facts.bars):
                left = x + index * slot + (slot - wide) / 2
                _draw_bar(pen, bar, (left, wide), floor_, plot - 20)
            pen.rule((x, floor_), (x + WIDTH, floor_), "ink", 0.95)

    return Piece(height, draw)


def _draw_bar(pen: Pen, bar: CoverBar, across: tuple[float, float], floor_: float, plot: float) -> None:
    left, wide = across
    tall = plot * (0.14 + 0.86 * log10(bar.step) / 2)
    box = (left, floor_ - tall, wide, tall)
    if bar.is_planned:
        pen.rect(box, stroke="accent", weight=1.0, dash=(3, 2.4), radius=1.5)
    else:
        pen.rect(box, fill="accent", radius=1.5)
    middle = left + wide / 2
    pen.text(bar.shown, _BIG if bar.is_now else _SMALL, middle, floor_ - tall - 6, "centre")
    pen.text(bar.name, CAPTION_STRONG if bar.is_now else CAPTION, middle, floor_ + 13, "centre")
