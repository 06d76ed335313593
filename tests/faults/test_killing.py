"""Killed at any moment, it leaves what it had called saved; the lock goes with it, and only then."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from robot import fingerprint, states_of
from rounds import rounds, tell
from workshop import Workshop

from readiness.errors import WorkspaceInUseError
from readiness.storage.opening import open_database

pytestmark = pytest.mark.faults

STEPS = 40


def state_of(path: Path) -> str:
    with closing(open_database(path)) as database:
        return fingerprint(database.connection)


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("robot") as made:
        yield made


def test_killed_at_any_moment_nothing_that_was_saved_is_lost(tmp_path: Path, workshop: Workshop) -> None:
    told = workshop.run("robot.main", tmp_path / "whole" / "work.readiness", STEPS)
    whole = states_of("\n".join(told).encode())
    chance = random.Random(20260910)
    tried = rounds(50, 500)
    lost = []
    folder = tmp_path / "killed"
    for _ in range(tried):
        shutil.rmtree(folder, ignore_errors=True)
        number = workshop.start("robot.main", folder / "work.readiness", STEPS)
        told = [workshop.line() for _ in range(chance.randint(1, STEPS))]
        told += workshop.end(number)
        found = state_of(folder / "work.readiness")
        if found not in whole[len(told) - 1 : len(told) + 1]:
            lost.append((told, found))
    assert lost == []
    tell(1, "processes killed with kill -9 while they save", tried, len(lost))


def test_a_second_opener_is_refused_until_the_first_is_gone(tmp_path: Path, workshop: Workshop) -> None:
    path = tmp_path / "work.readiness"
    tried = rounds(50, 500)
    state = ""
    for _ in range(tried):
        number = workshop.start("robot.main", path, 3, "stay")
        made, first = workshop.line().split(" ")
        assert made == "made"
        assert state in ("", first)
        with pytest.raises(WorkspaceInUseError):
            open_database(path)
        list(iter(workshop.line, "end "))
        with pytest.raises(WorkspaceInUseError):
            open_database(path)
        workshop.end(number)
        state = state_of(path)
    tell(5, "second openers refused, and let in once the first was killed", 2 * tried, 0)
