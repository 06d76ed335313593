"""What frames an assessment: its drivers, its limits, its materialised results."""

import sqlite3
import sys
from typing import Final

from readiness.domain.assessment import Driver, Limit
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Score
from readiness.storage.canonical import canonical

_RESULTS: Final = """
UPDATE assessments SET asked = ?, total = ?, score = ?, displayed = ?, label = ?, low = ?, high = ?,
    practice_ceiling = ?, tested_ceiling = ?, first_limit = ?, first_limit_resource = ?, target = ?,
    target_step = ?, gates_open = ?, gates = ?, distance_step = ?, distance_effort = ?, breaks_first = ?,
    breaks_first_text = ?, updated_at = ?
WHERE id = ?
"""
_MOST: Final = sys.float_info.max
_PARTS: Final = "INSERT INTO parts (assessment_id, body) VALUES (?, ?)"


def set_drivers(connection: sqlite3.Connection, assessment_id: int, load: tuple[Driver, ...]) -> None:
    """Replace the growth drivers."""
    connection.execute("DELETE FROM drivers WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        "INSERT INTO drivers (assessment_id, place, id, unit, peak, today, target, tested)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(assessment_id, n, d.id, d.unit, d.peak, d.today, d.target, d.tested) for n, d in enumerate(load)],
    )


def drivers(connection: sqlite3.Connection, assessment_id: int) -> tuple[Driver, ...]:
    """Return the growth drivers, in order."""
    rows = connection.execute(
        "SELECT id, unit, peak, today, target, tested FROM drivers WHERE assessment_id = ? ORDER BY place",
        (assessment_id,),
    )
    return tuple(
        Driver(id=id_, unit=unit, peak=peak, today=today, target=target, tested=tested)
        for id_, unit, peak, today, target, tested in rows
    )


def set_limits(connection: sqlite3.Connection, assessment_id: int, limits: tuple[Limit, ...]) -> None:
    """Replace the limits table."""
    connection.execute("DELETE FROM limits WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        "INSERT INTO limits (assessment_id, place, id, resource, unit, used, capacity, measured_on, source,"
        " more, lead_time_weeks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                assessment_id,
                place,
                limit.id,
                limit.resource,
                limit.unit,
                limit.used,
                limit.limit,
                limit.measured_on,
                limit.source,
                limit.more,
                limit.lead_time_weeks,
            )
            for place, limit in enumerate(limits)
        ],
    )


def limits(connection: sqlite3.Connection, assessment_id: int) -> tuple[Limit, ...]:
    """Return the limits table, in order."""
    rows = connection.execute(
        "SELECT id, resource, unit, used, capacity, measured_on, source, more, lead_time_weeks FROM limits"
        " WHERE assessment_id = ? ORDER BY place",
        (assessment_id,),
    )
    return tuple(
        Limit(
            id=row[0],
            resource=row[1],
            unit=row[2],
            used=row[3],
            limit=row[4],
            measured_on=row[5],
            source=row[6],
            more=row[7],
            lead_time_weeks=row[8],
        )
        for row in rows
    )


def set_results(connection: sqlite3.Connection, assessment_id: int, outcome: Outcome, at: str) -> None:
    """Keep what the lists show, so that no list ever scores."""
    score, growth = outcome.score, outcome.growth
    limit, distance = growth.first_known_limit, growth.distance
    first, text = _breaks_first(outcome)
    connection.execute(
        _RESULTS,
        (
            score.counts.asked,
            score.counts.total,
            score.score,
            score.displayed,
            score.label,
            score.range.low if score.range else None,
            score.range.high if score.range else None,
            growth.practice_ceiling,
            _finite(growth.tested_ceiling),
            _finite(limit.factor) if limit else None,
            limit.resource if limit else "",
            _finite(growth.target_factor),
            growth.target_step,
            distance.gates_open if distance else None,
            distance.gates if distance else None,
            distance.step if distance else None,
            _finite(distance.effort) if distance else None,
            first,
            text,
            at,
            assessment_id,
        ),
    )


def _finite(number: float | None) -> float | None:
    """Return the largest number in place of one without end: so is the quotient of two that are far apart."""
    return None if number is None else min(number, _MOST)


def keep_parts(connection: sqlite3.Connection, assessment_id: int, outcome: Outcome) -> None:
    """Keep score and coverage of every pillar and topic of a closed assessment, for views over many systems.

    While it is open they would cost every answer one more page on the disk.
    """
    connection.execute(_PARTS, (assessment_id, canonical(_parts(outcome.score))))


def _parts(score: Score) -> list[tuple[str, float | None, float | None]]:
    found = []
    for pillar in score.pillars:
        found += [(part.id, part.score, part.coverage) for part in (pillar, *pillar.topics)]
    return found


def _breaks_first(outcome: Outcome) -> tuple[str, str]:
    """Return what comes first: a limit below the target, else the first shortfall that fails."""
    growth = outcome.growth
    limit = growth.first_known_limit
    if limit is not None and limit.factor < growth.target_factor:
        return limit.id, limit.resource
    if not growth.breaks_first:
        return "", ""
    question = outcome.assessment.questionnaire.by_id[growth.breaks_first[0]]
    return question.id, question.consequence or question.prompt
