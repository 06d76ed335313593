"""Which assessments ask which version of a questionnaire, and which questions have a level in them."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Asking:
    """An assessment that is not in the trash; ``levels`` are the questions that any lane has a level for."""

    id: int
    system: str
    reference: str
    questionnaire: str
    is_open: bool
    levels: frozenset[str]


_ASKED: Final = """
SELECT a.id, s.name,
       s.name || '@' || printf('%04d-Q%d', a.year, a.quarter)
           || CASE WHEN a.revision > 1 THEN '#' || a.revision ELSE '' END,
       q.name || '@' || q.version, a.state = 'open'{levels}
FROM assessments AS a
JOIN systems AS s ON s.id = a.system_id
JOIN questionnaires AS q ON q.id = a.questionnaire_id
WHERE a.trashed_at IS NULL{among}
ORDER BY s.folded, a.year, a.quarter, a.revision
"""
_LEVELS: Final = """, (
    SELECT json_group_array(DISTINCT w.question) FROM answers AS w
    WHERE w.assessment_id = a.id AND w.state = 'level'
)"""
_AMONG: Final = " AND instr('+' || q.name || '@' || q.version, '+' || ? || '@') > 0"


def asking(connection: sqlite3.Connection, name: str) -> list[Asking]:
    """Return every assessment that asks some version of a questionnaire, alone or beside others."""
    rows = connection.execute(_ASKED.format(levels=_LEVELS, among=_AMONG), (name,))
    return [
        Asking(id_, system, reference, asked, bool(is_open), frozenset(json.loads(levels)))
        for id_, system, reference, asked, is_open, levels in rows
    ]


def asked(connection: sqlite3.Connection) -> list[tuple[str, str, bool]]:
    """Return every assessment with what it asks and whether it is open, without a look at its answers."""
    rows = connection.execute(_ASKED.format(levels="", among=""))
    return [(reference, questionnaire, bool(is_open)) for _, _, reference, questionnaire, is_open in rows]
