"""Blocks of page 1: what breaks first, what would not be seen, what keeps the team slow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.facts import Break, Consequence, Summary
from readiness.reports.flow import Piece, beside, lines_piece, paragraph, rule, stacked
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.text import BODY, BODY_STRONG, META, SECTION, Style, clamp, spans, wrap

_FACTOR: Final = Style("display", 14, 17, tracking=-0.2)
_HALF: Final = 243.0
_HALF_LEFT: Final = WIDTH - _HALF
_PAD: Final = 6.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How much page 1 says: rows of each kind, lines of each, and whether a line names its question."""

    limits: int
    failures: int
    rows: int
    named: bool
    lines: int
    cautions: int
    left_out: int
    asked: int = 3
    ask_lines: int = 2
    decisions: int = 3
    judged: bool = True
    bars: bool = True
    gap: float = 15.0


def heading(text: str, parent: Node, room: float) -> Piece:
    """Return a section's heading."""
    return paragraph(parent.add("H2"), spans((text, SECTION)), room)


def note(text: str, parent: Node, room: float) -> Piece:
    """Return a small line beneath a block."""
    return paragraph(parent.add("P"), spans((text, META)), room)


def breaks(facts: Summary, parent: Node, fit: Fit) -> Piece:
    """Return what breaks first: measured limits, then practices."""
    head = heading("What breaks first", parent, WIDTH)
    if facts.nothing_breaks:
        words = paragraph(parent.add("P"), spans((facts.nothing_breaks, BODY)), WIDTH)
        return stacked([head, rule(WIDTH).after(4), words.after(_PAD)])
    table = parent.add("Table")
    rows: list[Piece] = []
    for row in (*facts.limits[: fit.limits], *facts.failures[: fit.failures]):
        rows += [rule(WIDTH).after(_PAD if rows else 4), _break(row, table, fit).after(_PAD)]
    more = _more(facts, fit)
    return stacked([head, *rows, *([note(more, parent, WIDTH).after(3)] if more else [])])


def _more(facts: Summary, fit: Fit) -> str:
    limits, failures = len(facts.limits) - fit.limits, len(facts.failures) - fit.failures
    hidden = (
        *((say.counted(limits, "more limit"),) if limits > 0 else ()),
        *((say.counted(failures, "more practice"),) if failures > 0 else ()),
    )
    return f"And {say.listed(hidden)} below the target, on the next pages." if hidden else ""


def _break(facts: Break, table: Node, fit: Fit) -> Piece:
    row = table.add("TR")
    left, middle = 46.0, 196.0
    right = WIDTH - left - middle - 14
    factor = paragraph(row.add("TH", scope="Row"), spans((facts.factor, _FACTOR)), left)
    felt = clamp(wrap(spans((facts.felt, BODY_STRONG)), middle), fit.lines, middle)
    words = lines_piece(row.add("TD"), felt, BODY.leading)
    cell = row.add("TD")
    what = (
        clamp(wrap(spans((facts.what, BODY.tinted("ink2"))), right), fit.lines - 1, right)
        if facts.what
        else ()
    )
    stands = clamp(wrap(spans((facts.stands, META)), right), 2, right)
    detail = [lines_piece(cell, what, BODY.leading), lines_piece(cell, stands, META.leading).after(1.2)]
    return beside([(0, factor), (left, words), (left + middle + 14, stacked(detail))])


def consequences(facts: Summary, parent: Node, fit: Fit) -> Piece:
    """Return what would not be seen and what keeps the team slow, side by side."""
    columns: list[tuple[float, Piece]] = []
    for title, rows in (("What we would not see", facts.unseen), ("What keeps us slow", facts.slow)):
        if rows:
            columns.append((_HALF_LEFT * len(columns), _column(title, rows, parent, fit)))
    return beside(columns)


def _column(title: str, rows: Sequence[Consequence], parent: Node, fit: Fit) -> Piece:
    pieces = [heading(title, parent, _HALF), rule(_HALF).after(3)]
    pieces += [_consequence(row, parent.add("P"), fit).after(4) for row in rows[: fit.rows]]
    hidden = len(rows) - fit.rows
    if hidden > 0:
        pieces.append(note(f"And {hidden} more.", parent, _HALF).after(2))
    return stacked(pieces)


def _consequence(facts: Consequence, node: Node, fit: Fit) -> Piece:
    left = 32.0
    room = _HALF - left
    factor = paragraph(node, spans((facts.factor, BODY_STRONG)), left)
    felt = [lines_piece(node, clamp(wrap(spans((facts.felt, BODY)), room), fit.lines, room), BODY.leading)]
    if fit.named:
        words = clamp(wrap(spans((facts.question, META)), room), 2, room)
        felt.append(lines_piece(node, words, META.leading))
    return beside([(0, factor), (left, stacked(felt))])
