"""How the figures come about: what each means, the five levels, and the seal in full."""

from typing import Final

from readiness.reports.blocks import SMALL, SMALL_STRONG, heading, page_head
from readiness.reports.flow import Piece, beside, paragraph, running, stacked
from readiness.reports.method_facts import Method
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import Cell, body_rows, columns, head_row
from readiness.reports.text import BODY, BODY_STRONG, CAPTION, CAPTION_STRONG, spans

_NAME: Final = 118.0
_LEVELS: Final = columns((40, "left"), (76, "left"), (374, "left"), gap=10)


def method_pieces(facts: Method, parent: Node) -> list[Piece]:
    """Return the pieces of the page."""
    section = parent.add("Sect")
    pieces = page_head(facts.title, facts.lead, section)
    for index, (name, text) in enumerate(facts.parts):
        title = paragraph(section.add("H2"), spans((name, BODY_STRONG)), _NAME - 12)
        words = paragraph(section.add("P"), spans((text, BODY)), WIDTH - _NAME)
        pieces.append(beside([(0, title), (_NAME, words)]).after(16 if index == 0 else 10))
    pieces.append(heading(facts.levels_title, section).after(20))
    table = section.add("Table")
    pieces.append(head_row(("Level", "Name", "What one sees"), _LEVELS, table, WIDTH).after(4))
    for level, name, seen in facts.levels:
        cells = [Cell(level, SMALL_STRONG), Cell(name, SMALL_STRONG), Cell(seen, SMALL)]
        pieces += body_rows(cells, _LEVELS, table, WIDTH, pad=3)
    if facts.seal:
        head = heading(facts.seal_title, section)
        words = paragraph(section.add("P"), spans((facts.seal_words, BODY)), WIDTH)
        pieces.append(stacked([head, words.after(3)]).after(20).kept())
        pieces += [
            piece.after(4)
            for piece in running(
                section.add("P"), spans(("Seal: ", CAPTION_STRONG), (facts.seal, CAPTION)), WIDTH
            )
        ]
    return pieces
