"""The plan of the open assessment, worked out anew at every change, and every way to change it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from readiness.domain.what_if import HORIZON
from readiness.errors import InputError
from readiness.ui.promising import in_state, named, promised, released, taken_in
from readiness.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.domain.actions import Action
    from readiness.domain.assessment import Assessment
    from readiness.domain.promises import ActionState, PlannedAction
    from readiness.domain.roadmap import Roadmap
    from readiness.domain.terms import PlanTerms
    from readiness.domain.what_if import PlanMode


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The agreed plan, and what is tried where anything is."""

    agreed: "Roadmap"
    tried: "Roadmap | None" = None
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the agreed plan is held against: the other order, and itself with what stays free filled."""

    other: "Roadmap"
    filled: "Roadmap | None" = None


class PlanDesk(QObject):
    """Reads from the session and writes through it; every change is one step to undo."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plans: Plans | None = None

    def plans(self) -> Plans:
        """Plan what is open.

        Raises:
            InputError: the terms or the promises make no plan.
        """
        from readiness.domain.roadmap import plan  # noqa: PLC0415 - not before the first paint
        from readiness.ui.trial_facts import quick_ids  # noqa: PLC0415 - likewise

        outcome, terms = self._session.outcome, self._session.terms
        if outcome is None or terms is None:
            msg = "nothing is open"
            raise RuntimeError(msg)
        assessment, share = outcome.assessment, self._completion(outcome.assessment)
        agreed = plan(outcome, terms.agreed(assessment, completion=share))
        self._plans = Plans(agreed=agreed)
        if terms.is_trying:
            try:
                tried = plan(outcome, terms.tried(assessment, quick_ids(agreed), share))
                self._plans = replace(self._plans, tried=tried)
            except InputError as error:
                self._plans = replace(self._plans, fault=error.happened)
        return self._plans

    def effects(self) -> "Iterator[tuple[str, str]]":
        """Yield what each trial does on its own against the agreed plan, one plan at a time."""
        from readiness.domain.roadmap import plan  # noqa: PLC0415 - not before the first paint
        from readiness.ui.trial_facts import effect_words, quick_ids  # noqa: PLC0415 - likewise

        outcome, terms, plans = self._session.outcome, self._session.terms, self._plans
        if outcome is None or terms is None or plans is None:
            return
        assessment, share = outcome.assessment, self._completion(outcome.assessment)
        for name, alone in terms.trials():
            try:
                tried = plan(outcome, alone.tried(assessment, quick_ids(plans.agreed), share))
            except InputError as error:
                yield name, error.happened
            else:
                yield name, effect_words(plans.agreed, tried)

    def beside(self) -> Beside | None:
        """Plan what the agreed plan is held against; later than it, so that a move is seen at once."""
        from readiness.domain.roadmap import plan  # noqa: PLC0415 - not before the first paint
        from readiness.ui.board_facts import free_weeks  # noqa: PLC0415 - likewise

        outcome, terms, plans = self._session.outcome, self._session.terms, self._plans
        if outcome is None or terms is None or plans is None:
            return None
        assessment, share = outcome.assessment, self._completion(outcome.assessment)
        mode: PlanMode = "score-first" if terms.mode == "ceiling-first" else "ceiling-first"
        other = plan(outcome, terms.agreed(assessment, mode, share))
        if terms.mode != "ceiling-first" or terms.fill or free_weeks(plans.agreed) < 1:
            return Beside(other=other)
        filled = plan(outcome, replace(terms, fill=True).agreed(assessment, completion=share))
        return Beside(other=other, filled=filled)

    def _completion(self, assessment: "Assessment") -> float | None:
        """Return the share of last quarter's plan that was delivered, where that is known."""
        from readiness.domain.promise_check import completion_by  # noqa: PLC0415 - not before the first paint

        last = self._session.last_quarter
        return None if last is None else completion_by(last.assessment.actions, assessment.period)

    def action(self, key: str) -> "Action | None":
        """Return an action of the agreed plan, placed or not."""
        if self._plans is None:
            return None
        agreed = self._plans.agreed
        going = (*agreed.actions, *(left.action for left in agreed.undone))
        return next((action for action in going if action.id == key), None)

    def promise(self, key: str) -> "PlannedAction | None":
        """Return what was promised under an id, or of a stage of it."""
        return next(iter(named(self._promises(), key)), None)

    def quarters(self) -> tuple[str, ...]:
        """Return the quarters that an action can be promised for."""
        assessment = self._session.assessment
        if assessment is None:
            return ()
        return tuple(str(assessment.period.plus(index)) for index in range(1, HORIZON + 1))

    # Moves

    def move(self, key: str, period: str) -> None:
        """Fix an action to a quarter."""
        action = self.action(key)
        if action is not None and period in self.quarters():
            name = self.tr("move of {0}").format(key)
            self._keep(promised(self._promises(), action, period=period, excluded=False), name)

    def shift(self, key: str, step: int) -> None:
        """Fix an action to the quarter before or after the one it stands in."""
        action = self.action(key)
        if action is None:
            return
        assessment = self._session.assessment
        if assessment is not None and action.finish is not None:
            self.move(key, str(assessment.period.plus(action.finish + step)))

    def fix(self, key: str) -> None:
        """Fix an action to the quarter it stands in."""
        self.shift(key, 0)

    def release(self, key: str) -> None:
        """Let the plan find the quarter."""
        action = self.action(key)
        if action is not None:
            name = self.tr("release of {0}").format(key)
            self._keep(released(self._promises(), action), name)

    def drop(self, key: str) -> None:
        """Take an action out of the plan."""
        action = self.action(key)
        if action is not None:
            name = self.tr("taking out {0}").format(key)
            self._keep(promised(self._promises(), action, excluded=True, period=None), name)

    def place(self, key: str) -> None:
        """Put an action that is left out into the plan: where it fits, or first where nothing asks for it."""
        action = self.action(key)
        name = self.tr("taking in {0}").format(key)
        back = taken_in(self._promises(), key)
        if back != self._promises():
            self._keep(back, name)
        elif action is not None:
            first = self.quarters()[0]
            self._keep(promised(self._promises(), action, period=first, excluded=False), name)

    def edit(self, key: str, **changes: Any) -> None:
        """Change what was promised of an action."""
        name = self.tr("edit of {0}").format(key)
        action, promise = self.action(key), self.promise(key)
        if action is not None:
            self._keep(promised(self._promises(), action, **changes), name)
        elif promise is not None:
            after = replace(promise, **changes)
            self._keep(tuple(after if one.id == promise.id else one for one in self._promises()), name)

    def set_state(self, key: str, state: "ActionState") -> None:
        """Say how an action goes."""
        action, meant = self.action(key), named(self._promises(), key)
        name = self.tr("state of {0}").format(key)
        if meant:
            self._keep(in_state(self._promises(), (one.id for one in meant), state), name)
        elif action is not None:
            self._keep(promised(self._promises(), action, state=state, excluded=False), name)

    def toggle(self, key: str) -> None:
        """Take an action out of the what-if, or back into it."""
        terms = self._session.terms
        if terms is not None:
            out = terms.without
            kept = tuple(one for one in out if one != key) if key in out else (*out, key)
            self.set_terms(replace(terms, without=kept), self.tr("what-if"))

    def set_terms(self, terms: "PlanTerms", name: str) -> None:
        """Change the terms of the plan."""
        self._session.set_terms(terms, name)

    def _promises(self) -> "tuple[PlannedAction, ...]":
        assessment = self._session.assessment
        return assessment.actions if assessment is not None else ()

    def _keep(self, actions: "tuple[PlannedAction, ...]", name: str) -> None:
        self._session.set_actions(actions, name)
