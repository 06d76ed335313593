"""Everything an assessment says, in one value: the same for screen, PDF, command line and export."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.domain.alignment import Alignment, align
from readiness.domain.assessment import Assessment
from readiness.domain.ceiling_first import distance_to_next
from readiness.domain.counting import SIDES, Counted, as_side, count
from readiness.domain.growth import Growth, aim_of, grow
from readiness.domain.risks import Risk, flags
from readiness.domain.scoring import Score, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The whole result of one assessment against one target."""

    assessment: Assessment
    counted: Mapping[str, Counted]
    score: Score
    growth: Growth
    risks: tuple[Risk, ...]
    alignment: Alignment


def evaluate(assessment: Assessment, target: float | None = None) -> Outcome:
    """Score an assessment, against its own target or the factor given (ruling 10)."""
    questionnaire = assessment.questionnaire
    counted = count(assessment)
    aim = aim_of(assessment, target)
    is_open = any(fact.provisional for fact in counted.values())
    sides = [as_side(counted, assessment, side) for side in SIDES] if is_open else []
    distance = None if assessment.scope == "quick" else distance_to_next(questionnaire, counted)
    growth = grow(assessment, counted, aim, distance)
    alignment = align(questionnaire, assessment)
    return Outcome(
        assessment=assessment,
        counted=counted,
        score=score(questionnaire, counted, aim.step, sides),
        growth=growth,
        risks=flags(assessment, counted, growth, alignment),
        alignment=alignment,
    )
