"""The file of a questionnaire as its author wrote it, comments and all, kept beside its frozen text."""

import sqlite3
from typing import Final

_PUT: Final = "INSERT INTO keeping (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"


def put(connection: sqlite3.Connection, hash_: str, text: str) -> None:
    """Keep the file of a frozen text; what is kept once never changes."""
    connection.execute(_PUT, (_name(hash_), text))


def get(connection: sqlite3.Connection, hash_: str) -> str:
    """Return the file of a frozen text; empty where none was kept."""
    row = connection.execute("SELECT value FROM keeping WHERE name = ?", (_name(hash_),)).fetchone()
    return "" if row is None else str(row[0])


def drop(connection: sqlite3.Connection, hash_: str) -> None:
    """Throw the file of a frozen text away together with it."""
    connection.execute("DELETE FROM keeping WHERE name = ?", (_name(hash_),))


def _name(hash_: str) -> str:
    return f"questionnaire file {hash_}"
