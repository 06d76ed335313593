"""Opening, locking, refusing: nothing that is not ours is touched, nothing of ours is lost."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from builders import level
from guarding import WorkspaceGuard

from readiness.domain.period import Period
from readiness.errors import (
    NewerWorkspaceError,
    NotAWorkspaceError,
    NotFoundError,
    NotSavedError,
    OutputError,
    WorkspaceError,
    WorkspaceInUseError,
    WorkspaceMovedError,
    WorkspaceReadOnlyError,
)
from readiness.services.assessing import Assessing, Draft
from readiness.storage import opening as opening_module
from readiness.storage.lock_note import note_path
from readiness.storage.opening import create_database, open_database
from readiness.storage.schema import APPLICATION_ID, CURRENT

HOSTILE = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data" / "hostile" / "sqlite"


def patched(path: Path, offset: int, content: bytes) -> Path:
    data = bytearray(path.read_bytes())
    data[offset : offset + len(content)] = content
    path.write_bytes(bytes(data))
    return path


def closed(path: Path) -> Path:
    create_database(path).close()
    return path


def test_a_workspace_runs_with_the_settings_that_survive_power_loss(path: Path) -> None:
    database = create_database(path)
    told = {
        name: database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema")
    }
    database.close()
    assert told == {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_the_file_says_what_it_is(path: Path) -> None:
    header = closed(path).read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == CURRENT.number


def test_a_second_opener_in_this_process_is_refused_without_touching_the_file(workspace: Assessing) -> None:
    link = workspace.path.with_name("link.readiness")
    link.symlink_to(workspace.path)
    for name in (workspace.path, link):
        with pytest.raises(WorkspaceInUseError, match="in this program already"):
            open_database(name)


def test_a_hash_of_the_open_file_would_be_heard(
    workspace: Assessing, workspace_guard: WorkspaceGuard
) -> None:
    """The twin of every test of this suite: the guard hears who opens a file beside SQLite."""
    link = workspace.path.with_name("another name")
    link.symlink_to(workspace.path)
    for path in (workspace.path, link):
        sha256(path.read_bytes())
    assert workspace_guard.opened == [str(workspace.path), str(link)]
    workspace_guard.opened.clear()


def test_a_hash_of_the_open_file_would_let_others_in(
    workspace: Assessing, workspace_guard: WorkspaceGuard
) -> None:
    """Why the guard stands: one reading of the file, and another program takes the lock from under us."""
    take = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN EXCLUSIVE')"
    command = [sys.executable, "-c", take, str(workspace.path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    sha256(workspace.path.read_bytes())
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    workspace_guard.opened.clear()


HOLDER = (
    "import sys; from pathlib import Path; from readiness.storage.opening import create_database\n"
    "kept = create_database(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
)


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process make the workspace and hold it."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield holder
        holder.kill()
        holder.wait()


def test_who_holds_it_is_said(path: Path) -> None:
    with (
        held_elsewhere(path),
        pytest.raises(WorkspaceInUseError, match=r"is open by .+ since \d+ \w{3}, \d\d:"),
    ):
        open_database(path)


@pytest.mark.parametrize("content", ["{", "[]", '{"user": 1}', ""])
def test_a_broken_note_explains_nothing_and_blocks_nothing(path: Path, content: str) -> None:
    with held_elsewhere(path):
        note_path(path).write_text(content, encoding="utf-8")
        with pytest.raises(WorkspaceInUseError, match="in another window or program"):
            open_database(path)


def test_another_process_is_refused_at_once_and_let_in_when_the_holder_dies(path: Path) -> None:
    with held_elsewhere(path) as holder:
        with pytest.raises(WorkspaceInUseError):
            open_database(path)
        holder.kill()
        holder.wait()
        open_database(path).close()


def test_while_it_is_open_nothing_but_sqlite_opens_the_file(
    workspace: Assessing, workspace_guard: WorkspaceGuard
) -> None:
    workspace.answer(1, "DAT-01", "agreed", level(1))
    workspace.close_assessment(1)
    workspace.verify()
    workspace.backup()
    workspace.home()
    assert workspace_guard.opened == []


def test_a_newer_workspace_is_refused_and_untouched(path: Path) -> None:
    patched(closed(path), 60, (CURRENT.number + 1).to_bytes(4, "big"))
    before = sha256(path.read_bytes()).digest()
    with pytest.raises(NewerWorkspaceError, match="newer Readiness"):
        open_database(path)
    assert sha256(path.read_bytes()).digest() == before


@pytest.mark.parametrize(
    ("offset", "content"),
    [(0, b"X"), (16, b"\0\0"), (60, b"\xff\xff\xff\xff"), (60, b"\0\0\0\0"), (68, b"ABCD")],
)
def test_what_is_no_workspace_is_refused_and_untouched(path: Path, offset: int, content: bytes) -> None:
    patched(closed(path), offset, content)
    before = path.read_bytes()
    with pytest.raises(NotAWorkspaceError, match="not a Readiness workspace"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_workspace_with_a_strange_trigger_is_refused(path: Path) -> None:
    closed(path)
    with sqlite3.connect(path) as stranger:
        stranger.execute("CREATE TRIGGER harm AFTER INSERT ON answers BEGIN DELETE FROM systems; END")
    stranger.close()
    before = path.read_bytes()
    with pytest.raises(NotAWorkspaceError, match="tables"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.readiness")
    with pytest.raises(NotAWorkspaceError):
        open_database(tmp_path)
    with pytest.raises(NotAWorkspaceError):
        open_database(tmp_path / "pipe.readiness")
    with pytest.raises(NotFoundError):
        open_database(tmp_path / "none.readiness")


def test_a_hard_link_is_refused_and_a_symbolic_one_followed(path: Path, tmp_path: Path) -> None:
    closed(path)
    link = tmp_path / "link.readiness"
    link.symlink_to(path)
    opened = open_database(link)
    assert opened.path == path.resolve()
    opened.close()
    os.link(path, tmp_path / "hard.readiness")
    with pytest.raises(WorkspaceError, match="second name"):
        open_database(path)


def test_making_one_never_writes_over_what_is_there(path: Path) -> None:
    path.write_bytes(b"somebody's")
    with pytest.raises(OutputError, match="already a file"):
        create_database(path)
    assert path.read_bytes() == b"somebody's"


def test_a_stray_write_ahead_log_is_put_aside_and_named(path: Path) -> None:
    closed(path)
    stray = path.with_name(path.name + "-wal")
    stray.write_bytes(b"another copy's")
    opened = open_database(path)
    opened.close()
    assert not stray.exists()
    assert any("put aside" in notice for notice in opened.notices)


def test_where_nothing_can_be_written_it_is_opened_for_reading(
    workspace: Assessing, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace.path
    workspace.workspace.database.close()
    monkeypatch.setattr(opening_module, "is_writable", lambda _: False)
    opened = Assessing.open(path)
    assert opened.read_only
    assert opened.load(1).system == "Checkout API"
    assert "reading only" in opened.notices[0]
    with pytest.raises(WorkspaceReadOnlyError):
        opened.answer(1, "DAT-01", "agreed", level(1))
    opened.close()


def test_a_file_replaced_while_open_is_noticed_before_the_next_write(workspace: Assessing) -> None:
    path = workspace.path
    other = path.with_name("other.readiness")
    other.write_bytes(b"a colleague's")
    other.replace(path)
    with pytest.raises(WorkspaceMovedError, match="replaced or taken away"):
        workspace.answer(1, "DAT-01", "agreed", level(1))
    assert path.read_bytes() == b"a colleague's"


def test_a_file_deleted_while_open_is_noticed(workspace: Assessing) -> None:
    workspace.path.unlink()
    with pytest.raises(WorkspaceMovedError):
        workspace.answer(1, "DAT-01", "agreed", level(1))


def fill_up(workspace: Assessing) -> None:
    connection = workspace.workspace.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_loses_nothing_that_was_acknowledged(workspace: Assessing) -> None:
    workspace.answer(1, "DAT-01", "agreed", level(4))
    fill_up(workspace)
    with pytest.raises(NotSavedError, match="The disk is full") as refused:
        workspace.answer(1, "DAT-02", "agreed", level(0, note="x" * 200_000))
    assert "Everything saved before is safe" in refused.value.sentence()
    assert workspace.workspace.load(1).agreed["DAT-01"].level == 4
    assert workspace.workspace.load(1).agreed["DAT-02"].level == 2
    workspace.workspace.connection.execute("PRAGMA max_page_count = 1000000")
    workspace.answer(1, "DAT-02", "agreed", level(0))
    assert workspace.workspace.load(1).agreed["DAT-02"].level == 0


class _FailsAfterTheDeed:
    """A connection whose commit is carried out and then reported as failed, so many times."""

    def __init__(self, real: sqlite3.Connection, times: int) -> None:
        self._real = real
        self._times = times

    def execute(self, sql: str, *given: object) -> sqlite3.Cursor:
        done = self._real.execute(sql, *given)  # type: ignore[arg-type]  # passed on as they came
        if sql == "COMMIT" and self._times:
            self._times -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return done

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


@pytest.mark.parametrize(("times", "is_said"), [(1, False), (2, True)])
def test_a_commit_that_failed_after_the_deed_counts_once_the_disk_took_another(
    workspace: Assessing, monkeypatch: pytest.MonkeyPatch, times: int, *, is_said: bool
) -> None:
    database = workspace.workspace.database
    monkeypatch.setattr(database, "connection", _FailsAfterTheDeed(database.connection, times))
    if is_said:
        with pytest.raises(NotSavedError):
            workspace.start(Draft(system="Search", period=Period(2026, 3)))
    else:
        workspace.start(Draft(system="Search", period=Period(2026, 3)))
    assert [system.name for system in workspace.home()] == ["Checkout API", "Search"]


def test_without_the_transaction_a_full_disk_would_leave_half(workspace: Assessing) -> None:
    """The twin: statements that commit by themselves keep the first and lose the second."""
    connection = workspace.workspace.connection
    connection.execute("UPDATE answers SET level = 0 WHERE question = 'DAT-01'")
    fill_up(workspace)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        connection.execute("UPDATE answers SET note = ? WHERE question = 'DAT-02'", ("x" * 200_000,))
    half = workspace.workspace.load(1).agreed
    assert (half["DAT-01"].level, half["DAT-02"].note) == (0, "")


@pytest.mark.shared
def test_every_hostile_workspace_is_refused_and_untouched(tmp_path: Path) -> None:
    if not HOSTILE.is_dir():
        pytest.skip("the hostile corpus is not beside the project")
    for hostile in sorted(HOSTILE.glob("*.db")):
        copy = tmp_path / hostile.name
        copy.write_bytes(hostile.read_bytes())
        with pytest.raises(WorkspaceError):
            open_database(copy)
        assert copy.read_bytes() == hostile.read_bytes(), hostile.name
