"""A disk of 2 MB that is full: the workspace opens and says so, nothing is lost, and room makes it go on."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import level, the_worked_example
from crashing import crash, fill, values
from disks import small_disk

from readiness.errors import NotSavedError, OutputError
from readiness.services.assessing import Assessing
from readiness.storage.database import Database
from readiness.storage.leftovers import journal_of
from readiness.storage.opening import create_database, open_database

pytestmark = pytest.mark.faults

SIZE = 2 << 20


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk(SIZE) as made:
        if made is None:
            pytest.skip("only who may mount a small disk can fill one")
        yield made


@pytest.fixture
def path(disk: Path) -> Path:
    path = disk / "work.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
    return path


def fill_up(disk: Path, left: int = 0) -> Path:
    """Take all room but so many bytes."""
    filling = disk / "filling"
    room = shutil.disk_usage(disk).free - left
    filling.write_bytes(bytes(max(0, room)))
    return filling


def answer_until_full(desk: Assessing) -> None:
    for number in range(40):
        desk.answer(1, "DAT-01", "agreed", level(1, note=f"{number} " + "x" * 4000))


def keep_until_full(database: Database, saved: list[str]) -> None:
    for number in range(100):
        with database.transaction() as connection:
            connection.execute("INSERT INTO keeping VALUES (?, ?)", (f"{number}", "x" * 3000))
        saved.append(f"{number}")


def notes(desk: Assessing) -> set[str]:
    return {answer.note for answer in desk.load(1).agreed.values()}


def test_it_opens_reads_warns_and_loses_nothing(disk: Path, path: Path) -> None:
    filling = fill_up(disk)
    desk = Assessing.open(path)
    try:
        assert any("has 0 MB left" in notice for notice in desk.notices)
        before = desk.load(1)
        with pytest.raises(NotSavedError, match="The disk is full") as refused:
            answer_until_full(desk)
        assert "kept in the window" in refused.value.sentence()
        with pytest.raises(OutputError, match="No backup could be made"):
            desk.backup()
        assert desk.load(1).agreed.keys() == before.agreed.keys()
        filling.unlink()
        desk.answer(1, "DAT-01", "agreed", level(2, note="with room again"))
    finally:
        desk.close()
    with closing(Assessing.open(path)) as again:
        assert "with room again" in notes(again)
        assert again.verify().ok


def test_what_was_called_saved_before_it_filled_is_there(disk: Path, path: Path) -> None:
    saved: list[str] = []
    with closing(open_database(path)) as database:
        fill_up(disk, left=40_000)
        with pytest.raises(NotSavedError):
            keep_until_full(database, saved)
    assert saved
    with closing(open_database(path)) as again:
        kept = {row[0] for row in again.connection.execute("SELECT name FROM keeping")}
        assert set(saved) <= kept
        assert len(kept - set(saved)) == 0


def test_a_change_that_was_cut_off_is_taken_back_without_room(disk: Path) -> None:
    path = disk / "crashed.readiness"
    with closing(create_database(path)) as database:
        fill(database.connection)
    crash(path)
    fill_up(disk)
    with closing(open_database(path)) as opened:
        assert values(opened.connection) == {"befor"}
    assert not journal_of(path).exists()


def test_with_room_enough_nothing_is_warned_of(tmp_path: Path) -> None:
    """The twin: it is the room that is told of."""
    path = tmp_path / "work.readiness"
    create_database(path).close()
    with closing(open_database(path)) as opened:
        assert not [notice for notice in opened.notices if "MB left" in notice]
