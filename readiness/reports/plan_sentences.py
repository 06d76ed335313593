"""What a roadmap says in words: one place for the report, the window and the command line.

Person-weeks are expert defaults until an owner estimates them, so sums say how much of them is estimated.
"""

from collections.abc import Iterator

from readiness.domain.actions import Action, Stage, Undone
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.reports import sentences as say

_FOUND_OUT = {"find-out": "find out", "settle": "settle the facts"}


def weeks(effort: float) -> str:
    """Return “18 person-weeks”, rounded to tenths."""
    return say.weeks(round(effort, 1))


def headline(roadmap: Roadmap) -> str:
    """Return when the target step is reached at this capacity, or how far the plan gets."""
    step = roadmap.target_step
    stage = next((stage for stage in roadmap.stages if stage.step == step), None)
    if roadmap.reached == 0:
        return f"Practices support {step}× today; nothing more is needed for the plan."
    if not roadmap.quarters:
        return f"Without any capacity nothing is planned; {step}× stays out of reach."
    if roadmap.reached is not None and stage is not None:
        when = roadmap.period.plus(roadmap.reached)
        if stage.state == "conditional":
            found = " and ".join(str(condition) for condition in stage.conditions)
            return f"{step}× is reached in {when}, {found}."
        return f"{step}× is reached in {when}, for {weeks(_until(roadmap, roadmap.reached))}."
    return f"{step}× is not reached within {say.counted(len(roadmap.quarters), 'quarter')}{_so_far(roadmap)}."


def completed(share: float, *, is_measured: bool) -> str:
    """Return what the two lines of the projection stand for; ``share`` is how much of a plan gets done."""
    whole = "Solid: all of it, done and verified."
    percent = half_up(100 * share)
    if not is_measured:
        return f"{whole} Dashed: {percent}% of it, the share that plans usually reach."
    done = f"{percent}% of it" if percent else "none of it"
    return f"{whole} Dashed: {done}, the share of last quarter’s plan that was delivered."


def price(roadmap: Roadmap) -> str:
    """Return what the plan costs, as a range while little is estimated."""
    low, high = roadmap.effort_range
    estimated, priced = roadmap.estimated
    if not roadmap.actions:
        return "No action is planned."
    if not priced:
        return f"{say.capital(weeks(roadmap.effort))}, only to clear up facts."
    spread = "" if low == high else f" ({say.amount(low)}–{say.amount(high)})"
    dates = "" if roadmap.may_promise_dates else "; too few to promise dates"
    rest = len(roadmap.actions) - priced
    aside = f"; {_only_clearing(rest)}" if rest else ""
    told = f"{estimated} of {priced} estimated{dates}{aside}"
    return f"{say.capital(weeks(roadmap.effort))}{spread}, {told}."


def _only_clearing(number: int) -> str:
    """Return that the other actions need no estimate: they only find out or settle the facts."""
    return f"{number} more only {'clears' if number == 1 else 'clear'} up facts"


def left_out(roadmap: Roadmap) -> str:
    """Return what will not be done at this price, in one sentence."""
    if not roadmap.undone:
        return "Everything that could be done is planned."
    count = say.counted(len(roadmap.undone), "action")
    return f"Not done at this price: {count}, {weeks(roadmap.undone_effort)}."


def reasons_left(roadmap: Roadmap) -> Iterator[tuple[str, tuple[Undone, ...]]]:
    """Yield why actions are not planned, each with those it is true of, in the order of the plan."""
    for why in dict.fromkeys(undone.why for undone in roadmap.undone):
        yield why, tuple(undone for undone in roadmap.undone if undone.why == why)


def what(action: Action, prompt: str = "") -> str:
    """Return what an action is, in the owner’s words or the question’s."""
    title = action.title or prompt or action.id
    word = _FOUND_OUT.get(action.kind)
    return f"{word}: {title}" if word else title


def rise(action: Action) -> str:
    """Return “1→3”, nothing where no level rises."""
    first = action.rises[0] if action.rises else None
    if first is None or action.kind != "raise":
        return ""
    return f"{'?' if first.start is None else first.start}→{'?' if first.goal is None else first.goal}"


def after(action: Action) -> str:
    """Return what has to be done before it, and what it unlocks."""
    needs = f"after {', '.join(action.needs)}" if action.needs else ""
    return "; ".join(part for part in (needs, action.reason) if part)


def stage(one: Stage) -> str:
    """Return how a growth step stands: “2×: reached in the 1st quarter”."""
    causes = ", ".join(f"{cause.question} is {cause.kind}" for cause in one.causes)
    match one.state:
        case "reached":
            return f"{one.step}×: reached"
        case "conditional":
            return f"{one.step}×: {' and '.join(str(condition) for condition in one.conditions)}"
        case "blocked":
            return f"{one.step}×: blocked, {causes}" if causes else f"{one.step}×: blocked"
        case _:
            return f"{one.step}×: not reached"


def _until(roadmap: Roadmap, quarter: int) -> float:
    return sum(weeks for action in roadmap.actions for at, weeks in action.used.items() if at <= quarter)


def _so_far(roadmap: Roadmap) -> str:
    last = roadmap.quarters[-1]
    return "" if last.ceiling is None else f"; practices support {last.ceiling}× then"
