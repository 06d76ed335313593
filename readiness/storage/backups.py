"""Backups: a verified copy under its final name, or none (promise 10)."""

import errno
import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Final

from readiness.errors import NotWrittenBackError, OutputError, ReadinessError
from readiness.storage import content
from readiness.storage.backup_names import Why, backup_folder, backup_name, kept, superfluous
from readiness.storage.clock import Clock, now
from readiness.storage.database import Database
from readiness.storage.file_checks import check_before_open
from readiness.storage.folders import drop, keep_private, make_flushed, part_of, sweep, sync_file, sync_folder
from readiness.storage.refusals import in_words
from readiness.storage.schema import CURRENT, Format

NUMBERING: Final = Lock()
"""Held by whoever gives a backup beside a workspace its number: two threads of the window do."""

_COUNTED: Final = (
    "systems",
    "assessments",
    "answers",
    "trail",
    "seals",
    "questionnaires",
    "limits",
    "drivers",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was opened, checked and counted before it got its name."""

    path: Path
    made_at: datetime


def back_up(database: Database, clock: Clock = now, of: Format = CURRENT, why: Why = "") -> Backup:
    """Make a backup in the workspace's own folder of them, and thin the old ones.

    Raises:
        OutputError: no verified copy could be made; older ones are kept.
    """
    moment = clock()
    with NUMBERING:
        try:
            target = _next_name(database, moment, why)
        except OSError as error:
            raise _not_made(error) from error
        copy_to(database, target, of)
        date_like(database.path, target)
    _tidy(database.path)
    return Backup(path=target, made_at=moment)


def _next_name(database: Database, moment: datetime, why: Why) -> Path:
    if database.copy is not None and database.copy.is_away():
        raise OSError(None, "the folder of the workspace is not there, or its drive is not connected")
    return backup_name(database.path, moment, why)


def copy_to(database: Database, target: Path, of: Format = CURRENT) -> None:
    """Write a verified copy of the workspace.

    Raises:
        OutputError: it could not be made; what stood at the target is untouched.
    """
    if target.exists():
        raise OutputError(
            f"There is already a file at {target}.", safe="It is untouched.", remedy="Choose another name."
        )
    part = part_of(target)
    try:
        make_flushed(target.parent)
        write_copy(database, part, of)
        part.rename(target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        drop(part)
        raise _not_made(error) from error


def write_copy(database: Database, part: Path, of: Format) -> None:
    """Copy the workspace into a file and hold the copy against it.

    Raises:
        OSError: it could not be written.
        sqlite3.Error: it could not be written, or says something else.
    """
    # By its bytes: a folder may have a name that is no text at all.
    database.connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(part),))
    keep_private(part, database.path)
    with closing(read_plainly(part)) as copy:
        if not _is_sound(copy, of) or figures(copy) != figures(database.connection):
            msg = "the copy does not say the same as the workspace"
            raise sqlite3.DatabaseError(msg)
    sync_file(part)


def written_copy(database: Database, file: Path) -> tuple[Path, str]:
    """Write a checked copy beside a file, under a name of its own; return where, and its hash.

    Raises:
        NotWrittenBackError: there is no room for it, or the workspace is not sound.
    """
    part = part_of(file)
    try:
        write_copy(database, part, CURRENT)
        return part, _hash(part)
    except (OSError, sqlite3.Error) as error:
        drop(part)
        raise NotWrittenBackError(
            f"No copy of {file.name} to be written back could be made on this computer: {error}.",
            why=f"no copy for it could be made on this computer ({error})",
            remedy=f"Make room in {file.parent}.",
            details=repr(error),
        ) from error


def figures(connection: sqlite3.Connection) -> list[int]:
    """Return how many rows the tables hold that nobody may lose."""
    return [int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in _COUNTED]  # noqa: S608 - names of our own


def newest_sound(workspace: Path) -> Path | None:
    """Return the newest backup of a workspace that still is what it was when it was made."""
    return next((one.path for one in kept(workspace) if still_holds(one.path)), None)


def date_like(workspace: Path, backup: Path) -> None:
    """Give a backup the date of what it holds all of, so that none is due until that is written again."""
    with suppress(OSError):  # or another one is made that says the same
        facts = workspace.stat()
        os.utime(backup, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def still_holds(backup: Path) -> bool:
    """Whether a backup still is what it was when it was made."""
    try:
        found = check_before_open(backup, CURRENT.number)
        with closing(read_plainly(backup)) as connection:
            return _is_sound(connection, format_of(found.format))
    except (ReadinessError, sqlite3.Error):
        return False


def read_plainly(backup: Path) -> sqlite3.Connection:
    """Open a backup that nobody has open, to read it."""
    return sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)


def copy_checked(backup: Path, part: Path) -> None:
    """Copy a backup byte by byte, flush the copy, read it back, and hold it against its source.

    Raises:
        OutputError: it could not be written, or the backup is not what it was when it was made.
    """
    try:
        _copy_file(backup, part)
        sync_file(part)
        is_same = _hash(part) == _hash(backup)
    except OSError as error:
        drop(part)
        raise OutputError(
            f"No copy of {backup.name} could be written: {in_words(error)}.",
            safe="Nothing was replaced.",
            remedy="Make room there, or choose another place.",
            details=repr(error),
        ) from error
    if not is_same or not still_holds(part):
        drop(part)
        raise OutputError(
            f"{backup.name} is damaged, or its copy was not written as it is.",
            safe="Nothing was replaced.",
            remedy="Choose another backup, or check the disk.",
        )


def _copy_file(backup: Path, part: Path) -> None:
    if not backup.is_file():  # a device would be copied without end
        raise OSError(errno.EINVAL, "it is no file", str(backup))
    make_flushed(part.parent)
    shutil.copyfile(backup, part)
    keep_private(part, backup)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def format_of(number: int) -> Format:
    """Return what a file of a format that this program knows is made of."""
    if number == CURRENT.number:
        return CURRENT
    from readiness.storage.migrating import ddl_of  # noqa: PLC0415 - Alembic, for older files only

    return replace(CURRENT, number=number, ddl=ddl_of(number))


def _is_sound(connection: sqlite3.Connection, of: Format) -> bool:
    return content.has_schema(connection, of.ddl) and not content.faults(connection)


def _tidy(workspace: Path) -> None:
    """Let superfluous backups go, and what interrupted ones left."""
    for one in superfluous(kept(workspace)):
        with suppress(OSError):
            one.path.unlink()
    sweep(backup_folder(workspace))


def _not_made(error: Exception) -> OutputError:
    return OutputError(
        f"No backup could be made: {in_words(error)}.",
        safe="The workspace and its older backups are untouched.",
        remedy="Make room, or choose another folder.",
        details=repr(error),
    )
