"""Changes of the user's data that can be taken back, each with a name for “Undo …”."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Answer
    from readiness.domain.questionnaire import Lane

    Refused = Callable[[QUndoStack], None]


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


class ValueEdit(QUndoCommand):
    """A change of one value: what stands around the answers, a plan’s terms, a mark in the meeting."""

    def __init__(self, name: str, before: "Any", after: "Any", apply: "Callable[[Any], None]") -> None:
        super().__init__(name)
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        """Put the new value in place."""
        self._apply(self._after)

    def undo(self) -> None:
        """Put the earlier value back."""
        self._apply(self._before)


class DoneEdit(QUndoCommand):
    """Something done with the whole workspace, and how it is taken back; ``is_done``: it is done already."""

    def __init__(
        self,
        name: str,
        there: "Callable[[], object]",
        back: "Callable[[], object]",
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(name)
        self._there = there
        self._back = back
        self._is_done = is_done

    def redo(self) -> None:
        """Do it, unless it is done."""
        if not self._is_done:
            self._there()
        self._is_done = False

    def undo(self) -> None:
        """Take it back."""
        self._back()


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


class SystemEdit(QUndoCommand):
    """A change of systems or a version, done when it comes here; refused, it leaves the stack as it was."""

    def __init__(
        self,
        name: str,
        change: "Any",
        take_back: "Callable[[Any, Refused], object]",
        again: "Callable[[Callable[[Any], object], Refused], object]",
    ) -> None:
        super().__init__(name)
        self._change = change
        self._take_back = take_back
        self._again = again
        self._is_done = True

    def redo(self) -> None:
        """Do it again, unless it is done."""
        if not self._is_done:
            self._is_done = True
            self._again(self._keep, self._stand_undone)

    def undo(self) -> None:
        """Take it back, unless that is done."""
        if self._is_done:
            self._is_done = False
            self._take_back(self._change, self._stand_done)

    def _stand_done(self, stack: QUndoStack) -> None:
        """Nothing was taken back: step the stack forward again."""
        self._is_done = True
        if stack.command(stack.index()) is self:
            stack.redo()

    def _stand_undone(self, stack: QUndoStack) -> None:
        """Nothing was done again: step the stack back."""
        self._is_done = False
        if stack.index() and stack.command(stack.index() - 1) is self:
            stack.undo()

    def _keep(self, change: "Any") -> None:
        self._change = change


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
