"""The agenda on one sheet: it never runs over; what has to give way gives way in steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.agenda_facts import Agenda, AgendaSession, AgendaSlot
from readiness.reports.flow import (
    Piece,
    Placed,
    beside,
    height_of,
    lines_piece,
    paginate,
    paragraph,
    rule,
    stacked,
)
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH, Sheet, Stationery
from readiness.reports.structure import Node
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    META,
    SECTION,
    TITLE,
    clamp,
    spans,
    wrap,
)

_GAP: Final = 14.0
_LABEL: Final = 96.0
_AT: Final = 34.0
_MINUTES: Final = 46.0
_WHO: Final = 112.0
_WHAT: Final = WIDTH - _AT - _MINUTES - _WHO - 14
_BOX: Final = 8.0
_INDENT: Final = 16.0


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much it says: lines of a frame’s text, questions of a part and their lines, things to bring."""

    lines: int
    topics: int
    topic_lines: int
    bring: int
    details: bool


_FITS: Final = (
    _Fit(lines=4, topics=20, topic_lines=2, bring=12, details=True),
    _Fit(lines=3, topics=20, topic_lines=1, bring=8, details=True),
    _Fit(lines=2, topics=4, topic_lines=1, bring=6, details=True),
    _Fit(lines=2, topics=2, topic_lines=1, bring=5, details=True),
    _Fit(lines=2, topics=0, topic_lines=1, bring=4, details=True),
    _Fit(lines=1, topics=0, topic_lines=1, bring=3, details=False),
)


def agenda_sheets(
    facts: Agenda, stationery: Stationery, root: Node, bookmark: Piece, last_words: str
) -> list[Sheet]:
    """Lay the agenda out with as much as fits on one sheet."""
    room = stationery.room(is_first=True)
    for fit in _FITS:
        part = Node("Sect")
        blocks = _blocks(facts, part, fit, last_words)
        if height_of(blocks) <= room:
            break
    root.children.append(part)
    sheets = []
    for number, page in enumerate(paginate([bookmark, *blocks], room + 0.1)):
        top = stationery.top(is_first=number == 0)
        placed = tuple(Placed(top + one.top, one.piece) for one in page)
        sheets.append(Sheet("Agenda", placed, is_first=number == 0))
    return sheets


def _blocks(facts: Agenda, part: Node, fit: _Fit, last_words: str) -> list[Piece]:
    headline = clamp(wrap(spans((facts.headline, TITLE)), WIDTH), 2, WIDTH)
    blocks = [
        lines_piece(part.add("H1"), headline, TITLE.leading),
        paragraph(part.add("P"), spans((facts.length, BODY.tinted("ink2"))), WIDTH).after(3),
        _frame(facts.frame, part, fit).after(_GAP),
    ]
    if facts.before:
        blocks.append(_list("Before the meeting", facts.before, part, len(facts.before)).after(_GAP))
    blocks += [_session(session, part, fit).after(_GAP) for session in facts.sessions]
    if facts.rest:
        blocks.append(paragraph(part.add("P"), spans((facts.rest, META)), WIDTH).after(5))
    blocks.append(_list("Please bring", facts.bring, part, fit.bring).after(_GAP))
    if last_words:
        blocks.append(paragraph(part.add("P"), spans((last_words, META)), WIDTH).after(8))
    return blocks


def _heading(text: str, parent: Node) -> Piece:
    return paragraph(parent.add("H2"), spans((text, SECTION)), WIDTH)


def _frame(rows: Sequence[tuple[str, str]], parent: Node, fit: _Fit) -> Piece:
    table = parent.add("Table")
    room = WIDTH - _LABEL
    pieces: list[Piece] = [rule(WIDTH)]
    for label, text in rows:
        row = table.add("TR")
        name = paragraph(row.add("TH", scope="Row"), spans((label, BODY_STRONG)), _LABEL - 8)
        lines = clamp(wrap(spans((text, BODY)), room), fit.lines, room)
        words = lines_piece(row.add("TD"), lines, BODY.leading)
        pieces += [beside([(0, name), (_LABEL, words)]).after(4), rule(WIDTH).after(4)]
    return stacked(pieces)


def _session(facts: AgendaSession, parent: Node, fit: _Fit) -> Piece:
    head = _heading(facts.title or "In the meeting", parent)
    table = parent.add("Table")
    pieces = [head, rule(WIDTH, "ink", 0.95).after(4)]
    for slot in facts.slots:
        pieces += [_slot(slot, table.add("TR"), fit).after(4), rule(WIDTH).after(4)]
    return stacked(pieces)


def _slot(facts: AgendaSlot, row: Node, fit: _Fit) -> Piece:
    at = paragraph(row.add("TH", scope="Row"), spans((facts.at, BODY.tinted("ink2"))), _AT)
    minutes = paragraph(row.add("TD"), spans((facts.minutes, BODY_STRONG)), _MINUTES)
    cell = row.add("TD")
    detail = facts.detail if fit.details else ""
    first = wrap(spans((facts.what, BODY_STRONG), (f"  {detail}" if detail else "", CAPTION)), _WHAT)
    words = [lines_piece(cell, clamp(first, 2, _WHAT), BODY.leading)]
    for topic in facts.topics[: fit.topics]:
        lines = clamp(wrap(spans((topic, CAPTION)), _WHAT), fit.topic_lines, _WHAT)
        words.append(lines_piece(cell.add("P"), lines, CAPTION.leading).after(1))
    hidden = len(facts.topics) - fit.topics
    if hidden > 0 and facts.topics:
        text = f"and {hidden} more" if fit.topics else say.counted(hidden, "question")
        words.append(paragraph(cell.add("P"), spans((text, META)), _WHAT))
    asked = clamp(wrap(spans((facts.who, CAPTION)), _WHO), 2, _WHO)
    who = lines_piece(row.add("TD"), asked, CAPTION.leading).after(1)
    left = _AT + _MINUTES
    return beside([(0, at), (_AT, minutes), (left, stacked(words)), (WIDTH - _WHO, stacked([who]))])


def _list(title: str, items: Sequence[str], parent: Node, most: int) -> Piece:
    pieces = [_heading(title, parent), rule(WIDTH, "ink", 0.95).after(4)]
    pieces += [_ticked(item, parent.add("P")).after(4) for item in items[:most]]
    hidden = len(items) - most
    if hidden > 0:
        more = paragraph(parent.add("P"), spans((f"and {hidden} more", META)), WIDTH)
        pieces.append(more.after(3))
    return stacked(pieces)


def _ticked(text: str, node: Node) -> Piece:
    """Return a line with an empty box before it, to tick on paper."""
    room = WIDTH - _INDENT
    words = lines_piece(node, clamp(wrap(spans((text, BODY)), room), 2, room), BODY.leading)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rect((x, top + 2.6, _BOX, _BOX), stroke="line2", weight=0.8, radius=1.5)
        words.draw(pen, x + _INDENT, top)

    return Piece(words.height, draw)
