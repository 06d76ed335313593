"""Gaps → actions → quarters: the roadmap of an assessment, and every what-if of it (domain §3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from readiness.domain.actions import Action, Infeasible, Quarter, Stage, Undone
from readiness.domain.assessment import Answer
from readiness.domain.ceiling_first import Way, cheapest_way
from readiness.domain.composing import compose
from readiness.domain.counting import Counted
from readiness.domain.drafting import draft
from readiness.domain.judging import judge_pins, judge_stages, why_undone
from readiness.domain.offering import after_done, done_ids, goals, offer_of, worths
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.period import Period
from readiness.domain.projecting import Standpoint, finish, scaled, stand
from readiness.domain.questionnaire import Tier
from readiness.domain.scheduling import schedule
from readiness.domain.what_if import PlanMode, WhatIf, refuse_nonsense
from readiness.errors import InputError

__all__ = ["Roadmap", "Way", "cheapest_way", "plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """What is done in which quarter, where that leads, and what is not done at that price.

    ``actions`` finish before the horizon, in the order they are scheduled. ``undone`` is everything else
    that could be done. ``start`` is where the answers stand today. Every figure is unrounded.
    """

    system: str
    period: Period
    what_if: WhatIf
    target_step: Tier
    start: Standpoint
    actions: tuple[Action, ...]
    quarters: tuple[Quarter, ...]
    undone: tuple[Undone, ...]
    infeasible: tuple[Infeasible, ...]
    stages: tuple[Stage, ...]
    done: tuple[str, ...]

    @property
    def mode(self) -> PlanMode:
        """How the actions are ordered."""
        return self.what_if.mode

    @property
    def effort(self) -> float:
        """Person-weeks of everything that is finished before the horizon."""
        return sum((action.price.weeks for action in self.actions), 0.0)

    @property
    def effort_range(self) -> tuple[float, float]:
        """The least and the most person-weeks that it may take."""
        return sum(a.price.low for a in self.actions), sum(a.price.high for a in self.actions)

    @property
    def undone_effort(self) -> float:
        """Person-weeks of what is not done."""
        return sum((left.action.price.weeks for left in self.undone), 0.0)

    @property
    def estimated(self) -> tuple[int, int]:
        """How many of the actions somebody estimated, and of how many: “3 of 12 estimated”."""
        priced = [a for a in self.actions if a.kind in {"raise", "free"}]
        return sum(a.price.estimated for a in priced), len(priced)

    @property
    def may_promise_dates(self) -> bool:
        """Whether half of the effort is estimated, so that a date means something (domain §3.2)."""
        priced = [a.price for a in self.actions if a.kind in {"raise", "free"}]
        known = sum(price.weeks for price in priced if price.estimated)
        return bool(priced) and 2 * known >= sum(price.weeks for price in priced)

    @property
    def reached(self) -> int | None:
        """The quarter in which the target step is reached; 0 for today, ``None`` for not in this plan."""
        return next((stage.quarter for stage in self.stages if stage.step == self.target_step), None)

    def in_quarter(self, index: int) -> tuple[Action, ...]:
        """Return what is worked on in one quarter, or starts there at no cost."""
        going = (*self.actions, *(left.action for left in self.undone))
        return tuple(a for a in going if index in a.used or (not a.used and a.start == index))


def plan(outcome: Outcome, what_if: WhatIf) -> Roadmap:
    """Plan the actions of an assessment under a capacity, with every override applied.

    Raises:
        InputError: the terms make no plan, an override names nothing, or actions need each other.
    """
    refuse_nonsense(what_if)
    _refuse_end_of_calendar(outcome.assessment.period, what_if)
    outcome = _reconsidered(outcome, what_if)
    step = outcome.growth.target_step
    offer = offer_of(outcome, what_if)
    done = done_ids(outcome, what_if)
    today = after_done(offer, outcome.counted, done, goals(outcome, step))
    worth = worths(outcome, today, step)
    drafted = draft(outcome, what_if, offer, today, worth)
    composed = compose(outcome, offer, drafted, today, worth)
    capacity = what_if.quarters()
    booked = schedule(composed.tasks(what_if), capacity, what_if.at_once, what_if.roles)
    placed = composed.booked(booked.bookings)
    standpoints = _stand_by_quarter(outcome, today, placed, len(capacity))
    quarters = _quarters(outcome.assessment.period, what_if, booked.used, standpoints)
    return Roadmap(
        system=outcome.assessment.system,
        period=outcome.assessment.period,
        what_if=what_if,
        target_step=step,
        start=standpoints[0],
        actions=tuple(action for action in placed if action.finish is not None),
        quarters=quarters,
        undone=(*why_undone(placed, composed.pins, quarters, what_if), *composed.left),
        infeasible=tuple(judge_pins(composed, placed, quarters, outcome, what_if)),
        stages=judge_stages(outcome, drafted, placed, standpoints),
        done=done,
    )


def _reconsidered(outcome: Outcome, what_if: WhatIf) -> Outcome:
    """Return the outcome of the answers and the target that the what-if supposes."""
    assessment = outcome.assessment
    if not what_if.levels and what_if.target in {None, outcome.growth.target_factor}:
        return outcome
    strangers = [id_ for id_ in what_if.levels if id_ not in assessment.questionnaire.by_id]
    if strangers:
        raise InputError(f"There is no question {strangers[0]}.", remedy="Check the id.")
    supposed = {id_: _supposed(outcome, id_, level) for id_, level in what_if.levels.items()}
    changed = replace(assessment, agreed={**assessment.agreed, **supposed})
    return evaluate(changed, what_if.target or outcome.growth.target_factor)


def _supposed(outcome: Outcome, id_: str, level: int) -> Answer:
    """Return another level in the place of what counts; how sure the answer is stays."""
    agreed = outcome.assessment.agreed.get(id_, Answer())
    if agreed.level is not None:
        return replace(agreed, level=level)
    lanes = (outcome.assessment.engineering, outcome.assessment.product)
    given = [lane[id_] for lane in lanes if id_ in lane and lane[id_].level == outcome.counted[id_].level]
    if not given:
        return Answer(level=level)
    return replace(given[0], level=level, unknown=False, not_applicable=None)


def _stand_by_quarter(
    outcome: Outcome, today: Mapping[str, Counted], placed: Iterable[Action], horizon: int
) -> list[Standpoint]:
    """Return where the answers stand today and at the end of each quarter."""
    questionnaire = outcome.assessment.questionnaire
    quick = outcome.assessment.scope == "quick"
    finished: dict[int, list[tuple[str, int | None]]] = {}
    for action in placed:
        if action.finish is not None:
            finished.setdefault(action.finish, []).extend((r.question, r.goal) for r in action.rises)
    standpoints = [stand(questionnaire, today, quick=quick)]
    now = today
    for index in range(1, horizon + 1):
        if index in finished:
            now = finish(now, finished[index])
            standpoints.append(stand(questionnaire, now, quick=quick))
        else:
            standpoints.append(standpoints[-1])
    return standpoints


def _quarters(
    period: Period, what_if: WhatIf, used: Sequence[float], standpoints: Sequence[Standpoint]
) -> tuple[Quarter, ...]:
    """Return the columns of the plan."""
    start = standpoints[0].score
    columns = zip(what_if.quarters(), used, standpoints[1:], strict=True)
    return tuple(
        Quarter(
            index=index,
            period=period.plus(index),
            capacity=capacity,
            used=weeks,
            score=at.score,
            scaled=scaled(start, at.score, what_if.completion),
            ceiling=at.ceiling,
        )
        for index, (capacity, weeks, at) in enumerate(columns, start=1)
    )


def _refuse_end_of_calendar(period: Period, what_if: WhatIf) -> None:
    try:
        period.plus(what_if.horizon)
    except ValueError as error:
        raise InputError(
            f"A plan of {what_if.horizon} quarters after {period} leaves the calendar."
        ) from error
