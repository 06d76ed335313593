"""Systems by name: two spellings that read the same are one system."""

import sqlite3
from unicodedata import normalize


def folded(name: str) -> str:
    """Return what names are compared by (ruling 17)."""
    return normalize("NFC", normalize("NFC", name).casefold())


def key_of(connection: sqlite3.Connection, name: str, team: str, at: str) -> int:
    """Return a system's key, made on first use; a team that is named takes it over."""
    row = connection.execute("SELECT id FROM systems WHERE folded = ?", (folded(name),)).fetchone()
    if row is None:
        made = connection.execute(
            "INSERT INTO systems (name, folded, team, created_at) VALUES (?, ?, ?, ?)",
            (name, folded(name), team, at),
        )
        return int(made.lastrowid or 0)
    if team:
        connection.execute("UPDATE systems SET team = ? WHERE id = ?", (team, row[0]))
    return int(row[0])
