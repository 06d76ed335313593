"""How an assessment came about, as rows read back: its trail, the chain up to its seal, its revisions."""

import sqlite3
from typing import Final

from readiness.domain.trail import Link, Revision, SealedText, TrailLine
from readiness.storage.packages import Proof

_TRAIL: Final = """
SELECT t.sequence, t.at, t.zone, t.lane, t.question, t.body, coalesce((
    SELECT p.role FROM participants AS p
    WHERE p.assessment_id = t.assessment_id AND p.person_id = t.person_id ORDER BY p.place LIMIT 1
), ''), a.sequence IS NOT NULL
FROM trail AS t LEFT JOIN answers AS a ON a.assessment_id = t.assessment_id AND a.lane = t.lane
    AND a.question = t.question AND a.sequence = t.sequence
WHERE t.assessment_id = ? ORDER BY t.sequence
"""
_SEAL: Final = "SELECT sequence, at, previous, hash, body FROM seals WHERE assessment_id = ?"
_CHAIN: Final = """
SELECT sequence, at, previous, hash FROM seals
WHERE sequence <= (SELECT sequence FROM seals WHERE assessment_id = ?) ORDER BY sequence
"""
_ORIGIN: Final = "SELECT body FROM packages WHERE assessment_id = ?"
_REVISIONS: Final = """
SELECT r.revision, r.state, coalesce(e.at, ''), coalesce(e.hash, '')
FROM assessments AS a
JOIN assessments AS r ON r.system_id = a.system_id AND r.year = a.year AND r.quarter = a.quarter
LEFT JOIN seals AS e ON e.assessment_id = r.id
WHERE a.id = ? AND (r.trashed_at IS NULL OR e.hash IS NOT NULL)
ORDER BY r.revision, r.id
"""
"""A sealed one that was deleted stays in the chain, so it is named; an open one is not."""


def trail(connection: sqlite3.Connection, assessment_id: int) -> tuple[TrailLine, ...]:
    """Return every answer ever given, in the order they were given."""
    names = ("sequence", "at", "zone", "lane", "question", "said", "role")
    return tuple(
        TrailLine(**dict(zip(names, rest, strict=True)), stands=bool(stands))
        for *rest, stands in connection.execute(_TRAIL, (assessment_id,))
    )


def sealed(connection: sqlite3.Connection, assessment_id: int) -> SealedText | None:
    """Return an assessment's own seal and the text under it; nothing while it is open."""
    row = connection.execute(_SEAL, (assessment_id,)).fetchone()
    return None if row is None else SealedText(link=_link(row[:4]), body=row[4])


def origin(connection: sqlite3.Connection, assessment_id: int) -> SealedText | None:
    """Return the seal that an assessment came with, of one that came in as a package."""
    row = connection.execute(_ORIGIN, (assessment_id,)).fetchone()
    proof = None if row is None else Proof.parse(row[0])
    if proof is None:
        return None
    return SealedText(link=_link((proof.sequence, proof.at, proof.previous, proof.hash)), body=proof.body)


def chain(connection: sqlite3.Connection, assessment_id: int) -> tuple[Link, ...]:
    """Return every seal up to an assessment's own, oldest first."""
    return tuple(_link(row) for row in connection.execute(_CHAIN, (assessment_id,)))


def revisions(connection: sqlite3.Connection, assessment_id: int) -> tuple[Revision, ...]:
    """Return every revision of an assessment, with the seals they have."""
    rows = connection.execute(_REVISIONS, (assessment_id,))
    return tuple(
        Revision(number=number, state=state, sealed_at=at, seal=seal) for number, state, at, seal in rows
    )


def _link(row: tuple[int, str, str, str]) -> Link:
    return Link(sequence=row[0], at=row[1], previous=row[2], hash=row[3])
