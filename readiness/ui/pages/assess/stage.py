"""What the page is about now: handing over, one side's private answers, or what both agree on; pure."""

from typing import Literal

from readiness.domain.alignment import align
from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.check_in import is_carried
from readiness.domain.counting import Side, count
from readiness.domain.meeting import asked, asks, side_progress
from readiness.domain.questionnaire import Lane
from readiness.domain.triage import APART
from readiness.ui.pages.assess.progress import Course, mark_of

Stage = Literal["hand_over", "private", "meeting"]


def stage_of(assessment: Assessment, side: Side | None, *, read_only: bool) -> Stage:
    """Say what the page shows; where nothing can be answered, hidden answers simply stay hidden."""
    if assessment.revealed or assessment.sealed or read_only:
        return "meeting"
    return "private" if side is not None else "hand_over"


def is_met_about(assessment: Assessment) -> bool:
    """Say whether two sides have answered in private and now talk about where they differ."""
    is_private = assessment.mode == "private" and assessment.lanes.alone is None
    is_met = is_private and assessment.revealed and not assessment.sealed
    return is_met and assessment.revision == 1  # a revision corrects what was talked about before


def lane_of(assessment: Assessment, side: Side | None, *, read_only: bool) -> Lane:
    """Return whose answers are given now: a side's, where they can still be given, else the agreed ones."""
    if side is None or assessment.sealed or read_only or assessment.is_frozen(side):
        return "agreed"
    return side


def course_of(assessment: Assessment, lane: Lane) -> Course:
    """Return the questions one goes through in a lane, and how far they are."""
    return _meeting_course(assessment) if lane == "agreed" else _side_course(assessment, lane)


def next_side(assessment: Assessment, last: Side | None) -> Side | None:
    """Return who answers after ``last``; nobody once all have answered everything."""
    order: tuple[Side, ...] = ("engineering", "product") if last != "engineering" else ("product",)
    if last == "product":
        order = ("engineering",)
    sides = [side for side in order if assessment.lanes.answers(side)]
    return next((side for side in sides if not side_progress(assessment, side).is_complete), None)


def switchable(assessment: Assessment, question: str) -> tuple[Lane, ...]:
    """Return the lanes that can answer a question in a live meeting, in the order P goes through them."""
    if assessment.mode != "live" or assessment.lanes.alone is not None:
        return ("agreed",)
    asked_one = assessment.questionnaire.by_id[question]
    sides: tuple[Side, ...] = ("engineering", "product")
    return ("agreed", *(side for side in sides if asks(asked_one, side)))


def is_disputable(assessment: Assessment, question: str) -> bool:
    """Say whether a side has said anything to a question that everybody may see."""
    sides: tuple[Side, ...] = ("engineering", "product")
    return any(assessment.visible(side).get(question, NOT_ASKED).state != "not_asked" for side in sides)


def _side_course(assessment: Assessment, side: Side) -> Course:
    given = assessment.lane(side)
    ids = tuple(question.id for question in asked(assessment.questionnaire, side))
    return Course(
        ids=ids,
        marks={id_: mark_of(given.get(id_, NOT_ASKED).state) for id_ in ids},
        guesses=frozenset(id_ for id_ in ids if given.get(id_, NOT_ASKED).confidence == "guess"),
    )


def _is_carried(assessment: Assessment, id_: str) -> bool:
    return is_carried(assessment.agreed.get(id_, NOT_ASKED))


def _meeting_course(assessment: Assessment) -> Course:
    """Return every question; what counts provisionally only is still to be agreed."""
    counted = count(assessment)
    gaps = align(assessment.questionnaire, assessment).questions
    return Course(
        ids=tuple(counted),
        marks={
            id_: "todo" if fact.provisional else mark_of(fact.state, is_carried=_is_carried(assessment, id_))
            for id_, fact in counted.items()
        },
        guesses=frozenset(
            id_ for id_, fact in counted.items() if fact.level is not None and fact.sureness == "guess"
        ),
        apart=frozenset(gap.id for gap in gaps if abs(gap.gap) >= APART),
    )
