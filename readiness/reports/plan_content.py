"""A roadmap → its page: quarters with projected score and step, every action, and what is not done (§3)."""

from collections.abc import Iterator, Mapping
from typing import Final

from readiness.domain.actions import Action, Quarter, Stage
from readiness.domain.outcome import Outcome
from readiness.domain.quarter_days import MONTHS
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.reports import plan_sentences as told
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.change_facts import ChangeLine
from readiness.reports.plan_ask import ask_lines, ask_rest, ask_title, name_of, not_done
from readiness.reports.plan_facts import LeftOut, Plan, PlanBar, PlanQuarter, UndoneRow

_MOST_NAMED: Final = 4
_MOST_NOTES: Final = 3
_MOST_UNDONE: Final = 60
_MOST_CONDITIONS: Final = 3
_LEAST_GAIN: Final = 0.05
"""Points from which a gain is printed; below it rounds to nothing."""


def plan_page(
    outcome: Outcome, background: Background, *, names: bool, fiscal_year_start: int = 1
) -> Plan | None:
    """Say everything of the plan; nothing where there is none."""
    roadmap = background.roadmap
    if roadmap is None:
        return None
    prompts = {question.id: question.prompt for question in outcome.assessment.questionnaire.questions}
    is_scored = outcome.score.displayed is not None
    quarters = tuple(_quarters(roadmap, fiscal_year_start, is_scored=is_scored))
    bars = tuple(_bars(roadmap, prompts, names=names))
    return Plan(
        title=background.said("plan.title", told.headline(roadmap).removesuffix(".")),
        lead=_lead(roadmap, is_scored=is_scored),
        price=told.price(roadmap),
        today=_today(roadmap, is_scored=is_scored),
        quarters=quarters,
        bars=bars,
        scaled_words=told.completed(
            roadmap.what_if.completion, is_measured=background.completion is not None
        ),
        finding=_finding(roadmap, bars),
        notes=tuple(_notes(roadmap, prompts))[:_MOST_NOTES],
        left_title=told.left_out(roadmap).removesuffix("."),
        left=tuple(_left(roadmap, prompts)),
        undone=tuple(_undone(roadmap, prompts)) if names else (),
        undone_more=_more_undone(roadmap) if names else "",
        pins=tuple(ChangeLine(name=pin.why, note=pin.period, value=pin.id) for pin in roadmap.infeasible),
        ask_title=ask_title(roadmap),
        ask=ask_lines(roadmap, prompts, is_scored=is_scored),
        ask_rest=ask_rest(roadmap),
        not_done=not_done(roadmap, prompts),
    )


def shown_quarters(roadmap: Roadmap) -> tuple[Quarter, ...]:
    """Return the quarters up to the last in which anything is done."""
    last = max((quarter.index for quarter in roadmap.quarters if quarter.used), default=0)
    return tuple(quarter for quarter in roadmap.quarters if quarter.index <= last)


def _lead(roadmap: Roadmap, *, is_scored: bool) -> str:
    if not roadmap.actions:
        return told.price(roadmap)
    last = shown_quarters(roadmap)[-1:]
    start, end = roadmap.start.score, last[0].score if last else None
    count = say.counted(len(roadmap.actions), "action")
    rises = ""
    if is_scored and start is not None and end is not None:
        low, high = half_up(start), half_up(end)
        way = f"goes from {low} to {high}" if low != high else f"stays at {low}"
        rises = f" The score {way} when all of it is done and verified."
    return f"{count}. {told.price(roadmap)}{rises}"


def _today(roadmap: Roadmap, *, is_scored: bool) -> PlanQuarter:
    start = roadmap.start
    return PlanQuarter(
        name="Today",
        months=str(roadmap.period),
        ceiling=_ceiling(start.ceiling),
        score=_score(start.score if is_scored else None),
        value=start.score if is_scored else None,
        scaled=start.score if is_scored else None,
        used=0.0,
        capacity=0.0,
        load="",
        over="",
    )


def _quarters(roadmap: Roadmap, fiscal_year_start: int, *, is_scored: bool) -> Iterator[PlanQuarter]:
    """Yield the quarters; without their scores where too little is known for one today."""
    for quarter in shown_quarters(roadmap):
        over = quarter.over
        yield PlanQuarter(
            name=str(quarter.period),
            months=_months(quarter.period.quarter, fiscal_year_start),
            ceiling=_ceiling(quarter.ceiling),
            score=_score(quarter.score if is_scored else None),
            value=quarter.score if is_scored else None,
            scaled=quarter.scaled if is_scored else None,
            used=quarter.used,
            capacity=quarter.capacity,
            load=f"{quarter.used:.3g} of {quarter.capacity:g}",
            over=f"{over:.3g} over" if over > 0 else "",
        )


def _months(quarter: int, fiscal_year_start: int) -> str:
    first = (fiscal_year_start - 1 + 3 * (quarter - 1)) % 12
    return f"{MONTHS[first]} to {MONTHS[(first + 2) % 12]}"


def _ceiling(step: int | None) -> str:
    return "–" if step is None else f"{step}×"


def _score(score: float | None) -> str:
    return "–" if score is None else str(half_up(score))


def _bars(roadmap: Roadmap, prompts: Mapping[str, str], *, names: bool) -> Iterator[PlanBar]:
    places = _places(roadmap)
    ordered = sorted(roadmap.actions, key=lambda action: places[action.id])
    numbers = {action.id: number for number, action in enumerate(ordered)}
    for action in ordered:
        start, end = places[action.id]
        yield PlanBar(
            name=name_of(action, prompts),
            detail=_detail(action, names=names),
            start=start,
            end=end,
            words=_words(action),
            told=f"{name_of(action, prompts)}, {_when(roadmap, action)}, {_words(action)}",
            needs=tuple(numbers[need] for need in action.needs if need in numbers),
        )


def _places(roadmap: Roadmap) -> dict[str, tuple[float, float]]:
    """Return where each action begins and ends, those of one quarter behind one another."""
    used = {quarter.index: 0.0 for quarter in roadmap.quarters}
    whole = {quarter.index: max(quarter.capacity, quarter.used) or 1.0 for quarter in roadmap.quarters}
    places: dict[str, tuple[float, float]] = {}
    for action in roadmap.actions:
        first = last = float((action.start or 1) - 1)
        for place, (index, weeks) in enumerate(sorted(action.used.items())):
            begins = index - 1 + used[index] / whole[index]
            used[index] += weeks
            last = index - 1 + used[index] / whole[index]
            first = begins if place == 0 else first
        places[action.id] = (first, last)
    return places


def _detail(action: Action, *, names: bool) -> str:
    parts = (", ".join(action.questions), told.rise(action), action.owner if names else "")
    return ", ".join(part for part in parts if part)


def _words(action: Action) -> str:
    gain = f", +{action.gain:.1f}" if action.gain >= _LEAST_GAIN else ""
    return f"{action.price.weeks:g} wk{gain}" if action.price.weeks else f"no effort{gain}"


def _when(roadmap: Roadmap, action: Action) -> str:
    first, last = action.start, action.finish
    if first is None or last is None:
        return ""
    begins, ends = roadmap.period.plus(first), roadmap.period.plus(last)
    return str(ends) if begins == ends else f"{begins} to {ends}"


def _finding(roadmap: Roadmap, bars: tuple[PlanBar, ...]) -> str:
    return f"{told.headline(roadmap)} {say.counted(len(bars), 'action')} by quarter."


def _notes(roadmap: Roadmap, prompts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what a lead would ask next: what is overfull, what each step needs, what pays best."""
    for quarter in roadmap.quarters:
        if quarter.over > 0:
            over = say.weeks(round(quarter.over, 1))
            yield f"{quarter.period} is {over} over", "Lend that much, or move an action out of the quarter."
            break
    if not roadmap.may_promise_dates and roadmap.actions:
        yield (
            "No date can be promised yet",
            "Less than half of the effort is estimated by those who will do it.",
        )
    steps = [_stage(roadmap, stage) for stage in roadmap.stages]
    if steps:
        yield "Growth steps", f"{'; '.join(steps)}."
    best = max(
        (a for a in roadmap.actions if a.price.weeks), key=lambda a: a.gain / a.price.weeks, default=None
    )
    if best is not None and best.gain:
        gain = f"{best.gain:.1f} points for {say.weeks(best.price.weeks)}"
        yield "Most score for a week", f"{name_of(best, prompts)} ({best.question or best.id}) adds {gain}."


def _stage(roadmap: Roadmap, stage: Stage) -> str:
    if stage.state == "conditional" and len(stage.conditions) > _MOST_CONDITIONS:
        return f"{stage.step}×: if {len(stage.conditions)} questions turn out well"
    if stage.state == "blocked" and len(stage.causes) > _MOST_CONDITIONS:
        return f"{stage.step}×: blocked by {len(stage.causes)} questions"
    if stage.state != "reached" or stage.quarter is None:
        return told.stage(stage)
    return f"{told.stage(stage)} {f'in {roadmap.period.plus(stage.quarter)}' if stage.quarter else 'today'}"


def _left(roadmap: Roadmap, prompts: Mapping[str, str]) -> Iterator[LeftOut]:
    for why, undone in told.reasons_left(roadmap):
        named = [name_of(one.action, prompts) for one in undone[:_MOST_NAMED]]
        more = len(undone) - _MOST_NAMED
        rest = f"; and {more} more" if more > 0 else ""
        effort = say.weeks(round(sum(one.action.price.weeks for one in undone), 1))
        yield LeftOut(
            why=say.capital(why),
            count=f"{say.counted(len(undone), 'action')}, {effort}",
            names=f"{'; '.join(named)}{rest}",
        )


def _more_undone(roadmap: Roadmap) -> str:
    more = len(roadmap.undone) - _MOST_UNDONE
    return f"And {more:,} more; the roadmap page of the program has them all." if more > 0 else ""


def _undone(roadmap: Roadmap, prompts: Mapping[str, str]) -> Iterator[UndoneRow]:
    """Yield everything that is not done, what would add most first."""
    ordered = sorted(roadmap.undone, key=lambda one: -one.action.gain)
    for one in ordered[:_MOST_UNDONE]:
        action = one.action
        yield UndoneRow(
            name=name_of(action, prompts),
            questions=", ".join(action.questions),
            weeks=f"{action.price.weeks:g}",
            gain=f"+{action.gain:.1f}" if action.gain >= _LEAST_GAIN else "–",
        )
