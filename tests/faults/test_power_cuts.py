"""What was shown as saved is there after a power cut; with the settings of many programs it would not be."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import robot
from power_cuts import Cut, cuts
from rounds import rounds, tell
from straced import Call, record

from readiness.errors import ReadinessError
from readiness.storage import backups
from readiness.storage.opening import open_database

pytestmark = pytest.mark.faults

STEPS = 60
WORK = Path("Readiness", "mine", "work.readiness")
"""In folders that are as new as the file: a power cut may take these too."""


def recorded(base: Path, *how: str) -> list[Call]:
    """Record a session of the robot."""
    folder = base / "recorded"
    folder.mkdir()
    path = folder / WORK
    return record(robot.command(path, STEPS, *how), base / "log", robot.surroundings())


def replayed(calls: list[Call], base: Path, number: int) -> Iterator[tuple[Cut, Path]]:
    """Put what each power cut leaves into files, and return them one after the other."""
    folder = base / "left"
    for cut in cuts(calls, base / "recorded", number, seed=20260910):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        cut.write_to(folder, base / "recorded")
        yield cut, folder / WORK


def acceptable(cut: Cut, whole: list[str]) -> set[str]:
    """Return the states that may be found: the last one told, or the one that was on its way to be."""
    told = [line.split(" ")[1] for line in cut.told]
    following = whole[len(told) : len(told) + 1]
    return {state for state in [*told[-1:], *following] if state} or set(whole)


def states_of(calls: list[Call]) -> list[str]:
    """Return the state after each line that the robot told."""
    told = b"".join(call.texts[0] for call in calls if call.name == "write" and call.numbers[0] == 1)
    return robot.states_of(told)


def lost_in(cut: Cut, path: Path, whole: list[str]) -> str:
    """Return what a power cut took that had been told; nothing where all is there."""
    if not path.exists():
        return "the file" if cut.told else ""
    try:
        with closing(open_database(path)) as database:
            found = robot.fingerprint(database.connection)
    except ReadinessError as error:
        return f"unopenable: {error.sentence()}"
    if found not in acceptable(cut, whole):
        return "an answer"
    if any(line.startswith("backed-up") for line in cut.told) and backups.newest_sound(path) is None:
        return "a backup"
    return ""


def test_a_power_cut_at_any_moment_takes_nothing_that_was_saved(tmp_path: Path) -> None:
    calls = recorded(tmp_path)
    whole = states_of(calls)
    tried = rounds(500, 5000)
    lost = [what for cut, path in replayed(calls, tmp_path, tried) if (what := lost_in(cut, path, whole))]
    assert lost == []
    tell(1, "power cuts, replayed from a record of every write", tried, len(lost))


def test_with_careless_settings_the_same_power_cuts_take_answers(tmp_path: Path) -> None:
    """The twin: WAL and NORMAL, as many programs have it, lose what they called saved."""
    calls = recorded(tmp_path, "careless")
    whole = states_of(calls)
    tried = rounds(500, 5000)
    lost = sum(careless_loss(cut, path, whole) for cut, path in replayed(calls, tmp_path, tried))
    assert lost >= tried // 5
    tell(1, "the same with WAL and NORMAL (the twin, which must lose)", tried, lost)


def careless_loss(cut: Cut, path: Path, whole: list[str]) -> bool:
    if not path.exists():
        return bool(cut.told)
    try:
        with closing(sqlite3.connect(path)) as connection:
            return robot.fingerprint(connection) not in acceptable(cut, whole)
    except sqlite3.Error:
        return bool(cut.told)
