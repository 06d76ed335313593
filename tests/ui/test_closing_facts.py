"""The rows, the words and the state of closing: pure, so without a window."""

from dataclasses import replace
from datetime import date

import pytest
from builders import a_planned_assessment, level, not_applicable, the_worked_example, unknown

from readiness.domain.assessment import Assessment, Limit, Participant
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import evaluate
from readiness.services.closing import preview
from readiness.ui import closing_facts
from readiness.ui.models import closing_rows as rows
from readiness.ui.models.sealing import SealState, seal_state

TODAY = date(2026, 9, 10)
PEOPLE = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Engineering lead", lane="engineering"),
)


def an_example(**changes: object) -> Assessment:
    """Return the worked example, where ARC… DAT-03 is unknown, with two people."""
    plain = replace(the_worked_example(), participants=PEOPLE)
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def facts(*given: OpenFact) -> tuple[rows.CheckItem, ...]:
    told = an_example(facts=given)
    return rows.fact_items(told, evaluate(told), TODAY)


def test_a_fact_says_who_has_it_until_when_and_whether_it_is_late() -> None:
    late = OpenFact(question="DAT-01", text="Slowest query", who="Mira Holt", due="2026-09-08")
    (item,) = facts(late)
    assert (item.key, item.id, item.words) == ("fact-0", "DAT-01", "Slowest query")
    assert (item.who, item.side, item.due, item.state) == ("Mira Holt", "product", "8\u00a0Sep", "late")


def test_without_words_of_its_own_a_fact_shows_its_question() -> None:
    (item,) = facts(OpenFact(question="DAT-01", who="engineering lead", due="some day"))
    assert (item.words, item.side, item.due) == ("How is DAT-01 done?", "engineering", "some day")


def test_open_facts_stand_before_those_that_are_found() -> None:
    items = facts(
        OpenFact(question="DAT-01", state="found", note="12 ms"),
        OpenFact(question="DAT-02", state="passed_on"),
        OpenFact(question="DAT-05"),
    )
    assert [(item.key, item.state) for item in items] == [
        ("fact-2", "open"),
        ("fact-0", "found"),
        ("fact-1", "passed_on"),
    ]


def test_what_nobody_knows_is_offered_to_somebody_until_it_has_an_owner() -> None:
    nobody = an_example()
    (offered,) = rows.unknown_items(nobody, evaluate(nobody), TODAY)
    assert (offered.key, offered.id, offered.state, offered.place) == (
        "unknown-DAT-03",
        "DAT-03",
        "unassigned",
        -1,
    )
    somebody = an_example(facts=(OpenFact(question="DAT-03", who="Mira Holt", due="2026-09-22"),))
    (given,) = rows.unknown_items(somebody, evaluate(somebody), TODAY)
    assert (given.key, given.who, given.due, given.place) == ("fact-0", "Mira Holt", "22\u00a0Sep", 0)
    assert rows.fact_items(somebody, evaluate(somebody), TODAY) == ()


def test_only_what_is_two_apart_and_not_agreed_is_left_open() -> None:
    apart = an_example(agreed={}, product={"DAT-04": level(3), "DAT-02": level(3)})
    (item,) = rows.apart_items(apart, evaluate(apart))
    assert (item.id, item.levels) == ("DAT-04", (3, 1))
    agreed = replace(apart, agreed={"DAT-04": level(1)})
    assert rows.apart_items(agreed, evaluate(agreed)) == ()


def test_what_is_parked_says_who_takes_it_and_what_is_settled_stands_last() -> None:
    told = an_example(
        parked=(Parked(text="A", settled=True), Parked(text="B", who="Mira Holt"), Parked(text="C"))
    )
    assert [(item.key, item.state, item.side) for item in rows.parked_items(told)] == [
        ("parked-1", "open", "product"),
        ("parked-2", "unassigned", None),
        ("parked-0", "settled", None),
    ]


def test_everybody_listed_can_be_given_a_fact_and_whoever_has_one() -> None:
    told = an_example(facts=(OpenFact(question="DAT-03", who="Ana Ruiz"),))
    assert rows.people(told) == ("Mira Holt", "Engineering lead", "Ana Ruiz")


# What closing does


def test_the_effect_is_said_with_what_finding_out_could_make_of_it() -> None:
    told = preview(an_example())
    assert closing_facts.heading(told, is_sealed=False) == "Closed now, the score is 42"
    assert closing_facts.effect_words(told) == "With the unknown one found, between 46 and 50."
    value = closing_facts.effect(told, is_sealed=False)
    assert [(row.name, row.displayed) for row in value.rows] == [
        ("Closed now", 42),
        ("Facts found, all at level 2", 46),
        ("Facts found, all at level 4", 50),
    ]
    assert value.needed_words == "mark for 10×: 67"


def test_not_asked_become_unknown_before_anything_is_found() -> None:
    example = an_example(product={}, engineering={})
    less = replace(example, agreed={k: v for k, v in example.agreed.items() if k != "DAT-01"})
    assert closing_facts.effect_words(preview(less)).startswith("1 not asked becomes unknown: ")


def test_with_nothing_left_closing_changes_no_figure() -> None:
    known = an_example(agreed={**an_example().agreed, "DAT-03": level(2)})
    assert closing_facts.effect_words(preview(known)) == (
        "Every question was asked, so closing changes no figure."
    )


def test_where_too_little_is_known_the_range_stands_alone() -> None:
    told = preview(an_example(agreed={"DAT-01": level(2)}, product={}, engineering={}))
    assert closing_facts.heading(told, is_sealed=False).startswith("Closed now, the plausible range is ")
    assert closing_facts.effect(told, is_sealed=False).rows[0].displayed is None


def test_nothing_that_applies_is_no_score() -> None:
    ids = [question.id for question in the_worked_example().questionnaire.questions]
    told = preview(an_example(agreed=dict.fromkeys(ids, not_applicable())))
    assert closing_facts.heading(told, is_sealed=True) == "Sealed, there is no score"


def test_the_three_facts_of_growth_stand_apart_tested_first() -> None:
    told = preview(a_planned_assessment())
    assert closing_facts.fact_lines(told)[:3] == (
        ("Tested to", "1.5×"),
        ("First known limit", "1.3×, orders database connections"),
        ("Practices support", "10×"),
    )
    unmeasured = a_planned_assessment(limits=(Limit(id="mail", resource="Mail"),), load=())
    assert closing_facts.fact_lines(preview(unmeasured))[:2] == (
        ("Tested to", "untested"),
        ("First known limit", "not known"),
    )


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        ({"DAT-02": unknown()}, "10× either way"),
        ({"DAT-01": unknown()}, "no growth step confirmed yet; 10× if all is found at 4"),
        ({"DAT-01": unknown(), "ARC-01": level(0)}, "no growth step confirmed yet, either way"),
    ],
)
def test_what_practices_support_is_said_for_now_and_for_what_could_be_found(
    agreed: dict[str, object], words: str
) -> None:
    told = preview(a_planned_assessment(agreed))  # type: ignore[arg-type]  # answers by question
    assert dict(closing_facts.fact_lines(told))["Practices support"] == words


def test_a_quick_check_names_no_step() -> None:
    told = preview(a_planned_assessment(scope="quick"))
    assert dict(closing_facts.fact_lines(told))["Practices support"] == "no growth step in a quick check"


def test_the_checks_say_what_was_done_and_what_was_not() -> None:
    told = an_example()
    assert [(check.words, check.is_met) for check in closing_facts.checks(told, evaluate(told))] == [
        ("8 of 8 asked", True),
        ("2 of 2 gates answered", True),
        ("1 left out as N/A", False),
        ("2 people", True),
    ]
    bare = a_planned_assessment(participants=())
    said = [check.words for check in closing_facts.checks(bare, evaluate(bare))]
    assert said[2:] == ["nothing left out as N/A", "no people listed"]


# Whether it may be sealed


def state(assessment: Assessment, *, read_only: bool = False, unsaved: int = 0) -> SealState:
    return seal_state(assessment, read_only=read_only, unsaved=unsaved)


def test_hidden_answers_block_a_seal_and_say_how_far_each_side_is() -> None:
    hidden = state(an_example(mode="private", revealed=False))
    assert (hidden.kind, hidden.is_ready) == ("hidden", False)
    assert [(side.side, side.answered, side.asked) for side in hidden.reveal.sides] == [
        ("product", 6, 8),
        ("engineering", 6, 8),
    ]
    alone = an_example(mode="private", revealed=False, lanes=Lanes(alone="engineering"))
    assert [side.side for side in state(alone).reveal.sides] == ["engineering"]


def test_private_lanes_that_nobody_answered_block_it_unless_all_was_agreed_openly() -> None:
    empty = an_example(mode="private", revealed=False, product={}, engineering={})
    assert state(replace(empty, agreed={})).kind == "unanswered"
    assert state(empty).is_ready


def test_a_file_that_can_only_be_read_and_changes_not_on_disk_block_it() -> None:
    assert state(an_example(), read_only=True).kind == "read_only"
    assert (state(an_example(), unsaved=2).kind, state(an_example(), unsaved=2).unsaved) == ("unsaved", 2)
    assert state(an_example(sealed=True), read_only=True).kind == "sealed"
