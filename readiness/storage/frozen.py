"""Questionnaires as they are kept: frozen text, told apart by its hash, never changed."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Final

from readiness.domain.questionnaire import Questionnaire
from readiness.storage.canonical import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A questionnaire as it is kept: its canonical text and where it came from."""

    questionnaire: Questionnaire
    body: str
    origin: str = "shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A frozen questionnaire, where it came from, and the assessments that ask it."""

    questionnaire: Questionnaire
    origin: str
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A frozen questionnaire as it stands in the file."""

    hash: str
    body: str


def keep(connection: sqlite3.Connection, frozen: Frozen, at: str) -> int:
    """Keep a questionnaire and return its key; the same text is kept once."""
    hash_ = digest(frozen.body)
    row = connection.execute("SELECT id FROM questionnaires WHERE hash = ?", (hash_,)).fetchone()
    if row is not None:
        return int(row[0])
    named = frozen.questionnaire
    made = connection.execute(
        "INSERT INTO questionnaires (name, version, origin, hash, body, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (named.id, named.version, frozen.origin, hash_, frozen.body, at),
    )
    return int(made.lastrowid or 0)


def named(connection: sqlite3.Connection, reference: str) -> Text | None:
    """Return a questionnaire by ``id@version``, the newest of that name if several differ."""
    name, _, version = reference.partition("@")  # a combined version holds more of them
    row = connection.execute(
        "SELECT hash, body FROM questionnaires WHERE name = ? AND version = ? ORDER BY id DESC LIMIT 1",
        (name, version),
    ).fetchone()
    return None if row is None else Text(*row)


def versions(connection: sqlite3.Connection, name: str) -> list[Text]:
    """Return every questionnaire of a name, the newest first."""
    rows = connection.execute(
        "SELECT hash, body FROM questionnaires WHERE name = ? ORDER BY id DESC", (name,)
    )
    return [Text(*row) for row in rows]


_HELD: Final = """
SELECT q.hash, q.body, q.origin, (
    SELECT json_group_array(DISTINCT s.name || '@' || printf('%04d-Q%d', a.year, a.quarter))
    FROM assessments AS a JOIN systems AS s ON s.id = a.system_id WHERE a.questionnaire_id = q.id
)
FROM questionnaires AS q ORDER BY q.id DESC
"""


def held(connection: sqlite3.Connection) -> list[tuple[Text, str, tuple[str, ...]]]:
    """Return every questionnaire, the newest first, with its origin and the assessments that ask it."""
    rows = connection.execute(_HELD)
    return [(Text(hash_, body), origin, tuple(json.loads(uses))) for hash_, body, origin, uses in rows]


def remove(connection: sqlite3.Connection, reference: str) -> None:
    """Throw away a questionnaire that no assessment asks; the database refuses any other."""
    name, _, version = reference.partition("@")
    connection.execute("DELETE FROM questionnaires WHERE name = ? AND version = ?", (name, version))


def of_assessment(connection: sqlite3.Connection, assessment_id: int) -> Text | None:
    """Return the questionnaire that an assessment is answered under."""
    row = connection.execute(
        "SELECT q.hash, q.body FROM assessments AS a JOIN questionnaires AS q ON q.id = a.questionnaire_id"
        " WHERE a.id = ?",
        (assessment_id,),
    ).fetchone()
    return None if row is None else Text(*row)
