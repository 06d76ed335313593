"""Everything an assessment says, in one value: the same for screen, PDF, command line and export."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.domain.alignment import Alignment
from readiness.domain.assessment import Assessment
from readiness.domain.counting import Counted
from readiness.domain.growth import Growth
from readiness.domain.risks import Risk
from readiness.domain.scoring import Score


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
    raise NotImplementedError
