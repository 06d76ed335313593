"""How one version of a questionnaire came out of the one before (domain §4.1, ruling 20).

Renames, splits, merges and redefinitions are declared; whatever has the same id in both is taken to be the
same question, and the rest was removed or added. Moves and new weights need no word: they change no identity.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from readiness.domain.combining import parts_of
from readiness.domain.questionnaire import LineageChange, Questionnaire
from readiness.errors import Fault, LineageError

LinkKind = Literal["kept", "renamed", "split", "merged"]
LEAST_PARTS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Old questions and the new ones that took their place; only a split or a merge has several."""

    kind: LinkKind
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFault:
    """One fault of a declared lineage; ``change`` is its place in ``lineage.changes``, ``None`` for all.

    ``parts_versions`` says that the two versions cannot be joined at all; the others are for the linter.
    """

    code: str
    message: str
    id: str = ""
    change: int | None = None
    parts_versions: bool = True


def links(old: Questionnaire, new: Questionnaire) -> tuple[Link, ...]:
    """Return what stayed itself between two neighbouring versions, declared links first.

    Nothing is checked here: ids that neither side has stay in the link, as in a quick check, which sees a
    part of the questionnaire only.
    """
    declared = _declared(old, new)
    taken_old, taken_new = set(declared.uses), set(declared.makes)
    kept = (
        Link(kind="kept", old=(q.id,), new=(q.id,))
        for q in new.questions
        if q.id in old.by_id and q.id not in taken_old and q.id not in taken_new
    )
    return (*(link for _, link in declared.links), *kept)


def lineage_faults(new: Questionnaire, old: Questionnaire | None = None) -> tuple[LineageFault, ...]:
    """Return every fault of the lineage that ``new`` declares, as far as it shows without ``old`` too."""
    declared = _Declared(new.lineage.changes if new.lineage else ())
    found = [*_bad_changes(declared), *_unknown_new(declared, new), *_mapped_twice(declared)]
    if old is None:
        return tuple(found)
    if base := _wrong_base(old, new):
        return (*found, base)
    declared = _declared(old, new)
    found += [*_unknown_old(declared, old), *_reused(declared, old, new)]
    found += [*_changed_anchors(declared, old, new), *_too_small_a_step(declared, old, new)]
    return tuple(found)


def require_lineage(path: Iterable[Questionnaire], *, is_partial: bool = False) -> None:
    """Let through only versions that follow each other.

    ``is_partial`` says that an end is what a quick check sees: a change may name what is not there.

    Raises:
        LineageError: a step between two of them cannot be told; it carries every fault of that step.
    """
    steps = list(path)
    for old, new in pairwise(steps):
        faults = [
            fault
            for fault in lineage_faults(new, old)
            if fault.parts_versions and not (is_partial and fault.code == "unknown-question")
        ]
        if faults:
            told = [Fault(code=fault.code, message=fault.message, id=fault.id) for fault in faults]
            raise LineageError(old.reference, new.reference, told)


def between(
    old: Questionnaire, new: Questionnaire, known: Iterable[Questionnaire]
) -> tuple[Questionnaire, ...]:
    """Return the versions that lie between two, oldest first, found by what each says it came from.

    Empty where the two are the same or neighbours. Where the way back does not reach ``old`` it ends with
    what is known: ``require_lineage`` then says which step is missing.
    """
    by_reference = {questionnaire.reference: questionnaire for questionnaire in known}
    found: list[Questionnaire] = []
    here = new
    while here.lineage and not _comes_from(here, old) and _core(here) != _core(old):
        earlier = by_reference.get(_base_of(here))
        if earlier is None or earlier in (new, *found):
            break
        found.append(earlier)
        here = earlier
    return tuple(reversed(found))


def _base_of(questionnaire: Questionnaire) -> str:
    """Return the reference of the version it came from; a fork names another questionnaire in full."""
    base = questionnaire.lineage.from_version if questionnaire.lineage else ""
    return base if "@" in base else f"{questionnaire.id}@{base}"


def _core(questionnaire: Questionnaire) -> str:
    """Return the reference that a lineage speaks of: that of the core, whatever was asked with it."""
    return parts_of(questionnaire.reference)[0]


def _comes_from(new: Questionnaire, old: Questionnaire) -> bool:
    return new.lineage is not None and _base_of(new) == _core(old)


class _Declared:
    """The changes of one lineage as links, each with its place, and which ids they use and make."""

    def __init__(self, changes: tuple[LineageChange, ...]) -> None:
        self.changes = changes
        self.links = [(place, link) for place, change in enumerate(changes) for link in _links_of(change)]
        self.redefined = {
            change.redefine: place for place, change in enumerate(changes) if change.redefine is not None
        }

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """Each old id that is accounted for, with how often."""
        return Counter([id_ for _, link in self.links for id_ in link.old] + list(self.redefined))

    @cached_property
    def makes(self) -> Mapping[str, int]:
        """Each new id that is accounted for, with how often."""
        return Counter([id_ for _, link in self.links for id_ in link.new] + list(self.redefined))


def _declared(old: Questionnaire, new: Questionnaire) -> _Declared:
    return _Declared(new.lineage.changes if new.lineage and _comes_from(new, old) else ())


def _links_of(change: LineageChange) -> Iterator[Link]:
    if change.rename is not None:
        yield Link(kind="renamed", old=change.rename[:1], new=change.rename[1:])
    if change.split is not None:
        yield Link(kind="split", old=change.split[:1], new=change.split[1])
    if change.merge is not None:
        yield Link(kind="merged", old=change.merge[0], new=change.merge[1:])


def _bad_changes(declared: _Declared) -> Iterator[LineageFault]:
    for place, change in enumerate(declared.changes):
        said = [change.rename, change.split, change.merge, change.redefine]
        if sum(one is not None for one in said) != 1:
            message = "a change is one of rename, split, merge or redefine"
            yield LineageFault(code="bad-change", message=message, change=place)
    for place, link in declared.links:
        several = link.new if link.kind == "split" else link.old
        if link.kind in {"split", "merged"} and len(several) < LEAST_PARTS:
            word = "parts" if link.kind == "split" else "sources"
            message = f"a {link.kind.removesuffix('d')} of {(*link.old, '?')[0]} needs two {word} or more"
            yield LineageFault(code="bad-change", message=message, change=place)


def _unknown_new(declared: _Declared, new: Questionnaire) -> Iterator[LineageFault]:
    made = [(place, id_) for place, link in declared.links for id_ in link.new]
    made += [(place, id_) for id_, place in declared.redefined.items()]
    for place, id_ in made:
        if id_ not in new.by_id:
            message = f"“{id_}” is not in {new.reference}"
            yield LineageFault(code="unknown-question", message=message, id=id_, change=place)


def _unknown_old(declared: _Declared, old: Questionnaire) -> Iterator[LineageFault]:
    used = [(place, id_) for place, link in declared.links for id_ in link.old]
    used += [(place, id_) for id_, place in declared.redefined.items()]
    for place, id_ in used:
        if id_ not in old.by_id:
            message = f"“{id_}” is not in {old.reference}"
            yield LineageFault(code="unknown-question", message=message, id=id_, change=place)


def _mapped_twice(declared: _Declared) -> Iterator[LineageFault]:
    for verb, often in (("goes into", declared.uses), ("comes out of", declared.makes)):
        for id_, times in often.items():
            if times > 1:
                message = f"{id_} {verb} {times} changes; say it once"
                yield LineageFault(code="mapped-twice", message=message, id=id_)
    redefined = Counter(change.redefine for change in declared.changes if change.redefine is not None)
    for id_, times in redefined.items():
        if times > 1:
            message = f"{id_} is redefined {times} times; say it once"
            yield LineageFault(code="mapped-twice", message=message, id=id_)


def _reused(declared: _Declared, old: Questionnaire, new: Questionnaire) -> Iterator[LineageFault]:
    """An id is never given to another question: what left must be gone, and what is made must be free."""
    for question in new.questions:
        id_ = question.id
        if id_ not in old.by_id or (id_ in declared.uses) == (id_ in declared.makes):
            continue
        if id_ in declared.uses:
            message = f"{id_} went into another question, but {new.reference} still has it"
        else:
            message = f"{id_} is made of others, but {old.reference} already had one of that name"
        yield LineageFault(code="reused-id", message=message, id=id_)


def _changed_anchors(declared: _Declared, old: Questionnaire, new: Questionnaire) -> Iterator[LineageFault]:
    for question in new.questions:
        before = old.by_id.get(question.id)
        if before is None or question.id in declared.makes or before.levels == question.levels:
            continue
        yield LineageFault(
            code="anchors-changed",
            message=(
                f"the levels of {question.id} read differently; say “redefine: {question.id}” if they mean "
                f"another thing, “rename: [{question.id}, {question.id}]” if they mean the same"
            ),
            id=question.id,
            parts_versions=False,
        )


def _wrong_base(old: Questionnaire, new: Questionnaire) -> LineageFault | None:
    if _core(old) == _core(new) or _comes_from(new, old):
        return None
    if new.lineage is None and new.id == old.id:
        return None
    said = f"it came from {_base_of(new)}" if new.lineage else "it says nothing of where it came from"
    return LineageFault(code="wrong-base", message=f"{said}, not from {old.reference}")


def _too_small_a_step(declared: _Declared, old: Questionnaire, new: Questionnaire) -> Iterator[LineageFault]:
    if old.id != new.id or majors(old) != majors(new):
        return
    names = {link.old[0]: link.new[0] for _, link in declared.links if link.kind == "renamed" and link.old}
    if declared.redefined or _weighing(old, names) != _weighing(new, {}):
        message = f"{new.version} can score differently from {old.version}, so its first number must rise"
        yield LineageFault(code="needs-major", message=message, parts_versions=False)


def _weighing(questionnaire: Questionnaire, names: Mapping[str, str]) -> frozenset[object]:
    """Return what a score depends on, in no order, under the new ids: a rename alone changes nothing."""
    gates = {question.id for question in questionnaire.gates}
    return frozenset(
        (
            pillar_weight,
            frozenset(
                (weight, frozenset((names.get(id_, id_), w, tier, id_ in gates) for id_, w, tier in asked))
                for weight, asked in topics
            ),
        )
        for pillar_weight, topics in questionnaire.layout
    )


def majors(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return what rises with anything that can change a score: ``id@major`` of each part."""
    return tuple(reference.partition(".")[0] for reference in parts_of(questionnaire.reference))
