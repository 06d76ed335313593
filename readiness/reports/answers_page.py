"""Every answer: question, level, what the step asks, how sure, and what was noted for the report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from readiness.reports.charts.bullets import draw_notch
from readiness.reports.charts.levels import WIDTH as BOXES
from readiness.reports.charts.levels import draw_level
from readiness.reports.facts import AnswerLine, Answers, PillarAnswers, TopicAnswers
from readiness.reports.flow import Piece, height_of, indented, lines_piece, paragraph, running
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import HEAD
from readiness.reports.text import (
    CAPTION,
    CAPTION_STRONG,
    META,
    TITLE,
    Line,
    Style,
    baseline,
    line,
    spans,
    wrap,
)

_ID: Final = 44.0
_PROMPT: Final = 218.0
_WEIGHT: Final = 284.0
_LEVEL: Final = 298.0
_STANDS: Final = _LEVEL + BOXES + 7
_ASKS: Final = 413.0
_QUESTION: Final = Style("regular", 9, 12.4)
_NUMBER: Final = Style("semibold", 8.2, 12.4)
_PILLAR: Final = Style("semibold", 12, 16, "accent")
_PILLAR_SCORE: Final = Style("regular", 11, 16, "ink3")
_TOPIC: Final = Style("semibold", 9.5, 13.6)
_TOPIC_SCORE: Final = Style("regular", 9.5, 13.6, "ink3")
_LINK: Final = CAPTION.tinted("accent")
_NOTES: Final = WIDTH - _ID
_TOGETHER: Final = 6
"""Lines of a prompt that stay together."""

_MOST_TOGETHER: Final = 180.0
"""Height up to which an answer is never cut."""

_WEB: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)
"""The only texts that become links, and only where they are the whole of the text."""


def answers_pieces(facts: Answers, parent: Node) -> list[Piece]:
    """Return the pieces of all answers, to be filled into as many pages as they need."""
    section = parent.add("Sect")
    pieces = [paragraph(section.add("H1"), spans((facts.title, TITLE)), WIDTH)]
    pieces.append(paragraph(section.add("P"), spans((facts.note, CAPTION)), WIDTH).after(5))
    for index, (name, text) in enumerate(facts.frame):
        lines = running(section.add("P"), spans((f"{name}: ", CAPTION_STRONG), (text, CAPTION)), WIDTH)
        pieces += [lines[0].after(8 if index == 0 else 2), *lines[1:]]
    for pillar in facts.pillars:
        pieces += _pillar(pillar, facts, section)
    return [*pieces, *_written(facts, section)]


def _written(facts: Answers, section: Node) -> Iterator[Piece]:
    """Yield what people wrote beside the answers, line by line, over as many pages as it needs."""
    if facts.written:
        yield paragraph(section.add("H2"), spans((facts.written_title, _PILLAR)), WIDTH).after(20).kept()
    for name, text in facts.written:
        lines = running(section.add("P"), spans((f"{name}: ", CAPTION_STRONG), (text, CAPTION)), WIDTH)
        yield lines[0].after(3)
        yield from lines[1:]


def _pillar(facts: PillarAnswers, answers: Answers, parent: Node) -> Iterator[Piece]:
    heading = parent.add("H2")
    table = parent.add("Table")
    row = table.add("TR")
    nodes = [row.add("TH", scope="Column") for _ in range(5)]
    yield _pillar_head(facts, answers, heading, nodes).after(20)
    again = _pillar_again(facts, answers)
    for topic in facts.topics:
        yield replace(_topic_head(topic, table), again=again)
        for answer in topic.lines:
            for piece in _together(list(_answer(answer, table))):
                yield replace(piece, again=again)


def _together(pieces: list[Piece]) -> list[Piece]:
    """Keep an answer on one page, unless its notes are long."""
    if height_of(pieces) > _MOST_TOGETHER:
        return pieces
    return [*(piece.kept() for piece in pieces[:-1]), pieces[-1]]


def _pillar_head(facts: PillarAnswers, answers: Answers, heading: Node, nodes: list[Node]) -> Piece:
    made = wrap(spans((facts.name, _PILLAR), (f"  {facts.shown}", _PILLAR_SCORE)), _WEIGHT - 40)
    height = len(made) * _PILLAR.leading + 3

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.bookmark(facts.name, f"answers-{facts.name}", 1, top)
        with pen.content(heading):
            for index, text in enumerate(made):
                pen.line_of_text(text, x, top + index * _PILLAR.leading)
        base = top + height - 3 - _PILLAR.leading + baseline(_PILLAR)
        for node, (title, at, is_right) in zip(nodes, _heads(answers), strict=True):
            with pen.content(node):
                pen.text(title, HEAD, x + at, base, "right" if is_right else "left")

    return Piece(height, draw, keeps=True)


def _pillar_again(facts: PillarAnswers, answers: Answers) -> Piece:
    """Return what is repeated where a page breaks within a pillar."""
    made = line(f"{facts.name}, continued", _TOPIC.tinted("accent"))

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.line_of_text(made, x, top)
            for text, at, is_right in _heads(answers):
                pen.text(text, HEAD, x + at, top + baseline(_TOPIC), "right" if is_right else "left")

    return Piece(_TOPIC.leading + 6, draw)


def _heads(answers: Answers) -> Iterator[tuple[str, float, bool]]:
    yield "", 0, False
    yield "Weight", _WEIGHT, True
    yield "Level", _LEVEL, False
    yield answers.asks_title, _ASKS, False
    yield "How sure", WIDTH, True


def _topic_head(facts: TopicAnswers, table: Node) -> Piece:
    node = table.add("TR").add("TH", scope="Row", span=5)
    made = wrap(spans((facts.name, _TOPIC), (f"  {facts.shown}", _TOPIC_SCORE)), WIDTH)
    height = len(made) * _TOPIC.leading + 3.5

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            for index, text in enumerate(made):
                pen.line_of_text(text, x, top + index * _TOPIC.leading)
        with pen.decoration():
            pen.rule((x, top + height), (x + WIDTH, top + height), "line2", 0.75)

    return Piece(height, draw, before=9, keeps=True)


def _answer(facts: AnswerLine, table: Node) -> Iterator[Piece]:
    row = table.add("TR")
    cell = row.add("TD")
    nodes = [row.add("TD") for _ in range(4)]
    prompt = wrap(spans((facts.prompt, _QUESTION)), _PROMPT)
    node = cell.add("P")
    yield _first_lines(facts, prompt[:_TOGETHER], node, nodes).after(4.2).kept()
    for made in prompt[_TOGETHER:]:
        yield indented(lines_piece(node, [made], _QUESTION.leading), _ID)
    if facts.anchor:
        for piece in running(cell.add("P"), spans((facts.anchor, CAPTION)), _ID + _NOTES, indent=_ID):
            yield piece.kept()
    for label, text in facts.notes:
        yield from _note(label, text, cell)
    yield _closing_rule()


def _first_lines(facts: AnswerLine, prompt: Sequence[Line], node: Node, nodes: list[Node]) -> Piece:
    alone = facts.is_gate and not (facts.anchor or facts.notes)
    height = max(len(prompt), 1 + alone) * _QUESTION.leading

    def draw(pen: Pen, x: float, top: float) -> None:
        base = top + baseline(_QUESTION)
        with pen.content(node):
            pen.text(facts.id, _NUMBER.tinted("ink2"), x, base, room=_ID - 4)
            for index, text in enumerate(prompt):
                pen.line_of_text(text, x + _ID, top + index * _QUESTION.leading)
            if facts.is_gate:
                pen.text("gate", META, x, base + _QUESTION.leading)
        _draw_cells(pen, facts, nodes, x, base)

    return Piece(height, draw)


def _draw_cells(pen: Pen, facts: AnswerLine, nodes: list[Node], x: float, base: float) -> None:
    weight, level, asks, sure = nodes
    with pen.content(weight):
        pen.text(f"×{facts.weight}", META, x + _WEIGHT, base, "right")
    with pen.decoration():
        draw_level(pen, facts.level, x + _LEVEL, base - 7.6, is_guess=facts.is_guess)
    with pen.content(level):
        style = _NUMBER if facts.level is not None else META
        pen.text(facts.stands, style, x + _STANDS, base, room=_ASKS - _STANDS - (13 if facts.is_short else 3))
    with pen.content(asks):
        if facts.is_short:
            draw_notch(pen, x + _ASKS - 10, base - 3, 3.2)
        pen.text(facts.asks, _NUMBER if facts.is_short else META, x + _ASKS, base)
    with pen.content(sure):
        pen.text(facts.sureness, CAPTION, x + WIDTH, base, "right")


def _note(label: str, text: str, cell: Node) -> Iterator[Piece]:
    if _WEB.fullmatch(text):
        yield from _web_address(label, text, cell)
        return
    parts = spans((f"{label}: ", CAPTION_STRONG), (text, CAPTION))
    yield from running(cell.add("P"), parts, _ID + _NOTES, indent=_ID)


def _web_address(label: str, url: str, cell: Node) -> Iterator[Piece]:
    name = line(f"{label}: ", CAPTION_STRONG)
    owner, node = cell.add("P"), cell.add("Link", alt=url)
    for index, made in enumerate(wrap(spans((url, _LINK)), _NOTES - name.width)):
        yield _web_line(name if index == 0 else None, made, url, (owner, node), name.width)


def _web_line(name: Line | None, made: Line, url: str, nodes: tuple[Node, Node], shift: float) -> Piece:
    owner, node = nodes

    def draw(pen: Pen, x: float, top: float) -> None:
        if name is not None:
            with pen.content(owner):
                pen.line_of_text(name, x + _ID, top)
        with pen.content(node):
            pen.line_of_text(made, x + _ID + shift, top)
        pen.link(url, (x + _ID + shift, top, made.width, CAPTION.leading), node)

    return Piece(CAPTION.leading, draw)


def _closing_rule() -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top + 4.2), (x + WIDTH, top + 4.2), "line", 0.75)

    return Piece(4.2, draw)
