"""The assessment on the table: every change in memory at once, undoable, and on its way to the disk."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from readiness.errors import SealedError, WorkspaceReadOnlyError
from readiness.ui.saving import Saving
from readiness.ui.undo import AnswerChange, AnswerEdit, DoneEdit, ValueEdit

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer, Assessment, Limit
    from readiness.domain.outcome import Outcome
    from readiness.domain.questionnaire import Lane
    from readiness.domain.terms import PlanTerms
    from readiness.services.assessing import Assessing, Draft, Saved
    from readiness.ui.desk import Resumed


class OpenAssessment(QObject):
    """Holds at most one assessment and its outcome."""

    opened = Signal(object)  # Assessment
    left = Signal()
    changed = Signal(object)  # Assessment
    answer_changed = Signal(str)  # question id; also by undo and redo
    outcome_changed = Signal(object)  # Outcome
    place_changed = Signal(str)  # question id
    team_changed = Signal()  # the system's, which Home lists
    refused = Signal(object)  # ReadinessError

    def __init__(self, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.assessment: Assessment | None = None
        self.outcome: Outcome | None = None
        self.id: int | None = None
        self.place = ""
        self.seal = ""
        self.terms: PlanTerms | None = None
        self.read_only = False
        self.undo_stack = QUndoStack(self)
        self._saving = saving
        self._burst = 0
        self._keeps_undo = False

    def put(self, resumed: "Resumed") -> None:
        """Lay an assessment on the table."""
        if not self._keeps_undo:
            self.undo_stack.clear()
        self.id, self.place, self.seal = resumed.id, resumed.place, resumed.seal
        self.terms = resumed.terms
        self.assessment = resumed.assessment
        self.outcome = _judged(resumed.assessment)
        self.announce()

    def stand(self, resumed: "Resumed") -> None:
        """Lay the same assessment on the table again, as it was read anew; what can be undone stays so."""
        self._keeps_undo = True
        try:
            self.put(resumed)
        finally:
            self._keeps_undo = False

    def announce(self) -> None:
        """Say what is open."""
        if self.assessment is not None:
            self.opened.emit(self.assessment)
            self.outcome_changed.emit(self.outcome)

    def put_away(self) -> None:
        """Clear the table."""
        if self.assessment is not None:
            self.undo_stack.clear()
            self.assessment = self.outcome = self.id = None
            self.place = ""
            self.left.emit()

    def replace(self, resumed: "Resumed") -> None:
        """Take what the assessment has become, with nothing to undo."""
        self.undo_stack.clear()
        self.seal = resumed.seal
        self._change(resumed.assessment)

    def flush(self) -> None:
        """Commit what is still being typed; what is typed next is a step of its own to undo."""
        self._burst += 1
        self._saving.flush()

    def answer(self, question: str, answer: "Answer", lane: "Lane") -> None:
        """Replace one answer."""
        assessment = self._changeable()
        if assessment is None:
            return
        from readiness.ui.reworking import answer_to  # noqa: PLC0415 - not before the first paint

        before = answer_to(assessment, lane, question)
        if answer != before:
            change = AnswerChange(question, lane, before, answer, self._burst)
            self.undo_stack.push(AnswerEdit(change, self._apply_answer))

    def set_limits(self, limits: "tuple[Limit, ...]") -> None:
        """Replace the limits table."""
        assessment = self._changeable()
        if assessment is not None and limits != assessment.limits:
            after = replace(assessment, limits=limits)
            name = self.tr("change of limits")
            self.undo_stack.push(ValueEdit(name, assessment, after, self._apply_limits))

    def set_frame(self, draft: "Draft", team: "tuple[str, str] | None" = None) -> None:
        """Replace scope lines, journeys, load, target and people, and the system's team, as one step.

        ``team`` is the one it had and the one it gets.
        """
        from readiness.ui.reworking import reframed  # noqa: PLC0415 - not before the first paint

        assessment = self._changeable()
        if assessment is None:
            return
        name = self.tr("change of the set-up")
        edits: list[QUndoCommand] = []
        if (after := reframed(assessment, draft)) != assessment:
            edits.append(ValueEdit(name, assessment, after, self._apply_frame))
        if team is not None and team[0] != team[1]:
            take, back = (partial(self._apply_team, assessment.system, one) for one in reversed(team))
            edits.append(DoneEdit(name, take, back))
        if edits:
            self._push_together(name, edits)

    def set_place(self, question: str) -> None:
        """Remember where the assessment stands."""
        id_, assessment = self.id, self.assessment
        if id_ is None or assessment is None or question == self.place:
            return
        self.place = question
        self.place_changed.emit(question)
        if self.read_only or assessment.sealed:
            return

        def commit(workspace: "Assessing") -> None:
            workspace.set_place(id_, question)

        self._saving.keep(("place", id_), commit, later=True)

    def _push_together(self, name: str, edits: "list[QUndoCommand]") -> None:
        if len(edits) == 1:
            self.undo_stack.push(edits[0])
            return
        self.undo_stack.beginMacro(name)
        for edit in edits:
            self.undo_stack.push(edit)
        self.undo_stack.endMacro()

    def _changeable(self) -> "Assessment | None":
        assessment = self.assessment
        if assessment is not None and assessment.sealed:
            self.refused.emit(
                SealedError(
                    self.tr("This assessment is closed and sealed."),
                    safe=self.tr("Nothing was changed."),
                    remedy=self.tr("Start a new one for the next quarter."),
                )
            )
            return None
        return self._reachable()

    def _reachable(self) -> "Assessment | None":
        """Return the assessment, also a sealed one, unless the workspace can only be read."""
        assessment = self.assessment
        if assessment is not None and self.read_only:
            self.refused.emit(
                WorkspaceReadOnlyError(
                    self.tr("This workspace can be read, but not changed."),
                    safe=self.tr("Nothing was changed."),
                )
            )
            return None
        return assessment

    def _apply_answer(self, change: AnswerChange, answer: "Answer") -> None:
        assessment, id_ = self.assessment, self.id
        if assessment is None or id_ is None:
            return
        from readiness.services.merging import with_answer  # noqa: PLC0415 - not before the first paint
        from readiness.ui.reworking import answer_to, is_judged_alike  # noqa: PLC0415 - as above

        question, lane = change.question, change.lane
        judge = not is_judged_alike(answer_to(assessment, lane, question), answer)
        self._change(with_answer(assessment, question, lane, answer), judge=judge)
        self.answer_changed.emit(question)

        def commit(workspace: "Assessing") -> "Saved":
            return workspace.answer(id_, question, lane, answer)

        self._saving.keep(("answer", id_, lane, question), commit, later=bool(change.texts))

    def _apply_limits(self, after: "Assessment") -> None:
        id_, limits = self.id, after.limits
        self._change(after)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_limits(id_, limits)

        self._saving.keep(("limits", id_), commit)

    def _apply_frame(self, after: "Assessment") -> None:
        from readiness.ui.reworking import draft_of  # noqa: PLC0415 - not before the first paint

        id_, draft = self.id, draft_of(after)
        self._change(after)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_frame(id_, draft)

        self._saving.keep(("frame", id_), commit)

    def _apply_team(self, system: str, team: str) -> None:
        def commit(workspace: "Assessing") -> None:
            workspace.set_team(system, team)

        self._saving.keep(("team", system), commit)
        self.team_changed.emit()

    def _change(self, assessment: "Assessment", *, judge: bool = True) -> None:
        self.assessment = assessment
        self.changed.emit(assessment)
        if judge:
            self.outcome = _judged(assessment)
            self.outcome_changed.emit(self.outcome)


def _judged(assessment: "Assessment") -> "Outcome":
    from readiness.domain.outcome import evaluate  # noqa: PLC0415 - not before the first paint

    return evaluate(assessment)
