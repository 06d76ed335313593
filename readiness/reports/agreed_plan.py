"""The plan of an assessment as it was agreed, where there is one to speak of."""

from contextlib import suppress

from readiness.domain.outcome import Outcome
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.terms import PlanTerms
from readiness.errors import InputError


def agreed_plan(outcome: Outcome, terms: PlanTerms) -> Roadmap | None:
    """Return the agreed plan; none where its terms make none, of a quick check, or of no answer."""
    if not outcome.score.counts.asked or outcome.assessment.scope == "quick":
        return None
    with suppress(InputError):
        return plan(outcome, terms.agreed(outcome.assessment))
    return None
