"""Every override of a plan, what people promised, and terms that make no plan (domain.md §3.4, ruling 14)."""

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
from planning import LOW, OFFERED, raises, reasons, the_action, the_planned_example

from readiness.domain.assessment import Answer
from readiness.domain.composing import first_sentence
from readiness.domain.contrasting import Contrast, contrast
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.projecting import completion_of
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.what_if import WhatIf
from readiness.errors import InputError

EIGHT = WhatIf(capacity=(8.0,))
BY_SCORE = WhatIf(capacity=(8.0,), mode="score-first", only=OFFERED)


def the_plan(what_if: WhatIf, *promises: PlannedAction) -> Roadmap:
    outcome = the_planned_example()
    return plan(replace(outcome, assessment=replace(outcome.assessment, actions=promises)), what_if)


def outcome_of(questionnaire: Questionnaire, answers: dict[str, Answer], target: float = 10) -> Outcome:
    return evaluate(an_assessment(questionnaire, answers), target)


SMALL = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic(
            "MOD",
            a_question("ARC-01", hurts_at=2, effort="S", weight=5.0, gate=True),
            a_question("ARC-02", hurts_at=2, effort="M", weight=4.0, needs=("ARC-01",)),
            a_question("ARC-03", hurts_at=10, effort="L", weight=3.0, needs=("ARC-02",), asked_of="product"),
        ),
    )
)


def test_a_pinned_action_stays_in_its_quarter_and_the_others_give_way() -> None:
    roadmap = the_plan(replace(BY_SCORE, pins={"AUT-04": "2026-Q4"}))
    pinned = the_action(roadmap, "AUT-04")
    assert (pinned.start, pinned.finish, pinned.pinned) == (1, 1, True)
    assert roadmap.infeasible == ()
    assert roadmap.quarters[0].used == 8
    assert (the_action(roadmap, "GRO-07").start, the_action(roadmap, "GRO-07").finish) == (1, 2)


def test_an_overfull_quarter_is_reported() -> None:
    roadmap = the_plan(replace(BY_SCORE, pins={"ARC-13": "2027-Q1"}))
    assert roadmap.quarters[1].used == 12
    assert roadmap.quarters[1].over == 4
    assert [(entry.id, entry.period, entry.why) for entry in roadmap.infeasible] == [
        ("ARC-13", "2027-Q1", "12 of 8 person-weeks in 2027-Q1")
    ]


def test_a_pin_before_what_it_needs_is_reported() -> None:
    roadmap = the_plan(replace(BY_SCORE, pins={"AUT-05": "2026-Q4"}))
    assert the_action(roadmap, "AUT-05").finish == 1
    assert [entry.why for entry in roadmap.infeasible] == ["before what it needs: ARC-04 finishes in 2027-Q2"]


def test_a_pin_to_a_quarter_that_is_over_or_out_of_sight_is_reported() -> None:
    roadmap = the_plan(replace(BY_SCORE, pins={"GRO-07": "2026-Q3", "ARC-13": "2031-Q1"}))
    assert {entry.id: entry.why for entry in roadmap.infeasible} == {
        "GRO-07": "pinned to a quarter that is over",
        "ARC-13": "beyond the horizon",
    }
    assert reasons(roadmap) == {
        "GRO-07": "pinned to a quarter that is over",
        "GRO-08": "needs GRO-07",
        "ARC-13": "beyond the horizon",
    }


def test_a_pin_takes_into_the_plan_what_nothing_asks_for() -> None:
    roadmap = the_plan(replace(EIGHT, pins={"AUT-04": "2027-Q1"}))
    assert the_action(roadmap, "AUT-04").finish == 2
    assert "AUT-04" not in reasons(roadmap)


def test_a_pin_takes_a_stage_or_the_whole_question() -> None:
    whole = the_plan(replace(EIGHT, pins={"GRO-07": "2027-Q1"}))
    assert [the_action(whole, id_).finish for id_ in ("GRO-07:2", "GRO-07:10")] == [2, 2]
    stage = the_plan(replace(EIGHT, pins={"GRO-07:10": "2027-Q2"}))
    assert [the_action(stage, id_).finish for id_ in ("GRO-07:2", "GRO-07:10")] == [1, 3]


def test_a_pin_on_what_is_excluded_or_stands_already_is_reported() -> None:
    roadmap = the_plan(replace(EIGHT, exclude=("ARC-13",), pins={"ARC-13": "2026-Q4", "AUT-06": "2026-Q4"}))
    assert [(entry.id, entry.why) for entry in roadmap.infeasible] == [
        ("ARC-13", "excluded"),
        ("AUT-06", "there is nothing to do"),
    ]


def test_an_excluded_need_leaves_its_dependents_undone() -> None:
    roadmap = the_plan(replace(BY_SCORE, exclude=("ARC-05",)))
    assert reasons(roadmap) == {"ARC-05": "excluded", "ARC-04": "needs ARC-05", "AUT-05": "needs ARC-05"}


def test_an_excluded_gate_blocks_its_stage_and_the_rest_goes_on() -> None:
    roadmap = the_plan(replace(EIGHT, exclude=("OBS-02",)))
    assert [(stage.state, stage.quarter) for stage in roadmap.stages] == [
        ("blocked", None),
        ("blocked", None),
    ]
    causes = roadmap.stages[0].causes
    assert [(cause.kind, cause.question) for cause in causes] == [("excluded", "OBS-02")]
    assert reasons(roadmap)["DAT-04"] == "needs OBS-02"
    assert "GRO-07:10" in [action.id for action in roadmap.actions]


def test_one_stage_can_be_excluded_alone() -> None:
    roadmap = the_plan(replace(EIGHT, exclude=("DAT-04:10",)))
    assert [stage.state for stage in roadmap.stages] == ["reached", "blocked"]
    assert reasons(roadmap)["DAT-04"] == "excluded"


def test_only_what_is_offered_exists() -> None:
    roadmap = the_plan(BY_SCORE)
    assert {action.question for action in roadmap.actions} == set(OFFERED)
    assert roadmap.undone == ()


def test_an_estimate_replaces_the_default_and_its_range() -> None:
    roadmap = the_plan(replace(BY_SCORE, efforts={"GRO-07": 5.0}))
    price = the_action(roadmap, "GRO-07").price
    assert (price.low, price.weeks, price.high, price.estimated) == (5, 5, 5, True)
    assert roadmap.estimated == (1, 9)


def test_an_estimate_of_a_question_is_spent_over_its_stages() -> None:
    roadmap = the_plan(replace(EIGHT, efforts={"GRO-07": 6.0, "DAT-04:10": 3.0}))
    weeks = {action.id: action.price.weeks for action in raises(roadmap)}
    assert (weeks["GRO-07:2"], weeks["GRO-07:10"]) == (3, 3)
    assert (weeks["DAT-04:2"], weeks["DAT-04:10"]) == (1, 3)


def test_what_costs_nothing_comes_first_and_has_no_priority() -> None:
    roadmap = the_plan(replace(BY_SCORE, efforts={"ARC-13": 0.0}))
    first = raises(roadmap)[0]
    assert (first.id, first.priority, first.category, first.finish) == ("ARC-13", None, "now", 1)


def test_dates_may_be_promised_once_half_of_the_effort_is_estimated() -> None:
    roadmap = the_plan(replace(BY_SCORE, efforts={"ARC-13": 12.0, "AUT-05": 8.0}))
    assert roadmap.may_promise_dates


def test_what_is_done_stands_verified_from_today() -> None:
    roadmap = the_plan(replace(BY_SCORE, done=("GRO-07", "DAT-04")))
    assert roadmap.start.score == pytest.approx(
        (the_planned_example().score.score or 0) + 2 * 0.8389, abs=0.001
    )
    assert roadmap.start.ceiling == 2
    assert roadmap.done == ("GRO-07", "DAT-04")
    assert "GRO-07" not in [action.question for action in roadmap.actions]


def test_one_stage_can_be_done_alone() -> None:
    roadmap = the_plan(replace(EIGHT, done=("GRO-07:2", "DAT-04:settle")))
    ids = [action.id for action in roadmap.actions]
    assert "GRO-07:2" not in ids
    assert "GRO-07:10" in ids
    assert "DAT-04:settle" not in ids


def test_another_answer_is_planned_from() -> None:
    roadmap = the_plan(replace(EIGHT, levels={"OBS-02": 3, "DAT-04": 2}))
    assert {action.question for action in raises(roadmap) if action.stage == 2} == {"GRO-07"}
    assert the_action(roadmap, "DAT-04:10").needs == ()


def test_another_answer_where_nobody_agreed_keeps_what_its_side_gave() -> None:
    guessed = {"ARC-01": level(0, "guess")}
    outcome = evaluate(an_assessment(SMALL, {"ARC-02": level(2)}, engineering=guessed), 10)
    roadmap = plan(outcome, replace(EIGHT, levels={"ARC-01": 3, "ARC-03": 2}))
    assert roadmap.start.ceiling == 2
    assert the_action(roadmap, "ARC-01:10").kind == "find-out"


def test_another_target_is_planned_for() -> None:
    roadmap = the_plan(replace(EIGHT, target=2))
    assert (roadmap.target_step, roadmap.reached, roadmap.effort) == (2, 1, 4)
    assert {left.why for left in roadmap.undone} == {"not needed for 2×"}


def test_capacity_may_differ_by_quarter_and_the_last_one_holds_on() -> None:
    roadmap = the_plan(replace(BY_SCORE, capacity=(8.0, 0.0, 6.0)))
    assert [quarter.capacity for quarter in roadmap.quarters] == [8, 0, 6, 6, 6, 6, 6, 6]
    assert [quarter.used for quarter in roadmap.quarters[:4]] == [8, 0, 6, 6]


def test_a_horizon_of_zero_shows_nothing_and_says_why() -> None:
    roadmap = the_plan(replace(BY_SCORE, horizon=0))
    assert (roadmap.actions, roadmap.quarters) == ((), ())
    assert {left.why for left in roadmap.undone} == {"beyond the horizon"}


def test_what_begins_before_the_horizon_and_does_not_finish_is_undone_with_its_start() -> None:
    roadmap = the_plan(replace(BY_SCORE, horizon=4))
    assert reasons(roadmap) == {"ARC-13": "beyond the horizon"}
    begun = the_action(roadmap, "ARC-13")
    assert (begun.start, begun.finish, begun.used) == (4, None, {4: 6.0})
    assert begun in roadmap.in_quarter(4)


def test_few_actions_at_once_leave_a_quarter_free() -> None:
    roadmap = the_plan(replace(BY_SCORE, at_once=2))
    for quarter in roadmap.quarters:
        assert len([a for a in roadmap.in_quarter(quarter.index) if a.kind == "raise"]) <= 2
    assert roadmap.quarters[0].used == 4


def test_a_role_gives_no_more_than_it_has() -> None:
    outcome = outcome_of(SMALL, all_at(SMALL, level(1)))
    roadmap = plan(outcome, replace(EIGHT, mode="score-first", roles={"product": 1.0}))
    slow = the_action(roadmap, "ARC-03")
    assert set(slow.used.values()) == {1.0}
    assert roadmap.quarters[0].used < 8


def test_what_is_left_of_the_capacity_can_be_filled() -> None:
    roadmap = the_plan(replace(EIGHT, fill=True))
    assert roadmap.reached == 3
    assert {left.why for left in roadmap.undone} == {"beyond the horizon"}
    assert roadmap.quarters[-1].used == 8
    assert the_action(roadmap, "ARC-04").needs == ("ARC-04:10", "ARC-05:10")


def test_an_unknown_need_is_found_out_first_and_the_gain_depends_on_it() -> None:
    answers = all_at(SMALL, level(1)) | {"ARC-01": unknown()}
    roadmap = plan(outcome_of(SMALL, answers), replace(EIGHT, mode="score-first"))
    found = the_action(roadmap, "ARC-01")
    assert (found.kind, found.price.weeks, found.gain, found.start) == ("find-out", 0.5, 0, 1)
    dependent = the_action(roadmap, "ARC-02")
    assert dependent.needs == ("ARC-01",)
    assert [str(condition) for condition in dependent.conditions] == ["if ARC-01 turns out at 2 or more"]


def test_an_unknown_gate_makes_a_stage_conditional_and_never_reached() -> None:
    answers = all_at(SMALL, level(3)) | {"ARC-01": unknown()}
    for mode in ("ceiling-first", "score-first"):
        what_if = WhatIf(capacity=(8.0,), mode=mode)
        stages = plan(outcome_of(SMALL, answers), what_if).stages
        assert [(stage.state, stage.quarter) for stage in stages] == [("conditional", None)] * 2
        assert [str(c) for c in stages[0].conditions] == ["if ARC-01 turns out at 2 or more"]


def test_unknown_questions_that_are_no_gates_block_a_stage() -> None:
    answers = all_at(SMALL, level(3)) | {"ARC-02": unknown(), "ARC-03": Answer()}
    stages = plan(outcome_of(SMALL, answers), EIGHT).stages
    assert [(c.kind, c.question) for c in stages[1].causes] == [
        ("unknown", "ARC-02"),
        ("not asked", "ARC-03"),
    ]


def test_find_outs_go_by_weight_within_a_tenth_of_the_capacity() -> None:
    answers = all_at(SMALL, unknown())
    roadmap = plan(outcome_of(SMALL, answers), EIGHT)
    assert [(a.id, a.start, a.finish) for a in roadmap.actions] == [
        ("ARC-01:2", 1, 1),
        ("ARC-02:2", 1, 2),
        ("ARC-03:10", 2, 2),
    ]


def test_a_guess_that_keeps_a_gate_shut_is_backed_by_evidence() -> None:
    answers = all_at(SMALL, level(3)) | {"ARC-01": level(3, "guess")}
    for mode, id_ in (("ceiling-first", "ARC-01:10"), ("score-first", "ARC-01")):
        roadmap = plan(outcome_of(SMALL, answers), WhatIf(capacity=(8.0,), mode=mode))  # type: ignore[arg-type]  # both are modes
        backed = the_action(roadmap, id_)
        assert (backed.kind, backed.price.weeks, backed.gain) == ("find-out", 0.5, 0)
        assert roadmap.reached == 1


def test_a_guess_that_is_raised_as_well_is_backed_under_an_id_of_its_own() -> None:
    answers = all_at(SMALL, level(3)) | {"ARC-01": level(2, "guess")}
    what_if = WhatIf(capacity=(8.0,), mode="score-first")
    roadmap = plan(outcome_of(SMALL, answers, target=2), what_if)
    assert [(a.id, a.kind) for a in roadmap.actions] == [("ARC-01:find-out", "find-out"), ("ARC-01", "raise")]
    assert the_action(roadmap, "ARC-01").needs == ("ARC-01:find-out",)


def test_a_need_nobody_was_asked_is_found_out() -> None:
    answers = {"ARC-02": level(1), "ARC-03": level(2)}
    roadmap = plan(outcome_of(SMALL, answers), replace(EIGHT, mode="score-first"))
    assert the_action(roadmap, "ARC-01").kind == "find-out"
    assert the_action(roadmap, "ARC-02").needs == ("ARC-01",)


def test_titles_owners_and_estimates_come_from_promises() -> None:
    promise = PlannedAction(
        id="GRO-07", questions=("GRO-07",), title="Load test at peak", owner="Reliability", effort=5.0
    )
    action = the_action(the_plan(BY_SCORE, promise), "GRO-07")
    assert (action.title, action.owner, action.price.weeks) == ("Load test at peak", "Reliability", 5)
    stages = the_plan(EIGHT, promise)
    assert the_action(stages, "GRO-07:2").owner == the_action(stages, "GRO-07:10").owner == "Reliability"


def test_a_promised_goal_wins_in_score_first() -> None:
    promise = PlannedAction(id="GRO-08", questions=("GRO-08",), goal=4)
    assert the_action(the_plan(BY_SCORE, promise), "GRO-08").rises[0].goal == 4


def test_a_dropped_promise_is_excluded_and_a_kept_one_done() -> None:
    dropped = PlannedAction(id="GRO-08", questions=("GRO-08",), state="dropped")
    kept = PlannedAction(id="GRO-07", questions=("GRO-07",), state="done")
    roadmap = the_plan(BY_SCORE, dropped, kept)
    assert reasons(roadmap) == {"GRO-08": "excluded"}
    assert roadmap.done == ("GRO-07",)


JOINED = PlannedAction(id="split", questions=("ARC-05", "ARC-04"), title="Make the tier stateless")


def test_joined_questions_rise_by_the_same_work() -> None:
    roadmap = the_plan(BY_SCORE, JOINED)
    action = the_action(roadmap, "split")
    assert action.questions == ("ARC-04", "ARC-05")
    assert action.price.weeks == 4
    assert action.gain == pytest.approx(0.839 + 0.671, abs=0.001)
    assert action.needs == ()
    assert the_action(roadmap, "AUT-05").needs == ("split", "OBS-02")
    assert roadmap.effort == 34


def test_joined_questions_rise_together_in_each_stage() -> None:
    roadmap = the_plan(EIGHT, replace(JOINED, effort=5.0))
    action = the_action(roadmap, "split:10")
    assert {rise.question: rise.goal for rise in action.rises} == {"ARC-04": 2, "ARC-05": 2}
    assert action.price.weeks == 5
    assert roadmap.reached is not None


def test_a_question_can_be_taken_out_of_a_joined_action() -> None:
    roadmap = the_plan(replace(BY_SCORE, exclude=("ARC-04",)), JOINED)
    assert the_action(roadmap, "split").questions == ("ARC-05",)
    assert reasons(roadmap) == {"ARC-04": "excluded", "AUT-05": "needs ARC-04"}


def test_an_unknown_member_of_a_joined_action_is_found_out() -> None:
    answers = all_at(SMALL, level(1)) | {"ARC-01": unknown()}
    joined = PlannedAction(id="ARC-01", questions=("ARC-01", "ARC-02"))
    outcome = evaluate(an_assessment(SMALL, answers, actions=(joined,)), 10)
    roadmap = plan(outcome, replace(EIGHT, mode="score-first"))
    assert the_action(roadmap, "ARC-01:find-out").question == "ARC-01"
    assert the_action(roadmap, "ARC-01").questions == ("ARC-02",)


def test_joining_what_needs_each_other_through_others_is_refused() -> None:
    joined = PlannedAction(id="both", questions=("ARC-01", "ARC-03"))
    assessment = an_assessment(SMALL, all_at(SMALL, level(1)), actions=(joined,))
    with pytest.raises(InputError, match="both → ARC-02 → both"):
        plan(evaluate(assessment), EIGHT)


def test_a_free_action_comes_last_and_gains_nothing() -> None:
    free = PlannedAction(id="hire", kind="free", title="Hire an engineer", effort=3.0, owner="Ana")
    roadmap = the_plan(BY_SCORE, free)
    assert "hire" not in [action.id for action in roadmap.actions]
    roadmap = the_plan(replace(BY_SCORE, only=(*OFFERED, "hire")), free)
    action = roadmap.actions[-1]
    assert (action.id, action.question, action.gain, action.price.weeks) == ("hire", None, 0, 3)
    assert (action.title, action.owner, action.category) == ("Hire an engineer", "Ana", "later")


def test_a_free_action_can_be_pinned_excluded_and_left_without_estimate() -> None:
    free = PlannedAction(id="hire", kind="free", effort=3.0)
    pinned = the_plan(replace(EIGHT, pins={"hire": "2026-Q4"}), free)
    assert the_action(pinned, "hire").finish == 1
    excluded = the_plan(replace(EIGHT, exclude=("hire",)), free)
    assert reasons(excluded)["hire"] == "excluded"
    nobody = replace(free, effort=None)
    assert reasons(the_plan(EIGHT, nobody))["hire"] == "not estimated"
    supposed = the_plan(replace(EIGHT, efforts={"hire": 1.0}), nobody)
    assert the_action(supposed, "hire").finish is not None


def test_nothing_applicable_plans_nothing() -> None:
    roadmap = plan(outcome_of(SMALL, all_at(SMALL, not_applicable())), EIGHT)
    assert (roadmap.actions, roadmap.undone, roadmap.stages) == ((), (), ())
    assert {(q.score, q.scaled, q.ceiling, q.used) for q in roadmap.quarters} == {(None, None, None, 0.0)}


def test_a_question_without_weight_is_in_no_action_and_binds_nobody() -> None:
    questionnaire = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic("MOD", a_question("ARC-01", weight=0.0), a_question("ARC-02", needs=("ARC-01",))),
        )
    )
    roadmap = plan(
        outcome_of(questionnaire, all_at(questionnaire, level(1))), replace(EIGHT, mode="score-first")
    )
    assert [action.id for action in roadmap.actions] == ["ARC-02"]


def test_a_quick_check_is_planned_without_ceilings() -> None:
    assessment = an_assessment(SMALL, all_at(SMALL, level(1)), scope="quick")
    roadmap = plan(evaluate(assessment, 10), EIGHT)
    assert roadmap.stages == ()
    assert {quarter.ceiling for quarter in roadmap.quarters} == {None}
    assert raises(roadmap)


def test_the_completion_of_a_quarter_is_what_was_delivered_of_what_was_promised() -> None:
    promised = [
        PlannedAction(id="A", effort=3.0, state="done"),
        PlannedAction(id="B", effort=1.0, state="slipped"),
        PlannedAction(id="C", state="done"),
    ]
    assert completion_of(promised) == 0.75
    assert completion_of(promised[2:]) is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"capacity": ()}, "needs a capacity"),
        ({"capacity": (-1.0,)}, "capacity is a number of 0 or more"),
        ({"capacity": (float("nan"),)}, "capacity is a number of 0 or more"),
        ({"capacity": (float("inf"),)}, "capacity is a number of 0 or more"),
        ({"efforts": {"GRO-07": -1.0}}, "effort is a number of 0 or more"),
        ({"roles": {"product": -1.0}}, "role is a number of 0 or more"),
        ({"completion": float("nan")}, "completion is a number"),
        ({"horizon": -1}, "0 to 40 quarters"),
        ({"horizon": 41}, "0 to 40 quarters"),
        ({"at_once": 0}, "At least one action"),
        ({"target": 0.0}, "growth factor above 0"),
        ({"levels": {"GRO-07": 5}}, "levels are 0 to 4"),
        ({"levels": {"GRO-99": 1}}, "no question GRO-99"),
        ({"pins": {"GRO-07": "soon"}}, "GRO-07 cannot be pinned"),
        ({"pins": {"GRO-99": "2026-Q4"}}, "no question or action GRO-99"),
        ({"exclude": ("GRO-99:2",)}, "no question or action GRO-99:2"),
        ({"only": ("nothing",)}, "no question or action nothing"),
    ],
)
def test_terms_that_make_no_plan_are_refused(wrong: dict[str, object], says: str) -> None:
    what_if = replace(EIGHT, **wrong)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(InputError, match=says):
        plan(the_planned_example(), what_if)


def test_the_last_year_of_the_calendar_is_refused() -> None:
    outcome = the_planned_example()
    period = replace(outcome.assessment.period, year=9999)
    late = replace(outcome, assessment=replace(outcome.assessment, period=period))
    with pytest.raises(InputError, match="leaves the calendar"):
        plan(late, EIGHT)


def test_every_low_answer_has_an_action_in_score_first() -> None:
    assert set(LOW) <= {action.question for action in the_plan(BY_SCORE).actions}


def test_two_plans_side_by_side_say_what_is_gained_lost_and_moved() -> None:
    plain = the_plan(BY_SCORE)
    assert contrast(plain, plain) == Contrast(gained=(), lost=(), sooner=(), later=(), reached=(None, None))
    supposed = the_plan(replace(BY_SCORE, exclude=("ARC-13",), pins={"AUT-04": "2026-Q4"}))
    found = contrast(plain, supposed)
    assert (found.gained, found.lost) == ((), ("ARC-13",))
    assert (found.sooner, found.later) == (("AUT-04",), ("GRO-07", "AUT-05"))
    larger = the_plan(replace(EIGHT, capacity=(18.0,)))
    assert contrast(the_plan(EIGHT), larger).reached == (3, 1)


def test_an_action_that_nobody_named_is_what_its_question_says_to_do_first() -> None:
    assert first_sentence("Draw who needs whom. Then cut the first tie.") == "Draw who needs whom"
    assert first_sentence("Write it down.") == "Write it down"
