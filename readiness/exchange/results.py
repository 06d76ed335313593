"""``score --json``: everything an assessment says, in the shape that others rely on (contracts)."""

from dataclasses import asdict
from typing import Any

from readiness.domain.alignment import Gap
from readiness.domain.growth import Growth, StepResult
from readiness.domain.outcome import Outcome
from readiness.domain.risks import Risk
from readiness.domain.scoring import Part, PillarPart, Range, Score


def score_json(outcome: Outcome) -> dict[str, Any]:
    """Return the document; figures are unrounded and ``None`` where nothing applies."""
    assessment, score = outcome.assessment, outcome.score
    return {
        "questionnaire": assessment.questionnaire.reference,
        "system": assessment.system,
        "period": str(assessment.period),
        "revision": assessment.revision,
        "scope": assessment.scope,
        **_score(score),
        "core": None if outcome.core is None else _score(outcome.core),
        "open_gates": list(outcome.growth.open_gates),
        "pillars": [_pillar(pillar) for pillar in score.pillars],
        "shares": dict(score.shares),
        "growth": _growth(outcome.growth),
        "shortfalls": list(outcome.growth.shortfalls),
        "breaks_first": list(outcome.growth.breaks_first),
        "risks": [_risk(risk) for risk in outcome.risks],
        "alignment": {
            "index": outcome.alignment.index,
            "bias": outcome.alignment.bias,
            "questions": [_gap(gap) for gap in outcome.alignment.questions],
        },
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {"id": gap.id, "product": gap.product, "engineering": gap.engineering, "gap": gap.gap}


def _score(score: Score) -> dict[str, Any]:
    return {
        "score": score.score,
        "displayed": score.displayed,
        "label": score.label,
        "needed": score.needed,
        "range": _range(score.range),
        "strict_score": score.strict_score,
        "best_case": score.best_case,
        "coverage": score.coverage,
        "counts": asdict(score.counts),
        "evidenced_share": score.evidenced_share,
    }


def _range(span: Range | None) -> dict[str, float] | None:
    return None if span is None else asdict(span)


def _part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "name": part.name,
        "score": part.score,
        "displayed": part.displayed,
        "label": part.label,
        "needed": part.needed,
        "range": _range(part.range),
        "coverage": part.coverage,
    }


def _pillar(pillar: PillarPart) -> dict[str, Any]:
    return {**_part(pillar), "topics": [_part(topic) for topic in pillar.topics]}


def _growth(growth: Growth) -> dict[str, Any]:
    return {
        "target_factor": growth.target_factor,
        "target_step": growth.target_step,
        "target_by": growth.target_by,
        "practice_ceiling": growth.practice_ceiling,
        "tested_ceiling": growth.tested_ceiling,
        "first_known_limit": None if growth.first_known_limit is None else asdict(growth.first_known_limit),
        "distance": None if growth.distance is None else asdict(growth.distance),
        "tiers": [_step(step) for step in growth.tiers],
    }


def _step(step: StepResult) -> dict[str, Any]:
    return {
        "factor": step.factor,
        "passes": step.passes,
        "failing_gates": list(step.failing_gates),
        "attainment": step.attainment,
        "weak_topics": list(step.weak_topics),
        "blocking_limits": list(step.blocking_limits),
    }


def _risk(risk: Risk) -> dict[str, Any]:
    shown: dict[str, Any] = {"kind": risk.kind, "questions": list(risk.questions)}
    if risk.id:
        shown["id"] = risk.id
    if risk.says:
        shown["says"] = risk.says
    return shown
