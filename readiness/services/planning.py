"""Planning: the roadmap of an assessment, with what its people already said of its actions."""

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.what_if import WhatIf


def plan_assessment(assessment: Assessment, what_if: WhatIf) -> Roadmap:
    """Return the roadmap; estimates, exclusions and joined actions kept with the assessment hold in it.

    Raises:
        InputError: the terms make no plan, an override names nothing, or actions need each other.
    """
    return plan(evaluate(assessment, what_if.target), what_if)
