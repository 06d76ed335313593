"""A workspace of meetings: hidden answers, a reveal to come, one that was held, everything live, one view."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from readiness.domain.assessment import Answer, Assessment, Participant
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import asked
from readiness.services.assessing import Assessing
from readiness.services.sample import chapters

HIDDEN: Final = 1
REVEALED: Final = 3
LIVE: Final = 4
ALONE: Final = 5
PEOPLE: Final = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Product manager", name="Tom Vance", lane="product"),
    Participant(role="Engineering lead", name="Ana Ruiz", lane="engineering"),
)
ENGINEERING: Final = Answer(
    level=1,
    confidence="evidenced",
    note="On 14 June it took us 25 minutes to block the callers by hand.",
    evidence=("https://wiki.example/incidents/2026-06-14",),
    by="Ana Ruiz",
)
PRODUCT: Final = Answer(
    level=3,
    confidence="guess",
    note="The June sale ran without a complaint. We thought this was handled.",
    by="Mira Holt",
)


def write_meetings(path: Path) -> None:
    """Write the workspace: systems are named so that they are listed in this order."""
    desk = Assessing.create(path)
    try:
        for told in _told():
            desk.import_answers(told)
    finally:
        desk.close()


def _told() -> tuple[Assessment, ...]:
    story = [chapter.assessment for chapter in chapters() if chapter.assessment.system == "Checkout API"][-1]
    plain = replace(
        story,
        agreed={},
        actions=(),
        decisions=(),
        participants=PEOPLE,
        mode="private",
        engineering={**story.engineering, "ARC-11": ENGINEERING},
        product={**story.product, "ARC-11": PRODUCT},
    )
    hidden = replace(plain, revealed=False)
    half = {question.id for question in asked(plain.questionnaire, "product")[:20]}
    some = {id_: answer for id_, answer in plain.product.items() if id_ in half}
    return (
        replace(hidden, system="A Nothing answered", product={}, engineering={}),
        replace(hidden, system="B Checkout API", product=some),
        replace(hidden, system="C Checkout API"),
        replace(plain, system="D Checkout API", revealed=True),
        replace(plain, system="E Checkout API", mode="live", revealed=True),
        replace(hidden, system="F Checkout API", product={}, lanes=Lanes(alone="engineering")),
    )
