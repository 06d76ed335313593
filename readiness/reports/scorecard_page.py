"""The scorecard: pillars, the heat map of topics; then the gates of the target step and the limits."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.reports.charts.bullets import draw_notch
from readiness.reports.charts.heat import band_key, heat_pieces
from readiness.reports.facts import Caution, GateRow, LimitLine, PillarRow, Scorecard
from readiness.reports.flow import Piece, beside, paragraph, rule, running
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import Cell, body_rows, columns, head_row
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    META,
    SECTION,
    TITLE,
    Span,
    Style,
    spans,
)

_PILLARS: Final = columns(
    (124, "left"),
    (38, "right"),
    (58, "right"),
    (52, "right"),
    (54, "right"),
    (34, "right"),
    (36, "right"),
    (44, "right"),
)
_GATES: Final = columns((4, "left"), (40, "left"), (258, "left"), (108, "left"), (52, "left"), gap=12)
_LIMITS: Final = columns((50, "left"), (158, "left"), (130, "left"), (142, "left"), gap=10)
_SCORE: Final = Style("semibold", 10.5, 13.6)
_HALF: Final = 245.0
_SMALL: Final = Style("regular", 9, 12.4)
_SMALL_STRONG: Final = Style("semibold", 9, 12.4)


def scorecard_pieces(facts: Scorecard, parent: Node) -> list[Piece]:
    """Return the pieces of the scorecard page."""
    section = parent.add("Sect")
    pieces = [paragraph(section.add("H1"), spans((facts.title, TITLE)), WIDTH)]
    pieces += _pillar_table(facts, section)
    title = paragraph(section.add("H2"), spans((facts.topics_title, SECTION)), WIDTH)
    pieces.append(beside([(0, title), (0, band_key(section, WIDTH))]).after(22).kept())
    heat = heat_pieces(facts.topics, section, WIDTH)
    pieces += [heat[0].after(6), *heat[1:]] if heat else []
    pieces.append(paragraph(section.add("P"), spans((facts.weak_note, CAPTION)), WIDTH).after(6))
    pieces.append(rule(WIDTH).after(22).kept())
    pieces.append(_reading(facts.reading, section).after(8))
    return pieces


def guard_pieces(facts: Scorecard, parent: Node, *, cautions: bool = True) -> list[Piece]:
    """Return the pieces of the page on gates and limits; cautions only where no other page has them."""
    section = parent.add("Sect")
    pieces = [paragraph(section.add("H1"), spans((facts.gates_title, TITLE)), WIDTH).kept()]
    if facts.gates:
        pieces += _gate_table(facts.gates, section)
    else:
        words = "No question that blocks this step applies here."
        pieces.append(paragraph(section.add("P"), spans((words, BODY.tinted("ink2"))), WIDTH).after(4))
    if facts.limits:
        title = paragraph(section.add("H2"), spans((facts.limits_title, SECTION)), WIDTH)
        pieces.append(title.after(24).kept())
        pieces += _limit_table(facts.limits, section)
    if facts.cautions and cautions:
        title = paragraph(section.add("H2"), spans(("What else to know", SECTION)), WIDTH)
        pieces += [title.after(24).kept(), rule(WIDTH).after(4).kept()]
        pieces += _cautions(facts.cautions, section)
    return pieces


def _pillar_table(facts: Scorecard, parent: Node) -> Iterator[Piece]:
    table = parent.add("Table")
    head = head_row(facts.columns, _PILLARS, table, WIDTH)
    yield head.after(16)
    for row in facts.rows:
        cells = _pillar_cells(row)
        yield from body_rows(cells, _PILLARS, table, WIDTH, again=head.again, rule=_line(row, facts))
    yield from body_rows(_pillar_cells(facts.total, strong=True), _PILLARS, table, WIDTH, rule="ink")


def _line(row: PillarRow, facts: Scorecard) -> str:
    return "ink" if row is facts.rows[-1] else "line"


def _pillar_cells(row: PillarRow, *, strong: bool = False) -> list[Cell]:
    name = BODY_STRONG if strong or row.is_furthest else BODY
    weight, score, *rest = row.cells
    shown = Cell(score, _SCORE if score.isdecimal() else META)
    return [Cell(row.name, name), Cell(weight, BODY), shown, *(Cell(text, BODY) for text in rest)]


def _gate_table(gates: Sequence[GateRow], parent: Node) -> Iterator[Piece]:
    table = parent.add("Table")
    over = _GATES[1:]
    head = head_row(("Gate", "Question", "Stands at", "Step asks"), over, table, WIDTH)
    yield head.after(14)
    for gate in gates:
        is_open = gate.state in {"open", "not asked"}
        words = _SMALL_STRONG if is_open else _SMALL
        quiet = _SMALL.tinted("ink3") if gate.state == "left out" else words
        cells = [
            Cell(gate.id, words),
            Cell(gate.prompt, quiet),
            Cell(gate.stands, quiet),
            Cell(gate.asks, _SMALL),
        ]
        first, *rest = body_rows(cells, over, table, WIDTH, again=head.again, pad=3.6)
        yield _marked(first, gate)
        yield from rest


def _marked(row: Piece, gate: GateRow) -> Piece:
    """Return the row with the sign of an open gate before it; the words beside it say the same."""

    def draw(pen: Pen, x: float, top: float) -> None:
        row.draw(pen, x, top)
        if gate.state in {"open", "not asked"}:
            with pen.decoration():
                draw_notch(pen, x, top + 3.6 + 6.2, 3.4)

    return Piece(row.height, draw, row.before, row.keeps, row.again)


def _limit_table(limits: Sequence[LimitLine], parent: Node) -> Iterator[Piece]:
    table = parent.add("Table")
    head = head_row(("Factor", "Resource", "Used at peak, of limit", "Source"), _LIMITS, table, WIDTH)
    yield head.after(6)
    for limit in limits:
        number = _SMALL_STRONG if limit.is_short else _SMALL
        yield from body_rows(_limit_cells(limit, number), _LIMITS, table, WIDTH, again=head.again, pad=3.6)


def _limit_cells(limit: LimitLine, number: Style) -> list[Cell]:
    source = Cell(limit.source, CAPTION)
    return [Cell(limit.factor, number), Cell(limit.resource, number), Cell(limit.measured, _SMALL), source]


def _cautions(cautions: Sequence[Caution], parent: Node) -> Iterator[Piece]:
    for caution in cautions:
        words = spans((f"{caution.title} ", _SMALL_STRONG), (caution.text, _SMALL))
        first, *rest = running(parent.add("P"), words, WIDTH)
        yield first.after(5)
        yield from rest


def _reading(reading: Sequence[tuple[str, str]], parent: Node) -> Piece:
    halves: list[tuple[float, Piece]] = []
    for index, (title, text) in enumerate(reading):
        parts: list[Span] = list(spans((f"{title} ", CAPTION_STRONG), (text, CAPTION)))
        halves.append((index * (WIDTH - _HALF), paragraph(parent.add("P"), parts, _HALF)))
    return beside(halves)
