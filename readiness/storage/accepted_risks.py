"""Accepted risks as rows, and back. They change after the seal, beside what it holds."""

import sqlite3
from typing import Final

from readiness.domain.accepting import AcceptedRisk

_ADD: Final = (
    "INSERT INTO accepted_risks (assessment_id, question, role, reason, expires, at)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)


def set_risks(
    connection: sqlite3.Connection, assessment_id: int, risks: tuple[AcceptedRisk, ...], at: str
) -> None:
    """Replace the accepted risks of an assessment; what does not say when it was accepted, was now."""
    connection.execute("DELETE FROM accepted_risks WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        _ADD,
        [(assessment_id, one.question, one.role, one.reason, one.expires, one.at or at) for one in risks],
    )


def risks(connection: sqlite3.Connection, assessment_id: int) -> tuple[AcceptedRisk, ...]:
    """Return the accepted risks of an assessment, in order."""
    rows = connection.execute(
        "SELECT question, role, reason, expires, at FROM accepted_risks WHERE assessment_id = ? ORDER BY id",
        (assessment_id,),
    )
    return tuple(
        AcceptedRisk(question=question, role=role, reason=reason, expires=expires, at=at)
        for question, role, reason, expires, at in rows
    )
