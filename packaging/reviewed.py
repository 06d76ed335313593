"""A workspace of assessments in the middle of a meeting: hidden, revealed, with facts, sealed, very long."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness.domain.agreeing import undisputed
from readiness.domain.assessment import Answer, Assessment, Participant
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.services.assessing import Assessing
from readiness.services.drafts import Draft
from readiness.services.sample import chapters

if TYPE_CHECKING:
    from readiness.services.merging import Given

PEOPLE: Final = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Engineering lead", name="Dev Patel", lane="engineering"),
    Participant(role="Site reliability", name="Ana Ruiz", lane="engineering"),
    Participant(role="Facilitator", name="Jo Brandt", lane="facilitator"),
)
FACTS: Final = (
    OpenFact(
        question="GRO-02", text="Limit of receipt mail, messages a minute", who="Ana Ruiz", due="2026-09-22"
    ),
    OpenFact(
        question="GRO-03", text="Date and size of the autumn campaign", who="Mira Holt", due="2026-09-08"
    ),
    OpenFact(
        question="DAT-04",
        text="Connections at peak, from the September sale",
        who="Dev Patel",
        due="2026-09-29",
    ),
)
PARKED: Final = (
    Parked(text="Who owns the contract with the payment provider?", question="ARC-07", who="Mira Holt"),
    Parked(text="A load test that includes vouchers", question="GRO-07"),
    Parked(text="Names of the alert channels", settled=True, who="Ana Ruiz"),
)
MEETING, HIDDEN, CLOSING, SEALED, LONG = range(5)


def write_reviewed(path: Path) -> None:
    """Write the workspace; its systems stand in the order of the names above."""
    told = next(c.assessment for c in chapters() if c.assessment.reference == "Checkout API@2026-Q3")
    desk = Assessing.create(path)
    try:
        _write(desk, told, "A Meeting")
        _write(desk, replace(told, revealed=False), "B Hidden")
        for name in ("C Closing", "D Sealed"):
            id_ = _write(desk, told, name)
            _settle(desk, id_)
            desk.set_facts(id_, FACTS)
            desk.set_parked(id_, PARKED)
        desk.close_assessment(id_)
        _write_long(desk)
    finally:
        desk.close()


def _write(desk: Assessing, told: Assessment, system: str) -> int:
    id_ = desk.start(
        Draft(
            system=system,
            period=told.period,
            questionnaire=told.questionnaire.reference,
            load=told.load,
            target=told.target,
            participants=PEOPLE,
            mode="private",
        )
    )
    desk.set_limits(id_, told.limits)
    for lane in ("product", "engineering"):
        desk.answer_many(id_, [(q, lane, _shown(told, q, answer)) for q, answer in told.lane(lane).items()])
    desk.answer(id_, "DEB-05", "engineering", Answer(unknown=True, note="Nobody counts them."))
    desk.answer(id_, "AUT-06", "engineering", Answer(unknown=True))
    if told.revealed:
        desk.reveal(id_)
    return id_


def _shown(told: Assessment, question: str, answer: Answer) -> Answer:
    """Give evidence to most of what both sides answered alike, and make some of the rest guesses."""
    both = {told.product.get(question, answer).level, told.engineering.get(question, answer).level}
    if question in told.product and len(both) == 1:
        return replace(answer, confidence="evidenced", evidence=("https://wiki.quillmere.example/review",))
    return replace(answer, confidence="guess") if question.endswith(("6", "9")) else answer


def _settle(desk: Assessing, id_: int) -> None:
    """Agree what was agreed in the story, but for two that stay apart and three that nobody knows."""
    told = next(c.assessment for c in chapters() if c.assessment.reference == "Checkout API@2026-Q3")
    met = desk.load(id_)
    outcome = evaluate(met)
    apart = [gap.id for gap in outcome.alignment.questions if abs(gap.gap) >= 2][:2]
    unknown = [one for one in ("AUT-06", "DEB-05", "GRO-12") if one not in apart]
    given: list[Given] = [
        (q, "agreed", answer) for q, answer in told.agreed.items() if q not in {*apart, *unknown}
    ]
    given += [(q, "agreed", answer) for q, answer in undisputed(met, outcome)]
    given += [(q, "agreed", Answer(unknown=True)) for q in unknown]
    desk.answer_many(id_, given)


def _write_long(desk: Assessing) -> None:
    parts = "scalability@1.0+saas@1.0+peak@1.0+data-platform@1.0+event-driven@1.0"
    desk.start(Draft(system="E Long", period=Period(2026, 3), questionnaire=parts))
