"""A new workspace is what all migrations make; a migration is whole or nothing; both readers share a file."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from readiness.services.assessing import Assessing
from readiness.storage.engine import engine_over
from readiness.storage.migrating import migrate
from readiness.storage.schema import CURRENT, DDL


def objects(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return {row[0] for row in rows}


def empty(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_all_migrations_make_what_a_new_workspace_is(path: Path) -> None:
    connection = empty(path)
    migrate(connection)
    assert objects(connection) == set(DDL)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(CURRENT.revision,)]
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_a_migrated_file_opens_as_a_workspace(path: Path) -> None:
    connection = empty(path)
    migrate(connection)
    connection.close()
    opened = Assessing.open(path)
    assert opened.home() == ()
    opened.close()


class _FailingConnection(sqlite3.Connection):
    """Refuses the nth CREATE, as a full disk would."""

    left = 0

    def cursor(self, *_: object, **__: object) -> sqlite3.Cursor:  # type: ignore[override]  # counts only
        return super().cursor(_FailingCursor)


class _FailingCursor(sqlite3.Cursor):
    def execute(self, sql: str, *args: object) -> sqlite3.Cursor:  # type: ignore[override]  # counts only
        connection = self.connection
        if isinstance(connection, _FailingConnection) and sql.startswith("CREATE"):
            connection.left -= 1
            if connection.left == 0:
                raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *args)  # type: ignore[arg-type]  # passed on as they came


@pytest.mark.parametrize("failing", [1, 2, 9, 20, len(DDL) - 1])
def test_a_migration_that_fails_anywhere_leaves_the_file_as_it_was(path: Path, failing: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None, factory=_FailingConnection)
    connection.left = failing
    with pytest.raises(Exception, match="full"):
        migrate(connection)
    assert objects(connection) == set()
    connection.left = 0
    migrate(connection)
    assert objects(connection) == set(DDL)
    connection.close()


def test_a_half_migrated_file_would_be_seen(path: Path) -> None:
    """The twin: without one transaction around it, the statements before the failure stay."""
    connection = empty(path)
    connection.execute(DDL[0])
    assert objects(connection) != set()
    connection.close()


def test_both_readers_roll_back_what_one_of_them_began(workspace: Assessing) -> None:
    connection = workspace.workspace.connection
    engine = engine_over(connection)
    with engine.connect() as over:
        transaction = over.begin()
        over.execute(text("UPDATE systems SET name = 'Other'"))
        assert connection.execute("SELECT name FROM systems").fetchone() == ("Other",)
        transaction.rollback()
    assert connection.execute("SELECT name FROM systems").fetchone() == ("Checkout API",)
    assert not connection.in_transaction


def test_an_error_never_says_what_it_was_about_to_write(workspace: Assessing) -> None:
    """Errors are logged, and an answer that is not written may be hidden from the other side."""
    with (
        engine_over(workspace.workspace.connection).connect() as over,
        pytest.raises(SQLAlchemyError) as told,
    ):
        over.execute(text("INSERT INTO nowhere VALUES (:note)"), {"note": "Lock waits hit 900 ms"})
    assert "Lock waits" not in str(told.value)
