"""What lies beside a workspace under SQLite's own names, and under ours, leads nobody to another file."""

import os
import sqlite3
import struct
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from crashing import crash, fill, values

from readiness.errors import NotAWorkspaceError, ReadinessError, WorkspaceError
from readiness.storage.backups import still_holds
from readiness.storage.leftovers import journal_of
from readiness.storage.lock_note import note_path, read_note
from readiness.storage.opening import create_database, open_database

AT_ONCE_S = 2.0
PRECIOUS = "somebody's letters\n" * 90
Lay = Callable[[Path, Path], object]


@pytest.fixture
def filled(path: Path) -> Path:
    with closing(create_database(path)) as made:
        fill(made.connection)
    return path


@pytest.fixture
def precious(path: Path) -> Path:
    letters = path.with_name("letters.txt")
    letters.write_text(PRECIOUS, "utf-8")
    return letters


def a_journal_that_names(other: Path, pages: int = 9, page: int = 4096) -> bytes:
    """Return what SQLite takes for the journal of a change to several databases: it ends in a name."""
    magic, name = bytes.fromhex("d9d505f920a163d7"), os.fsencode(other)
    head = magic + struct.pack(">5I", 0, 7, pages, 512, page)
    tail = struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">2I", len(name), sum(name))
    return head.ljust(512, b"\0") + tail + magic


STRANGE: dict[str, Lay] = {
    "a link": lambda at, other: at.symlink_to(other),
    "a link to nothing": lambda at, _: at.symlink_to(at.with_name("made-by-us")),
    "a second name": lambda at, other: os.link(other, at),
    "a pipe": lambda at, _: os.mkfifo(at),
    "a folder": lambda at, _: at.mkdir(),
    "a device": lambda at, _: at.symlink_to("/dev/zero"),
    "one that names another": lambda at, other: at.write_bytes(a_journal_that_names(other)),
}


@pytest.mark.parametrize("look_only", [False, True])
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", STRANGE)
def test_what_this_program_did_not_write_beside_it_is_named_and_harms_nobody(
    filled: Path, precious: Path, kind: str, ending: str, *, look_only: bool
) -> None:
    STRANGE[kind](filled.with_name(filled.name + ending), precious)
    before, names = filled.read_bytes(), sorted(filled.parent.iterdir())
    begin = time.monotonic()
    with pytest.raises(WorkspaceError, match=f"{filled.name}{ending}, which this program did not write"):
        open_database(filled, look_only=look_only)
    assert not still_holds(filled)
    assert time.monotonic() - begin < AT_ONCE_S
    assert filled.read_bytes() == before
    assert sorted(filled.parent.iterdir()) == names
    assert precious.read_text("utf-8") == PRECIOUS


def test_sqlite_alone_would_delete_the_file_that_a_journal_names(filled: Path, precious: Path) -> None:
    """The twin."""
    journal_of(filled).write_bytes(a_journal_that_names(precious, filled.stat().st_size // 4096))
    with closing(sqlite3.connect(filled)) as naive:
        naive.execute("SELECT count(*) FROM keeping").fetchone()
    assert not precious.exists()


NOTES: dict[str, Lay] = {
    name: lay for name, lay in STRANGE.items() if name not in {"a folder", "one that names another"}
}


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_that_is_no_file_of_its_own_is_not_written_through(
    filled: Path, precious: Path, kind: str
) -> None:
    NOTES[kind](note_path(filled), precious)
    begin = time.monotonic()
    with closing(open_database(filled)):
        holder = read_note(filled)
        assert holder is not None
        assert note_path(filled).lstat().st_nlink == 1
        assert not note_path(filled).is_symlink()
    assert time.monotonic() - begin < AT_ONCE_S
    assert precious.read_text("utf-8") == PRECIOUS
    assert not note_path(filled).exists()
    assert not filled.with_name("made-by-us").exists()


@pytest.mark.parametrize("kind", STRANGE)
def test_nobody_waits_at_what_stands_where_a_note_should(filled: Path, precious: Path, kind: str) -> None:
    STRANGE[kind](note_path(filled), precious)
    assert read_note(filled) is None


def test_a_folder_in_its_place_is_no_reason_not_to_work(filled: Path) -> None:
    note_path(filled).mkdir()
    with closing(open_database(filled)) as opened:
        assert not opened.read_only
    assert note_path(filled).is_dir()


def logged(path: Path) -> None:
    """Let the head say that another program writes it through a log."""
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\2\2")


def test_a_stranger_that_is_written_through_a_log_is_refused_untouched(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("CREATE TRIGGER t AFTER INSERT ON trail BEGIN DELETE FROM answers; END")
    logged(filled)
    before, names = filled.read_bytes(), sorted(filled.parent.iterdir())
    with pytest.raises(NotAWorkspaceError, match="not the ones this program makes"):
        open_database(filled)
    assert filled.read_bytes() == before
    assert sorted(filled.parent.iterdir()) == names


@pytest.mark.parametrize("look_only", [False, True])
def test_one_of_ours_that_was_written_so_is_opened(filled: Path, *, look_only: bool) -> None:
    logged(filled)
    names = sorted(filled.parent.iterdir())
    with closing(open_database(filled, look_only=look_only)) as opened:
        assert values(opened.connection) == {"befor"}
    assert sorted(filled.parent.iterdir()) == names


def test_a_damaged_file_is_refused_before_its_journal_is_played_into_it(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        root = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'trail'").fetchone()[0]
    journal = crash(filled)
    with filled.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\7" * 4096)
    before, half = filled.read_bytes(), journal.read_bytes()
    with pytest.raises(NotAWorkspaceError):
        open_database(filled)
    assert filled.read_bytes() == before
    assert journal.read_bytes() == half


def test_a_link_to_itself_is_refused_in_words(path: Path) -> None:
    path.symlink_to(path.name)
    with pytest.raises(ReadinessError):
        open_database(path)
