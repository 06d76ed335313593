"""The terms of a plan: what is agreed, what is tried, and how trials add up."""

from dataclasses import replace

from planning import the_planned_example

from readiness.domain.promises import PlannedAction
from readiness.domain.roadmap import plan
from readiness.domain.terms import PlanTerms, pins_of
from readiness.ui.trial_facts import apart, effect_words, quick_ids, scenarios, trial_words


def test_a_promise_pins_its_quarter_while_it_stands() -> None:
    kept = PlannedAction(id="A", period="2026-Q4")
    assert pins_of([kept]) == {"A": "2026-Q4"}
    for gone in (
        replace(kept, period=None),
        replace(kept, excluded=True),
        replace(kept, state="done"),
        replace(kept, state="dropped"),
        replace(kept, state="slipped"),
    ):
        assert pins_of([gone]) == {}


def test_trials_add_up_over_the_agreed_plan() -> None:
    assessment = the_planned_example().assessment
    first = str(assessment.period.plus(1))
    terms = PlanTerms(
        capacity=(8.0, 6.0), other_capacity=5.0, freeze=first, without=("DAT-04",), quick_wins=True, target=2
    )
    tried = terms.tried(assessment, ["ARC-04", "ARC-04"])
    assert tried.capacity[:3] == (0.0, 5.0, 5.0)
    assert (tried.exclude, tried.only, tried.target) == (("DAT-04",), ("ARC-04",), 2)
    assert terms.is_trying
    assert not PlanTerms(capacity=(8.0, 6.0)).is_trying


def test_without_another_capacity_a_freeze_leaves_the_agreed_ones() -> None:
    assessment = the_planned_example().assessment
    second = str(assessment.period.plus(2))
    tried = PlanTerms(capacity=(8.0, 6.0, 4.0), freeze=second).tried(assessment, ())
    assert tried.capacity[:4] == (8.0, 0.0, 4.0, 4.0)


def test_quick_wins_take_no_longer_than_four_weeks_in_all_their_stages() -> None:
    roadmap = plan(the_planned_example(), PlanTerms().agreed(the_planned_example().assessment))
    quick = quick_ids(roadmap)
    going = (*roadmap.actions, *(left.action for left in roadmap.undone))
    assert quick
    assert all(action.price.weeks <= 4 for action in going if action.unit in quick)
    assert all(
        any(a.price.weeks > 4 for a in going if a.unit == action.unit)
        for action in going
        if action.unit not in quick
    )


def test_a_trial_says_what_becomes_of_score_and_step() -> None:
    outcome = the_planned_example()
    terms = PlanTerms()
    agreed = plan(outcome, terms.agreed(outcome.assessment))
    assert trial_words(agreed, agreed).startswith("The score stays at ")
    less = plan(outcome, replace(terms, other_capacity=0.0).tried(outcome.assessment, ()))
    assert " becomes " in trial_words(agreed, less)


def test_each_trial_stands_alone_under_its_name() -> None:
    terms = PlanTerms(capacity=(8.0,), other_capacity=5.0, without=("ARC-04", "DAT-04"), quick_wins=True)
    alone = dict(terms.trials())
    assert list(alone) == ["quick_wins", "other_capacity", "without:ARC-04", "without:DAT-04"]
    assert alone["other_capacity"] == PlanTerms(capacity=(8.0,), other_capacity=5.0)
    assert alone["without:DAT-04"] == PlanTerms(capacity=(8.0,), without=("DAT-04",))
    assert not dict(PlanTerms().trials())


def test_a_trial_alone_says_what_it_does_in_one_line() -> None:
    outcome = the_planned_example()
    terms = PlanTerms()
    agreed = plan(outcome, terms.agreed(outcome.assessment))
    assert effect_words(agreed, agreed) == "no action moves"
    less = plan(outcome, replace(terms, other_capacity=2.0).tried(outcome.assessment, ()))
    assert effect_words(agreed, less).startswith("64 weeks become 16, ")


def test_both_orders_stand_in_the_same_places_whichever_is_agreed() -> None:
    outcome = the_planned_example()
    ceiling = plan(outcome, PlanTerms().agreed(outcome.assessment))
    score = plan(outcome, PlanTerms().agreed(outcome.assessment, "score-first"))
    assert [one.title for one in scenarios(ceiling, score)] == ["Ceiling first", "Score first"]
    assert [one.is_agreed for one in scenarios(score, ceiling)] == [False, True]
    assert apart(ceiling, ceiling) == "Both do the same in the same quarters."
    assert apart(ceiling, score).startswith("Score first: ")
