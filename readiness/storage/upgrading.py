"""A workspace of an older program: brought up to date on a copy, which takes its place only when it is whole.

Before that a backup is made; where none can be made, nothing is migrated (promises 10 and 11).
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from readiness.errors import WorkspaceError
from readiness.storage import backups
from readiness.storage.clock import Clock
from readiness.storage.content import has_schema
from readiness.storage.database import Database
from readiness.storage.file_checks import Found
from readiness.storage.folders import drop, keep_mode, part_of, sync_file, sync_folder
from readiness.storage.migrating import ddl_of, migrate
from readiness.storage.refusals import in_words
from readiness.storage.schema import Format

_HISTORY = "SELECT sequence, assessment_id, body, previous, hash, at FROM seals ORDER BY sequence"


def bring_up(
    path: Path, found: Found, wanted: Format, clock: Clock, open_old: Callable[[Format], Database]
) -> list[str]:
    """Bring a file to the format wanted; return what was done, in sentences.

    Raises:
        OutputError: no backup could be made; the file is as it was.
        WorkspaceError: it could not be brought up; the file is as it was.
    """
    old = replace(wanted, number=found.format, ddl=ddl_of(found.format, wanted))
    part = part_of(path)
    with closing(open_old(old)) as database:
        backup = backups.back_up(database, clock, old, "before-update")
        try:
            backups.write_copy(database, part, old)
            _migrate_copy(part, database.connection, wanted)
        except (OSError, sqlite3.Error, SQLAlchemyError) as error:
            drop(part)
            raise _not_brought_up(path, error) from error
    keep_mode(part, path)
    part.replace(path)
    sync_folder(path.parent)
    return [f"{path.name} was brought up to date. As it was, it is kept as {backup.path.name}."]


def _migrate_copy(part: Path, before: sqlite3.Connection, wanted: Format) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        migrate(connection, wanted)
        if not has_schema(connection, wanted.ddl):
            msg = "the tables are not the ones they should have become"
            raise sqlite3.DatabaseError(msg)
        if connection.execute(_HISTORY).fetchall() != before.execute(_HISTORY).fetchall():
            msg = "what is sealed reads differently"
            raise sqlite3.DatabaseError(msg)
        if backups.figures(connection) != backups.figures(before):
            msg = "rows are missing"
            raise sqlite3.DatabaseError(msg)
    sync_file(part)


def _not_brought_up(path: Path, error: Exception) -> WorkspaceError:
    return WorkspaceError(
        f"{path.name} could not be brought up to date: {in_words(error)}.",
        safe="It is as it was.",
        remedy="Make room and try again, or open it with the Readiness that wrote it.",
        details=repr(error),
    )
