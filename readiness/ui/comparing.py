"""The sealed quarters of a system → two of them, held against each other."""

from dataclasses import dataclass

from readiness.domain.comparison import Comparison, compare
from readiness.domain.lineage import between
from readiness.domain.outcome import Outcome, evaluate
from readiness.errors import IncomparableError, LineageError
from readiness.services.looking_back import History
from readiness.ui import compare_facts as facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two quarters, what each says, and what they say of each other."""

    found: Comparison
    before: Outcome
    after: Outcome
    headline: str


def hold(history: History, before: int, after: int) -> Pair | None:
    """Return what two quarters say of each other; none where their questionnaires cannot be joined."""
    old, new = history.assessments[before], history.assessments[after]
    try:
        found = compare(old, new, between(old.questionnaire, new.questionnaire, history.versions))
    except (IncomparableError, LineageError):
        return None
    return Pair(
        found=found,
        before=evaluate(old),
        after=evaluate(new),
        headline=facts.headline(found),
    )


def alone(history: History) -> tuple[str, str]:
    """Return what one sealed quarter says, or none, and what a second one will add."""
    adds = (
        "It will show what really changed on the same questions, the gates that closed, and which of this "
        "quarter’s actions were done and moved something."
    )
    if not history.assessments:
        return "No quarter is sealed yet", f"Close this assessment, and the next, to compare them. {adds}"
    only = evaluate(history.assessments[0])
    shown = only.score.displayed
    score = "too little known for a score" if shown is None else f"score {shown}"
    heading = f"{facts.quarter(history.assessments[0])} is the only sealed quarter: {score}"
    return heading, f"A second sealed quarter makes a comparison. {adds}"
