"""Everything an assessment says, in one value: the same for screen, PDF, command line and export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.alignment import Alignment, align
from readiness.domain.assessment import Assessment
from readiness.domain.ceiling_first import distance_to_next
from readiness.domain.combining import core_of
from readiness.domain.counting import SIDES, Counted, as_side, count
from readiness.domain.growth import Growth, aim_of, grow
from readiness.domain.questionnaire import Questionnaire, Tier
from readiness.domain.risks import Risk, flags
from readiness.domain.scoring import Score, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The whole result of one assessment against one target.

    ``core`` is the core questionnaire's own score where specialised ones were asked with it (ruling 8).
    """

    assessment: Assessment
    counted: Mapping[str, Counted]
    score: Score
    growth: Growth
    risks: tuple[Risk, ...]
    alignment: Alignment
    core: Score | None = None


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
        core=_core_score(questionnaire, counted, aim.step, sides),
    )


def _core_score(
    questionnaire: Questionnaire,
    counted: Mapping[str, Counted],
    step: Tier,
    sides: Sequence[Mapping[str, Counted]],
) -> Score | None:
    core = core_of(questionnaire)
    return None if core is None else score(core, counted, step, sides)
