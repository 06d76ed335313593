"""Last quarter’s actions against this quarter’s answers: were they done, and did it help (domain §4.5).

The most useful page of a second report is what was done and moved nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.period import Period
from readiness.domain.projecting import completion_of
from readiness.domain.promises import PlannedAction

ActionOutcome = Literal[
    "moved", "not_moved", "not_re_asked", "not_comparable", "done", "slipped", "dropped", "not_due"
]
"""``moved`` to ``done`` are of finished actions; ``done`` has no question that could show it."""

LEAST_MOVE = 1
"""Levels by which a question has moved (ruling 13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCheck:
    """One action, what became of it, and what its questions did; ``reached`` says they stand at its goal.

    ``reached`` is ``None`` where the action has no goal, or nothing was asked again.
    """

    action: PlannedAction
    outcome: ActionOutcome
    questions: tuple[QuestionChange, ...]
    reached: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCheck:
    """Every action of the plan, and which questions moved without one.

    ``promised`` and ``delivered`` are person-weeks of what was due by now, over actions with an effort; the
    latter is of those done. ``promised`` is 0 where nothing with an effort was due.
    """

    actions: tuple[ActionCheck, ...]
    moved_without: tuple[QuestionChange, ...]
    promised: float
    delivered: float

    def of(self, outcome: ActionOutcome) -> tuple[ActionCheck, ...]:
        """Return the actions with one outcome."""
        return tuple(check for check in self.actions if check.outcome == outcome)


def check_promises(comparison: Comparison, actions: Iterable[PlannedAction] | None = None) -> PromiseCheck:
    """Hold the actions of the older assessment, or those given, against what its questions did.

    An action that was put aside while planning was never promised and is left out.
    """
    given = comparison.before.actions if actions is None else tuple(actions)
    now = comparison.after.period
    rows = _rows_by_old_id(comparison.questions)
    checks = tuple(_check(action, rows, comparison) for action in given if not action.excluded)
    acted_on = {row.id for check in checks if check.outcome != "dropped" for row in check.questions}
    due = [check for check in checks if _is_due(check.action, now)]
    return PromiseCheck(
        actions=checks,
        moved_without=tuple(row for row in comparison.questions if has_moved(row) and row.id not in acted_on),
        promised=sum(check.action.effort or 0.0 for check in due),
        delivered=sum(check.action.effort or 0.0 for check in due if check.action.state == "done"),
    )


def completion_by(actions: Iterable[PlannedAction], now: Period) -> float | None:
    """Return the share of the person-weeks due by a quarter that was delivered; none where none were due."""
    return completion_of(action for action in actions if not action.excluded and _is_due(action, now))


def has_moved(row: QuestionChange) -> bool:
    """Say whether a question that was asked again rose by a level or more."""
    if not row.is_matched or row.change == "carried" or row.before is None or row.after is None:
        return False
    return row.after - row.before >= LEAST_MOVE


def _rows_by_old_id(rows: Iterable[QuestionChange]) -> Mapping[str, tuple[QuestionChange, ...]]:
    found: dict[str, tuple[QuestionChange, ...]] = {}
    for row in rows:
        for id_ in row.was:
            found[id_] = (*found.get(id_, ()), row)
    return found


def _check(
    action: PlannedAction, rows: Mapping[str, tuple[QuestionChange, ...]], comparison: Comparison
) -> ActionCheck:
    own = tuple(dict.fromkeys(row for id_ in action.questions for row in rows.get(id_, ())))
    outcome = _unfinished(action, comparison.after.period) or _finished(action, own, comparison)
    return ActionCheck(action=action, outcome=outcome, questions=own, reached=_reached(action.goal, own))


def _unfinished(action: PlannedAction, now: Period) -> ActionOutcome | None:
    if action.state == "done":
        return None
    if action.state == "dropped":
        return "dropped"
    return "slipped" if action.state == "slipped" or _is_due(action, now) else "not_due"


def _finished(
    action: PlannedAction, rows: tuple[QuestionChange, ...], comparison: Comparison
) -> ActionOutcome:
    if not action.questions or action.kind in {"settle", "free"}:
        return "done"
    shown = rows if action.kind == "find-out" else tuple(row for row in rows if row.is_matched)
    if not shown:
        return "not_comparable"
    asked = [row for row in shown if row.re_asked]
    if not asked:
        return "not_re_asked"
    if action.kind == "find-out":
        evidenced = comparison.evidence.gained
        return "moved" if any(_is_found_out(row) or row.id in evidenced for row in asked) else "not_moved"
    return "moved" if any(has_moved(row) for row in asked) else "not_moved"


def _is_found_out(row: QuestionChange) -> bool:
    return row.state_before == "unknown" and row.state_after in {"level", "not_applicable"}


def _reached(goal: int | None, rows: tuple[QuestionChange, ...]) -> bool | None:
    levels = [row.after for row in rows if row.re_asked]
    if goal is None or not levels:
        return None
    return all(level is not None and level >= goal for level in levels)


def _is_due(action: PlannedAction, now: Period) -> bool:
    """Say whether the quarter of an action has come; without one it was promised for the next."""
    if action.period is None:
        return True
    try:
        return Period.parse(action.period) <= now
    except ValueError:
        return True
