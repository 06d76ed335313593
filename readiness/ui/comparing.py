"""The sealed quarters of a system → two of them, held against each other."""

from dataclasses import dataclass

from readiness.domain.comparison import Comparison, PillarChange, compare, topic_changes
from readiness.domain.lineage import between
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.trend import Trend
from readiness.errors import IncomparableError, InputError, LineageError
from readiness.services.looking_back import History
from readiness.ui import compare_facts as facts
from readiness.ui.promise_facts import Promises, promises
from readiness.ui.slope_facts import slope
from readiness.ui.trend_facts import trend_line
from readiness.ui.widgets.slope_chart import Slope
from readiness.ui.widgets.trend_chart import TrendLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two quarters, what each says, and what they say of each other."""

    found: Comparison
    before: Outcome
    after: Outcome
    promises: Promises
    headline: str
    topics: tuple[PillarChange, ...]
    trend: Trend
    places: tuple[int, int]
    origins: tuple[str, ...] = ()

    def line(self, *, like_for_like: bool) -> TrendLine:
        """Return every quarter, with these two chosen."""
        return trend_line(self.trend, self.places, like_for_like=like_for_like)

    def slope(self, *, like_for_like: bool) -> Slope:
        """Return where each topic stood, and stands."""
        return slope(self.found, self.topics, (self.before, self.after), like_for_like=like_for_like)


def hold(history: History, before: int, after: int) -> Pair | None:
    """Return what two quarters say of each other; none where their questionnaires cannot be joined."""
    old, new = history.assessments[before], history.assessments[after]
    try:
        versions = between(old.questionnaire, new.questionnaire, history.versions)
        found = compare(old, new, versions)
        topics = topic_changes(old, new, versions)
    except (IncomparableError, LineageError):
        return None
    first, second = evaluate(old), evaluate(new)
    kept = promises(found, _plans(history, before, after, (first, second)))
    return Pair(
        found=found,
        before=first,
        after=second,
        promises=kept,
        headline=facts.headline(found, kept.sentence),
        topics=topics,
        trend=history.trend,
        places=(before, after),
        origins=tuple(
            f"{facts.quarter(history.assessments[place])} is from {history.origin(place)}"
            for place in (before, after)
            if history.origin(place)
        ),
    )


def _plans(
    history: History, before: int, after: int, outcomes: tuple[Outcome, Outcome]
) -> tuple[Roadmap, Roadmap] | None:
    """Return both plans as they were agreed; none where one cannot be made any more."""
    if not history.terms or not outcomes[0].assessment.actions:
        return None
    try:
        then, now = (
            plan(outcome, history.terms[place].agreed(outcome.assessment))
            for place, outcome in zip((before, after), outcomes, strict=True)
        )
    except InputError:
        return None
    return then, now


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
