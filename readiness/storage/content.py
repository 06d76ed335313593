"""Is what SQLite sees in a file what this program writes? Asked before anything of it is believed.

Expected are our own tables, word for word: a file with one trigger more can delete a history at the first
saved answer (finding 6). Then that the pages hold together, and that no sealed assessment was changed.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from readiness.storage import seals
from readiness.storage.refusals import is_no_text, not_a_workspace

AFFORDABLE: Final = 32_000_000
"""Bytes up to which the whole file is checked whenever it is opened; a larger one at every backup."""

PATIENCE_S: Final = 5.0
_STEPS: Final = 20_000
_OF_SQLITE: Final = frozenset(
    {
        "CREATE TABLE sqlite_sequence(name,seq)",
        "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
        "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
    }
)


def check_content(connection: sqlite3.Connection, path: Path, ddl: tuple[str, ...], size: int) -> bool:
    """Refuse what is not ours or does not hold together; return whether all of it was looked at.

    Raises:
        NotAWorkspaceError: it is something else, damaged, or its history was changed.
        sqlite3.Error: it cannot be read.
    """
    with _attaching_nothing(connection):
        if not _within_patience(connection, lambda: _check_schema(connection, path, ddl)):
            raise not_a_workspace(path, "it takes too long to look at")
        return size <= AFFORDABLE and _within_patience(connection, lambda: _check_whole(connection, path))


def has_schema(connection: sqlite3.Connection, ddl: tuple[str, ...]) -> bool:
    """Whether a file has exactly these tables, indexes and triggers."""
    try:
        found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    except (UnicodeDecodeError, sqlite3.OperationalError) as error:
        if not is_no_text(error):
            raise
        return False
    return found - _OF_SQLITE == set(ddl)


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return what does not hold together: pages, references, the chain of seals."""
    try:
        return _faults(connection)
    except (ValueError, TypeError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError) and not is_no_text(error):
            raise
        return ["A text in it cannot be read."]


def _faults(connection: sqlite3.Connection) -> list[str]:
    found = _broken(connection)
    found += [
        f"A row of {table} points at something that is not there."
        for table, *_ in connection.execute("PRAGMA foreign_key_check")
    ]
    return [*found, *_endless(connection), *seals.verify(connection).faults]


def _broken(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong.

    Of a file that it may only read it does not look at what values may be, so it is given a copy in memory.
    """
    if connection.execute("PRAGMA locking_mode").fetchone() == ("exclusive",):  # held, and so to be written
        rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    else:
        with closing(sqlite3.connect(":memory:")) as copy:
            copy.deserialize(connection.serialize())
            rows = copy.execute("PRAGMA integrity_check(20)").fetchall()
    return [str(row[0]) for row in rows if row[0] != "ok"]


def _endless(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield where a number is none that this program writes: without an end, or a score beyond 100."""
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = {name: kind for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")}
        doubts = [f"abs({name}) > 1e300" for name, kind in columns.items() if kind == "REAL"]
        doubts += [f"{name} NOT BETWEEN 0 AND 100" for name in ("score", "displayed") if name in columns]
        if not doubts:
            continue
        asked = f"SELECT 1 FROM {table} WHERE {' OR '.join(doubts)} LIMIT 1"  # noqa: S608 - names of our own
        if connection.execute(asked).fetchone() is not None:
            yield f"A number in {table} is none that can be."


def _check_schema(connection: sqlite3.Connection, path: Path, ddl: tuple[str, ...]) -> None:
    if not has_schema(connection, ddl):
        raise not_a_workspace(path, "its tables are not the ones this program makes")


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    found = faults(connection)
    if found:
        raise not_a_workspace(path, found[0].rstrip("."))


def _within_patience(connection: sqlite3.Connection, check: Callable[[], None]) -> bool:
    """Run a check for some seconds at most; return whether it came to an end."""
    end = time.monotonic() + PATIENCE_S
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        check()
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        return False
    finally:
        connection.set_progress_handler(None, 0)
    return True


@contextmanager
def _attaching_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    """Let no other file come in while a file from outside is looked at; afterwards one, for backups."""
    before = connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, before)
