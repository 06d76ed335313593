"""What the session offers around a meeting: who answers, the reveal, what is left, revisions, the trash."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.ui.desk import Desk, Resumed, delete, purge, read_due, read_trash, restore, revise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.domain.accepting import AcceptedRisk
    from readiness.domain.agreeing import Pair
    from readiness.domain.assessment import Answer
    from readiness.domain.counting import Side
    from readiness.domain.incidents import Incident
    from readiness.domain.lanes import Lanes
    from readiness.domain.minutes import MeetingPlan
    from readiness.domain.open_facts import OpenFact, Parked
    from readiness.domain.promises import Decision, PlannedAction
    from readiness.domain.questionnaire import Lane
    from readiness.domain.sitting import Sitting
    from readiness.domain.terms import PlanTerms
    from readiness.services.assessing import TrashLine
    from readiness.services.first_look import Due
    from readiness.ui.database_thread import DatabaseThread
    from readiness.ui.meeting_clock import MeetingClock, MeetingClocks
    from readiness.ui.meeting_table import MeetingTable
    from readiness.ui.open_workspace import OpenWorkspace
    from readiness.ui.timekeeping import Timekeeping


class MeetingCalls(QObject):
    """The meeting's part of the session, and what it shares with the rest."""

    revealed = Signal(object)  # Assessment: what was hidden is shown
    side_changed = Signal()  # another side answers, or another person for it: see ``side`` and ``who``
    terms_changed = Signal(object)  # PlanTerms of the open assessment's plan; also by undo and redo
    sitting_changed = Signal(object)  # Sitting: something was left open, put off or said; also by undo
    incidents_changed = Signal(object)  # tuple[Incident, ...] of the system; also by undo and redo
    deleted = Signal(int, str)  # an assessment is in the trash: its key, how a command names it
    restored = Signal(int, str)  # it is back
    purged = Signal(int)  # it is gone for good
    clocks: "MeetingClocks"
    time: "Timekeeping"
    _table: "MeetingTable"
    _workspace: "OpenWorkspace"
    _database: "DatabaseThread"

    @property
    def side(self) -> "Side | None":
        """The side that answers; nobody in particular in a live meeting and after the reveal."""
        return self._table.side

    @property
    def who(self) -> str:
        """Who answers for that side; may be empty."""
        return self._table.who

    @property
    def meeting_clock(self) -> "MeetingClock | None":
        """The clock of the open assessment's meeting; it is kept while the window lives."""
        id_ = self._table.id
        if self._table.assessment is None or id_ is None:
            return None
        return self.clocks.of((self._workspace.path, id_), self.minutes)

    def minutes(self) -> "MeetingPlan":
        """Plan the minutes of the open assessment's meeting, by its talk list where there is one."""
        from readiness.domain.minutes import minutes_plan  # noqa: PLC0415 - not before the first paint
        from readiness.domain.triage import listed  # noqa: PLC0415 - as above

        assessment = self._table.assessment
        if assessment is None:
            message = "no assessment is open"
            raise LookupError(message)
        return minutes_plan(assessment, listed(self.sitting.talk))

    def hand_over(self, side: "Side | None", who: str = "") -> None:
        """Let another side answer; while answers are hidden, nothing done before can be undone by it."""
        self._table.hand_over(side, who)

    def reveal(self) -> None:
        """Show both sides' private answers, for good; ``revealed`` follows ``assessment_changed`` at once."""
        self._table.reveal()

    def use_answers(self, side: "Side") -> None:
        """Let the answers of the one side that answers count as agreed, in one step to undo."""
        self._table.use_answers(side)

    def accept(self, pairs: "Sequence[Pair]", name: str = "") -> None:
        """Agree on several answers as one step to undo, “accept 9 undisputed” unless named otherwise."""
        self._table.accept(pairs, name)

    @property
    def sitting(self) -> "Sitting":
        """Where the meeting stands; at its beginning where nothing is open."""
        from readiness.domain.sitting import Sitting  # noqa: PLC0415 - not before the first paint

        return self._table.sitting or Sitting()

    @property
    def left_open(self) -> frozenset[str]:
        """What the room left open and has not agreed on since."""
        assessment = self._table.assessment
        return frozenset() if assessment is None else self.sitting.still_open(assessment)

    def leave_open(self, question: str, without: "Answer") -> None:
        """Agree on nothing, undoably; ``without`` is what stays of the agreed answer."""
        self._table.leave_open(question, without)

    def take_up(self, question: str) -> None:
        """Leave a question open no longer, undoably."""
        self._table.take_up(question)

    def put_off(self, lane: "Lane", question: str) -> None:
        """Come back to a question later, or no longer, undoably."""
        self._table.put_off(lane, question)

    def say(self, side: "Side") -> None:
        """Count that a side has spoken, undoably."""
        self._table.say(side)

    def keep_sitting(self, sitting: "Sitting") -> None:
        """Remember where the meeting is: places, order, time."""
        self._table.keep_sitting(sitting)

    def set_facts(self, facts: "tuple[OpenFact, ...]") -> None:
        """Replace the open facts, undoably; a sealed assessment takes them too."""
        self._table.set_facts(facts)

    def set_parked(self, parked: "tuple[Parked, ...]") -> None:
        """Replace the parking lot, undoably; a sealed assessment takes it too."""
        self._table.set_parked(parked)

    def set_lanes(self, lanes: "Lanes") -> None:
        """Replace what the system's lanes are called, undoably."""
        self._table.set_lanes(lanes)

    @property
    def terms(self) -> "PlanTerms | None":
        """The terms of the open assessment's plan."""
        return self._table.terms

    def set_actions(self, actions: "tuple[PlannedAction, ...]", name: str) -> None:
        """Replace what was promised, undoably under a name; a sealed assessment takes it too."""
        self._table.set_actions(actions, name)

    def set_decisions(self, decisions: "tuple[Decision, ...]", name: str) -> None:
        """Replace what leadership was asked and said, undoably; a sealed assessment takes it too."""
        self._table.set_decisions(decisions, name)

    def set_accepted(self, risks: "tuple[AcceptedRisk, ...]", name: str) -> None:
        """Replace the accepted risks, undoably under a name; a sealed assessment takes them too."""
        self._table.set_accepted(risks, name)

    @property
    def incidents(self) -> "tuple[Incident, ...]":
        """What went wrong in the system that is open."""
        return self._table.incidents

    def set_incidents(self, incidents: "tuple[Incident, ...]", name: str) -> None:
        """Replace what went wrong in the system, undoably under a name."""
        self._table.set_incidents(incidents, name)

    def set_terms(self, terms: "PlanTerms", name: str) -> None:
        """Replace the terms of the plan, undoably under a name; a sealed assessment takes them too."""
        self._table.set_terms(terms, name)

    def start_revision(self, assessment_id: int) -> None:
        """Start a revision of a sealed assessment; ``assessment_opened`` follows, or ``failed``."""
        self._fetch(partial(revise, assessment_id=assessment_id))
        self.refresh_home()

    def delete_assessment(self, assessment_id: int) -> None:
        """Put an assessment into the trash; ``deleted`` and ``home_changed`` follow.

        The open one is left first. To undo it, restore it.
        """
        self.flush()
        if assessment_id == self._table.id:
            self._table.put_away()
        self._tell(partial(delete, assessment_id=assessment_id), partial(self._on_deleted, assessment_id))

    def restore_assessment(self, assessment_id: int) -> None:
        """Take an assessment out of the trash; ``restored`` and ``home_changed`` follow, or ``failed``."""
        self._tell(partial(restore, assessment_id=assessment_id), partial(self._on_restored, assessment_id))

    def purge_assessment(self, assessment_id: int, name: str) -> None:
        """Delete for good what is in the trash; ``purged`` follows, or ``failed``. It cannot be undone."""
        self._tell(
            partial(purge, assessment_id=assessment_id, name=name), partial(self._on_purged, assessment_id)
        )

    def read_trash(self, then: "Callable[[tuple[TrashLine, ...]], None]") -> None:
        """Read what was deleted and can be restored, last first, and hand it to ``then``."""
        desk = self._workspace.desk
        if desk is not None:
            self._database.submit(partial(read_trash, desk), then, self._workspace.on_failed)

    def read_due(self, until: str, quarter: str, then: "Callable[[Due], None]") -> None:
        """Read what is due until a day, or with a quarter at the latest, and hand it to ``then``."""
        desk = self._workspace.desk
        if desk is not None:
            self._database.glance(partial(read_due, desk, until, quarter), then, self._workspace.on_failed)

    def flush(self) -> None:
        """Commit now what is still being typed: call it when a text field loses focus."""
        self.time.keep()
        self._table.flush()

    def refresh_home(self) -> None:
        """Read the list of systems again; ``home_changed`` follows."""
        self._workspace.read_home()

    def _fetch(self, errand: "Callable[[Desk], Resumed]") -> None:
        self.flush()
        if self._workspace.desk is not None:
            self._database.submit(
                partial(errand, self._workspace.desk), self._table.put, self._workspace.on_failed
            )

    def _tell(self, errand: "Callable[[Desk], str]", then: "Callable[[str], None]") -> None:
        desk = self._workspace.desk
        if desk is not None:
            self._database.submit(partial(errand, desk), then, self._workspace.on_failed)

    def _on_deleted(self, assessment_id: int, reference: str) -> None:
        self.deleted.emit(assessment_id, reference)
        self.refresh_home()

    def _on_purged(self, assessment_id: int, _name: str) -> None:
        self.purged.emit(assessment_id)

    def _on_restored(self, assessment_id: int, reference: str) -> None:
        self.restored.emit(assessment_id, reference)
        self.refresh_home()
