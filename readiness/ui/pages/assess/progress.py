"""How far an assessment is, question by question; pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from readiness.domain.assessment import State
from readiness.domain.questionnaire import Pillar, Questionnaire, Topic
from readiness.ui.widgets.question_strip import Mark
from readiness.ui.widgets.topic_rail import PillarLine, TopicLine

_MARKS: Final[Mapping[State, Mark]] = {
    "not_asked": "todo",
    "level": "done",
    "unknown": "unknown",
    "not_applicable": "skipped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The questions one goes through, and how far each is; ``apart`` are those worth the room's time."""

    ids: tuple[str, ...]
    marks: Mapping[str, Mark]
    guesses: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    def is_done(self, id_: str) -> bool:
        """Say whether a question is settled, in whatever way."""
        return self.marks[id_] != "todo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is done and what is left; the last three are question ids."""

    answered: int
    total: int
    open: tuple[str, ...]
    unknown: tuple[str, ...]
    guesses: tuple[str, ...]


def mark_of(state: State, *, is_carried: bool = False) -> Mark:
    """Return the mark of an answer; a level from an earlier quarter has its own."""
    return "carried" if is_carried and state == "level" else _MARKS[state]


def progress_of(course: Course) -> Progress:
    """Return how far one is."""
    open_ = tuple(id_ for id_ in course.ids if not course.is_done(id_))
    return Progress(
        answered=len(course.ids) - len(open_),
        total=len(course.ids),
        open=open_,
        unknown=tuple(id_ for id_ in course.ids if course.marks[id_] == "unknown"),
        guesses=tuple(id_ for id_ in course.ids if id_ in course.guesses),
    )


def pillar_lines(
    questionnaire: Questionnaire, course: Course, current: str, later: Collection[str]
) -> tuple[PillarLine, ...]:
    """Return the rail: every pillar that asks something here with its squares, and its topics."""
    lines = (_pillar_line(pillar, course, current, later) for pillar in questionnaire.pillars)
    return tuple(line for line in lines if line.total)


def next_topic(questionnaire: Questionnaire, course: Course, current: str, step: int) -> str:
    """Return the first question of the topic before or after; at an end, the current question."""
    topics = [ids for _, topic in _topics(questionnaire) if (ids := _within(topic, course))]
    place = next((i for i, ids in enumerate(topics) if current in ids), 0)
    target = place + step
    return topics[target][0] if 0 <= target < len(topics) else current


def first_of_topic(questionnaire: Questionnaire, course: Course, key: str) -> str:
    """Return the first question of a topic named like ``DAT.QRY``."""
    found = (_within(topic, course) for name, topic in _topics(questionnaire) if name == key)
    return next(chain.from_iterable(found), course.ids[0])


def topic_of(questionnaire: Questionnaire, id_: str) -> str:
    """Return the topic a question is in, named like ``DAT.QRY``."""
    return next(f"{p.id}.{t.id}" for p, t, question in questionnaire.walk() if question.id == id_)


def _topics(questionnaire: Questionnaire) -> list[tuple[str, Topic]]:
    return [(f"{pillar.id}.{topic.id}", topic) for pillar in questionnaire.pillars for topic in pillar.topics]


def _within(part: Pillar | Topic, course: Course) -> list[str]:
    return [question.id for question in part.questions if question.id in course.marks]


def _pillar_line(pillar: Pillar, course: Course, current: str, later: Collection[str]) -> PillarLine:
    ids = _within(pillar, course)
    return PillarLine(
        key=pillar.id,
        name=pillar.name,
        answered=sum(course.is_done(id_) for id_ in ids),
        total=len(ids),
        marks=tuple(_mark(course.marks[id_], is_later=id_ in later) for id_ in ids),
        apart=frozenset(place for place, id_ in enumerate(ids) if id_ in course.apart),
        current=current in ids,
        current_mark=ids.index(current) if current in ids else -1,
        topics=tuple(
            _topic_line(pillar, topic, course, current) for topic in pillar.topics if _within(topic, course)
        ),
    )


def _topic_line(pillar: Pillar, topic: Topic, course: Course, current: str) -> TopicLine:
    ids = _within(topic, course)
    return TopicLine(
        key=f"{pillar.id}.{topic.id}",
        name=topic.name,
        answered=sum(course.is_done(id_) for id_ in ids),
        total=len(ids),
        current=current in ids,
        is_apart=any(id_ in course.apart for id_ in ids),
    )


def _mark(mark: Mark, *, is_later: bool) -> Mark:
    return "later" if is_later and mark == "todo" else mark
