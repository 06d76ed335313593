"""Is what SQLite sees in a file what this program writes? Asked before anything of it is believed.

Expected are our own tables, word for word: a file with one trigger more can delete a history at the first
saved answer (finding 6). Then that the pages hold together, and that no sealed assessment was changed.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from readiness.storage import plausible, seals, witnesses
from readiness.storage.refusals import is_no_text, not_a_workspace

AFFORDABLE: Final = 32_000_000
"""Bytes up to which the whole file is checked whenever it is opened; a larger one at every backup."""

PATIENCE_S: Final = 5.0
_STEPS: Final = 20_000
_PAGES: Final = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
"""How large SQLite finds it: what somebody hung on at its end is no reason to look less closely."""
_NAMED: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_OF_SQLITE: Final = frozenset(
    ("table", name, name, f"CREATE TABLE {name}({columns})")
    for name, columns in (("sqlite_stat1", "tbl,idx,stat"), ("sqlite_stat4", "tbl,idx,neq,nlt,ndlt,sample"))
)
"""What SQLite writes of its own accord where somebody lets it count rows."""


def check_content(connection: sqlite3.Connection, path: Path, ddl: tuple[str, ...]) -> bool:
    """Refuse what is not ours or does not hold together; return whether all of it was looked at.

    Raises:
        NotAWorkspaceError: it is something else, damaged, or its history was changed.
        sqlite3.Error: it cannot be read.
    """
    with _attaching_nothing(connection):
        if not _within_patience(connection, lambda: _check_schema(connection, path, ddl)):
            raise not_a_workspace(path, "it takes too long to look at")
        is_affordable = connection.execute(_PAGES).fetchone()[0] <= AFFORDABLE
        return is_affordable and _within_patience(connection, lambda: _check_whole(connection, path))


def has_schema(connection: sqlite3.Connection, ddl: tuple[str, ...]) -> bool:
    """Whether a file has exactly these tables, indexes and triggers, each under its own name."""
    try:
        found = connection.execute(_NAMED).fetchall()
    except (UnicodeDecodeError, sqlite3.OperationalError) as error:
        if not is_no_text(error):
            raise
        return False
    return len(found) == len(set(found)) and set(found) - _OF_SQLITE == _named(ddl)


@cache
def _named(ddl: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return what SQLite keeps of these tables, with the indexes that it makes for them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in ddl:
            connection.execute(statement)
        return frozenset(connection.execute(_NAMED))


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
    if found:  # rows of broken pages may hold nothing where something must be
        return found
    return [*plausible.faults(connection), *witnesses.faults(connection), *seals.verify(connection).faults]


def _broken(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong.

    Of a file that it may only read it does not look at what values may be, so it is given a copy in memory.
    """
    if connection.execute("PRAGMA locking_mode").fetchone() == ("exclusive",):  # held, and so to be written
        rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    else:
        with closing(sqlite3.connect(":memory:")) as copy:
            copy.deserialize(_not_logged(connection.serialize()))
            rows = copy.execute("PRAGMA integrity_check(20)").fetchall()
    return [str(row[0]) for row in rows if row[0] != "ok"]


def _not_logged(pages: bytes) -> bytes:
    """Return pages that need no write-ahead log: none can be beside a copy in memory."""
    return pages if pages[18:20] == b"\1\1" else pages[:18] + b"\1\1" + pages[20:]


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
