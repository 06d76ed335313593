"""Edits of a draft that can be taken back, each with a name for “Undo …”."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QUndoCommand

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.studio.places import Place

_MERGES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A draft, what is selected in it, and the field that is being written."""

    draft: Questionnaire
    place: Place
    field: str = ""


class DraftEdit(QUndoCommand):
    """A step from one state to another; typing in one field merges while ``key`` stays the same."""

    def __init__(
        self, name: str, before: State, after: State, show: Callable[[State], None], key: str = ""
    ) -> None:
        super().__init__(name)
        self._before, self._after = before, after
        self._show = show
        self._key = key

    def id(self) -> int:
        """Return the kind that Qt offers for merging; −1 for what stands alone."""
        return _MERGES if self._key else -1

    def redo(self) -> None:
        """Show the later state."""
        self._show(self._after)

    def undo(self) -> None:
        """Show the earlier state."""
        self._show(self._before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in what was typed next."""
        if not isinstance(other, DraftEdit) or other._key != self._key:  # noqa: SLF001 - one class
            return False
        self._after = other._after  # noqa: SLF001 - one class
        return True
