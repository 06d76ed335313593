"""What a plan leads to and what it cannot keep: stages, pins, what is not done (§3.4, ruling 14)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from readiness.domain.actions import Action, Condition, Infeasible, Quarter, Stage, StageState, Undone
from readiness.domain.ceiling_first import Cause, StageWalk
from readiness.domain.composing import Composed
from readiness.domain.drafting import Draft
from readiness.domain.outcome import Outcome
from readiness.domain.period import Period
from readiness.domain.projecting import Standpoint
from readiness.domain.questionnaire import requirement
from readiness.domain.what_if import WhatIf

BEYOND: Final = "beyond the horizon"
NO_CAPACITY: Final = "no capacity"
OVER: Final = "pinned to a quarter that is over"
_NOTHING: Final = 1e-9


def why_undone(
    actions: Iterable[Action], pins: Mapping[str, int], quarters: Sequence[Quarter], what_if: WhatIf
) -> Iterator[Undone]:
    """Yield the actions that are not finished before the horizon, with why."""
    never = NO_CAPACITY if what_if.horizon and not quarters else BEYOND
    dead: set[str] = set()
    for action in actions:
        if action.finish is not None:
            continue
        needed = next((need for need in action.needs if need in dead), None)
        if needed or pins.get(action.id, 1) < 1:
            dead.add(action.id)
            yield Undone(action=action, why=f"needs {needed}" if needed else OVER)
        else:
            yield Undone(action=action, why=never)


def judge_pins(
    composed: Composed,
    placed: Sequence[Action],
    quarters: Sequence[Quarter],
    outcome: Outcome,
    what_if: WhatIf,
) -> Iterator[Infeasible]:
    """Yield every pin that cannot be kept as it stands, with why; the pinned action stays where it is."""
    by_id = {action.id: action for action in placed}
    booked = dict.fromkeys(range(1, len(quarters) + 1), 0.0)
    for id_, index in composed.pins.items():
        action = by_id[id_]
        period = str(outcome.assessment.period.plus(index))
        for why in _outside(index, len(quarters), what_if):
            yield Infeasible(id=id_, period=period, why=why)
        if not 1 <= index <= len(quarters):
            continue
        for why in _too_early(action, index, by_id, outcome.assessment.period):
            yield Infeasible(id=id_, period=period, why=why)
        for need in composed.missing[id_]:
            yield Infeasible(id=id_, period=period, why=f"needs {need}, which is not planned")
        booked[index] += action.price.weeks
        room = quarters[index - 1].capacity
        if action.price.weeks and booked[index] > room + _NOTHING:
            why = f"{round(booked[index], 6):g} of {room:g} person-weeks in {period}"
            yield Infeasible(id=id_, period=period, why=why)
    yield from _idle(composed, what_if)


def _outside(index: int, horizon: int, what_if: WhatIf) -> Iterator[str]:
    if index < 1:
        yield OVER
    elif index > horizon:
        yield NO_CAPACITY if what_if.horizon and not horizon else BEYOND


def _too_early(action: Action, index: int, by_id: Mapping[str, Action], base: Period) -> Iterator[str]:
    for need in action.needs:
        finish = by_id[need].finish
        if finish is None:
            yield f"before what it needs: {need} is not finished before the horizon"
        elif finish > index:
            yield f"before what it needs: {need} finishes in {base.plus(finish)}"


def _idle(composed: Composed, what_if: WhatIf) -> Iterator[Infeasible]:
    """Yield the pins of what the plan does not hold: it is excluded, done, or was never to be done."""
    held = {name for action in composed.actions if action.pinned for name in action.names}
    for id_, period in what_if.pins.items():
        if id_ not in held:
            left = (undone.why for undone in composed.left if id_ in undone.action.names)
            yield Infeasible(id=id_, period=period, why=next(left, "there is nothing to do"))


def judge_stages(
    outcome: Outcome, drafted: Draft, placed: Iterable[Action], standpoints: Sequence[Standpoint]
) -> tuple[Stage, ...]:
    """Say of each step up to the target's what becomes of it; a quick check has none (ruling 9)."""
    if outcome.assessment.scope == "quick":
        return ()
    walks = drafted.walks or tuple(_as_walked(outcome, standpoints[0]))
    stages = []
    conditions: dict[Condition, None] = {}
    causes: dict[Cause, None] = {}
    actions = list(placed)
    for walk in walks:
        conditions |= {Condition(question=id_, at_least=asks): None for id_, asks in walk.conditions}
        causes |= dict.fromkeys(walk.causes)
        quarter = next((i for i, s in enumerate(standpoints) if (s.ceiling or 0) >= walk.step), None)
        own = [action for action in actions if action.stage == walk.step]
        stages.append(
            Stage(
                step=walk.step,
                state=_state(quarter, bool(conditions), bool(causes)),
                quarter=quarter,
                effort=sum((action.price.weeks for action in own), 0.0),
                actions=tuple(action.id for action in own),
                conditions=() if quarter is not None else tuple(conditions),
                causes=() if quarter is not None else tuple(causes),
            )
        )
    return tuple(stages)


def _state(quarter: int | None, is_conditional: bool, is_blocked: bool) -> StageState:  # noqa: FBT001 - two claims
    if quarter is not None:
        return "reached"
    if is_blocked:
        return "blocked"
    return "conditional" if is_conditional else "open"


def _as_walked(outcome: Outcome, start: Standpoint) -> Iterator[StageWalk]:
    """Yield the steps of a plan that walked none: they depend on the gates that nobody knows."""
    by_id = outcome.assessment.questionnaire.by_id
    for step in start.steps:
        if step.passes is None or step.factor > outcome.growth.target_step:
            continue
        unknown = (id_ for id_ in step.failing_gates if outcome.counted[id_].level is None)
        conditions = tuple((id_, requirement(step.factor, by_id[id_].hurts_at) or 0) for id_ in unknown)
        yield StageWalk(step=step.factor, is_open=not conditions, conditions=conditions, causes=())
