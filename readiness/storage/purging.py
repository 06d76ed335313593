"""Taking an assessment out of the trash for good, a year after it was deleted, and what may never go.

The trail and the seals are written once and never deleted; the file itself refuses it. So an assessment
that was sealed, or in which anybody answered, stays in the trash, and its history stays whole.
"""

import sqlite3
from datetime import datetime, timedelta
from typing import Final

from readiness.errors import InputError, NotFoundError
from readiness.storage.clock import stamp
from readiness.storage.systems import folded

KEPT_FOR: Final = timedelta(days=365)
"""So long whatever was deleted can be taken back."""

_SAFE: Final = "It stays in the trash, whole."
_LOOK: Final = """
SELECT s.name, a.trashed_at, a.state = 'closed', EXISTS (SELECT 1 FROM trail WHERE assessment_id = a.id)
FROM assessments AS a JOIN systems AS s ON s.id = a.system_id WHERE a.id = ?
"""


def purge(connection: sqlite3.Connection, assessment_id: int, name: str, now: datetime) -> None:
    """Delete an assessment and all it holds; ``name`` is its system's, typed by who asks for it.

    Raises:
        NotFoundError: there is none with that key.
        InputError: it is not in the trash, not long enough, belongs to history, or is called otherwise.
    """
    row = connection.execute(_LOOK, (assessment_id,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no assessment {assessment_id} in this workspace.")
    system, trashed_at, is_sealed, is_answered = row
    _refuse(trashed_at, now, is_history=bool(is_sealed or is_answered))
    if _plain(name) != _plain(system):
        raise InputError(f"The system is called {system}.", safe=_SAFE, remedy="Write its name as it is.")
    for table, column in _holding(connection):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (assessment_id,))  # noqa: S608 - our own tables
    connection.execute("DELETE FROM assessments WHERE id = ?", (assessment_id,))


def _plain(name: str) -> str:
    return folded(" ".join(name.split()))


def _refuse(trashed_at: str | None, now: datetime, *, is_history: bool) -> None:
    if trashed_at is None:
        raise InputError("It is not in the trash.", safe="Nothing was changed.", remedy="Delete it first.")
    if is_history:
        raise InputError("What was answered or sealed is never deleted for good.", safe=_SAFE)
    if trashed_at > stamp(now - KEPT_FOR):
        raise InputError("It was deleted less than a year ago.", safe=_SAFE, remedy="Wait until then.")


def _holding(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every table that points at an assessment, and with which column, but for the history."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        (table, str(key[3]))
        for table in tables
        if table not in {"trail", "seals"}
        for key in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        if key[2] == "assessments"
    ]
