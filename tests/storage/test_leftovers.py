"""After a crash: our own journal is played back; a journal or log of another file is put aside."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from crashing import crash, fill, still_writing, values

from readiness.errors import NotAWorkspaceError, WorkspaceInUseError
from readiness.storage import backups
from readiness.storage.leftovers import is_hot, journal_of
from readiness.storage.opening import create_database, open_database


@pytest.fixture
def filled(path: Path) -> Path:
    made = create_database(path)
    fill(made.connection)
    made.close()
    return path


def test_the_journal_of_a_crash_undoes_the_half_transaction(filled: Path) -> None:
    assert is_hot(crash(filled))
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"befor"}
        assert opened.notices == []


def test_without_its_journal_the_file_would_be_torn(filled: Path) -> None:
    """The twin: the crash really left half a transaction in the file."""
    crash(filled).unlink()
    with closing(sqlite3.connect(filled)) as torn:
        assert values(torn) == {"befor", "after"}


def test_a_power_cut_in_the_middle_of_a_new_page_is_undone(filled: Path) -> None:
    journal = crash(filled)
    with filled.open("ab") as file:
        file.write(b"x" * 512)
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"befor"}
    assert not is_hot(journal)


def test_without_a_journal_half_a_page_is_refused(filled: Path) -> None:
    with filled.open("ab") as file:
        file.write(b"x" * 512)
    with pytest.raises(NotAWorkspaceError, match="do not add up"):
        open_database(filled)


def test_a_journal_of_another_file_is_put_aside_and_named(filled: Path) -> None:
    restored = _a_backup_of_something_else(filled)
    content = restored.read_bytes()
    journal = crash(filled)
    restored.replace(filled)
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"other"}
        assert "put aside as quillmere.readiness-journal.aside1" in opened.notices[0]
    assert not journal.exists()
    assert filled.read_bytes()[100:] == content[100:]


def test_sqlite_alone_would_play_it_into_the_restored_file(filled: Path) -> None:
    """The twin: opened without looking, the restored file is spoiled."""
    restored = _a_backup_of_something_else(filled)
    crash(filled)
    restored.replace(filled)
    with closing(sqlite3.connect(filled)) as naive:
        try:
            is_whole = naive.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            is_right = is_whole and values(naive) == {"other"}
        except sqlite3.DatabaseError:
            is_right = False
    assert not is_right


def _a_backup_of_something_else(path: Path) -> Path:
    """Return a sound workspace that is not the one at the path: shorter rows, other pages."""
    made = create_database(path.with_name("other.readiness"))
    fill(made.connection)
    made.connection.execute("UPDATE keeping SET value = 'other' || substr(value, 1, 90 + length(name))")
    copy = path.with_name("restored.readiness")
    backups.copy_to(made, copy)
    made.close()
    return copy


def test_a_journal_that_is_being_written_is_never_touched(filled: Path) -> None:
    with still_writing(filled) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        journal = journal_of(filled)
        assert is_hot(journal)
        with pytest.raises(WorkspaceInUseError):
            open_database(filled)
        assert is_hot(journal)
        writer.kill()
        writer.wait()
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"befor"}


@pytest.mark.parametrize("content", [b"", b"\0" * 600, b"somebody's notes"])
def test_what_is_no_journal_does_no_harm(filled: Path, content: bytes) -> None:
    journal_of(filled).write_bytes(content)
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"befor"}


def test_each_stray_log_keeps_a_name_of_its_own(filled: Path) -> None:
    stray = filled.with_name(filled.name + "-wal")
    for number in (1, 2):
        stray.write_bytes(b"another copy's, %d" % number)
        with closing(open_database(filled)) as opened:
            assert f"put aside as quillmere.readiness-wal.aside{number}" in opened.notices[0]
    assert stray.with_name(f"{stray.name}.aside1").read_bytes() == b"another copy's, 1"


def test_a_log_with_content_that_another_program_keeps_is_not_taken_from_it(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE keeping SET value = 'other'")
        other.commit()
        with pytest.raises(WorkspaceInUseError, match="Another program has changed"):
            open_database(filled)
    with closing(open_database(filled)) as opened:
        assert values(opened.connection) == {"other"}
        assert opened.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
