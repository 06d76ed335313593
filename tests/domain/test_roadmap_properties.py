"""domain.md §3.6, every property, in both modes.

Not asserted, for it need not hold: that a smaller effort of one action never delays another.
"""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, all_at, an_assessment, level
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import outcomes, terms

from readiness.domain.counting import Counted, evidenced
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.scoring import score_alone
from readiness.domain.what_if import WhatIf
from readiness.errors import InputError

CLOSE = 1e-7


def finishes(roadmap: Roadmap) -> dict[str, float]:
    return {action.id: action.finish or inf for action in roadmap.actions} | {
        left.action.id: inf for left in roadmap.undone
    }


def after(outcome: Outcome, roadmap: Roadmap, index: int) -> dict[str, Counted]:
    """Return the answers with everything finished by the end of a quarter done and verified."""
    counted = dict(outcome.counted)
    for action in roadmap.actions:
        for rise in action.rises:
            if (action.finish or 0) <= index and rise.goal is not None:
                counted[rise.question] = evidenced(max(rise.goal, counted[rise.question].level or 0))
    return counted


@given(outcomes(), terms())
def test_no_quarter_uses_more_than_its_capacity(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    going = (*roadmap.actions, *(left.action for left in roadmap.undone))
    for quarter in roadmap.quarters:
        assert quarter.used <= quarter.capacity
        assert quarter.over == 0
        spent = sum(action.used.get(quarter.index, 0.0) for action in going)
        assert spent == pytest.approx(quarter.used, abs=CLOSE)


@given(outcomes(), terms())
def test_every_action_is_there_once_and_costs_what_it_says(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    ids = [action.id for action in roadmap.actions]
    assert len(ids) == len(set(ids))
    for action in roadmap.actions:
        assert sum(action.used.values()) == pytest.approx(action.price.weeks, abs=CLOSE)
        assert action.start is not None
        assert action.finish is not None
        assert 1 <= action.start <= action.finish <= len(roadmap.quarters)


@given(outcomes(), terms())
def test_what_is_needed_is_finished_before_or_in_the_quarter_it_is_needed(
    outcome: Outcome, what_if: WhatIf
) -> None:
    roadmap = plan(outcome, what_if)
    by_id = {action.id: action for action in roadmap.actions}
    place = {id_: place for place, id_ in enumerate(by_id)}
    for action in roadmap.actions:
        for need in action.needs:
            assert by_id[need].finish is not None
            assert (by_id[need].finish or 0) <= (action.start or 0)
            assert place[need] < place[action.id]


@given(outcomes(), terms())
def test_a_raise_begins_only_where_its_needs_stand_or_are_being_seen_to(
    outcome: Outcome, what_if: WhatIf
) -> None:
    roadmap = plan(outcome, what_if)
    by_id = outcome.assessment.questionnaire.by_id
    for action in roadmap.actions:
        if action.kind != "raise" or action.question is None:
            continue
        for need in by_id[action.question].needs:
            fact = outcome.counted[need]
            stands = fact.state == "not_applicable" or (fact.level or 0) >= 2
            seen_to = [
                a for a in roadmap.actions if need in a.questions and (a.finish or 0) <= (action.start or 0)
            ]
            assert stands or seen_to


@given(outcomes(), terms())
def test_planning_is_pure(outcome: Outcome, what_if: WhatIf) -> None:
    assert plan(outcome, what_if) == plan(outcome, what_if)


@given(outcomes(), terms())
def test_projected_scores_are_those_of_the_answers_then(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    questionnaire = outcome.assessment.questionnaire
    assert roadmap.start.score == score_alone(questionnaire, outcome.counted)
    assert roadmap.start.ceiling == outcome.growth.practice_ceiling
    for quarter in roadmap.quarters:
        then = after(outcome, roadmap, quarter.index)
        assert quarter.score == score_alone(questionnaire, then)


@given(outcomes(), terms())
def test_score_and_ceiling_never_fall(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    scores = [roadmap.start.score, *(quarter.score for quarter in roadmap.quarters)]
    ceilings = [roadmap.start.ceiling, *(quarter.ceiling for quarter in roadmap.quarters)]
    for series in (scores, ceilings):
        known = [value for value in series if value is not None]
        assert len(known) in {0, len(series)}
        assert all(b >= a - CLOSE for a, b in pairwise(known))


@given(outcomes(), terms())
def test_the_gains_are_what_the_score_rises_by(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    final = roadmap.quarters[-1].score
    assume(roadmap.start.score is not None and final is not None)
    gained = sum(action.gain for action in roadmap.actions)
    assert gained == pytest.approx((final or 0) - (roadmap.start.score or 0), abs=CLOSE)


@given(outcomes(), terms(), st.integers(1, 60))
def test_more_capacity_never_delays_anything(outcome: Outcome, what_if: WhatIf, more: int) -> None:
    small = plan(outcome, what_if)
    large = plan(outcome, replace(what_if, capacity=(what_if.capacity[0] + more / 8,)))
    later = finishes(large)
    assert all(later[id_] <= finish for id_, finish in finishes(small).items())


@given(outcomes(), terms())
def test_enough_capacity_does_everything_in_the_first_quarter(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, replace(what_if, capacity=(10_000.0,)))
    assert all(action.finish == 1 for action in roadmap.actions)


@given(outcomes(), terms())
def test_without_capacity_nothing_is_scheduled(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, replace(what_if, capacity=(0.0,)))
    assert (roadmap.actions, roadmap.quarters) == ((), ())
    left = {why for why in (undone.why for undone in roadmap.undone) if not why.startswith("not needed")}
    assert left <= {"no capacity"}


@given(outcomes(), terms(), st.data())
def test_an_excluded_action_takes_what_needs_it_along(
    outcome: Outcome, what_if: WhatIf, data: st.DataObject
) -> None:
    out = data.draw(st.sampled_from([q.id for q in outcome.assessment.questionnaire.questions]))
    fact = outcome.counted[out]
    assume(fact.state != "not_applicable" and (fact.level or 0) < 2)
    roadmap = plan(outcome, replace(what_if, exclude=(out,)))
    by_id = outcome.assessment.questionnaire.by_id
    for action in roadmap.actions:
        assert out not in action.questions
        if action.kind == "raise" and action.question is not None:
            assert out not in by_id[action.question].needs
    for left in roadmap.undone:
        question = left.action.question
        if left.action.kind == "raise" and question and question != out and out in by_id[question].needs:
            assert left.why.startswith("needs ")


@given(outcomes(), terms())
def test_a_what_if_that_changes_nothing_is_the_plan_itself(outcome: Outcome, what_if: WhatIf) -> None:
    questions = outcome.assessment.questionnaire.questions
    same = replace(
        what_if,
        target=outcome.growth.target_factor,
        levels={q.id: fact.level for q in questions if (fact := outcome.counted[q.id]).level is not None},
        only=tuple(q.id for q in questions),
        capacity=what_if.capacity * what_if.horizon,
    )
    first, second = plan(outcome, what_if), plan(outcome, same)
    assert replace(second, what_if=what_if) == first


@given(outcomes(), terms(), st.data())
def test_a_pin_is_kept_or_reported_and_never_moved(
    outcome: Outcome, what_if: WhatIf, data: st.DataObject
) -> None:
    plain = plan(outcome, what_if)
    movable = [a.id for a in (*plain.actions, *(left.action for left in plain.undone)) if a.rises]
    assume(movable)
    id_ = data.draw(st.sampled_from(movable))
    index = data.draw(st.integers(1, what_if.horizon + 2))
    period = str(outcome.assessment.period.plus(index))
    roadmap = plan(outcome, replace(what_if, pins={id_: period}))
    kept = {action.id: action for action in roadmap.actions}.get(id_)
    if index > what_if.horizon:
        assert kept is None
        assert [entry.why for entry in roadmap.infeasible] == ["beyond the horizon"]
        return
    assert kept is not None
    assert (kept.start, kept.finish, kept.pinned) == (index, index, True)
    by_id = {action.id: action for action in roadmap.actions}
    early = any(n not in by_id or (by_id[n].finish or 0) > index for n in kept.needs)
    over = roadmap.quarters[index - 1].over > 0
    if early or over:
        assert id_ in [entry.id for entry in roadmap.infeasible]


@given(outcomes(), terms())
def test_a_stage_says_what_the_projection_shows(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    ceilings = [roadmap.start.ceiling, *(quarter.ceiling for quarter in roadmap.quarters)]
    for stage in roadmap.stages:
        reached = next((i for i, ceiling in enumerate(ceilings) if (ceiling or 0) >= stage.step), None)
        assert stage.quarter == reached
        assert (stage.state == "reached") == (reached is not None)
        unknown = [c for c in stage.conditions if outcome.counted[c.question].level is None]
        assert len(unknown) == len(stage.conditions)
        assert stage.state != "conditional" or stage.conditions
        assert stage.state != "blocked" or stage.causes


@given(outcomes(), terms())
def test_a_stage_that_is_neither_blocked_nor_conditional_is_reached_in_time(
    outcome: Outcome, what_if: WhatIf
) -> None:
    enough = replace(what_if, mode="ceiling-first", capacity=(10_000.0,))
    for stage in plan(outcome, enough).stages:
        assert stage.state != "open"


@given(outcomes(), terms())
def test_find_outs_take_a_tenth_or_half_a_person_week(outcome: Outcome, what_if: WhatIf) -> None:
    roadmap = plan(outcome, what_if)
    going = (*roadmap.actions, *(left.action for left in roadmap.undone))
    for quarter in roadmap.quarters:
        spent = sum(a.used.get(quarter.index, 0.0) for a in going if a.kind == "find-out")
        assert spent <= max(0.5, 0.1 * quarter.capacity) + CLOSE


def test_questions_that_need_each_other_are_refused() -> None:
    circle = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic("MOD", a_question("ARC-01", needs=("ARC-02",)), a_question("ARC-02", needs=("ARC-01",))),
        )
    )
    outcome = evaluate(an_assessment(circle, all_at(circle, level(1))))
    with pytest.raises(InputError, match="ARC-01 → ARC-02 → ARC-01"):
        plan(outcome, WhatIf(capacity=(8.0,)))
