"""The roadmap as rows: every action that is planned, left out or fixed where it cannot be, then the quarters.

Owners and notes stay out, as the names of people do everywhere in a book.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from readiness.domain.actions import Action, Quarter
from readiness.domain.outcome import Outcome
from readiness.domain.roadmap import Roadmap
from readiness.reports.book.values import Cell, Column, Row, Sheet, figure, yes
from readiness.reports.plan_ask import name_of

_COLUMNS: Final = (
    Column("Part", 16, "group"),
    Column("ID", 16, "id"),
    Column("Action", 60, "name"),
    Column("Kind", 10),
    Column("Questions", 16),
    Column("From level", 8),
    Column("To level", 8),
    Column("Begins", 10),
    Column("Finishes", 10),
    Column("Fixed there", 8),
    Column("Person-weeks", 11),
    Column("At least", 10),
    Column("At most", 10),
    Column("Estimated", 11),
    Column("Adds points", 9),
    Column("When", 8),
    Column("State", 12),
    Column("After", 22),
    Column("Counts on", 30),
    Column("Why", 40),
    Column("Capacity", 10),
    Column("Score then", 10),
    Column("Practices support", 10),
)
_OF_QUARTER: Final = 3
"""Columns at the end that only quarters have."""


def roadmap_sheet(outcome: Outcome, roadmap: Roadmap) -> Sheet:
    """Return the sheet; figures are unrounded."""
    return Sheet(
        name="Roadmap", layout="records", columns=_COLUMNS, rows=tuple(_rows(outcome, roadmap)), kept=3
    )


def _rows(outcome: Outcome, roadmap: Roadmap) -> Iterator[Row]:
    prompts = {question.id: question.prompt for question in outcome.assessment.questionnaire.questions}
    kept = {one.id: one for one in outcome.assessment.actions}
    pins = {pin.id: pin.why for pin in roadmap.infeasible}
    going = [("Planned", action, pins.get(action.id, "")) for action in roadmap.actions]
    left = [("Not planned", undone.action, undone.why) for undone in roadmap.undone]
    for part, action, why in (*going, *left):
        promise = kept.get(action.id)
        state = "planned" if promise is None else promise.state.replace("_", " ")
        yield _action(part, action, roadmap, prompts, (why, state))
    for quarter in roadmap.quarters:
        yield _quarter(quarter)


def _action(
    part: str, action: Action, roadmap: Roadmap, prompts: Mapping[str, str], told: tuple[str, str]
) -> Row:
    why, state = told
    price, one = action.price, action.rises[0] if len(action.rises) == 1 else None
    return (
        part,
        action.id,
        name_of(action, prompts),
        action.kind,
        ", ".join(action.questions),
        figure(None if one is None else one.start, "count"),
        figure(None if one is None else one.goal, "count"),
        _period(roadmap, action.start),
        _period(roadmap, action.finish),
        yes(action.pinned),
        figure(price.weeks),
        figure(price.low),
        figure(price.high),
        yes(price.estimated),
        figure(action.gain, "score"),
        action.category,
        state if part == "Planned" else None,
        ", ".join(action.needs),
        "; ".join(map(str, action.conditions)),
        why,
        *(None,) * _OF_QUARTER,
    )


def _quarter(quarter: Quarter) -> Row:
    last: tuple[Cell, ...] = (
        figure(quarter.capacity),
        figure(quarter.score, "score"),
        figure(quarter.ceiling, "step"),
    )
    blank: tuple[Cell, ...] = (None,) * (len(_COLUMNS) - _OF_QUARTER)
    row = list(blank)
    row[0], row[1], row[_WEEKS] = "Quarter", str(quarter.period), figure(quarter.used)
    return (*row, *last)


_WEEKS: Final = next(place for place, column in enumerate(_COLUMNS) if column.title == "Person-weeks")


def _period(roadmap: Roadmap, index: int | None) -> str:
    return "" if index is None else str(roadmap.period.plus(index))
