"""Agreeing on a level: what the answer carries from the sides that gave it, and what it decides."""

from dataclasses import dataclass

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.questionnaire import Question, Tier, requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Decides:
    """What a question decides about the growth step that is aimed at.

    ``level`` is what the step asks of it, ``None`` where the question is felt only beyond the target.
    """

    step: Tier
    gate: bool
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the room has fared with some questions.

    ``between``, ``product`` and ``engineering`` count the agreed levels of the ``disputed``: between the two
    or beside both, or one side's own.
    """

    agreed: int
    left_open: int
    facts: int
    disputed: int
    between: int
    product: int
    engineering: int


def decides(question: Question, step: Tier) -> Decides:
    """Say what a question decides about a growth step."""
    return Decides(step=step, gate=question.gate, level=requirement(step, question.hurts_at))


def tally(assessment: Assessment, questions: tuple[str, ...], left_open: frozenset[str]) -> Tally:
    """Count what became of some questions."""
    settled = [id_ for id_ in questions if assessment.agreed.get(id_, NOT_ASKED).state != "not_asked"]
    disputed = [id_ for id_ in settled if _is_disputed(assessment, id_)]
    whose = [_whose(assessment, id_) for id_ in disputed]
    return Tally(
        agreed=len(settled),
        left_open=sum(id_ in left_open and id_ not in settled for id_ in questions),
        facts=sum(fact.question in questions for fact in assessment.facts),
        disputed=len(disputed),
        between=whose.count(None),
        product=whose.count("product"),
        engineering=whose.count("engineering"),
    )


def _is_disputed(assessment: Assessment, id_: str) -> bool:
    levels = [assessment.visible(side).get(id_, NOT_ASKED).level for side in SIDES]
    agreed = assessment.agreed[id_].level
    return None not in levels and levels[0] != levels[1] and agreed is not None


def _whose(assessment: Assessment, id_: str) -> Side | None:
    agreed = assessment.agreed[id_].level
    own = (side for side in SIDES if assessment.visible(side)[id_].level == agreed)
    return next(own, None)
