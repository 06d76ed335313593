"""What the two sides said to a question, ready to be shown to the room."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import asks
from readiness.domain.questionnaire import Question
from readiness.ui.widgets.side_view import SideView


def side_name(assessment: Assessment, side: Side) -> str:
    """Return what a side is called here."""
    usual = _tr("Product") if side == "product" else _tr("Engineering")
    return assessment.lanes.name(side) or usual


def views_of(assessment: Assessment, question: Question) -> tuple[SideView, ...]:
    """Return the view of every side that is asked, or that answered; nothing before the reveal."""
    if not assessment.revealed:
        return ()
    return tuple(
        _view(assessment, question, side)
        for side in SIDES
        if assessment.lanes.answers(side) and (asks(question, side) or _given(assessment, question, side))
    )


def answer_of(assessment: Assessment, question: Question, side: Side) -> Answer:
    """Return a side's answer as anybody may see it."""
    return assessment.visible(side).get(question.id, NOT_ASKED)


def _given(assessment: Assessment, question: Question, side: Side) -> bool:
    return answer_of(assessment, question, side).state != "not_asked"


def _view(assessment: Assessment, question: Question, side: Side) -> SideView:
    answer = answer_of(assessment, question, side)
    words = {
        "level": "",
        "unknown": _tr("does not know"),
        "not_applicable": _tr("says it does not apply"),
        "not_asked": _tr("has not answered"),
    }
    return SideView(
        side=side,
        name=side_name(assessment, side),
        level=answer.level,
        words=words[answer.state],
        sureness=answer.sureness if answer.level is not None else "",
        is_expectation=not question.is_asked_of(side),
        note=answer.note,
        evidence=answer.evidence,
        by=answer.by,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sides", text)
