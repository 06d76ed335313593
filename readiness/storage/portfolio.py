"""Many systems in one quarter: sorted and counted in SQL, from what was kept when each was sealed."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
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
class StandLine:
    """How many systems stand alike: under which questions, at which step, against which target.

    What is ``None`` has no sealed assessment; ``example`` is one of the assessments.
    """

    questionnaire: str | None
    version: str | None
    scope: str | None
    practice_ceiling: int | None
    target_step: int | None
    is_stale: int | None
    count: int
    example: int | None


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


_SEALED: Final = """
        (SELECT a.id FROM assessments AS a INDEXED BY standing
         WHERE a.system_id = s.id AND (a.year, a.quarter) <= (:year, :quarter)
           AND a.state = 'closed' AND a.trashed_at IS NULL
         ORDER BY a.year DESC, a.quarter DESC, a.revision DESC LIMIT 1) AS sealed"""
_CHOSEN: Final = """
WITH chosen AS MATERIALIZED (
    SELECT s.id AS system_id, {sealed}
    FROM systems AS s WHERE s.archived = 0 AND (:team IS NULL OR s.team = :team)
)
"""
_STANDS: Final = """{chosen}
SELECT q.name, q.version, a.scope, a.practice_ceiling, a.target_step,
       (a.year, a.quarter) <> (:year, :quarter) AS stale, count(*), min(a.id)
FROM chosen AS c
LEFT JOIN assessments AS a ON a.id = c.sealed
LEFT JOIN questionnaires AS q ON q.id = a.questionnaire_id
GROUP BY a.questionnaire_id, a.scope, a.practice_ceiling, a.target_step, stale
"""
_UNDER_WAY: Final = """
LEFT JOIN assessments AS n ON n.state = 'open' AND n.id =
    (SELECT b.id FROM assessments AS b INDEXED BY one_assessment
     WHERE b.system_id = s.id AND (b.year, b.quarter) <= (:year, :quarter) AND b.trashed_at IS NULL
     ORDER BY b.year DESC, b.quarter DESC, b.revision DESC LIMIT 1)
LEFT JOIN rounds AS r ON r.year = :year AND r.quarter = :quarter AND r.system_id = s.id"""
_PILLAR: Final = """
LEFT JOIN pillar_scores AS p ON p.assessment_id = c.sealed AND p.pillar = :pillar AND p.coverage >= 0.6"""
_STANDING: Final = """
WITH chosen AS {first} (
    SELECT s.id AS system_id, {sealed}
    FROM systems AS s WHERE s.archived = 0 AND (:team IS NULL OR s.team = :team)
), sorted AS {first} (
    SELECT c.system_id, c.sealed
    FROM chosen AS c
    JOIN systems AS s ON s.id = c.system_id
    LEFT JOIN assessments AS a ON a.id = c.sealed {joined}
    WHERE :kind IS NULL OR a.scope = 'full' AND EXISTS (
        SELECT 1 FROM weak_spots AS w WHERE w.assessment_id = c.sealed AND w.kind = :kind AND w.spot = :spot
    )
    ORDER BY {order} LIMIT :most
)
SELECT s.id, s.name, s.team, a.id, iif(a.id, printf('%04d-Q%d', a.year, a.quarter), NULL),
       a.scope, q.name, q.version, a.score, a.displayed, a.practice_ceiling, a.tested_ceiling,
       a.first_limit, a.target, a.target_step,
       n.id, n.asked, n.total, coalesce(r.due, ''), coalesce(r.left_because, '')
FROM sorted AS c
CROSS JOIN systems AS s ON s.id = c.system_id
LEFT JOIN assessments AS a ON a.id = c.sealed
LEFT JOIN questionnaires AS q ON q.id = a.questionnaire_id {under_way}
"""
"""What is under way is looked up only for the rows that are wanted, unless they are sorted by it."""

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
WHERE assessment_id IN (SELECT value FROM json_each(?))
"""
_SPOTS: Final = """{chosen}
SELECT group_concat(w.spot, ' ') FILTER (WHERE w.kind = 'gate'),
       group_concat(w.spot, ' ') FILTER (WHERE w.kind = 'topic')
FROM chosen AS c
CROSS JOIN assessments AS a ON a.id = c.sealed AND a.scope = 'full'
CROSS JOIN weak_spots AS w ON w.assessment_id = c.sealed
"""
"""Those of each kind as one text: counting these is far quicker than SQLite’s sorter; no id holds a space."""

_TREND: Final = """
SELECT o.value, a.year, a.quarter, a.score
FROM json_each(:systems) AS o CROSS JOIN assessments AS a INDEXED BY standing ON a.system_id = o.value
WHERE (a.year, a.quarter) > (:since_year, :since_quarter) AND (a.year, a.quarter) <= (:year, :quarter)
  AND a.state = 'closed' AND a.trashed_at IS NULL AND a.displayed IS NOT NULL
ORDER BY a.revision
"""
_RANGE: Final = """
SELECT min(a.score), max(a.score) FROM assessments AS a INDEXED BY trend
WHERE (a.year, a.quarter) > (:since_year, :since_quarter) AND (a.year, a.quarter) <= (:year, :quarter)
  AND a.state = 'closed' AND a.trashed_at IS NULL
"""
_QUARTERS: Final = """
SELECT year, quarter, assessed FROM quarter_parts WHERE part = '' ORDER BY year DESC, quarter DESC
"""
_TEAMS: Final = (
    "SELECT DISTINCT team FROM systems WHERE archived = 0 AND team <> '' ORDER BY team COLLATE NOCASE"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which systems in which quarter: ``team`` none is everybody’s."""

    at: Quarter
    team: str | None = None

    @property
    def values(self) -> dict[str, object]:
        """Return it as SQL takes it."""
        return {"year": self.at[0], "quarter": self.at[1], "team": self.team}


def stands(connection: sqlite3.Connection, scope: Scope) -> tuple[StandLine, ...]:
    """Return how the systems are distributed, counted in SQL."""
    rows = connection.execute(_STANDS.format(chosen=_chosen()), scope.values)
    return tuple(StandLine(*row) for row in rows)


def standing(
    connection: sqlite3.Connection,
    scope: Scope,
    order: Order,
    spot: tuple[str, str] | None = None,
    most: int = -1,
) -> tuple[StandingLine, ...]:
    """Return the systems as they stood in a quarter, sorted; only where a spot is, and so many at most."""
    clause = _BY_PILLAR if order.is_pillar else _ORDERS[order.by]
    kind, name = spot or (None, None)
    rows = connection.execute(
        _STANDING.format(
            sealed=_SEALED,
            order=clause.format(way="DESC" if order.descending else "ASC"),
            under_way=_UNDER_WAY,
            joined=_PILLAR if order.is_pillar else _UNDER_WAY if order.by == "due" else "",
            # By name, an index has the order already, so that the first few are found without the rest.
            first="NOT MATERIALIZED" if order.by == "name" and most > 0 else "MATERIALIZED",
        ),
        {
            **scope.values,
            "pillar": order.by if order.is_pillar else "",
            "kind": kind,
            "spot": name,
            "most": most,
        },
    )
    return tuple(StandingLine(*row) for row in rows)


def pillars(
    connection: sqlite3.Connection, assessment_ids: Sequence[int]
) -> Iterator[tuple[int, str, float | None, float | None]]:
    """Yield assessment, pillar, score and coverage."""
    yield from connection.execute(_PILLARS, (json.dumps(assessment_ids),))


def spots(connection: sqlite3.Connection, scope: Scope) -> tuple[SpotLine, ...]:
    """Return open gates and weak topics of the systems, what most of them share first."""
    told = connection.execute(_SPOTS.format(chosen=_chosen()), scope.values).fetchone()
    found = [
        SpotLine(kind, spot, count)
        for kind, spots in zip(("gate", "topic"), told, strict=True)
        for spot, count in Counter((spots or "").split()).items()
    ]
    return tuple(sorted(found, key=lambda line: (-line.count, line.spot)))


def trends(
    connection: sqlite3.Connection, system_ids: Sequence[int], after: Quarter, up_to: Quarter
) -> dict[int, dict[Quarter, float]]:
    """Return the scores of systems by quarter, in a stretch of quarters."""
    found: dict[int, dict[Quarter, float]] = {}
    values = {**_stretch(after, up_to), "systems": json.dumps(system_ids)}
    for system_id, year, quarter, score in connection.execute(_TREND, values):
        found.setdefault(system_id, {})[year, quarter] = score
    return found


def score_range(connection: sqlite3.Connection, after: Quarter, up_to: Quarter) -> tuple[float, float] | None:
    """Return the lowest and the highest score of a stretch of quarters."""
    low, high = connection.execute(_RANGE, _stretch(after, up_to)).fetchone()
    return None if low is None else (low, high)


def quarters(connection: sqlite3.Connection) -> tuple[QuarterLine, ...]:
    """Return the quarters in which something was sealed, the newest first."""
    return tuple(QuarterLine(*row) for row in connection.execute(_QUARTERS))


def teams(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the teams that own a system."""
    return tuple(row[0] for row in connection.execute(_TEAMS))


def _chosen() -> str:
    return _CHOSEN.format(sealed=_SEALED)


def _stretch(after: Quarter, up_to: Quarter) -> dict[str, object]:
    return {"since_year": after[0], "since_quarter": after[1], "year": up_to[0], "quarter": up_to[1]}
