"""Two perspectives → divergence (domain §2.7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.questionnaire import Question, Questionnaire

Verdict = Literal["aligned", "discuss", "agenda"]

DISCUSS: Final = 0.10
AGENDA: Final = 0.20
"""Cut-offs of the index: from the first on it is worth a talk, past the second an agenda item."""

MOST_DEVIATION: Final = 0.8
"""Levels of average deviation up to which several people of one role agree (domain §2.7)."""

_LEAST_FOR_KAPPA: Final = 20
_HIGHEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question both sides gave a level to; ``gap`` is product minus engineering, in levels.

    ``is_expectation``: only engineering was asked for the fact; product said what it expects.
    """

    id: str
    product: int
    engineering: int
    is_expectation: bool = False

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

    @property
    def verdict(self) -> Verdict | None:
        """What the index asks for; ``None`` where the two have no answers in common."""
        if self.index is None:
            return None
        if self.index > AGENDA:
            return "agenda"
        return "aligned" if self.index < DISCUSS else "discuss"


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
    return Alignment(index=apart / (_HIGHEST * weights), bias=rosier / (_HIGHEST * weights), questions=gaps)


def lane_answer(given: Sequence[Answer]) -> Answer:
    """Return what a lane says when several people answer for it: the lower median (ruling 15).

    Unknown is lower than every level. Who says that it does not apply, or nothing, is heard only where
    nobody gave a level or said don't know. Confidence is the lowest among those who gave that level.
    """
    ranked = sorted((one for one in given if one.level is not None or one.unknown), key=_rank)
    if not ranked:
        return next((one for one in given if one.state == "not_applicable"), NOT_ASKED)
    median = ranked[(len(ranked) - 1) // 2]
    same = [one for one in ranked if _rank(one) == _rank(median)]
    if any(one.sureness == "guess" for one in same):
        return replace(median, confidence=None if median.level is None else "guess")
    return next((one for one in same if one.sureness == "informed"), median)


def average_deviation(levels: Sequence[int]) -> float | None:
    """Return the mean distance of several people's levels from their median, in levels.

    Source: Burke and Dunlap 2002; of use from three people on. ``None`` without levels.
    """
    if not levels:
        return None
    ranked = sorted(levels)
    middle = len(ranked) // 2
    median = (ranked[middle] + ranked[-middle - 1]) / 2
    return sum(abs(level - median) for level in ranked) / len(ranked)


def weighted_kappa(pairs: Iterable[tuple[int, int]]) -> float | None:
    """Return quadratic weighted kappa, for an appendix at most; −1 to 1.

    ``None`` with fewer than 20 common answers, or where a side gave one level only: it says nothing then.
    """
    given = list(pairs)
    one, other = [pair[0] for pair in given], [pair[1] for pair in given]
    if len(given) < _LEAST_FOR_KAPPA or len(set(one)) == 1 or len(set(other)) == 1:
        return None
    observed = sum((a - b) ** 2 for a, b in given) / len(given)
    expected = sum((a - b) ** 2 for a in one for b in other) / len(given) ** 2
    return 1 - observed / expected


def _rank(answer: Answer) -> int:
    return -1 if answer.level is None else answer.level


def _gap(question: Question, assessment: Assessment) -> Gap | None:
    product = assessment.product.get(question.id, NOT_ASKED).level
    engineering = assessment.engineering.get(question.id, NOT_ASKED).level
    if product is None or engineering is None:
        return None
    return Gap(
        id=question.id,
        product=product,
        engineering=engineering,
        is_expectation=not question.is_asked_of("product"),
    )
