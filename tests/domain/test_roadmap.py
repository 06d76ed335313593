"""The way to the next step: domain.md §3.1 to 3.3 and ruling 14."""

from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level, unknown
from hypothesis import given
from strategies import assessments

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.counting import Counted, count
from readiness.domain.growth import judge_steps
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.roadmap import Way, cheapest_way

# The 2x part of domain.md §3.5: two gates at 1, one of them needing what stands at 1 too.
SMALL = a_questionnaire(
    a_pillar(
        "DAT",
        a_topic(
            "DST",
            a_question("OBS-02", hurts_at=2, effort="S", weight=4.0),
            a_question("DAT-04", hurts_at=2, effort="S", weight=5.0, gate=True, needs=("OBS-02",)),
            a_question("GRO-07", hurts_at=2, effort="M", weight=5.0, gate=True),
            a_question("DAT-01", hurts_at=2, effort="S", weight=4.0),
        ),
    )
)


def way_to_2x(questionnaire: Questionnaire, answers: dict[str, Answer]) -> Way:
    return cheapest_way(questionnaire, count(an_assessment(questionnaire, answers)), 2)


def test_gates_come_first_each_after_what_it_needs() -> None:
    answers = {"OBS-02": level(1), "DAT-04": level(1), "GRO-07": level(1), "DAT-01": level(2)}
    way = way_to_2x(SMALL, answers)
    assert [(a.question, a.start, a.goal, a.effort) for a in way.actions] == [
        ("OBS-02", 1, 2, 1.0),
        ("DAT-04", 1, 2, 1.0),
        ("GRO-07", 1, 2, 2.0),
    ]
    assert way.effort == 4.0


def test_a_gate_kept_shut_by_a_guess_is_found_out_and_not_raised() -> None:
    answers = {q.id: level(2) for q in SMALL.questions} | {"GRO-07": level(2, "guess")}
    way = way_to_2x(SMALL, answers)
    assert [(a.kind, a.question, a.effort) for a in way.actions] == [("find-out", "GRO-07", 0.5)]


def test_an_unknown_gate_makes_the_way_conditional() -> None:
    answers = {q.id: level(2) for q in SMALL.questions} | {"GRO-07": unknown()}
    distance = evaluate(an_assessment(SMALL, answers)).growth.distance
    assert distance is not None
    assert (distance.gates_open, distance.effort, distance.conditional) == (1, 0.5, True)


def test_weak_answers_are_lifted_by_the_best_ratio_until_four_fifths_are_met() -> None:
    questionnaire = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic(
                "MOD",
                a_question("ARC-01", hurts_at=2, effort="L", weight=5.0),
                a_question("ARC-02", hurts_at=2, effort="S", weight=3.0),
                a_question("ARC-03", hurts_at=2, effort="S", weight=4.0),
            ),
        )
    )
    way = way_to_2x(questionnaire, {"ARC-01": level(1), "ARC-02": level(1), "ARC-03": level(1)})
    assert [a.question for a in way.actions] == ["ARC-03", "ARC-02", "ARC-01"]


def test_nothing_known_leaves_no_way_at_a_known_price() -> None:
    questionnaire = a_questionnaire(
        a_pillar("ARC", a_topic("MOD", a_question("ARC-01", hurts_at=2), a_question("ARC-02", hurts_at=2)))
    )
    distance = evaluate(
        an_assessment(questionnaire, {"ARC-01": unknown(), "ARC-02": unknown()})
    ).growth.distance
    assert distance is not None
    assert distance.effort is None


def test_at_the_highest_step_there_is_no_distance() -> None:
    answers = {q.id: level(4, "evidenced") for q in SMALL.questions}
    assert evaluate(an_assessment(SMALL, answers)).growth.distance is None


@given(assessments())
def test_walking_the_way_reaches_the_step_unless_it_says_otherwise(assessment: Assessment) -> None:
    questionnaire, counted = assessment.questionnaire, count(assessment)
    for step in judge_steps(questionnaire, counted):
        if step.passes is None:
            continue
        way = cheapest_way(questionnaire, counted, step.factor)
        if way.is_blocked or way.unknown_gates:
            continue
        after = dict(counted)
        for action in way.actions:
            if after[action.question].level is not None:
                after[action.question] = Counted(state="level", level=action.goal, sureness="evidenced")
        walked = next(s for s in judge_steps(questionnaire, after) if s.factor == step.factor)
        assert walked.passes
