"""Seldom changes of what is listed: renaming and archiving systems, erasing people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, select

from readiness.errors import InputError, NotFoundError
from readiness.storage.database import Database
from readiness.storage.engine import engine_over
from readiness.storage.refusals import not_saved
from readiness.storage.systems import folded
from readiness.storage.tables import PersonRow, SystemRow


def rename_system(database: Database, system_id: int, name: str) -> None:
    """Give a system another name; its assessments stay with it.

    Raises:
        InputError: another system has the name.
        NotFoundError: there is no such system.
    """
    try:
        with _editing(database) as session:
            row = _system(session, system_id)
            row.name, row.folded = name, folded(name)
    except IntegrityError as error:
        raise InputError(
            f"Another system is called {name}.", safe="Nothing was changed.", remedy="Choose another name."
        ) from error


def archive_system(database: Database, system_id: int, *, archived: bool) -> None:
    """Put a system away, or take it out again; nothing of it is lost."""
    with _editing(database) as session:
        _system(session, system_id).archived = int(archived)


def erase_person(database: Database, name: str) -> bool:
    """Take a name out of the file for good and return whether it was there.

    Seals hold only its hash and stay valid. Copies made before, backups among them, still have the name.

    Raises:
        NotSavedError: the disk refused; nothing was erased, so that it can be done again.
    """
    database.check_in_place()
    # Or the old name would stay readable in the file, in what SQLite holds for free space.
    database.connection.execute("PRAGMA secure_delete = ON")
    try:
        _write_anew(database)  # whether there is room for it shows while the name still stands
        with _editing(database) as session:
            rows = session.exec(select(PersonRow).where(PersonRow.name == name)).all()
            for row in rows:
                row.name, row.salt = None, ""
        _write_anew(database)
    finally:
        database.connection.execute("PRAGMA secure_delete = OFF")
    return bool(rows)


def _write_anew(database: Database) -> None:
    """Leave no page in the file on which the name once stood: rows move when pages are split."""
    try:
        database.connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise not_saved(database.path, error) from error
    finally:
        database.note_written()


@contextmanager
def _editing(database: Database) -> Iterator[Session]:
    """Change rows inside one transaction, refused in the same words as every other."""
    database.check_in_place()
    with Session(engine_over(database.connection)) as session:
        try:
            yield session
            session.commit()
        except IntegrityError:
            session.rollback()
            raise
        except DBAPIError as error:
            session.rollback()
            cause = error.orig if isinstance(error.orig, sqlite3.Error) else sqlite3.Error(str(error))
            raise not_saved(database.path, cause) from error
        finally:
            database.note_written()


def _system(session: Session, system_id: int) -> SystemRow:
    row = session.get(SystemRow, system_id)
    if row is None:
        raise NotFoundError(f"There is no system {system_id}.")
    return row
