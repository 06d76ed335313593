"""What the end of the list says comes next; for everybody, and for a side that answers alone."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Side
from readiness.domain.meeting import reveal_state, side_progress, wording
from readiness.domain.questionnaire import Lane
from readiness.ui.pages.assess.finish_panel import SideEnd
from readiness.ui.pages.assess.progress import Progress
from readiness.ui.sides import other_side, side_name


def next_words(assessment: Assessment, progress: Progress, *, can_close: bool) -> str:
    """Say what comes next where everybody sees everything."""
    if assessment.sealed:
        return _tr("The assessment is sealed: it can be read and reported.")
    if not can_close:
        return _tr("This file can be read, not changed.")
    if progress.open and (assessment.product or assessment.engineering):
        return _tr("Left open, the lower answer counts and the range stays wide.")
    if progress.open:
        return _tr("What is open stays open until you close the assessment; then it becomes unknown.")
    return _tr("Every question has an answer. Look at the results, then close the assessment.")


def side_end(assessment: Assessment, side: Side) -> SideEnd:
    """Say what comes next for a side that answers alone."""
    if assessment.lanes.alone is not None:
        return SideEnd(
            words=_tr("One view only. Once used, these answers count and stay as they were given."),
            button=_tr("Use these answers"),
        )
    other = other_side(side)
    if reveal_state(assessment).is_complete:
        words = _tr("Both sides have answered. The answers are hidden until you reveal them together.")
        return SideEnd(words=words, button=_tr("Go to the reveal"))
    name = side_name(assessment.lanes, other)
    if side_progress(assessment, other).is_complete:
        words = _tr("{0} has answered. Your answers are hidden; until the reveal they can be changed.")
        return SideEnd(words=words.format(name), button=_tr("Go to the reveal"))
    words = _tr("Your answers are hidden until both sides have answered.")
    return SideEnd(words=words, button=_tr("Hand over to {0}").format(name))


def prompts_of(assessment: Assessment, lane: Lane) -> dict[str, str]:
    """Return the prompts as a lane reads them."""
    return {
        question.id: question.prompt if lane == "agreed" else wording(question, lane).prompt
        for question in assessment.questionnaire.questions
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("FinishWords", text)
