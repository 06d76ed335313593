"""The second place for backups: copied, checked, thinned alike, and never in the way."""

import errno
import os
import shutil
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from builders import level

from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.storage import second_place
from readiness.storage.backup_names import backup_folder, backup_name, kept, kept_in, superfluous
from readiness.storage.second_place import advice, mirror, second_folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "other disk"
    made.mkdir()
    return made


def names(path: Path, place: Path) -> list[str]:
    return [one.path.name for one in kept_in(second_folder(path, place), path.stem)]


def test_each_backup_is_copied_and_opens_there(workspace: Assessing, place: Path) -> None:
    made = [workspace.backup().name, workspace.backup().name]
    assert mirror(workspace.path, place).copied == 2
    assert names(workspace.path, place) == made[::-1]
    newest = second_folder(workspace.path, place) / made[1]
    with closing(Assessing.open(newest, look_only=True)) as copy:
        assert copy.load(1).agreed == workspace.load(1).agreed
    assert mirror(workspace.path, place).copied == 0


def test_a_disk_that_is_not_there_is_said_and_caught_up_with_later(workspace: Assessing, place: Path) -> None:
    place.rmdir()
    workspace.backup()
    assert mirror(workspace.path, place).is_missing
    assert not place.exists()
    place.mkdir()
    assert mirror(workspace.path, place).copied == 1


def test_a_copy_that_reads_back_otherwise_gets_no_name(
    workspace: Assessing, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.backup()

    def cut(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")

    monkeypatch.setattr(shutil, "copyfile", cut)
    with pytest.raises(OutputError, match="second place"):
        mirror(workspace.path, place)
    assert list(second_folder(workspace.path, place).iterdir()) == []


def test_a_full_second_place_is_told_and_harms_nothing(
    workspace: Assessing, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = workspace.backup()

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OutputError, match="the disk is full"):
        mirror(workspace.path, place)
    assert first.exists()


def test_a_share_that_cannot_flush_a_folder_takes_copies_all_the_same(
    workspace: Assessing, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flush(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    made = workspace.backup()
    monkeypatch.setattr(os, "fsync", flush)
    assert mirror(workspace.path, place).copied == 1
    assert names(workspace.path, place) == [made.name]


def test_a_damaged_backup_is_not_handed_on(workspace: Assessing, place: Path) -> None:
    workspace.backup().write_bytes(b"damaged")
    good = workspace.backup()
    assert mirror(workspace.path, place).copied == 1
    assert names(workspace.path, place) == [good.name]


def test_four_months_are_thinned_as_beside_the_workspace(
    workspace: Assessing, place: Path, clock: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "still_holds", lambda _path: True)
    monkeypatch.setattr(second_place, "copy_checked", shutil.copyfile)
    second_folder(workspace.path, place).mkdir(parents=True)
    backup_folder(workspace.path).mkdir()
    for _ in range(130):
        backup_name(workspace.path, clock()).write_bytes(b"")  # type: ignore[operator]
        for one in superfluous(kept(workspace.path)):
            one.path.unlink()
        mirror(workspace.path, place)
        clock.advance(days=1)  # type: ignore[attr-defined]
    assert names(workspace.path, place) == [one.path.name for one in kept(workspace.path)]


def test_where_the_first_place_was_lost_the_numbers_go_on(workspace: Assessing, place: Path) -> None:
    for _ in range(3):
        workspace.backup()
    mirror(workspace.path, place)
    shutil.rmtree(backup_folder(workspace.path))
    mirror(workspace.path, place)
    assert [one.number for one in kept(workspace.path)] == [3]
    workspace.answer(1, "DAT-01", "agreed", level(0))
    workspace.backup()
    mirror(workspace.path, place)
    assert [one.number for one in kept_in(second_folder(workspace.path, place), workspace.path.stem)] == [
        4,
        3,
        2,
        1,
    ]


def test_what_was_made_before_the_second_place_was_back_gets_a_number_after_it(
    workspace: Assessing, place: Path, clock: Any
) -> None:
    """Or it would be taken for the oldest: never copied, and never offered as the newest."""
    for _ in range(3):
        workspace.backup()
    mirror(workspace.path, place)
    shutil.rmtree(backup_folder(workspace.path))
    clock.advance(days=1)
    made = [workspace.backup().read_bytes(), workspace.backup().read_bytes()]
    mirror(workspace.path, place)
    assert [one.number for one in kept(workspace.path)] == [5, 4, 3]
    assert [one.path.read_bytes() for one in kept(workspace.path)[:2]] == made[::-1]
    there = kept_in(second_folder(workspace.path, place), workspace.path.stem)
    assert [one.number for one in there] == [5, 4, 3, 2, 1]


def test_two_files_of_one_name_do_not_share_a_folder(tmp_path: Path, place: Path) -> None:
    first, other = tmp_path / "a" / "own.readiness", tmp_path / "b" / "own.readiness"
    assert second_folder(first, place) != second_folder(other, place)


def test_one_file_has_one_folder_whatever_way_leads_to_it(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    own = second_folder(tmp_path / "own.readiness", place)
    assert second_folder(Path("..", "own.readiness"), place) == own


def test_a_place_is_judged_in_words(path: Path, place: Path, tmp_path: Path) -> None:
    assert "same disk" in advice(path, place).note
    assert "not there" in advice(path, tmp_path / "nowhere").fault
    synced = tmp_path / "OneDrive - Quillmere"
    synced.mkdir()
    assert "synced" in advice(path, synced).note
    beside = backup_folder(path)
    beside.mkdir()
    assert "already" in advice(path, beside).fault


def test_a_place_on_another_disk_needs_no_advice(
    path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "_disk", lambda one: 1 if one == place else 2)
    assert advice(path, place) == second_place.Advice()


def test_a_place_that_cannot_be_written_is_refused(
    path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "may_write", lambda _place: False)
    assert "cannot be written" in advice(path, place).fault
