"""The plan of an assessment as it was agreed, where there is one to speak of."""

from contextlib import suppress

from readiness.domain.outcome import Outcome
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.terms import PlanTerms
from readiness.errors import InputError


def agreed_plan(outcome: Outcome, terms: PlanTerms, completion: float | None = None) -> Roadmap | None:
    """Return the agreed plan; none where its terms make none, of a quick check, or of no answer.

    ``completion`` is the share of last quarter’s plan that was delivered, where that was measured.
    """
    if not outcome.score.counts.asked or outcome.assessment.scope == "quick":
        return None
    with suppress(InputError):
        return plan(outcome, terms.agreed(outcome.assessment, completion=completion))
    return None
