"""Folders of backups that somebody lost track of are found by what is in them, and say whose they are."""

import os
from pathlib import Path
from platform import node
from typing import Any

import pytest

from readiness.errors import WorkspaceError
from readiness.services import restoring
from readiness.services.assessing import Assessing
from readiness.services.backing_up import mirror
from readiness.services.restoring import backups_in, backups_of
from readiness.storage import second_place, sources
from readiness.storage.backup_names import backup_folder, kept
from readiness.storage.second_place import second_folder
from readiness.storage.sources import NOTE, others_of, sources_in


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "other disk"
    made.mkdir()
    return made


@pytest.fixture
def lost(workspace: Assessing, place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a second place that another computer filled."""
    with monkeypatch.context() as there:
        for module in (second_place, sources):
            there.setattr(module, "node", lambda: "ada-laptop")
        workspace.backup()
        mirror(workspace.path, place)
    return place


def test_the_folder_of_a_lost_computer_is_found_by_name_and_says_whose_it_is(
    workspace: Assessing, lost: Path
) -> None:
    assert not second_folder(workspace.path, lost).exists()
    (found,) = others_of(workspace.path, lost)
    assert (found.name, found.computer, found.workspace) == ("quillmere", "ada-laptop", str(workspace.path))
    assert found.made_at == "2026-09-10T08:42:00Z"
    (line,) = backups_in(found)
    assert (line.systems, line.assessments, line.fault) == (1, 1, "")


def test_by_its_own_folder_alone_it_would_not_be_found(workspace: Assessing, lost: Path) -> None:
    """The twin: where backups of a workspace were looked for before, another computer put none."""
    backup_folder(workspace.path).rename(lost.parent / "gone with the laptop")
    assert backups_of(workspace.path, lost) == ()
    (other,) = restoring.others_of(workspace.path, lost)
    assert (other.systems, other.assessments, other.fault) == (1, 1, "")


def test_its_own_folder_is_no_other(workspace: Assessing, lost: Path, clock: Any) -> None:
    clock.advance(days=1)
    mirror(workspace.path, lost)
    assert [line.places for line in backups_of(workspace.path, lost)] == [("beside", "second")]
    assert [source.computer for source in others_of(workspace.path, lost)] == ["ada-laptop"]


def test_a_folder_whose_newest_is_damaged_says_what_the_one_before_holds(
    workspace: Assessing, lost: Path
) -> None:
    (found,) = others_of(workspace.path, lost)
    newest = found.backups[0].path
    newest.with_name(newest.name.replace("000001", "000002")).write_bytes(b"damaged")
    (line,) = restoring.sources_in(lost)
    assert (line.systems, line.fault) == (1, "")
    newest.write_bytes(b"damaged")
    (line,) = restoring.sources_in(lost)
    assert "damaged" in line.fault


def test_every_folder_in_a_place_is_found_the_newest_first(
    workspace: Assessing, lost: Path, clock: Any
) -> None:
    clock.advance(days=1)
    workspace.backup()
    mirror(workspace.path, lost)
    (lost / "holiday").mkdir()
    (lost / "holiday" / "quillmere.txt").write_bytes(b"")
    by_computer = [source.computer for source in sources_in(lost)]
    assert by_computer == [node(), "ada-laptop"]
    assert [source.computer for source in sources_in(lost.parent)] == ["", *by_computer]  # a folder above it
    (own,) = sources_in(backup_folder(workspace.path))  # or the folder itself
    assert (own.name, len(own.backups), own.computer) == ("quillmere", 2, "")


def test_a_name_is_the_same_however_its_letters_are_put_together(
    workspace: Assessing, place: Path, tmp_path: Path
) -> None:
    made = workspace.backup()
    folder = place / "Zürich backups 00000000"
    folder.mkdir()
    made.rename(folder / made.name.replace("quillmere", "Zu\u0308rich"))
    assert len(others_of(tmp_path / "ZÜRICH.readiness", place)) == 1


def test_a_place_that_cannot_be_read_is_said_and_a_search_can_be_stopped(lost: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be read"):
        sources_in(lost / "nowhere")
    assert others_of(lost / "quillmere.readiness", lost / "nowhere") == []
    assert sources_in(lost, stop=lambda: True) == []


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\xff\xfe\x00",
        b"Computer: \xe2\x80\xaeevil\r\nWorkspace: " + b"x" * 50_000,
        b"Computer:\n" * 9000,
    ],
)
def test_a_strange_note_is_no_harm(workspace: Assessing, lost: Path, note: bytes) -> None:
    (found,) = others_of(workspace.path, lost)
    (found.folder / NOTE).write_bytes(note)
    (again,) = others_of(workspace.path, lost)
    assert again.computer in ("", "?evil")
    assert len(again.workspace) < 10_000
    assert len(again.backups) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_place_of_the_note_hangs_nobody(workspace: Assessing, lost: Path) -> None:
    (found,) = others_of(workspace.path, lost)
    (found.folder / NOTE).unlink()
    os.mkfifo(found.folder / NOTE)
    (again,) = others_of(workspace.path, lost)
    assert again.computer == ""


def test_a_note_that_cannot_be_written_keeps_no_backup_away(
    workspace: Assessing, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sources, "sync_file", full)
    workspace.backup()
    assert mirror(workspace.path, place) == 1
    folder = second_folder(workspace.path, place)
    assert [one.name for one in folder.iterdir()] == [kept(workspace.path)[0].path.name]
