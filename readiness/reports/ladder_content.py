"""Growth → the ladder: three facts and the target on one logarithmic scale, never merged (domain §2.5)."""

from collections.abc import Iterator

from readiness.domain.assessment import Driver
from readiness.domain.growth import StepResult
from readiness.domain.outcome import Outcome
from readiness.reports import sentences as say
from readiness.reports.facts import Flag, Ladder, StepMark


def ladder(outcome: Outcome) -> Ladder:
    """Place what is known, and say what is not."""
    growth = outcome.growth
    stage = say.stage(outcome)
    judged = stage in {"unconfirmed", "short", "met"}
    return Ladder(
        reached=(growth.practice_ceiling or 1) if judged else 1,
        judged=judged,
        flags=tuple(_flags(outcome, judged=judged)),
        steps=(
            StepMark(factor=1, number="1×", words="today"),
            *(_step(outcome, step, judged=judged) for step in growth.tiers),
        ),
        next_words=say.distance_in_short(growth) if judged else (_why_not(outcome),),
        then_words=_then(outcome) if judged else "",
        absent=tuple(_absent(outcome)),
        finding=_finding(outcome, judged=judged),
        note=_note(outcome),
    )


def _flags(outcome: Outcome, *, judged: bool) -> Iterator[Flag]:
    growth = outcome.growth
    known = growth.first_known_limit
    if known is not None:
        words = f"first known limit: {known.resource}"
        yield Flag(kind="limit", factor=known.factor, number=say.times(known.factor), words=words)
    if growth.tested_ceiling is not None:
        words = f"tested: {_tested_load(outcome)}"
        number = say.times(growth.tested_ceiling)
        yield Flag(kind="tested", factor=growth.tested_ceiling, number=number, words=words)
    if judged and (growth.practice_ceiling or 1) > 1:
        reached = float(growth.practice_ceiling or 1)
        yield Flag(kind="practices", factor=reached, number=say.times(reached), words="practices support")
    number = say.times(growth.target_factor)
    yield Flag(kind="target", factor=growth.target_factor, number=number, words=_target_words(outcome))


def _target_words(outcome: Outcome) -> str:
    if say.is_unaimed(outcome):
        return "looked at; no target is set"
    by = f", by {outcome.growth.target_by}" if outcome.growth.target_by else ""
    driver = _leading(outcome)
    load = "" if driver is None else f": {say.amount(driver.target)} {driver.unit}"
    return f"target{by}{load}"


def _tested_load(outcome: Outcome) -> str:
    tested = [(d.tested / d.today, d) for d in outcome.assessment.load if d.tested is not None]
    driver = min(tested, key=lambda pair: pair[0])[1]
    return f"{say.amount(driver.tested or 0)} {driver.unit}"


def _leading(outcome: Outcome) -> Driver | None:
    """Return the driver that sets the target: the one that grows most."""
    leading = max(outcome.assessment.load, key=lambda driver: driver.factor, default=None)
    if leading is None or abs(leading.factor - outcome.growth.target_factor) > leading.factor / 100:
        return None
    return leading


def _step(outcome: Outcome, step: StepResult, *, judged: bool) -> StepMark:
    """Say what is open for a step; where no step is judged, only what has been seen open."""
    number = f"{step.factor}×"
    if judged:
        return StepMark(factor=step.factor, number=number, words=_state(step), gates=step.failing_gates)
    seen = tuple(id_ for id_ in step.failing_gates if outcome.counted[id_].state != "not_asked")
    return StepMark(factor=step.factor, number=number, words="open:" if seen else "", gates=seen)


def _state(step: StepResult) -> str:
    if step.passes is None:
        return ""
    if step.passes:
        return "practices meet it"
    if step.failing_gates:
        return "open:"
    return f"{say.counted(len(step.weak_topics), 'weak topic')}" if step.weak_topics else "short as a whole"


def _why_not(outcome: Outcome) -> str:
    counts = outcome.score.counts
    if outcome.assessment.scope == "quick":
        return "orientation: a quick check judges no growth step"
    return f"{counts.asked} of {counts.total} asked: no growth step is judged yet"


def _then(outcome: Outcome) -> str:
    way = outcome.growth.distance
    later = [t for t in outcome.growth.tiers if way and t.factor > way.step and t.passes is False]
    if not later or not later[0].gates:
        return ""
    gates = say.counted(len(later[0].gates), "gate")
    return f"then {later[0].factor}×: {len(later[0].failing_gates)} of {gates} open"


def _absent(outcome: Outcome) -> Iterator[str]:
    if outcome.growth.tested_ceiling is None:
        yield "untested"
    if outcome.growth.first_known_limit is None:
        yield "limit not known"


def _finding(outcome: Outcome, *, judged: bool) -> str:
    growth = outcome.growth
    known = growth.first_known_limit
    limit = f"First known limit {say.times(known.factor)}, {known.resource}." if known else "Limit not known."
    practices = ""
    if judged:
        reached = growth.practice_ceiling or 1
        practices = f" Practices support {reached}×." if reached > 1 else " No growth step confirmed yet."
    way = say.capital(say.distance(growth)) if judged else ""
    target = f" Target {say.times(growth.target_factor)}."
    return f"{say.tested(growth)} {limit}{practices}{target}" + (f" {way}." if way else "")


def _note(outcome: Outcome) -> str:
    driver = _leading(outcome)
    if driver is None:
        return "1× is today’s peak load."
    peak = f" ({driver.peak})" if driver.peak else ""
    return f"1× is today’s peak: {say.amount(driver.today)} {driver.unit}{peak}.{_drivers(outcome)}"


def _drivers(outcome: Outcome) -> str:
    load = outcome.assessment.load
    if len(load) < 2:
        return ""
    each = say.listed(tuple(f"{d.id} {say.times(d.factor)}" for d in load))
    return f" What grows: {each}; the largest is the target."
