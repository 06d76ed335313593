"""What became of the target step between two quarters: the plan then, the plan now, what held it up; pure."""

from collections.abc import Iterator

from readiness.domain.comparison import Comparison
from readiness.domain.promise_check import ActionOutcome, PromiseCheck
from readiness.domain.roadmap import Roadmap
from readiness.reports import change_sentences as told
from readiness.reports import sentences as say
from readiness.ui.quarters import shown_quarter

_HELD: tuple[tuple[ActionOutcome, str, str], ...] = (
    ("slipped", "one belongs to an action that slipped", "{0} belong to actions that slipped"),
    ("dropped", "one to an action that was dropped", "{0} to actions that were dropped"),
    ("not_moved", "one to an action that was done and moved nothing", "{0} to actions that moved nothing"),
)


def step_words(found: Comparison, checked: PromiseCheck, plans: tuple[Roadmap, Roadmap] | None) -> str:
    """Return what a quarter's promises and decisions did to the step, as far as that can be said."""
    parts = [*_planned(plans), *_gates(found, checked)]
    return " ".join(f"{say.capital(part)}." for part in parts)


def _planned(plans: tuple[Roadmap, Roadmap] | None) -> Iterator[str]:
    if plans is None:
        return
    then, now = plans
    if then.target_step != now.target_step:
        yield f"the plan was judged at {then.target_step}× then and is at {now.target_step}× now"
        return
    step = now.target_step
    was, is_ = _when(then), _when(now)
    if then.reached is not None and now.reached is not None:
        moved = now.period.plus(now.reached).ordinal - then.period.plus(then.reached).ordinal
        if not moved:
            yield f"{step}× was planned for {was}, and still is"
        else:
            later = f"{say.in_words(abs(moved))} quarter{'' if abs(moved) == 1 else 's'}"
            way = "later" if moved > 0 else "sooner"
            yield f"{step}× was planned for {was}, and is now for {is_}, {later} {way}"
    elif then.reached is not None:
        yield f"{step}× was planned for {was}, and is out of reach now"
    elif now.reached is not None:
        yield f"{step}× was out of reach then, and is planned for {is_} now"
    else:
        yield f"{step}× was out of reach then, and is now"


def _when(plan: Roadmap) -> str:
    return "" if plan.reached is None else shown_quarter(plan.period.plus(plan.reached))


def _gates(found: Comparison, checked: PromiseCheck) -> Iterator[str]:
    still = told.step_gates(found).open_after
    held = [
        (one if count == 1 else many.format(say.in_words(count)))
        for outcome, one, many in _HELD
        if (count := len({row.id for check in checked.of(outcome) for row in check.questions} & set(still)))
    ]
    if held:
        gates = f"{say.in_words(len(still))} gate{'' if len(still) == 1 else 's'}"
        yield f"of {gates} still open, {', '.join(held)}"
