"""Promises made in a plan by stages, in a plan without them: ``DAT-04:10`` means DAT-04 there."""

from dataclasses import replace

from planning import reasons, the_action, the_planned_example

from readiness.domain.assessment import Assessment
from readiness.domain.offering import stages_of
from readiness.domain.outcome import evaluate
from readiness.domain.promises import PlannedAction
from readiness.domain.roadmap import Roadmap, plan
from readiness.domain.terms import PlanTerms
from readiness.ui.promising import promise_of, released

CHAIN = PlannedAction(
    id="ARC-04:10", questions=("ARC-04",), title="Cut the chain", owner="Checkout", period="2027-Q2"
)


def with_promises(*promises: PlannedAction) -> Assessment:
    return replace(the_planned_example().assessment, actions=promises)


def score_first(base: Assessment) -> Roadmap:
    return plan(evaluate(base, 10), PlanTerms(mode="score-first").agreed(base))


def test_the_last_stage_speaks_first() -> None:
    assert stages_of("ARC-04", {"ARC-04:2", "ARC-04:10", "ARC-05:2"}) == ("ARC-04:10", "ARC-04:2")
    assert stages_of("ARC-04:2", {"ARC-04:2"}) == ()


def test_a_stage_keeps_its_quarter_its_title_and_its_owner_score_first() -> None:
    found = the_action(score_first(with_promises(CHAIN)), "ARC-04")
    assert (found.title, found.owner, found.pinned, found.finish) == ("Cut the chain", "Checkout", True, 3)


def test_a_promise_of_the_question_itself_goes_before_that_of_a_stage() -> None:
    own = replace(CHAIN, id="ARC-04", period="2026-Q4")
    assert the_action(score_first(with_promises(CHAIN, own)), "ARC-04").finish == 1


def test_a_stage_that_was_taken_out_is_left_out_score_first() -> None:
    away = replace(CHAIN, excluded=True, period=None)
    assert reasons(score_first(with_promises(away)))["ARC-04"] == "excluded"


def test_the_card_knows_the_promise_of_its_stage_and_lets_it_go() -> None:
    action = the_action(score_first(with_promises(CHAIN)), "ARC-04")
    assert promise_of((CHAIN,), action) == CHAIN
    assert released((CHAIN,), action) == (replace(CHAIN, period=None),)


def test_one_stage_does_not_speak_for_another() -> None:
    base = with_promises(CHAIN)
    staged = plan(evaluate(base, 10), PlanTerms().agreed(base))
    action = the_action(staged, "ARC-04:10")
    assert action.pinned
    assert promise_of((replace(CHAIN, id="ARC-04:2"),), action) is None
