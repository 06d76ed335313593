"""``compare --json``: what changed between two assessments, in the shape that others rely on (contracts)."""

from dataclasses import asdict
from typing import Any

from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.noise import Noise


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return the document; figures are unrounded and ``None`` where nothing applies."""
    reported = comparison.as_reported
    return {
        "from": comparison.before.reference,
        "to": comparison.after.reference,
        "as_reported": {"from": reported.before, "to": reported.after, "delta": reported.delta},
        "like_for_like": comparison.like_for_like,
        "restated": comparison.restated,
        "bridge": [{"step": step.step, "delta": step.delta} for step in comparison.bridge],
        "noise": _noise(comparison.noise),
        "pillars": [
            {"id": pillar.id, "like_for_like": pillar.like_for_like, "noise": _noise(pillar.noise)}
            for pillar in comparison.pillars
        ],
        "questions": [_question(row) for row in comparison.questions],
        "matched": len(comparison.matched),
        "counts": {change: comparison.count(change) for change in ("up", "same", "down")},
        "grave_drops": [row.id for row in comparison.grave_drops],
        "re_asked": {"count": comparison.re_asked, "of": comparison.asked_of},
        "not_comparable": list(comparison.not_comparable),
        "measuring": [
            {"measure": change.measure, "subject": change.subject, "from": change.before, "to": change.after}
            for change in comparison.measuring
        ],
        "gates": [_listed(asdict(gates)) for gates in comparison.gates],
        "evidence": _listed(asdict(comparison.evidence)),
    }


def _noise(noise: Noise | None) -> dict[str, Any] | None:
    return None if noise is None else {"se": noise.se, "verdict": noise.verdict}


def _question(row: QuestionChange) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": row.id,
        "change": row.change,
        "from": _level(row.before),
        "to": row.after,
        "weight": row.weight,
        "gate": row.gate,
    }
    if row.was not in {(), (row.id,)}:
        shown["was"] = list(row.was)
    if row.cause is not None:
        shown["cause"] = row.cause
    return shown


def _level(level: float | None) -> float | int | None:
    """Write a whole level as one; only the mean of merged questions has a fraction."""
    return int(level) if level is not None and level.is_integer() else level


def _listed(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}
