"""A check-in before the room: what is asked again, how it stood, and saying that it is still true."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer
    from readiness.ui.session import Session


def asked_again(session: "Session") -> tuple[str, ...]:
    """Return what a check-in asks, in its order; nothing where none is open."""
    assessment, last = session.assessment, session.last_quarter
    if assessment is None or last is None or not session.is_check_in:
        return ()
    from readiness.domain.check_in import check_in  # noqa: PLC0415 - not before the first paint

    return tuple(one.id for one in check_in(assessment, last.start, last.assessment.actions).asked)


def story_of(session: "Session", question: str) -> str:
    """Return how a question stood last quarter and why it is asked again; nothing outside of a check-in."""
    assessment, last = session.assessment, session.last_quarter
    if assessment is None or last is None or not session.is_check_in:
        return ""
    from readiness.domain.check_in import check_in  # noqa: PLC0415 - as above
    from readiness.ui.pages.assess.checkin_words import story  # noqa: PLC0415 - as above

    found = check_in(assessment, last.start, last.assessment.actions).asked
    asking = next((one for one in found if one.id == question), None)
    return story(asking, assessment.questionnaire.by_id[question], last)


def said_again(session: "Session", question: str, *, guess: bool = False) -> "Answer | None":
    """Return last quarter's answer as it would be given again; ``None`` where there is none."""
    last = session.last_quarter
    stood = last.start.stood.get(question) if last is not None and session.is_check_in else None
    if last is None or stood is None or stood.state == "not_asked" or (guess and stood.level is None):
        return None
    from readiness.domain.assessment import NOT_ASKED  # noqa: PLC0415 - as above
    from readiness.ui.pages.assess.answering import still_true  # noqa: PLC0415 - as above

    return still_true(stood, last.start.last.get(question, NOT_ASKED), guess=guess)
