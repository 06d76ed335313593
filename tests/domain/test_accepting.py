"""Risks that somebody accepts for a while, and that open again by themselves."""

from dataclasses import replace

from builders import an_assessment
from planning import reasons, the_action, the_bank, the_planned_example

from readiness.domain.accepting import (
    AcceptedRisk,
    carried_on,
    holding,
    reopened,
    with_risk,
    without_risk,
)
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import PlannedAction
from readiness.domain.roadmap import plan
from readiness.domain.terms import PlanTerms

RISK = AcceptedRisk(question="ARC-13", role="Head of Product", reason="Too dear", expires="2027-Q1")
SAME = {"ARC-13": ("ARC-13",), "ARC-14": ("ARC-14",)}


def test_a_risk_holds_to_the_end_of_its_quarter_and_then_is_open_again() -> None:
    assert holding([RISK], Period(2026, 4)) == {"ARC-13": RISK}
    assert holding([RISK], Period(2027, 1)) == {"ARC-13": RISK}
    assert holding([RISK], Period(2027, 2)) == {}
    assert reopened([RISK], Period(2027, 2)) == {"ARC-13": RISK}


def test_what_names_no_quarter_never_holds() -> None:
    assert not replace(RISK, expires="soon").holds_in(Period(2026, 1))


def test_a_new_quarter_takes_over_what_held_and_is_still_asked() -> None:
    gone = replace(RISK, question="ARC-99")
    over = replace(RISK, question="ARC-14", expires="2026-Q2")
    assert carried_on([RISK, gone, over], Period(2026, 3), SAME) == (RISK,)


def test_what_expires_comes_along_once_so_that_people_see_it() -> None:
    since, now = Period(2027, 1), Period(2027, 2)
    carried = carried_on([RISK], since, SAME)
    assert reopened(carried, now) == {"ARC-13": RISK}
    assert carried_on(carried, now, SAME) == ()


def test_a_risk_follows_its_question_over_a_rename_a_split_and_a_merge() -> None:
    since = Period(2026, 3)
    other = replace(RISK, question="ARC-14", expires="2026-Q4")
    origins = {"ARC-13b": ("ARC-13",), "PART-1": ("ARC-14",), "PART-2": ("ARC-14",)}
    assert carried_on([RISK, other], since, origins) == (
        replace(RISK, question="ARC-13b"),
        replace(other, question="PART-1"),
        replace(other, question="PART-2"),
    )
    merged = {"BOTH": ("ARC-13", "ARC-14")}
    assert carried_on([RISK, other], since, merged) == (replace(other, question="BOTH"),)
    assert carried_on([RISK], since, merged) == (), "one part was never accepted"


def test_a_question_is_accepted_once() -> None:
    longer = replace(RISK, expires="2027-Q2")
    assert with_risk([RISK], longer) == (longer,)
    assert without_risk([RISK], "ARC-13") == ()


def test_an_accepted_risk_is_left_out_of_the_plan_until_it_expires() -> None:
    outcome = the_planned_example()
    base = outcome.assessment
    open_plan = plan(outcome, PlanTerms().agreed(base))
    assert the_action(open_plan, "DAT-04:2").finish is not None
    accepted = replace(base, accepted=(replace(RISK, question="DAT-04"),))
    held = plan(evaluate(accepted, 10), PlanTerms().agreed(accepted))
    assert "DAT-04:2" not in {action.id for action in held.actions}
    assert "excluded" in reasons(held).values()
    assert held.reached is None, "the gate stays shut, and the plan says so"

    later = replace(accepted, period=Period(2027, 2))
    again = plan(evaluate(later, 10), PlanTerms().agreed(later))
    assert the_action(again, "DAT-04:2").finish is not None


def test_an_accepted_promise_is_not_held_to_its_quarter() -> None:
    promise = PlannedAction(id="DAT-04:2", questions=("DAT-04",), period="2026-Q4")
    base = replace(an_assessment(the_bank(), {}), actions=(promise,), period=Period(2026, 3))
    assert PlanTerms().agreed(base).pins == {"DAT-04:2": "2026-Q4"}
    accepted = replace(base, accepted=(replace(RISK, question="DAT-04"),))
    assert PlanTerms().agreed(accepted).pins == {}
    assert PlanTerms().agreed(accepted).exclude == ("DAT-04",)
