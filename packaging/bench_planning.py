"""Planning: a whole roadmap over 74 questions that need each other, against one pass of scoring them."""

from bench_measure import Pair, compare, take_turns, timed

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.counting import count
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.questionnaire import EffortSize, Pillar, Question, Questionnaire, Tier, Topic
from readiness.domain.roadmap import plan
from readiness.domain.scoring import score
from readiness.domain.what_if import PlanMode, WhatIf

TOPICS = (6, 4, 11, 5, 5, 4, 4, 4, 4, 3, 3, 4, 4, 3, 3, 7)
"""Questions by topic, 74 in all."""

TIMES = 5
TIER_OF: tuple[Tier, ...] = (2, 10, 10)
SIZES: tuple[EffortSize, ...] = ("S", "M", "M", "L")
PASS = "one scoring pass"  # noqa: S105 - no secret


def measure() -> list[Pair]:
    """Return the rows of planning: a card dragged to another quarter makes the plan anew."""
    outcome = evaluate(an_assessment(), 10)
    questionnaire = outcome.assessment.questionnaire

    def replan(mode: PlanMode) -> float:
        what_if = WhatIf(capacity=(8.0,), mode=mode, pins={"Q-03": "2027-Q1"})
        return timed(lambda: plan(outcome, what_if), TIMES)

    def one_pass() -> object:
        counted = count(outcome.assessment)
        return score(questionnaire, counted, outcome.growth.target_step)

    taken = take_turns(
        {
            PASS: lambda: timed(one_pass, TIMES * 10),
            "ceiling-first": lambda: replan("ceiling-first"),
            "score-first": lambda: replan("score-first"),
        }
    )
    name = f"plan {len(questionnaire.questions)} questions"
    return [compare(taken, name, mode, PASS, 300) for mode in ("ceiling-first", "score-first")]


def an_assessment() -> Assessment:
    """Return 74 low answers in 4 pillars, every third question needing the two before it."""
    places = iter(range(sum(TOPICS)))
    topics = [
        Topic(
            id=f"T{number}",
            name=f"Topic {number}",
            questions=tuple(_question(next(places)) for _ in range(size)),
        )
        for number, size in enumerate(TOPICS)
    ]
    pillars = tuple(
        Pillar(id=f"P{number}", name=f"Pillar {number}", topics=tuple(topics[4 * number : 4 * number + 4]))
        for number in range(4)
    )
    questionnaire = Questionnaire(id="bench", version="1.0", title="Bench", pillars=pillars)
    return Assessment(
        questionnaire=questionnaire,
        system="Bench",
        period=Period(2026, 3),
        agreed={q.id: _answer(place) for place, q in enumerate(questionnaire.questions)},
    )


def _question(place: int) -> Question:
    needs = (f"Q-{place - 1:02}", f"Q-{place - 2:02}") if place % 3 == 2 else ()
    return Question(
        id=f"Q-{place:02}",
        prompt=f"How is {place} done?",
        levels=tuple(f"Anchor {level}." for level in range(5)),
        weight=float(3 + place % 3),
        hurts_at=TIER_OF[place % 3],
        effort=SIZES[place % 4],
        gate=place % 6 == 0,
        needs=needs,
    )


def _answer(place: int) -> Answer:
    return Answer(unknown=True) if place % 16 == 15 else Answer(level=place % 3)
