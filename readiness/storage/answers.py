"""Answers as rows, and back (the answer path: no ORM, one statement a thing)."""

import json
import sqlite3
from dataclasses import fields, replace
from typing import Any, Final

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.questionnaire import Lane
from readiness.storage.canonical import canonical
from readiness.storage.clock import zone

_CHANGE: Final = """
UPDATE answers SET phase = ?, state = ?, level = ?, confidence = ?, reason = ?, note = ?, note_for = ?,
    evidence = ?, because = ?, carried_from = ?, restated = ?, ticked = ?, left_out = ?, person_id = ?,
    sequence = ?, at = ?
WHERE assessment_id = ? AND lane = ? AND question = ?
"""
_ADD: Final = """
INSERT INTO answers (phase, state, level, confidence, reason, note, note_for, evidence, because, carried_from,
                     restated, ticked, left_out, person_id, sequence, at, assessment_id, lane, question)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
"""Two plain statements: REPLACE and ON CONFLICT keep a journal of their own and take far longer."""

_TRAIL: Final = """
INSERT INTO trail (assessment_id, lane, question, body, person_id, at, zone) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_GET: Final = """
SELECT a.lane, a.question, a.state, a.level, a.confidence, a.reason, a.note, a.note_for, a.evidence,
       a.because, a.carried_from, a.restated, coalesce(p.name, ''), a.at, a.ticked, a.left_out
FROM answers AS a LEFT JOIN people AS p ON p.id = a.person_id
WHERE a.assessment_id = ?
ORDER BY a.sequence
"""
_VOICES: Final = """
SELECT t.question, p.name, t.body FROM trail AS t LEFT JOIN people AS p ON p.id = t.person_id
WHERE t.assessment_id = ? AND t.lane = ? ORDER BY t.sequence
"""
_TOLD: Final = tuple(field.name for field in fields(Answer) if field.name != "by")
"""What the trail keeps of an answer: everything but a name, which must stay erasable."""


_LISTS: Final = ("evidence", "ticked", "left_out")


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
    sequence = tell(connection, assessment_id, question, lane, answer, at=at, person=person)
    if answer == NOT_ASKED:
        connection.execute(
            "DELETE FROM answers WHERE assessment_id = ? AND lane = ? AND question = ?",
            (assessment_id, lane, question),
        )
    else:
        row = (*_row(lane, answer), person, sequence, at, assessment_id, lane, question)
        if connection.execute(_CHANGE, row).rowcount == 0:
            connection.execute(_ADD, row)


def tell_reveal(connection: sqlite3.Connection, assessment_id: int, at: str) -> None:
    """Write on the trail that the private answers were revealed: a line of no lane and no question."""
    connection.execute(_TRAIL, (assessment_id, "", "", canonical({"revealed": True}), None, at, zone()))


def tell_move(connection: sqlite3.Connection, assessment_id: int, reference: str, at: str) -> None:
    """Write on the trail that the assessment asks another version: a line of no lane and no question.

    Where nobody answered there is no trail, and the assessment can still be deleted for good.
    """
    if connection.execute("SELECT 1 FROM trail WHERE assessment_id = ?", (assessment_id,)).fetchone() is None:
        return
    line = (assessment_id, "", "", canonical({"questionnaire": reference}), None, at, zone())
    connection.execute(_TRAIL, line)


def tell(
    connection: sqlite3.Connection,
    assessment_id: int,
    question: str,
    lane: Lane,
    answer: Answer,
    *,
    at: str,
    person: int | None = None,
) -> int | None:
    """Write what somebody answered on the trail alone; return its number there."""
    line = (assessment_id, lane, question, canonical(_without_name(answer)), person, at, zone())
    return connection.execute(_TRAIL, line).lastrowid


def voices(connection: sqlite3.Connection, assessment_id: int, lane: Lane) -> dict[str, dict[str, Answer]]:
    """Return what each named person last answered for a lane, by question and name.

    An answer that was taken back takes everybody's with it.
    """
    found: dict[str, dict[str, Answer]] = {}
    for question, name, body in connection.execute(_VOICES, (assessment_id, lane)):
        told = json.loads(body)
        answer = Answer(**{**told, **{name: tuple(told.get(name, ())) for name in _LISTS}})
        if answer == NOT_ASKED:
            found.pop(question, None)
        elif name:
            found.setdefault(question, {})[name] = replace(answer, by=name)
    return found


def all_of(connection: sqlite3.Connection, assessment_id: int) -> dict[Lane, dict[str, Answer]]:
    """Return every lane's answers by question."""
    found: dict[Lane, dict[str, Answer]] = {"agreed": {}, "product": {}, "engineering": {}}
    for lane, question, *rest in connection.execute(_GET, (assessment_id,)):
        found[lane][question] = _answer(rest)
    return found


def _without_name(answer: Answer) -> dict[str, Any]:
    told = {name: getattr(answer, name) for name in _TOLD}
    return {name: value for name, value in told.items() if not is_unsaid(value)}


def is_unsaid(value: object) -> bool:
    """Whether a field says nothing. Level 0 says a lot, although Python holds 0 for False."""
    return value is None or value is False or value in ("", ())


def _row(lane: Lane, answer: Answer) -> tuple[object, ...]:
    phase = "carried" if answer.carried_from else "agreed" if lane == "agreed" else "private"
    return (
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
        json.dumps(answer.ticked, ensure_ascii=False),
        json.dumps(answer.left_out, ensure_ascii=False),
    )


def _answer(row: list[Any]) -> Answer:
    state, level, confidence, reason, note, note_for, evidence, because, carried, restated, by, at, *lists = (
        row
    )
    ticked, left_out = (_texts(one) for one in lists)
    return Answer(
        level=level,
        unknown=state == "unknown",
        not_applicable=reason,
        confidence=confidence,
        note=note,
        note_for=note_for,
        evidence=_texts(evidence),
        because=because,
        carried_from=carried,
        restated=restated,
        by=by,
        at=at,
        ticked=ticked,
        left_out=left_out,
    )


def _texts(written: str) -> tuple[str, ...]:
    """Return a list of texts; most are empty, and the answer path is short."""
    return () if written == "[]" else tuple(json.loads(written))
