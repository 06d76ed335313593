"""Seals: a closed assessment as one canonical text, chained by hash to the one before (promise 8)."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from readiness.errors import NotSavedError
from readiness.storage.canonical import canonical, digest

GENESIS: Final = "readiness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A link of the chain."""

    sequence: int
    hash: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    """What verifying found: ``head`` is the newest hash, ``faults`` are sentences."""

    ok: bool
    head: str | None
    faults: tuple[str, ...]


def head(connection: sqlite3.Connection) -> str | None:
    """Return the hash of the newest seal."""
    row = connection.execute("SELECT hash FROM seals ORDER BY sequence DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])


def seal_of(connection: sqlite3.Connection, assessment_id: int) -> str | None:
    """Return the hash of an assessment's seal."""
    row = connection.execute("SELECT hash FROM seals WHERE assessment_id = ?", (assessment_id,)).fetchone()
    return None if row is None else str(row[0])


def add(connection: sqlite3.Connection, assessment_id: int, content: Mapping[str, Any], at: str) -> Seal:
    """Append a seal and read it back before anybody commits (Fossil's rule).

    Raises:
        NotSavedError: what was read back is not what was written.
    """
    body = canonical(content)
    previous = head(connection) or GENESIS
    hash_ = digest(previous, body, at)
    made = connection.execute(
        "INSERT INTO seals (assessment_id, body, previous, hash, at) VALUES (?, ?, ?, ?, ?)",
        (assessment_id, body, previous, hash_, at),
    )
    written = connection.execute(
        "SELECT previous, body, at FROM seals WHERE sequence = ?", (made.lastrowid,)
    ).fetchone()
    if digest(*written) != hash_:
        raise NotSavedError(
            "The seal that was written reads back differently.",
            safe="Nothing was sealed; the assessment is still open.",
            remedy="Check the disk, then close the assessment again.",
        )
    return Seal(sequence=made.lastrowid or 0, hash=hash_, at=at)


def bodies(connection: sqlite3.Connection) -> list[tuple[int, dict[str, Any]]]:
    """Return what each readable seal holds, by assessment."""
    found = []
    for assessment_id, body in connection.execute("SELECT assessment_id, body FROM seals ORDER BY sequence"):
        with suppress(ValueError):
            found.append((int(assessment_id), json.loads(body)))
    return found


def verify(connection: sqlite3.Connection) -> ChainReport:
    """Walk the chain from its start, and hold it against what the tables say now."""
    faults: list[str] = []
    previous = GENESIS
    rows = connection.execute(
        "SELECT e.sequence, e.assessment_id, e.body, e.previous, e.hash, e.at, a.state"
        " FROM seals AS e LEFT JOIN assessments AS a ON a.id = e.assessment_id ORDER BY e.sequence"
    )
    for place, (sequence, assessment_id, body, before, hash_, at, state) in enumerate(rows, start=1):
        if sequence != place:
            faults.append(f"Seal {place} is missing.")
        if before != previous or digest(before, body, at) != hash_:
            faults.append(f"Seal {sequence} ({_named(body)}) was changed after it was made.")
        if state != "closed":
            faults.append(f"Assessment {assessment_id} ({_named(body)}) is sealed but not closed.")
        previous = hash_
    faults += _unsealed(connection)
    return ChainReport(ok=not faults, head=head(connection), faults=tuple(faults))


def _unsealed(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT s.name, a.year, a.quarter FROM assessments AS a JOIN systems AS s ON s.id = a.system_id"
        " WHERE a.state = 'closed' AND a.id NOT IN (SELECT assessment_id FROM seals)"
    )
    return [f"{name}@{year}-Q{quarter} is closed but has no seal." for name, year, quarter in rows]


def _named(body: str) -> str:
    try:
        content = json.loads(body)
        return f"{content['system']}@{content['period']}"
    except (ValueError, KeyError, TypeError):
        return "unreadable"
