"""Two versions of a lens → what changed between them, and whether that can change a score.

A lens says nothing of where it came from, so it is read off: other practices or rules give a question another
meaning, another text does not. A version that can score differently is major, one of other words minor.
"""

from dataclasses import dataclass

from readiness.domain.questionnaire import Lineage, LineageChange, Question, Questionnaire
from readiness.domain.versions import Size, next_version

__all__ = ["Revision", "Size", "lineage_from", "next_version", "revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a version changes: ``redefined`` questions ask something else, ``reworded`` read differently."""

    size: Size
    added: tuple[str, ...]
    redefined: tuple[str, ...]
    reworded: tuple[str, ...]
    unchanged: tuple[str, ...]
    retired: tuple[str, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """Every question that is not as it was."""
        return (*self.redefined, *self.reworded)


def revision(old: Questionnaire, new: Questionnaire) -> Revision:
    """Return what a new version changes."""
    kept = [(old.by_id[q.id], q) for q in new.questions if q.id in old.by_id]
    redefined = tuple(q.id for was, q in kept if _meaning(was) != _meaning(q))
    unchanged = tuple(q.id for was, q in kept if was == q)
    settled = {*redefined, *unchanged}
    added = tuple(q.id for q in new.questions if q.id not in old.by_id)
    retired = tuple(q.id for q in old.questions if q.id not in new.by_id)
    is_major = bool(redefined or added or retired) or _weighing(old) != _weighing(new)
    has_other_words = old.source != new.source
    return Revision(
        size="major" if is_major else "minor" if has_other_words else "same",
        added=added,
        redefined=redefined,
        reworded=tuple(q.id for _, q in kept if q.id not in settled),
        unchanged=unchanged,
        retired=retired,
    )


def lineage_from(old: Questionnaire, found: Revision) -> Lineage:
    """Return how the new version says it came out of the old one."""
    return Lineage(
        from_version=old.version, changes=tuple(LineageChange(redefine=id_) for id_ in found.redefined)
    )


def _meaning(question: Question) -> object:
    practices = frozenset((practice.id, practice.alone) for practice in question.practices)
    return question.kind, practices, question.rules, question.weight


def _weighing(questionnaire: Questionnaire) -> object:
    return {
        (pillar.id, pillar.counts, topic.id, topic.counts, question.id)
        for pillar, topic, question in questionnaire.walk()
    }
