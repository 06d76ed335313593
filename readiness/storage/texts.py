"""Texts that belong to an assessment, each under a name; no seal holds them."""

import sqlite3
from typing import Final

_PUT: Final = """
INSERT INTO texts (assessment_id, name, body, at) VALUES (?, ?, ?, ?)
ON CONFLICT (assessment_id, name) DO UPDATE SET body = excluded.body, at = excluded.at
"""


def put(connection: sqlite3.Connection, assessment_id: int, name: str, body: str, at: str) -> None:
    """Keep a text, in place of what stood under its name."""
    connection.execute(_PUT, (assessment_id, name, body, at))


def get(connection: sqlite3.Connection, assessment_id: int, name: str) -> str:
    """Return a text; empty for none."""
    found = connection.execute(
        "SELECT body FROM texts WHERE assessment_id = ? AND name = ?", (assessment_id, name)
    ).fetchone()
    return str(found[0]) if found else ""
