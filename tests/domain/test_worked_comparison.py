"""domain.md §4.4, to the printed digits."""

import pytest
from lineages import the_worked_comparison

from readiness.domain.comparison import Comparison, compare


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(*the_worked_comparison())


def test_as_reported_it_looks_like_a_fall(comparison: Comparison) -> None:
    reported = comparison.as_reported
    assert (reported.before, reported.after, reported.delta) == (51.5625, 46.875, -4.6875)


def test_the_bridge_has_six_steps_that_sum_to_the_fall(comparison: Comparison) -> None:
    assert [(step.step, round(step.delta, 4)) for step in comparison.bridge] == [
        ("removed", -7.8125),
        ("scope", 0.0),
        ("now_known", 0.0),
        ("weights", -2.0833),
        ("answers", 12.5),
        ("added", -7.2917),
    ]
    assert sum(step.delta for step in comparison.bridge) == pytest.approx(-4.6875)


def test_on_the_same_questions_the_team_probably_improved_by_12(comparison: Comparison) -> None:
    assert comparison.like_for_like == pytest.approx(12.5)
    noise = comparison.noise
    assert noise is not None
    assert noise.se == pytest.approx(9.08, abs=0.005)
    assert noise.clear_from == pytest.approx(17.8, abs=0.05)
    assert noise.verdict == "probable"


def test_two_rose_two_stayed_and_none_fell(comparison: Comparison) -> None:
    assert [comparison.count(way) for way in ("up", "same", "down")] == [2, 2, 0]
    assert {row.id: row.change for row in comparison.questions} == {
        "QA-2": "up",
        "QB1": "up",
        "QB2": "same",
        "QC": "same",
        "QE": "new",
        "QD": "retired",
    }


def test_four_matched_and_nothing_in_both_versions_was_left_over(comparison: Comparison) -> None:
    assert comparison.matched == ("QA-2", "QB1", "QB2", "QC")
    assert comparison.not_comparable == ()


def test_the_stricter_questionnaire_is_named(comparison: Comparison) -> None:
    said = [(change.measure, change.subject, change.before, change.after) for change in comparison.measuring]
    assert said == [("questionnaire", "", "lineage@1.0", "lineage@2.0"), ("weight", "QC", 5.0, 4.0)]


def test_the_evidence_won_is_named(comparison: Comparison) -> None:
    assert comparison.evidence.gained == ("QA-2",)
