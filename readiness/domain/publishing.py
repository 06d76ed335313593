"""A draft held against the version before it: minor or major, and what has to be said of other words.

A version that can score differently is major, one of other words minor. No rule can tell whether other words
mean the same (domain §4.1, ruling 20): whoever wrote them says so, question by question.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from readiness.domain.bearing import READ_ALOUD, Reason, asks_other_ticks, planned_otherwise, reasons
from readiness.domain.lineage import links
from readiness.domain.questionnaire import Lineage, LineageChange, Question, Questionnaire
from readiness.domain.versions import is_number, next_version, version_key

Step = Literal["first", "same", "minor", "major"]

FIRST_VERSION: Final = "1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A question that reads differently; ``same`` is what was said of its meaning, ``None`` before."""

    old: Question
    new: Question
    same: bool | None = None

    @property
    def id(self) -> str:
        """The name it has now."""
        return self.new.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What publishing a draft would be.

    ``before`` is the version it follows, ``None`` for the first of all. ``asked`` are the questions of which
    somebody says whether they mean the same. ``reasons`` make it major; ``planning`` are questions whose
    effort, needs or time to be carried changed, which no score depends on. ``lineage`` says it all in the
    file, and ``proposed`` is the lowest number that fits.
    """

    before: Questionnaire | None
    draft: Questionnaire
    step: Step
    asked: tuple[Reworded, ...] = ()
    reasons: tuple[Reason, ...] = ()
    planning: tuple[str, ...] = ()
    lineage: Lineage | None = None
    lowest: str = FIRST_VERSION
    proposed: str = FIRST_VERSION

    @property
    def undecided(self) -> tuple[str, ...]:
        """The questions of which nobody has said yet whether they mean the same."""
        return tuple(one.id for one in self.asked if one.same is None)

    def as_version(self, number: str) -> Questionnaire:
        """Return the draft as it is published under a number."""
        if self.step == "same" and self.before is not None:
            return self.before
        return replace(self.draft, version=number, lineage=self.lineage)


def publication(
    before: Questionnaire | None, draft: Questionnaire, same: Mapping[str, bool] | None = None
) -> Publication:
    """Hold a draft against the version before; ``same`` says which reworded questions mean the same."""
    if before is None:
        return Publication(
            before=None, draft=draft, step="first", lineage=draft.lineage, proposed=_first(draft)
        )
    if _content(before) == _content(draft) and not _declared(before, draft):
        return Publication(before=before, draft=draft, step="same", proposed=before.version)
    asked = tuple(_reworded(before, draft, same or {}))
    lineage = _lineage(before, draft, asked)
    found = reasons(before, replace(draft, lineage=lineage))
    is_fork = before.id != draft.id
    step: Step = "first" if is_fork else "major" if found else "minor"
    lowest = FIRST_VERSION if is_fork else next_version(before.version, "major" if found else "minor")
    return Publication(
        before=before,
        draft=draft,
        step=step,
        asked=asked,
        reasons=found,
        planning=planned_otherwise(before, replace(draft, lineage=lineage)),
        lineage=lineage,
        lowest=lowest,
        proposed=_first(draft) if is_fork else _higher(lowest, draft.version),
    )


def free_number(found: Publication, taken: Collection[str]) -> str:
    """Return the number that is proposed, or the next one that no version has."""
    number = found.proposed
    while number in taken and found.step != "same":
        number = next_version(number, "major" if found.step == "major" else "minor")
    return number


def version_fault(publication: Publication, number: str, taken: Collection[str] = ()) -> str:
    """Return why a version cannot have a number; empty where it can. It only ever rises."""
    if not is_number(number):
        return "Write a version like 1.1 or 2.0."
    if publication.step == "same":
        return ""
    if number in taken:
        return f"Version {number} exists already."
    if publication.step == "first" or version_key(number) >= version_key(publication.lowest):
        return ""
    if publication.step == "major":
        return f"It can score differently, so it is {publication.lowest} or higher."
    return f"It is {publication.lowest} or higher."


def _first(draft: Questionnaire) -> str:
    return draft.version if is_number(draft.version) else FIRST_VERSION


def _higher(lowest: str, wished: str) -> str:
    """Return the number a draft has already, where it is high enough."""
    return wished if is_number(wished) and version_key(wished) > version_key(lowest) else lowest


def _content(questionnaire: Questionnaire) -> Questionnaire:
    return replace(questionnaire, version="", lineage=None)


def _base(before: Questionnaire, draft: Questionnaire) -> str:
    return before.version if before.id == draft.id else before.reference


def _declared(before: Questionnaire, draft: Questionnaire) -> tuple[LineageChange, ...]:
    """Return what the draft says of this step; what it still carries of an earlier one is left behind."""
    lineage = draft.lineage
    return lineage.changes if lineage is not None and lineage.from_version == _base(before, draft) else ()


def _from(before: Questionnaire, draft: Questionnaire, changes: tuple[LineageChange, ...]) -> Lineage:
    return Lineage(from_version=_base(before, draft), changes=changes)


def _reworded(before: Questionnaire, draft: Questionnaire, same: Mapping[str, bool]) -> Iterator[Reworded]:
    """Yield the questions that are one and the same, read differently, and whose meaning nobody declared."""
    declared = _declared(before, draft)
    settled = {change.rename[1] for change in declared if change.rename and len(set(change.rename)) == 1}
    linked = links(before, replace(draft, lineage=_from(before, draft, declared)))
    was = {link.new[0]: link.old[0] for link in linked if link.kind in {"kept", "renamed"}}
    for question in draft.questions:
        old = before.by_id.get(was.get(question.id, ""))
        if old is not None and question.id not in settled and _reads_differently(old, question):
            yield Reworded(old=old, new=question, same=same.get(question.id))


def _reads_differently(old: Question, new: Question) -> bool:
    if asks_other_ticks(old, new):  # it is another question, whatever it says
        return False
    words = any(getattr(old, name) != getattr(new, name) for name in READ_ALOUD)
    return words or _titles(old) != _titles(new)


def _titles(question: Question) -> frozenset[tuple[str, str]]:
    return frozenset((practice.id, practice.title) for practice in question.practices)


def _lineage(before: Questionnaire, draft: Questionnaire, asked: tuple[Reworded, ...]) -> Lineage:
    """Return how the version came out of the one before: what was declared, and what was said of meanings."""
    others = {one.id for one in asked if one.same is False}
    declared = _declared(before, draft)
    kept = tuple(change for change in declared if not (change.rename and change.rename[1] in others))
    said = {id_ for change in declared for id_ in (*(change.rename or ()), change.redefine or "")}
    changes = list(kept)
    for one in asked:
        if one.same is False and one.old.id == one.id:
            changes.append(LineageChange(redefine=one.id))
        elif one.old.id == one.id and one.old.levels != one.new.levels:
            changes.append(LineageChange(rename=(one.id, one.id)))
    for question in draft.questions:
        old = before.by_id.get(question.id)
        if old is not None and question.id not in said and asks_other_ticks(old, question):
            changes.append(LineageChange(redefine=question.id))
    return _from(before, draft, tuple(changes))
