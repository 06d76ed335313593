"""What finding out would change: the same assessment with everything unknown at one level."""

from dataclasses import dataclass, replace
from typing import Final

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.questionnaire import LevelIndex

FOUND_LEVELS: Final[tuple[LevelIndex, ...]] = (2, 4)
"""The levels that are tried: a middling find, and the best there is."""

_EVIDENCE: Final = "found out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the assessment would say if everything unknown turned out at one level."""

    level: LevelIndex
    outcome: Outcome


def if_found(outcome: Outcome) -> tuple[Found, ...]:
    """Return what finding out would make of an outcome, lowest level first; nothing where all is known.

    What is found counts as evidenced, as a finished find-out does in a plan (ruling 4). A projection: the
    unknown itself stays at 0 until somebody looks.
    """
    unknown = unknowns(outcome)
    if not unknown:
        return ()
    assessment, target = outcome.assessment, outcome.growth.target_factor
    return tuple(
        Found(level=level, outcome=evaluate(_at(assessment, unknown, level), target))
        for level in FOUND_LEVELS
    )


def unknowns(outcome: Outcome) -> tuple[str, ...]:
    """Return the questions that count as unknown, in questionnaire order."""
    return tuple(id_ for id_, fact in outcome.counted.items() if fact.state == "unknown")


def _at(assessment: Assessment, questions: tuple[str, ...], level: LevelIndex) -> Assessment:
    agreed = dict(assessment.agreed)
    for id_ in questions:
        agreed[id_] = replace(
            agreed.get(id_, NOT_ASKED),
            level=level,
            unknown=False,
            not_applicable=None,
            confidence="evidenced",
            evidence=(_EVIDENCE,),
        )
    return replace(assessment, agreed=agreed)
