"""What can be agreed at once: the level that counts anyway, and what nobody disputes in a topic; pure."""

from readiness.domain.agreeing import Pair, undisputed
from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import caution, voices
from readiness.domain.outcome import Outcome
from readiness.domain.triage import TALK_MINUTES, triage
from readiness.ui.pages.assess.progress import topic_of


def offered_level(assessment: Assessment, question: str) -> int | None:
    """Return the level that is agreed, or the more cautious one; nothing where that is no level."""
    agreed = assessment.agreed.get(question, NOT_ASKED)
    if agreed.state != "not_asked":
        return agreed.level
    given = voices(assessment.questionnaire.by_id[question], assessment)
    return min(given, key=caution).level if given else None


def undisputed_here(outcome: Outcome | None, question: str) -> tuple[Pair, ...]:
    """Return what “accept undisputed” agrees in the topic of a question."""
    if outcome is None or question not in outcome.assessment.questionnaire.by_id:
        return ()
    topic = topic_of(outcome.assessment.questionnaire, question)
    return undisputed(outcome.assessment, outcome, topic)


def to_talk_about(outcome: Outcome | None) -> tuple[str, ...]:
    """Return what is worth the room's time where two sides have answered, first things first."""
    if outcome is None:
        return ()
    given = outcome.assessment
    if not given.revealed or not (given.product or given.engineering):
        return ()
    return tuple(item.question for item in triage(given, outcome, TALK_MINUTES).items)
