"""Seldom changes of what is listed: renaming and archiving systems, erasing people."""

from unicodedata import normalize

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from readiness.errors import InputError, NotFoundError
from readiness.storage.database import Database
from readiness.storage.engine import engine_over
from readiness.storage.tables import PersonRow, SystemRow


def rename_system(database: Database, system_id: int, name: str) -> None:
    """Give a system another name; its assessments stay with it.

    Raises:
        InputError: another system has the name.
        NotFoundError: there is no such system.
    """
    database.check_in_place()
    with Session(engine_over(database.connection)) as session:
        row = _system(session, system_id)
        row.name, row.folded = name, normalize("NFC", name).casefold()
        session.add(row)
        try:
            session.commit()
        except IntegrityError as error:
            session.rollback()
            raise InputError(
                f"Another system is called {name}.",
                safe="Nothing was changed.",
                remedy="Choose another name.",
            ) from error


def archive_system(database: Database, system_id: int, *, archived: bool) -> None:
    """Put a system away, or take it out again; nothing of it is lost."""
    database.check_in_place()
    with Session(engine_over(database.connection)) as session:
        row = _system(session, system_id)
        row.archived = int(archived)
        session.add(row)
        session.commit()


def erase_person(database: Database, name: str) -> bool:
    """Take a name out for good and return whether it was there; seals hold its hash and stay valid."""
    database.check_in_place()
    with Session(engine_over(database.connection)) as session:
        rows = session.exec(select(PersonRow).where(PersonRow.name == name)).all()
        for row in rows:
            row.name, row.salt = None, ""
            session.add(row)
        session.commit()
        return bool(rows)


def _system(session: Session, system_id: int) -> SystemRow:
    row = session.get(SystemRow, system_id)
    if row is None:
        raise NotFoundError(f"There is no system {system_id}.")
    return row
