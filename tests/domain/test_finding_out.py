"""What finding out would change, by the worked example of domain.md §2.8."""

from dataclasses import replace

import pytest
from builders import level, the_worked_example, unknown
from hypothesis import given
from strategies import two_sided

from readiness.domain.assessment import Assessment
from readiness.domain.finding_out import if_found, unknowns
from readiness.domain.outcome import evaluate


def test_the_one_unknown_of_the_example_found_at_two_and_at_four() -> None:
    found = if_found(evaluate(the_worked_example()))

    assert [one.level for one in found] == [2, 4]
    assert [one.outcome.score.score for one in found] == [
        pytest.approx((5 * (4 * 175 / 3 + 5 * 425 / 9) / 9 + 4 * 350 / 9) / 9),
        pytest.approx(50.38, abs=0.005),
    ]


def test_nothing_unknown_is_nothing_to_find() -> None:
    example = the_worked_example()
    known = replace(example, agreed={**example.agreed, "DAT-03": level(2)})
    assert if_found(evaluate(known)) == ()


def test_what_is_found_counts_as_evidenced_and_may_open_a_gate() -> None:
    example = the_worked_example()
    doubtful = replace(example, agreed={**example.agreed, "DAT-04": unknown()})
    at_two, at_four = if_found(evaluate(doubtful, 2))

    assert "DAT-04" not in at_two.outcome.growth.open_gates
    assert at_four.outcome.counted["DAT-04"].effective == 4


def test_a_side_that_does_not_know_is_found_too_and_keeps_its_own_answer() -> None:
    example = the_worked_example()
    engineering = {**example.engineering, "DAT-02": unknown()}
    agreed = {id_: answer for id_, answer in example.agreed.items() if id_ != "DAT-02"}
    torn = replace(example, agreed=agreed, engineering=engineering)

    assert unknowns(evaluate(torn)) == ("DAT-02", "DAT-03")
    best = if_found(evaluate(torn))[-1].outcome
    assert best.counted["DAT-02"].level == 4
    assert best.assessment.engineering["DAT-02"].unknown


@given(two_sided())
def test_more_found_is_never_less_and_the_best_is_the_best_case(assessment: Assessment) -> None:
    outcome = evaluate(assessment)
    found = if_found(outcome)
    scores = [outcome.score.score, *(one.outcome.score.score for one in found)]
    known = [score for score in scores if score is not None]

    assert known == sorted(known)
    if found and outcome.score.best_case is not None:
        assert known[-1] == pytest.approx(outcome.score.best_case)
