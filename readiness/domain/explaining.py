"""Why a number is what it is: the answers that make it, and those that would move it most (domain §2.3).

Both are exact, because a score is a sum of shares: S = Σ a_q·25·L, so raising one answer by n levels adds
a_q·25·n and nothing else changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from readiness.domain.counting import Counted
from readiness.domain.figures import POINTS_A_LEVEL
from readiness.domain.questionnaire import Pillar, Questionnaire
from readiness.domain.scoring import score_alone, shares

MOST_MOVES: Final = 3
_HIGHEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one scored answer gives: ``points`` of the ``most`` it could; ``level`` is ``None`` for unknown.

    ``share`` is a_q within what is explained, 0 to 1. Figures are unrounded points of that score.
    """

    id: str
    level: int | None
    share: float

    @property
    def points(self) -> float:
        """What the answer gives; unknown gives nothing."""
        return self.share * POINTS_A_LEVEL * (self.level or 0)

    @property
    def most(self) -> float:
        """What it would give at the highest level."""
        return self.share * POINTS_A_LEVEL * _HIGHEST

    @property
    def missing(self) -> float:
        """What is left to the highest level: the move that this answer alone could make."""
        return self.most - self.points

    @property
    def a_level(self) -> float:
        """What each level is worth."""
        return self.share * POINTS_A_LEVEL

    @property
    def levels_left(self) -> int:
        """How many levels there are to rise; an unknown may turn out at the highest."""
        return _HIGHEST - (self.level or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A score, unrounded, and what makes it.

    ``contributions`` stand largest first and sum to the score; ``moves`` are the single answers that would
    add most at the highest level, most first. Ties keep questionnaire order.
    """

    score: float | None
    contributions: tuple[Contribution, ...]
    moves: tuple[Contribution, ...]

    @property
    def missing(self) -> float:
        """What all answers together leave out of 100."""
        return sum(one.missing for one in self.contributions)


def explain(questionnaire: Questionnaire, counted: Mapping[str, Counted]) -> Explanation:
    """Explain the score of a questionnaire, or of what :func:`part_of` left of it."""
    parts = shares(questionnaire, counted)
    given = [
        Contribution(id=q.id, level=counted[q.id].level, share=parts[q.id])
        for q in questionnaire.questions
        if q.id in parts
    ]
    moving = sorted((one for one in given if one.levels_left), key=lambda one: -one.missing)
    return Explanation(
        score=score_alone(questionnaire, counted),
        contributions=tuple(sorted(given, key=lambda one: (-one.points, -one.share))),
        moves=tuple(moving[:MOST_MOVES]),
    )


def part_of(questionnaire: Questionnaire, part: str) -> Questionnaire:
    """Return one pillar (``DAT``) or topic (``DAT.QRY``) alone, so that its own score can be explained.

    An empty part is the whole.

    Raises:
        KeyError: there is no such part.
    """
    if not part:
        return questionnaire
    for pillar in questionnaire.pillars:
        if pillar.id == part:
            return _alone(questionnaire, pillar)
        for topic in pillar.topics:
            if f"{pillar.id}.{topic.id}" == part:
                return _alone(questionnaire, replace(pillar, topics=(topic,)))
    raise KeyError(part)


def _alone(questionnaire: Questionnaire, pillar: Pillar) -> Questionnaire:
    return replace(questionnaire, pillars=(pillar,), combinations=())
