"""A migration that fails or is killed at any statement leaves the file as it was; the next one succeeds."""

import gzip
import random
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rounds import rounds, tell
from workshop import Workshop, die_within

from readiness.errors import WorkspaceError
from readiness.services.assessing import Assessing
from readiness.storage.backup_names import backup_folder
from readiness.storage.schema import CURRENT

pytestmark = pytest.mark.faults

FORMATS = Path(__file__).resolve().parent.parent / "storage" / "formats"
SLOWEST = 300_000
"""Microseconds of the processor that bringing a file up takes, and some more."""


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("test_migrations_killed", "readiness.storage.upgrading") as made:
        yield made


def old(folder: Path) -> Path:
    """Return a workspace full of rows, of the first format."""
    path = folder / "old.readiness"
    path.write_bytes(gzip.decompress((FORMATS / "format-1.readiness.gz").read_bytes()))
    return path


class _Failing(sqlite3.Connection):
    """Refuses its nth statement, as a full disk would; counts them."""

    left = 0
    count = 0

    def cursor(self, *_: object, **__: object) -> sqlite3.Cursor:  # type: ignore[override]  # counts only
        return super().cursor(_FailingCursor)


class _FailingCursor(sqlite3.Cursor):
    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:  # type: ignore[override]  # counts only
        _Failing.count += 1
        if _Failing.count == _Failing.left:
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *args)


def _connect(path: Path, **given: Any) -> sqlite3.Connection:
    return sqlite3.connect(path, factory=_Failing, **given)


def bring_up() -> None:
    """Open the workspace named, which brings it up to date; or be gone before."""
    die_within(int(sys.argv[2]), signal.ITIMER_PROF)
    Assessing.open(Path(sys.argv[1])).close()


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def rows(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("systems", "assessments", "answers", "trail", "seals", "people", "actions")
        ]


def test_a_failure_at_each_statement_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old(tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(sqlite3, "connect", _connect_only(sqlite3.connect))
    tried = 0
    while True:
        tried += 1
        _Failing.left, _Failing.count = tried, 0
        try:
            Assessing.open(path).close()
        except WorkspaceError:
            assert path.read_bytes() == before
        else:
            break
    assert tried > 12
    assert version_of(path) == CURRENT.number
    tell(11, "statements of a migration that fail; files changed by it", tried - 1, 0)


def _connect_only(real: Any) -> Any:
    """Count and refuse only where the copy is migrated, which is opened to be written."""

    def connect(path: object, **given: Any) -> sqlite3.Connection:
        is_copy = str(path).endswith("readiness-tmp") and "uri" not in given
        connection: sqlite3.Connection = real(path, **given, **({"factory": _Failing} if is_copy else {}))
        return connection

    return connect


def test_killed_at_any_moment_the_file_is_old_or_new_and_never_half(
    tmp_path: Path, workshop: Workshop
) -> None:
    path = old(tmp_path)
    before, counted = path.read_bytes(), rows(path)
    chance = random.Random(20260910)
    tried, finished = rounds(100, 1000), 0
    for _ in range(tried):
        workshop.run("test_migrations_killed.bring_up", path, chance.randrange(1, SLOWEST))
        if version_of(path) == 1:
            assert path.read_bytes() == before
        else:
            finished += 1
            assert rows(path) == counted
            path.write_bytes(before)
        for backup in backup_folder(path).glob("*.readiness"):
            backup.unlink()
    assert 0 < finished < tried
    Assessing.open(path).close()
    assert version_of(path) == CURRENT.number
    tell(11, "migrations killed; half-migrated files", tried, 0)
