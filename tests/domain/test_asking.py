"""What each side is asked: its own questions, and for product engineering's gates in what customers see."""

from builders import ANCHORS, a_pillar, a_question, a_questionnaire, a_topic

from readiness.domain.asking import asked, asks, wording
from readiness.services.library import Library

SEEN = tuple(f"Customers see {level}." for level in range(5))


def test_each_side_is_asked_its_own_and_what_both_are_asked() -> None:
    questions = (
        a_question("A-1", asked_of="product"),
        a_question("A-2", asked_of="engineering"),
        a_question("A-3", asked_of="both"),
    )
    whole = a_questionnaire(a_pillar("A", a_topic("T", *questions)))
    assert [q.id for q in asked(whole, "product")] == ["A-1", "A-3"]
    assert [q.id for q in asked(whole, "engineering")] == ["A-2", "A-3"]


def test_product_says_what_it_expects_of_an_engineering_gate_in_its_own_words() -> None:
    gate = a_question(
        "A-1", asked_of="engineering", gate=True, product_prompt="Who notices?", product_levels=SEEN
    )
    assert asks(gate, "product") == "expectation"
    assert (wording(gate, "product").prompt, wording(gate, "product").levels) == ("Who notices?", SEEN)
    assert asks(gate, "engineering") == "own"
    assert wording(gate, "engineering").levels == ANCHORS


def test_a_gate_that_nobody_worded_for_product_is_not_asked_of_it() -> None:
    assert asks(a_question("A-1", asked_of="engineering", gate=True), "product") is None


def test_of_the_shipped_questionnaire_product_is_asked_33_and_engineering_71() -> None:
    whole = Library().latest()
    assert (len(asked(whole, "product")), len(asked(whole, "engineering"))) == (33, 71)
