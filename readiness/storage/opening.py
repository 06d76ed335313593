"""Make and open workspaces: checked before SQLite sees them, locked at once, settings read back."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from readiness.errors import (
    NotAWorkspaceError,
    OutputError,
    ReadinessError,
    WorkspaceError,
    WorkspaceMovedError,
)
from readiness.storage import claims, leftovers, surroundings
from readiness.storage.clock import Clock, now
from readiness.storage.content import check_content
from readiness.storage.copied import DiskOf, Ways, copy_for, open_through
from readiness.storage.database import Database
from readiness.storage.file_checks import Found, check_before_open, identity_of, is_writable
from readiness.storage.folders import drop, make_flushed, part_of, sweep, sync_folder
from readiness.storage.lock_note import write_note
from readiness.storage.refusals import in_words, not_opened, too_old_to_read
from readiness.storage.schema import APPLICATION_ID, CURRENT, Format
from readiness.storage.working_copy import WorkingCopy

_LONGEST_VALUE: Final = 20_000_000
_UNTOUCHED: Final = "ro&immutable=1"
"""Reading without a lock and without files beside it, which a write-ahead log would need even to be read."""

_READING: Final = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "ON", 1),
    # REPLACE deletes without asking triggers, unless this is on.
    ("recursive_triggers", "ON", 1),
)
_WRITING: Final = (
    *_READING,
    # macOS flushes to the disk itself only when told so.
    ("fullfsync", "ON", 1),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
)
"""Set and read back at every connect: power loss costs nothing that was acknowledged (reliability §2a)."""

_Settings = tuple[tuple[str, str, object], ...]


def create_database(
    path: Path, clock: Clock = now, disk_of: DiskOf = surroundings.disk_by_mounts
) -> Database:
    """Make an empty workspace where there is nothing yet, and open it.

    Raises:
        OutputError: something stands there already, or the folder cannot be written.
    """
    path = _resolved(path)
    if os.path.lexists(path):
        raise OutputError(
            f"There is already a file at {path}.", safe="It is untouched.", remedy="Choose another name."
        )
    # Whole before it has its name: whoever is killed in between leaves no half workspace behind.
    part = part_of(path)
    try:
        make_flushed(path.parent)
        _make(part)
        part.rename(path)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        drop(part)
        raise OutputError(
            f"{path} cannot be made: {in_words(error)}.",
            remedy="Choose another place, or make room.",
            details=repr(error),
        ) from error
    return open_database(path, clock, disk_of=disk_of)


def open_database(
    path: Path,
    clock: Clock = now,
    wanted: Format = CURRENT,
    *,
    look_only: bool = False,
    disk_of: DiskOf = surroundings.disk_by_mounts,
    take_over: bool = False,
) -> Database:
    """Open a workspace and hold it; where it cannot be written, or only a look is asked for, to read.

    On a network drive and in a synced folder it is worked on through a copy on this computer.
    ``take_over`` is for one that somebody else left open there.

    Raises:
        ReadinessError: one of the workspace errors, saying what to do.
    """
    path = _resolved(path)
    try:
        copy = None if look_only else copy_for(path, clock, disk_of)
        if copy is not None:
            return open_through(copy, _ways(path, clock, wanted), take_over=take_over)
        if not look_only:
            claims.refuse_claimed(path)
        return _checked(path, path, clock, wanted, look_only=look_only)
    except NotAWorkspaceError as error:
        error.remedy = _other_file(path)
        raise


def is_there(path: Path) -> bool:
    """Whether a workspace can be opened by that name: it is there, or what was saved of it is here."""
    return os.path.exists(path) or WorkingCopy(_resolved(path), now).is_left()  # noqa: PTH110 - a drive may fail


def _ways(path: Path, clock: Clock, wanted: Format) -> Ways:
    return Ways(
        check=lambda file: check_before_open(file, wanted.number).format == wanted.number,
        make_whole=lambda file: _made_whole(file, wanted),
        open=lambda file: _checked(path, file, clock, wanted, look_only=False),
    )


def _made_whole(path: Path, wanted: Format) -> list[str]:
    moved = leftovers.put_aside(path, wanted.ddl)
    if leftovers.is_hot(leftovers.journal_of(path)):
        _connected(path, "rw", lambda connection: _hold(connection, path)).close()
    sweep(path.parent, path.name)  # nobody else is writing one: it was noted who has it open
    return moved


def _checked(path: Path, file: Path, clock: Clock, wanted: Format, *, look_only: bool) -> Database:
    found = check_before_open(file, wanted.number)
    notices: list[str] = []
    if found.format < wanted.number:
        if look_only or not is_writable(file):
            raise too_old_to_read(path)
        from readiness.storage.upgrading import bring_up  # noqa: PLC0415 - Alembic, for older files only

        notices += bring_up(file, found, wanted, clock, lambda old: _open(path, file, found, clock, old))
        found = check_before_open(file, wanted.number)
    database = _open(path, file, found, clock, wanted, look_only=look_only)
    database.notices += [*notices, *surroundings.notices(file, found.size)]
    return database


def _other_file(path: Path) -> str:
    """Return what to open where a file is damaged: its newest backup that still is what it was."""
    from readiness.storage.backups import newest_sound  # noqa: PLC0415 - for damaged files only

    backup = newest_sound(path)
    if backup is None:
        return "Open another file."
    return f"Open its backup “{backup.name}” in “{backup.parent.name}”."


def _open(
    path: Path, file: Path, found: Found, clock: Clock, wanted: Format, *, look_only: bool = False
) -> Database:
    """Open a file of exactly the format wanted, under the name of ``path``."""
    if found.is_untidy:
        _look_without_touching(file, wanted)
    if look_only:
        return _open_for_reading(path, found, wanted)
    moved = leftovers.put_aside(file, wanted.ddl)
    if is_writable(file):
        connection = _connected(file, "rw", lambda connection: _take(connection, file, wanted))
        sweep(file.parent, file.name)  # the lock says that nobody is writing one
        database = _held(path, file, connection, found, clock)
    else:
        database = _open_for_reading(path, found, wanted)
        database.notices.append(
            f"{path.name} is open for reading only: the file or its folder cannot be written. "
            "Save a copy somewhere else to go on."
        )
    database.notices += moved
    return database


def _make(part: Path) -> None:
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        _apply(connection, _WRITING, part)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {CURRENT.number}")
        for statement in CURRENT.ddl:
            connection.execute(statement)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (CURRENT.revision,))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _look_without_touching(path: Path, wanted: Format) -> None:
    """Check a file that SQLite writes into as soon as it is locked: it stays as it is if it is refused."""
    _connected(path, _UNTOUCHED, lambda connection: _check(connection, path, wanted)).close()


def _check(connection: sqlite3.Connection, path: Path, wanted: Format) -> None:
    _apply(connection, _READING, path)
    check_content(connection, path, wanted.ddl)


def _open_for_reading(path: Path, found: Found, wanted: Format) -> Database:
    def check(connection: sqlite3.Connection) -> None:
        _check(connection, path, wanted)

    mode = _UNTOUCHED if found.is_untidy else "ro"
    try:
        return Database(path, _connected(path, mode, check), found.identity, read_only=True)
    except WorkspaceError:
        if not leftovers.is_hot(leftovers.journal_of(path)):
            raise
    # It was left in the middle of a change, which can be undone only where one may write.
    copy, folder = leftovers.recovered_copy(path)
    try:
        database = Database(path, _connected(copy, "rw", check), found.identity, read_only=True)
    except ReadinessError:
        folder.cleanup()
        raise
    database.when_closed(folder.cleanup)
    return database


def _connected(path: Path, mode: str, then: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    """Connect and do what must be done first; whatever fails lets the file go again."""
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=0,
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        raise not_opened(path, error) from error
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 2)
        then(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # SQLite may quote what is no text
        connection.close()
        raise not_opened(path, error) from error
    except ReadinessError:
        connection.close()
        raise
    return connection


def _take(connection: sqlite3.Connection, path: Path, wanted: Format) -> None:
    _hold(connection, path)
    check_content(connection, path, wanted.ddl)


def _hold(connection: sqlite3.Connection, path: Path) -> None:
    _apply(connection, _WRITING, path)
    # The lock comes with the first write unless it is asked for (ruling 24); nothing is written here.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _held(path: Path, file: Path, connection: sqlite3.Connection, found: Found, clock: Clock) -> Database:
    if identity_of(file) != found.identity:
        connection.close()
        raise WorkspaceMovedError(
            f"{path.name} was replaced or taken away while it was being opened.", remedy="Try again."
        )
    write_note(file, clock)
    return Database(path, connection, found.identity, read_only=False, file=file)


def _apply(connection: sqlite3.Connection, settings: _Settings, path: Path) -> None:
    for name, value, expected in settings:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise WorkspaceError(
                f"{path.name} cannot be opened safely: SQLite did not accept {name} = {value}.",
                safe="Nothing was touched.",
            )


def _resolved(path: Path) -> Path:
    # Not ``Path.resolve``, to which a link to itself is an error of another kind; nor ``Path.is_symlink``, to
    # which a drive is one that has lost its server.
    return Path(os.path.realpath(path)) if os.path.islink(path) else path.absolute()  # noqa: PTH114
