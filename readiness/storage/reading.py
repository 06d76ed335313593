"""Lists for the eye: plain SQL into slotted rows, so that Home paints before anything heavy is loaded."""

import sqlite3
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One assessment as Home shows it; the figures are the materialised ones."""

    id: int
    system: str
    period: str
    revision: int
    state: str
    questionnaire: str
    scope: str
    asked: int
    total: int
    score: float | None
    displayed: int | None
    label: str | None
    low: float | None
    high: float | None
    practice_ceiling: int | None
    tested_ceiling: float | None
    first_limit: float | None
    first_limit_resource: str
    target_factor: float
    target_step: int
    gates_open: int | None
    gates: int | None
    distance_step: int | None
    distance_effort: float | None
    breaks_first: str
    breaks_first_text: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class SystemLine:
    """One system with its assessments, oldest first."""

    id: int
    name: str
    team: str
    archived: bool
    assessments: tuple[AssessmentLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """One questionnaire that the workspace holds."""

    name: str
    version: str
    origin: str


@dataclass(frozen=True, slots=True)
class TrashLine:
    """One assessment that was deleted and can be restored; ``trashed_at`` is UTC.

    ``is_answered`` says that somebody answered: then it belongs to the history, as a sealed one does.
    """

    id: int
    system: str
    period: str
    revision: int
    state: str
    trashed_at: str
    is_answered: bool = False


MANY: Final = 2_000
"""Assessments up to which Home reads all of them at once."""

FIRST: Final = 40
NEWEST: Final = 12
"""Systems that Home shows before it was scrolled, and the quarters that a row of it shows."""

_SYSTEMS: Final = "SELECT id, name, team, archived FROM systems ORDER BY archived, folded"

_ASSESSMENTS: Final = """
SELECT a.system_id, a.id, s.name, printf('%04d-Q%d', a.year, a.quarter), a.revision, a.state,
       q.name || '@' || q.version, a.scope, a.asked, a.total, a.score, a.displayed, a.label, a.low, a.high,
       a.practice_ceiling, a.tested_ceiling, a.first_limit, a.first_limit_resource, a.target, a.target_step,
       a.gates_open, a.gates, a.distance_step, a.distance_effort, a.breaks_first, a.breaks_first_text,
       a.updated_at
FROM assessments AS a
JOIN systems AS s ON s.id = a.system_id
JOIN questionnaires AS q ON q.id = a.questionnaire_id
WHERE a.trashed_at IS NULL{among}
ORDER BY a.system_id, a.year, a.quarter, a.revision
"""
_NEWEST: Final = """ AND a.id IN (
    SELECT value FROM ({first}) AS o, json_each((
        SELECT json_group_array(id) FROM (
            SELECT b.id FROM assessments AS b INDEXED BY one_assessment
            WHERE b.system_id = o.id AND b.trashed_at IS NULL
            ORDER BY b.year DESC, b.quarter DESC, b.revision DESC LIMIT {newest}
        )
    ))
)"""
_TRASH: Final = """
SELECT a.id, s.name, printf('%04d-Q%d', a.year, a.quarter), a.revision, a.state, a.trashed_at,
       EXISTS (SELECT 1 FROM trail WHERE assessment_id = a.id)
FROM assessments AS a JOIN systems AS s ON s.id = a.system_id
WHERE a.trashed_at IS NOT NULL
ORDER BY a.trashed_at DESC, a.id DESC
"""


def systems(connection: sqlite3.Connection) -> tuple[SystemLine, ...]:
    """Return every system with its assessments."""
    return _systems(connection, "", _SYSTEMS)


def first_systems(connection: sqlite3.Connection) -> tuple[SystemLine, ...]:
    """Return the systems that Home shows first, each with its newest assessments."""
    first = f"{_SYSTEMS} LIMIT {FIRST}"
    return _systems(connection, _NEWEST.format(first=first, newest=NEWEST), first)


def _systems(connection: sqlite3.Connection, among: str, asked: str) -> tuple[SystemLine, ...]:
    lines: dict[int, list[AssessmentLine]] = {}
    for row in connection.execute(_ASSESSMENTS.format(among=among)):
        lines.setdefault(row[0], []).append(AssessmentLine(*row[1:]))
    return tuple(
        SystemLine(id_, name, team, bool(archived), tuple(lines.get(id_, ())))
        for id_, name, team, archived in connection.execute(asked)
    )


def own_lines(connection: sqlite3.Connection, assessment_id: int) -> tuple[int, tuple[AssessmentLine, ...]]:
    """Return the key of the system that an assessment is of, and that system's assessments; 0 for none."""
    row = connection.execute("SELECT system_id FROM assessments WHERE id = ?", (assessment_id,)).fetchone()
    return (0, ()) if row is None else (row[0], lines_of(connection, row[0]))


def lines_of(connection: sqlite3.Connection, system_id: int) -> tuple[AssessmentLine, ...]:
    """Return the assessments of one system, oldest first."""
    rows = connection.execute(_ASSESSMENTS.format(among=" AND a.system_id = ?"), (system_id,))
    return tuple(AssessmentLine(*row[1:]) for row in rows)


def is_large(connection: sqlite3.Connection) -> bool:
    """Whether reading every assessment would keep Home from painting at once."""
    found = connection.execute("SELECT 1 FROM assessments LIMIT 1 OFFSET ?", (MANY,)).fetchone()
    return found is not None


def questionnaires(connection: sqlite3.Connection) -> tuple[QuestionnaireLine, ...]:
    """Return the questionnaires that are frozen here."""
    rows = connection.execute("SELECT name, version, origin FROM questionnaires ORDER BY name, version")
    return tuple(QuestionnaireLine(*row) for row in rows)


def trash(connection: sqlite3.Connection) -> tuple[TrashLine, ...]:
    """Return what is in the trash, deleted last first."""
    return tuple(TrashLine(*row) for row in connection.execute(_TRASH))
