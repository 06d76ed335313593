"""Scoring: everything an assessment says, against the bare sum of level times weight over 80 questions."""

from bench_measure import Pair, compare, take_turns, timed

from readiness.domain.assessment import Answer, Assessment, Limit
from readiness.domain.counting import count
from readiness.domain.growth import aim_of, shortfalls
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Tier, Topic
from readiness.domain.scoring import score

QUESTIONS = 80
TIMES = 50
TIER_OF: tuple[Tier, ...] = (2, 10, 10, 100)
EVIDENCE = ("https://wiki.example/evidence",)


def measure() -> list[Pair]:
    """Return the rows of scoring."""
    assessment = an_assessment()
    pairs = [
        (float(assessment.agreed[q.id].level or 0), q.weight) for q in assessment.questionnaire.questions
    ]
    step = aim_of(assessment).step

    def bare() -> float:
        return sum(level * weight for level, weight in pairs)

    def ranked() -> object:
        counted = count(assessment)
        found = score(assessment.questionnaire, counted, step)
        return found, shortfalls(assessment.questionnaire, counted, step)

    taken = take_turns(
        {
            "bare sum": lambda: timed(bare, TIMES * 20),
            "score and ranked gaps": lambda: timed(ranked, TIMES),
            "everything (growth, distance, risks, alignment)": lambda: timed(
                lambda: evaluate(assessment), TIMES
            ),
        }
    )
    name = f"re-score {QUESTIONS} questions"
    return [
        compare(taken, name, "score and ranked gaps", "bare sum", 10),
        compare(taken, name, "everything (growth, distance, risks, alignment)", "bare sum"),
    ]


def an_assessment() -> Assessment:
    """Return 80 questions in 4 pillars of 4 topics, all answered, with one limit."""
    pillars = tuple(
        Pillar(id=f"P{p}", name=f"Pillar {p}", topics=tuple(_topic(p, t) for t in range(4))) for p in range(4)
    )
    questionnaire = Questionnaire(id="bench", version="1.0", title="Bench", pillars=pillars)
    answers = {q.id: _answer(place) for place, q in enumerate(questionnaire.questions)}
    return Assessment(
        questionnaire=questionnaire,
        system="Bench",
        period=Period(2026, 3),
        agreed=answers,
        limits=(Limit(id="connections", resource="Connections", used=460.0, limit=600.0),),
    )


def _topic(pillar: int, topic: int) -> Topic:
    size = QUESTIONS // 16
    questions = tuple(_question(f"P{pillar}-{topic * size + place:02}", place) for place in range(size))
    return Topic(id=f"T{topic}", name=f"Topic {topic}", questions=questions)


def _question(id_: str, place: int) -> Question:
    return Question(
        id=id_,
        prompt=f"How is {id_} done?",
        levels=tuple(f"Anchor {level}." for level in range(5)),
        weight=float(3 + place % 3),
        hurts_at=TIER_OF[place % 4],
        gate=place == 0,
        consequence=f"{id_} gives out.",
    )


def _answer(place: int) -> Answer:
    if place % 16 == 15:
        return Answer(unknown=True)
    if place % 3:
        return Answer(level=place % 5, confidence="informed")
    return Answer(level=place % 5, confidence="evidenced", evidence=EVIDENCE)
