"""The blocks of the portfolio’s second page: the ask by team and quarter, what to sign, the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.ask_block import decide_block, not_done_box, not_done_lines
from readiness.reports.blocks import heading, note
from readiness.reports.charts.matrix import matrix_piece, row_height
from readiness.reports.flow import Piece, lines_piece, rule, stacked
from readiness.reports.pen import Pen
from readiness.reports.portfolio_facts import AskPage, Matrix, TeamAsk, Undone
from readiness.reports.portfolio_words import (
    FEWER,
    bought,
    buys,
    more,
    rest_of,
    shown_rows,
    undone_words,
    weeks,
)
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import HEAD
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    META,
    TITLE,
    Line,
    Style,
    clamp,
    spans,
    wrap,
)

_CELL: Final = 48.0
_BETWEEN: Final = 1.6
_MOST_TITLE: Final = 2


@dataclass(frozen=True, slots=True)
class AskFit:
    """How much page 2 says: teams, lines of what each buys, decisions and their lines, systems, sureness."""

    teams: int
    buys: int
    decisions: int
    lines: int
    rows: int
    sure: int


def ask_blocks(facts: AskPage, section: Node, fit: AskFit, rows: int) -> list[Piece]:
    """Return the blocks of page 2, from the top, with so many systems in the matrix."""
    title = clamp(wrap(spans((facts.title, TITLE)), WIDTH), _MOST_TITLE, WIDTH)
    blocks = [lines_piece(section.add("H1"), title, TITLE.leading)]
    if facts.nothing:
        blocks.append(note(facts.nothing, section).after(6))
    else:
        blocks += [note(facts.note, section).after(3), _table(facts, section, fit).after(7)]
    if facts.undone is not None:
        blocks.append(_undone(facts.undone, section, 3 if fit.lines > 1 else 2).after(7))
    if facts.decisions:
        decide = decide_block(
            facts.decisions, section, most=fit.decisions, lines=fit.lines, kept="in the workspace"
        )
        blocks.append(decide.after(10))
    blocks.append(_matrix(facts.matrix, section, rows).after(11))
    blocks.append(_sure(facts, section, fit).after(9))
    return blocks


def matrix_rows(facts: Matrix, room: float) -> int:
    """Return how many systems have room."""
    return min(len(facts.rows), max(int(room // (row_height(facts, WIDTH) + _BETWEEN)), 0))


def _table(facts: AskPage, section: Node, fit: AskFit) -> Piece:
    table = section.add("Table")
    shown, left = _parted(facts.teams, fit.teams)
    pieces = [_head(facts.columns, table)]
    pieces += [_team(team, table, fit.buys, BODY_STRONG) for team in shown]
    if left:
        pieces.append(_team(rest_of(left), table, fit.buys, BODY))
    if len(facts.teams) > 1:
        pieces.append(_numbers(facts.whole, table.add("TR"), BODY_STRONG, _in_short(facts.whole)))
    return stacked([pieces[0], *(piece.after(3.4) for piece in pieces[1:])])


def _parted(teams: Sequence[TeamAsk], most: int) -> tuple[list[TeamAsk], list[TeamAsk]]:
    """Return the teams that have room, systems without one always among them, and those that have none."""
    if len(teams) <= most + 1:  # a last row takes no more room than one about it
        return list(teams), []
    shown = list(teams[:most])
    if not teams[-1].is_named:
        shown[-1] = teams[-1]
    return shown, [team for team in teams if team not in shown]


def _rights(columns: int) -> tuple[float, ...]:
    """Return the right edges of the numbers; the last is the sum’s."""
    return tuple(WIDTH - _CELL * (columns - place) for place in range(columns + 1))


def _head(columns: Sequence[str], table: Node) -> Piece:
    row = table.add("TR")
    texts = (*columns, "in all")
    team = row.add("TH", scope="Column")
    nodes = [row.add("TH", scope="Column") for _ in texts]
    bought = row.add("TH", scope="Column")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(team):
            used = pen.text("Team", HEAD, x, top + 9)
        for text, node, right in zip(texts, nodes, _rights(len(columns)), strict=True):
            with pen.content(node):
                pen.text(text, HEAD, x + right, top + 9, "right")
        with pen.content(bought):
            pen.text(", and what it buys", META, x + used, top + 9)
        with pen.decoration():
            pen.rule((x, top + 13.5), (x + WIDTH, top + 13.5), "ink", 0.95)

    return Piece(13.5, draw)


def _team(facts: TeamAsk, table: Node, most: int, style: Style) -> Piece:
    row = table.add("TR")
    numbers = _numbers(facts, row, style, _bought(facts, most))
    return stacked([numbers, rule(WIDTH).after(3.4)])


def _bought(facts: TeamAsk, most: int) -> tuple[Line, ...]:
    """Return as much of what it buys as its lines hold; what is not named is counted."""
    for told in bought(facts):
        lines = wrap(spans((told, CAPTION)), WIDTH)
        if len(lines) <= most:
            break
    return clamp(lines, most, WIDTH)


def _in_short(facts: TeamAsk) -> tuple[Line, ...]:
    """Return in one line what everything buys, named nothing but counted."""
    return clamp(wrap(spans((buys(facts, FEWER[-1]), CAPTION)), WIDTH), 1, WIDTH)


def _numbers(facts: TeamAsk, row: Node, style: Style, lines: Sequence[Line]) -> Piece:
    team = row.add("TH", scope="Row")
    cells = [row.add("TD") for _ in (*facts.weeks, facts.total)]
    words = row.add("TD")
    texts = [weeks(value) for value in (*facts.weeks, facts.total)]
    rights = _rights(len(facts.weeks))

    def draw(pen: Pen, x: float, top: float) -> None:
        base = top + 9.8
        with pen.content(team):
            pen.text(facts.team, style, x, base, room=rights[0] - _CELL)
        for index, (text, node, right) in enumerate(zip(texts, cells, rights, strict=True)):
            with pen.content(node):
                own = BODY_STRONG if index == len(texts) - 1 else style if style is BODY else BODY
                pen.text(text, own, x + right, base, "right", room=_CELL - 3)
        if lines:
            with pen.content(words):
                for index, made in enumerate(lines):
                    pen.line_of_text(made, x, top + BODY.leading + index * CAPTION.leading)

    return Piece(BODY.leading + len(lines) * CAPTION.leading, draw)


def _undone(facts: Undone, section: Node, most: int) -> Piece:
    for text in undone_words(facts):
        if len(not_done_lines(text, most)) <= most:
            break
    return not_done_box(text, section, most)


def _matrix(facts: Matrix, section: Node, rows: int) -> Piece:
    pieces = [heading(facts.title, section)]
    chosen = shown_rows(facts.rows, rows)
    left = more(len(facts.rows) - len(chosen), "system")
    pieces.append(matrix_piece(facts, chosen, section, WIDTH).after(4))
    told = [f"Those with most weak pillars, {left}" if left else "", say.capital(facts.more_pillars)]
    words = ". ".join(part for part in told if part)
    if words:
        pieces.append(note(f"{words}.", section).after(1))
    return stacked(pieces)


def _sure(facts: AskPage, section: Node, fit: AskFit) -> Piece:
    pieces = [heading("How sure we are", section)]
    told = " ".join(facts.sure[: fit.sure])
    for text, style, most in ((told, CAPTION, 3), (facts.seals, META, 2)):
        lines = clamp(wrap(spans((text, style)), WIDTH), most, WIDTH)
        pieces.append(lines_piece(section.add("P"), lines, style.leading).after(2))
    return stacked(pieces)
