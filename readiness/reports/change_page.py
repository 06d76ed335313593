"""What changed since last quarter: the bridge, the gates, the promise check; then the line and the lists."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.reports.blocks import (
    GUTTER,
    SMALL,
    SMALL_STRONG,
    columns_of,
    heading,
    key_figure,
    list_block,
    note,
    page_head,
    running_list,
    thirds,
)
from readiness.reports.change_facts import Change, ChangeLine, PromiseGroup
from readiness.reports.charts.bridge import bridge_piece
from readiness.reports.charts.promised import promised_piece
from readiness.reports.charts.trend import trend_piece
from readiness.reports.flow import Piece, beside, paragraph, rule, running
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.tables import Cell, Column, body_rows, columns
from readiness.reports.text import BODY, CAPTION, META, spans

_NOTED: Final = columns((106, "left"), (200, "left"), (98, "left"), (73, "right"), gap=11)
_PLAIN: Final = columns((106, "left"), (309, "left"), (73, "right"), gap=11)
_DECISIONS: Final = columns((90, "left"), (230, "left"), (168, "left"), gap=11)
_PILLARS: Final = columns((300, "left"), (120, "left"), (70, "right"), gap=10)
_SHARE_BAR: Final = 165.0
_MOST_BESIDE: Final = 8
"""Rows up to which gate lists stand beside one another and are never cut."""


def change_pieces(facts: Change, parent: Node) -> list[Piece]:
    """Return the pieces of the page."""
    section = parent.add("Sect")
    pieces = page_head(facts.title, facts.lead, section)
    pieces.append(_growth(facts, section).after(13))
    pieces += _bridge(facts, section)
    pieces += _gates(facts, section)
    pieces += _promises(facts, section)
    pieces += _decisions(facts, section)
    pieces += _history(facts, section)
    return pieces


def _history(facts: Change, section: Node) -> list[Piece]:
    """Return what stands behind it: the line, the pillars, every change."""
    pieces: list[Piece] = []
    if facts.trend is not None:
        pieces.append(heading(facts.trend.title, section).after(20))
        pieces.append(note(facts.trend.note, section).after(1).kept())
        pieces.append(trend_piece(facts.trend, section, WIDTH).after(4))
    pieces += _table(facts.pillars_title, facts.pillars, section)
    pieces += _measuring(facts, section)
    for one in facts.lists:
        first, *rest = running_list(one, section, mark=True)
        pieces += [first.after(18), *rest]
    return pieces


def _growth(facts: Change, parent: Node) -> Piece:
    figures = []
    for fact, (_, room) in zip(facts.facts, thirds(len(facts.facts)), strict=True):
        before = fact.before if fact.before != fact.after else ""
        told = fact.note if before else f"as before; {fact.note}" if fact.note else "as before"
        figures.append(key_figure(fact.name, before, fact.after, told, parent.add("P"), room))
    return columns_of(figures)


def _bridge(facts: Change, parent: Node) -> Iterator[Piece]:
    yield heading("The bridge, in points", parent).after(14)
    if facts.bridge is None:
        yield note(facts.instead, parent).after(3)
        return
    yield note(facts.bridge.note, parent).after(1).kept()
    yield bridge_piece(facts.bridge, parent, WIDTH).after(2)


def _gates(facts: Change, parent: Node) -> Iterator[Piece]:
    lists = list(facts.gates)
    if all(len(one.rows) <= _MOST_BESIDE for one in lists) and len(lists) == 2:
        blocks = [list_block(one, parent, (WIDTH - GUTTER) / 2, mark=True) for one in lists]
        yield columns_of(blocks).after(15)
    else:
        for one in lists:
            first, *rest = running_list(one, parent, mark=True)
            yield first.after(15)
            yield from rest
    yield paragraph(parent.add("P"), spans((facts.drops, CAPTION)), WIDTH).after(6)


def _promises(facts: Change, parent: Node) -> Iterator[Piece]:
    promises = facts.promises
    if not promises.groups:
        yield heading(promises.title, parent).after(15)
        return
    head = heading(promises.title, parent, WIDTH - _SHARE_BAR - 14)
    bar = promised_piece(promises.groups, parent, _SHARE_BAR)
    yield beside([(0, head), (WIDTH - _SHARE_BAR, bar)]).after(15).kept()
    if promises.note:
        yield note(promises.note, parent).kept()
    table = parent.add("Table")
    noted = any(row.note for group in promises.groups for row in group.rows)
    for group in promises.groups:
        yield from _group(group, table, _NOTED if noted else _PLAIN)


def _group(group: PromiseGroup, table: Node, over: Sequence[Column]) -> Iterator[Piece]:
    for index, row in enumerate(group.rows):
        title = f"{group.title} {len(group.rows)}" if index == 0 else ""
        noted = [Cell(row.note, META)] if over is _NOTED else []
        cells = [Cell(title, SMALL_STRONG), Cell(row.name, SMALL), *noted, Cell(row.value, SMALL_STRONG)]
        yield from body_rows(cells, over, table, WIDTH, pad=2.6)


def _decisions(facts: Change, parent: Node) -> Iterator[Piece]:
    if not facts.decisions:
        return
    yield heading(facts.decisions_title, parent).after(15)
    table = parent.add("Table")
    for row in facts.decisions:
        cells = [Cell(row.value, SMALL_STRONG), Cell(row.name, SMALL), Cell(row.note, META)]
        yield from body_rows(cells, _DECISIONS, table, WIDTH, pad=2.6)


def _table(title: str, rows: tuple[ChangeLine, ...], parent: Node) -> Iterator[Piece]:
    yield heading(title, parent).after(18)
    yield rule(WIDTH, "ink", 0.95).after(4).kept()
    table = parent.add("Table")
    for row in rows:
        said = SMALL_STRONG if row.note in {"clear", "probable"} else SMALL
        cells = [Cell(row.name, said), Cell(row.note, META), Cell(row.value, said)]
        yield from body_rows(cells, _PILLARS, table, WIDTH, pad=2.8)


def _measuring(facts: Change, parent: Node) -> Iterator[Piece]:
    if not facts.measuring:
        yield note(f"{facts.measuring_title}.", parent).after(6)
        return
    yield heading(facts.measuring_title, parent).after(18)
    for line in facts.measuring:
        first, *rest = running(parent.add("P"), spans((line, BODY.tinted("ink2"))), WIDTH)
        yield first.after(3)
        yield from rest
