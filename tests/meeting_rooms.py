"""A meeting after private answers: two sides that read two questions differently and one alike."""

from dataclasses import replace
from typing import Final

from rooms import Room

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Draft

ENGINEERING: Final = Answer(
    level=1, confidence="evidenced", evidence=("https://example.org/june",), note="It took us 25 minutes."
)
PRODUCT: Final = Answer(level=3, confidence="guess", note="The June sale ran without a complaint.")


def both(room: Room) -> list[str]:
    """Return the questions that both sides are asked."""
    return [one.id for one in room.assessment.questionnaire.questions if one.asked_of == "both"]


def private(room: Room, *, revealed: bool = True) -> list[str]:
    """Start a quick check in private: two levels apart, four apart, alike, unknown; return those four."""
    room.open_own()
    room.session.start_assessment(
        Draft(system="Payments", period=Period(2026, 3), scope="quick", mode="private")
    )
    room.settle()
    apart, far, alike, unsure = both(room)[:4]
    answer = room.session.answer
    room.session.hand_over("engineering")
    for id_, level in ((apart, 1), (far, 0), (alike, 2)):
        answer(id_, replace(ENGINEERING, level=level), "engineering")
    answer(unsure, Answer(unknown=True), "engineering")
    room.session.hand_over("product")
    for id_, level in ((apart, 3), (far, 4), (alike, 2), (unsure, 2)):
        answer(id_, replace(PRODUCT, level=level), "product")
    room.session.hand_over(None)
    if revealed:
        room.session.reveal()
    room.settle()
    return [apart, far, alike, unsure]
