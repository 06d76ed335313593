"""domain.md §2.8, to the printed digits."""

import pytest
from builders import the_worked_example

from readiness.domain.outcome import Outcome, evaluate


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return evaluate(the_worked_example(), target=2)


def test_the_score_is_42_and_holding(outcome: Outcome) -> None:
    assert outcome.score.score == pytest.approx(42.147, abs=0.001)
    assert (outcome.score.displayed, outcome.score.label) == (42, "Holding")


def test_pillars_and_topics_have_the_printed_scores(outcome: Outcome) -> None:
    figures = {part.id: part.score for pillar in outcome.score.pillars for part in (pillar, *pillar.topics)}
    assert figures == {
        "DAT": pytest.approx(44.75, abs=0.005),
        "DAT.QRY": pytest.approx(41.67, abs=0.005),
        "DAT.DST": pytest.approx(47.22, abs=0.005),
        "GRO": pytest.approx(38.89, abs=0.005),
        "GRO.LOD": pytest.approx(38.89, abs=0.005),
    }


def test_the_range_spans_33_to_59(outcome: Outcome) -> None:
    score = outcome.score
    assert score.best_case == pytest.approx(50.38, abs=0.005)
    assert score.range is not None
    assert score.range.low == pytest.approx(33.38, abs=0.005)
    assert score.range.high == pytest.approx(59.15, abs=0.005)


def test_the_strict_score_counts_not_applicable_as_zero(outcome: Outcome) -> None:
    assert outcome.score.strict_score == pytest.approx(36.94, abs=0.005)


def test_the_mark_of_2x_is_33(outcome: Outcome) -> None:
    assert outcome.score.needed == pytest.approx(33.265, abs=0.0005)


def test_shares_say_what_each_question_is_worth(outcome: Outcome) -> None:
    percent = {id_: round(100 * share, 1) for id_, share in outcome.score.shares.items()}
    assert percent == {
        "DAT-01": 8.2,
        "DAT-02": 8.2,
        "DAT-03": 8.2,
        "DAT-04": 17.1,
        "DAT-05": 13.7,
        "GRO-07": 24.7,
        "GRO-08": 19.8,
    }


def test_coverage_stands_beside_the_score(outcome: Outcome) -> None:
    assert outcome.score.coverage == pytest.approx(0.8667, abs=0.00005)
    assert outcome.score.pillars[0].coverage == pytest.approx(0.8095, abs=0.00005)
    assert outcome.score.evidenced_share == 0.5
    counts = outcome.score.counts
    assert (counts.levels, counts.unknown, counts.not_applicable, counts.not_asked) == (6, 1, 1, 0)


def test_no_growth_step_is_confirmed_yet(outcome: Outcome) -> None:
    step = outcome.growth.step(2)
    assert outcome.growth.practice_ceiling == 1
    assert step.passes is False
    assert step.failing_gates == ("DAT-04",)
    assert step.attainment == pytest.approx(0.7045, abs=0.00005)
    assert step.weak_topics == ()


def test_one_of_two_gates_is_open_and_one_person_week_away(outcome: Outcome) -> None:
    distance = outcome.growth.distance
    assert distance is not None
    assert (distance.step, distance.gates_open, distance.gates, distance.effort) == (2, 1, 2, 1.0)


def test_shortfalls_for_2x_begin_with_the_gate(outcome: Outcome) -> None:
    assert outcome.growth.shortfalls == ("DAT-04", "DAT-03")
    assert outcome.growth.breaks_first == ("DAT-04", "DAT-03")


def test_shortfalls_for_10x_are_felt_in_this_order() -> None:
    growth = evaluate(the_worked_example(), target=10).growth
    assert growth.shortfalls == ("DAT-04", "GRO-07", "DAT-03", "DAT-02", "GRO-08")


def test_the_gate_and_the_unknown_are_flagged(outcome: Outcome) -> None:
    flagged = [(risk.kind, risk.questions) for risk in outcome.risks]
    assert flagged == [("gate", ("DAT-04",)), ("unknown", ("DAT-03",)), ("divergence", ("DAT-04",))]


def test_product_is_rosier_on_every_difference(outcome: Outcome) -> None:
    assert outcome.alignment.index == pytest.approx(23 / 104)
    assert outcome.alignment.bias == pytest.approx(23 / 104)
    assert {gap.id: gap.gap for gap in outcome.alignment.questions} == {
        "DAT-01": 0,
        "DAT-02": 1,
        "DAT-04": 2,
        "DAT-05": 0,
        "GRO-07": 1,
        "GRO-08": 1,
    }
