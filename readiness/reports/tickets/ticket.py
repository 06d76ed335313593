"""A roadmap → tickets: what is to be done, until when, how one sees that it is done, and whence it comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from readiness.domain.actions import Action
from readiness.domain.outcome import Outcome
from readiness.domain.promises import ActionKind, ActionState
from readiness.domain.quarter_days import last_day
from readiness.domain.questionnaire import Question
from readiness.domain.roadmap import Roadmap
from readiness.domain.worth import Class
from readiness.reports import sentences as say
from readiness.reports.plan_ask import name_of
from readiness.reports.standing import named

Line = tuple[str, str]
"""A label and a text."""

_DONE: Final[Mapping[ActionKind, str]] = {
    "settle": "Both sides name the same level, and something anybody can look up shows it.",
    "find-out": "The level is known, and something anybody can look up shows it.",
}
_OVER: Final[frozenset[ActionState]] = frozenset({"done", "dropped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One action of a plan; ``due`` is the last day of the quarter in which it finishes.

    ``lines`` say everything else, each under a label. ``reference`` is the same whenever the plan is made.
    """

    id: str
    reference: str
    title: str
    due: date
    period: str
    weeks: float
    category: Class
    state: ActionState
    owner: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]


def tickets(
    outcome: Outcome, roadmap: Roadmap, fiscal_year_start: int = 1, *, names: bool = True
) -> tuple[Ticket, ...]:
    """Return what is planned and not over yet, in the order it is scheduled; owners only with ``names``."""
    kept = {one.id: one.state for one in outcome.assessment.actions}
    by_id = outcome.assessment.questionnaire.by_id
    prompts = {id_: question.prompt for id_, question in by_id.items()}
    titles = {action.id: name_of(action, prompts) for action in roadmap.actions}
    return tuple(
        _ticket(outcome, roadmap, action, titles, (kept.get(action.id, "planned"), fiscal_year_start))
        for action in (roadmap.actions if names else map(_nameless, roadmap.actions))
        if action.finish is not None and kept.get(action.id, "planned") not in _OVER
    )


def _ticket(
    outcome: Outcome,
    roadmap: Roadmap,
    action: Action,
    names: Mapping[str, str],
    told: tuple[ActionState, int],
) -> Ticket:
    state, fiscal_year_start = told
    given = outcome.assessment
    period = roadmap.period.plus(action.finish or 1)
    return Ticket(
        id=action.id,
        reference=f"{given.reference} {action.id}",
        title=names[action.id],
        due=last_day(period, fiscal_year_start),
        period=str(period),
        weeks=action.price.weeks,
        category=action.category,
        state=state,
        owner=action.owner,
        labels=("readiness", str(period), *dict.fromkeys(id_.split("-")[0] for id_ in action.questions)),
        lines=tuple((label, text) for label, text in _lines(outcome, action, names) if text),
    )


def _nameless(action: Action) -> Action:
    return replace(action, owner="")


def _lines(outcome: Outcome, action: Action, names: Mapping[str, str]) -> Iterator[Line]:
    by_id = outcome.assessment.questionnaire.by_id
    for rise in action.rises:
        question = by_id[rise.question]
        yield question.id, question.prompt
        yield "Today", "Nobody knows." if rise.start is None else _level(question, rise.start)
        told = _DONE.get(action.kind, "")
        yield "Done when", told or ("" if rise.goal is None else _level(question, rise.goal))
        yield "Otherwise", question.consequence
    yield "After", "; ".join(names.get(need, need) for need in action.needs)
    yield "Counts on", "; ".join(map(str, action.conditions))
    yield "Effort", _effort(action)
    yield "Owner", action.owner
    yield "From", f"Readiness, {outcome.assessment.reference}, {action.id}"


def _level(question: Question, level: int) -> str:
    return f"{named(level)}: {question.levels[level]}"


def _effort(action: Action) -> str:
    price = action.price
    if not price.weeks:
        return ""
    spread = "" if price.low == price.high else f", {say.amount(price.low)}–{say.amount(price.high)}"
    return f"{say.weeks(price.weeks)}{spread}{'' if price.estimated else ', not estimated yet'}"
