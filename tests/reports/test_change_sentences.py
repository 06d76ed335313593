"""What a comparison says, word for word; no “rose” within the noise."""

from collections.abc import Mapping

import pytest
from builders import a_planned_assessment, all_at, an_assessment, level, six_pillars, unknown

from readiness.domain.assessment import Answer
from readiness.domain.comparison import Comparison, compare
from readiness.domain.period import Period
from readiness.reports import change_sentences as say

SIX = six_pillars()


def two(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> Comparison:
    old = an_assessment(SIX, {**all_at(SIX, level(2)), **before}, period=Period(2026, 2))
    return compare(old, an_assessment(SIX, {**all_at(SIX, level(2)), **after}))


@pytest.mark.parametrize(
    ("delta", "said"),
    [(2.94, "+2.9"), (-0.95, "−1.0"), (0.04, "0.0"), (-0.049, "0.0"), (12.5, "+12.5"), (0.0, "0.0")],
)
def test_points_have_a_sign_and_one_decimal(delta: float, said: str) -> None:
    assert say.points(delta) == said


def test_a_small_change_is_no_clear_change() -> None:
    found = two({}, {"ARC-02": level(3)})
    assert say.change(found) == "No clear change on the same 12 questions: +1.6, within noise."
    assert "rose" not in say.headline(found)


def test_a_change_beyond_the_noise_is_said_with_how_sure_it_is() -> None:
    surely = two({}, dict.fromkeys(["ARC-01", "DAT-01", "OBS-01", "AUT-01"], level(4, "evidenced")))
    assert say.change(surely) == "On the same 12 questions the score rose by 20.8."
    probably = two({}, dict.fromkeys(["ARC-01", "DAT-01", "OBS-01"], level(3)))
    assert say.change(probably) == "On the same 12 questions the score probably rose by 7.8."
    back = two(dict.fromkeys(["ARC-01", "DAT-01", "OBS-01"], level(3)), {})
    assert say.change(back) == "On the same 12 questions the score probably fell by 7.8."


def test_gates_come_before_the_score() -> None:
    found = two({"ARC-01": level(3), "DAT-01": level(2)}, {"ARC-01": level(2), "DAT-01": level(3)})
    assert say.headline(found) == (
        "One gate of 10× closed, one gate of 10× opened. "
        "No clear change on the same 12 questions: 0.0, within noise."
    )


def test_nothing_in_common_is_no_change_of_nothing() -> None:
    found = two(all_at(SIX, unknown()), {})
    assert say.change(found) == "Nothing was asked both times, so there is no change to tell."


def test_counts_say_how_much_was_asked_again() -> None:
    assert say.counts(two({}, {"ARC-02": level(3)})) == "1 up, 11 same, none down; 12 of 12 asked again"


def test_whole_points_that_would_contradict_the_change_get_a_decimal() -> None:
    assert say.as_reported(two({}, {"ARC-02": level(3)})) == "50 → 52 as reported"
    before = {"ARC-01": level(3), "DAT-01": level(3), "ARC-02": level(1), "DAT-02": level(1)}
    assert say.as_reported(two(before, {"ARC-02": level(3)})) == "52.1 → 51.6 as reported (−0.5)"


def test_what_is_measured_differently_is_named_with_both_values() -> None:
    before = a_planned_assessment(period=Period(2026, 2))
    after = a_planned_assessment(target=None, load=())
    assert list(say.measuring(compare(before, after))) == [
        "due date: 2027-Q2 → none",
        "today’s peak of orders: 1,200 → none",
    ]
