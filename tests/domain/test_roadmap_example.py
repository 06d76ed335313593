"""domain.md §3.5, to the printed digits: 74 questions, target 10×, 8 person-weeks a quarter."""

import pytest
from planning import OFFERED, raises, the_action, the_bank, the_planned_example

from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.what_if import WhatIf

BY_SCORE = WhatIf(capacity=(8.0,), mode="score-first", only=OFFERED)


@pytest.fixture(scope="module")
def by_score() -> Roadmap:
    return plan(the_planned_example(), BY_SCORE)


@pytest.fixture(scope="module")
def by_ceiling() -> Roadmap:
    return plan(the_planned_example(), WhatIf(capacity=(8.0,)))


def scores(roadmap: Roadmap, quarters: int) -> list[float]:
    return [round(quarter.score or 0, 2) for quarter in roadmap.quarters[:quarters]]


def test_the_bank_holds_74_questions_that_weigh_298() -> None:
    questions = the_bank().questions
    assert (len(questions), sum(q.weight for q in questions)) == (74, 298)


def test_it_starts_at_46_56_of_57_05_with_two_gates_open() -> None:
    outcome = the_planned_example()
    assert outcome.score.score == pytest.approx(46.56, abs=0.005)
    assert outcome.score.needed == pytest.approx(57.05, abs=0.005)
    assert outcome.growth.practice_ceiling == 1
    assert outcome.growth.step(2).failing_gates == ("DAT-04", "GRO-07")


def test_score_first_gives_the_printed_table(by_score: Roadmap) -> None:
    table = [
        (
            action.id,
            (action.rises[0].start, action.rises[0].goal),
            action.price.weeks,
            round(action.gain, 3),
            round(action.value, 3),
            round(action.priority or 0, 2),
            (action.start, action.finish),
        )
        for action in raises(by_score)
    ]
    assert table == [
        ("OBS-02", (1, 3), 2, 0.671, 0.906, 0.45, (1, 1)),
        ("DAT-04", (1, 3), 2, 0.839, 2.039, 1.02, (1, 1)),
        ("GRO-07", (1, 3), 4, 0.839, 2.265, 0.57, (1, 1)),
        ("GRO-08", (1, 3), 2, 0.671, 0.604, 0.30, (2, 2)),
        ("ARC-05", (1, 3), 4, 0.671, 0.604, 0.15, (2, 2)),
        ("ARC-04", (1, 3), 4, 0.839, 1.133, 0.28, (2, 3)),
        ("AUT-05", (0, 3), 6, 1.258, 1.133, 0.19, (3, 3)),
        ("AUT-04", (2, 3), 2, 0.336, 0.302, 0.15, (4, 4)),
        ("ARC-13", (1, 3), 12, 0.671, 0.503, 0.04, (4, 5)),
    ]


def test_the_factors_are_the_printed_ones(by_score: Roadmap) -> None:
    factors = {
        action.id: (f.u, f.g, f.c, round(f.m, 9))
        for action in raises(by_score)
        if (f := action.rises[0].factors) is not None
    }
    assert factors == {
        "OBS-02": (1.5, 1, 0.9, 1),
        "DAT-04": (1.5, 1.5, 0.9, 1.2),
        "GRO-07": (1.5, 1.5, 1, 1.2),
        "GRO-08": (1, 1, 0.9, 1),
        "ARC-05": (1, 1, 0.9, 1),
        "ARC-04": (1, 1.5, 0.9, 1),
        "AUT-05": (1, 1, 0.9, 1),
        "AUT-04": (1, 1, 0.9, 1),
        "ARC-13": (1, 1, 0.75, 1),
    }


def test_score_first_projects_the_printed_scores_at_2x(by_score: Roadmap) -> None:
    assert scores(by_score, 5) == [48.91, 50.25, 52.35, 52.68, 53.36]
    assert [quarter.ceiling for quarter in by_score.quarters] == [2] * 8
    assert [quarter.used for quarter in by_score.quarters] == [8, 8, 8, 8, 6, 0, 0, 0]
    assert by_score.effort == 38
    assert by_score.reached is None


def test_twelve_person_weeks_a_quarter_come_to_the_same_score_sooner() -> None:
    roadmap = plan(the_planned_example(), WhatIf(capacity=(12.0,), mode="score-first", only=OFFERED))
    assert scores(roadmap, 4) == [49.58, 52.35, 52.68, 53.36]


def test_what_is_pulled_up_says_what_it_unlocks(by_score: Roadmap) -> None:
    assert the_action(by_score, "ARC-05").reason == "unlocks ARC-04 and AUT-05"
    assert the_action(by_score, "ARC-04").needs == ("ARC-05",)
    assert the_action(by_score, "AUT-05").needs == ("ARC-04", "OBS-02")
    assert the_action(by_score, "ARC-13").reason == ""


def test_three_classes_stand_in_the_place_of_ranks(by_score: Roadmap) -> None:
    classes = {action.id: action.category for action in raises(by_score)}
    assert classes == {
        "OBS-02": "now",
        "DAT-04": "now",
        "GRO-07": "now",
        "GRO-08": "next",
        "ARC-05": "later",
        "ARC-04": "next",
        "AUT-05": "next",
        "AUT-04": "later",
        "ARC-13": "later",
    }


def test_the_facts_are_settled_first_where_the_sides_are_two_levels_apart(by_score: Roadmap) -> None:
    settled = [action for action in by_score.actions if action.kind == "settle"]
    assert [(a.id, a.question, a.price.weeks, a.gain, a.start) for a in settled] == [
        ("DAT-04:settle", "DAT-04", 0, 0, 1),
        ("GRO-07:settle", "GRO-07", 0, 0, 1),
    ]


def test_ceiling_first_needs_4_person_weeks_for_2x_and_18_for_10x(by_ceiling: Roadmap) -> None:
    first, second = by_ceiling.stages
    assert (first.step, first.effort, first.actions) == (2, 4, ("OBS-02:2", "DAT-04:2", "GRO-07:2"))
    assert (second.step, first.effort + second.effort) == (10, 18)
    assert {(a.id, a.rises[0].goal) for a in raises(by_ceiling) if a.stage == 10} == {
        ("DAT-04:10", 3),
        ("GRO-07:10", 3),
        ("ARC-04:10", 2),
        ("ARC-06:10", 3),
        ("ARC-07:10", 3),
        ("OBS-01:10", 3),
        ("AUT-02:10", 3),
        ("ARC-05:10", 2),
        ("AUT-07:10", 3),
    }


def test_ceiling_first_reaches_10x_in_the_third_quarter_at_51_1(by_ceiling: Roadmap) -> None:
    assert by_ceiling.reached == 3
    third = by_ceiling.quarters[2]
    assert (str(third.period), third.ceiling, round(third.score or 0, 1)) == ("2027-Q2", 10, 51.1)
    assert [stage.state for stage in by_ceiling.stages] == ["reached", "reached"]
    assert [stage.quarter for stage in by_ceiling.stages] == [1, 3]


def test_a_later_stage_needs_the_earlier_one(by_ceiling: Roadmap) -> None:
    assert "DAT-04:2" in the_action(by_ceiling, "DAT-04:10").needs
    assert the_action(by_ceiling, "OBS-02:2").unlocks == ("DAT-04",)


def test_nothing_more_is_placed_once_the_target_passes(by_ceiling: Roadmap) -> None:
    assert {left.why for left in by_ceiling.undone} == {"not needed for 10×"}
    assert by_ceiling.effort + by_ceiling.undone_effort == 141


def test_all_60_possible_actions_cost_141_person_weeks() -> None:
    roadmap = plan(the_planned_example(), WhatIf(capacity=(8.0,), mode="score-first"))
    assert len(raises(roadmap)) + len(roadmap.undone) == 60
    assert roadmap.effort + roadmap.undone_effort == 141
    assert {left.why for left in roadmap.undone} == {"beyond the horizon"}


def test_the_second_line_counts_what_usually_gets_done(by_ceiling: Roadmap) -> None:
    start, third = by_ceiling.start.score or 0, by_ceiling.quarters[2]
    assert third.scaled == pytest.approx(start + 0.6 * ((third.score or 0) - start))


def test_an_effort_nobody_estimated_is_a_range(by_score: Roadmap) -> None:
    price = the_action(by_score, "OBS-02").price
    assert (price.low, price.weeks, price.high, price.estimated) == (1, 2, 4, False)
    assert by_score.estimated == (0, 9)
    assert not by_score.may_promise_dates
