"""A workspace of an older program is brought up to date whole, or stays as it was."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from builders import level

from readiness.errors import NotAWorkspaceError, OutputError, WorkspaceError, WorkspaceReadOnlyError
from readiness.services.assessing import Assessing
from readiness.storage import backup_names
from readiness.storage.content import has_schema
from readiness.storage.migrating import ddl_of
from readiness.storage.opening import open_database
from readiness.storage.schema import CURRENT, Format

GOOD = (
    "ALTER TABLE systems ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE colours (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "INSERT INTO colours (name) VALUES ('the first')",
)

NEXT = CURRENT.number + 1

_SCRIPT = """
from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in {statements!r}:
        if statement == "KILL":
            import os, signal
            os.kill(os.getpid(), signal.SIGKILL)
        op.execute(statement)
"""

Next = Callable[..., Format]


@pytest.fixture
def next_format(tmp_path: Path) -> Next:
    """Return a maker of the format after ours, from the statements of its migration."""

    def make(*statements: str) -> Format:
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(CURRENT.migrations, folder, ignore=shutil.ignore_patterns("__pycache__"))
        number = NEXT
        script = _SCRIPT.format(revision=f"{number:04d}", before=CURRENT.revision, statements=statements)
        (folder / "versions" / f"{number:04d}_next.py").write_text(script, encoding="utf-8")
        return Format(number=number, ddl=(), migrations=folder)

    return make


def whole(wanted: Format) -> Format:
    return Format(number=wanted.number, ddl=ddl_of(wanted.number, wanted), migrations=wanted.migrations)


@pytest.fixture
def old(workspace: Assessing) -> Path:
    """Return a closed workspace of our format with a sealed assessment and its revision."""
    workspace.close_assessment(1)
    workspace.answer(workspace.revise(1), "DAT-01", "agreed", level(0, note="Ä & <b>"))
    workspace.workspace.database.close()
    return workspace.path


def content(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table in ("answers", "trail", "seals", "questionnaires")
        ]


def test_nothing_is_lost_and_the_old_file_is_kept(old: Path, next_format: Next) -> None:
    before = content(old)
    wanted = whole(next_format(*GOOD))
    with closing(open_database(old, wanted=wanted)) as opened:
        assert has_schema(opened.connection, wanted.ddl)
        assert opened.connection.execute("SELECT name FROM colours").fetchall() == [("the first",)]
        assert "was brought up to date" in opened.notices[0]
    assert content(old) == before
    kept = backup_names.kept(old)[0].path
    assert kept.name in opened.notices[0]
    with closing(Assessing.open(kept)) as as_it_was:
        assert as_it_was.verify().ok


def test_a_file_of_our_format_is_opened_without_alembic(old: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from readiness.storage.opening import open_database\n"
        "open_database(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(old)], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("place", range(len(GOOD) + 1))
def test_a_failing_migration_leaves_the_file_as_it_was(old: Path, next_format: Next, place: int) -> None:
    before = old.read_bytes()
    wanted = whole(next_format(*GOOD))
    broken = next_format(*GOOD[:place], "INSERT INTO nowhere VALUES (1)", *GOOD[place:])
    with pytest.raises(WorkspaceError, match="could not be brought up to date"):
        open_database(old, wanted=Format(number=NEXT, ddl=wanted.ddl, migrations=broken.migrations))
    assert old.read_bytes() == before
    assert not list(old.parent.glob(".*.readiness-tmp"))
    open_database(old, wanted=whole(next_format(*GOOD))).close()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("DELETE FROM limits", None),
        ("DELETE FROM answers WHERE question = 'DAT-01'", "rows are missing"),
        ("DROP TRIGGER seals_keep_update", "the tables are not the ones"),
    ],
)
def test_a_migration_that_harms_is_not_taken_over(
    old: Path, next_format: Next, harm: str, why: str | None
) -> None:
    wanted = whole(next_format(*GOOD))
    harmful = Format(number=NEXT, ddl=wanted.ddl, migrations=next_format(*GOOD, harm).migrations)
    before = content(old)
    if why is None:  # the twin: what harms nothing passes
        open_database(old, wanted=harmful).close()
    else:
        with pytest.raises(WorkspaceError, match=why):
            open_database(old, wanted=harmful)
    assert content(old) == before


def test_a_sealed_text_that_a_migration_rewrites_is_seen(old: Path, next_format: Next) -> None:
    rewriting = (
        "DROP TRIGGER seals_keep_update",
        "UPDATE seals SET body = replace(body, '2026-Q3', '2026-Q1')",
        next(sql for sql in CURRENT.ddl if "seals_keep_update" in sql),
    )
    wanted = whole(next_format(*GOOD))
    with pytest.raises(WorkspaceError, match="what is sealed reads differently"):
        open_database(
            old,
            wanted=Format(number=NEXT, ddl=wanted.ddl, migrations=next_format(*GOOD, *rewriting).migrations),
        )


@pytest.mark.parametrize("place", range(len(GOOD) + 1))
def test_killed_while_migrating_the_file_is_as_it_was(old: Path, next_format: Next, place: int) -> None:
    before = old.read_bytes()
    ddl = whole(next_format(*GOOD)).ddl
    deadly = next_format(*GOOD[:place], "KILL", *GOOD[place:])
    code = (
        "import sys; from pathlib import Path; from readiness.storage.opening import open_database\n"
        "from readiness.storage.schema import Format\n"
        f"wanted = Format(number={NEXT}, ddl=(), migrations=Path(sys.argv[2]))\n"
        "open_database(Path(sys.argv[1]), wanted=wanted)"
    )
    command = [sys.executable, "-c", code, str(old), str(deadly.migrations)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == -signal.SIGKILL
    assert old.read_bytes() == before
    opened = open_database(old, wanted=Format(number=NEXT, ddl=ddl, migrations=next_format(*GOOD).migrations))
    opened.close()


def test_without_a_backup_nothing_is_migrated(old: Path, next_format: Next) -> None:
    before = old.read_bytes()
    shutil.rmtree(backup_names.backup_folder(old))
    backup_names.backup_folder(old).write_bytes(b"a file where the folder should be")
    with pytest.raises(OutputError, match="No backup could be made"):
        open_database(old, wanted=whole(next_format(*GOOD)))
    assert old.read_bytes() == before


def test_an_older_file_that_may_only_be_read_says_what_to_do(old: Path, next_format: Next) -> None:
    before = old.read_bytes()
    with pytest.raises(WorkspaceReadOnlyError, match="Copy it to a folder that you may write"):
        open_database(old, wanted=whole(next_format(*GOOD)), look_only=True)
    assert old.read_bytes() == before


def test_an_older_file_with_a_strange_trigger_is_not_migrated(old: Path, next_format: Next) -> None:
    with closing(sqlite3.connect(old)) as stranger:
        stranger.execute("CREATE TRIGGER harm AFTER INSERT ON answers BEGIN DELETE FROM systems; END")
    before = old.read_bytes()
    with pytest.raises(NotAWorkspaceError, match="tables"):
        open_database(old, wanted=whole(next_format(*GOOD)))
    assert old.read_bytes() == before
