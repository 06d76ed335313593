"""What is due in the whole workspace, read in a few statements: nothing of the domain is loaded for it.

Facts and decisions count in the newest revision of their quarter, promises and accepted risks only in the
newest sealed assessment of their system: an older one has been looked at since.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

DueKind = Literal["fact", "decision", "action", "risk"]

MOST: Final = 500
"""Of each kind, the first due; a list of more would be read by nobody."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due ``by`` a day (2026-09-22) or with a quarter (2026-Q3)."""

    kind: DueKind
    assessment_id: int
    system: str
    key: str
    text: str
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """Until when a system is to be assessed in a quarter."""

    system_id: int
    period: str
    by: str


_DAY: Final = "'[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
_QUARTER: Final = "'[0-9][0-9][0-9][0-9]-Q[1-4]'"
"""A date that came from elsewhere may be any text; what is no day is due on none."""

_NEWEST_REVISION: Final = """
JOIN systems AS s ON s.id = a.system_id AND s.archived = 0
WHERE a.trashed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM assessments AS later
    WHERE later.system_id = a.system_id AND later.year = a.year AND later.quarter = a.quarter
      AND later.revision > a.revision AND later.trashed_at IS NULL
)
"""
_LATEST_SEALED: Final = """
FROM systems AS s JOIN assessments AS a ON a.id = (
    SELECT b.id FROM assessments AS b
    WHERE b.system_id = s.id AND b.state = 'closed' AND b.trashed_at IS NULL
    ORDER BY b.year DESC, b.quarter DESC, b.revision DESC LIMIT 1
)
"""
_FACTS: Final = f"""
SELECT 'fact', a.id, s.name, f.question, f.note, coalesce(p.name, ''), f.due
FROM open_facts AS f JOIN assessments AS a ON a.id = f.assessment_id
LEFT JOIN people AS p ON p.id = f.person_id {_NEWEST_REVISION}
  AND f.state = 'open' AND f.due GLOB {_DAY} AND f.due <= ? ORDER BY f.due, f.id LIMIT {MOST}
"""  # noqa: S608 - our own words
_DECISIONS: Final = f"""
SELECT 'decision', a.id, s.name, '', d.text, '', d.due
FROM decisions AS d JOIN assessments AS a ON a.id = d.assessment_id {_NEWEST_REVISION}
  AND d.verdict = 'open' AND d.due GLOB {_DAY} AND d.due <= ? ORDER BY d.due, d.id LIMIT {MOST}
"""  # noqa: S608 - our own words
_ACTIONS: Final = f"""
SELECT 'action', a.id, s.name, c.key, c.title, coalesce(p.name, ''), c.period, c.questions, a.questionnaire_id
{_LATEST_SEALED} JOIN actions AS c ON c.assessment_id = a.id
LEFT JOIN people AS p ON p.id = c.person_id
WHERE s.archived = 0 AND c.period GLOB {_QUARTER} AND c.period <= ?
  AND c.state IN ('planned', 'under_way', 'slipped') AND c.excluded = 0
ORDER BY c.period, s.folded, c.place LIMIT {MOST}
"""
_RISKS: Final = f"""
SELECT 'risk', a.id, s.name, r.question, '', r.role, r.expires, r.question, a.questionnaire_id
{_LATEST_SEALED} JOIN accepted_risks AS r ON r.assessment_id = a.id
WHERE s.archived = 0 AND r.expires GLOB {_QUARTER} AND r.expires < ?
ORDER BY r.expires, s.folded, r.id LIMIT {MOST}
"""
_ROUNDS: Final = f"""
SELECT system_id, printf('%04d-Q%d', year, quarter), due FROM rounds
WHERE due GLOB {_DAY} AND left_because = '' AND printf('%04d-Q%d', year, quarter) >= ?
ORDER BY year, quarter
"""  # noqa: S608 - our own words


def lines(connection: sqlite3.Connection, until: str, quarter: str) -> tuple[DueLine, ...]:
    """Return what is due until a day, or with a quarter at the latest."""
    prompts = _Prompts(connection)
    found = [_fact(row) for row in connection.execute(_FACTS, (until,))]
    found += [DueLine(*row) for row in connection.execute(_DECISIONS, (until,))]
    for statement in (_ACTIONS, _RISKS):
        found += [_named(row, prompts) for row in connection.execute(statement, (quarter,))]
    return tuple(found)


def rounds(connection: sqlite3.Connection, quarter: str) -> tuple[RoundLine, ...]:
    """Return until when systems are to be assessed, from a quarter on."""
    return tuple(RoundLine(*row) for row in connection.execute(_ROUNDS, (quarter,)))


class _Prompts:
    """What questions ask, read from a frozen text once, and only where a thing has no words of its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read: dict[int, dict[str, str]] = {}

    def of(self, questionnaire: int, question: str) -> str:
        """Return a question's prompt; empty for one that is not there."""
        if questionnaire not in self._read:
            row = self._connection.execute(
                "SELECT body FROM questionnaires WHERE id = ?", (questionnaire,)
            ).fetchone()
            self._read[questionnaire] = dict(_prompts(json.loads(row[0])))
        return self._read[questionnaire].get(question, "")


def _prompts(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for pillar in body["pillars"]:
        for topic in pillar["topics"]:
            for question in topic["questions"]:
                yield question["id"], question["prompt"]


def _fact(row: tuple[Any, ...]) -> DueLine:
    kind, id_, system, question, note, who, by = row
    return DueLine(kind, id_, system, question, note.partition("\n")[0], who, by)


def _named(row: tuple[Any, ...], prompts: _Prompts) -> DueLine:
    kind, id_, system, key, text, who, by, questions, questionnaire = row
    if not text:
        asked = questions if kind == "risk" else next(iter(json.loads(questions)), "")
        text = prompts.of(questionnaire, asked)
    return DueLine(kind, id_, system, key, text, who, by)
