"""What is worth talking about, in which order, and the flags of the table."""

from dataclasses import replace

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    unknown,
)
from hypothesis import given
from hypothesis import strategies as st
from strategies import two_sided

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Combination, Condition
from readiness.domain.reviewing import review, talk_minutes
from readiness.domain.triage import triage

QUESTIONNAIRE = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic(
            "MOD",
            a_question("ARC-01"),
            a_question("ARC-02", weight=4.0),
            a_question("ARC-03", weight=5.0),
            a_question("ARC-04", weight=4.0, gate=True, asked_of="engineering"),
            a_question("ARC-05", weight=5.0, gate=True),
            a_question("ARC-06", weight=2.0),
            a_question("ARC-07", weight=2.0),
            a_question("ARC-08"),
        ),
    ),
    combinations=(
        Combination(
            id="C1",
            when=(Condition(question="ARC-06", at_most=1), Condition(question="ARC-07", at_most=1)),
            says="Both are weak.",
        ),
    ),
)
SURE = level(3, "evidenced")
BOTH = {"ARC-05": SURE, "ARC-06": level(1), "ARC-07": level(1), "ARC-08": SURE}


def met(**changes: object) -> Assessment:
    product = {
        **BOTH,
        "ARC-01": level(4),
        "ARC-02": unknown(),
        "ARC-03": level(3, "guess"),
        "ARC-05": level(1),
    }
    engineering = {
        **BOTH,
        "ARC-01": level(2, note="by hand"),
        "ARC-02": level(2),
        "ARC-03": level(3),
        "ARC-04": level(1),
    }
    plain = an_assessment(QUESTIONNAIRE, product=product, engineering=engineering, mode="private")
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def items(assessment: Assessment) -> list[tuple[str, tuple[str, ...]]]:
    return [(i.question, i.reasons) for i in triage(assessment, evaluate(assessment), 45).items]


def test_gates_come_first_then_weight_then_the_order_of_the_questionnaire() -> None:
    assert items(met()) == [
        ("ARC-05", ("gate", "gap")),
        ("ARC-04", ("gate",)),
        ("ARC-03", ("heavy_guess",)),
        ("ARC-02", ("unknown",)),
        ("ARC-01", ("gap",)),
        ("ARC-06", ("combination",)),
        ("ARC-07", ("combination",)),
    ]


def test_what_is_agreed_is_not_talked_about_again() -> None:
    settled = met(agreed={"ARC-05": level(1), "ARC-02": level(2)})
    assert [id_ for id_, _ in items(settled)] == ["ARC-04", "ARC-03", "ARC-01", "ARC-06", "ARC-07"]


def test_nothing_is_ranked_before_the_reveal() -> None:
    assert items(met(revealed=False)) == []


@pytest.mark.parametrize(
    ("minutes", "each", "fits"), [(45, 2.5, 7), (10, 2.5, 4), (0, 2.5, 0), (-5, 2.5, 0), (0.3, 0.1, 3)]
)
def test_the_time_box_decides_how_many_fit(minutes: float, each: float, fits: int) -> None:
    found = triage(met(), evaluate(met()), minutes, each)
    assert (found.fits, len(found.talk), len(found.rest)) == (fits, fits, 7 - fits)


def test_an_item_takes_time() -> None:
    with pytest.raises(ValueError, match="no time"):
        triage(met(), evaluate(met()), 45, 0)


@given(two_sided(), st.floats(0, 200))
def test_talk_and_rest_are_all_of_it_and_nothing_is_there_twice(
    assessment: Assessment, minutes: float
) -> None:
    found = triage(assessment, evaluate(assessment), minutes)
    assert (*found.talk, *found.rest) == found.items
    assert len({item.question for item in found.items}) == len(found.items)
    failing = ["gate" in item.reasons for item in found.items]
    assert failing == sorted(failing, reverse=True)


def test_the_table_says_why_a_question_is_there() -> None:
    found = review(met(), evaluate(met()))
    assert found["ARC-01"].flags == ("open", "no_evidence", "apart", "comment")
    assert found["ARC-02"].flags == ("open", "unknown")
    assert found["ARC-03"].flags == ("open", "guess", "no_evidence")
    assert found["ARC-04"].flags == ("open", "no_evidence", "failing_gate")
    assert found["ARC-08"].flags == ("open",)
    assert found["ARC-01"].comments == 1


def test_an_agreed_question_is_no_longer_open_nor_apart() -> None:
    agreed = met(agreed={"ARC-01": Answer(level=2, because="the runbook"), "ARC-02": level(2, "evidenced")})
    found = review(agreed, evaluate(agreed))
    assert (found["ARC-01"].flags, found["ARC-01"].comments) == (("no_evidence", "comment"), 2)
    assert found["ARC-02"].flags == ()


def test_hidden_answers_raise_no_flag() -> None:
    hidden, nothing = met(revealed=False), an_assessment(QUESTIONNAIRE, revealed=False)
    assert review(hidden, evaluate(hidden)) == review(nothing, evaluate(nothing))


def test_a_gate_that_nobody_answered_is_open_and_no_failing_one() -> None:
    nothing = an_assessment(QUESTIONNAIRE)
    assert review(nothing, evaluate(nothing))["ARC-05"].flags == ("open",)


@pytest.mark.parametrize(
    ("mode", "open_", "minutes"), [("private", 3, 8), ("private", 8, 20), ("live", 8, 10)]
)
def test_only_what_is_open_takes_minutes_and_many_are_told_in_fives(
    mode: str, open_: int, minutes: int
) -> None:
    ids = [question.id for question in QUESTIONNAIRE.questions]
    given = an_assessment(QUESTIONNAIRE, {id_: level(2) for id_ in ids[open_:]}, mode=mode)
    assert talk_minutes(given, ids) == minutes
