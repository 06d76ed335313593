"""What the five levels are called on the screen."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Answer
from readiness.domain.questionnaire import Question
from readiness.domain.ticking import goes_by_share, titles


def level_name(number: int) -> str:
    """Return the name of a level."""
    names = (_tr("Absent"), _tr("Ad hoc"), _tr("Partial"), _tr("In place"), _tr("Proven"))
    return names[number]


def answer_name(question: Question, level: int) -> str:
    """Return what a level is called; where it follows from practices, the risk or the share that it is."""
    if question.kind == "levels":
        return level_name(level)
    if goes_by_share(question):
        return share_name(level)
    risks = {0: _tr("High risk"), 2: _tr("Medium risk"), 4: _tr("No risk")}
    return risks.get(level, level_name(level))


def share_name(level: int) -> str:
    """Return what the share of the practices that are ticked is called."""
    names = (
        _tr("Less than a quarter"),
        _tr("A quarter ticked"),
        _tr("Half ticked"),
        _tr("Three quarters ticked"),
        _tr("All ticked"),
    )
    return names[level]


def stands_for(question: Question, answer: Answer) -> str:
    """Return what an answer at a level says: its anchor, or what is ticked."""
    if question.kind == "practices" and answer.ticked:
        return "; ".join(titles(question, answer.ticked))
    return "" if answer.level is None else question.levels[answer.level]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Levels", text)
