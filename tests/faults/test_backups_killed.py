"""A backup that is interrupted anywhere leaves no half one under a backup's name."""

import os
import random
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import the_worked_example
from rounds import rounds, tell
from workshop import Workshop, die_within

from readiness.services.assessing import Assessing
from readiness.storage.backup_names import backup_folder

pytestmark = pytest.mark.faults

SLOWEST = 30_000
"""Microseconds that a backup takes and some more."""


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("test_backups_killed") as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "work.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
    return path


def back_up() -> None:
    """Back up the workspace named, and say so; or be gone before."""
    with closing(Assessing.open(Path(sys.argv[1]))) as desk:
        os.write(1, b"open\n")
        die_within(int(sys.argv[2]))
        desk.backup()
        os.write(1, b"made\n")


def copy_straight() -> None:
    """Back up as many programs do: straight to the final name."""
    with closing(Assessing.open(Path(sys.argv[1]))) as desk:
        folder = backup_folder(desk.path)
        folder.mkdir(exist_ok=True)
        die_within(int(sys.argv[2]))
        with (folder / f"{time.time_ns()}.readiness").open("wb") as file:
            for page in desk.workspace.connection.serialize():
                file.write(bytes([page]))


def broken(folder: Path) -> list[Path]:
    """Return the backups that cannot be opened."""
    return [one for one in sorted(folder.glob("*.readiness")) if not _opens(one)]


def _opens(path: Path) -> bool:
    try:
        with closing(Assessing.open(path, look_only=True)) as desk:
            return desk.verify().ok
    except Exception:  # noqa: BLE001 - whatever it is, it does not open
        return False


def test_killed_in_the_middle_no_half_backup_has_a_name(path: Path, workshop: Workshop) -> None:
    chance = random.Random(20260910)
    tried, interrupted = rounds(60, 600), 0
    for _ in range(tried):
        told = workshop.run("test_backups_killed.back_up", path, chance.randrange(1, SLOWEST))
        interrupted += "made" not in told
        assert broken(backup_folder(path)) == []
    assert interrupted > tried // 10
    with closing(Assessing.open(path)) as desk:
        desk.backup()
    assert list(backup_folder(path).glob(".*")) == []
    tell(10, "backups killed while they were made; half ones under a final name", tried, 0)


def test_written_straight_to_its_name_half_ones_would_be_left(path: Path, workshop: Workshop) -> None:
    """The twin: a backup that has its name before it is whole."""
    chance = random.Random(20260910)
    for _ in range(20):
        workshop.run("test_backups_killed.copy_straight", path, chance.randrange(1, SLOWEST))
    assert broken(backup_folder(path))
    shutil.rmtree(backup_folder(path))
