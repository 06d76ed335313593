"""The disputed anchors side by side, what lies between them, and what became of it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Side, caution
from readiness.domain.meeting import wording
from readiness.domain.questionnaire import Question
from readiness.ui.level_names import answer_name, level_name, stands_for
from readiness.ui.pages.assess.views import views_of
from readiness.ui.pages.presenter.scene import Claim, Line

if TYPE_CHECKING:
    from readiness.ui.widgets.side_view import SideView

_BOTH: Final = 2
MOST_TO_READ: Final = 140
"""A quote on the wall is one thought; the whole note stands in Assess."""


def answer_of(assessment: Assessment, question: str, side: Side) -> Answer:
    """Return a side's answer as anybody may see it."""
    return assessment.visible(side).get(question, NOT_ASKED)


def claims_of(assessment: Assessment, question: Question) -> tuple[Claim, ...]:
    """Return what the sides stand for, the more cautious first; one where both read the same anchor."""
    views = views_of(assessment, question.id)
    if len(views) == _BOTH and _is_same(assessment, question, views):
        return (_claim(assessment, question, views),)
    ordered = sorted(views, key=lambda view: caution(answer_of(assessment, question.id, view.side)))
    return tuple(_claim(assessment, question, (view,)) for view in ordered)


def gap_of(views: "tuple[SideView, ...]") -> int | None:
    """Return how many levels two sides are apart; nothing where one gave no level."""
    levels = [view.level for view in views if view.level is not None]
    return abs(levels[0] - levels[1]) if len(levels) == _BOTH else None


def lines_of(assessment: Assessment, question: Question) -> tuple[Line, ...]:
    """Return the verdict where there is one, else what lies between the two; then what is to be found."""
    verdict = verdict_of(assessment, question)
    lines = (verdict,) if verdict else between(assessment, question)
    return (*lines, *facts_of(assessment, question))


def between(assessment: Assessment, question: Question) -> tuple[Line, ...]:
    """Return the anchors between the two, all of them where there are several."""
    levels = sorted(view.level for view in views_of(assessment, question.id) if view.level is not None)
    if len(levels) < _BOTH:
        return ()
    found = range(levels[0] + 1, levels[1])
    lead = _tr("Between them, {0}.") if len(found) == 1 else "{0}."
    return tuple(
        Line(number=number, lead=lead.format(level_name(number)), text=question.levels[number])
        for number in found
    )


def facts_of(assessment: Assessment, question: Question) -> tuple[Line, ...]:
    """Return what somebody goes to find out."""
    return tuple(
        Line(lead=_tr("To find out."), text=f"{fact.text} ({fact.who})" if fact.who else fact.text)
        for fact in assessment.facts
        if fact.question == question.id and fact.state == "open"
    )


def verdict_of(assessment: Assessment, question: Question) -> Line | None:
    """Return what the room agreed on, in one line."""
    agreed = assessment.agreed.get(question.id, NOT_ASKED)
    if agreed.level is not None:
        lead = _tr("Agreed, {0}.").format(answer_name(question, agreed.level))
        text = stands_for(question, agreed)
        return Line(number=agreed.level, lead=lead, text=text, is_verdict=True)
    if agreed.unknown:
        lead, text = _tr("Nobody knows."), _tr("It counts as 0 until someone looks.")
        return Line(lead=lead, text=text, is_verdict=True)
    if agreed.not_applicable is not None:
        return Line(lead=_tr("Does not apply."), text=agreed.not_applicable, is_verdict=True)
    return None


def _is_same(assessment: Assessment, question: Question, views: "tuple[SideView, ...]") -> bool:
    first, second = (answer_of(assessment, question.id, view.side) for view in views)
    return (first.state, first.level) == (second.state, second.level) and first.state != "not_asked"


def _claim(assessment: Assessment, question: Question, views: "tuple[SideView, ...]") -> Claim:
    first = views[0] if len(views) == 1 or views[1].is_expectation else views[1]
    answer = answer_of(assessment, question.id, first.side)
    level = answer.level
    text = "" if level is None else wording(question, first.side).levels[level]
    if len(views) == 1 and not views[0].is_expectation and level is not None:
        text = question.levels[level]
    if question.kind == "practices" and level is not None:
        text = stands_for(question, answer)
    return Claim(
        views=views,
        number=level,
        title=answer_name(question, level) if level is not None else _title(answer),
        text=text if level is not None else _silent(answer),
        quotes=tuple(said for view in views if (said := _quote(view))),
    )


def _title(answer: Answer) -> str:
    titles = {"unknown": _tr("Don’t know"), "not_applicable": _tr("Does not apply")}
    return titles.get(answer.state, _tr("No answer yet"))


def _silent(answer: Answer) -> str:
    if answer.unknown:
        return _tr("It counts as 0 until someone looks.")
    return answer.not_applicable or ""


def _quote(view: "SideView") -> str:
    """Return a side's words and how sure it is: “On 14 June it took us 25 minutes.” · evidenced."""
    sure = {"evidenced": _tr("evidenced"), "informed": _tr("informed"), "guess": _tr("guess"), "": ""}
    note = " ".join(view.note.split())
    if len(note) > MOST_TO_READ:
        note = note[: MOST_TO_READ - 1].rsplit(" ", 1)[0] + "…"
    return "\u00a0· ".join(part for part in (f"“{note}”" if note else "", sure[view.sureness]) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)
