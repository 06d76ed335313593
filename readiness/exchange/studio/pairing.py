"""Which part of the text a part of the draft came from: by its id, else by what it says."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Topic
from readiness.exchange.studio.nodes import Node

_ALIKE_LEVELS: Final = 3

Pairs = dict[int, Node]
"""The node of a part of the draft, by the ``id()`` of that part: two questions may say the same."""


def pair(root: Node, draft: Questionnaire) -> Pairs:
    """Return where each pillar, topic, question and combination of the draft stands in the text."""
    pairs: Pairs = {}
    pillars = root.members("pillars")
    _match(draft.pillars, pillars, pairs, _same_id, _shares_topics)
    for pillar in draft.pillars:
        own = pairs.get(id(pillar))
        if own is not None:
            _match(pillar.topics, own.members("topics"), pairs, _same_id)
    every = [topic for pillar in pillars for topic in pillar.members("topics")]
    topics = [topic for pillar in draft.pillars for topic in pillar.topics]
    _match(topics, every, pairs, _same_id, _shares_questions)
    asked = [question for topic in every for question in topic.members("questions")]
    _match(draft.questions, asked, pairs, _same_id, _reads_alike)
    _match(draft.combinations, root.members("combinations"), pairs, _same_id)
    return pairs


Judge = Callable[[Any, Node], bool]


def _match(values: Sequence[Any], nodes: Sequence[Node], pairs: Pairs, *judges: Judge) -> None:
    """Pair what is still single, by the first judge that says yes."""
    taken = {id(node) for node in pairs.values()}
    for judge in judges:
        for value in values:
            if id(value) in pairs:
                continue
            found = next((node for node in nodes if id(node) not in taken and judge(value, node)), None)
            if found is not None:
                pairs[id(value)] = found
                taken.add(id(found))


def _same_id(value: Any, node: Node) -> bool:
    return bool(node.text("id") == value.id)


def _shares_topics(pillar: Pillar, node: Node) -> bool:
    named = {topic.id for topic in pillar.topics}
    return any(topic.text("id") in named for topic in node.members("topics"))


def _shares_questions(topic: Topic, node: Node) -> bool:
    named = {question.id for question in topic.questions}
    return any(question.text("id") in named for question in node.members("questions"))


def _reads_alike(question: Question, node: Node) -> bool:
    if question.prompt.strip() and question.prompt == node.text("prompt"):
        return True
    return sum(_equal_levels(question, node)) >= _ALIKE_LEVELS


def _equal_levels(question: Question, node: Node) -> Iterator[bool]:
    written = [item.value for item in node.members("levels")]
    for mine, theirs in zip(question.levels, written, strict=False):
        yield bool(mine.strip()) and mine == theirs
