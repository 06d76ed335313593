"""Two sides around one laptop: assessments with hidden answers, for the tests of the page."""

from collections.abc import Mapping

from rooms import Room

from readiness.domain.assessment import Answer, Mode, Participant
from readiness.domain.counting import Side
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.services.assessing import Draft

PEOPLE = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Engineering lead", name="Ana Ruiz", lane="engineering"),
)


def start(room: Room, mode: Mode = "private", lanes: Lanes | None = None) -> None:
    """Start a quick check of fifteen questions."""
    room.open_own()
    draft = Draft(
        system="Search",
        period=Period(2026, 3),
        scope="quick",
        mode=mode,
        participants=PEOPLE,
        lanes=lanes,
    )
    room.session.start_assessment(draft)
    room.settle()


def asked_of(room: Room, side: Side) -> list[str]:
    """Return the questions a side is asked."""
    return [question.id for question in asked(room.assessment.questionnaire, side)]


def answer_all(room: Room, side: Side, answer: Answer, other: Mapping[str, Answer] | None = None) -> None:
    """Answer everything for a side, some of it in another way."""
    for id_ in asked_of(room, side):
        room.session.answer(id_, (other or {}).get(id_, answer), side)
