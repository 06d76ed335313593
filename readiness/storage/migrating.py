"""Migrations: Alembic inside, one explicit transaction, all or nothing (reliability findings 3 and 4).

Alembic is imported only where a file's format is older than this program's, and by the tests.
"""

import sqlite3

from alembic import command
from alembic.config import Config

from readiness.storage.engine import engine_over
from readiness.storage.schema import APPLICATION_ID, CURRENT, VERSION_TABLE, Format


def migrate(connection: sqlite3.Connection, wanted: Format = CURRENT) -> None:
    """Bring an open file to a format, or leave it exactly as it was.

    ``foreign_keys`` is off while tables change, or a rebuilt table would take its history along.

    Raises:
        sqlite3.DatabaseError: something does not hold together afterwards; everything was rolled back.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine_over(connection).begin() as outer:
            if not _has_version_table(connection):
                connection.execute(VERSION_TABLE)
            config = Config()
            config.set_main_option("script_location", str(wanted.migrations).replace("%", "%%"))
            config.attributes["connection"] = outer
            command.upgrade(config, wanted.revision)
            _check(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {wanted.number}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def ddl_of(number: int, wanted: Format = CURRENT) -> tuple[str, ...]:
    """Return what a file of an older format must be made of: the migrations up to it, run in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, Format(number=number, ddl=(), migrations=wanted.migrations))
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
        return tuple(row[0] for row in rows)
    finally:
        connection.close()


def _has_version_table(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    return found is not None


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        msg = "a row points at something that is not there any more"
        raise sqlite3.DatabaseError(msg)
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        msg = "the migrated file does not hold together"
        raise sqlite3.DatabaseError(msg)
