"""``plan --json``: a roadmap in the shape that others rely on (contracts)."""

from dataclasses import asdict
from typing import Any

from readiness.domain.actions import Action, Quarter, Stage, Undone
from readiness.domain.roadmap import Roadmap


def plan_json(roadmap: Roadmap) -> dict[str, Any]:
    """Return the document; figures are unrounded and ``None`` where nothing applies."""
    low, high = roadmap.effort_range
    estimated, priced = roadmap.estimated
    return {
        "system": roadmap.system,
        "period": str(roadmap.period),
        "mode": roadmap.mode,
        "capacity": _capacity(roadmap.what_if.capacity),
        "horizon": roadmap.what_if.horizon,
        "target_step": roadmap.target_step,
        "completion": roadmap.what_if.completion,
        "start": {"score": roadmap.start.score, "ceiling": roadmap.start.ceiling},
        "reached": roadmap.reached,
        "effort": {
            "planned": roadmap.effort,
            "low": low,
            "high": high,
            "not_planned": roadmap.undone_effort,
            "estimated": estimated,
            "actions": priced,
            "dates": roadmap.may_promise_dates,
        },
        "actions": [_action(action) for action in roadmap.actions],
        "quarters": [_quarter(quarter) for quarter in roadmap.quarters],
        "stages": [_stage(stage) for stage in roadmap.stages],
        "not_planned": [_undone(undone) for undone in roadmap.undone],
        "infeasible": [asdict(entry) for entry in roadmap.infeasible],
        "done": list(roadmap.done),
    }


def _capacity(given: tuple[float, ...]) -> float | list[float]:
    return given[0] if len(set(given)) == 1 else list(given)


def _action(action: Action) -> dict[str, Any]:
    first = action.rises[0] if action.rises else None
    shown: dict[str, Any] = {
        "id": action.id,
        "kind": action.kind,
        "question": action.question,
        "title": action.title,
        "owner": action.owner,
        "from": first.start if first else None,
        "to": first.goal if first else None,
        **_effort(action),
        "gain": action.gain,
        "value": action.value,
        "priority": action.priority,
        "class": action.category,
        "factors": asdict(first.factors) if first and first.factors else None,
        "start": action.start,
        "finish": action.finish,
        "used": {str(index): weeks for index, weeks in action.used.items()},
        "pinned": action.pinned,
        "needs": list(action.needs),
        "unlocks": list(action.unlocks),
        "reason": action.reason,
        "conditions": [asdict(condition) for condition in action.conditions],
    }
    if len(action.rises) > 1:
        shown["questions"] = list(action.questions)
        shown["rises"] = [
            {"question": r.question, "from": r.start, "to": r.goal, "gain": r.gain} for r in action.rises
        ]
    return shown


def _effort(action: Action) -> dict[str, Any]:
    return {
        "effort": action.price.weeks,
        "effort_low": action.price.low,
        "effort_high": action.price.high,
        "estimated": action.price.estimated,
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    return {**asdict(quarter), "period": str(quarter.period)}


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "step": stage.step,
        "state": stage.state,
        "quarter": stage.quarter,
        "effort": stage.effort,
        "actions": list(stage.actions),
        "conditions": [asdict(condition) for condition in stage.conditions],
        "causes": [asdict(cause) for cause in stage.causes],
    }


def _undone(undone: Undone) -> dict[str, Any]:
    first = undone.action.rises[0] if undone.action.rises else None
    return {
        "id": undone.action.id,
        "kind": undone.action.kind,
        "question": undone.action.question,
        "from": first.start if first else None,
        "to": first.goal if first else None,
        **_effort(undone.action),
        "gain": undone.action.gain,
        "start": undone.action.start,
        "why": undone.why,
    }
