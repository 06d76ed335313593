"""Answers as rows, and back (the answer path: no ORM, one statement a thing)."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.questionnaire import Lane
from readiness.storage.canonical import canonical

_PUT: Final = """
INSERT OR REPLACE INTO answers (assessment_id, lane, question, phase, state, level, confidence, reason, note,
                                note_for, evidence, because, carried_from, restated, person_id, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_TRAIL: Final = (
    "INSERT INTO trail (assessment_id, lane, question, body, person_id, at) VALUES (?, ?, ?, ?, ?, ?)"
)
_GET: Final = """
SELECT a.lane, a.question, a.state, a.level, a.confidence, a.reason, a.note, a.note_for, a.evidence,
       a.because, a.carried_from, a.restated, coalesce(p.name, ''), a.at
FROM answers AS a LEFT JOIN people AS p ON p.id = a.person_id
WHERE a.assessment_id = ?
"""


def put(
    connection: sqlite3.Connection,
    assessment_id: int,
    question: str,
    lane: Lane,
    answer: Answer,
    *,
    at: str,
    person: int | None = None,
) -> None:
    """Write one answer and its line on the trail."""
    if answer == NOT_ASKED:
        connection.execute(
            "DELETE FROM answers WHERE assessment_id = ? AND lane = ? AND question = ?",
            (assessment_id, lane, question),
        )
    else:
        connection.execute(_PUT, _row(assessment_id, question, lane, answer, at, person))
    body = canonical(_without_names(answer))
    connection.execute(_TRAIL, (assessment_id, lane, question, body, person, at))


def all_of(connection: sqlite3.Connection, assessment_id: int) -> dict[Lane, dict[str, Answer]]:
    """Return every lane's answers by question."""
    found: dict[Lane, dict[str, Answer]] = {"agreed": {}, "product": {}, "engineering": {}}
    for lane, question, *rest in connection.execute(_GET, (assessment_id,)):
        found[lane][question] = _answer(rest)
    return found


def as_plain(answers: Mapping[str, Answer]) -> dict[str, dict[str, Any]]:
    """Return answers as plain mappings without anybody's name, for a seal."""
    return {id_: _without_names(answer) for id_, answer in answers.items()}


def _without_names(answer: Answer) -> dict[str, Any]:
    plain = {name: value for name, value in asdict(answer).items() if value not in (None, "", (), False)}
    plain.pop("by", None)
    return plain


def _row(
    assessment_id: int, question: str, lane: Lane, answer: Answer, at: str, person: int | None
) -> tuple[object, ...]:
    phase = "carried" if answer.carried_from else "agreed" if lane == "agreed" else "private"
    return (
        assessment_id,
        lane,
        question,
        phase,
        answer.state,
        answer.level,
        answer.confidence,
        answer.not_applicable,
        answer.note,
        answer.note_for,
        json.dumps(answer.evidence, ensure_ascii=False),
        answer.because,
        answer.carried_from,
        answer.restated,
        person,
        at,
    )


def _answer(row: list[Any]) -> Answer:
    state, level, confidence, reason, note, note_for, evidence, because, carried, restated, by, at = row
    return Answer(
        level=level,
        unknown=state == "unknown",
        not_applicable=reason,
        confidence=confidence,
        note=note,
        note_for=note_for,
        evidence=tuple(json.loads(evidence)),
        because=because,
        carried_from=carried,
        restated=restated,
        by=by,
        at=at,
    )
