"""Before the meeting: who is asked what, in whose words, and when the answers may be shown."""

from dataclasses import replace
from typing import Any

import pytest
from builders import ANCHORS, a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import asked, asks, reveal_state, side_progress, wording
from readiness.services.library import Library

SEEN = tuple(f"Customers see {n}." for n in range(5))
GATE = a_question(
    "ARC-02", asked_of="engineering", gate=True, product_prompt="What do buyers see?", product_levels=SEEN
)
QUESTIONS = (
    a_question("ARC-01"),
    GATE,
    a_question("ARC-03", asked_of="engineering"),
    a_question("ARC-04", asked_of="product"),
    a_question("ARC-05", asked_of="engineering", gate=True),
)


def hidden(**lanes: Any) -> Assessment:
    questionnaire = a_questionnaire(a_pillar("ARC", a_topic("MOD", *QUESTIONS)))
    return an_assessment(questionnaire, revealed=False, mode="private", **lanes)


def test_product_expects_where_a_gate_of_engineering_is_in_its_words() -> None:
    assert [asks(q, "product") for q in QUESTIONS] == ["own", "expectation", None, "own", None]
    assert [asks(q, "engineering") for q in QUESTIONS] == ["own", "own", "own", None, "own"]


def test_each_side_reads_its_own_words() -> None:
    assert (wording(GATE, "product").prompt, wording(GATE, "product").levels) == ("What do buyers see?", SEEN)
    assert (wording(GATE, "engineering").prompt, wording(GATE, "engineering").levels) == (
        GATE.prompt,
        ANCHORS,
    )
    assert wording(replace(GATE, product_levels=()), "product").levels == ANCHORS


def test_the_shipped_core_asks_71_of_engineering_and_33_of_product() -> None:
    core = Library().latest()
    assert len(asked(core, "engineering")) == 71
    assert len(asked(core, "product")) == 33
    both = [side_progress(an_assessment(core), side) for side in ("product", "engineering")]
    assert [side.minutes for side in both] == [17, 36]


def test_a_side_is_told_how_far_it_is() -> None:
    given = hidden(product={"ARC-01": level(3), "ARC-04": Answer(note="only a note")})
    found = side_progress(given, "product")
    assert (found.asked, found.answered, found.open) == (3, 1, ("ARC-02", "ARC-04"))
    assert (found.minutes, found.minutes_left, found.is_complete) == (2, 1, False)


@pytest.mark.parametrize(
    ("product", "engineering", "may"),
    [((), (), False), (("ARC-01",), (), False), (("ARC-01",), ("ARC-01",), True)],
)
def test_something_of_both_sides_must_be_there_to_reveal(
    product: tuple[str, ...], engineering: tuple[str, ...], *, may: bool
) -> None:
    state = reveal_state(
        hidden(product=dict.fromkeys(product, level(2)), engineering=dict.fromkeys(engineering, level(2)))
    )
    assert state.may is may
    assert not state.is_complete
    assert state.missing == 3 + 4 - len(product) - len(engineering)


def test_one_side_alone_reveals_by_itself_as_one_view() -> None:
    alone = hidden(lanes=Lanes(alone="engineering"), engineering={"ARC-01": level(2)})
    state = reveal_state(alone)
    assert (state.is_one_view, state.may) == (True, True)
    assert not reveal_state(replace(alone, revealed=True)).may
