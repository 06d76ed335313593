"""What a comparison says in words: one place for the report, the window and the command line.

“Rose” and “fell” are said only of a change that is at least probable (domain §4.3).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from readiness.domain.bridge import Step
from readiness.domain.changes import Change
from readiness.domain.comparison import Comparison
from readiness.domain.gains import GateChange
from readiness.domain.growth import aim_of
from readiness.domain.measuring import Measure, MeasuringChange
from readiness.domain.noise import NoiseVerdict
from readiness.domain.scoring import half_up
from readiness.reports import sentences as say
from readiness.reports.cautions import imported

STEP_WORDS: Final[Mapping[Step, str]] = {
    "removed": "questions removed",
    "scope": "scope",
    "now_known": "now known",
    "weights": "new weights",
    "answers": "real answers",
    "added": "questions added",
}
CHANGE_WORDS: Final[Mapping[Change, str]] = {
    "up": "up",
    "down": "down",
    "same": "same",
    "new": "new",
    "retired": "retired",
    "now_known": "now known",
    "now_unknown": "now unknown",
    "now_not_applicable": "does not apply now",
    "carried": "carried",
}
VERDICT_WORDS: Final[Mapping[NoiseVerdict, str]] = {
    "clear": "clear",
    "probable": "probable",
    "noise": "within noise",
}
_MEASURE_WORDS: Final[Mapping[Measure, str]] = {
    "target": "target",
    "due": "due date",
    "base": "today’s peak of {0}",
    "scope": "scope",
    "scope_in": "what is in scope",
    "scope_out": "what is out of scope",
    "journeys": "critical journeys",
    "questionnaire": "questionnaire",
    "weight": "weight of {0}",
    "team": "who was in the room",
}
_MINUS: Final = "−"


def points(delta: float) -> str:
    """Return a change in points with its sign and one decimal, “+2.9”; “0.0” where it rounds to nothing."""
    tenths = half_up(abs(delta) * 10)
    sign = "" if tenths == 0 else "+" if delta > 0 else _MINUS
    return f"{sign}{tenths // 10}.{tenths % 10}"


def as_reported(comparison: Comparison) -> str:
    """Return “44 → 48 as reported”, with a decimal where whole points would contradict the change."""
    reported = comparison.as_reported
    if reported.before is None or reported.after is None:
        return "no score on both sides"
    whole = half_up(reported.after) - half_up(reported.before)
    delta = reported.delta
    contradicts = delta is not None and half_up(abs(delta)) != abs(whole)
    before, after = (
        (f"{reported.before:.1f}", f"{reported.after:.1f}")
        if contradicts
        else (str(half_up(reported.before)), str(half_up(reported.after)))
    )
    change = "" if delta is None or not contradicts else f" ({points(delta)})"
    return f"{before} → {after} as reported{change}"


def change(comparison: Comparison) -> str:
    """Return what the score really did on the same questions, or why that cannot be said."""
    found, noise = comparison.like_for_like, comparison.noise
    if found is None or noise is None:
        return "Nothing was asked both times, so there is no change to tell."
    same = say.counted(len(comparison.matched), "question")
    if not noise.may_be_said:
        return f"No clear change on the same {same}: {points(found)}, within noise."
    verb = "rose" if found > 0 else "fell"
    surely = "" if noise.verdict == "clear" else "probably "
    return f"On the same {same} the score {surely}{verb} by {points(abs(found)).lstrip('+')}."


def headline(comparison: Comparison) -> str:
    """Return what the quarter is judged by first: gates and evidence, then the score."""
    gates = step_gates(comparison)
    told = [f"{_gates(len(gates.closed))} of {gates.step}× closed"] if gates.closed else []
    told += [f"{_gates(len(gates.opened))} of {gates.step}× opened"] if gates.opened else []
    first = say.capital(", ".join(told))
    return f"{first}. {change(comparison)}" if first else change(comparison)


def contrast(comparison: Comparison) -> str:
    """Return why the reported scores and the real change point different ways; else nothing."""
    reported, found, noise = comparison.as_reported.delta, comparison.like_for_like, comparison.noise
    if reported is None or found is None or noise is None or not noise.may_be_said or reported * found >= 0:
        return ""
    moved = "fell" if reported < 0 else "rose"
    really = "improved" if found > 0 else "got worse"
    surely = "" if noise.verdict == "clear" else "probably "
    harder = "asks more now" if reported < 0 else "asks less now"
    amount = points(abs(found)).lstrip("+")
    return (
        f"The score {moved} because the questionnaire or its scope {harder}; "
        f"on the same questions the team {surely}{really} by {amount}."
    )


def counts(comparison: Comparison) -> str:
    """Return “7 up, 64 same, none down; 74 of 74 asked again”."""
    up, same, down = (comparison.count(one) for one in ("up", "same", "down"))
    asked = f"{comparison.re_asked} of {comparison.asked_of} asked again"
    return f"{up} up, {same} same, {down or 'none'} down; {asked}"


def step_gates(comparison: Comparison) -> GateChange:
    """Return what the gates of the newer target’s step did."""
    step = aim_of(comparison.after).step
    return next(gates for gates in comparison.gates if gates.step == step)


def measuring(comparison: Comparison) -> Iterator[str]:
    """Yield what is measured differently, one line each: “target: 7.8× → 10×”."""
    for caution in imported(comparison.after.questionnaire):
        yield caution.title.rstrip(".").replace("Imported", "imported")
    for one in comparison.measuring:
        words = _MEASURE_WORDS[one.measure].format(one.subject)
        yield f"{words}: {_value(one, one.before)} → {_value(one, one.after)}"


def _gates(count: int) -> str:
    return f"{say.in_words(count)} gate{'' if count == 1 else 's'}"


def _value(one: MeasuringChange, value: str | float | None) -> str:
    if value is None:
        return "none"
    if isinstance(value, str):
        return value or "nothing"
    return say.times(value) if one.measure == "target" else say.amount(value)
