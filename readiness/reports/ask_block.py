"""Blocks of page 1 that leadership acts on: the ask by quarter, what is not done, promises, what to sign."""

from collections.abc import Sequence
from typing import Final

from readiness.reports.change_facts import Promises
from readiness.reports.charts.promised import promised_piece
from readiness.reports.charts.sure import sure_piece
from readiness.reports.facts import Asked, Summary
from readiness.reports.flow import Piece, beside, lines_piece, paragraph, rule, stacked
from readiness.reports.judgement_block import score_piece
from readiness.reports.pen import Pen
from readiness.reports.plan_facts import Ask, PlanLine
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.summary_blocks import heading, note
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    META,
    SECTION,
    Line,
    clamp,
    line,
    spans,
    wrap,
)

_QUARTER: Final = 54.0
_WEEKS: Final = 78.0
_LEADS: Final = 92.0
_WHAT: Final = WIDTH - _QUARTER - _WEEKS - _LEADS - 24
_HALF: Final = 245.0
_SIGN: Final = 96.0
_TICKS: Final = 74.0
_UNDONE: Final = WIDTH - 20


def ask_block(facts: Asked, parent: Node, *, lines: int, rows: int) -> Piece:
    """Return what each quarter costs and brings, and what is not done at that price."""
    head = _titled(facts.title, facts.note, parent)
    if not facts.lines:
        return stacked([head, rule(WIDTH).after(4), note(facts.nothing, parent, WIDTH).after(4)])
    table = parent.add("Table")
    pieces: list[Piece] = [head]
    for index, row in enumerate(facts.lines[:rows]):
        pieces += [rule(WIDTH).after(4 if index == 0 else 5), _quarter(row, table, lines).after(4)]
    if facts.rest and rows >= len(facts.lines):
        pieces.append(note(facts.rest, parent, WIDTH).after(3))
    if facts.not_done:
        pieces.append(not_done_box(facts.not_done, parent, lines).after(6))
    return stacked(pieces)


def _titled(title: str, remark: str, parent: Node) -> Piece:
    name = heading(title, parent, WIDTH)
    said = line(remark, META)
    node = parent.add("P")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            pen.line_of_text(said, x + WIDTH - said.width, top + 3)

    return beside([(0, name), (0, Piece(SECTION.leading, draw))])


def _quarter(row: PlanLine, table: Node, lines: int) -> Piece:
    cells = table.add("TR")
    quarter = paragraph(cells.add("TH", scope="Row"), spans((row.quarter, BODY_STRONG)), _QUARTER)
    weeks = _weeks(row, cells.add("TD"))
    what = clamp(wrap(spans((row.what, BODY)), _WHAT), lines, _WHAT)
    done = lines_piece(cells.add("TD"), what, BODY.leading)
    cell = cells.add("TD")
    leads = stacked(
        [
            paragraph(cell, spans((row.leads, BODY_STRONG)), _LEADS),
            paragraph(cell, spans((row.score, CAPTION)), _LEADS) if row.score else rule(0),
        ]
    )
    left = _QUARTER + _WEEKS + 12
    return beside([(0, quarter), (_QUARTER, weeks), (left, done), (WIDTH - _LEADS, leads)])


def _weeks(row: PlanLine, node: Node) -> Piece:
    room = _WEEKS - 12

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            pen.text(row.weeks, BODY_STRONG, x, top + 10)
            scale = room / (row.capacity or 1.0)
            pen.rect((x, top + 15.5, room, 6.5), fill="sunken")
            pen.rect((x, top + 15.5, min(row.most * scale, room), 6.5), fill="accentSoft", radius=1)
            pen.rect((x, top + 15.5, min(row.used * scale, room), 6.5), fill="accent", radius=1)

    return Piece(24, draw)


def not_done_lines(text: str, most: int) -> tuple[Line, ...]:
    """Return the lines of what stays undone, however many; what will be cut has one style."""
    opening = BODY_STRONG if most > 1 else BODY
    return wrap(spans(("Not done at that price. ", opening), (text, BODY)), _UNDONE)


def not_done_box(text: str, parent: Node, lines: int) -> Piece:
    """Return what stays undone, in a dashed frame."""
    words = not_done_lines(text, lines)
    inside = lines_piece(parent.add("P"), clamp(words, lines, _UNDONE), BODY.leading)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rect((x, top, WIDTH, inside.height + 11), stroke="line2", radius=3, dash=(2.4, 2))
        inside.draw(pen, x + 10, top + 4.5)

    return Piece(inside.height + 11, draw)


def promises_and_sureness(facts: Summary, promises: Promises, parent: Node, *, bars: bool) -> Piece:
    """Return last quarter’s promises at the left, the score and how sure it is at the right."""
    left = [heading(_short(promises.title), parent, _HALF)]
    if promises.groups:
        left.append(promised_piece(promises.groups, parent, _HALF).after(4))
        told = ", ".join(f"{len(group.rows)} {group.title.lower()}" for group in promises.groups)
        left.append(note(f"{told}. {promises.note}.".replace("..", "."), parent, _HALF).after(4))
    right = [heading("Score, and how sure", parent, _HALF), score_piece(facts.score, parent, _HALF).after(2)]
    if facts.sure.shares and bars:
        right.append(sure_piece(facts.sure, parent, _HALF).after(5))
    elif facts.sure.shares:
        right.append(note(facts.sure.finding, parent, _HALF).after(1))
    left += [_moved(facts.moved, parent).after(7)] if facts.moved else []
    return beside([(0, stacked(left)), (WIDTH - _HALF, stacked(right))])


def _short(title: str) -> str:
    return title.replace("Promise check:", "Last quarter’s promises:")


def _moved(text: str, parent: Node) -> Piece:
    return lines_piece(
        parent.add("P"), clamp(wrap(spans((text, CAPTION_STRONG)), _HALF), 3, _HALF), CAPTION.leading
    )


def decide_block(
    asks: Sequence[Ask], parent: Node, *, most: int, lines: int, kept: str = "kept with the assessment"
) -> Piece:
    """Return what is to be decided, with boxes to tick and a line to sign each."""
    inner = WIDTH - 28
    room = inner - 16 - _TICKS - _SIGN - 8
    title = lines_piece(parent.add("H2"), wrap(spans(("To decide and sign", SECTION)), room), SECTION.leading)
    pieces: list[Piece] = [title]
    for number, ask in enumerate(asks[:most], 1):
        due = f" By {ask.due}." if ask.due else ""
        words = clamp(wrap(spans((f"{ask.text}.{due}", BODY)), room), lines, room)
        pieces.append(_decision(number, lines_piece(parent.add("P"), words, BODY.leading), inner).after(6))
    hidden = len(asks) - most
    if hidden > 0:
        pieces.append(note(f"And {hidden} more, {kept}.", parent, room).after(4))
    inside = stacked(pieces)
    marks = parent.add("P")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rect((x, top, WIDTH, inside.height + 17), fill="attentionTint")
            pen.rect((x, top, 3, inside.height + 17), fill="attention")
        inside.draw(pen, x + 16, top + 8)
        with pen.content(marks):
            pen.text("name, date", CAPTION, x + 16 + inner - _SIGN, top + 18)

    return Piece(inside.height + 17, draw)


def _decision(number: int, words: Piece, inner: float) -> Piece:
    height = max(words.height, 15.0)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.text(str(number), BODY_STRONG, x, top + 10.2)
            at = x + inner - _SIGN - _TICKS
            for word in ("yes", "no"):
                pen.rect((at, top + 2.6, 8, 8), stroke="ink2", weight=0.9, radius=1)
                at += pen.text(word, CAPTION, at + 12, top + 10) + 22
            line_at = top + 11.5
            pen.rule((x + inner - _SIGN, line_at), (x + inner, line_at), "ink2", 0.8)
        words.draw(pen, x + 16, top)

    return Piece(height, draw)
