"""Page 1: it stands alone and never runs over; what has to give way gives way in steps."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readiness.reports.ask_block import ask_block, decide_block, promises_and_sureness
from readiness.reports.charts.ladder import ladder_piece
from readiness.reports.facts import Caution, Summary
from readiness.reports.flow import Piece, Placed, beside, height_of, lines_piece, paginate, paragraph, stacked
from readiness.reports.judgement_block import judgement
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH, Sheet, Stationery
from readiness.reports.structure import Node
from readiness.reports.summary_blocks import Fit, breaks, consequences, note
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    SUMMARY_TITLE,
    Style,
    clamp,
    spans,
    wrap,
)
from readiness.reports.text import (
    fit as cut,
)

_SIZES: Final = (
    SUMMARY_TITLE,
    Style("display", 21, 25.6, tracking=-0.42),
    Style("display", 19, 23.4, tracking=-0.35),
)
_GAP: Final = 15.0
_WIDEST_GAP: Final = 26.0
_HALF: Final = 245.0


_FITS: Final = (
    Fit(limits=2, failures=3, rows=3, named=True, lines=4, cautions=4, left_out=14),
    Fit(limits=2, failures=3, rows=2, named=True, lines=3, cautions=3, left_out=8),
    Fit(limits=1, failures=3, rows=2, named=False, lines=3, cautions=2, left_out=6),
    Fit(limits=1, failures=2, rows=2, named=False, lines=3, cautions=2, left_out=6),
    Fit(limits=1, failures=2, rows=1, named=False, lines=2, cautions=2, left_out=4),
    Fit(limits=1, failures=2, rows=0, named=False, lines=2, cautions=1, left_out=4),
)


_ASK: Final = Fit(
    limits=1,
    failures=1,
    rows=0,
    named=False,
    lines=2,
    cautions=1,
    left_out=4,
    ask_lines=1,
    bars=False,
    gap=10.0,
)
_ASKING: Final = (
    replace(_ASK, limits=2, failures=3, lines=3, cautions=3, ask_lines=3, gap=15.0, bars=True),
    replace(_ASK, limits=2, failures=2, cautions=3, ask_lines=2, gap=12.0, bars=True),
    replace(_ASK, failures=2, cautions=2, ask_lines=2, gap=12.0),
    replace(_ASK, failures=2, cautions=2),
    replace(_ASK, cautions=2),
    replace(_ASK, asked=2),
    replace(_ASK, asked=2, decisions=2),
    replace(_ASK, asked=1, decisions=1, lines=1),
    replace(_ASK, asked=1, decisions=1, lines=1, judged=False, left_out=0),
)
"""How page 1 gives way where it asks for something."""


def summary_sheets(
    facts: Summary, stationery: Stationery, root: Node, bookmark: Piece, last_words: str
) -> list[Sheet]:
    """Lay page 1 out with as much as fits, and let the rest of the paper be air between its blocks."""
    room = stationery.room(is_first=True)
    for fit in _ASKING if facts.asked is not None or facts.decisions else _FITS:
        part = Node("Sect")
        blocks = _blocks(facts, part, fit)
        if last_words:
            blocks.append(note(last_words, part, WIDTH).after(8))
        if height_of(blocks) <= room:
            break
    root.children.append(part)
    air = min((room - height_of(blocks)) / max(len(blocks) - 1, 1), _WIDEST_GAP - fit.gap)
    aired = [block.after(block.before + max(air, 0)) if block.before else block for block in blocks]
    pages = paginate([bookmark, *aired], room + 0.1)
    return [
        Sheet("Summary", tuple(_lowered(page, stationery, is_first=index == 0)), is_first=index == 0)
        for index, page in enumerate(pages)
    ]


def _lowered(page: Sequence[Placed], stationery: Stationery, *, is_first: bool) -> list[Placed]:
    top = stationery.top(is_first=is_first)
    return [Placed(top + placed.top, placed.piece) for placed in page]


def _blocks(facts: Summary, parent: Node, fit: Fit) -> list[Piece]:
    asks = facts.asked is not None or bool(facts.decisions)
    blocks = [
        _headline(facts.headline, parent),
        ladder_piece(facts.ladder, parent, WIDTH).after(fit.gap),
        breaks(facts, parent, fit).after(fit.gap),
    ]
    blocks += _asking(facts, parent, fit) if asks else _judging(facts, parent, fit)
    if facts.left_out and fit.left_out:
        blocks.append(_left_out(facts.left_out, parent, fit).after(8))
    return blocks


def _judging(facts: Summary, parent: Node, fit: Fit) -> list[Piece]:
    """Return what follows where nothing is asked for: pillars, score, consequences, cautions."""
    blocks = [judgement(facts, parent).after(fit.gap)]
    if fit.rows and (facts.unseen or facts.slow):
        blocks.append(consequences(facts, parent, fit).after(fit.gap))
    if facts.cautions:
        blocks.append(_cautions(facts.cautions, parent, fit).after(fit.gap))
    return blocks


def _asking(facts: Summary, parent: Node, fit: Fit) -> list[Piece]:
    """Return what follows where something is asked for: the ask, promises, how sure, what to sign."""
    blocks: list[Piece] = []
    if facts.asked is not None:
        blocks.append(ask_block(facts.asked, parent, lines=fit.ask_lines, rows=fit.asked).after(fit.gap))
    if fit.judged:
        made = (
            judgement(facts, parent)
            if facts.promises is None
            else promises_and_sureness(facts, facts.promises, parent, bars=fit.bars)
        )
        blocks.append(made.after(fit.gap))
    if facts.cautions:
        blocks.append(_warnings(facts.cautions, parent, fit).after(fit.gap))
    if facts.decisions:
        decide = decide_block(facts.decisions, parent, most=fit.decisions, lines=fit.lines)
        blocks.append(decide.after(fit.gap))
    return blocks


def _headline(text: str, parent: Node) -> Piece:
    node = parent.add("H1")
    for style in _SIZES:
        lines = wrap(spans((text, style)), WIDTH)
        if len(lines) <= 2:
            break
    return lines_piece(node, lines, style.leading)


def _cautions(cautions: Sequence[Caution], parent: Node, fit: Fit) -> Piece:
    room = WIDTH - 32
    pieces: list[Piece] = []
    for caution in cautions[: fit.cautions]:
        words = wrap(spans((f"{caution.title} ", BODY_STRONG), (caution.text, BODY)), room)
        pieces.append(lines_piece(parent.add("P"), clamp(words, fit.lines, room), BODY.leading).after(2))
    hidden = len(cautions) - fit.cautions
    if hidden > 0:
        pieces.append(note(f"and {hidden} more", parent, room))
    inside = stacked(pieces)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rect((x, top, WIDTH, inside.height + 16), fill="attentionTint")
            pen.rect((x, top, 3, inside.height + 16), fill="attention")
        inside.draw(pen, x + 16, top + 7)

    return Piece(inside.height + 16, draw)


def _warnings(cautions: Sequence[Caution], parent: Node, fit: Fit) -> Piece:
    """Return the same in a few quiet lines, where the page has to ask for something too."""
    pieces: list[Piece] = []
    for index, caution in enumerate(cautions[: fit.cautions]):
        hidden = len(cautions) - fit.cautions if index == fit.cautions - 1 else 0
        more = f" And {hidden} more." if hidden > 0 else ""
        words = wrap(spans((f"{caution.title} ", CAPTION_STRONG), (caution.text + more, CAPTION)), WIDTH)
        shown = clamp(words, 2, WIDTH)
        pieces.append(lines_piece(parent.add("P"), shown, CAPTION.leading).after(2 if index else 0))
    return stacked(pieces)


def _left_out(items: Sequence[str], parent: Node, fit: Fit) -> Piece:
    title = paragraph(parent.add("P"), spans(("Gates left out as not applicable", CAPTION_STRONG)), WIDTH)
    shown = [cut(item, CAPTION, _HALF) for item in items[: fit.left_out]]
    rows = [
        beside(
            [
                (index * (WIDTH - _HALF), lines_piece(parent.add("P"), [made], CAPTION.leading))
                for index, made in enumerate(pair)
            ]
        )
        for pair in (shown[i : i + 2] for i in range(0, len(shown), 2))
    ]
    hidden = len(items) - fit.left_out
    more = [note(f"And {hidden} more, among all answers.", parent, WIDTH)] if hidden > 0 else []
    return stacked([title, *rows, *more])
