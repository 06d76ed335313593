"""What keys, menus and dialogs of the roadmap do: every wish that a card or a row can have."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.plan_desk import PlanDesk
from readiness.ui.promising import promise_of
from readiness.ui.risk_desk import RiskDesk
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.action_card import SINGLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.promises import ActionState, PlannedAction
    from readiness.ui.models.action_form import ActionForm


class Doing(QObject):
    """``wanted`` names the action that is to have the focus once the plan is worked out anew."""

    wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, icons: Icons, desk: PlanDesk, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._desk = desk
        self._page = page
        self.risks = RiskDesk(session, theme, icons, page)
        self._ways: dict[str, Callable[[str], object]] = {
            "edit": self._edit,
            "drop": desk.drop,
            "try": desk.toggle,
            "release": desk.release,
            "fix": desk.fix,
            "accept": self._accept,
            "risk": self.risks.edit,
            "withdraw": self.risks.withdraw,
            "sooner": partial(desk.shift, step=-1),
            "later": partial(desk.shift, step=1),
        }

    def by_key(self, wish: str, key: str) -> None:
        """Do what a key asks of a card, unless single keys are switched off."""
        if wish not in SINGLE or self._session.settings.single_keys:
            self.do(wish, key)

    def by_key_beside(self, wish: str, key: str) -> None:
        """Do what a key asks of a row beside the board."""
        if wish not in SINGLE or self._session.settings.single_keys:
            self.do_beside(wish, key)

    def do(self, wish: str, key: str) -> None:
        """Do what is asked of an action on the board."""
        self.wanted.emit(key)
        if wish.startswith("state-"):
            self._desk.set_state(key, _state(wish))
        elif wish in self._ways:
            self._ways[wish](key)

    def do_beside(self, wish: str, key: str) -> None:
        """Do what is asked of an action that is not placed: to move it is to put it into the plan."""
        if wish in {"sooner", "later"}:
            self.wanted.emit(key)
            self._desk.place(key)
        elif wish in {"edit", "accept", "risk", "withdraw"} or wish.startswith("state-"):
            self.do(wish, key)

    def show_menu(self, anchor: QWidget, key: str, *, is_placed: bool, is_risk: bool = False) -> None:
        """Open the menu of an action or an accepted risk under its card or row."""
        from readiness.ui.pages.roadmap.card_menu import card_menu, risk_menu  # noqa: PLC0415 - when asked for

        if is_risk:
            menu = risk_menu(anchor, key, self.do_beside)
        else:
            promise = self._promise(key)
            state = promise.state if promise is not None else "planned"
            ask = self.do if is_placed else self.do_beside
            menu = card_menu(anchor, key, state, ask, is_placed=is_placed)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(anchor.mapToGlobal(QPoint(12, min(anchor.height(), 40))))

    def _promise(self, key: str) -> "PlannedAction | None":
        action, assessment = self._desk.action(key), self._session.assessment
        known = None if action is None or assessment is None else promise_of(assessment.actions, action)
        return known or self._desk.promise(key)

    def _accept(self, key: str) -> None:
        action, promise = self._desk.action(key), self._desk.promise(key)
        questions = action.questions if action is not None else promise.questions if promise else ()
        if questions:
            self.risks.accept(questions)

    def _edit(self, key: str) -> None:
        from readiness.ui.dialogs.action_dialog import ActionDialog  # noqa: PLC0415 - when it is asked for
        from readiness.ui.models.action_form import form_of, hints_of  # noqa: PLC0415 - likewise

        action, promise = self._desk.action(key), self._promise(key)
        if action is None and promise is None:
            return
        form = form_of(promise)
        hints = hints_of(key, action, promise, self._desk.quarters())
        dialog = ActionDialog(self._theme, self._icons, form, hints, self._page)
        dialog.kept.connect(partial(self._on_kept, key, form))
        dialog.open()

    def _on_kept(self, key: str, before: "ActionForm", after: "ActionForm") -> None:
        from readiness.ui.models.action_form import changes_of  # noqa: PLC0415 - when it is asked for

        self.wanted.emit(key)
        if after != before:
            self._desk.edit(key, **changes_of(after))


def _state(wish: str) -> "ActionState":
    from readiness.ui.pages.roadmap.card_menu import STATES  # noqa: PLC0415 - when it is asked for

    return next(state for state in STATES if wish == f"state-{state}")
