"""An action and its promise → the form that edits them, and the form → what changes; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.actions import Action
from readiness.domain.promises import PlannedAction
from readiness.ui.action_words import state_words, title_of, weeks_of
from readiness.ui.quarters import shown_quarter

STATES: Final = ("planned", "under_way", "done", "slipped", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionForm:
    """The fields as they stand; ``effort`` and ``period`` are empty where nobody has decided."""

    title: str = ""
    owner: str = ""
    effort: str = ""
    period: str = ""
    state: str = "planned"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionHints:
    """What the form says beside its fields: the plan’s own words and figures, and what can be chosen."""

    key: str
    title: str
    effort: str
    quarters: Sequence[tuple[str, str]]
    states: Sequence[tuple[str, str]]


def form_of(promise: PlannedAction | None) -> ActionForm:
    """Return what was promised, as texts."""
    if promise is None:
        return ActionForm()
    return ActionForm(
        title=promise.title,
        owner=promise.owner,
        effort="" if promise.effort is None else f"{promise.effort:g}",
        period=promise.period or "",
        state=promise.state,
        note=promise.note,
    )


def hints_of(
    key: str, action: Action | None, promise: PlannedAction | None, quarters: Sequence[str]
) -> ActionHints:
    """Return what the form says beside its fields."""
    offered = [("", _tr("Wherever it fits")), *((one, shown_quarter(one)) for one in quarters)]
    own = promise.period if promise is not None else None
    if own and own not in quarters:
        offered.insert(1, (own, shown_quarter(own)))
    title = promise.title if promise is not None else ""
    return ActionHints(
        key=key,
        title=title_of(action) if action is not None else title or key,
        effort=weeks_of(action.price.weeks) if action is not None else "",
        quarters=offered,
        states=[(state, state_words(state)) for state in STATES],
    )


def changes_of(form: ActionForm) -> dict[str, Any]:
    """Return what the form says of a promise."""
    changes: dict[str, Any] = {
        "title": form.title,
        "owner": form.owner,
        "effort": float(form.effort) if form.effort else None,
        "period": form.period or None,
        "state": form.state,
        "note": form.note,
    }
    return {**changes, "excluded": False} if form.period else changes


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
