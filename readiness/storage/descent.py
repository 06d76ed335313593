"""Which system came from which: renamed, split, merged, put away; each change can be taken back whole."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from readiness.errors import InputError, NotFoundError
from readiness.storage.systems import folded

Kind = Literal["rename", "split", "merge"]

_NOTE: Final = "INSERT INTO system_lineage (kind, from_system, to_system, detail, at) VALUES (?, ?, ?, ?, ?)"
_MAKE: Final = (
    "INSERT INTO systems (name, folded, team, lanes, created_at)"
    " SELECT ?, ?, team, lanes, ? FROM systems WHERE id = ?"
)
_FOREBEARS: Final = """
WITH RECURSIVE line (id, depth) AS (
    SELECT ?, 0
    UNION
    SELECT l.from_system, line.depth + 1
    FROM line JOIN system_lineage AS l ON l.to_system = line.id AND l.from_system <> l.to_system
    WHERE l.kind <> 'rename' AND line.depth < 20
)
SELECT s.id, s.name FROM line JOIN systems AS s ON s.id = line.id WHERE line.depth > 0
GROUP BY s.id ORDER BY min(line.depth), s.id
"""
_USED: Final = (
    "SELECT EXISTS (SELECT 1 FROM assessments WHERE system_id = :id)"
    " OR EXISTS (SELECT 1 FROM incidents WHERE system_id = :id)"
    " OR EXISTS (SELECT 1 FROM rounds WHERE system_id = :id)"
    " OR EXISTS (SELECT 1 FROM system_lineage WHERE from_system = :id OR to_system = :id)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemChange:
    """What a change of systems did, as far as taking it back needs it.

    ``before`` are key, name, folded name and archived flag of the systems that were touched; ``made`` are new
    systems, ``noted`` rows of the lineage.
    """

    before: tuple[tuple[int, str, str, int], ...]
    made: tuple[int, ...] = ()
    noted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Forebear:
    """A system that another came from."""

    id: int
    name: str


def rename(connection: sqlite3.Connection, system_id: int, name: str, at: str) -> SystemChange:
    """Give a system another name; its assessments stay with it."""
    before = _states(connection, [system_id])
    refuse_taken(connection, name, [system_id])
    connection.execute(
        "UPDATE systems SET name = ?, folded = ? WHERE id = ?", (name, folded(name), system_id)
    )
    noted = _note(connection, "rename", system_id, system_id, before[0][1], at)
    return SystemChange(before=before, noted=(noted,))


def archive(connection: sqlite3.Connection, system_id: int, *, archived: bool) -> SystemChange:
    """Put a system away, or take it out again; nothing of it is lost."""
    before = _states(connection, [system_id])
    connection.execute("UPDATE systems SET archived = ? WHERE id = ?", (int(archived), system_id))
    return SystemChange(before=before)


def split(connection: sqlite3.Connection, system_id: int, names: Sequence[str], at: str) -> SystemChange:
    """Let parts follow a system; it is put away, unless a part keeps its name."""
    before = _states(connection, [system_id])
    own = before[0][2]
    made = []
    noted = []
    for name in names:
        if folded(name) == own:
            continue
        refuse_taken(connection, name, [])
        made.append(_make(connection, system_id, name, at))
        noted.append(_note(connection, "split", system_id, made[-1], before[0][1], at))
    if own not in map(folded, names):
        archive(connection, system_id, archived=True)
    return SystemChange(before=before, made=tuple(made), noted=tuple(noted))


def merge(connection: sqlite3.Connection, system_ids: Sequence[int], name: str, at: str) -> SystemChange:
    """Let one system follow several; those whose name it does not keep are put away."""
    before = _states(connection, system_ids)
    kept = next((id_ for id_, _, own, _ in before if own == folded(name)), None)
    made: tuple[int, ...] = ()
    if kept is None:
        refuse_taken(connection, name, [])
        kept = _make(connection, system_ids[0], name, at)
        made = (kept,)
    noted = []
    for id_, own, _, _ in before:
        if id_ != kept:
            noted.append(_note(connection, "merge", id_, kept, own, at))
            archive(connection, id_, archived=True)
    return SystemChange(before=before, made=made, noted=tuple(noted))


def take_back(connection: sqlite3.Connection, change: SystemChange) -> None:
    """Undo a change.

    Raises:
        InputError: something was written since that stands on it.
    """
    connection.executemany("DELETE FROM system_lineage WHERE id = ?", [(id_,) for id_ in change.noted])
    for id_ in change.made:
        if connection.execute(_USED, {"id": id_}).fetchone()[0]:
            raise InputError(
                "This cannot be taken back: a system it made is in use already.",
                safe="Nothing was changed.",
                remedy="Archive the systems you no longer need.",
            )
        connection.execute("DELETE FROM systems WHERE id = ?", (id_,))
    for id_, name, _, _ in change.before:
        refuse_taken(connection, name, [id_])
    connection.executemany(
        "UPDATE systems SET name = ?, folded = ?, archived = ? WHERE id = ?",
        [(name, own, archived, id_) for id_, name, own, archived in change.before],
    )


def forebears(connection: sqlite3.Connection, system_id: int) -> tuple[Forebear, ...]:
    """Return the systems that one came from by splits and merges, the nearest first."""
    return tuple(Forebear(*row) for row in connection.execute(_FOREBEARS, (system_id,)))


def refuse_taken(connection: sqlite3.Connection, name: str, besides: Iterable[int]) -> None:
    """Let no two systems have names that read the same (ruling 17).

    Raises:
        InputError: another system has the name.
    """
    row = connection.execute("SELECT id FROM systems WHERE folded = ?", (folded(name),)).fetchone()
    if row is not None and row[0] not in set(besides):
        raise InputError(
            f"Another system is called {name}.", safe="Nothing was changed.", remedy="Choose another name."
        )


def _states(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[tuple[int, str, str, int], ...]:
    found = []
    for id_ in ids:
        row = connection.execute(
            "SELECT id, name, folded, archived FROM systems WHERE id = ?", (id_,)
        ).fetchone()
        if row is None:
            raise NotFoundError(f"There is no system {id_}.")
        found.append(row)
    return tuple(found)


def _make(connection: sqlite3.Connection, like: int, name: str, at: str) -> int:
    return int(connection.execute(_MAKE, (name, folded(name), at, like)).lastrowid or 0)


def _note(connection: sqlite3.Connection, kind: Kind, before: int, after: int, detail: str, at: str) -> int:
    return int(connection.execute(_NOTE, (kind, before, after, detail, at)).lastrowid or 0)
