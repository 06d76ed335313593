"""The blocks of the portfolio’s first page: the distribution, what blocks many systems, what changed."""

from dataclasses import dataclass
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.blocks import heading, list_rows, note
from readiness.reports.change_facts import ChangeLine, ChangeList
from readiness.reports.charts.bullets import draw_notch
from readiness.reports.charts.counts import counts_piece
from readiness.reports.flow import Piece, beside, lines_piece, rule, stacked
from readiness.reports.logo import Logo
from readiness.reports.pen import Pen
from readiness.reports.portfolio_facts import Blocker, CountBars, StandPage
from readiness.reports.portfolio_words import more
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    META,
    SECTION,
    SUMMARY_TITLE,
    Style,
    clamp,
    line,
    spans,
    wrap,
)

_SIZES: Final = (
    SUMMARY_TITLE,
    Style("display", 21, 25.6, tracking=-0.42),
    Style("display", 19, 23.4, tracking=-0.35),
)
_MOST_TITLE: Final = 3
_HALF: Final = 245.0
_INDENT: Final = 13.0
_BAR: Final = 92.0
_PROMPT: Final = WIDTH - _INDENT - _BAR - 84


@dataclass(frozen=True, slots=True)
class StandFit:
    """How much page 1 says: gates, changes to each side, lines of a gate’s question, lines on coverage."""

    blockers: int
    changes: int
    lines: int
    known: int = 4


def stand_blocks(facts: StandPage, section: Node, fit: StandFit, logo: Logo | None) -> list[Piece]:
    """Return the blocks of page 1, from the top."""
    blocks = [_headline(facts.title, section, logo), _clamped(facts.lead, section, BODY.tinted("ink2"), 2)]
    blocks[1] = blocks[1].after(4)
    left, right = _column(facts.steps, section), _column(facts.labels, section)
    blocks.append(beside([(0, left), (WIDTH - _HALF, right)]).after(15))
    known = [_clamped(text, section, CAPTION, 2) for text in facts.known[: fit.known]]
    if known:
        blocks.append(stacked([known[0], *(piece.after(2) for piece in known[1:])]).after(6))
    blocks.append(_blockers(facts, section, fit).after(16))
    blocks.append(_changes(facts, section, fit).after(16))
    return blocks


def _headline(text: str, section: Node, logo: Logo | None) -> Piece:
    room = WIDTH if logo is None else WIDTH - logo.width - 24
    node = section.add("H1")
    for style in _SIZES:
        lines = wrap(spans((text, style)), room)
        if len(lines) <= _MOST_TITLE - 1:
            break
    title = lines_piece(node, clamp(lines, _MOST_TITLE, room), style.leading)
    if logo is None:
        return title
    return beside([(0, title), (WIDTH - logo.width, logo.piece(section.add("Figure", alt="Logo")))])


def _clamped(text: str, section: Node, style: Style, most: int, room: float = WIDTH) -> Piece:
    return lines_piece(section.add("P"), clamp(wrap(spans((text, style)), room), most, room), style.leading)


def _column(bars: CountBars, section: Node) -> Piece:
    return stacked(
        [
            heading(bars.title, section, _HALF),
            rule(_HALF).after(3),
            counts_piece(bars, section, _HALF).after(5),
        ]
    )


def _blockers(facts: StandPage, section: Node, fit: StandFit) -> Piece:
    head = heading(facts.blockers_title, section)
    if facts.blockers_note:
        head = beside([(0, head), (0, _at_right(facts.blockers_note, section))])
    pieces = [head]
    table = section.add("Table")
    for index, row in enumerate(facts.blockers[: fit.blockers]):
        pieces += [rule(WIDTH).after(4 if index == 0 else 3.4), _blocker(row, table, fit.lines).after(3.4)]
    left = more(len(facts.blockers) - fit.blockers, "gate")
    if left:
        pieces.append(note(f"{say.capital(left)}.", section).after(4))
    return stacked(pieces)


def _at_right(text: str, section: Node) -> Piece:
    said = line(text, META)
    node = section.add("P")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            pen.line_of_text(said, x + WIDTH - said.width, top + 3)

    return Piece(SECTION.leading, draw)


def _blocker(facts: Blocker, table: Node, most: int) -> Piece:
    row = table.add("TR")
    prompt = clamp(wrap(spans((facts.prompt, BODY)), _PROMPT), most, _PROMPT)
    said = lines_piece(row.add("TH", scope="Row"), prompt, BODY.leading)
    where = clamp(wrap(spans((f"{facts.id}, {facts.pillar}", META)), _PROMPT), 1, _PROMPT)
    told = stacked([said, lines_piece(row.add("TD"), where, META.leading)])
    node = row.add("TD")
    share = min(facts.count / (facts.of or 1), 1.0)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            draw_notch(pen, x, top + 6.6, 3.2)
            left = x + WIDTH - _BAR
            pen.rect((left, top + 17, _BAR, 5.4), fill="sunken", radius=1)
            pen.rect((left, top + 17, _BAR * share, 5.4), fill="accent", radius=1)
        with pen.content(node):
            pen.text(facts.words, BODY_STRONG, x + WIDTH - _BAR, top + 10.2, room=_BAR)

    return Piece(told.height, beside([(_INDENT, told), (0, Piece(0, draw))]).draw)


def _changes(facts: StandPage, section: Node, fit: StandFit) -> Piece:
    lists = [
        (facts.falls_title, facts.falls, True),
        (facts.rises_title, facts.rises, False),
    ]
    shown = [one for one in lists if one[1]]
    if len(shown) == 1:
        (_, rows, is_fall), *_ = shown
        pieces = [_list(facts.changes_title, rows, section, fit.changes, WIDTH, is_fall=is_fall)]
    elif shown:
        columns = [
            (place * (WIDTH - _HALF), _list(title, rows, section, fit.changes, _HALF, is_fall=is_fall))
            for place, (title, rows, is_fall) in enumerate(shown)
        ]
        pieces = [heading(facts.changes_title, section), beside(columns).after(4)]
    else:
        pieces = [heading(facts.changes_title, section)]
    pieces.append(_clamped(facts.changes_note, section, META, 2).after(4))
    return stacked(pieces)


def _list(
    title: str, rows: tuple[ChangeLine, ...], section: Node, most: int, room: float, *, is_fall: bool
) -> Piece:
    """Return the largest changes by name."""
    chosen = sorted(rows[:most], key=lambda row: row.name.casefold())
    left = more(len(rows) - most, "system")
    facts = ChangeList(
        title=title, rows=tuple(chosen), more=f"{say.capital(left)}." if left else "", is_bad=is_fall
    )
    return stacked(list_rows(facts, section, room, most_lines=1, mark=True))
