"""The incidents of a system as rows, and back: they belong to the system, not to one of its assessments."""

import json
import sqlite3
from typing import Final

from readiness.domain.incidents import Incident

_ADD: Final = """
INSERT INTO incidents (system_id, happened_on, title, questions, note, at)
VALUES ((SELECT system_id FROM assessments WHERE id = ?), ?, ?, ?, ?, ?)
"""
_ALL: Final = """
SELECT happened_on, title, questions, note, at FROM incidents
WHERE system_id = (SELECT system_id FROM assessments WHERE id = ?)
ORDER BY id
"""
_CLEAR: Final = "DELETE FROM incidents WHERE system_id = (SELECT system_id FROM assessments WHERE id = ?)"


def set_incidents(
    connection: sqlite3.Connection, assessment_id: int, incidents: tuple[Incident, ...], at: str
) -> None:
    """Replace the incidents of the system that an assessment is of."""
    connection.execute(_CLEAR, (assessment_id,))
    for one in incidents:
        questions = json.dumps(one.questions, ensure_ascii=False)
        row = (assessment_id, one.on, one.title, questions, one.note, one.at or at)
        connection.execute(_ADD, row)


def incidents(connection: sqlite3.Connection, assessment_id: int) -> tuple[Incident, ...]:
    """Return the incidents of the system that an assessment is of, as they were logged."""
    return tuple(
        Incident(on=on, title=title, questions=tuple(json.loads(questions)), note=note, at=at)
        for on, title, questions, note, at in connection.execute(_ALL, (assessment_id,))
    )
