"""The assessment on the table, with two sides around it: who answers, the reveal, what a meeting leaves."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.errors import FrozenError
from readiness.ui.sitting_table import SittingTable
from readiness.ui.undo import AnswerChange, AnswersEdit, ValueEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.domain.accepting import AcceptedRisk
    from readiness.domain.agreeing import Pair
    from readiness.domain.assessment import Answer, Assessment
    from readiness.domain.counting import Side
    from readiness.domain.incidents import Incident
    from readiness.domain.lanes import Lanes
    from readiness.domain.open_facts import OpenFact, Parked
    from readiness.domain.promises import Decision, PlannedAction
    from readiness.domain.questionnaire import Lane
    from readiness.domain.terms import PlanTerms
    from readiness.services.assessing import Assessing, Saved
    from readiness.ui.desk import Resumed


class MeetingTable(SittingTable):
    """Keeps one side's hidden answers out of the other's reach, also out of its Undo."""

    revealed = Signal(object)  # Assessment; what was hidden is shown, and nothing can be undone
    terms_changed = Signal(object)  # PlanTerms; also by undo and redo
    incidents_changed = Signal(object)  # tuple[Incident, ...]; also by undo and redo
    side_changed = Signal()  # another side answers, or nobody in particular
    side: "Side | None" = None
    who = ""
    incidents: "tuple[Incident, ...]" = ()

    def put(self, resumed: "Resumed") -> None:
        """Lay an assessment on the table; nobody in particular answers."""
        self._turn(None, "")
        self.incidents = resumed.incidents
        super().put(resumed)

    def put_away(self) -> None:
        """Clear the table."""
        self._turn(None, "")
        super().put_away()

    def hand_over(self, side: "Side | None", who: str = "") -> None:
        """Let another side answer: what the first one did can no longer be undone."""
        self.flush()
        if self._is_hidden():
            self.undo_stack.clear()
        self._turn(side, who)

    def answer(self, question: str, answer: "Answer", lane: "Lane") -> None:
        """Replace one answer; a side's is given by whoever answers for it."""
        assessment = self.assessment
        if assessment is not None and assessment.is_frozen(lane) and not assessment.sealed:
            self._refuse_frozen()
            return
        if self._is_hidden() and lane not in {"agreed", self.side}:
            self.hand_over(lane)
        super().answer(question, self._signed(answer, lane), lane)

    def accept(self, pairs: "Sequence[Pair]", name: str = "") -> None:
        """Agree on several answers as one step to undo."""
        assessment = self._changeable()
        if assessment is None:
            return
        from readiness.ui.reworking import answer_to  # noqa: PLC0415 - not before the first paint

        changes = tuple(
            AnswerChange(question, "agreed", before, answer)
            for question, answer in pairs
            if (before := answer_to(assessment, "agreed", question)) != answer
        )
        if changes:
            called = name or self.tr("accept {count} undisputed").format(count=len(changes))
            self.undo_stack.push(AnswersEdit(called, changes, self._apply_answers))

    def use_answers(self, side: "Side") -> None:
        """Reveal what the one side answered that there is, and agree on all of it."""
        self.reveal()
        assessment = self.assessment
        if assessment is not None and assessment.revealed:
            given = [(id_, one) for id_, one in assessment.lane(side).items() if one.state != "not_asked"]
            self.accept(given, self.tr("use these answers"))

    def reveal(self) -> None:
        """Show the private answers, for good; what was done before cannot be undone any more."""
        assessment, id_ = self._changeable(), self.id
        if assessment is None or id_ is None or assessment.revealed:
            return
        self.flush()
        self.undo_stack.clear()
        self._turn(None, "")
        after = replace(assessment, revealed=True)
        self._change(after)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if workspace.load(id_).revealed else workspace.reveal(id_)

        self._saving.keep(("reveal", id_), commit)
        self.revealed.emit(after)

    def set_facts(self, facts: "tuple[OpenFact, ...]") -> None:
        """Replace the open facts; a sealed assessment takes them too."""
        assessment = self._reachable()
        if assessment is not None and facts != assessment.facts:
            self._edit(self.tr("change of open facts"), replace(assessment, facts=facts), self._apply_facts)

    def set_parked(self, parked: "tuple[Parked, ...]") -> None:
        """Replace the parking lot; a sealed assessment takes it too."""
        assessment = self._reachable()
        if assessment is not None and parked != assessment.parked:
            after = replace(assessment, parked=parked)
            self._edit(self.tr("change of the parking lot"), after, self._apply_parked)

    def set_lanes(self, lanes: "Lanes") -> None:
        """Replace what the lanes of the system are called."""
        assessment = self._reachable()
        if assessment is not None and lanes != assessment.lanes:
            self._edit(self.tr("change of lanes"), replace(assessment, lanes=lanes), self._apply_lanes)

    def set_actions(self, actions: "tuple[PlannedAction, ...]", name: str) -> None:
        """Replace what was promised; a sealed assessment takes it too."""
        assessment = self._reachable()
        if assessment is not None and actions != assessment.actions:
            self._edit(name, replace(assessment, actions=actions), self._apply_actions)

    def set_terms(self, terms: "PlanTerms", name: str) -> None:
        """Replace the terms of the plan; a sealed assessment takes them too."""
        if self._reachable() is not None and self.terms is not None and terms != self.terms:
            self.undo_stack.push(ValueEdit(name, self.terms, terms, self._apply_terms))

    def set_decisions(self, decisions: "tuple[Decision, ...]", name: str) -> None:
        """Replace what leadership was asked and said; a sealed assessment takes it too."""
        assessment = self._reachable()
        if assessment is not None and decisions != assessment.decisions:
            self._edit(name, replace(assessment, decisions=decisions), self._apply_actions)

    def set_accepted(self, risks: "tuple[AcceptedRisk, ...]", name: str) -> None:
        """Replace the accepted risks; a sealed assessment takes them too."""
        assessment = self._reachable()
        if assessment is not None and risks != assessment.accepted:
            self._edit(name, replace(assessment, accepted=risks), self._apply_accepted)

    def set_incidents(self, incidents: "tuple[Incident, ...]", name: str) -> None:
        """Replace what went wrong in the system."""
        if self._reachable() is not None and incidents != self.incidents:
            self.undo_stack.push(ValueEdit(name, self.incidents, incidents, self._apply_incidents))

    def _edit(self, name: str, after: "Assessment", apply: "Callable[[Assessment], None]") -> None:
        if self.assessment is not None:
            self.undo_stack.push(ValueEdit(name, self.assessment, after, apply))

    def _apply_facts(self, after: "Assessment") -> None:
        id_, facts = self.id, after.facts
        self._change(after, judge=False)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_facts(id_, facts)

        self._saving.keep(("facts", id_), commit)

    def _apply_parked(self, after: "Assessment") -> None:
        id_, parked = self.id, after.parked
        self._change(after, judge=False)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_parked(id_, parked)

        self._saving.keep(("parked", id_), commit)

    def _change_beside(self, after: "Assessment") -> None:
        """Take what no figure of the outcome depends on."""
        if self.outcome is not None:
            self.outcome = replace(self.outcome, assessment=after)
        self._change(after, judge=False)

    def _apply_accepted(self, after: "Assessment") -> None:
        id_, accepted = self.id, after.accepted
        self._change_beside(after)
        self.outcome_changed.emit(self.outcome)  # what is accepted stands elsewhere among the results

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_accepted(id_, accepted)

        self._saving.keep(("accepted", id_), commit)

    def _apply_incidents(self, incidents: "tuple[Incident, ...]") -> None:
        id_ = self.id
        self.incidents = incidents
        self.incidents_changed.emit(incidents)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_incidents(id_, incidents)

        self._saving.keep(("incidents", id_), commit)

    def _apply_actions(self, after: "Assessment") -> None:
        id_, actions, decisions = self.id, after.actions, after.decisions
        self._change_beside(after)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_promises(id_, actions, decisions)

        self._saving.keep(("promises", id_), commit)

    def _apply_terms(self, terms: "PlanTerms") -> None:
        id_ = self.id
        self.terms = terms
        self.terms_changed.emit(terms)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_plan_terms(id_, terms)

        self._saving.keep(("terms", id_), commit)

    def _apply_lanes(self, after: "Assessment") -> None:
        id_, lanes = self.id, after.lanes
        self._change(after)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_lanes(id_, lanes)

        self._saving.keep(("lanes", id_), commit)

    def _is_hidden(self) -> bool:
        return self.assessment is not None and not self.assessment.revealed

    def _turn(self, side: "Side | None", who: str) -> None:
        if (side, who) != (self.side, self.who):
            self.side, self.who = side, who
            self.side_changed.emit()

    def _signed(self, answer: "Answer", lane: "Lane") -> "Answer":
        from readiness.domain.assessment import NOT_ASKED  # noqa: PLC0415 - not before the first paint

        mine = lane == self.side and self.who and not answer.by
        return replace(answer, by=self.who) if mine and answer != NOT_ASKED else answer

    def _refuse_frozen(self) -> None:
        self.refused.emit(
            FrozenError(
                self.tr("The private answers are revealed, so they stay as they were given."),
                safe=self.tr("Nothing was changed."),
                remedy=self.tr("Agree on another level instead."),
            )
        )
