"""Top risks: what would happen, how we know, how it stands, and the answer to it; a risk is never cut."""

from collections.abc import Iterator
from typing import Final

from readiness.reports.blocks import SMALL, SMALL_STRONG, heading, note, page_head
from readiness.reports.charts.levels import draw_level
from readiness.reports.charts.views import draw_engineering, draw_product
from readiness.reports.flow import Piece, beside, lines_piece, paragraph, rule, running, stacked
from readiness.reports.pen import Pen
from readiness.reports.risk_facts import Apart, RiskRow, Risks
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import columns, head_row
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    META,
    Style,
    clamp,
    spans,
    wrap,
)

_OVER: Final = columns((44, "left"), (218, "left"), (96, "left"), (110, "left"), gap=14)
_FACTOR: Final = Style("display", 16, 19, "ink2", tracking=-0.2)
_FELT: Final = Style("semibold", 10, 13.4)
_APART: Final = 300.0
_MOST_LINES: Final = 4


def risk_pieces(facts: Risks, parent: Node) -> list[Piece]:
    """Return the pieces of the page."""
    section = parent.add("Sect")
    pieces = page_head(facts.title, facts.lead, section)
    pieces += _table(facts, section)
    if facts.nothing:
        pieces.append(paragraph(section.add("P"), spans((facts.nothing, BODY)), WIDTH).after(8))
    pieces += _doubts(facts, section)
    if facts.apart:
        pieces.append(_differ(facts, section).after(20))
    return pieces


def _table(facts: Risks, parent: Node) -> Iterator[Piece]:
    if not facts.rows:
        return
    table = parent.add("Table")
    heads = ("Gives out", "What would happen, and how we know", "Stands at", "Answer to it")
    head = head_row(heads, _OVER, table, WIDTH)
    yield head.after(16)
    for row in facts.rows:
        yield _row(row, table, head.again)
    if facts.more:
        yield note(facts.more, parent).after(4)


def _row(facts: RiskRow, table: Node, again: Piece | None) -> Piece:
    row = table.add("TR")
    factor, what, stands, answer = _OVER
    cells = [
        (factor.left, paragraph(row.add("TH", scope="Row"), spans((facts.factor, _FACTOR)), factor.width)),
        (what.left, _what(facts, row.add("TD"), what.width)),
        (stands.left, _stands(facts, row.add("TD"), stands.width)),
        (answer.left, _answer(facts, row.add("TD"), answer.width)),
    ]
    inside = beside(cells)

    def draw(pen: Pen, x: float, top: float) -> None:
        inside.draw(pen, x, top + 8)
        with pen.decoration():
            at = top + inside.height + 16
            pen.rule((x, at), (x + WIDTH, at), "line", 0.75)

    return Piece(inside.height + 16, draw, again=again)


def _what(facts: RiskRow, cell: Node, room: float) -> Piece:
    felt = clamp(wrap(spans((facts.felt, _FELT)), room), _MOST_LINES, room)
    known = clamp(wrap(spans((facts.known, CAPTION)), room), _MOST_LINES, room)
    return stacked(
        [
            lines_piece(cell.add("P"), felt, _FELT.leading),
            lines_piece(cell.add("P"), known, CAPTION.leading).after(1.5),
        ]
    )


def _stands(facts: RiskRow, cell: Node, room: float) -> Piece:
    topic = clamp(wrap(spans((facts.topic, META)), room), 2, room)
    if not facts.is_question:
        return lines_piece(cell, topic, META.leading)
    boxes = _boxes(facts)
    stands = clamp(wrap(spans((facts.stands, CAPTION_STRONG)), room), 2, room)
    words = [lines_piece(cell, stands, CAPTION.leading), lines_piece(cell, topic, META.leading).after(1)]
    return stacked([boxes.after(3), stacked(words).after(3)])


def _boxes(facts: RiskRow) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            draw_level(pen, facts.level, x, top, is_guess=facts.is_guess)

    return Piece(9, draw)


def _answer(facts: RiskRow, cell: Node, room: float) -> Piece:
    what = clamp(wrap(spans((facts.answer, SMALL)), room), _MOST_LINES, room)
    style = CAPTION_STRONG if facts.is_planned else META
    when = clamp(wrap(spans((facts.when, style)), room), 2, room) if facts.when else ()
    return stacked(
        [lines_piece(cell, what, SMALL.leading), lines_piece(cell, when, CAPTION.leading).after(1.5)]
    )


def _doubts(facts: Risks, parent: Node) -> Iterator[Piece]:
    if not facts.doubts:
        return
    yield heading("What else to know", parent).after(18)
    yield rule(WIDTH).after(4).kept()
    for doubt in facts.doubts:
        words = spans((f"{doubt.title} ", SMALL_STRONG), (doubt.text, SMALL))
        first, *rest = running(parent.add("P"), words, WIDTH)
        yield first.after(5)
        yield from rest


def _differ(facts: Risks, parent: Node) -> Piece:
    room = WIDTH - _APART - 14
    lead = paragraph(parent.add("P"), spans((facts.apart_lead, CAPTION)), room)
    left = stacked(
        [rule(WIDTH, "ink", 0.95), heading(facts.apart_title, parent, room).after(9), lead.after(3)]
    )
    table = parent.add("Table")
    rows: list[Piece] = []
    for index, row in enumerate(facts.apart):
        rows.append(_apart(row, facts.lanes, table.add("TR")).after(9 if index == 0 else 5))
        rows.append(rule(_APART).after(5))
    return beside([(0, left), (WIDTH - _APART, stacked(rows))])


def _apart(facts: Apart, lanes: tuple[str, str], row: Node) -> Piece:
    room = _APART - 84
    words = clamp(wrap(spans((facts.prompt, SMALL)), room), 2, room)
    name = lines_piece(row.add("TH", scope="Row"), words, SMALL.leading)
    product = row.add("TD")
    engineering = row.add("TD")
    product.alt, engineering.alt = (
        f"{lanes[0]} {facts.product}",
        f"{lanes[1]} {facts.engineering}",
    )

    def draw(pen: Pen, x: float, top: float) -> None:
        middle = top + 6.5
        with pen.content(product):
            draw_product(pen, x + _APART - 66, middle)
            pen.text(str(facts.product), BODY_STRONG, x + _APART - 56, middle + 3.3)
        with pen.content(engineering):
            draw_engineering(pen, x + _APART - 22, middle)
            pen.text(str(facts.engineering), BODY_STRONG, x + _APART, middle + 3.3, "right")

    return beside([(0, name), (0, Piece(14, draw))])
