"""Where systems stand, in rows that SQL can sort: kept at the seal, so that no view over many ever scores.

One row a pillar, one row a weak spot, and one row a part and quarter over all systems (performance.md §3).
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import is_weak

_PILLAR: Final = (
    "INSERT INTO pillar_scores (assessment_id, pillar, place, score, coverage) VALUES (?, ?, ?, ?, ?)"
)
_SPOT: Final = "INSERT INTO weak_spots (assessment_id, kind, spot) VALUES (?, ?, ?)"
_FORGET: Final = "DELETE FROM quarter_parts WHERE year = ? AND quarter = ?"
_ROLL_UP: Final = """
INSERT INTO quarter_parts (year, quarter, part, assessed, scored, total, weak)
WITH counting AS (
    SELECT a.id, a.year, a.quarter, a.scope, a.score, a.displayed IS NOT NULL AS shown
    FROM assessments AS a
    WHERE a.year = ? AND a.quarter = ? AND a.state = 'closed' AND a.trashed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM assessments AS b
        WHERE b.system_id = a.system_id AND b.year = a.year AND b.quarter = a.quarter
          AND b.revision > a.revision AND b.state = 'closed' AND b.trashed_at IS NULL
    )
), told AS (
    SELECT year, quarter, '' AS part, scope = 'full' AND shown AS counts, score FROM counting
    UNION ALL
    SELECT c.year, c.quarter, json_extract(j.value, '$[0]'),
           c.scope = 'full' AND json_extract(j.value, '$[2]') >= 0.6, json_extract(j.value, '$[1]')
    FROM counting AS c JOIN parts AS p ON p.assessment_id = c.id JOIN json_each(p.body) AS j
)
SELECT year, quarter, part, count(*), count(score) FILTER (WHERE counts), total(score) FILTER (WHERE counts),
       count(*) FILTER (WHERE counts AND round(score, 9) < 39.5)
FROM told GROUP BY year, quarter, part
"""
"""A quick check counts as assessed and is in no mean: it was asked other questions."""


def keep(connection: sqlite3.Connection, assessment_id: int, outcome: Outcome) -> None:
    """Keep pillars and weak spots of an assessment that is being closed."""
    pillars = outcome.score.pillars
    connection.executemany(
        _PILLAR,
        [
            (assessment_id, pillar.id, place, pillar.score, pillar.coverage)
            for place, pillar in enumerate(pillars)
        ],
    )
    connection.executemany(_SPOT, [(assessment_id, *spot) for spot in _spots(outcome)])


def roll_up(connection: sqlite3.Connection, year: int, quarter: int) -> None:
    """Count a quarter over all systems again."""
    connection.execute(_FORGET, (year, quarter))
    connection.execute(_ROLL_UP, (year, quarter))


def roll_up_of(connection: sqlite3.Connection, assessment_id: int) -> None:
    """Count the quarter of an assessment again."""
    row = connection.execute(
        "SELECT year, quarter FROM assessments WHERE id = ?", (assessment_id,)
    ).fetchone()
    if row is not None:
        roll_up(connection, *row)


def _spots(outcome: Outcome) -> Iterator[tuple[str, str]]:
    for question in outcome.growth.open_gates:
        yield "gate", question
    for pillar in outcome.score.pillars:
        for topic in pillar.topics:
            if is_weak(topic):
                yield "topic", topic.id
