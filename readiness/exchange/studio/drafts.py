"""A questionnaire that is being written: its file read leniently, its text kept, its problems placed."""

from dataclasses import dataclass, replace
from typing import Any, Final

from readiness.domain.questionnaire import Pillar, Questionnaire, Topic
from readiness.errors import Fault
from readiness.exchange.checking import as_faults, in_order, step, validate
from readiness.exchange.finding import Find
from readiness.exchange.questionnaires import (
    adapter,
    as_tree,
    check_tree,
    refuse_format,
    renamed,
    unknown_keys,
    write_questionnaire,
)
from readiness.exchange.studio.nodes import Node, NodeBuilder
from readiness.exchange.studio.rewriting import rewrite
from readiness.exchange.tree import Path, RefusedError, Tree, decode
from readiness.exchange.yaml_tree import MOST_BYTES, read_yaml

_BOM: Final = b"\xef\xbb\xbf"

Problem = tuple[Path, Fault]
"""A fault, and the path of the part of the draft that it is about."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The text that a draft began as, with the place of everything in it."""

    text: str
    root: Node
    mark: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file holds: a draft with its source, or the faults for which it cannot be edited."""

    draft: Questionnaire | None
    source: Source | None
    faults: tuple[Fault, ...] = ()


def read_draft(content: bytes) -> Reading:
    """Read a file to edit it: empty texts, topics and pillars are let in, as they are work under way."""
    try:
        text = decode(content, MOST_BYTES)
    except RefusedError as refused:
        return Reading(draft=None, source=None, faults=(refused.fault,))
    builder = NodeBuilder(text)
    tree, faults = read_yaml(content, builder.take)
    root = builder.root
    if faults or root is None:
        return Reading(draft=None, source=None, faults=faults)
    refusal = [*refuse_format(tree), *as_faults(tree, unknown_keys(tree.value, (), Questionnaire))]
    if refusal:
        return Reading(draft=None, source=None, faults=in_order(refusal))
    filled, empty = _filled(renamed(tree.value))
    result = validate(adapter(), filled)
    draft, found = result
    if draft is None:
        return Reading(draft=None, source=None, faults=in_order(as_faults(tree, found)))
    mark = _BOM if content.startswith(_BOM) else b""
    return Reading(draft=_emptied(draft, empty), source=Source(text, root, mark))


def written(source: Source, draft: Questionnaire) -> bytes:
    """Return the file of a draft: its own text with what changed, or a plain new one where that fails."""
    content = source.mark + rewrite(source.text, source.root, draft).encode("utf-8")
    if read_draft(content).draft == draft:
        return content
    return write_questionnaire(draft).encode("utf-8")


def problems_of(draft: Questionnaire, find: Find | None = None) -> tuple[Problem, ...]:
    """Return every fault of a draft with the path it is about, in the order of the draft.

    The linter reads lines; here each place of the tree is a line, so that a line leads back to it.
    """
    value = as_tree(draft)
    paths: list[Path] = []
    tree = Tree(value=value)
    _number(value, (), paths, tree)
    faults = check_tree(tree, find)[1]
    found = ((paths[fault.line - 1], fault) for fault in in_order(faults))
    return tuple(problem for problem in found if not _is_left_over(problem, value))


def _is_left_over(problem: Problem, value: Any) -> bool:
    """Whether a list is told to be short only because an empty one inside it was left out."""
    path, fault = problem
    for part in path:
        value = step(value, part)
    return fault.code == "too-few" and bool(value)


def _number(value: Any, path: Path, paths: list[Path], tree: Tree) -> None:
    paths.append(path)
    tree.positions[path] = (len(paths), 1)
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        _number(item, (*path, key), paths, tree)


_Empty = tuple[tuple[int, int], ...]
"""The places of topics, or with −1 of pillars, that hold nothing; ``_NOTHING`` where there is no pillar."""

_NOTHING: Final[_Empty] = ((-1, -1),)


def _filled(value: Any) -> tuple[Any, _Empty]:
    """Give every empty topic and pillar something to hold, and say which those were."""
    empty: list[tuple[int, int]] = []
    pillars = value.get("pillars") if isinstance(value, dict) else None
    if not isinstance(pillars, list):
        return value, ()
    if not pillars:
        return {**value, "pillars": [_PILLAR]}, _NOTHING
    filled = []
    for place, pillar in enumerate(pillars):
        topics = pillar.get("topics") if isinstance(pillar, dict) else None
        if topics == []:
            empty.append((place, -1))
            filled.append({**pillar, "topics": [_TOPIC]})
        elif isinstance(topics, list):
            inner = []
            for inside, topic in enumerate(topics):
                is_empty = isinstance(topic, dict) and topic.get("questions") == []
                empty += [(place, inside)] if is_empty else []
                inner.append({**topic, "questions": [_QUESTION]} if is_empty else topic)
            filled.append({**pillar, "topics": inner})
        else:
            filled.append(pillar)
    return {**value, "pillars": filled}, tuple(empty)


_QUESTION: Final = {"id": "x", "prompt": "", "levels": [""] * 5}
_TOPIC: Final = {"id": "x", "name": "", "questions": [_QUESTION]}
_PILLAR: Final = {"id": "x", "name": "", "topics": [_TOPIC]}


def _emptied(draft: Questionnaire, empty: _Empty) -> Questionnaire:
    if not empty:
        return draft
    if empty == _NOTHING:
        return replace(draft, pillars=())
    pillars = [_emptied_pillar(pillar, place, empty) for place, pillar in enumerate(draft.pillars)]
    return replace(draft, pillars=tuple(pillars))


def _emptied_pillar(pillar: Pillar, place: int, empty: _Empty) -> Pillar:
    if (place, -1) in empty:
        return replace(pillar, topics=())
    topics: list[Topic] = [
        replace(topic, questions=()) if (place, inside) in empty else topic
        for inside, topic in enumerate(pillar.topics)
    ]
    return replace(pillar, topics=tuple(topics))
