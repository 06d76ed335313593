"""The figures of many systems → page 2 of the portfolio: what is asked of which team, when, and what it buys.

Every sum is over the plans of the systems as they are kept: what the page cannot name stays in its sums.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.period import Period
from readiness.domain.scoring import half_up
from readiness.domain.spread import spread
from readiness.domain.terms import FIRST_CAPACITY
from readiness.reports import sentences as say
from readiness.reports.plan_ask import effort_spread
from readiness.reports.plan_facts import Ask
from readiness.reports.portfolio_facts import AskPage, TeamAsk, Undone
from readiness.reports.portfolio_matrix import matrix, together
from readiness.reports.portfolio_weighing import Planned, Weighed
from readiness.reports.portfolio_words import joined, weeks

NO_TEAM: Final = "No team named"
MOST_QUARTERS: Final = 4
"""Quarters with a column of their own; what comes behind them is one column."""

_WHOLE: Final = 100
_TWO: Final = 2


def ask_page(systems: Sequence[Weighed], period: Period) -> AskPage:
    """Say what is asked for; the systems come in order of name."""
    plans = [(one, one.planned) for one in systems if one.planned is not None]
    spans = _spans(sorted({quarter for _, plan in plans for quarter in plan.weeks}), period)
    columns = tuple(spans)
    teams = tuple(_teams(plans, spans))
    return AskPage(
        title=_title(plans, teams),
        note=_note(plans),
        columns=columns,
        teams=teams,
        whole=joined(teams, _all_of(teams)),
        nothing="" if teams else _nothing(systems, plans),
        undone=_undone(systems, plans),
        decisions=tuple(_decisions(systems, plans, teams)),
        matrix=matrix(systems, period),
        sure=tuple(_sure(systems, plans, period)),
        seals=_seals(systems),
    )


def short_ask(systems: Sequence[Weighed]) -> str:
    """Return what the headline says of the ask: “31–45 person-weeks bring 2 of them there”."""
    plans = [(one, one.planned) for one in systems if one.planned is not None]
    price = effort_of(systems)
    if not price:
        return "nothing is planned yet"
    there = sum(plan.meets_target and _is_short(one) for one, plan in plans)
    short = sum(_is_short(one) for one in systems)
    if there == short:
        return f"{price} bring {'it' if short == 1 else 'all of them'} there"
    return f"{price} bring {f'{there:,} of them' if there else 'none'} there{'' if there else ' yet'}"


def effort_of(systems: Sequence[Weighed]) -> str:
    """Return “31–45 person-weeks”; nothing where nothing is planned."""
    _, low, high = _sums([plan for one in systems if (plan := one.planned) is not None])
    return f"{effort_spread(low, high)} person-weeks" if high else ""


def _is_short(one: Weighed) -> bool:
    return one.stand is not None and one.stand.is_short


def _sums(plans: Sequence[Planned]) -> tuple[float, float, float]:
    """Return planned, least and most person-weeks of several plans."""
    rows = [weeks for plan in plans for weeks in plan.weeks.values()]
    return sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows)


def _spans(quarters: Sequence[str], period: Period) -> dict[str, tuple[str, ...]]:
    """Return the columns with the quarters they hold: what is past, each that comes, what is later."""
    past = tuple(quarter for quarter in quarters if quarter <= str(period))
    coming = [quarter for quarter in quarters if quarter > str(period)]
    own, later = coming[:MOST_QUARTERS], coming[MOST_QUARTERS:]
    if len(later) == 1:
        own, later = coming, []
    spans = {f"to {period}": past} if past else {}
    spans |= {quarter: (quarter,) for quarter in own}
    return spans | ({"later": tuple(later)} if later else {})


def _teams(plans: Sequence[tuple[Weighed, Planned]], spans: dict[str, tuple[str, ...]]) -> Iterator[TeamAsk]:
    by_team: defaultdict[str, list[tuple[Weighed, Planned]]] = defaultdict(list)
    for one, plan in plans:
        if plan.weeks:
            by_team[one.team].append((one, plan))
    for team in sorted(by_team, key=lambda name: (not name, name.casefold(), name)):
        own = by_team[team]
        yield TeamAsk(
            team=team or NO_TEAM,
            weeks=tuple(
                sum(plan.weeks[quarter][0] for _, plan in own for quarter in held if quarter in plan.weeks)
                for held in spans.values()
            ),
            reaches=tuple(_reach(one, *plan.reaches) for one, plan in own if plan.reaches is not None),
            stay=sum(plan.reaches is None for _, plan in own),
            actions=_actions(own),
            count=sum(len(plan.actions) for _, plan in own),
            is_named=bool(team),
        )


def _reach(one: Weighed, step: int, quarter: str) -> str:
    """Return which step a system gets to, and when."""
    short = "" if _gets_there(one) or not _is_short(one) else f", not {one.target_step}×"
    return f"{one.system} reaches {step}× in {quarter}{short}"


def _actions(own: Sequence[tuple[Weighed, Planned]]) -> tuple[str, ...]:
    """Return what is done, what is worth most first; in several systems each thing is said once."""
    ranked = sorted((pair for _, plan in own for pair in plan.actions), key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(name for _, name in ranked))


def _all_of(teams: Sequence[TeamAsk]) -> str:
    if not all(team.is_named for team in teams):
        return "In all"
    return "Both teams" if len(teams) == _TWO else f"All {len(teams):,} teams"


def _whose(teams: Sequence[TeamAsk]) -> str:
    """Return “nine teams”, and that there are systems which have none."""
    named = sum(team.is_named for team in teams)
    if not named:
        return "systems with no team named"
    told = "one team" if named == 1 else f"{say.in_words(named)} teams"
    return told if named == len(teams) else f"{told} and systems without one"


def _title(plans: Sequence[tuple[Weighed, Planned]], teams: Sequence[TeamAsk]) -> str:
    planned, low, high = _sums([plan for _, plan in plans])
    if not high:
        return "The ask: nothing"
    quarters = len({quarter for _, plan in plans for quarter in plan.weeks})
    over = f"over {say.in_words(quarters)} quarters" if quarters > 1 else "in one quarter"
    price = f"{effort_spread(low, high)} person-weeks, {weeks(planned)} as planned"
    return f"The ask: {price}, {over} by {_whose(teams)}"


def _note(plans: Sequence[tuple[Weighed, Planned]]) -> str:
    estimated, priced = (sum(plan.estimated[place] for _, plan in plans) for place in (0, 1))
    told = f"; {estimated:,} of {say.counted(priced, 'action')} estimated" if priced else ""
    return f"person-weeks as planned{told}"


def _nothing(systems: Sequence[Weighed], plans: Sequence[tuple[Weighed, Planned]]) -> str:
    if not plans:
        return "No system has a plan yet: a plan needs a full assessment with answers."
    if not any(_is_short(one) for one in systems):
        return "Nothing is needed for the targets as they stand."
    return "Nothing is planned: there is no capacity for it, or nothing that could be done is known."


def _undone(systems: Sequence[Weighed], plans: Sequence[tuple[Weighed, Planned]]) -> Undone | None:
    """Say what stays undone, what is worth most first, and who stays short of the target for it."""
    undone = sorted((pair for _, plan in plans for pair in plan.undone), key=lambda pair: -pair[0])
    short = tuple(one.system for one in systems if _is_short(one) and not _gets_there(one))
    if not undone and not short:
        return None
    effort = f"{weeks(sum(plan.undone_weeks for _, plan in plans))} person-weeks"
    return Undone(
        lead=f"{say.counted(len(undone), 'action')}, {effort}" if undone else "",
        actions=tuple(dict.fromkeys(name for _, name in undone)),
        count=len(undone),
        short=short,
    )


def _gets_there(one: Weighed) -> bool:
    return one.planned is not None and one.planned.meets_target


def _decisions(
    systems: Sequence[Weighed], plans: Sequence[tuple[Weighed, Planned]], teams: Sequence[TeamAsk]
) -> Iterator[Ask]:
    """Yield the price first, then what is open in each assessment, what is due first."""
    price = effort_of(systems)
    if price:
        quarters = sorted({quarter for _, plan in plans for quarter in plan.weeks})
        text = f"Fund {price} until {quarters[-1]}, for {_whose(teams)}"
        yield Ask(key="ask.fund", text=text, due="")
    open_ = [(one.system, ask) for one in systems for ask in one.decisions]
    for system, ask in sorted(open_, key=lambda pair: (pair[1].due or "~", pair[0].casefold())):
        yield Ask(key=ask.key, text=f"{system}: {ask.text}", due=ask.due)


def _sure(
    systems: Sequence[Weighed], plans: Sequence[tuple[Weighed, Planned]], period: Period
) -> Iterator[str]:
    yield _answers_said(systems)
    first = sum(plan.is_first_terms and bool(plan.weeks) for _, plan in plans)
    if first:
        rest = "rests" if first == 1 else "rest"
        plans_ = say.counted(first, "plan")
        yield f"{plans_} {rest} on the first assumption of {FIRST_CAPACITY:g} person-weeks a quarter."
    unknown = sum(plan.hangs_on_unknowns for _, plan in plans)
    if unknown:
        yield f"{say.counted(unknown, 'plan hangs', 'plans hang')} on what nobody knows yet."
    unaimed = sum(one.is_unaimed for one in systems)
    if unaimed:
        whose = say.counted(unaimed, "system has no target of its own", "systems have no target of their own")
        yield f"{whose}: held against 10×."
    earlier = sum(any(quarter <= str(period) for quarter in plan.weeks) for _, plan in plans)
    if earlier:
        told = say.counted(earlier, "plan is older and begins", "plans are older and begin")
        yield f"{told} before {period.plus(1)}."
    found = spread((one.stand, 1) for one in systems)
    if found.unjudged:
        yield f"{say.counted(found.unjudged, 'system has', 'systems have')} no step, so no verdict."


def _answers_said(systems: Sequence[Weighed]) -> str:
    evidenced, informed, guess = (sum(one.levels[place] for one in systems) for place in range(3))
    whole = evidenced + informed + guess
    if not whole:
        return "Nothing is answered yet."
    unknown = sum(one.unknown for one in systems)
    share = half_up(evidenced / whole * _WHOLE)
    told = f"{share}% of {say.counted(whole, 'level')} evidenced, {say.counted(guess, 'guess', 'guesses')}"
    return f"{told}, {unknown:,} unknown, counted as 0 until someone looks." if unknown else f"{told}."


def _seals(systems: Sequence[Weighed]) -> str:
    sealed = sum(bool(one.seal) for one in systems)
    if not sealed:
        return "Nothing here is sealed yet."
    return (
        f"{say.counted(sealed, 'seal')}, as one hash {together(systems)}: the SHA-256 of every assessment "
        "with its whole seal, by name, one a line."
    )
