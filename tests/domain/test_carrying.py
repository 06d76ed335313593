"""What a new quarter starts with: ruling 13, domain.md §4.5."""

from dataclasses import replace

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    unknown,
)
from hypothesis import given
from hypothesis import strategies as st
from lineages import BEFORE, Compared, carried, compared, flat

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.carrying import FreshStart, aged, carry_forward
from readiness.domain.counting import count
from readiness.domain.questionnaire import AskedOf, LineageChange, Questionnaire
from readiness.errors import IncomparableError, LineageError


def one(answer: Answer | None = None, later: int = 1, **question: object) -> FreshStart:
    plain = a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("A", **question))))
    agreed = {} if answer is None else {"A": answer}
    return carry_forward(an_assessment(plain, agreed, period=BEFORE), plain, BEFORE.plus(later))


def test_an_answer_is_carried_with_where_it_came_from() -> None:
    given_ = level(2, "evidenced", note="Chart", restated=1, at="2026-05-01", by="Ana")
    start = one(given_)
    assert start.again == {}
    assert start.carried == {"A": replace(given_, carried_from="2026-Q2", restated=None)}


def test_what_was_carried_before_keeps_the_quarter_it_was_given_in() -> None:
    start = one(carried(level(2), since=BEFORE.plus(-1)), valid_for=8)
    assert start.carried["A"].carried_from == "2026-Q1"


@pytest.mark.parametrize(
    ("valid_for", "age", "found"),
    [
        (4, 1, "informed"),
        (4, 2, "guess"),
        (4, 4, "guess"),
        (4, 5, "unknown"),
        (3, 1, "informed"),
        (3, 2, "guess"),
        (1, 1, "guess"),
        (1, 2, "unknown"),
    ],
)
def test_halfway_it_is_a_guess_and_past_its_time_nobody_knows(valid_for: int, age: int, found: str) -> None:
    answer = aged(level(3, "informed"), valid_for, age)
    assert (answer.state if answer.level is None else answer.sureness) == found


def test_an_old_answer_that_only_now_became_a_guess_is_still_carried() -> None:
    start = one(level(3, "evidenced"), later=2)
    assert start.again == {}
    assert start.carried["A"].sureness == "guess"


def test_past_its_time_it_is_asked_again_and_shown_as_unknown() -> None:
    start = one(level(3), later=5)
    assert start.again == {"A": ("expired",)}
    assert start.last["A"].state == "unknown"


def test_what_does_not_apply_is_carried_with_its_reason_whatever_its_age() -> None:
    start = one(not_applicable("One region."), later=9, gate=True)
    assert start.carried["A"].not_applicable == "One region."


@pytest.mark.parametrize(
    ("answer", "question", "reasons"),
    [
        (level(3), {"gate": True}, ("gate",)),
        (level(3, "guess"), {}, ("guess",)),
        (unknown(), {}, ("unknown",)),
        (None, {}, ("not_asked",)),
        (level(3, "guess"), {"gate": True}, ("gate", "guess")),
    ],
)
def test_these_are_asked_again(
    answer: Answer | None, question: dict[str, bool], reasons: tuple[str, ...]
) -> None:
    start = one(answer, 1, **question)
    assert start.again == {"A": reasons}
    assert start.carried == {}


def sides(
    product: Answer, engineering: Answer, asked_of: AskedOf = "both", agreed: Answer | None = None
) -> FreshStart:
    plain = a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("A", asked_of=asked_of))))
    room = an_assessment(
        plain,
        {} if agreed is None else {"A": agreed},
        product={"A": product},
        engineering={"A": engineering},
        period=BEFORE,
    )
    return carry_forward(room, plain, BEFORE.plus(1))


def test_what_was_never_settled_is_asked_again() -> None:
    assert sides(level(3), level(2)).again == {"A": ("provisional",)}


def test_a_wide_gap_is_asked_again_even_where_something_was_agreed() -> None:
    assert sides(level(4), level(2), agreed=level(2)).again == {"A": ("gap",)}
    assert sides(level(4), level(2), asked_of="engineering").again == {"A": ("gap",)}


def test_the_answer_of_one_side_or_of_both_alike_is_carried() -> None:
    alike = sides(level(2, "evidenced"), level(2))
    assert alike.carried == {"A": carried(level(2))}
    assert sides(level(3), level(2), asked_of="engineering").carried == {"A": carried(level(2))}


def test_a_renamed_question_is_carried_and_other_changes_are_asked_again() -> None:
    old = flat("1.0", {"A": 1.0, "B": 1.0, "C": 1.0, "D": 1.0, "E": 1.0})
    new = flat(
        "2.0",
        {"A2": 1.0, "B1": 1.0, "B2": 1.0, "CD": 1.0, "E": 1.0, "F": 1.0},
        LineageChange(rename=("A", "A2")),
        LineageChange(split=("B", ("B1", "B2"))),
        LineageChange(merge=(("C", "D"), "CD")),
        LineageChange(redefine="E"),
        since="1.0",
    )
    start = carry_forward(an_assessment(old, all_at(old, level(2)), period=BEFORE), new, BEFORE.plus(1))
    assert start.carried == {"A2": carried(level(2))}
    assert start.again == {
        "B1": ("changed",),
        "B2": ("changed",),
        "CD": ("changed",),
        "E": ("changed",),
        "F": ("new",),
    }


def test_after_a_quick_check_the_rest_is_new() -> None:
    full = a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("A", quick=True), a_question("B"))))
    quick = an_assessment(full.within("quick"), {"A": level(2)}, scope="quick", period=BEFORE)
    start = carry_forward(quick, full, BEFORE.plus(1))
    assert set(start.carried) == {"A"}
    assert start.again == {"B": ("new",)}
    assert carry_forward(quick, full, BEFORE.plus(1), scope="quick").again == {}


def test_nothing_is_carried_into_an_earlier_quarter() -> None:
    with pytest.raises(IncomparableError, match="2026-Q1 lies before 2026-Q2"):
        one(level(1), later=-1)


def test_nothing_is_carried_over_a_lineage_that_does_not_hold() -> None:
    new = flat("2.0", {"A": 1.0}, LineageChange(rename=("Z", "A")), since="1.0")
    before = an_assessment(flat("1.0", {"A": 1.0}), {"A": level(1)}, period=BEFORE)
    with pytest.raises(LineageError):
        carry_forward(before, new, BEFORE.plus(1))


@given(compared(), st.integers(0, 6))
def test_every_question_is_either_carried_or_asked_again(given_: Compared, later: int) -> None:
    before, after, between = given_
    start = carry_forward(before, after.questionnaire, BEFORE.plus(later), between)
    asked = {q.id for q in after.questionnaire.questions}
    assert set(start.carried) | set(start.again) == asked
    assert not set(start.carried) & set(start.again)
    assert all(reasons for reasons in start.again.values())
    assert all(answer.state in {"level", "not_applicable"} for answer in start.carried.values())
    assert all(answer.carried_from == str(BEFORE) for answer in start.carried.values())


@given(compared())
def test_one_quarter_on_carried_answers_count_as_they_did(given_: Compared) -> None:
    before = given_[0]
    plain: Questionnaire = before.questionnaire
    start = carry_forward(before, plain, BEFORE.plus(1))
    begun: Assessment = an_assessment(plain, start.carried, period=BEFORE.plus(1))
    old, new = count(before), count(begun)
    assert all(new[id_] == old[id_] for id_ in start.carried)
    assert all(new[id_].state == "not_asked" for id_ in start.again)
