"""People: names that can be erased, and the salted hash that stays when they are."""

import sqlite3
from secrets import token_hex

from readiness.domain.assessment import Participant
from readiness.storage.canonical import digest


def person(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the key of a name, made on first use; nobody has none."""
    if not name:
        return None
    row = connection.execute("SELECT id FROM people WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return int(row[0])
    salt = token_hex(16)
    made = connection.execute(
        "INSERT INTO people (name, salt, hash) VALUES (?, ?, ?)", (name, salt, digest(salt, name))
    )
    return made.lastrowid


def set_participants(
    connection: sqlite3.Connection, assessment_id: int, people: tuple[Participant, ...]
) -> None:
    """Replace who takes part."""
    connection.execute("DELETE FROM participants WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        "INSERT INTO participants (assessment_id, place, role, lane, person_id) VALUES (?, ?, ?, ?, ?)",
        [
            (assessment_id, place, p.role, p.lane, person(connection, p.name))
            for place, p in enumerate(people)
        ],
    )


def participants(connection: sqlite3.Connection, assessment_id: int) -> tuple[Participant, ...]:
    """Return who takes part; an erased person keeps the role."""
    rows = connection.execute(
        "SELECT t.role, coalesce(p.name, ''), t.lane FROM participants AS t"
        " LEFT JOIN people AS p ON p.id = t.person_id WHERE t.assessment_id = ? ORDER BY t.place",
        (assessment_id,),
    )
    return tuple(Participant(role=role, name=name, lane=lane) for role, name, lane in rows)


def sealed_participants(connection: sqlite3.Connection, assessment_id: int) -> list[dict[str, str]]:
    """Return roles and hashes, as a seal holds them: no names."""
    rows = connection.execute(
        "SELECT t.role, t.lane, coalesce(p.hash, '') FROM participants AS t"
        " LEFT JOIN people AS p ON p.id = t.person_id WHERE t.assessment_id = ? ORDER BY t.place",
        (assessment_id,),
    )
    return [{"role": role, "lane": lane, "person": hash_} for role, lane, hash_ in rows]
