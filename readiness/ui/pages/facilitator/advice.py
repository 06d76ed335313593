"""What helps the facilitator with the question before the room, in the order one needs it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.meeting import asks
from readiness.domain.questionnaire import Question
from readiness.domain.settling import decides
from readiness.ui.pages.assess.views import views_of
from readiness.ui.sides import side_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.domain.counting import Side
    from readiness.domain.outcome import Outcome
    from readiness.ui.widgets.side_view import SideView

_BOTH = 2


@dataclass(frozen=True, slots=True)
class Advice:
    """A heading and a sentence or two; ``is_now`` asks to be acted on."""

    title: str
    text: str
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Spent:
    """How long a question has been before the room, and the minutes that were planned for one."""

    seconds: float
    planned: float


def advice_for(
    assessment: Assessment, outcome: "Outcome", question: Question, spent: Spent, quieter: "Side | None"
) -> tuple[Advice, ...]:
    """Return the advice; ``quieter`` is the side that has spoken less so far."""
    return (
        _asking(assessment, question),
        *((Advice(_tr("Hint"), question.hint),) if question.hint else ()),
        Advice(_tr("Who should answer"), _best_placed(assessment, question, quieter)),
        _time(spent.seconds, spent.planned),
        _deciding(outcome, question),
    )


def _asking(assessment: Assessment, question: Question) -> Advice:
    if not assessment.revealed:
        title = _tr("No number yet")
        return Advice(title, _tr("Each side answers alone. Read the five texts out, not the digits."))
    views = views_of(assessment, question.id)
    given = [view for view in views if view.level is not None]
    if len(given) < _BOTH:
        return _asking_one(views)
    if given[0].level == given[1].level:
        text = _tr("Both read anchor {0}. One sentence on what shows it is enough.")
        return Advice(_tr("They agree"), text.format(given[0].level))
    read = _tr("{0} reads anchor {1}, {2} reads anchor {3}. Ask both which artefact shows it.")
    low, high = sorted(given, key=lambda view: view.level or 0)
    text = read.format(low.name, low.level, high.name, high.level)
    return Advice(_tr("Ask for the text, not the number"), text, is_now=True)


def _asking_one(views: "Sequence[SideView]") -> Advice:
    unsure = [view.name for view in views if view.level is None and view.words]
    if unsure:
        title = _tr("Ask who can find out")
        text = _tr("{0} gave no level. If nobody here can, note a fact to find, with a name.")
        return Advice(title, text.format(_and(unsure)), is_now=True)
    title = _tr("Ask for the text, not the number")
    return Advice(title, _tr("Read the five texts out and ask which of them somebody can show."), is_now=True)


def _best_placed(assessment: Assessment, question: Question, quieter: "Side | None") -> str:
    """Return who should answer, by name where names are known; of two sides the one that spoke less first."""
    if question.asked_of == "both":
        if quieter is None:
            return _tr("Both sides answer this.")
        words = _tr("Both sides answer this. {0} should be heard first.")
        return words.format(_called(assessment, quieter))
    words = _tr("{0} knows this best.").format(_called(assessment, question.asked_of))
    if question.asked_of == "engineering" and asks(question, "product"):
        words += " " + _tr("{0} says what it expects.").format(side_name(assessment.lanes, "product"))
    return words


def _called(assessment: Assessment, side: "Side") -> str:
    """Return a side with the people who speak for it."""
    name = side_name(assessment.lanes, side)
    people = [person.name for person in assessment.participants if person.lane == side and person.name]
    return f"{name} ({', '.join(people)})" if people else name


def _time(seconds: float, planned: float) -> Advice:
    gone, left = int(seconds // 60), planned - seconds / 60
    if left <= 0:
        title = _tr("{0} min gone, {1} planned").format(gone, f"{planned:g}")
        return Advice(title, _tr("Leave it open with a fact to find, and go on."), is_now=True)
    if gone == 0:
        title = _tr("Just begun, {0} min planned").format(f"{planned:g}")
        return Advice(title, _tr("Reading takes half a minute; then let the lower answer speak first."))
    title = _tr("{0} min gone, {1} left").format(gone, f"{max(0.5, round(left * 2) / 2):g}")
    return Advice(title, _tr("Then leave it open with a fact to find."))


def _deciding(outcome: "Outcome", question: Question) -> Advice:
    found = decides(question, outcome.growth.target_step)
    later = _tr("Say this only after they agree.")
    if found.level is None:
        title = _tr("It is felt at {0}×").format(question.hurts_at)
        return Advice(title, _tr("That is beyond the target, so it decides no step now."))
    if found.gate:
        title = _tr("It decides the step to {0}×").format(found.step)
        return Advice(title, _tr("A gate. At level {0} it passes.").format(found.level) + " " + later)
    title = _tr("It counts towards the step to {0}×").format(found.step)
    return Advice(title, _tr("No gate. At level {0} it does its part.").format(found.level) + " " + later)


def _and(names: "Sequence[str]") -> str:
    return _tr(" and ").join(names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facilitator", text)
