"""Many systems in one quarter: sorted and counted in SQL, from what was kept when each was sealed."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Quarter = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A system and its newest sealed assessment up to a quarter; what is ``None`` was never sealed or known.

    ``under_way`` is the newest assessment of all where that one is open.
    """

    system_id: int
    name: str
    team: str
    assessment_id: int | None
    period: str | None
    scope: str | None
    questionnaire: str | None
    version: str | None
    score: float | None
    displayed: int | None
    practice_ceiling: int | None
    tested_ceiling: float | None
    first_limit: float | None
    target_factor: float | None
    target_step: int | None
    under_way: int | None
    asked: int | None
    total: int | None
    due: str
    left_because: str


@dataclass(frozen=True, slots=True)
class PillarLine:
    """A pillar of a sealed assessment."""

    assessment_id: int
    pillar: str
    score: float | None
    coverage: float | None


@dataclass(frozen=True, slots=True)
class SpotLine:
    """A gate or a topic, and in how many of the assessments asked about it stands open, or is weak."""

    kind: str
    spot: str
    count: int


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """A quarter in which something was sealed, and of how many systems."""

    year: int
    quarter: int
    assessed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the systems are sorted by: ``name``, ``team``, ``score``, ``growth``, ``due``, or a pillar."""

    by: str = "name"
    is_pillar: bool = False
    descending: bool = False


_STANDING: Final = """
WITH chosen AS (
    SELECT s.id AS system_id,
        (SELECT a.id FROM assessments AS a INDEXED BY standing
         WHERE a.system_id = s.id AND (a.year, a.quarter) <= (:year, :quarter)
           AND a.state = 'closed' AND a.trashed_at IS NULL
         ORDER BY a.year DESC, a.quarter DESC, a.revision DESC LIMIT 1) AS sealed,
        (SELECT a.id FROM assessments AS a INDEXED BY one_assessment
         WHERE a.system_id = s.id AND (a.year, a.quarter) <= (:year, :quarter) AND a.trashed_at IS NULL
         ORDER BY a.year DESC, a.quarter DESC, a.revision DESC LIMIT 1) AS newest
    FROM systems AS s WHERE s.archived = 0 AND (:team IS NULL OR s.team = :team)
)
SELECT s.id, s.name, s.team, a.id, printf('%04d-Q%d', a.year, a.quarter), a.scope, q.name, q.version,
       a.score, a.displayed, a.practice_ceiling, a.tested_ceiling, a.first_limit, a.target, a.target_step,
       n.id, n.asked, n.total, coalesce(r.due, ''), coalesce(r.left_because, '')
FROM chosen AS c
JOIN systems AS s ON s.id = c.system_id
LEFT JOIN assessments AS a ON a.id = c.sealed
LEFT JOIN questionnaires AS q ON q.id = a.questionnaire_id
LEFT JOIN assessments AS n ON n.id = c.newest AND n.state = 'open'
LEFT JOIN rounds AS r ON r.year = :year AND r.quarter = :quarter AND r.system_id = c.system_id
LEFT JOIN pillar_scores AS p ON p.assessment_id = c.sealed AND p.pillar = :pillar AND p.coverage >= 0.6
ORDER BY {order}
"""
_ORDERS: Final = {
    "name": "s.folded {way}",
    "team": "s.team = '', s.team {way}, s.folded",
    "score": "iif(a.displayed IS NULL, NULL, a.score) {way} NULLS LAST, s.folded",
    "growth": "iif(a.scope = 'full', a.practice_ceiling, NULL) {way} NULLS LAST, a.target {way}, s.folded",
    "due": "n.id IS NULL, nullif(r.due, '') {way} NULLS LAST, a.year {way}, a.quarter {way}, s.folded",
}
_BY_PILLAR: Final = "p.score {way} NULLS LAST, s.folded"

_PILLARS: Final = """
SELECT assessment_id, pillar, score, coverage FROM pillar_scores
WHERE assessment_id IN (SELECT value FROM json_each(?)) ORDER BY assessment_id, place
"""
_SPOTS: Final = """
SELECT kind, spot, count(*) AS n FROM weak_spots
WHERE assessment_id IN (SELECT value FROM json_each(?)) GROUP BY kind, spot ORDER BY n DESC, spot
"""
_TREND: Final = """
SELECT a.system_id, a.year, a.quarter, a.score FROM assessments AS a INDEXED BY trend
WHERE (a.year, a.quarter) > (?, ?) AND (a.year, a.quarter) <= (?, ?)
  AND a.state = 'closed' AND a.trashed_at IS NULL AND a.displayed IS NOT NULL
ORDER BY a.revision
"""
_QUARTERS: Final = """
SELECT year, quarter, assessed FROM quarter_parts WHERE part = '' ORDER BY year DESC, quarter DESC
"""
_TEAMS: Final = (
    "SELECT DISTINCT team FROM systems WHERE archived = 0 AND team <> '' ORDER BY team COLLATE NOCASE"
)
_WITH_SPOT: Final = """
SELECT assessment_id FROM weak_spots
WHERE assessment_id IN (SELECT value FROM json_each(?)) AND kind = ? AND spot = ?
"""


def standing(
    connection: sqlite3.Connection, at: Quarter, order: Order, team: str | None = None
) -> tuple[StandingLine, ...]:
    """Return every system that is not archived as it stood in a quarter, sorted."""
    way = "DESC" if order.descending else "ASC"
    clause = _BY_PILLAR if order.is_pillar else _ORDERS[order.by]
    rows = connection.execute(
        _STANDING.format(order=clause.format(way=way)),
        {"year": at[0], "quarter": at[1], "team": team, "pillar": order.by if order.is_pillar else ""},
    )
    return tuple(StandingLine(*row) for row in rows)


def pillars(connection: sqlite3.Connection, assessment_ids: Sequence[int]) -> tuple[PillarLine, ...]:
    """Return the pillars of assessments, each in the order of its questionnaire."""
    rows = connection.execute(_PILLARS, (json.dumps(assessment_ids),))
    return tuple(PillarLine(*row) for row in rows)


def spots(connection: sqlite3.Connection, assessment_ids: Sequence[int]) -> tuple[SpotLine, ...]:
    """Return open gates and weak topics over assessments, what is shared most first."""
    rows = connection.execute(_SPOTS, (json.dumps(assessment_ids),))
    return tuple(SpotLine(*row) for row in rows)


def with_spot(
    connection: sqlite3.Connection, assessment_ids: Sequence[int], kind: str, spot: str
) -> frozenset[int]:
    """Return in which of the assessments a gate is open, or a topic weak."""
    rows = connection.execute(_WITH_SPOT, (json.dumps(assessment_ids), kind, spot))
    return frozenset(row[0] for row in rows)


def trends(connection: sqlite3.Connection, after: Quarter, up_to: Quarter) -> dict[int, dict[Quarter, float]]:
    """Return the scores of each system by quarter, in a stretch of quarters."""
    found: dict[int, dict[Quarter, float]] = {}
    for system_id, year, quarter, score in connection.execute(_TREND, (*after, *up_to)):
        found.setdefault(system_id, {})[year, quarter] = score
    return found


def quarters(connection: sqlite3.Connection) -> tuple[QuarterLine, ...]:
    """Return the quarters in which something was sealed, the newest first."""
    return tuple(QuarterLine(*row) for row in connection.execute(_QUARTERS))


def teams(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the teams that own a system."""
    return tuple(row[0] for row in connection.execute(_TEAMS))
