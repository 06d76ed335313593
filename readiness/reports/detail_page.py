"""One page a pillar: four figures, topics against their marks, both views, every answer, what was said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from readiness.reports.blocks import FIGURE, SMALL, SMALL_STRONG, heading, thirds
from readiness.reports.charts.bullets import ROW, bullets_piece, draw_notch
from readiness.reports.charts.levels import WIDTH as BOXES
from readiness.reports.charts.levels import draw_level
from readiness.reports.detail_facts import Detail, DetailLine, DetailTopic
from readiness.reports.flow import Piece, beside, height_of, lines_piece, paragraph, stacked
from readiness.reports.pen import Pen
from readiness.reports.sentences import in_words
from readiness.reports.sheets import WIDTH
from readiness.reports.sides_page import lane_key, view_rows
from readiness.reports.structure import Node
from readiness.reports.tables import HEAD
from readiness.reports.text import (
    BODY,
    BODY_STRONG,
    CAPTION,
    CAPTION_STRONG,
    META,
    TITLE,
    Style,
    baseline,
    clamp,
    fit,
    spans,
    wrap,
)

_EYEBROW: Final = Style("semibold", 11.2, 15, "accent")
_HALF: Final = 245.0
_TOPIC: Final = Style("semibold", 9, 12.4)
_CLOSE: Final = Style("regular", 8.4, 10.8)
_CLOSEST: Final = Style("regular", 8.2, 10.2)
_PROMPT: Final = 280.0
_WEIGHT: Final = 296.0
_BEFORE: Final = 322.0
_LEVEL: Final = 336.0
_STANDS: Final = _LEVEL + BOXES + 6
_PRODUCT: Final = 404.0
_ENGINEERING: Final = 422.0


_Cell = Callable[[Pen, float, float], object]
"""Draws one cell at the left edge of the page, on a baseline."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How closely a pillar is printed: its questions, the air around a row, a topic and a block.

    ``views`` are the answers apart that are shown, ``lines`` what each may take.
    """

    prompt: Style
    row: float
    topic: float
    gap: float
    spark: float
    bar: float
    views: int = 6
    lines: int = 3
    told: Style = BODY


_FITS: Final = (
    _Fit(prompt=SMALL, row=2.6, topic=6.0, gap=16.0, spark=52.0, bar=ROW),
    _Fit(prompt=SMALL, row=1.8, topic=4.0, gap=11.0, spark=44.0, bar=18.0),
    _Fit(prompt=_CLOSE, row=1.3, topic=3.0, gap=9.0, spark=38.0, bar=16.0, lines=2),
    _Fit(
        prompt=_CLOSEST,
        row=0.9,
        topic=2.0,
        gap=6.0,
        spark=33.0,
        bar=16.0,
        views=3,
        lines=2,
        told=CAPTION.tinted("ink"),
    ),
)


def detail_pieces(facts: Detail, parent: Node, room: float) -> list[Piece]:
    """Return the pieces of the page: as closely as it takes to be one, or at ease over two."""
    made = (_pieces(facts, Node("Sect"), fit) for fit in _FITS)
    section, pieces = next(
        ((node, found) for node, found in made if height_of(found) <= room),
        _pieces(facts, Node("Sect"), _FITS[0]),
    )
    parent.children.append(section)
    return pieces


def _pieces(facts: Detail, section: Node, fit: _Fit) -> tuple[Node, list[Piece]]:
    pieces = [
        paragraph(section.add("P"), spans((facts.name, _EYEBROW)), WIDTH).kept(),
        paragraph(section.add("H1"), spans((facts.title, TITLE)), WIDTH).after(1).kept(),
        _figures(facts, section, fit).after(max(fit.gap - 6, 4)),
        _charts(facts, section, fit).after(fit.gap),
    ]
    pieces += _answers(facts, section, fit)
    if facts.room:
        pieces.append(_room(facts, section, fit).after(fit.gap - 2))
    return section, pieces


def _figures(facts: Detail, parent: Node, fit: _Fit) -> Piece:
    blocks: list[Callable[[float], Piece]] = [
        lambda room: _number(facts.score, facts.score_words, parent.add("P"), room),
        lambda room: _number(facts.gates, facts.gates_words, parent.add("P"), room),
    ]
    if len(facts.past) > 1:
        blocks.append(lambda room: _past(facts, parent, room, fit.spark))
    if facts.adds:
        blocks.append(lambda room: _adds(facts, parent, room))
    places = thirds(len(blocks))
    return beside([(left, made(room)) for (left, room), made in zip(places, blocks, strict=True)])


def _number(figure: str, words: str, node: Node, room: float) -> Piece:
    lines = clamp(wrap(spans((words, CAPTION)), room), 4, room)
    height = 8 + FIGURE.leading + len(lines) * CAPTION.leading

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + room, top), "ink", 1.6)
        with pen.content(node):
            style = FIGURE if figure.isdecimal() else BODY_STRONG
            pen.text(figure, style, x - (1 if figure.isdecimal() else 0), top + 27, room=room)
            for index, made in enumerate(lines):
                pen.line_of_text(made, x, top + 8 + FIGURE.leading + index * CAPTION.leading)

    return Piece(height, draw)


def _past(facts: Detail, parent: Node, room: float, spark_height: float) -> Piece:
    told = "; ".join(f"{spark.name} {spark.shown}" for spark in facts.past)
    node = parent.add("Figure", alt=f"{facts.name} as reported: {told}.")
    values = [spark.value for spark in facts.past]
    low, high = min(values), max(*values, min(values) + 5)
    step = (room - 22) / (len(values) - 1)
    title = fit(f"{facts.past[0].name} to {facts.past[-1].name}", CAPTION_STRONG, room)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, 20 + spark_height):
            pen.rule((x, top), (x + room, top), "ink", 1.6)
            pen.line_of_text(title, x, top + 5)
            points = [
                (
                    x + 10 + index * step,
                    top + 20 + spark_height - 10 - (value - low) / (high - low) * (spark_height - 26),
                )
                for index, value in enumerate(values)
            ]
            pen.path(points, "accent", 1.4)
            for point, spark in zip(points, facts.past, strict=True):
                pen.dot(point, 2.1, fill="accent")
                style = CAPTION_STRONG if spark is facts.past[-1] else CAPTION
                pen.text(spark.shown, style, point[0], point[1] - 5, "centre")

    return Piece(20 + spark_height, draw)


def _adds(facts: Detail, parent: Node, room: float) -> Piece:
    node = parent.add("P")
    rows = [(fit(name, CAPTION, room - 30), gain) for name, gain in facts.adds]

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rule((x, top), (x + room, top), "ink", 1.6)
        with pen.content(node):
            pen.text(facts.adds_title, CAPTION_STRONG, x, top + 13)
            for index, (name, gain) in enumerate(rows):
                at = top + 17 + index * CAPTION.leading
                pen.line_of_text(name, x, at)
                pen.text(gain, CAPTION_STRONG, x + room, at + baseline(CAPTION), "right")

    return Piece(18 + len(rows) * CAPTION.leading, draw)


def _charts(facts: Detail, parent: Node, fit: _Fit) -> Piece:
    wide = WIDTH if not facts.views else _HALF
    left = stacked(
        [
            heading(facts.topics.title, parent, wide),
            bullets_piece(facts.topics, parent, wide, row=fit.bar).after(1),
        ]
    )
    if not facts.views:
        return left
    hidden = len(facts.views) - fit.views
    few = f", the widest {in_words(fit.views)}" if hidden > 0 else ""
    title = f"{facts.views_title.partition(',')[0]}{few}" if few else facts.views_title
    right = [heading(title, parent, _HALF), lane_key(facts.lanes, parent, _HALF).after(2)]
    right += view_rows(facts.views[: fit.views], parent, _HALF, lanes=facts.lanes, most=fit.lines)
    return beside([(0, left), (WIDTH - _HALF, stacked(right))])


def _answers(facts: Detail, parent: Node, fit: _Fit) -> Iterator[Piece]:
    yield heading("Every answer", parent).after(fit.gap)
    table = parent.add("Table")
    row = table.add("TR")
    nodes = [row.add("TH", scope="Column") for _ in _heads(facts)]
    head = _head(facts, nodes)
    yield head.after(2)
    for topic in facts.answers:
        yield replace(_topic(topic, table, len(nodes), fit), again=head.again)
        for one in topic.lines:
            yield replace(_line(facts, one, table, fit), again=head.again)


def _heads(facts: Detail) -> list[tuple[str, float, bool]]:
    heads = [("Question", 0.0, False), ("Weight", _WEIGHT, True)]
    if facts.before:
        heads.append((facts.before, _BEFORE, True))
    heads.append(("Agreed", _LEVEL, False))
    if facts.asks_lanes:
        heads += [("P", _PRODUCT + 8, True), ("E", _ENGINEERING + 8, True)]
    heads.append(("How sure", WIDTH, True))
    return heads


def _head(facts: Detail, nodes: list[Node]) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        for node, (title, at, is_right) in zip(nodes, _heads(facts), strict=True):
            with pen.content(node):
                pen.text(title, HEAD, x + at, top + 10, "right" if is_right else "left")
        with pen.decoration():
            pen.rule((x, top + 15), (x + WIDTH, top + 15), "ink", 0.95)

    def repeat(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            for title, at, is_right in _heads(facts):
                pen.text(title, HEAD, x + at, top + 10, "right" if is_right else "left")
            pen.rule((x, top + 15), (x + WIDTH, top + 15), "ink", 0.95)

    return Piece(15, draw, keeps=True, again=Piece(15, repeat))


def _topic(facts: DetailTopic, table: Node, span: int, fit: _Fit) -> Piece:
    node = table.add("TR").add("TH", scope="Row", span=span)
    made = wrap(spans((facts.name, _TOPIC), (f"  {facts.shown}", _TOPIC.tinted("ink3"))), WIDTH)
    words = lines_piece(node, made, _TOPIC.leading)

    def draw(pen: Pen, x: float, top: float) -> None:
        words.draw(pen, x, top + fit.topic)
        with pen.decoration():
            at = top + words.height + fit.topic + 2
            pen.rule((x, at), (x + WIDTH, at), "line2", 0.75)

    return Piece(words.height + fit.topic + 2, draw, keeps=True)


def _line(facts: Detail, one: DetailLine, table: Node, fit: _Fit) -> Piece:
    row = table.add("TR")
    prompt = wrap(spans((one.prompt, fit.prompt)), _PROMPT)
    name = lines_piece(row.add("TH", scope="Row"), prompt, fit.prompt.leading)
    nodes = [row.add("TD") for _ in _heads(facts)[1:]]
    height = name.height + 2 * fit.row + 0.4

    def draw(pen: Pen, x: float, top: float) -> None:
        name.draw(pen, x, top + fit.row)
        base = top + fit.row + baseline(fit.prompt)
        for node, cell in zip(nodes, _cells(facts, one), strict=True):
            with pen.content(node):
                cell(pen, x, base)
        with pen.decoration():
            pen.rule((x, top + height), (x + WIDTH, top + height), "line", 0.6)

    return Piece(height, draw)


def _cells(facts: Detail, one: DetailLine) -> Iterator[_Cell]:
    yield lambda pen, x, base: pen.text(one.weight, META, x + _WEIGHT, base, "right")
    if facts.before:
        yield lambda pen, x, base: pen.text(one.before, SMALL, x + _BEFORE, base, "right")
    yield lambda pen, x, base: _agreed(pen, one, x, base)
    if facts.asks_lanes:
        yield lambda pen, x, base: pen.text(one.product, SMALL, x + _PRODUCT + 8, base, "right")
        yield lambda pen, x, base: pen.text(one.engineering, SMALL, x + _ENGINEERING + 8, base, "right")
    yield lambda pen, x, base: _sure(pen, one, x, base)


def _agreed(pen: Pen, one: DetailLine, x: float, base: float) -> None:
    if one.level is None:
        pen.text(one.stands, META, x + _LEVEL, base, room=_PRODUCT - _LEVEL - 4)
        return
    draw_level(pen, one.level, x + _LEVEL, base - 7.6, is_guess=one.is_guess)
    pen.text(one.stands, SMALL_STRONG, x + _STANDS, base)


def _sure(pen: Pen, one: DetailLine, x: float, base: float) -> None:
    words = ", ".join(part for part in ("gate" if one.is_gate else "", one.sureness) if part)
    made = pen.text(words, CAPTION, x + WIDTH, base, "right")
    if one.is_short:
        draw_notch(pen, x + WIDTH - made - 11, base - 3, 3.0)


def _room(facts: Detail, parent: Node, fit: _Fit) -> Piece:
    room = WIDTH - 32
    pieces: list[Piece] = []
    for index, told in enumerate(facts.room):
        opening = "Agreed in the room. " if index == 0 else ""
        strong = replace(fit.told, weight="semibold")
        words = wrap(spans((opening, strong), (told, fit.told)), room)
        pieces.append(lines_piece(parent.add("P"), clamp(words, 4, room), fit.told.leading).after(2))
    inside = stacked(pieces)
    pad = fit.told.leading / 2
    height = inside.height + 2 * pad + 2

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            pen.rect((x, top, WIDTH, height), fill="attentionTint")
            pen.rect((x, top, 3, height), fill="attention")
        inside.draw(pen, x + 16, top + pad)

    return Piece(height, draw)
