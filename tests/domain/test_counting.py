"""What counts where two sides answered: domain.md §2.7, rulings 3 and 5."""

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    unknown,
)

from readiness.domain.assessment import Answer, Confidence
from readiness.domain.counting import Counted, count
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import AskedOf, Questionnaire


def one_question(asked_of: AskedOf = "both") -> Questionnaire:
    return a_questionnaire(a_pillar("GRO", a_topic("ASM", a_question("GRO-01", asked_of=asked_of))))


def counted(
    product: Answer | None,
    engineering: Answer | None,
    *,
    agreed: Answer | None = None,
    asked_of: AskedOf = "both",
    revealed: bool = True,
) -> Counted:
    lanes = {"product": product, "engineering": engineering, "agreed": agreed}
    given = {lane: {} if answer is None else {"GRO-01": answer} for lane, answer in lanes.items()}
    return count(an_assessment(one_question(asked_of), revealed=revealed, **given))["GRO-01"]


def test_the_agreed_answer_alone_counts() -> None:
    fact = counted(level(4), level(0), agreed=level(2))
    assert (fact.level, fact.provisional) == (2, False)


def test_equal_answers_agree_by_themselves_with_the_lower_confidence() -> None:
    fact = counted(level(3, "evidenced"), level(3, "guess"))
    assert (fact.level, fact.sureness, fact.provisional) == (3, "guess", False)


def test_the_lower_answer_counts_until_agreed() -> None:
    fact = counted(level(3), level(1))
    assert (fact.level, fact.provisional) == (1, True)


def test_unknown_is_the_lowest() -> None:
    fact = counted(level(0), unknown())
    assert (fact.state, fact.provisional) == ("unknown", True)


def test_a_level_counts_against_does_not_apply() -> None:
    fact = counted(not_applicable(), level(2))
    assert (fact.state, fact.level, fact.provisional) == ("level", 2, True)


def test_what_one_side_alone_is_asked_is_taken_from_it_undiscussed() -> None:
    fact = counted(level(4), level(1), asked_of="engineering")
    assert (fact.level, fact.provisional, fact.undiscussed) == (1, False, True)


def test_an_expectation_is_never_scored() -> None:
    assert counted(level(4), None, asked_of="engineering").state == "not_asked"


def test_hidden_answers_are_not_asked_everywhere() -> None:
    assert counted(level(3), level(3), revealed=False).state == "not_asked"
    assert counted(level(3), level(3), agreed=level(2), revealed=False).level == 2


def test_a_side_that_has_not_answered_leaves_the_other_provisional() -> None:
    fact = counted(level(3), None)
    assert (fact.level, fact.provisional) == (3, True)


def test_the_range_of_an_open_difference_spans_both_answers() -> None:
    assessment = an_assessment(
        one_question(),
        product={"GRO-01": level(4, "evidenced")},
        engineering={"GRO-01": level(0, "evidenced")},
    )
    score = evaluate(assessment).score
    assert score.score == 0
    assert score.range is not None
    assert (score.range.low, score.range.high) == (0, 100)
    assert score.counts.provisional == 1


@pytest.mark.parametrize(
    ("value", "confidence", "effective"),
    [
        (4, "evidenced", 4),
        (4, "informed", 3),
        (4, "guess", 3),
        (2, "guess", 1),
        (0, "guess", 0),
        (3, None, 3),
    ],
)
def test_the_effective_level_takes_one_reduction_only(
    value: int, confidence: Confidence | None, effective: int
) -> None:
    assert counted(None, None, agreed=level(value, confidence)).effective == effective
