"""A journal is played back before its file goes: whatever interrupts it, the two belong together."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from crashing import crash, fill, values

from readiness.errors import OutputError
from readiness.storage import backups, settling
from readiness.storage.backup_names import kept
from readiness.storage.leftovers import is_hot, journal_of
from readiness.storage.opening import create_database, open_database
from readiness.storage.replacing import make_ready, put_in_place


@pytest.fixture
def crashed(path: Path) -> Path:
    """Return a workspace that a crash left half changed, with a backup from before that."""
    made = create_database(path)
    fill(made.connection)
    backups.back_up(made)
    made.connection.execute("UPDATE keeping SET value = 'later' || substr(value, 6)")
    made.close()
    assert is_hot(crash(path))
    return path


def restored(path: Path) -> Path:
    """Restore the backup; return what was kept of what stood there."""
    aside = put_in_place(make_ready(kept(path)[0].path, path), path)
    assert aside is not None
    return aside


def said(path: Path) -> set[str]:
    with closing(open_database(path)) as opened:
        return values(opened.connection)


def test_what_stood_there_is_kept_as_it_was_before_the_crash(crashed: Path) -> None:
    aside = restored(crashed)
    assert not journal_of(crashed).exists()
    assert said(crashed) == {"befor"}
    assert said(aside) == {"later"}


@pytest.mark.parametrize("step", ["_play_back", "_take_over", "blank"])
def test_where_it_cannot_be_played_back_the_workspace_is_as_it_was(
    crashed: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    names = {one.name for one in crashed.parent.iterdir()}
    monkeypatch.setattr(settling, step, full)
    with pytest.raises(OutputError, match="could not be replaced"):
        restored(crashed)
    assert {one.name for one in crashed.parent.iterdir()} == names
    assert is_hot(journal_of(crashed))
    assert said(crashed) == {"later"}


def test_stopped_in_the_middle_it_is_played_back_at_the_next_opening(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, left = os.write, 20

    def dies(handle: int, content: bytes) -> int:
        nonlocal left
        left -= 1
        if not left:
            raise OSError(5, "Input/output error")
        return write(handle, content)

    before = crashed.read_bytes()
    with monkeypatch.context() as there:
        there.setattr(os, "write", dies)
        with pytest.raises(OutputError):
            restored(crashed)
    assert crashed.read_bytes() != before
    assert said(crashed) == {"later"}


def test_with_the_journal_gone_first_it_would_be_torn(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: the journal is let go of before what it undoes is undone."""

    def careless(path: Path, _file: object) -> None:
        journal_of(path).unlink()
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as there:
        there.setattr("readiness.storage.replacing.settle", careless)
        with pytest.raises(OutputError):
            restored(crashed)
    assert said(crashed) != {"later"}


def test_a_journal_of_another_file_is_not_played_into_this_one(crashed: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "other.readiness"
    made = create_database(other)
    fill(made.connection)
    made.connection.execute("UPDATE keeping SET value = 'other' || substr(value, 1, 90 + length(name))")
    backups.copy_to(made, tmp_path / "whole.readiness")
    made.close()
    (tmp_path / "whole.readiness").replace(crashed)  # another program put it there: the journal is a stranger
    aside = restored(crashed)
    assert not journal_of(crashed).exists()
    assert said(crashed) == {"befor"}
    assert is_hot(journal_of(aside))
    assert said(aside) == {"other"}


def test_a_damaged_file_is_kept_with_its_journal(crashed: Path) -> None:
    crashed.write_bytes(b"damaged " * 2000)
    journal = journal_of(crashed).read_bytes()
    aside = restored(crashed)
    assert aside.read_bytes() == b"damaged " * 2000
    assert journal_of(aside).read_bytes() == journal
    assert said(crashed) == {"befor"}
