"""The fewest practices that lower a risk are the fewest, and plans and reports name them."""

from itertools import combinations

import pytest
from builders import an_assessment
from hypothesis import given, settings
from hypothesis import strategies as st
from lenses import a_choice, a_lens, a_lens_question, as_asked, backups

from readiness.domain.assessment import Answer
from readiness.domain.cheapest import fewest, next_practices, practice_words
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Question
from readiness.domain.roadmap import plan
from readiness.domain.ticking import as_told
from readiness.domain.what_if import WhatIf
from readiness.reports.cautions import cautions
from readiness.reports.standing import asks, called, meaning, standing

ASKED = as_asked(a_lens(backups()))
QUESTION = ASKED.questions[0]
IDS = ("one", "two", "three", "four", "five")
WORDS = [
    *IDS,
    "one && two",
    "two && (three || four)",
    "one && three && five",
    "!two && four",
    "(one || five) && four",
]


def a_case(none: str, medium: str) -> Question:
    rules = ((none, "NO_RISK"), (medium, "MEDIUM_RISK"), ("default", "HIGH_RISK"))
    question = a_lens_question("asked", [a_choice(id_) for id_ in IDS], *rules)
    return as_asked(a_lens(question)).questions[0]


def level(question: Question, ticked: tuple[str, ...]) -> int:
    return as_told(question, Answer(ticked=ticked)).level or 0


@pytest.mark.parametrize(
    ("ticked", "goal", "added"),
    [
        ((), 2, ("taken",)),
        ((), 4, ("taken", "restored")),
        (("taken",), 3, ("restored",)),
        (("backups_no",), 2, ("taken",)),
        (("taken", "restored"), 4, ()),
    ],
)
def test_the_fewest_are_found_in_the_order_of_the_question(
    ticked: tuple[str, ...], goal: int, added: tuple[str, ...]
) -> None:
    assert tuple(practice.id for practice in fewest(QUESTION, ticked, (), goal)) == added


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sets(st.sampled_from(IDS)), st.sampled_from([2, 4]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_smaller_set_reaches_the_goal(none: str, medium: str, ticked: set[str], goal: int) -> None:
    question, given_ = a_case(none, medium), tuple(id_ for id_ in IDS if id_ in ticked)
    own = level(question, given_)
    found = fewest(question, given_, (), goal)
    others = [id_ for id_ in IDS if id_ not in ticked]
    reaching = [
        size
        for size in range(1, len(others) + 1)
        for more in combinations(others, size)
        if level(question, (*given_, *more)) >= max(goal, own + 1)
    ]
    assert len(found) == min(reaching, default=0)


def test_a_practice_that_does_not_apply_is_never_offered() -> None:
    assert fewest(QUESTION, (), ("taken",), 4) == (QUESTION.practices[1],)


def test_a_plan_is_called_by_the_practices_that_change_the_risk() -> None:
    told = as_told(QUESTION, Answer(ticked=("backups_no",)))
    assessment = an_assessment(ASKED, {"backups": told})
    assert practice_words(next_practices(assessment, "backups", 4)) == "Practice taken; Practice restored"
    outcome = evaluate(assessment)
    titles = [action.title for action in plan(outcome, WhatIf(capacity=(8.0,))).actions]
    assert titles == ["Practice taken"]
    assert standing(outcome, QUESTION) == "backups: high risk; least to do: Practice taken"
    assert [caution.title for caution in cautions(outcome)] == ["Imported lens, equal weights."]


def test_a_report_says_the_risk_and_what_is_ticked() -> None:
    told = as_told(QUESTION, Answer(ticked=("taken",)))
    outcome = evaluate(an_assessment(ASKED, {"backups": told}))
    assert called(QUESTION, outcome.counted["backups"]) == "medium risk"
    assert meaning(outcome, QUESTION) == "Ticked: Practice taken."
    assert (asks(QUESTION, 10), asks(QUESTION, 100)) == ("10× asks medium risk", "100× asks no risk")
    apart = as_told(QUESTION, Answer(ticked=("taken",), left_out=("restored",)))
    outcome = evaluate(an_assessment(ASKED, {"backups": apart}))
    assert meaning(outcome, QUESTION) == "Ticked: Practice taken. Does not apply: Practice restored."
