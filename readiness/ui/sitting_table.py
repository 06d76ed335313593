"""The assessment on the table with where its meeting stands: one truth for Assess and for the room."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.ui.open_assessment import OpenAssessment
from readiness.ui.undo import AnswerChange, AnswersEdit, SittingEdit

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer
    from readiness.domain.counting import Side
    from readiness.domain.questionnaire import Lane
    from readiness.domain.sitting import Sitting
    from readiness.services.assessing import Assessing, Saved
    from readiness.ui.desk import Resumed

Pending = tuple[tuple[AnswerChange, "Answer"], ...]


class SittingTable(OpenAssessment):
    """What people mark can be undone; where they are and the time they used is only remembered."""

    sitting_changed = Signal(object)  # Sitting: something was left open, put off or said; also by undo
    sitting: "Sitting | None" = None

    def put(self, resumed: "Resumed") -> None:
        """Lay an assessment on the table, with its meeting as it was left."""
        from readiness.domain.sitting import Sitting  # noqa: PLC0415 - not before the first paint

        kept = resumed.sitting or Sitting()
        self.sitting = kept.within(resumed.assessment.questionnaire.by_id)
        super().put(resumed)

    def put_away(self) -> None:
        """Clear the table."""
        super().put_away()
        self.sitting = None

    def leave_open(self, question: str, without: "Answer") -> None:
        """Mark a question and put ``without`` in place of what was agreed, in one step to undo."""
        assessment, sitting = self._changeable(), self.sitting
        if assessment is None or sitting is None:
            return
        from readiness.ui.reworking import answer_to  # noqa: PLC0415 - not before the first paint

        name = self.tr("leave {question} open").format(question=question)
        before = answer_to(assessment, "agreed", question)
        change = AnswerChange(question, "agreed", before, without)
        self.undo_stack.beginMacro(name)
        if change.before != change.after:
            self.undo_stack.push(AnswersEdit(name, (change,), self._apply_answers))
        if question not in sitting.left_open:
            self._mark(name, sitting.leaving_open(question))
        self.undo_stack.endMacro()

    def take_up(self, question: str) -> None:
        """Leave a question open no longer."""
        sitting = self.sitting
        if sitting is not None and question in sitting.left_open and self._changeable() is not None:
            name = self.tr("take up {question} again").format(question=question)
            self._mark(name, sitting.taking_up(question))

    def put_off(self, lane: "Lane", question: str) -> None:
        """Come back to a question later, or no longer."""
        sitting = self.sitting
        if sitting is not None and self._changeable() is not None:
            name = self.tr("come back later to {question}").format(question=question)
            self._mark(name, sitting.putting_off(lane, question))

    def say(self, side: "Side") -> None:
        """Count that a side has spoken."""
        sitting, assessment = self.sitting, self._changeable()
        if sitting is not None and assessment is not None:
            name = self.tr("{side} has spoken").format(side=assessment.lanes.called(side))
            self._mark(name, replace(sitting, spoken=(*sitting.spoken, side)))

    def keep_sitting(self, sitting: "Sitting") -> None:
        """Remember where the meeting is; nothing of that is a step to undo."""
        if sitting != self.sitting:
            self.sitting = sitting
            self._keep(later=True)

    def _apply_answers(self, pending: Pending) -> None:
        assessment, id_ = self.assessment, self.id
        if assessment is None or id_ is None:
            return
        from readiness.services.merging import with_answer  # noqa: PLC0415 - not before the first paint

        given = [(change.question, change.lane, answer) for change, answer in pending]
        for question, lane, answer in given:
            assessment = with_answer(assessment, question, lane, answer)
        self._change(assessment)
        for question, _, _ in given:
            self.answer_changed.emit(question)

        def commit(workspace: "Assessing") -> "Saved":
            return workspace.answer_many(id_, given)

        self._saving.keep(("answers", id_, frozenset(given_ for given_, _, _ in given)), commit)

    def _mark(self, name: str, after: "Sitting") -> None:
        if self.sitting is not None:
            self.undo_stack.push(SittingEdit(name, self.sitting, after, self._apply_sitting))

    def _apply_sitting(self, after: "Sitting") -> None:
        """Take the marks of an earlier or later moment; places and time stay as they are now."""
        now = self.sitting
        if now is None:
            return
        self.sitting = replace(now, left_open=after.left_open, later=after.later, spoken=after.spoken)
        self.sitting_changed.emit(self.sitting)
        for question in now.moved(self.sitting)[:1]:
            self.answer_changed.emit(question)
        self._keep()

    def _keep(self, *, later: bool = False) -> None:
        id_, sitting, assessment = self.id, self.sitting, self.assessment
        if id_ is None or sitting is None or assessment is None or assessment.sealed or self.read_only:
            return

        def commit(workspace: "Assessing") -> None:
            workspace.set_sitting(id_, sitting)

        self._saving.keep(("sitting", id_), commit, later=later)
