"""The assessment on the table with the quarter before it: what it began with, and what was promised then."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.ui.meeting_table import MeetingTable
from readiness.ui.undo import ValueEdit

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.domain.promises import PlannedAction
    from readiness.services.assessing import Assessing, Saved
    from readiness.services.beginning import LastQuarter
    from readiness.ui.desk import Resumed


class CarryingTable(MeetingTable):
    """Keeps last quarter's promises within reach; they stay with the assessment that made them."""

    last_changed = Signal(object)  # LastQuarter; what became of its actions was said
    last: "LastQuarter | None" = None

    def put(self, resumed: "Resumed") -> None:
        """Lay an assessment on the table, and the one before it beside it."""
        self.last = resumed.last
        super().put(resumed)

    def put_away(self) -> None:
        """Clear the table."""
        self.last = None
        super().put_away()

    def set_last_promises(self, actions: "tuple[PlannedAction, ...]") -> None:
        """Say what became of last quarter's actions."""
        last = self.last
        if last is None or self._changeable() is None or actions == last.assessment.actions:
            return
        after = replace(last.assessment, actions=actions)
        name = self.tr("what became of {0}").format(_named(last.assessment.actions, actions))
        self.undo_stack.push(ValueEdit(name, last.assessment, after, self._apply_promises))

    def _apply_promises(self, after: "Assessment") -> None:
        if self.last is None:
            return
        id_ = self.last.id
        self.last = replace(self.last, assessment=after)
        self.last_changed.emit(self.last)

        def commit(workspace: "Assessing") -> "Saved":
            return workspace.set_promises(id_, after.actions, after.decisions)

        self._saving.keep(("promises", id_), commit)


def _named(before: "tuple[PlannedAction, ...]", after: "tuple[PlannedAction, ...]") -> str:
    """Return the ids of the actions that differ."""
    known = {action.id: action for action in before}
    return ", ".join(action.id for action in after if known.get(action.id) != action)
