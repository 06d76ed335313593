"""Seals: a closed assessment as one canonical text, chained by hash to the one before (promise 8)."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Any, Final

from readiness.domain.assessment import Answer, Assessment
from readiness.errors import NotSavedError, WorkspaceError
from readiness.storage.answers import is_unsaid
from readiness.storage.canonical import canonical, digest

GENESIS: Final = "readiness"
_TEXTS: Final = (("label", "label"),)
_NUMBERS: Final = (
    *(("score", "score"), ("displayed", "displayed"), ("low", "range.low"), ("high", "range.high")),
    *(("practice_ceiling", "growth.practice_ceiling"), ("tested_ceiling", "growth.tested_ceiling")),
    *(("target", "growth.target_factor"), ("target_step", "growth.target_step")),
    *(("gates_open", "growth.distance.gates_open"), ("gates", "growth.distance.gates")),
    *(("distance_step", "growth.distance.step"), ("distance_effort", "growth.distance.effort")),
    ("first_limit", "growth.first_known_limit.factor"),
)
"""What the lists show of a sealed assessment, and where its seal says it."""


def _same(column: str, place: str, *, is_number: bool) -> str:
    """Return the condition that a column is what the seal says, if it says it; a number but for rounding."""
    said = f"json_extract(e.document, '$.results.{place}')"
    same = f"a.{column} IS {said}"
    if is_number:
        same = f"coalesce(abs(a.{column} - {said}) <= 1e-9 * (1 + abs({said})), {same})"
    return f"(json_type(e.document, '$.results.{place}') IS NULL OR {same})"


_LISTED: Final = (
    "a.year || '-Q' || a.quarter = json_extract(e.document, '$.period')",
    "a.revision = json_extract(e.document, '$.revision')",
    "q.hash IS coalesce(json_extract(e.document, '$.questionnaire_hash'), q.hash)",
    *(_same(*told, is_number=False) for told in _TEXTS),
    *(_same(*told, is_number=True) for told in _NUMBERS),
)
_WALK: Final = f"""
WITH told AS (SELECT *, iif(json_valid(body), body, '{{}}') AS document FROM seals)
SELECT e.sequence, e.assessment_id, e.body, e.previous, e.hash, e.at, a.state, {" AND ".join(_LISTED)}
FROM told AS e LEFT JOIN assessments AS a ON a.id = e.assessment_id
LEFT JOIN questionnaires AS q ON q.id = a.questionnaire_id ORDER BY e.sequence
"""  # noqa: S608 - columns and places of our own
"""What the lists show of a sealed assessment is held against its seal as well."""

_SEALED: Final = tuple(field.name for field in fields(Answer) if field.name not in ("by", "at"))


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


def refuse_changed(connection: sqlite3.Connection, assessment_id: int, loaded: Assessment) -> None:
    """Refuse to show answers of a sealed assessment that are not the ones which were sealed.

    Raises:
        WorkspaceError: they were changed afterwards, by a damaged disk or by hand.
    """
    row = connection.execute("SELECT body FROM seals WHERE assessment_id = ?", (assessment_id,)).fetchone()
    if row is None:
        return
    for lane, sealed in json.loads(row[0])["answers"].items():
        if {id_: _told(answer) for id_, answer in loaded.lane(lane).items()} != sealed:
            raise WorkspaceError(
                f"The answers of {_named(row[0])} differ from its seal: they were changed afterwards.",
                safe="The seal itself holds.",
                remedy="Open the newest backup in which it does not differ.",
            )


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
    rows = connection.execute(_WALK)
    for place, (sequence, assessment_id, body, before, hash_, at, state, listed) in enumerate(rows, start=1):
        if sequence != place:
            faults.append(f"Seal {place} is missing.")
        if before != previous or digest(before, body, at) != hash_:
            faults.append(f"Seal {sequence} ({_named(body)}) was changed after it was made.")
        if state != "closed":
            faults.append(f"Assessment {assessment_id} ({_named(body)}) is sealed but not closed.")
        elif not listed:
            faults.append(f"{_named(body)} is listed with another quarter or score than its seal.")
        previous = hash_
    faults += _unsealed(connection)
    return ChainReport(ok=not faults, head=head(connection), faults=tuple(faults))


def _told(answer: Answer) -> dict[str, Any]:
    """Return an answer as a seal holds it: what was said, without who said it and when."""
    said = {name: getattr(answer, name) for name in _SEALED}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in said.items()
        if not is_unsaid(value)
    }


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
