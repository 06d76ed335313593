"""Where the name of a person stands in a workspace: what goes with it, and what only mentions it."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.storage.backups import read_plainly

_NAMES: Final = "SELECT DISTINCT name FROM people WHERE name IS NOT NULL ORDER BY name COLLATE NOCASE"
_COUNTED: Final = ("participants", "answers", "trail", "open_facts", "parked", "actions")
_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "answers": ("note", "because", "reason", "evidence"),
    "open_facts": ("note",),
    "parked": ("text",),
    "actions": ("title", "note"),
    "decisions": ("text", "reason"),
    "accepted_risks": ("role", "reason"),
    "incidents": ("title", "note"),
    "assessments": ("scope_in", "scope_out", "journeys"),
    "texts": ("body",),
}
"""What people wrote, by table: a name in it is theirs to take out."""
_FOR_GOOD: Final[Mapping[str, tuple[str, ...]]] = {
    "seals": ("body",),
    "trail": ("body",),
    "packages": ("body",),
}
"""What never changes, because it is the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A name and how often it stands where; ``mentions`` are texts, ``sealed_mentions`` the history's."""

    name: str
    participants: int = 0
    answers: int = 0
    trail: int = 0
    open_facts: int = 0
    parked: int = 0
    actions: int = 0
    mentions: int = 0
    sealed_mentions: int = 0


def names(connection: sqlite3.Connection) -> list[str]:
    """Return every name that stands in a workspace."""
    return [str(row[0]) for row in connection.execute(_NAMES)]


def standing(connection: sqlite3.Connection, name: str) -> Standing:
    """Count where a name stands."""
    counts = {table: _rows_of(connection, table, name) for table in _COUNTED}
    return Standing(
        name=name,
        mentions=_mentions(connection, _TEXTS, name),
        sealed_mentions=_mentions(connection, _FOR_GOOD, name),
        **counts,
    )


def holds_name(backup: Path, name: str) -> bool:
    """Whether a backup still holds a name; one that cannot be read counts as holding it."""
    try:
        with closing(read_plainly(backup)) as connection:
            found = connection.execute("SELECT 1 FROM people WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return True
    return found is not None


def _rows_of(connection: sqlite3.Connection, table: str, name: str) -> int:
    rows = connection.execute(
        f"SELECT count(*) FROM {table} WHERE person_id IN (SELECT id FROM people WHERE name = ?)",  # noqa: S608 - names of our own
        (name,),
    )
    return int(rows.fetchone()[0])


def _mentions(connection: sqlite3.Connection, where: Mapping[str, tuple[str, ...]], name: str) -> int:
    found = 0
    for table, columns in where.items():
        holds = " OR ".join(f"instr({column}, ?1)" for column in columns)
        row = connection.execute(f"SELECT count(*) FROM {table} WHERE {holds}", (name,)).fetchone()  # noqa: S608 - names of our own
        found += int(row[0])
    return found
