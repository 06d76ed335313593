"""What an action is worth: its exact gain, and the factors that set its priority (domain §3.1, 3.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import Confidence
from readiness.domain.attaining import attained
from readiness.domain.counting import Counted
from readiness.domain.figures import POINTS_A_LEVEL
from readiness.domain.needs import NEED_LEVEL
from readiness.domain.questionnaire import TIERS, Question, Tier, requirement

Class = Literal["now", "next", "later"]

WEIGHTY: Final = 4.0
"""From this weight on a question is raised to level 3, as a gate is."""

WEIGHTY_GOAL: Final = 3
NOW: Final = 0.4
NEXT: Final = 0.15
"""Classes begin at these shares of the highest V/e (ruling 15)."""

_URGENCY: Final = {-2: 1.5, -1: 1.5, 0: 1.0, 1: 0.4, 2: 0.15}
"""By how many steps the question hurts above the target step."""

_SURENESS: Final[Mapping[Confidence, float]] = {"evidenced": 1.0, "informed": 0.9, "guess": 0.75}
_FAILING_GATE: Final = 1.5
_OPTIMISM_A_LEVEL: Final = 0.1
_MOST_OPTIMISM: Final = 1.3
_LEVEL_WITHOUT_WORK: Final = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """What multiplies a gain into a value: urgency, failing gate, confidence, product's optimism."""

    u: float
    g: float
    c: float
    m: float

    @property
    def product(self) -> float:
        """All four together."""
        return self.u * self.g * self.c * self.m


def factors_of(question: Question, fact: Counted, step: Tier, gap: int) -> Factors:
    """Return the factors of a question against a target step.

    ``gap`` is product's level minus engineering's; only optimism on the product side raises priority.
    Source: domain §3.3.
    """
    asks = requirement(step, question.hurts_at)
    fails = question.gate and asks is not None and fact.effective < asks
    return Factors(
        u=_URGENCY[TIERS.index(question.hurts_at) - TIERS.index(step)],
        g=_FAILING_GATE if fails else 1.0,
        c=_SURENESS[fact.sureness],
        m=min(_MOST_OPTIMISM, 1 + _OPTIMISM_A_LEVEL * max(0, gap)),
    )


def goal_of(question: Question, step: Tier) -> int:
    """Return the level that a question is raised to by default, one it can come to (domain §3.1)."""
    asks = requirement(step, question.hurts_at) or NEED_LEVEL
    least = WEIGHTY_GOAL if question.gate or question.weight >= WEIGHTY else NEED_LEVEL
    return attained(question, max(asks, least))


def points_a_level(share: float) -> float:
    """Return the exact points of overall score that one level of a question is (domain §3.3)."""
    return share * POINTS_A_LEVEL


def ratio(value: float, effort: float) -> float:
    """Return value for effort; what costs nothing and is worth something comes before everything."""
    if effort > _LEVEL_WITHOUT_WORK:
        return value / effort
    return float("inf") if value > 0 else 0.0


def class_of(priority: float, highest: float) -> Class:
    """Return one of three classes: neighbours are ties, for such figures are estimates (ruling 15)."""
    if priority == float("inf") or (highest and priority >= NOW * highest):
        return "now"
    return "next" if highest and priority >= NEXT * highest else "later"
