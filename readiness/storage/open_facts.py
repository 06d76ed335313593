"""Open facts and the parking lot as rows, and back. They change after the seal, beside what it holds."""

import sqlite3
from typing import Final

from readiness.domain.open_facts import OpenFact, Parked
from readiness.storage import people

_ADD_FACT: Final = (
    "INSERT INTO open_facts (assessment_id, question, person_id, due, state, note) VALUES (?, ?, ?, ?, ?, ?)"
)
_FACTS: Final = """
SELECT f.question, coalesce(p.name, ''), f.due, f.state, f.note
FROM open_facts AS f LEFT JOIN people AS p ON p.id = f.person_id
WHERE f.assessment_id = ?
ORDER BY f.id
"""
_ADD_PARKED: Final = (
    "INSERT INTO parked (assessment_id, question, text, person_id, settled, at) VALUES (?, ?, ?, ?, ?, ?)"
)
_PARKED: Final = """
SELECT k.text, coalesce(k.question, ''), coalesce(p.name, ''), k.settled, k.at
FROM parked AS k LEFT JOIN people AS p ON p.id = k.person_id
WHERE k.assessment_id = ?
ORDER BY k.id
"""
_BREAK: Final = "\n"
"""Ends the line that says what is to be found out; what was found follows in the same column."""


def set_facts(connection: sqlite3.Connection, assessment_id: int, facts: tuple[OpenFact, ...]) -> None:
    """Replace the open facts of an assessment."""
    connection.execute("DELETE FROM open_facts WHERE assessment_id = ?", (assessment_id,))
    for fact in facts:
        who = people.person(connection, fact.who)
        note = f"{fact.text}{_BREAK}{fact.note}" if fact.note else fact.text
        connection.execute(_ADD_FACT, (assessment_id, fact.question, who, fact.due, fact.state, note))


def facts(connection: sqlite3.Connection, assessment_id: int) -> tuple[OpenFact, ...]:
    """Return the open facts of an assessment, in order."""
    found = []
    for question, who, due, state, told in connection.execute(_FACTS, (assessment_id,)):
        text, _, note = told.partition(_BREAK)
        found.append(OpenFact(question=question, text=text, who=who, due=due, state=state, note=note))
    return tuple(found)


def set_parked(
    connection: sqlite3.Connection, assessment_id: int, parked: tuple[Parked, ...], at: str
) -> None:
    """Replace the parking lot of an assessment; ``at`` is when, for what does not say so itself."""
    connection.execute("DELETE FROM parked WHERE assessment_id = ?", (assessment_id,))
    for one in parked:
        who = people.person(connection, one.who)
        row = (assessment_id, one.question or None, one.text, who, int(one.settled), one.at or at)
        connection.execute(_ADD_PARKED, row)


def parked(connection: sqlite3.Connection, assessment_id: int) -> tuple[Parked, ...]:
    """Return the parking lot of an assessment, in order."""
    return tuple(
        Parked(text=text, question=question, who=who, settled=bool(settled), at=at)
        for text, question, who, settled, at in connection.execute(_PARKED, (assessment_id,))
    )
