"""A disk of 2 MB that is full, as the folder or under its working copy: told, and nothing lost."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import level, the_worked_example
from copyist import copy_straight
from disks import small_disk
from rounds import tell
from sharing import answer, answered, crashed, desk, left_here, names_in, stands

from readiness import paths
from readiness.errors import NotSavedError, NotWrittenBackError, OutputError
from readiness.services.assessing import Assessing
from readiness.storage import copied
from readiness.storage.clock import now
from readiness.storage.lock_note import note_path
from readiness.storage.working_copy import WorkingCopy

pytestmark = pytest.mark.faults

SIZE = 2 << 20


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk(SIZE) as made:
        if made is None:
            pytest.skip("only who may mount a small disk can fill one")
        yield made


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a workspace with an answer in it, closed."""
    path = tmp_path / "made" / "work.readiness"
    with closing(Assessing.create(path)) as first:
        first.import_answers(the_worked_example())
    return path


def fill_up(disk: Path, left: int = 0) -> Path:
    filling = disk / "filling"
    filling.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - left)))
    return filling


@pytest.mark.parametrize("room", [0, 4096, 60_000, 120_000])
def test_a_full_folder_keeps_what_it_has_and_gets_all_once_there_is_room(
    disk: Path, made: Path, room: int
) -> None:
    path = Path(shutil.copy(made, disk / made.name))
    work = desk(path, now)
    before = path.read_bytes()
    filling = fill_up(disk, room)
    for number in range(5):
        answer(work, number)
        with pytest.raises(NotWrittenBackError, match="the disk is full") as told:
            copied.write_back(work.workspace.database)
        assert told.value.safe == "Every answer is saved on this computer."
        assert path.read_bytes() == before
    with pytest.raises(OutputError):
        work.close()
    assert left_here() == [path.name]
    assert not [name for name in names_in(disk) if name.endswith("-tmp")]
    with closing(desk(path, now)) as again:
        filling.unlink()
        assert answered(again) == 4
    assert stands(path) == 4
    assert left_here() == []
    tell(7, "working copies: written back into a full folder", 5, 0)


def test_copied_straight_onto_the_name_a_full_folder_would_lose_what_it_had(
    disk: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin."""
    path = Path(shutil.copy(made, disk / made.name))
    work = desk(path, now)
    before = path.read_bytes()
    fill_up(disk, 4096)
    for number in range(8):
        work.answer(1, "DAT-01", "agreed", level(1, note=f"{number} " + "x" * 4000))
    monkeypatch.setattr(WorkingCopy, "_copy_to", copy_straight)
    with pytest.raises(NotWrittenBackError):
        copied.write_back(work.workspace.database)
    assert path.read_bytes() != before
    crashed(work)


def test_a_full_folder_in_which_not_even_the_note_has_room_opens_nothing(disk: Path, made: Path) -> None:
    path = Path(shutil.copy(made, disk / made.name))
    filling = fill_up(disk)
    with pytest.raises(OutputError, match="cannot be noted"):
        desk(path, now)
    assert not note_path(path).exists()
    filling.unlink()
    desk(path, now).close()


def test_what_is_left_here_goes_on_although_the_folder_is_full(disk: Path, made: Path) -> None:
    path = Path(shutil.copy(made, disk / made.name))
    work = desk(path, now)
    answer(work, 1)
    crashed(work)
    note_path(path).unlink()
    filling = fill_up(disk)
    again = desk(path, now)
    assert "Nothing can be written to the folder" in again.notices[-1]
    answer(again, 2)
    filling.unlink()
    again.close()
    assert stands(path) == 2


@pytest.mark.parametrize("room", [0, 4096, 60_000])
def test_without_room_here_nothing_is_opened_and_nothing_stays(
    disk: Path, made: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(paths, "working_copies", lambda: disk / "copies")
    before = made.read_bytes()
    filling = fill_up(disk, room)
    with pytest.raises(OutputError, match="on this computer"):
        desk(made, now)
    assert made.read_bytes() == before
    assert names_in(made.parent) == ["work backups", "work.readiness"]
    assert left_here() == []
    filling.unlink()
    with closing(desk(made, now)) as work:
        answer(work, 1)
    assert stands(made) == 1


def test_a_disk_here_that_fills_up_keeps_what_was_called_saved(
    disk: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "working_copies", lambda: disk / "copies")
    work = desk(made, now)
    filling = fill_up(disk, 100_000)
    saved: list[str] = []
    with pytest.raises(NotSavedError):
        answer_until_full(work, saved)
    assert saved
    with pytest.raises(NotWrittenBackError, match="Make room in"):
        copied.write_back(work.workspace.database)
    with pytest.raises(OutputError):
        work.close()
    again = desk(made, now)
    assert again.load(1).agreed["DAT-01"].note == saved[-1]
    filling.unlink()
    again.close()
    with closing(Assessing.open(made, look_only=True)) as there:
        assert there.load(1).agreed["DAT-01"].note == saved[-1]
    assert left_here() == []


def answer_until_full(work: Assessing, saved: list[str]) -> None:
    for number in range(100):
        note = f"{number} " + "x" * 4000
        work.answer(1, "DAT-01", "agreed", level(1, note=note))
        saved.append(note)
