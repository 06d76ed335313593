"""Promises with one of them changed: what a move, an edit or taking out means for what is kept; pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from readiness.domain.actions import Action
from readiness.domain.offering import stages_of, stem
from readiness.domain.promises import ActionState, PlannedAction

Promises = tuple[PlannedAction, ...]


def promise_of(actions: Iterable[PlannedAction], action: Action) -> PlannedAction | None:
    """Return what was promised of an action, by its own id, by that of its question, or by its stages."""
    kept = {one.id: one for one in actions}
    names = (action.id, stem(action.id), *stages_of(action.id, kept))
    return next((kept[name] for name in names if name in kept), None)


def named(actions: Iterable[PlannedAction], key: str) -> tuple[PlannedAction, ...]:
    """Return the promises that a key means: its own, or those of its stages where it is a question."""
    kept = tuple(actions)
    own = tuple(one for one in kept if one.id == key)
    return own or tuple(one for one in kept if stem(one.id) == key)


def in_state(actions: Promises, ids: Iterable[str], state: ActionState) -> Promises:
    """Return the promises with some in another state; none of them is put aside any more."""
    meant = frozenset(ids)
    return tidied(
        tuple(replace(one, state=state, excluded=False) if one.id in meant else one for one in actions)
    )


def promised(actions: Promises, action: Action, **changes: Any) -> Promises:
    """Return the promises with one action changed; it becomes a promise where it was none."""
    known = promise_of(actions, action)
    own = known if known is not None and known.id == action.id else _fresh(action, known)
    changed = replace(own, **changes)
    others = tuple(one for one in actions if one.id != action.id)
    if known is not None and known.id == action.id:
        return tuple(changed if one.id == action.id else one for one in actions)
    return (*others, changed)


def released(actions: Promises, action: Action) -> Promises:
    """Return the promises with an action in whatever quarter the plan finds for it."""
    plain = {action.id, action.unit, *action.questions}
    stages = {stage for id_ in plain for stage in stages_of(id_, {one.id for one in actions})}
    names = plain | (stages if action.stage is None else set())
    return tidied(tuple(replace(one, period=None) if one.id in names else one for one in actions))


def taken_in(actions: Promises, key: str) -> Promises:
    """Return the promises with an action that may be planned again, in all its stages."""
    return tidied(
        tuple(
            replace(one, excluded=False, state="planned" if one.state == "dropped" else one.state)
            if key in {one.id, stem(one.id)}
            else one
            for one in actions
        )
    )


def _fresh(action: Action, like: PlannedAction | None) -> PlannedAction:
    goal = action.rises[0].goal if action.kind == "raise" and action.rises else None
    return PlannedAction(
        id=action.id,
        kind=action.kind,
        questions=action.questions,
        title=like.title if like else "",
        goal=goal,
        owner=like.owner if like else "",
    )


def tidied(actions: Promises) -> Promises:
    """Let go of promises that say nothing, so that undoing by hand leaves no trace."""
    return tuple(one for one in actions if one.kind == "free" or len(one.questions) > 1 or _says(one))


def _says(one: PlannedAction) -> bool:
    words = (one.title, one.owner, one.note, one.period)
    return any(words) or one.effort is not None or one.excluded or one.state != "planned"
