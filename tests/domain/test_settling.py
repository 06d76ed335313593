"""Agreeing on a level, what it decides, and how the room fares."""

from dataclasses import replace

from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level

from readiness.domain.assessment import Assessment
from readiness.domain.open_facts import OpenFact
from readiness.domain.settling import Decides, decides, tally

IDS = ("A-1", "A-2", "A-3", "A-4")


def met(**changes: object) -> Assessment:
    questions = a_questionnaire(a_pillar("A", a_topic("T", *(a_question(id_) for id_ in IDS))))
    plain = an_assessment(
        questions,
        engineering={"A-1": level(1, "evidenced"), "A-2": level(1), "A-3": level(2, "guess")},
        product={"A-1": level(3, "guess"), "A-2": level(4), "A-3": level(2), "A-4": level(1)},
        mode="private",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def test_a_gate_passes_at_the_level_its_step_asks_for() -> None:
    gate = a_question("A-1", gate=True, hurts_at=10)
    assert decides(gate, 10) == Decides(step=10, gate=True, level=2)
    assert decides(gate, 100).level == 3


def test_what_is_felt_beyond_the_target_decides_no_step() -> None:
    assert decides(a_question("A-1", hurts_at=100), 10).level is None


def test_the_room_is_counted_by_whose_level_it_took() -> None:
    agreed = {"A-1": level(2), "A-2": level(1), "A-3": level(2)}
    given = met(agreed=agreed, facts=(OpenFact(question="A-4", text="The date"),))
    told = tally(given, IDS, frozenset({"A-4", "A-1"}))
    assert (told.agreed, told.left_open, told.facts) == (3, 1, 1)
    assert (told.disputed, told.between, told.engineering, told.product) == (2, 1, 1, 0)
