"""Actions and decisions as rows, and back. They change after the seal: promises are kept later."""

import json
import sqlite3
from typing import Final

from readiness.domain.promises import Decision, PlannedAction
from readiness.storage import people

_ADD_ACTION: Final = """
INSERT INTO actions (assessment_id, key, questions, kind, title, goal, effort, person_id, period, place,
                     state, excluded, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ACTIONS: Final = """
SELECT a.key, a.kind, a.questions, a.title, a.goal, a.effort, coalesce(p.name, ''), a.period, a.state,
       a.excluded, a.note
FROM actions AS a LEFT JOIN people AS p ON p.id = a.person_id
WHERE a.assessment_id = ?
ORDER BY a.place
"""
_ADD_DECISION: Final = (
    "INSERT INTO decisions (assessment_id, text, verdict, reason, due, at) VALUES (?, ?, ?, ?, ?, ?)"
)


def set_actions(
    connection: sqlite3.Connection, assessment_id: int, actions: tuple[PlannedAction, ...]
) -> None:
    """Replace the actions of an assessment."""
    connection.execute("DELETE FROM actions WHERE assessment_id = ?", (assessment_id,))
    for place, action in enumerate(actions):
        row = (
            assessment_id,
            action.id,
            json.dumps(action.questions, ensure_ascii=False),
            action.kind,
            action.title,
            action.goal,
            action.effort,
            people.person(connection, action.owner),
            action.period,
            place,
            action.state,
            int(action.excluded),
            action.note,
        )
        connection.execute(_ADD_ACTION, row)


def actions(connection: sqlite3.Connection, assessment_id: int) -> tuple[PlannedAction, ...]:
    """Return the actions of an assessment, in order."""
    return tuple(
        PlannedAction(
            id=row[0],
            kind=row[1],
            questions=tuple(json.loads(row[2])),
            title=row[3],
            goal=row[4],
            effort=row[5],
            owner=row[6],
            period=row[7],
            state=row[8],
            excluded=bool(row[9]),
            note=row[10],
        )
        for row in connection.execute(_ACTIONS, (assessment_id,))
    )


def set_decisions(
    connection: sqlite3.Connection, assessment_id: int, decisions: tuple[Decision, ...]
) -> None:
    """Replace the decisions of an assessment."""
    connection.execute("DELETE FROM decisions WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        _ADD_DECISION, [(assessment_id, d.text, d.verdict, d.reason, d.due, d.at) for d in decisions]
    )


def decisions(connection: sqlite3.Connection, assessment_id: int) -> tuple[Decision, ...]:
    """Return the decisions of an assessment, in order."""
    rows = connection.execute(
        "SELECT text, verdict, reason, due, at FROM decisions WHERE assessment_id = ? ORDER BY id",
        (assessment_id,),
    )
    return tuple(
        Decision(text=text, verdict=verdict, reason=reason, due=due, at=at)
        for text, verdict, reason, due, at in rows
    )
