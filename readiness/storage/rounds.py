"""Rounds as rows: what is due when, who left, and how many answers there are; never what they say."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from readiness.domain.counting import Side
from readiness.domain.period import Period

_SYSTEMS: Final = """
SELECT s.id, s.name, s.archived, s.lanes, coalesce(r.due, ''), coalesce(r.left_because, ''),
       (SELECT min(a.year * 4 + a.quarter - 1) FROM assessments AS a
        WHERE a.system_id = s.id AND a.trashed_at IS NULL),
       EXISTS (SELECT 1 FROM assessments AS a WHERE a.system_id = s.id)
FROM systems AS s
LEFT JOIN rounds AS r ON r.system_id = s.id AND r.year = ? AND r.quarter = ?
ORDER BY s.folded
"""
_IN_QUARTER: Final = """
SELECT a.system_id, a.id, a.state, a.mode, a.revealed, a.scope, a.questionnaire_id, q.hash, a.asked, a.total,
       coalesce(a.closed_at, ''), coalesce(p.received_at, ''), a.practice_ceiling, a.target, a.first_limit,
       a.tested_ceiling
FROM assessments AS a
JOIN questionnaires AS q ON q.id = a.questionnaire_id
LEFT JOIN packages AS p ON p.assessment_id = a.id
WHERE a.year = ? AND a.quarter = ? AND a.trashed_at IS NULL
ORDER BY a.system_id, a.revision
"""
_GIVEN: Final = """
SELECT n.assessment_id, count(*)
FROM answers AS n JOIN assessments AS a ON a.id = n.assessment_id
WHERE a.year = ? AND a.quarter = ? AND a.trashed_at IS NULL AND a.questionnaire_id = ? AND a.scope = ?
  AND n.lane = ? AND n.state <> 'not_asked' AND n.question IN (SELECT value FROM json_each(?))
GROUP BY n.assessment_id
"""
_PUT: Final = """
INSERT INTO rounds (year, quarter, system_id, due, left_because) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (year, quarter, system_id) DO UPDATE SET due = excluded.due, left_because = excluded.left_because
"""


@dataclass(frozen=True, slots=True)
class RoundSystem:
    """One system with what its round says.

    ``first`` is the ordinal of its first quarter, ``assessed`` whether it ever had one, deleted or not.
    """

    id: int
    name: str
    archived: bool
    lanes: str
    due: str
    left_because: str
    first: int | None
    assessed: bool


@dataclass(frozen=True, slots=True)
class RoundAssessment:
    """One assessment of the quarter, with the materialised figures; times are UTC, empty for never."""

    system_id: int
    id: int
    state: str
    mode: str
    revealed: int
    scope: str
    questionnaire_id: int
    questionnaire_hash: str
    asked: int
    total: int
    closed_at: str
    received_at: str
    practice_ceiling: int | None
    target: float
    first_limit: float | None
    tested_ceiling: float | None


def systems(connection: sqlite3.Connection, period: Period) -> tuple[RoundSystem, ...]:
    """Return every system with its row of the round."""
    rows = connection.execute(_SYSTEMS, (period.year, period.quarter))
    return tuple(
        RoundSystem(id_, name, bool(archived), lanes, due, left, first, bool(assessed))
        for id_, name, archived, lanes, due, left, first, assessed in rows
    )


def in_quarter(connection: sqlite3.Connection, period: Period) -> dict[int, RoundAssessment]:
    """Return the newest revision of the quarter's assessment, by system."""
    rows = connection.execute(_IN_QUARTER, (period.year, period.quarter))
    return {row[0]: RoundAssessment(*row) for row in rows}


def given(
    connection: sqlite3.Connection, period: Period, like: RoundAssessment, side: Side, asked: Iterable[str]
) -> dict[int, int]:
    """Return how many of the questions asked a side has answered, in every assessment asked the same."""
    values = (
        period.year,
        period.quarter,
        like.questionnaire_id,
        like.scope,
        side,
        json.dumps(list(asked), ensure_ascii=False),
    )
    return {int(row[0]): int(row[1]) for row in connection.execute(_GIVEN, values)}


def put(connection: sqlite3.Connection, period: Period, system_id: int, due: str, left_because: str) -> None:
    """Keep when a system is due and why it left; a row that says neither goes."""
    if due or left_because:
        connection.execute(_PUT, (period.year, period.quarter, system_id, due, left_because))
    else:
        connection.execute(
            "DELETE FROM rounds WHERE year = ? AND quarter = ? AND system_id = ?",
            (period.year, period.quarter, system_id),
        )
