"""A plan raises a ticked question to a level that its rules can come to, and never in between."""

from dataclasses import replace

import pytest
from builders import an_assessment
from lenses import a_choice, a_lens, a_lens_question, as_asked, backups

from readiness.domain.assessment import Answer, Target
from readiness.domain.attaining import attainable, attained
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Question, Questionnaire
from readiness.domain.roadmap import plan
from readiness.domain.ticking import as_told
from readiness.domain.what_if import PlanMode, WhatIf

ASKED = as_asked(a_lens(backups()))
CHOICES = [a_choice("one"), a_choice("two")]


def a_question(*rules: tuple[str, str]) -> Question:
    return as_asked(a_lens(a_lens_question("asked", CHOICES, *rules))).questions[0]


def goals(asked: Questionnaire, mode: PlanMode, factor: float) -> dict[str, int | None]:
    """Return the goal of every question, each from “none of these”."""
    nothing = {
        question.id: as_told(question, Answer(ticked=(question.practices[-1].id,)))
        for question in asked.questions
    }
    assessment = an_assessment(asked, agreed=nothing, target=Target(factor=factor))
    found = plan(evaluate(assessment), WhatIf(mode=mode, capacity=(100.0,)))
    return {rise.question: rise.goal for action in found.actions for rise in action.rises}


def test_a_lens_has_three_levels_and_one_that_never_occurs_is_none() -> None:
    assert attainable(ASKED.questions[0]) == (0, 2, 4)
    never_medium = a_question(("one", "NO_RISK"), ("one && two", "MEDIUM_RISK"), ("default", "HIGH_RISK"))
    assert attainable(never_medium) == (0, 4)
    assert [attained(never_medium, least) for least in range(5)] == [0, 4, 4, 4, 4]


def test_what_can_never_be_without_a_risk_is_raised_as_far_as_it_goes() -> None:
    assert attained(a_question(("one", "MEDIUM_RISK"), ("default", "HIGH_RISK")), 3) == 2


def test_a_question_of_levels_can_come_to_all_of_them() -> None:
    levels = Question(id="A", prompt="Q", levels=("0", "1", "2", "3", "4"))
    assert [attained(levels, least) for least in range(5)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("mode", ["ceiling-first", "score-first"])
@pytest.mark.parametrize("factor", [2.0, 10.0, 100.0])
def test_no_goal_lies_between_two_risks(mode: PlanMode, factor: float) -> None:
    gate = replace(ASKED.questions[0], gate=True)
    pillar = ASKED.pillars[0]
    topic = replace(pillar.topics[0], questions=(gate,))
    asked = replace(ASKED, pillars=(replace(pillar, topics=(topic,)),))
    found = goals(asked, mode, factor)
    assert set(found.values()) <= {2, 4}
    if factor == 100.0:
        assert found == {"backups": 4}
