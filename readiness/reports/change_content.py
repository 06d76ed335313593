"""Two sealed quarters → the page of what changed: gates and limits first, then the score (domain §4)."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from readiness.domain.bridge import BridgeStep
from readiness.domain.changes import Change as Kind
from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.outcome import Outcome
from readiness.reports import change_sentences as told
from readiness.reports import change_words as words
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.change_facts import (
    BarKind,
    Bridge,
    BridgeBar,
    Change,
    ChangeLine,
    ChangeList,
    FactChange,
)
from readiness.reports.promise_content import decisions, promises
from readiness.reports.trend_content import trend_line

_MOST_LISTED: Final = 12
_MOST_NAMED: Final = 6
_LISTS: Final[tuple[tuple[str, tuple[Kind, ...], bool], ...]] = (
    ("Up", ("up",), False),
    ("Down", ("down",), True),
    ("New or now known", ("new", "now_known"), False),
    ("Not compared any more", ("retired", "now_unknown", "now_not_applicable"), False),
)


def change(outcome: Outcome, background: Background, *, names: bool) -> Change | None:
    """Say what changed since the older quarter; nothing where there is none."""
    found, before = background.comparison, background.before
    if found is None or before is None:
        return None
    checked = promises(found, names=names)
    return Change(
        since=_quarter(found.before.period, found.before.revision),
        title=background.said("change.title", told.change(found).removesuffix(".")),
        lead=_lead(found),
        facts=tuple(_facts(before, outcome)),
        bridge=_bridge(found),
        instead="" if found.bridge else words.without_bridge(found),
        gates=tuple(_gates(found)),
        drops=_drops(found),
        promises=checked,
        decisions_title="Leadership’s decisions, and what was said",
        decisions=decisions(found),
        trend=trend_line(background.trend),
        pillars_title="Each pillar on the same questions",
        pillars=tuple(_pillars(found)),
        lists=tuple(one for one in _lists(found) if names or one.is_bad),
        measuring_title=_measuring_title(found),
        measuring=tuple(say.capital(line) for line in told.measuring(found)),
    )


def _quarter(period: object, revision: int) -> str:
    return f"{period}, revision {revision}" if revision > 1 else str(period)


def _lead(found: Comparison) -> str:
    """Return “44 → 48 as reported. What added: real answers 2.9; what took away: scope 1.3”."""
    reported = say.capital(told.as_reported(found))
    moved = [step for step in found.bridge if words.counts(step)]
    gave = [_part(step) for step in moved if step.delta > 0]
    took = [_part(step) for step in moved if step.delta < 0]
    made_of = _made_of(gave, took)
    return f"{reported}. {say.capital(made_of)}." if made_of else f"{reported}."


def _made_of(gave: list[str], took: list[str]) -> str:
    added = f"what added: {say.listed(tuple(gave))}" if gave else ""
    lost = f"what took away: {say.listed(tuple(took))}" if took else ""
    return "; ".join(part for part in (added, lost) if part)


def _part(step: BridgeStep) -> str:
    return f"{told.STEP_WORDS[step.step]} {told.points(abs(step.delta)).lstrip('+')}"


def _facts(before: Outcome, after: Outcome) -> Iterator[FactChange]:
    yield FactChange(
        name="Tested to",
        before=words.tested(before),
        after=words.tested(after),
        note=_peak(after),
    )
    yield FactChange(
        name="First known limit", before=words.limit(before), after=words.limit(after), note=_resource(after)
    )
    yield FactChange(
        name="Practices support",
        before=words.practices(before),
        after=words.practices(after),
        note=say.distance(after.growth) if words.practices(after) != words.WITHOUT else "",
    )


def _peak(outcome: Outcome) -> str:
    tested = [driver for driver in outcome.assessment.load if driver.tested is not None]
    if not tested:
        return "no load test is recorded"
    least = min(tested, key=lambda driver: (driver.tested or 0) / driver.today)
    return f"{say.amount(least.tested or 0)} {least.unit}"


def _resource(outcome: Outcome) -> str:
    known = outcome.growth.first_known_limit
    return "nobody has measured one" if known is None else known.resource


def _bridge(found: Comparison) -> Bridge | None:
    before, after = found.as_reported.before, found.as_reported.after
    if not found.bridge or before is None or after is None:
        return None
    starts = accumulate((step.delta for step in found.bridge), initial=before)
    steps = [
        BridgeBar(
            name=words.STEP_NAMES[step.step],
            note=words.step_note(step, found),
            words=told.points(step.delta),
            start=start,
            end=start + step.delta,
            kind=_kind(step, found),
        )
        for step, start in zip(found.bridge, starts, strict=False)
        if step.step == "answers" or words.counts(step)
    ]
    first = BridgeBar(
        name=str(found.before.period),
        note="as sealed" if found.before.sealed else "as answered",
        words=f"{before:.1f}",
        start=0,
        end=before,
        kind="before",
    )
    last = BridgeBar(
        name=str(found.after.period),
        note="as sealed" if found.after.sealed else "still open",
        words=f"{after:.1f}",
        start=0,
        end=after,
        kind="after",
    )
    bars = (first, *steps, last)
    finding = "; ".join(f"{bar.name} {bar.words}" for bar in bars)
    note = f"{words.noise_words(found)} Hatched: not the team’s doing.".strip()
    return Bridge(bars=bars, finding=f"{told.change(found)} {finding}.", note=note)


def _kind(step: BridgeStep, found: Comparison) -> BarKind:
    if step.step != "answers":
        return "other"
    return "noise" if found.noise is not None and not found.noise.may_be_said else "team"


def _gates(found: Comparison) -> Iterator[ChangeList]:
    closed = tuple(_moved(found, "closed"))
    opened = tuple(_moved(found, "opened"))
    at = told.step_gates(found)
    rows = {row.id: row for row in found.questions}
    still = tuple(
        ChangeLine(
            name=words.prompt(found, id_),
            note=id_,
            value=f"at {words.state(rows[id_].after, rows[id_].state_after)}",
        )
        for id_ in at.open_after
    )
    again = f", {say.in_words(len(opened)) if opened else 'none'} opened again"
    yield _listed(words.in_words(len(closed), "gate", "closed", "No gate closed") + again, closed)
    if opened:
        title = words.in_words(len(opened), "gate", "opened again", "")
        yield _listed(title, opened, is_bad=True)
    open_still = words.in_words(len(still), "gate", "open", "No gate open")
    yield _listed(f"{open_still} at {at.step}×", still, is_bad=True)


def _moved(found: Comparison, what: str) -> Iterator[ChangeLine]:
    for row, step in words.gates_moved(found, what):
        yield ChangeLine(name=words.prompt(found, row.id), note=f"{row.id}, {step}×", value=words.levels(row))


def _listed(title: str, rows: tuple[ChangeLine, ...], *, is_bad: bool = False) -> ChangeList:
    hidden = len(rows) - _MOST_LISTED
    more = f"And {hidden} more." if hidden > 0 else ""
    return ChangeList(title=title, rows=rows[:_MOST_LISTED], more=more, is_bad=is_bad)


def _drops(found: Comparison) -> str:
    """Return every fall of a gate or a heavy question in one sentence, which no good news hides."""
    rows = found.grave_drops
    if not rows:
        return "No gate and no question of weight 4 or more fell."
    heaviest = sorted(rows, key=lambda row: -row.weight)[:_MOST_NAMED]
    named = tuple(f"{words.prompt(found, row.id)} ({row.id}, {words.levels(row)})" for row in heaviest)
    more = len(rows) - len(named)
    rest = f"; and {more} more, heaviest first among what fell" if more else ""
    fell = "fall" if len(rows) == 1 else "falls"
    counted = f"{say.capital(say.in_words(len(rows)))} {fell}"
    return f"{counted} of a gate or of weight 4 or more: {'; '.join(named)}{rest}."


def _pillars(found: Comparison) -> Iterator[ChangeLine]:
    for pillar in found.pillars:
        if pillar.like_for_like is None or pillar.noise is None:
            yield ChangeLine(name=pillar.name, note="nothing in common", value=words.WITHOUT)
        else:
            verdict = told.VERDICT_WORDS[pillar.noise.verdict]
            yield ChangeLine(name=pillar.name, note=verdict, value=told.points(pillar.like_for_like))


def _lists(found: Comparison) -> Iterator[ChangeList]:
    for title, kinds, is_bad in _LISTS:
        rows = sorted((row for row in found.questions if row.change in kinds), key=lambda row: -row.weight)
        if rows:
            counted = f"{title}: {len(rows)}" + (", heaviest first" if len(rows) > 1 else "")
            yield _listed(counted, tuple(_row(found, row) for row in rows), is_bad=is_bad)


def _row(found: Comparison, row: QuestionChange) -> ChangeLine:
    return ChangeLine(name=words.prompt(found, row.id), note=row.id, value=words.levels(row))


def _measuring_title(found: Comparison) -> str:
    count = len(found.measuring)
    if not count:
        return "Measured the same way both times"
    return words.in_words(count, "thing", "measured differently", "")
