"""How far an assessment is, question by question; pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.questionnaire import Pillar, Questionnaire
from readiness.ui.widgets.question_strip import Mark
from readiness.ui.widgets.topic_rail import PillarLine, TopicLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is done and what is left; the last three are question ids."""

    answered: int
    total: int
    open: tuple[str, ...]
    unknown: tuple[str, ...]
    guesses: tuple[str, ...]


def progress_of(assessment: Assessment) -> Progress:
    """Return how far the agreed answers are."""
    answers = assessment.agreed
    ids = [question.id for question in assessment.questionnaire.questions]
    open_ = tuple(id_ for id_ in ids if not is_answered(answers, id_))
    return Progress(
        answered=len(ids) - len(open_),
        total=len(ids),
        open=open_,
        unknown=tuple(id_ for id_ in ids if answers.get(id_, NOT_ASKED).unknown),
        guesses=tuple(id_ for id_ in ids if answers.get(id_, NOT_ASKED).confidence == "guess"),
    )


def is_answered(answers: Mapping[str, Answer], id_: str) -> bool:
    """Say whether a question has an answer of any kind."""
    return answers.get(id_, NOT_ASKED).state != "not_asked"


def pillar_lines(assessment: Assessment, current: str, later: Collection[str]) -> tuple[PillarLine, ...]:
    """Return the rail: every pillar with its squares, and its topics."""
    return tuple(
        _pillar_line(pillar, assessment.agreed, current, later) for pillar in assessment.questionnaire.pillars
    )


def next_topic(questionnaire: Questionnaire, current: str, step: int) -> str:
    """Return the first question of the topic before or after; at an end, the current question."""
    firsts: list[str] = []
    place = 0
    for pillar in questionnaire.pillars:
        for topic in pillar.topics:
            if any(question.id == current for question in topic.questions):
                place = len(firsts)
            firsts.append(topic.questions[0].id)
    target = place + step
    return firsts[target] if 0 <= target < len(firsts) else current


def first_of_topic(questionnaire: Questionnaire, key: str) -> str:
    """Return the first question of a topic named like ``DAT.QRY``."""
    found = (q.id for p, t, q in questionnaire.walk() if f"{p.id}.{t.id}" == key)
    return next(found, questionnaire.questions[0].id)


def _pillar_line(
    pillar: Pillar, answers: Mapping[str, Answer], current: str, later: Collection[str]
) -> PillarLine:
    ids = [question.id for question in pillar.questions]
    return PillarLine(
        key=pillar.id,
        name=pillar.name,
        answered=sum(is_answered(answers, id_) for id_ in ids),
        total=len(ids),
        marks=tuple(_mark(answers.get(id_, NOT_ASKED), is_later=id_ in later) for id_ in ids),
        current=current in ids,
        current_mark=ids.index(current) if current in ids else -1,
        topics=tuple(
            TopicLine(
                key=f"{pillar.id}.{topic.id}",
                name=topic.name,
                answered=sum(is_answered(answers, question.id) for question in topic.questions),
                total=len(topic.questions),
                current=any(question.id == current for question in topic.questions),
            )
            for topic in pillar.topics
        ),
    )


def _mark(answer: Answer, *, is_later: bool) -> Mark:
    if answer.state == "not_asked":
        return "later" if is_later else "todo"
    if answer.state == "level":
        return "done" if answer.carried_from is None else "carried"
    return "unknown" if answer.unknown else "skipped"
