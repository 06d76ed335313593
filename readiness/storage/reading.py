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
WHERE a.trashed_at IS NULL
ORDER BY a.system_id, a.year, a.quarter, a.revision
"""
_TRASH: Final = """
SELECT a.id, s.name, printf('%04d-Q%d', a.year, a.quarter), a.revision, a.state, a.trashed_at,
       EXISTS (SELECT 1 FROM trail WHERE assessment_id = a.id)
FROM assessments AS a JOIN systems AS s ON s.id = a.system_id
WHERE a.trashed_at IS NOT NULL
ORDER BY a.trashed_at DESC, a.id DESC
"""


def systems(connection: sqlite3.Connection) -> tuple[SystemLine, ...]:
    """Return every system with its assessments."""
    lines: dict[int, list[AssessmentLine]] = {}
    for row in connection.execute(_ASSESSMENTS):
        lines.setdefault(row[0], []).append(AssessmentLine(*row[1:]))
    return tuple(
        SystemLine(id_, name, team, bool(archived), tuple(lines.get(id_, ())))
        for id_, name, team, archived in connection.execute(_SYSTEMS)
    )


def questionnaires(connection: sqlite3.Connection) -> tuple[QuestionnaireLine, ...]:
    """Return the questionnaires that are frozen here."""
    rows = connection.execute("SELECT name, version, origin FROM questionnaires ORDER BY name, version")
    return tuple(QuestionnaireLine(*row) for row in rows)


def trash(connection: sqlite3.Connection) -> tuple[TrashLine, ...]:
    """Return what is in the trash, deleted last first."""
    return tuple(TrashLine(*row) for row in connection.execute(_TRASH))
