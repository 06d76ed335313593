"""The two views, in levels: question by question, the widest gap first."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.reports.blocks import SMALL, SMALL_STRONG, heading, note, page_head
from readiness.reports.charts.views import (
    draw_dumbbell,
    draw_engineering,
    draw_product,
    draw_scale,
    place,
)
from readiness.reports.detail_facts import Sides, View
from readiness.reports.flow import Piece, lines_piece
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import Cell, body_rows, columns, head_row
from readiness.reports.text import CAPTION, META, clamp, fit, spans, wrap

_PILLARS: Final = columns((170, "left"), (130, "left"), (190, "left"), gap=10)
_SCALE: Final = 150.0
_APART: Final = 62.0
_CLOSE: Final = 42.0
"""The room of the words behind a scale; the second where little is left for the question."""

_WIDE: Final = 300.0
_LEVELS: Final = ("0", "1", "2", "3", "4")


def sides_pieces(facts: Sides, parent: Node) -> list[Piece]:
    """Return the pieces of the page."""
    section = parent.add("Sect")
    pieces = page_head(facts.title, facts.lead, section)
    pieces.append(lane_key(facts.lanes, section).after(10).kept())
    pieces += view_rows(facts.views, section, WIDTH, lanes=facts.lanes)
    if facts.same:
        pieces.append(note(facts.same, section).after(6))
    pieces += _pillars(facts, section)
    return pieces


def lane_key(lanes: tuple[str, str], parent: Node, room: float = WIDTH) -> Piece:
    """Return what the two signs are called here."""
    node = parent.add("P")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(node):
            draw_product(pen, x + 5, top + 6)
            at = x + 14
            name = fit(lanes[0], CAPTION, room / 2 - 20)
            at += pen.text(name.text, CAPTION, at, top + 9) + 16
            draw_engineering(pen, at + 5, top + 6)
            pen.text(lanes[1], CAPTION, at + 15, top + 9, room=room / 2 - 20)

    return Piece(14, draw, keeps=True)


def view_rows(
    views: Sequence[View], parent: Node, room: float, *, lanes: tuple[str, str], most: int = 2
) -> list[Piece]:
    """Return a row a question, of ``most`` lines: what is asked, both views, how far they are apart."""
    if not views:
        return []
    table = parent.add("Table")
    scale = _SCALE if room > _WIDE else 78.0
    head = _scale_head(table, room, scale)
    return [head, *(_row(view, table, room, (scale, most), lanes, head.again) for view in views)]


def _scale_head(table: Node, room: float, scale: float) -> Piece:
    row = table.add("TR")
    nodes = [row.add("TH", scope="Column") for _ in range(3)]
    left = room - scale - _apart(room)

    def draw_all(pen: Pen, x: float, top: float) -> None:
        for level, name in enumerate(_LEVELS):
            pen.text(name, META, place(x + left, scale, level), top + 12, "centre")

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.content(nodes[0]):
            pen.text("Question", META, x, top + 12)
        with pen.content(nodes[1]):
            draw_all(pen, x, top)
        with pen.content(nodes[2]):
            pen.text("Levels", META, x + room, top + 12, "right")

    def repeat(pen: Pen, x: float, top: float) -> None:
        with pen.decoration():
            draw_all(pen, x, top)

    return Piece(16, draw, keeps=True, again=Piece(16, repeat))


def _row(
    view: View,
    table: Node,
    room: float,
    given: tuple[float, int],
    lanes: tuple[str, str],
    again: Piece | None,
) -> Piece:
    row = table.add("TR")
    scale, most = given
    wide = room - scale - _apart(room) - 10
    style = SMALL if room > _WIDE else CAPTION.tinted("ink")
    words = clamp(wrap(spans((view.prompt, style)), wide), most, wide)
    name = lines_piece(row.add("TH", scope="Row"), words, style.leading)
    cell, apart = row.add("TD"), row.add("TD")
    expects = " expects" if view.is_expectation else ""
    cell.alt = f"{lanes[0]}{expects} {view.product}, {lanes[1]} {view.engineering}"
    height = max(name.height, 14.0) + 6
    left = room - scale - _apart(room)

    def draw(pen: Pen, x: float, top: float) -> None:
        name.draw(pen, x, top + 3)
        with pen.content(cell):
            draw_scale(pen, x + left, scale, top, height)
            draw_dumbbell(pen, view.product, view.engineering, x + left, scale, top + height / 2)
        with pen.content(apart):
            pen.text(view.apart, SMALL_STRONG, x + room, top + height / 2 + 3.2, "right")
        with pen.decoration():
            pen.rule((x, top + height), (x + left - 8, top + height), "line", 0.6)

    return Piece(height, draw, again=again)


def _apart(room: float) -> float:
    return _APART if room > _WIDE else _CLOSE


def _pillars(facts: Sides, parent: Node) -> Iterator[Piece]:
    if not facts.by_pillar:
        return
    yield heading("By pillar", parent).after(18)
    table = parent.add("Table")
    head = head_row(("Pillar", "Held against each other", "Apart"), _PILLARS, table, WIDTH)
    yield head.after(4)
    for row in facts.by_pillar:
        cells = [Cell(text, SMALL) for text in row]
        yield from body_rows(cells, _PILLARS, table, WIDTH, again=head.again, pad=3)
