"""Planning: the roadmap of an assessment, with what its people already said of its actions."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.promise_check import completion_by
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.terms import PlanTerms
from readiness.domain.what_if import WhatIf
from readiness.services.beginning import last_quarter

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPlan:
    """What people settled about the plan of an assessment, and what last quarter delivered of its own."""

    terms: PlanTerms
    completion: float | None = None


def kept_plan(workspace: "Assessing", assessment_id: int) -> KeptPlan:
    """Return the terms kept with an assessment, and the completion that the quarter before measured."""
    last = last_quarter(workspace, assessment_id)
    now = workspace.load(assessment_id).period
    return KeptPlan(
        terms=workspace.plan_terms(assessment_id),
        completion=None if last is None else completion_by(last.assessment.actions, now),
    )


def plan_assessment(assessment: Assessment, what_if: WhatIf) -> Roadmap:
    """Return the roadmap; estimates, exclusions and joined actions kept with the assessment hold in it.

    Raises:
        InputError: the terms make no plan, an override names nothing, or actions need each other.
    """
    return plan(evaluate(assessment, what_if.target), what_if)
