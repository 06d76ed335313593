"""One workspace, one connection: opened with care, locked, written whole (rulings 23 to 26)."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from readiness.errors import (
    NotSavedError,
    OutputError,
    WorkspaceError,
    WorkspaceInUseError,
    WorkspaceMovedError,
    WorkspaceReadOnlyError,
)
from readiness.storage.clock import Clock, now
from readiness.storage.file_checks import (
    Identity,
    check_before_open,
    hold,
    identity_of,
    not_a_workspace,
    release,
)
from readiness.storage.lock_note import read_note, remove_note, write_note
from readiness.storage.schema import APPLICATION_ID, DDL, FORMAT, REVISION

_LONGEST_VALUE: Final = 20_000_000

_SETTINGS: Final = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("fullfsync", "ON", 1),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
)
"""Set and read back at every connect: power loss costs nothing that was acknowledged (reliability §2a)."""

_READ_ONLY_SETTINGS: Final = _SETTINGS[:6]


class Database:
    """The open file. Made by ``create_database`` and ``open_database``; used from one thread at a time."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, identity: Identity, *, read_only: bool
    ) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self.notices: list[str] = []
        self._identity = identity
        hold(identity)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write everything inside or nothing.

        Raises:
            WorkspaceReadOnlyError: it was opened for reading.
            WorkspaceMovedError: another file stands at its path now.
            NotSavedError: the disk refused; nothing of this is kept, everything before is.
        """
        self.check_in_place()
        connection = self.connection
        self._begin()
        try:
            yield connection
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._roll_back()
            raise _not_saved(self.path, error) from error
        except sqlite3.DatabaseError as error:
            self._roll_back()
            if isinstance(error, sqlite3.IntegrityError):
                raise
            raise _not_saved(self.path, error) from error
        except BaseException:
            self._roll_back()
            raise

    def check_in_place(self) -> None:
        """Refuse to write where the file is not the one that was opened."""
        if self.read_only:
            raise WorkspaceReadOnlyError(
                f"{self.path.name} is open for reading only.",
                safe="What it holds is untouched.",
                remedy="Save a copy somewhere you may write, and go on there.",
            )
        if identity_of(self.path) != self._identity:
            raise WorkspaceMovedError(
                f"{self.path.name} was replaced or taken away while it was open.",
                safe="Nothing was written over it; your latest answers are still in this window.",
                remedy="Save them to a new file.",
            )

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()
        release(self._identity)
        if not self.read_only:
            remove_note(self.path)

    def _begin(self) -> None:
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _not_saved(self.path, error) from error

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")


def create_database(path: Path, clock: Clock = now) -> Database:
    """Make an empty workspace where there is nothing yet.

    Raises:
        OutputError: something stands there already, or the folder cannot be written.
    """
    path = _resolved(path)
    _claim(path)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _apply(connection, _SETTINGS, path)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        for statement in DDL:
            connection.execute(statement)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
        connection.execute("COMMIT")
        _sync_folder(path.parent)
    except sqlite3.Error as error:
        connection.close()
        path.unlink(missing_ok=True)
        raise OutputError(
            f"{path.name} could not be made: {error}.",
            remedy="Choose another place, or make room.",
            details=repr(error),
        ) from error
    return _held(path, connection, clock)


def open_database(path: Path, clock: Clock = now) -> Database:
    """Open a workspace and hold it; where it cannot be written it is opened for reading.

    Raises:
        ReadinessError: one of the workspace errors, saying what to do.
    """
    path = _resolved(path)
    identity = check_before_open(path)
    moved = _move_strangers(path)
    opened = _open_for_writing(path, clock) if _is_writable(path) else _open_for_reading(path, identity)
    opened.notices += moved
    return opened


def _open_for_writing(path: Path, clock: Clock) -> Database:
    connection = sqlite3.connect(
        _uri(path, "rw"), uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        _limit(connection)
        _apply(connection, _SETTINGS, path)
        # The lock comes with the first write unless it is asked for (ruling 24); nothing is written here.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        _check_content(connection, path)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _not_opened(path, error) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise not_a_workspace(path, str(error)) from error
    except WorkspaceError:
        connection.close()
        raise
    return _held(path, connection, clock)


def _open_for_reading(path: Path, identity: Identity) -> Database:
    mode = "ro" if os.access(path.parent, os.W_OK) else "ro&immutable=1"
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        _limit(connection)
        _apply(connection, _READ_ONLY_SETTINGS, path)
        _check_content(connection, path)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _not_opened(path, error) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise not_a_workspace(path, str(error)) from error
    except WorkspaceError:
        connection.close()
        raise
    database = Database(path, connection, identity, read_only=True)
    database.notices.append(
        f"{path.name} is open for reading only: the file or its folder cannot be written. "
        "Save a copy somewhere else to go on."
    )
    return database


def _held(path: Path, connection: sqlite3.Connection, clock: Clock) -> Database:
    identity = identity_of(path)
    if identity is None:
        connection.close()
        raise WorkspaceMovedError(
            f"{path.name} was taken away while it was being opened.", remedy="Try again."
        )
    write_note(path, clock)
    return Database(path, connection, identity, read_only=False)


def _apply(connection: sqlite3.Connection, settings: tuple[tuple[str, str, object], ...], path: Path) -> None:
    for name, value, expected in settings:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise WorkspaceError(
                f"{path.name} cannot be opened safely: SQLite did not accept {name} = {value}.",
                safe="Nothing was touched.",
            )


def _limit(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 2)


def _check_content(connection: sqlite3.Connection, path: Path) -> None:
    found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    own = {sql for sql in found if not sql.startswith("CREATE TABLE sqlite_")}
    if own != set(DDL):
        raise not_a_workspace(path, "its tables are not the ones this program makes")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise not_a_workspace(path, "its content does not hold together")


def _resolved(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path.absolute()


def _claim(path: Path) -> None:
    """Take the name, so that nothing that stands there is ever written over."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise OutputError(
            f"There is already a file at {path}.", safe="It is untouched.", remedy="Choose another name."
        ) from error
    except OSError as error:
        raise OutputError(
            f"{path} cannot be made: {error.strerror}.", remedy="Choose another place.", details=repr(error)
        ) from error


def _move_strangers(path: Path) -> list[str]:
    """Put a write-ahead log aside: our files never have one, so it belongs to another copy (promise 6)."""
    notices = []
    for ending in ("-wal", "-shm"):
        stranger = path.with_name(path.name + ending)
        if stranger.exists() and os.access(path.parent, os.W_OK):
            aside = stranger.with_name(f"{stranger.name}.aside")
            stranger.replace(aside)
            notices.append(f"{stranger.name} did not belong to this file and was put aside as {aside.name}.")
    return notices


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _uri(path: Path, mode: str) -> str:
    return f"{path.as_uri()}?mode={mode}"


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_opened(path: Path, error: sqlite3.OperationalError) -> WorkspaceError:
    if "locked" in str(error) or "busy" in str(error):
        holder = read_note(path)
        who = f"by {holder.in_words()}" if holder else "in another window or program"
        return WorkspaceInUseError(
            f"{path.name} is open {who}.",
            safe="Nothing was touched.",
            remedy="Close it there first, or look at its newest backup.",
            details=repr(error),
        )
    return WorkspaceError(
        f"{path.name} cannot be opened: {error}.", safe="Nothing was touched.", details=repr(error)
    )


def _not_saved(path: Path, error: sqlite3.Error) -> NotSavedError:
    text = str(error)
    why = "The disk is full" if "full" in text else f"{path.name} could not be written ({text})"
    return NotSavedError(
        f"{why}.",
        safe="Everything saved before is safe; this change is kept in the window.",
        remedy="Make room or reconnect the disk and try again, or save to another place.",
        details=repr(error),
    )
