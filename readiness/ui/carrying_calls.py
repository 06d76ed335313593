"""What the session offers around a quarter's beginning: how it can start, and what was promised before it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.ui.desk import read_offer, start_from
from readiness.ui.meeting_calls import MeetingCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.minutes import MeetingPlan
    from readiness.domain.promises import PlannedAction
    from readiness.services.assessing import Beginning, Draft
    from readiness.services.beginning import LastQuarter, StartOffer
    from readiness.ui.carrying_table import CarryingTable


class CarryingCalls(MeetingCalls):
    """The part of the session that looks at the quarter before."""

    last_quarter_changed = Signal(object)  # LastQuarter: what became of its actions was said
    _table: "CarryingTable"

    @property
    def last_quarter(self) -> "LastQuarter | None":
        """The sealed assessment before the open one, with what it began with."""
        return self._table.last

    @property
    def is_check_in(self) -> bool:
        """Whether the open assessment is answered as a check-in."""
        from readiness.domain.check_in import is_check_in  # noqa: PLC0415 - not before the first paint

        table = self._table
        if table.assessment is None or table.last is None or table.read_only:
            return False
        return is_check_in(table.assessment)

    def minutes(self) -> "MeetingPlan":
        """Plan the minutes of the open assessment's meeting; half an hour for a check-in."""
        from readiness.domain.check_in import check_in  # noqa: PLC0415 - not before the first paint
        from readiness.domain.minutes import check_in_plan  # noqa: PLC0415 - as above

        assessment, last = self._table.assessment, self._table.last
        if assessment is None or last is None or not self.is_check_in:
            return super().minutes()
        check = check_in(assessment, last.start, last.assessment.actions)
        return check_in_plan(assessment.questionnaire, check)

    def start_from(self, draft: "Draft", previous_id: int, how: "Beginning") -> None:
        """Start an assessment from an earlier one; ``assessment_opened`` follows, or ``failed``."""
        self._fetch(partial(start_from, draft=draft, previous_id=previous_id, how=how))

    def read_offer(self, draft: "Draft", then: "Callable[[StartOffer | None], None]") -> None:
        """Read what a new assessment could take over from the last one, and hand it to ``then``."""
        desk = self._workspace.desk
        if desk is not None:
            self._database.submit(partial(read_offer, desk, draft), then, self._workspace.on_failed)

    def set_last_promises(self, actions: "tuple[PlannedAction, ...]") -> None:
        """Say what became of last quarter's actions, undoably."""
        self._table.set_last_promises(actions)
