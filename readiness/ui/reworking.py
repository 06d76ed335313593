"""An assessment with one thing changed, and its frame as the draft that New assessment collects."""

from dataclasses import replace
from typing import TYPE_CHECKING

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.questionnaire import Lane

if TYPE_CHECKING:
    from readiness.services.assessing import Draft


def draft_of(assessment: Assessment) -> "Draft":
    """Return the frame of an assessment."""
    from readiness.services.assessing import Draft  # noqa: PLC0415 - not before the first paint

    return Draft(
        system=assessment.system,
        period=assessment.period,
        scope=assessment.scope,
        questionnaire=assessment.questionnaire.reference,
        scope_in=assessment.scope_in,
        scope_out=assessment.scope_out,
        journeys=assessment.journeys,
        load=assessment.load,
        target=assessment.target,
        assumed=assessment.assumed,
        participants=assessment.participants,
        mode=assessment.mode,
        lanes=assessment.lanes,
    )


def reframed(assessment: Assessment, draft: "Draft") -> Assessment:
    """Return the assessment in another frame; system, period and questions stay as they are."""
    return draft.framing(assessment)


def answer_to(assessment: Assessment, lane: Lane, question: str) -> Answer:
    """Return a lane's answer to a question, ``NOT_ASKED`` where there is none."""
    return assessment.lane(lane).get(question, NOT_ASKED)


def is_judged_alike(one: Answer, other: Answer) -> bool:
    """Say whether two answers differ only in words that no figure depends on."""
    return _counted(one) == _counted(other)


def _counted(answer: Answer) -> Answer:
    return replace(answer, note="", note_for="room", because="", by="", at="")
