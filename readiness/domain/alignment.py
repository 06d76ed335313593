"""Two perspectives → divergence (domain §2.7)."""

from dataclasses import dataclass

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question both sides gave a level to; ``gap`` is product minus engineering, in levels."""

    id: str
    product: int
    engineering: int

    @property
    def gap(self) -> int:
        """Levels by which product is rosier than engineering; negative the other way round."""
        return self.product - self.engineering


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How far the two sides are apart: index D in 0 to 1, signed bias B, positive when product is rosier."""

    index: float | None
    bias: float | None
    questions: tuple[Gap, ...]


def align(questionnaire: Questionnaire, assessment: Assessment) -> Alignment:
    """Compare the two sides over the questions both gave a level to; nothing before the reveal.

    Source: domain §2.7, D = Σ w·d / (4·Σ w) and B = Σ w·(L_P − L_E) / (4·Σ w).
    """
    if not assessment.revealed:
        return Alignment(index=None, bias=None, questions=())
    gaps = tuple(gap for q in questionnaire.questions if (gap := _gap(q, assessment)) is not None)
    weights = sum(questionnaire.by_id[gap.id].weight for gap in gaps)
    if not weights:
        return Alignment(index=None, bias=None, questions=gaps)
    apart = sum(questionnaire.by_id[gap.id].weight * abs(gap.gap) for gap in gaps)
    rosier = sum(questionnaire.by_id[gap.id].weight * gap.gap for gap in gaps)
    return Alignment(index=apart / (4 * weights), bias=rosier / (4 * weights), questions=gaps)


def _gap(question: Question, assessment: Assessment) -> Gap | None:
    product = assessment.product.get(question.id, NOT_ASKED).level
    engineering = assessment.engineering.get(question.id, NOT_ASKED).level
    if product is None or engineering is None:
        return None
    return Gap(id=question.id, product=product, engineering=engineering)
