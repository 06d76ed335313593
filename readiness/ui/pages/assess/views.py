"""What both sides said to a question, in the words that people see."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Side, count
from readiness.domain.meeting import asks
from readiness.ui.sides import side_name
from readiness.ui.widgets.side_view import SideView


def views_of(assessment: Assessment, question: str) -> tuple[SideView, ...]:
    """Return the views of the sides that are asked, engineering first; nothing while they are hidden."""
    if not assessment.revealed:
        return ()
    sides: tuple[Side, ...] = ("engineering", "product")
    asked = assessment.questionnaire.by_id[question]
    return tuple(
        side_view(assessment, question, side)
        for side in sides
        if assessment.lanes.answers(side) and (asks(asked, side) or question in assessment.lane(side))
    )


def side_view(assessment: Assessment, question: str, side: Side) -> SideView:
    """Return one side's view, hidden or not: for the side itself, and for everybody after the reveal."""
    answer = assessment.lane(side).get(question, NOT_ASKED)
    return SideView(
        side=side,
        name=side_name(assessment.lanes, side),
        level=answer.level,
        words=_words(answer),
        sureness=answer.sureness if answer.level is not None else "",
        is_expectation=asks(assessment.questionnaire.by_id[question], side) == "expectation",
        note=answer.note,
        evidence=answer.evidence,
        by=answer.by,
        ticked=answer.ticked,
    )


def standing_words(assessment: Assessment, question: str, views: tuple[SideView, ...]) -> str:
    """Say what counts for a question as it stands."""
    if assessment.agreed.get(question, NOT_ASKED).state != "not_asked":
        return _tr("Agreed: this is what counts.")
    if len(views) == 1:
        return _tr("Only {0} answers this, so its answer counts.").format(views[0].name)
    fact = count(assessment)[question]
    if fact.undiscussed:
        knows, expects = (view.name for view in sorted(views, key=lambda view: view.is_expectation))
        return _tr("{0} expects; the answer of {1} counts.").format(expects, knows)
    if not fact.provisional:
        return _tr("Both say the same, so it counts without talking.")
    return _tr("Left open, the lower answer counts and the range stays wide.")


def _words(answer: Answer) -> str:
    if answer.unknown:
        return _tr("does not know")
    if answer.not_applicable is not None:
        return _tr("says it does not apply: {0}").format(answer.not_applicable)
    return _tr("has not answered") if answer.level is None else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Views", text)
