"""domain.md §2.5 and rulings 1, 2, 3, 6, 9 and 10."""

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
from strategies import assessments, questionnaires

from readiness.domain.assessment import Assessment, Confidence, Driver, Limit, Target
from readiness.domain.growth import step_for
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Questionnaire, Tier

THREE = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic(
            "MOD",
            a_question("ARC-01", hurts_at=2, gate=True, weight=5.0),
            a_question("ARC-02", hurts_at=10, gate=True, weight=5.0),
            a_question("ARC-03", hurts_at=100, weight=3.0),
        ),
    )
)


def ceiling_of(assessment: Assessment) -> int | None:
    return evaluate(assessment).growth.practice_ceiling


@pytest.mark.parametrize(
    ("value", "confidence", "expected"),
    [(1, "informed", 1), (2, "informed", 2), (3, "informed", 10), (4, "evidenced", 100), (4, "informed", 10)],
)
def test_answers_all_alike_support_this_step(value: int, confidence: Confidence, expected: int) -> None:
    assert ceiling_of(an_assessment(THREE, all_at(THREE, level(value, confidence)))) == expected


def test_a_guess_never_opens_a_gate_on_its_own() -> None:
    sure = all_at(THREE, level(2))
    assert ceiling_of(an_assessment(THREE, sure)) == 2
    assert ceiling_of(an_assessment(THREE, sure | {"ARC-01": level(2, "guess")})) == 1


def test_evidenced_without_evidence_counts_as_informed() -> None:
    bare = replace(level(4), confidence="evidenced")
    assert ceiling_of(an_assessment(THREE, all_at(THREE, bare))) == 10


def test_a_gate_that_does_not_apply_is_dropped() -> None:
    answers = all_at(THREE, level(2)) | {"ARC-01": not_applicable()}
    growth = evaluate(an_assessment(THREE, answers)).growth
    assert growth.step(2).passes is None
    assert growth.step(10).gates == ("ARC-02",)


def test_an_unknown_gate_is_open_and_felt_while_one_not_asked_is_only_open() -> None:
    answers = all_at(THREE, level(3), ("ARC-02", "ARC-03"))
    asked = evaluate(an_assessment(THREE, answers | {"ARC-01": unknown()})).growth
    pending = evaluate(an_assessment(THREE, answers)).growth
    assert asked.step(2).failing_gates == pending.step(2).failing_gates == ("ARC-01",)
    assert asked.shortfalls == ("ARC-01",)
    assert pending.shortfalls == ()


def test_a_weak_topic_blocks_a_step_that_the_rest_would_carry() -> None:
    questionnaire = a_questionnaire(
        a_pillar("ARC", a_topic("MOD", a_question("ARC-01", hurts_at=2, weight=5.0))),
        a_pillar("DAT", a_topic("QRY", a_question("DAT-01", hurts_at=2, weight=1.0))),
    )
    step = evaluate(an_assessment(questionnaire, {"ARC-01": level(4), "DAT-01": level(0)})).growth.step(2)
    assert step.attainment == pytest.approx(5 / 6)
    assert step.weak_topics == ("DAT.QRY",)
    assert step.passes is False


def test_a_question_without_weight_is_in_no_gate_and_no_shortfall() -> None:
    questionnaire = a_questionnaire(
        a_pillar("ARC", a_topic("MOD", a_question("ARC-01"), a_question("ARC-02", weight=0.0, gate=True)))
    )
    growth = evaluate(an_assessment(questionnaire, all_at(questionnaire, level(0)))).growth
    assert growth.open_gates == ()
    assert growth.shortfalls == ("ARC-01",)


def test_a_quick_check_has_no_ceiling_and_no_distance() -> None:
    growth = evaluate(an_assessment(THREE, all_at(THREE, level(1)), scope="quick")).growth
    assert (growth.practice_ceiling, growth.distance) == (None, None)
    assert growth.open_gates == ("ARC-01", "ARC-02")


@pytest.mark.parametrize(
    ("factor", "step"), [(0.5, 2), (1, 2), (2, 2), (2.1, 10), (3, 10), (10, 10), (11, 100), (400, 100)]
)
def test_a_factor_is_judged_at_the_smallest_step_that_holds_it(factor: float, step: Tier) -> None:
    assert step_for(factor) == step


def test_the_target_is_the_largest_of_the_drivers() -> None:
    load = (
        Driver(id="orders", unit="orders/min", today=1200, target=3600, tested=1800),
        Driver(id="stock", unit="rows", today=10, target=40, tested=20),
        Driver(id="mail", unit="mails", today=10, target=10),
    )
    growth = evaluate(an_assessment(THREE, load=load, target=Target(factor=4, by="2027-Q2"))).growth
    assert (growth.target_factor, growth.target_step, growth.target_by) == (4, 10, "2027-Q2")
    assert growth.tested_ceiling == 1.5


def test_without_any_target_ten_times_is_asked() -> None:
    growth = evaluate(an_assessment(THREE)).growth
    assert (growth.target_factor, growth.target_step, growth.tested_ceiling) == (10, 10, None)


def test_a_target_of_one_is_already_reached_and_judged_at_2x() -> None:
    growth = evaluate(an_assessment(THREE), target=1).growth
    assert (growth.at_target, growth.target_step) == (True, 2)


LIMITS = (
    Limit(id="db-connections", resource="Orders database, connections", used=460, limit=600),
    Limit(id="mail", resource="Receipt mail", used=1150),
    Limit(id="queue", resource="Event bus", used=9, limit=60),
)


def test_the_first_known_limit_is_the_smallest_measured_one() -> None:
    known = evaluate(an_assessment(THREE, limits=LIMITS)).growth.first_known_limit
    assert known is not None
    assert known.id == "db-connections"
    assert known.factor == pytest.approx(600 / 460)


def test_a_factor_too_large_to_hold_is_not_known() -> None:
    huge = Limit(id="db", resource="Database", used=1e-300, limit=1e300)
    assert huge.factor is None
    assert evaluate(an_assessment(THREE, limits=(huge,))).growth.first_known_limit is None


def test_limits_below_a_step_are_listed_and_close_nothing() -> None:
    answers = all_at(THREE, level(3))
    with_limits = evaluate(an_assessment(THREE, answers, limits=LIMITS)).growth
    assert with_limits.practice_ceiling == ceiling_of(an_assessment(THREE, answers)) == 10
    assert with_limits.step(2).blocking_limits == ("db-connections",)
    assert with_limits.step(10).blocking_limits == ("db-connections", "queue")


@given(assessments(), st.data())
def test_better_confidence_never_lowers_a_step(assessment: Assessment, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from([q.id for q in assessment.questionnaire.questions]))
    answer = assessment.agreed[id_]
    surer = replace(answer, confidence="evidenced", evidence=("a number",))
    better = replace(assessment, agreed={**assessment.agreed, id_: surer})
    assert (ceiling_of(better) or 0) >= (ceiling_of(assessment) or 0)


@given(assessments())
def test_failing_gates_are_among_the_questions_below_what_is_asked(assessment: Assessment) -> None:
    outcome = evaluate(assessment)
    for step in outcome.growth.tiers:
        assert set(step.failing_gates) <= set(step.gates)
        if step.passes:
            assert step.failing_gates == ()


@given(questionnaires(), st.data())
def test_meeting_every_requirement_reaches_mark_and_step(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    step: Tier = data.draw(st.sampled_from((2, 10, 100)))
    asked = {2: {2: 2}, 10: {2: 3, 10: 2}, 100: {2: 4, 10: 3, 100: 2}}[step]
    answers = {q.id: level(asked.get(q.hurts_at, 0), "evidenced") for q in questionnaire.questions}
    outcome = evaluate(an_assessment(questionnaire, answers), target=step)
    assert outcome.score.score == pytest.approx(outcome.score.needed)
    assert outcome.growth.step(step).passes in {True, None}
    assert outcome.growth.open_gates == ()
