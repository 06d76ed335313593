"""Which questions of an old version live on in a new one, step by step (domain §4.2, 4.5).

The mapping over several versions is the composition of its steps with the weights of the versions between:
taking a split and a later merge together would give other numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from readiness.domain.combining import parts_of
from readiness.domain.lineage import Link, links, require_lineage
from readiness.domain.questionnaire import Questionnaire

Origin = Mapping[str, float]
"""The part that each old question has in the level a new one would have had; the parts sum to 1."""

NOWHERE: Final = ""
"""Stands among the origins for a question that was added on the way, so that nobody answered it before."""

UNBORN: Final[Origin] = {NOWHERE: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Old and new questions that are one another's: one and one, or those of a split or a merge."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What became of every question between two versions.

    ``origins`` are those of the new questions that are in a family. ``retired`` and ``added`` are in none; a
    redefined question is in both.
    """

    old: Questionnaire
    new: Questionnaire
    families: tuple[Family, ...]
    origins: Mapping[str, Origin]
    retired: tuple[str, ...]
    added: tuple[str, ...]


def trace(
    old: Questionnaire,
    new: Questionnaire,
    between: tuple[Questionnaire, ...] = (),
    *,
    is_partial: bool = False,
) -> Trace:
    """Follow every question from ``old`` over the versions between to ``new``.

    ``is_partial`` says that one end is what a quick check sees: declared changes then may name questions
    that are not there.

    Raises:
        LineageError: a version does not say, or not rightly, how it came out of the one before.
    """
    path = _path(old, between, new)
    require_lineage(path, is_partial=is_partial)
    origins: Mapping[str, Origin] = {question.id: {question.id: 1.0} for question in old.questions}
    for earlier, later in pairwise(path):
        origins = _step(origins, earlier, later)
    families = _whole(_families(origins), origins)
    from_old = {id_ for family in families for id_ in family.old}
    into_new = {id_ for family in families for id_ in family.new}
    return Trace(
        old=old,
        new=new,
        families=families,
        origins={id_: origins[id_] for family in families for id_ in family.new},
        retired=tuple(q.id for q in old.questions if q.id not in from_old),
        added=tuple(q.id for q in new.questions if q.id not in into_new),
    )


def _path(
    old: Questionnaire, between: tuple[Questionnaire, ...], new: Questionnaire
) -> tuple[Questionnaire, ...]:
    path = [old]
    for version in (*(_with_parts(version, old) for version in between), new):
        if version != path[-1]:
            path.append(version)
    return tuple(path)


def _with_parts(version: Questionnaire, old: Questionnaire) -> Questionnaire:
    """Return a core version on the way with what was asked beside the core, one pillar each (ruling 8).

    Without them a specialised question would end at a version that is only of the core.
    """
    beside = len(parts_of(old.reference)) - 1
    if not beside or len(parts_of(version.reference)) > 1:
        return version
    return replace(version, pillars=(*version.pillars, *old.pillars[-beside:]))


def _step(origins: Mapping[str, Origin], old: Questionnaire, new: Questionnaire) -> dict[str, Origin]:
    found: dict[str, Origin] = dict.fromkeys((q.id for q in new.questions), UNBORN)
    for link in links(old, new):
        blended = _blend(link, origins, old)
        found.update({id_: blended for id_ in link.new if id_ in new.by_id})
    return found


def _blend(link: Link, origins: Mapping[str, Origin], old: Questionnaire) -> Origin:
    """Return where a link's new questions come from: a copy, or the mean by the weights they then had."""
    if len(link.old) == 1:
        return origins.get(link.old[0], UNBORN)
    weights = {id_: old.by_id[id_].weight if id_ in old.by_id else 1.0 for id_ in link.old}
    total = sum(weights.values())
    blended: dict[str, float] = {}
    for id_, weight in weights.items():
        part = weight / total if total else 1 / len(weights)
        for origin, share in origins.get(id_, UNBORN).items():
            blended[origin] = blended.get(origin, 0.0) + part * share
    return blended


def _families(origins: Mapping[str, Origin]) -> list[Family]:
    """Join new questions that share an old one; those added on the way join nothing."""
    leaders = _Leaders()
    for origin in origins.values():
        leaders.join(origin)
    old: dict[str, list[str]] = {}
    for id_ in leaders.names():
        old.setdefault(leaders.of(id_), []).append(id_)
    new: dict[str, list[str]] = {}
    for id_, origin in origins.items():
        first = next((name for name in origin if name != NOWHERE), None)
        if first is not None:
            new.setdefault(leaders.of(first), []).append(id_)
    return [Family(old=tuple(old[leader]), new=tuple(members)) for leader, members in new.items()]


class _Leaders:
    """Groups of names, each spoken for by one of them, so that joining two takes no search."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, names: Iterable[str]) -> None:
        together = [name for name in names if name != NOWHERE]
        for name in together:
            self._above.setdefault(name, name)
            self._above[self.of(name)] = self.of(together[0])

    def of(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def names(self) -> Iterable[str]:
        return tuple(self._above)


def _whole(families: list[Family], origins: Mapping[str, Origin]) -> tuple[Family, ...]:
    """Leave out a family into which something was merged that nobody answered before."""
    return tuple(family for family in families if not any(NOWHERE in origins[id_] for id_ in family.new))
