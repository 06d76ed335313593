"""Changes of the user's data that can be taken back, each with a name for “Undo …”."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Answer, Assessment
    from readiness.domain.questionnaire import Lane
    from readiness.domain.sitting import Sitting
    from readiness.domain.terms import PlanTerms


_TEXTS: Final = ("note", "evidence", "because", "not_applicable")
_MERGES: Final = 1


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One lane's answer to one question, before and after. ``burst`` counts up where typing pauses."""

    question: str
    lane: "Lane"
    before: "Answer"
    after: "Answer"
    burst: int = 0

    @property
    def texts(self) -> frozenset[str]:
        """The text fields that differ, where nothing but text differs; else nothing."""
        if self.before.state != self.after.state:
            return frozenset()
        differing = {name for name in _TEXTS if getattr(self.before, name) != getattr(self.after, name)}
        moved = {name: getattr(self.after, name) for name in differing}
        return frozenset(differing) if replace(self.before, **moved) == self.after else frozenset()


Changes = tuple[AnswerChange, ...]


class AnswerEdit(QUndoCommand):
    """Answering; typing in the same field of the same answer merges into one step."""

    def __init__(self, change: AnswerChange, apply: "Callable[[AnswerChange, Answer], None]") -> None:
        super().__init__(_name_of(change))
        self._change = change
        self._apply = apply

    def id(self) -> int:
        """Return the kind that Qt offers for merging."""
        return _MERGES

    def redo(self) -> None:
        """Put the new answer in place."""
        self._apply(self._change, self._change.after)

    def undo(self) -> None:
        """Put the earlier answer back."""
        self._apply(self._change, self._change.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in what was typed next."""
        if not isinstance(other, AnswerEdit):
            return False
        mine, theirs = self._change, other._change  # noqa: SLF001 - one class
        same_place = (mine.question, mine.lane, mine.burst) == (theirs.question, theirs.lane, theirs.burst)
        if not (same_place and mine.texts and mine.texts == theirs.texts):
            return False
        self._change = replace(mine, after=theirs.after)
        return True


class AssessmentEdit(QUndoCommand):
    """A change of what stands around the answers: the limits table, or the frame."""

    def __init__(
        self, name: str, before: "Assessment", after: "Assessment", apply: "Callable[[Assessment], None]"
    ) -> None:
        super().__init__(name)
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        """Put the new state in place."""
        self._apply(self._after)

    def undo(self) -> None:
        """Put the earlier state back."""
        self._apply(self._before)


class TermsEdit(QUndoCommand):
    """A change of a plan's terms: capacity, order, what is tried out."""

    def __init__(
        self, name: str, before: "PlanTerms", after: "PlanTerms", apply: "Callable[[PlanTerms], None]"
    ) -> None:
        super().__init__(name)
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        """Put the new terms in place."""
        self._apply(self._after)

    def undo(self) -> None:
        """Put the earlier terms back."""
        self._apply(self._before)


class SittingEdit(QUndoCommand):
    """A mark in the meeting: left open, put off, or who spoke."""

    def __init__(
        self, name: str, before: "Sitting", after: "Sitting", apply: "Callable[[Sitting], None]"
    ) -> None:
        super().__init__(name)
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        """Put the new mark in place."""
        self._apply(self._after)

    def undo(self) -> None:
        """Put the earlier mark back."""
        self._apply(self._before)


class AnswersEdit(QUndoCommand):
    """Several answers as one step, such as accepting what nobody disputes."""

    def __init__(
        self,
        name: str,
        changes: "Changes",
        apply: "Callable[[tuple[tuple[AnswerChange, Answer], ...]], None]",
    ) -> None:
        super().__init__(name)
        self._changes = changes
        self._apply = apply

    def redo(self) -> None:
        """Put the new answers in place."""
        self._apply(tuple((change, change.after) for change in self._changes))

    def undo(self) -> None:
        """Put the earlier answers back."""
        self._apply(tuple((change, change.before) for change in self._changes))


def _name_of(change: AnswerChange) -> str:
    if change.texts == {"note"}:
        text = QCoreApplication.translate("Undo", "note on {question}")
    elif change.texts == {"evidence"}:
        text = QCoreApplication.translate("Undo", "evidence for {question}")
    elif change.texts == {"because"}:
        text = QCoreApplication.translate("Undo", "reason for {question}")
    else:
        text = QCoreApplication.translate("Undo", "answer {question}")
    return text.format(question=change.question)
