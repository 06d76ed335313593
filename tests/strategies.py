"""Random questionnaires, answers and plans for the properties of domain.md §2.9 and §3.6."""

from collections.abc import Mapping
from dataclasses import replace

from builders import LINK, a_pillar, a_question, a_questionnaire, a_topic, an_assessment
from hypothesis import strategies as st

from readiness.domain.assessment import Answer, Assessment, Confidence
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Topic
from readiness.domain.what_if import WhatIf

WEIGHTS = st.integers(1, 5).map(float)
LEVELS = st.integers(0, 4)
CONFIDENCES: st.SearchStrategy[Confidence] = st.sampled_from(("evidenced", "informed", "guess"))


@st.composite
def levels(draw: st.DrawFn) -> Answer:
    """Draw a level with any confidence; evidence may be missing."""
    confidence = draw(CONFIDENCES)
    evidence = (LINK,) if draw(st.booleans()) else ()
    return Answer(level=draw(LEVELS), confidence=confidence, evidence=evidence)


def answers() -> st.SearchStrategy[Answer]:
    """Draw any of the four states."""
    return st.one_of(
        levels(),
        levels(),
        levels(),
        st.just(Answer(unknown=True)),
        st.just(Answer(not_applicable="It cannot exist here.")),
        st.just(Answer()),
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Draw up to three pillars of up to three topics of up to four questions."""
    pillars = draw(st.integers(1, 3))
    return a_questionnaire(*(_pillar(draw, p) for p in range(pillars)))


def _pillar(draw: st.DrawFn, place: int) -> Pillar:
    topics = [_topic(draw, f"P{place}T{t}") for t in range(draw(st.integers(1, 3)))]
    return a_pillar(f"P{place}", *topics, weight=draw(st.none() | WEIGHTS))


def _topic(draw: st.DrawFn, id_: str) -> Topic:
    questions = [_question(draw, f"{id_}-{q}") for q in range(draw(st.integers(1, 4)))]
    return a_topic(id_, *questions, weight=draw(st.none() | WEIGHTS))


def _question(draw: st.DrawFn, id_: str) -> Question:
    return a_question(
        id_,
        weight=draw(WEIGHTS),
        hurts_at=draw(st.sampled_from([2, 10, 100])),
        gate=draw(st.booleans()),
        effort=draw(st.sampled_from(["S", "M", "L"])),
        effect=draw(st.sampled_from(["fails", "blinds", "slows"])),
        asked_of=draw(st.sampled_from(["product", "engineering", "both"])),
    )


def answered(questionnaire: Questionnaire) -> st.SearchStrategy[Mapping[str, Answer]]:
    """Draw an answer for every question."""
    return st.fixed_dictionaries({q.id: answers() for q in questionnaire.questions})


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Draw an assessment with agreed answers alone."""
    questionnaire = draw(questionnaires())
    return an_assessment(questionnaire, draw(answered(questionnaire)))


@st.composite
def two_sided(draw: st.DrawFn) -> Assessment:
    """Draw an assessment whose sides answered apart, with some questions agreed."""
    questionnaire = draw(questionnaires())
    agreed = {id_: a for id_, a in draw(answered(questionnaire)).items() if draw(st.booleans())}
    return an_assessment(
        questionnaire,
        agreed,
        product=draw(answered(questionnaire)),
        engineering=draw(answered(questionnaire)),
    )


@st.composite
def needing(draw: st.DrawFn) -> Questionnaire:
    """Draw a questionnaire whose questions may need any that stand before them in some order."""
    plain = draw(questionnaires())
    ids = draw(st.permutations([q.id for q in plain.questions]))
    earlier = {id_: ids[:place] for place, id_ in enumerate(ids)}
    needs = {
        id_: tuple(draw(st.lists(st.sampled_from(before), max_size=2, unique=True))) if before else ()
        for id_, before in earlier.items()
    }
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(topic, questions=tuple(replace(q, needs=needs[q.id]) for q in topic.questions))
                for topic in pillar.topics
            ),
        )
        for pillar in plain.pillars
    )
    return replace(plain, pillars=pillars)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """Draw the outcome of answers to questions that need each other, with two sides for some of them."""
    questionnaire = draw(needing())
    agreed = draw(answered(questionnaire))
    sides = {q.id: Answer(level=draw(LEVELS)) for q in questionnaire.questions if draw(st.booleans())}
    other = {id_: Answer(level=draw(LEVELS)) for id_ in sides}
    assessment = an_assessment(questionnaire, agreed, product=sides, engineering=other)
    return evaluate(assessment, draw(st.sampled_from([1.0, 2.0, 10.0, 100.0])))


@st.composite
def terms(draw: st.DrawFn) -> WhatIf:
    """Draw a mode, a capacity and a horizon."""
    return WhatIf(
        mode=draw(st.sampled_from(["ceiling-first", "score-first"])),
        capacity=(draw(st.integers(1, 60)) / 4,),
        horizon=draw(st.integers(1, 12)),
        fill=draw(st.booleans()),
    )
