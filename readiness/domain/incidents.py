"""What went wrong between assessments, held against what the answers had said before (product.md, step 7).

An incident of a quarter is held against the newest assessment of an earlier one: what was sealed in the same
quarter may have been answered after it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from annotated_types import Len

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Counted, count
from readiness.domain.period import Period
from readiness.domain.questionnaire import STRICT

Foresight = Literal["weak", "unknown", "strong", "not_asked", "no_assessment"]
"""What the answers had said; the weakest of an incident's questions speaks for it."""

WEAK: Final = 1
"""Up to this level a question had said that it is weak."""

_ORDER: Final[tuple[Foresight, ...]] = ("weak", "unknown", "strong", "not_asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that went wrong: the day as ``2026-08-14``, a title, the questions it came from."""

    __pydantic_config__ = STRICT

    on: str
    title: Annotated[str, Len(1)]
    questions: tuple[str, ...] = ()
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A question of an incident as it stood before; without a level nobody had given one."""

    question: str
    foresight: Foresight
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One incident, the assessment it is held against, and what that had said."""

    incident: Incident
    before: Assessment | None
    seen: tuple[Seen, ...]
    foresight: Foresight


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLog:
    """Every incident, newest first, and how many there are of each kind."""

    judged: tuple[Judged, ...]

    def number(self, foresight: Foresight) -> int:
        """Return how many incidents the answers had foreseen, or not, in one way."""
        return Counter(one.foresight for one in self.judged)[foresight]


def outcome_log(
    incidents: Iterable[Incident], assessments: Sequence[Assessment], quarters: Mapping[str, Period]
) -> OutcomeLog:
    """Hold incidents against the assessments of their system; ``quarters`` says in which each day lies."""
    ordered = sorted(assessments, key=lambda one: (one.period, one.revision))
    counted: dict[str, Mapping[str, Counted]] = {}
    judged = []
    for incident in sorted(incidents, key=lambda one: one.on, reverse=True):
        quarter = quarters.get(incident.on)
        earlier = [one for one in ordered if quarter is not None and one.period < quarter]
        before = earlier[-1] if earlier else None
        if before is not None and before.reference not in counted:
            counted[before.reference] = count(before)
        facts = counted[before.reference] if before is not None else {}
        judged.append(_judged(incident, before, facts))
    return OutcomeLog(judged=tuple(judged))


def _judged(incident: Incident, before: Assessment | None, facts: Mapping[str, Counted]) -> Judged:
    seen = tuple(_seen(id_, facts.get(id_)) for id_ in incident.questions)
    if before is None:
        return Judged(incident=incident, before=None, seen=seen, foresight="no_assessment")
    said = {one.foresight for one in seen}
    worst: Foresight = next((one for one in _ORDER if one in said), "not_asked")
    return Judged(incident=incident, before=before, seen=seen, foresight=worst)


def _seen(question: str, fact: Counted | None) -> Seen:
    if fact is None or fact.state in {"not_asked", "not_applicable"}:
        return Seen(question=question, foresight="not_asked")
    if fact.level is None:
        return Seen(question=question, foresight="unknown")
    return Seen(question=question, foresight="weak" if fact.level <= WEAK else "strong", level=fact.level)
