"""Systems by name: two spellings that read the same are one system."""

import json
import sqlite3
from dataclasses import asdict
from typing import Final
from unicodedata import normalize

from readiness.domain.lanes import Lanes
from readiness.storage.canonical import canonical

_SIDES: Final = ("product", "engineering")


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


def set_team(connection: sqlite3.Connection, name: str, team: str) -> None:
    """Say which team has a system."""
    connection.execute("UPDATE systems SET team = ? WHERE folded = ?", (team, folded(name)))


def set_lanes(connection: sqlite3.Connection, name: str, lanes: Lanes) -> None:
    """Replace what the lanes of a system are called."""
    kept = {key: value for key, value in asdict(lanes).items() if value}
    connection.execute("UPDATE systems SET lanes = ? WHERE folded = ?", (canonical(kept), folded(name)))


def lanes_from(text: str) -> Lanes:
    """Return the lanes of a system; what a file from elsewhere says beyond them is left out."""
    found = json.loads(text)
    told = found if isinstance(found, dict) else {}
    words = {key: str(told.get(key, "")) for key in ("product", "engineering", "guest")}
    alone = told.get("alone")
    return Lanes(**words, alone=alone if alone in _SIDES else None)
