"""Two versions → the reasons why the newer one can score the same answers differently.

Words are named here and everything else bears on figures: a field that comes later counts as a reason until
somebody says that it is only words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from readiness.domain.lineage import links
from readiness.domain.questionnaire import Condition, Question, Questionnaire

READ_ALOUD: Final = ("prompt", "levels", "product_prompt", "product_levels")
"""The words one answers to: where they differ, somebody has to say whether they mean the same."""

_WORDS: Final = frozenset(
    {*READ_ALOUD, "id", "why", "action", "consequence", "hint", "references", "practices"}
)
_OF_PLANS: Final = ("effort", "needs", "valid_for")
"""What a plan and the next quarter depend on, and the figures of the same answers do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that can change a score, and the questions or parts where it does.

    ``kind`` is what became of questions (``added``, ``retired``, ``redefined``, ``split``, ``merged``,
    ``moved``), a field of theirs (``weight``, ``gate``, …), or ``parts``, ``combinations``, ``extends``.
    """

    kind: str
    named: tuple[str, ...] = ()


def reasons(old: Questionnaire, new: Questionnaire) -> tuple[Reason, ...]:
    """Return everything that can change a score; none where only words differ."""
    names = kept_as(old, new)
    found = [*_fates(old, new), *_figures(old, new, names), *_structure(old, new, names)]
    return tuple(one for one in found if one.named or one.kind in {"combinations", "extends"})


def kept_as(old: Questionnaire, new: Questionnaire) -> dict[str, str]:
    """Return the old questions that are one new question each, by their old names."""
    return {
        link.old[0]: link.new[0]
        for link in links(old, new)
        if link.kind in {"kept", "renamed"} and link.old[0] in old.by_id and link.new[0] in new.by_id
    }


def asks_other_ticks(old: Question, new: Question) -> bool:
    """Say whether what can be ticked, or what follows from it, is not the same."""
    return _ticks(old) != _ticks(new)


def planned_otherwise(old: Questionnaire, new: Questionnaire) -> tuple[str, ...]:
    """Return the questions whose effort, needs or time to be carried changed."""
    names = kept_as(old, new)
    return tuple(
        name
        for was, name in names.items()
        if _for_plans(old.by_id[was], names) != _for_plans(new.by_id[name], {})
    )


def _ticks(question: Question) -> object:
    practices = frozenset((practice.id, practice.alone) for practice in question.practices)
    return question.kind, practices, question.rules


def _for_plans(question: Question, names: Mapping[str, str]) -> object:
    needs = tuple(names.get(id_, id_) for id_ in question.needs)
    return [needs if name == "needs" else getattr(question, name) for name in _OF_PLANS]


def _fates(old: Questionnaire, new: Questionnaire) -> Iterator[Reason]:
    linked = links(old, new)
    gone = {id_ for link in linked for id_ in link.old}
    come = {id_ for link in linked for id_ in link.new}
    left = [q.id for q in old.questions if q.id not in gone]
    fresh = [q.id for q in new.questions if q.id not in come]
    yield Reason(kind="redefined", named=tuple(id_ for id_ in fresh if id_ in left))
    yield Reason(kind="added", named=tuple(id_ for id_ in fresh if id_ not in left))
    yield Reason(kind="retired", named=tuple(id_ for id_ in left if id_ not in fresh))
    yield Reason(kind="split", named=tuple(link.old[0] for link in linked if link.kind == "split"))
    yield Reason(kind="merged", named=tuple(link.new[0] for link in linked if link.kind == "merged"))


def _figures(old: Questionnaire, new: Questionnaire, names: Mapping[str, str]) -> Iterator[Reason]:
    pairs = [(old.by_id[was], new.by_id[name]) for was, name in names.items()]
    yield Reason(kind="practices", named=tuple(q.id for was, q in pairs if asks_other_ticks(was, q)))
    for field in fields(Question):
        if field.name not in _WORDS and field.name not in {*_OF_PLANS, "kind", "rules"}:
            differ = (q.id for was, q in pairs if getattr(was, field.name) != getattr(q, field.name))
            yield Reason(kind=field.name, named=tuple(differ))


def _structure(old: Questionnaire, new: Questionnaire, names: Mapping[str, str]) -> Iterator[Reason]:
    stood = {names.get(id_, id_): where for id_, where in _places(old).items()}
    stands = _places(new)
    kept = names.values()
    yield Reason(kind="moved", named=tuple(id_ for id_ in kept if stood[id_] != stands[id_]))
    was, now = _own_weights(old), _own_weights(new)
    yield Reason(kind="parts", named=tuple(key for key in now if key in was and was[key] != now[key]))
    if _dangers(old, names) != _dangers(new, {}):
        yield Reason(kind="combinations")
    if old.extends != new.extends:
        yield Reason(kind="extends")


def _places(questionnaire: Questionnaire) -> dict[str, str]:
    return {question.id: f"{pillar.id}.{topic.id}" for pillar, topic, question in questionnaire.walk()}


def _own_weights(questionnaire: Questionnaire) -> dict[str, float | None]:
    """Return the weights that parts were given; ``None`` where a part weighs what its questions do."""
    found: dict[str, float | None] = {}
    for pillar in questionnaire.pillars:
        found[pillar.id] = pillar.weight
        found.update({f"{pillar.id}.{topic.id}": topic.weight for topic in pillar.topics})
    return found


def _dangers(questionnaire: Questionnaire, names: Mapping[str, str]) -> frozenset[frozenset[Condition]]:
    return frozenset(
        frozenset(replace(one, question=names.get(one.question, one.question)) for one in combination.when)
        for combination in questionnaire.combinations
    )
