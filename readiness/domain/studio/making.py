"""New parts of a draft, and ids that nothing else has."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, Final

from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Topic
from readiness.domain.studio.places import Place, at, groups_at, insert, members

LEVELS: Final = ("", "", "", "", "")

_NUMBERED: Final = re.compile(r"(.*?)([0-9]+)")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def clean(text: str) -> str:
    """Return a text on one line, without what cannot stand in a file."""
    return _UNPRINTABLE.sub(" ", text)


def taken_ids(draft: Questionnaire, before: Questionnaire | None) -> frozenset[str]:
    """Return the ids that a question cannot get: an id is never given to another question."""
    known = {question.id.casefold() for question in draft.questions}
    known |= {question.id.casefold() for question in before.questions} if before is not None else set()
    lineage = draft.lineage.changes if draft.lineage is not None else ()
    return frozenset(known | {id_.casefold() for change in lineage for id_ in _named(change)})


def fresh_id(like: str, taken: Collection[str]) -> str:
    """Return an id in the manner of another, with the next free number: ARC-22 after ARC-21."""
    numbered = _NUMBERED.fullmatch(like)
    stem, digits = numbered.groups() if numbered else (f"{like or 'Q'}-", "00")
    used = [_number_of(id_, stem.casefold()) for id_ in taken]
    number = max(used, default=0) + 1
    return f"{stem}{number:0{len(digits)}d}"


def new_question(draft: Questionnaire, place: Place, before: Questionnaire | None) -> Question:
    """Return an empty question for a topic, with an id in the manner of its neighbours."""
    pillar, topic = at(draft, place[:1]), at(draft, place[:2])
    neighbours = topic.questions or pillar.questions
    like = neighbours[-1].id if neighbours else f"{pillar.id}-00"
    return Question(id=fresh_id(like, taken_ids(draft, before)), prompt="", levels=LEVELS)


def add_question(
    draft: Questionnaire, beside: Place, before: Questionnaire | None
) -> tuple[Questionnaire, Place]:
    """Add a question after the one that is selected, or last in the topic that is nearest."""
    draft, topic = _nearest(draft, beside, 2)
    place = (*topic, beside[2] + 1) if len(beside) > 2 else (*topic, len(at(draft, topic).questions))  # noqa: PLR2004 - the depth of a question
    return insert(draft, place, new_question(draft, place, before)), place


def add_topic(
    draft: Questionnaire, beside: Place, before: Questionnaire | None
) -> tuple[Questionnaire, Place]:
    """Add a topic with one empty question, after the one that is selected."""
    draft, pillar = _nearest(draft, beside, 1)
    place = (*pillar, beside[1] + 1) if len(beside) > 1 else (*pillar, len(at(draft, pillar).topics))
    topic = Topic(id=_free("TOP", {one.id for one in at(draft, pillar).topics}), name="", questions=())
    draft = insert(draft, place, topic)
    return insert(draft, (*place, 0), new_question(draft, (*place, 0), before)), place


def add_pillar(
    draft: Questionnaire, beside: Place, before: Questionnaire | None
) -> tuple[Questionnaire, Place]:
    """Add a pillar with a topic and one empty question."""
    place = (beside[0] + 1,) if beside else (len(draft.pillars),)
    pillar = Pillar(id=_free("PIL", {one.id for one in draft.pillars}), name="", topics=())
    draft = insert(draft, place, pillar)
    return add_topic(draft, place, before)[0], place


def duplicate(
    draft: Questionnaire, place: Place, before: Questionnaire | None
) -> tuple[Questionnaire, Place]:
    """Put a copy after a part; the copies of its questions get ids of their own."""
    taken = set(taken_ids(draft, before))
    siblings = {one.id for one in members(at(draft, place[:-1]))}
    copy = _copied(at(draft, place), taken)
    if not isinstance(copy, Question):
        copy = replace(copy, id=_free(copy.id, siblings))
    after = (*place[:-1], place[-1] + 1)
    return insert(draft, after, copy), after


def first_questionnaire(id_: str, title: str) -> Questionnaire:
    """Return the least that is a questionnaire, to begin with."""
    topic = Topic(id="ONE", name="First topic", questions=(Question(id="Q-01", prompt="", levels=LEVELS),))
    pillar = Pillar(id="MAIN", name="First pillar", topics=(topic,))
    return Questionnaire(id=id_, version="1.0", title=title, pillars=(pillar,))


def _copied(part: Any, taken: set[str]) -> Any:
    if isinstance(part, Question):
        id_ = fresh_id(part.id, taken)
        taken.add(id_.casefold())
        return replace(part, id=id_)
    name = "topics" if isinstance(part, Pillar) else "questions"
    return replace(part, **{name: tuple(_copied(one, taken) for one in members(part))})


def _nearest(draft: Questionnaire, beside: Place, depth: int) -> tuple[Questionnaire, Place]:
    """Return the group of a depth that a place lies in, the last one where it lies in none."""
    if len(beside) >= depth:
        return draft, beside[:depth]
    inside = [place for place in groups_at(draft, depth) if place[: len(beside)] == beside]
    if inside:
        return draft, inside[-1]
    if depth == 1:
        return add_pillar(draft, (), None)[0], (len(draft.pillars),)
    draft, pillar = _nearest(draft, beside, 1)
    topic = Topic(id=_free("TOP", {one.id for one in at(draft, pillar).topics}), name="", questions=())
    place = (*pillar, len(at(draft, pillar).topics))
    return insert(draft, place, topic), place


def _free(id_: str, taken: Collection[str]) -> str:
    folded = {one.casefold() for one in taken}
    return id_ if id_.casefold() not in folded else fresh_id(f"{id_}-1", {*folded, f"{id_}-1".casefold()})


def _number_of(id_: str, stem: str) -> int:
    digits = id_.removeprefix(stem)
    return int(digits) if id_.startswith(stem) and digits.isdigit() and len(digits) < 7 else 0  # noqa: PLR2004 - a number, no hash


def _named(change: Any) -> Iterator[str]:
    if change.split is not None:
        yield change.split[0]
    if change.merge is not None:
        yield from change.merge[0]
    if change.rename is not None:
        yield change.rename[0]
