"""The ask: what each quarter costs and brings, as page 1 says it, and the decisions that need a signature."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from readiness.domain.actions import Action, Quarter
from readiness.domain.outcome import Outcome
from readiness.domain.report_words import key_of_decision
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.reports import plan_sentences as told
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.plan_facts import Ask, PlanLine

MOST_LINES: Final = 3
_MOST_NAMED: Final = 3


def name_of(action: Action, prompts: Mapping[str, str]) -> str:
    """Return what an action is called."""
    return say.capital(told.what(action, prompts.get(action.question or "", "")))


def ask_title(roadmap: Roadmap) -> str:
    """Return “The ask: 31–45 person-weeks”."""
    if not roadmap.actions:
        return "The ask: nothing"
    return f"The ask: {effort_spread(*roadmap.effort_range)} person-weeks"


def ask_lines(roadmap: Roadmap, prompts: Mapping[str, str], *, is_scored: bool) -> tuple[PlanLine, ...]:
    """Return the first quarters in which anything is done; without a score where today has none."""
    busy = [quarter for quarter in roadmap.quarters if quarter.used]
    most = max((range_in(roadmap, quarter)[1] for quarter in busy), default=0.0)
    lines = (_line(roadmap, quarter, prompts, most) for quarter in busy[:MOST_LINES])
    return tuple(line if is_scored else replace(line, score="") for line in lines)


def ask_rest(roadmap: Roadmap) -> str:
    """Say what comes behind the quarters that are listed."""
    later = [quarter for quarter in roadmap.quarters if quarter.used][MOST_LINES:]
    if not later:
        return ""
    effort = say.weeks(round(sum(quarter.used for quarter in later), 1))
    return f"And {say.counted(len(later), 'more quarter')}, {effort}."


def not_done(roadmap: Roadmap, prompts: Mapping[str, str]) -> str:
    """Say what stays undone, the weightiest first; nothing where all is planned."""
    if not roadmap.undone:
        return ""
    ordered = sorted(roadmap.undone, key=lambda one: -one.action.gain)
    names = tuple(dict.fromkeys(name_of(one.action, prompts) for one in ordered))
    named = names[:_MOST_NAMED]
    more = len(names) - len(named)
    rest = f" and {more} more" if more else ""
    count = say.counted(len(ordered), "action")
    return f"{count}, {told.weeks(roadmap.undone_effort)}: {'; '.join(named)}{rest}."


def asks(outcome: Outcome, background: Background) -> tuple[Ask, ...]:
    """Return the decisions asked for: the plan’s price first, then those still open."""
    return tuple(
        Ask(key=key, text=background.said(key, text), due=due)
        for key, text, due in _asks(outcome, background)
    )


def _asks(outcome: Outcome, background: Background) -> Iterator[tuple[str, str, str]]:
    roadmap = background.roadmap
    if roadmap is not None and roadmap.actions:
        busy = sum(bool(quarter.used) for quarter in roadmap.quarters)
        over = say.counted(busy, "quarter") if busy > 1 else f"{roadmap.period.plus(1)}"
        joined = "over" if busy > 1 else "in"
        yield "ask.fund", f"Fund {effort_spread(*roadmap.effort_range)} person-weeks {joined} {over}", ""
    given = outcome.assessment
    if given.assumed:
        target = f"{say.times(outcome.growth.target_factor)}"
        by = f" by {outcome.growth.target_by}" if outcome.growth.target_by else ""
        yield "ask.target", f"Sign the growth target of {target}{by}, so far engineering’s assumption", ""
    for decision in given.decisions:
        if decision.verdict in {"open", "deferred"}:
            text = decision.text.rstrip(".")
            yield key_of_decision(text), text, decision.due


def _line(roadmap: Roadmap, quarter: Quarter, prompts: Mapping[str, str], most: float) -> PlanLine:
    low, high = range_in(roadmap, quarter)
    begun = [action for action in roadmap.actions if quarter.index in action.used]
    ordered = sorted(begun, key=lambda action: -action.value)
    names = list(dict.fromkeys(name_of(action, prompts) for action in ordered))
    named = names[:_MOST_NAMED]
    more = len(names) - len(named)
    rest = f"; and {more} more" if more > 0 else ""
    score = "" if quarter.score is None else f"score {half_up(quarter.score)}"
    return PlanLine(
        quarter=str(quarter.period),
        weeks=effort_spread(low, high),
        used=low,
        most=high,
        capacity=max(most, quarter.capacity),
        what=f"{'; '.join(named)}{rest}",
        leads="–" if quarter.ceiling is None else f"practices {quarter.ceiling}×",
        score=score,
    )


def range_in(roadmap: Roadmap, quarter: Quarter) -> tuple[float, float]:
    """Return the least and the most person-weeks of one quarter."""
    low = high = 0.0
    for action in roadmap.actions:
        share = action.used.get(quarter.index, 0.0) / action.price.weeks if action.price.weeks else 0.0
        low += action.price.low * share
        high += action.price.high * share
    return low, high


def effort_spread(low: float, high: float) -> str:
    """Return “31–45”, whole person-weeks."""
    first, last = half_up(low), half_up(high)
    return f"{first:,}" if first == last else f"{first:,}–{last:,}"
