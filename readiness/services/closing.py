"""Closing: what not asked turns into, what it does to the figures, and what a seal holds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.finding_out import Found, if_found
from readiness.domain.journeys import written
from readiness.domain.outcome import Outcome, evaluate

RECEIVED: Final = "received"
"""Under this key the seal of an assessment that came as a package names the seal it came with."""

_MAY_CHANGE: Final = frozenset({"results", "system", RECEIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePreview:
    """What closing would change: how many become unknown, and the figures before and after.

    ``found`` is what the figures would be if everything unknown were found out afterwards.
    """

    becoming_unknown: tuple[str, ...]
    before: Outcome
    after: Outcome
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A closed assessment: its name, its seal's hash, and how many questions became unknown."""

    reference: str
    hash: str
    at: str
    not_asked_to_unknown: int


def preview(assessment: Assessment) -> ClosePreview:
    """Return what closing would change; of a sealed assessment, which stays as it is, what could be found."""
    after, becoming = closed(assessment)
    outcome = evaluate(after)
    return ClosePreview(
        becoming_unknown=becoming, before=evaluate(assessment), after=outcome, found=if_found(outcome)
    )


def closed(assessment: Assessment) -> tuple[Assessment, tuple[str, ...]]:
    """Return the assessment as closing leaves it, and the questions that became unknown.

    A note on a question that was not asked stays with it.
    """
    outcome = evaluate(replace(assessment, revealed=True))
    becoming = tuple(id_ for id_, fact in outcome.counted.items() if fact.state == "not_asked")
    agreed = dict(assessment.agreed)
    for id_ in becoming:
        agreed[id_] = replace(agreed.get(id_, NOT_ASKED), unknown=True)
    return replace(assessment, agreed=agreed, revealed=True, sealed=True), becoming


def differs(sealed: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether an assessment says something else than its seal.

    Left out are the results, which another version of the program may work out differently, and the system's
    name, which may change with its history kept. What a later format adds, an older seal does not know.
    """
    kept = _as_stored(now)
    return any(kept.get(name) != value for name, value in sealed.items() if name not in _MAY_CHANGE)


def sealed_content(outcome: Outcome, document: Mapping[str, Any], questionnaire_hash: str) -> dict[str, Any]:
    """Return what is hashed: roles and answers, the questionnaire's hash, the results; nobody's name."""
    assessment = outcome.assessment
    return {
        "format": "readiness-seal/1",
        "system": assessment.system,
        "period": str(assessment.period),
        "revision": assessment.revision,
        "scope": assessment.scope,
        "scope_in": assessment.scope_in,
        "scope_out": assessment.scope_out,
        "journeys": written(assessment.journeys),
        "questionnaire": assessment.questionnaire.reference,
        "questionnaire_hash": questionnaire_hash,
        "answers": {lane: _nameless(assessment.lane(lane)) for lane in ("agreed", "product", "engineering")},
        "target": None if assessment.target is None else _fields(assessment.target),
        "assumed": assessment.assumed,
        "load": [_fields(driver) for driver in assessment.load],
        "limits": [_fields(limit) for limit in assessment.limits],
        "results": dict(document),
    }


def _nameless(answers: Mapping[str, Answer]) -> dict[str, Any]:
    kept = {id_: _fields(answer) for id_, answer in answers.items() if answer != NOT_ASKED}
    for answer in kept.values():
        answer.pop("by", None)
        answer.pop("at", None)
    return kept


def _fields(value: Any) -> dict[str, Any]:
    found = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {name: item for name, item in found.items() if not _is_unsaid(item)}


def _is_unsaid(item: object) -> bool:
    """Whether a field says nothing. Level 0 says a lot, although Python holds 0 for False."""
    return item is None or item is False or item in ("", ())


def _as_stored(now: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as they come back from JSON: tuples as lists."""
    stored: dict[str, Any] = json.loads(json.dumps(now, ensure_ascii=False))
    return stored
