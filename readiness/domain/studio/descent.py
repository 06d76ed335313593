"""What a draft says of the version it came from: renames, splits, merges and other meanings (domain §4.1)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from readiness.domain.lineage import links
from readiness.domain.questionnaire import (
    Combination,
    Condition,
    Lineage,
    LineageChange,
    Pillar,
    Question,
    Questionnaire,
)
from readiness.domain.studio.making import fresh_id, taken_ids
from readiness.domain.studio.places import Place, at, insert, place_of, put, remove
from readiness.domain.versions import next_version

Meaning = Literal["", "same", "other"]
"""What was said of a question that reads differently; nothing yet for an empty one."""

_WORDS: Final = ("prompt", "levels", "product_prompt", "product_levels")


def next_draft(published: Questionnaire) -> Questionnaire:
    """Return the draft that follows a published version, with nothing changed yet."""
    return replace(
        published,
        version=next_version(published.version, "minor"),
        lineage=Lineage(from_version=published.version),
    )


def own_copy(shipped: Questionnaire, id_: str, title: str) -> Questionnaire:
    """Return a questionnaire of one's own that came out of another, so that trends go on."""
    return replace(
        shipped,
        id=id_,
        title=title,
        version="1.0",
        lineage=Lineage(from_version=shipped.reference),
        source=None,
    )


def base_of(draft: Questionnaire) -> str:
    """Return the reference of the version a draft came from; empty for a first one."""
    if draft.lineage is None:
        return ""
    base = draft.lineage.from_version
    return base if "@" in base else f"{draft.id}@{base}"


def origin(draft: Questionnaire, before: Questionnaire | None, id_: str) -> Question | None:
    """Return the question of the version before that one still is, under its name of then."""
    if before is None:
        return None
    linked = links(before, draft)
    old = next(
        (link.old[0] for link in linked if link.new == (id_,) and link.kind in {"kept", "renamed"}), ""
    )
    if not old and is_redefined(draft, id_):
        old = id_
    return before.by_id.get(old)


def reads_differently(old: Question, new: Question) -> bool:
    """Whether what people read of a question changed."""
    return any(getattr(old, name) != getattr(new, name) for name in _WORDS)


def is_redefined(draft: Questionnaire, id_: str) -> bool:
    """Whether the draft says that a question means something else now."""
    return any(change.redefine == id_ for change in _changes(draft))


def meaning(draft: Questionnaire, id_: str) -> Meaning:
    """Return what the draft says of a question's meaning."""
    if is_redefined(draft, id_):
        return "other"
    return "same" if any(change.rename == (id_, id_) for change in _changes(draft)) else ""


def say_meaning(draft: Questionnaire, id_: str, said: Meaning) -> Questionnaire:
    """Return the draft with what is said of a question's meaning."""
    kept = [change for change in _changes(draft) if change.redefine != id_ and change.rename != (id_, id_)]
    if said == "other":
        kept.append(LineageChange(redefine=id_))
    elif said == "same":
        kept.append(LineageChange(rename=(id_, id_)))
    return _with_changes(draft, kept)


def rename(draft: Questionnaire, place: Place, id_: str, before: Questionnaire | None) -> Questionnaire:
    """Return the draft with another id of a question, wherever it is named; the old name is declared."""
    old = at(draft, place).id
    draft = put(draft, place, replace(at(draft, place), id=id_))
    if old not in draft.by_id:  # else what names it means the other one
        draft = _pointing(draft, {old: id_})
    changes = [_with_name(change, old, id_) for change in _changes(draft)]
    renamed = any(change.rename is not None and change.rename[1] == id_ for change in changes)
    if before is not None and old in before.by_id and not renamed and not _is_made(draft, old):
        changes.append(LineageChange(rename=(old, id_)))
    # Back under its old name, nothing is said: that it means the same is for its author to say.
    kept = [change for change in changes if not _says_nothing(change, before) and change.rename != (id_, id_)]
    return _with_changes(draft, kept)


def with_id(draft: Questionnaire, id_: str) -> Questionnaire:
    """Return the draft under another name; it still came out of the same version."""
    lineage = draft.lineage
    if lineage is not None:
        name, _, version = base_of(draft).partition("@")
        lineage = replace(lineage, from_version=version if name == id_ else base_of(draft))
    return replace(draft, id=id_, lineage=lineage)


def split(draft: Questionnaire, place: Place, before: Questionnaire | None) -> tuple[Questionnaire, Place]:
    """Return the draft with two questions where one was, both beginning with its text."""
    whole = at(draft, place)
    taken = set(taken_ids(draft, before))
    one = fresh_id(whole.id, taken)
    two = fresh_id(whole.id, taken | {one.casefold()})
    draft = put(draft, place, replace(whole, id=one))
    draft = _pointing(insert(draft, (*place[:-1], place[-1] + 1), replace(whole, id=two)), {whole.id: one})
    source, parts = _split_of(draft, whole.id) or (origin_id(draft, whole.id), (whole.id,))
    kept = [change for change in _changes(draft) if not _is_about(change, whole.id)]
    if before is not None and source in before.by_id:
        place_in = parts.index(whole.id)
        parts = (*parts[:place_in], one, two, *parts[place_in + 1 :])
        kept.append(LineageChange(split=(source, parts)))
    return _with_changes(draft, kept), place


def merge(
    draft: Questionnaire, place: Place, other: str, before: Questionnaire | None
) -> tuple[Questionnaire, Place]:
    """Return the draft with one question where two were; it begins with the text of the one at ``place``."""
    kept_one, gone = at(draft, place), place_of(draft, other)
    if gone is None or other == kept_one.id:
        return draft, place
    id_ = fresh_id(kept_one.id, taken_ids(draft, before))
    sources = () if before is None else _sources(draft, (kept_one.id, other), before)
    rejoined = _rejoined(draft, (kept_one.id, other), id_)
    draft = remove(put(draft, place, replace(kept_one, id=id_)), gone)
    draft = _pointing(draft, {kept_one.id: id_, other: id_})
    changes = [
        change
        for change in _changes(draft)
        if not _is_about(change, kept_one.id) and not _is_about(change, other)
    ]
    if rejoined is not None:
        changes.append(rejoined)
    elif len(sources) > 1:
        changes.append(LineageChange(merge=(sources, id_)))
    elif sources:
        changes.append(LineageChange(rename=(sources[0], id_)))
    return _with_changes(draft, changes), place_of(draft, id_) or place


def delete(draft: Questionnaire, place: Place) -> Questionnaire:
    """Return the draft without a part, and without what named its questions."""
    part = at(draft, place)
    asked = part.questions if hasattr(part, "questions") else (part,)
    gone = frozenset(question.id for question in asked)
    draft = _unpointing(remove(draft, place), gone)
    changes = [change for change in _changes(draft) if not any(_is_about(change, id_) for id_ in gone)]
    return _with_changes(draft, changes)


def origin_id(draft: Questionnaire, id_: str) -> str:
    """Return what a question was called in the version before, as far as the draft says."""
    renamed = (change.rename for change in _changes(draft) if change.rename is not None)
    return next((old for old, new in renamed if new == id_), id_)


def _split_of(draft: Questionnaire, id_: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the split that a question is a part of."""
    splits = (change.split for change in _changes(draft) if change.split is not None)
    return next((one for one in splits if id_ in one[1]), None)


def _rejoined(draft: Questionnaire, both: tuple[str, str], id_: str) -> LineageChange | None:
    """Return what is said of two parts of one split that become one part, or the whole again."""
    found = _split_of(draft, both[0])
    if found is None or both[1] not in found[1]:
        return None
    parts = tuple(id_ if part == both[0] else part for part in found[1] if part != both[1])
    return LineageChange(split=(found[0], parts)) if len(parts) > 1 else LineageChange(rename=(found[0], id_))


def _sources(draft: Questionnaire, both: tuple[str, str], before: Questionnaire) -> tuple[str, ...]:
    """Return the earlier questions that two are made of, those of an earlier merge too."""
    merged = {change.merge[1]: change.merge[0] for change in _changes(draft) if change.merge is not None}
    names = [name for id_ in both for name in merged.get(id_, (origin_id(draft, id_),))]
    return tuple(name for name in dict.fromkeys(names) if name in before.by_id)


def drop_change(draft: Questionnaire, index: int) -> Questionnaire:
    """Return the draft without one of its declared changes."""
    changes = _changes(draft)
    return _with_changes(draft, [*changes[:index], *changes[index + 1 :]])


def _changes(draft: Questionnaire) -> tuple[LineageChange, ...]:
    return draft.lineage.changes if draft.lineage is not None else ()


def _with_changes(draft: Questionnaire, changes: list[LineageChange]) -> Questionnaire:
    if draft.lineage is None:
        return draft
    return replace(draft, lineage=replace(draft.lineage, changes=tuple(changes)))


def _is_made(draft: Questionnaire, id_: str) -> bool:
    """Whether a question came out of a split or a merge, and so has no older name of its own."""
    changes = _changes(draft)
    parts = [new for change in changes if change.split is not None for new in change.split[1]]
    return id_ in [*parts, *(change.merge[1] for change in changes if change.merge is not None)]


def _with_name(change: LineageChange, old: str, new: str) -> LineageChange:
    if change.rename is not None and change.rename[1] == old:
        return replace(change, rename=(change.rename[0], new))
    if change.split is not None and old in change.split[1]:
        parts = tuple(new if id_ == old else id_ for id_ in change.split[1])
        return replace(change, split=(change.split[0], parts))
    if change.merge is not None and change.merge[1] == old:
        return replace(change, merge=(change.merge[0], new))
    return replace(change, redefine=new) if change.redefine == old else change


def _says_nothing(change: LineageChange, before: Questionnaire | None) -> bool:
    """Whether a redefinition is of a name that the version before does not have."""
    return change.redefine is not None and before is not None and change.redefine not in before.by_id


def _is_about(change: LineageChange, id_: str) -> bool:
    made = [change.redefine, change.rename[1] if change.rename else None]
    made += list(change.split[1]) if change.split else []
    made += [change.merge[1]] if change.merge else []
    return id_ in made


def _pointing(draft: Questionnaire, names: dict[str, str]) -> Questionnaire:
    """Return the draft with needs and combinations that name questions as they are called now."""

    def question(one: Question) -> Question:
        needs = tuple(dict.fromkeys(names.get(need, need) for need in one.needs))
        return one if needs == one.needs else replace(one, needs=tuple(n for n in needs if n != one.id))

    def condition(one: Condition) -> Condition:
        return replace(one, question=names[one.question]) if one.question in names else one

    def combination(one: Combination) -> Combination:
        when = tuple(map(condition, one.when))
        return one if when == one.when else replace(one, when=when)

    pillars = tuple(_each_question(pillar, question) for pillar in draft.pillars)
    return replace(draft, pillars=pillars, combinations=tuple(map(combination, draft.combinations)))


def _unpointing(draft: Questionnaire, gone: frozenset[str]) -> Questionnaire:
    def question(one: Question) -> Question:
        needs = tuple(need for need in one.needs if need not in gone)
        return one if needs == one.needs else replace(one, needs=needs)

    kept = tuple(one for one in draft.combinations if not any(half.question in gone for half in one.when))
    pillars = tuple(_each_question(pillar, question) for pillar in draft.pillars)
    return replace(draft, pillars=pillars, combinations=kept)


def _each_question(pillar: Pillar, change: Callable[[Question], Question]) -> Pillar:
    topics = tuple(replace(topic, questions=tuple(map(change, topic.questions))) for topic in pillar.topics)
    return replace(pillar, topics=topics)
