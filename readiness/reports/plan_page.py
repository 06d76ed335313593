"""The roadmap by quarter: bars and load, where it leads, and what is not done at that price."""

from collections.abc import Iterator
from typing import Final

from readiness.reports.blocks import SMALL, SMALL_STRONG, columns_of, heading, note, page_head, thirds
from readiness.reports.charts.gantt import gantt_pieces
from readiness.reports.charts.projection import projection_piece
from readiness.reports.flow import Piece, lines_piece, paragraph, rule, stacked
from readiness.reports.plan_facts import Plan
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import Cell, body_rows, columns, head_row
from readiness.reports.text import BODY_STRONG, CAPTION, META, clamp, spans, wrap

_LEFT: Final = columns((112, "left"), (92, "left"), (282, "left"), gap=12)
_UNDONE: Final = columns((312, "left"), (60, "left"), (62, "right"), (46, "right"), gap=10)
_MOST_TOLD: Final = 12
"""Lines of a note beside the others; what people wrote stands whole with the answers."""
_PINS: Final = columns((92, "left"), (60, "left"), (334, "left"), gap=12)


def plan_pieces(facts: Plan, parent: Node) -> list[Piece]:
    """Return the pieces of the page."""
    section = parent.add("Sect")
    pieces = page_head(facts.title, facts.lead, section)
    if facts.bars:
        first, *rest = gantt_pieces(facts, section, WIDTH)
        pieces += [first.after(16), *rest]
        pieces += _where(facts, section)
    if facts.notes:
        pieces.append(_notes(facts, section).after(18))
    pieces += _not_done(facts, section)
    return pieces


def _where(facts: Plan, parent: Node) -> Iterator[Piece]:
    line = projection_piece(facts, parent, WIDTH)
    if line is not None:
        yield heading("Where that leads", parent).after(16)
        yield note(facts.scaled_words, parent).after(1).kept()
        yield line.after(4)


def _notes(facts: Plan, parent: Node) -> Piece:
    blocks = []
    for (title, text), (_, room) in zip(facts.notes, thirds(len(facts.notes)), strict=True):
        name = paragraph(parent.add("P"), spans((title, BODY_STRONG)), room)
        told = clamp(wrap(spans((text, CAPTION)), room), _MOST_TOLD, room)
        words = lines_piece(parent.add("P"), told, CAPTION.leading)
        blocks.append(stacked([rule(room, "ink", 1.6), name.after(6), words.after(2)]))
    return columns_of(blocks)


def _not_done(facts: Plan, parent: Node) -> Iterator[Piece]:
    yield heading(facts.left_title, parent).after(18)
    if facts.left:
        table = parent.add("Table")
        head = head_row(("Why", "How much", "What"), _LEFT, table, WIDTH)
        yield head.after(6)
        for row in facts.left:
            cells = [Cell(row.why, SMALL_STRONG), Cell(row.count, SMALL), Cell(row.names, SMALL)]
            yield from body_rows(cells, _LEFT, table, WIDTH, again=head.again, pad=3.2)
    if facts.undone:
        yield heading("What stays undone, action by action", parent).after(16)
        table = parent.add("Table")
        head = head_row(("Action", "Question", "Person-weeks", "Would add"), _UNDONE, table, WIDTH)
        yield head.after(5)
        for one in facts.undone:
            cells = [Cell(text, SMALL) for text in (one.name, one.questions, one.weeks, one.gain)]
            yield from body_rows(cells, _UNDONE, table, WIDTH, again=head.again, pad=2.6)
        if facts.undone_more:
            yield note(facts.undone_more, parent).after(4)
    if facts.pins:
        yield heading("Fixed to a quarter, and cannot be kept there", parent).after(16)
        table = parent.add("Table")
        for pin in facts.pins:
            cells = [Cell(pin.value, SMALL_STRONG), Cell(pin.note, SMALL), Cell(pin.name, META)]
            yield from body_rows(cells, _PINS, table, WIDTH, pad=3.2)
