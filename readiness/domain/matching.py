"""Two assessments side by side: which questions have a level in both, and why the others have not.

Source: domain §4.2 and ruling 11.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Counted, count, standing
from readiness.domain.period import Period
from readiness.domain.questionnaire import Question
from readiness.domain.tracing import Family, Trace

Cause = Literal["questionnaire", "scope", "unknown"]
"""Why a question cannot be compared; exactly one holds."""

_BINARY_REST: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two assessments with what counts in each, traced onto each other.

    ``matched`` families have a level in every member on both sides; ``out_of_scope`` have one that does not
    apply or was not asked, ``unknown`` one that nobody knows. ``carried`` are the new questions whose answer
    is still the old one; ``restated`` are the levels that the old answers should have had, in hindsight.
    """

    before: Assessment
    after: Assessment
    trace: Trace
    old: Mapping[str, Counted]
    new: Mapping[str, Counted]
    carried: frozenset[str]
    restated: Mapping[str, int]
    matched: tuple[Family, ...] = field(init=False)
    out_of_scope: tuple[Family, ...] = field(init=False)
    unknown: tuple[Family, ...] = field(init=False)

    def __post_init__(self) -> None:
        causes = {family: self._cause(family) for family in self.trace.families}
        for name, cause in (("matched", None), ("out_of_scope", "scope"), ("unknown", "unknown")):
            object.__setattr__(self, name, tuple(f for f, found in causes.items() if found == cause))

    def _cause(self, family: Family) -> Cause | None:
        states = {self.old[id_].state for id_ in family.old} | {self.new[id_].state for id_ in family.new}
        if states <= {"level"}:
            return None
        return "unknown" if states <= {"level", "unknown"} else "scope"

    def level_before(self, id_: str) -> float | None:
        """Return the level a new question would have had before: a copy, or the mean of what was merged."""
        levels = {origin: self.old[origin].level for origin in self.trace.origins.get(id_, ())}
        known = {origin: level for origin, level in levels.items() if level is not None}
        if not known or len(known) < len(levels):
            return None
        return _snapped(sum(self.trace.origins[id_][origin] * level for origin, level in known.items()))


def _snapped(level: float) -> float:
    """Return a whole level where only binary fractions keep the mean from it, so that equal stays equal."""
    whole = float(round(level))
    return whole if abs(level - whole) < _BINARY_REST else level


def pair(before: Assessment, after: Assessment, trace: Trace) -> Pairing:
    """Put two assessments side by side, as far as the traced versions see their questions."""
    old, new = count(before), count(after)
    asked = trace.new.questions
    return Pairing(
        before=before,
        after=after,
        trace=trace,
        old={q.id: old[q.id] for q in trace.old.questions},
        new={q.id: new[q.id] for q in asked},
        carried=frozenset(q.id for q in asked if _is_carried(q, after, before.period)),
        restated={q.id: said for q in asked if (said := _restated(q, after)) is not None},
    )


def new_ids(families: Iterable[Family]) -> tuple[str, ...]:
    """Return the new questions of the families."""
    return tuple(id_ for family in families for id_ in family.new)


def old_ids(families: Iterable[Family]) -> tuple[str, ...]:
    """Return the old questions of the families."""
    return tuple(id_ for family in families for id_ in family.old)


def is_re_asked(question: Question, assessment: Assessment) -> bool:
    """Say whether the question was answered this time, and its answer not only carried."""
    return any(answer.carried_from is None for answer in standing(question, assessment))


def _is_carried(question: Question, assessment: Assessment, since: Period) -> bool:
    """Say whether the answer is still that of ``since``; one carried from a later quarter is a new answer."""
    stands = standing(question, assessment)
    return bool(stands) and all(_is_from(answer.carried_from, since) for answer in stands)


def _is_from(carried_from: str | None, since: Period) -> bool:
    if carried_from is None:
        return False
    try:
        return Period.parse(carried_from) <= since
    except ValueError:
        return True


def _restated(question: Question, assessment: Assessment) -> int | None:
    """Return what was agreed in hindsight, else the lower of what the sides say once they are revealed."""
    agreed = assessment.agreed.get(question.id, NOT_ASKED).restated
    if agreed is not None or not assessment.revealed:
        return agreed
    said = [assessment.lane(side).get(question.id, NOT_ASKED).restated for side in SIDES]
    return min((level for level in said if level is not None), default=None)
