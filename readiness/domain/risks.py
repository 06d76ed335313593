"""Risk flags and dangerous combinations (domain §2.6)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.alignment import Alignment
from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import Counted
from readiness.domain.growth import Growth
from readiness.domain.questionnaire import Condition

RiskKind = Literal["gate", "unknown", "divergence", "unsupported", "combination", "safety", "limit"]

HEAVY: Final = 4
"""The weight from which an unknown is a risk of its own (F2)."""
DISPUTED_WEIGHT: Final = 3
DISPUTED_GAP: Final = 2
UNSUPPORTED_LEVEL: Final = 3
UNSAFE_LEVEL: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One flag. ``id`` names the combination or the limits row, ``says`` the combination's sentence."""

    kind: RiskKind
    questions: tuple[str, ...] = ()
    id: str = ""
    says: str = ""


def flags(
    assessment: Assessment, counted: Mapping[str, Counted], growth: Growth, alignment: Alignment
) -> tuple[Risk, ...]:
    """Return every flag, by kind and then in questionnaire order; not asked raises none (ruling 2)."""
    return (
        *_gates(counted, growth),
        *_unknown(assessment, counted),
        *_divergent(assessment, alignment),
        *_unsupported(assessment, counted),
        *_combinations(assessment, counted, growth),
        *_unsafe(assessment, counted),
        *_limits(assessment, growth),
    )


def _gates(counted: Mapping[str, Counted], growth: Growth) -> Iterator[Risk]:
    for id_ in growth.open_gates:
        if counted[id_].state != "not_asked":
            yield Risk(kind="gate", questions=(id_,))


def _unknown(assessment: Assessment, counted: Mapping[str, Counted]) -> Iterator[Risk]:
    for question in assessment.questionnaire.questions:
        if question.weight >= HEAVY and counted[question.id].state == "unknown":
            yield Risk(kind="unknown", questions=(question.id,))


def _divergent(assessment: Assessment, alignment: Alignment) -> Iterator[Risk]:
    for gap in alignment.questions:
        heavy = assessment.questionnaire.by_id[gap.id].weight >= DISPUTED_WEIGHT
        if heavy and abs(gap.gap) >= DISPUTED_GAP:
            yield Risk(kind="divergence", questions=(gap.id,))


def _unsupported(assessment: Assessment, counted: Mapping[str, Counted]) -> Iterator[Risk]:
    for question in assessment.questionnaire.questions:
        fact = counted[question.id]
        if fact.level is not None and fact.level >= UNSUPPORTED_LEVEL and fact.sureness == "guess":
            yield Risk(kind="unsupported", questions=(question.id,))


def _combinations(assessment: Assessment, counted: Mapping[str, Counted], growth: Growth) -> Iterator[Risk]:
    for combination in assessment.questionnaire.combinations:
        if all(_matches(condition, assessment, counted, growth) for condition in combination.when):
            questions = tuple(dict.fromkeys(c.question for c in combination.when if c.question))
            yield Risk(kind="combination", questions=questions, id=combination.id, says=combination.says)


def _unsafe(assessment: Assessment, counted: Mapping[str, Counted]) -> Iterator[Risk]:
    for question in assessment.questionnaire.questions:
        level = counted[question.id].level
        if question.safety and level is not None and level <= UNSAFE_LEVEL:
            yield Risk(kind="safety", questions=(question.id,))


def _limits(assessment: Assessment, growth: Growth) -> Iterator[Risk]:
    for limit in assessment.limits:
        if limit.factor is not None and limit.factor < growth.target_factor:
            yield Risk(kind="limit", id=limit.id)


def _matches(
    condition: Condition, assessment: Assessment, counted: Mapping[str, Counted], growth: Growth
) -> bool:
    if condition.limit:
        return _is_short(condition, assessment, growth)
    level = _level(condition, assessment, counted)
    if level is None:
        return False
    if condition.at_most is not None and level > condition.at_most:
        return False
    return condition.at_least is None or level >= condition.at_least


def _level(condition: Condition, assessment: Assessment, counted: Mapping[str, Counted]) -> int | None:
    if condition.lane is None:
        fact = counted.get(condition.question)
        return None if fact is None else fact.level
    if not assessment.revealed:
        return None
    return assessment.lane(condition.lane).get(condition.question, NOT_ASKED).level


def _is_short(condition: Condition, assessment: Assessment, growth: Growth) -> bool:
    bound = growth.tested_ceiling if condition.below == "tested" else growth.target_factor
    if bound is None:
        return False
    return any(
        limit.factor is not None and limit.factor < bound and condition.limit in _words(limit.id)
        for limit in assessment.limits
    )


def _words(id_: str) -> list[str]:
    return [id_, *re.split(r"[._-]", id_)]
