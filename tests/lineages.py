"""Versions of a questionnaire that came out of one another, written, read and drawn at random."""

from dataclasses import replace
from pathlib import Path

from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level
from hypothesis import strategies as st
from strategies import WEIGHTS, answered, questionnaires

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.period import Period
from readiness.domain.questionnaire import Lineage, LineageChange, Pillar, Question, Questionnaire, Topic
from readiness.exchange.questionnaires import read_questionnaire

BEFORE, AFTER = Period(2026, 2), Period(2026, 3)
_WRITTEN = Path(__file__).resolve().parent / "questionnaires"


def written(name: str) -> Questionnaire:
    """Return a questionnaire of ``tests/questionnaires``."""
    found, faults = read_questionnaire(_WRITTEN / f"{name}.yaml")
    assert found is not None, faults
    return found


def the_worked_comparison() -> tuple[Assessment, Assessment]:
    """Return domain.md §4.4: one topic, version 1 to 2, all informed but the new QA, which is evidenced."""
    old = {"QA": level(2), "QB": level(1), "QC": level(2), "QD": level(3)}
    new = {
        "QA-2": level(3, "evidenced"),
        "QB1": level(2),
        "QB2": level(1),
        "QC": level(2),
        "QE": level(1),
    }
    return (
        an_assessment(written("lineage-1"), old, period=BEFORE),
        an_assessment(written("lineage-2"), new, period=AFTER),
    )


def flat(version: str, weights: dict[str, float], *changes: LineageChange, since: str = "") -> Questionnaire:
    """Return one topic of the questions named, with what it says of the version before."""
    asked = [a_question(id_, weight=weight) for id_, weight in weights.items()]
    lineage = Lineage(from_version=since, changes=changes) if since else None
    return a_questionnaire(a_pillar("ONE", a_topic("TOP", *asked)), version=version, lineage=lineage)


@st.composite
def next_versions(draw: st.DrawFn, old: Questionnaire) -> Questionnaire:
    """Draw what may become of a version: any mix of the operations of domain §4.1."""
    number = int(old.version.partition(".")[0]) + 1
    changes: list[LineageChange] = []
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(_topic(draw, topic, f"V{number}{topic.id}", changes) for topic in pillar.topics),
        )
        for pillar in old.pillars
    )
    lineage = Lineage(from_version=old.version, changes=tuple(changes))
    moved = draw(st.permutations(pillars)) if draw(st.booleans()) else pillars
    return replace(old, version=f"{number}.0", pillars=_swapped(draw, tuple(moved)), lineage=lineage)


def _topic(draw: st.DrawFn, topic: Topic, name: str, changes: list[LineageChange]) -> Topic:
    kept: list[Question] = []
    waiting = list(topic.questions)
    while waiting:
        question = waiting.pop(0)
        other = waiting.pop(0) if waiting and draw(st.integers(0, 4)) == 0 else None
        kept += _merged(question, other, name, changes) if other else _became(draw, question, name, changes)
    if not kept or draw(st.booleans()):
        kept.append(a_question(f"{name}-new", weight=draw(WEIGHTS)))
    return replace(topic, questions=tuple(kept))


def _merged(question: Question, other: Question, name: str, changes: list[LineageChange]) -> list[Question]:
    made = replace(question, id=f"{name}-{len(changes)}m")
    changes.append(LineageChange(merge=((question.id, other.id), made.id)))
    return [made]


def _became(draw: st.DrawFn, question: Question, name: str, changes: list[LineageChange]) -> list[Question]:
    fate = draw(st.sampled_from(["keep", "keep", "weigh", "rename", "split", "remove", "redefine"]))
    fresh = f"{name}-{len(changes)}"
    if fate == "remove":
        return []
    if fate == "weigh":
        return [replace(question, weight=draw(WEIGHTS))]
    if fate == "rename":
        changes.append(LineageChange(rename=(question.id, fresh)))
        return [replace(question, id=fresh)]
    if fate == "split":
        parts = tuple(f"{fresh}{letter}" for letter in "ab")
        changes.append(LineageChange(split=(question.id, parts)))
        return [replace(question, id=part, weight=draw(WEIGHTS)) for part in parts]
    if fate == "redefine":
        changes.append(LineageChange(redefine=question.id))
    return [question]


def _swapped(draw: st.DrawFn, pillars: tuple[Pillar, ...]) -> tuple[Pillar, ...]:
    """Move the last question of the first topic into the last one, where it leaves one behind."""
    first, last = pillars[0], pillars[-1]
    giving = first.topics[0]
    if first is last or len(giving.questions) == 1 or not draw(st.booleans()):
        return pillars
    taking = last.topics[-1]
    given = replace(giving, questions=giving.questions[:-1])
    taken = replace(taking, questions=(*taking.questions, giving.questions[-1]))
    return (
        replace(first, topics=(given, *first.topics[1:])),
        *pillars[1:-1],
        replace(last, topics=(*last.topics[:-1], taken)),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[Questionnaire, ...]:
    """Draw two to four versions, each out of the one before."""
    versions = [draw(questionnaires())]
    for _ in range(draw(st.integers(1, 3))):
        versions.append(draw(next_versions(versions[-1])))
    return tuple(versions)


Compared = tuple[Assessment, Assessment, tuple[Questionnaire, ...]]


@st.composite
def compared(draw: st.DrawFn) -> Compared:
    """Draw two assessments at the ends of a history, with any answers, and the versions between."""
    versions = draw(histories())
    return (
        an_assessment(versions[0], draw(answered(versions[0])), period=BEFORE),
        an_assessment(versions[-1], draw(answered(versions[-1])), period=AFTER),
        versions[1:-1],
    )


def carried(answer: Answer, since: Period = BEFORE) -> Answer:
    """Return the answer as carried from an earlier quarter."""
    return replace(answer, carried_from=str(since))
