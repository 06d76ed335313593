"""Whatever the disk refuses, it is said, and nothing that was saved before is lost."""

import random
import shutil
import subprocess
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import robot
from rounds import rounds, tell
from straced import record, with_faults

from readiness.services.assessing import Assessing
from readiness.storage.backup_names import backup_folder

pytestmark = pytest.mark.faults

STEPS = 16
CHANGING = ("answered", "sealed", "revised")
PARTS = 4
"""So that two can run side by side."""
CALLS = ("openat", "pwrite64", "fdatasync", "fsync", "unlink", "rename", "pread64", "ftruncate")
ERRORS = ("ENOSPC", "EIO", "EACCES")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Return a workspace in which the robot has worked already, closed."""
    path = tmp_path / "before" / "work.readiness"
    path.parent.mkdir()
    subprocess.run(robot.command(path, STEPS), env=robot.surroundings(), capture_output=True, check=True)
    return path


def paths_of(path: Path) -> list[Path]:
    """Return every path of a session: the file, its journal, its backup and their folders."""
    folder = backup_folder(path)
    backup = folder / f"{path.stem} 000002 2026-09-10 0842.readiness"
    part = backup.with_name(f".{backup.name}.part.readiness-tmp")
    return [path, path.with_name(f"{path.name}-journal"), path.parent, folder, backup, part]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fault led to: said and safe, or what went wrong."""

    fault: str
    wrong: str
    refused: int
    kept: int


def run(before: Path, folder: Path, fault: str, *how: str) -> Outcome:
    """Let the robot work on a copy while the disk fails, and look at what is left."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before.parent, folder)
    path = folder / before.name
    start = state_of(path)
    done = with_faults(robot.command(path, STEPS, *how), fault, paths_of(path), robot.surroundings())
    told = [line.split(" ") for line in done.stdout.decode().splitlines()]
    wrong = "" if done.returncode == 0 else done.stderr.decode()[-600:]
    states = robot.states_of(f"before {start}\n".encode() + done.stdout)
    left = state_of(path)
    if left != states[-1] and ["refused", ""] not in told:
        wrong = wrong or f"what was told last is not there: {left} {told}"
    if any(what in CHANGING and state == states[index] for index, (what, state) in enumerate(told)):
        wrong = wrong or f"something was called saved that is not: {told}"
    refused = [index for index, (what, state) in enumerate(told) if what == "refused" and state]
    kept = sum(told[index][1] != told[index - 1][1] for index in refused if index and told[index - 1][1])
    return Outcome(fault, wrong, sum(what == "refused" for what, _ in told), kept)


def state_of(path: Path) -> str:
    with closing(Assessing.open(path)) as desk:
        assert desk.verify().ok
        return robot.fingerprint(desk.workspace.connection)


def faults(counted: Counter[str], number: int) -> list[str]:
    """Return so many faults, over all calls, errors, moments, once and for good."""
    chance = random.Random(20260910)
    kinds = [(call, error) for call in CALLS if counted[call] for error in ERRORS]
    return [
        f"{call}:error={error}:when={chance.randint(1, counted[call])}{'+' if number % 2 else ''}"
        for number, (call, error) in zip(range(number), kinds * number, strict=False)
    ]


@pytest.mark.parametrize("part", range(PARTS))
def test_each_call_that_fails_is_said_and_loses_nothing(before: Path, tmp_path: Path, part: int) -> None:
    folder = tmp_path / "tried"
    shutil.copytree(before.parent, folder)
    path = folder / before.name
    calls = record(robot.command(path, STEPS), tmp_path / "log", robot.surroundings(), paths_of(path))
    counted = Counter(call.name for call in calls)
    given = faults(counted, rounds(150, 700))[part::PARTS]
    outcomes = [run(before, folder, fault) for fault in given]
    wrong = [outcome for outcome in outcomes if outcome.wrong]
    assert wrong == []
    # A disk that failed once, after the deed, has done it: that is not called refused.
    assert [outcome for outcome in outcomes if outcome.kept and "+" not in outcome.fault] == []
    assert sum(outcome.refused > 0 for outcome in outcomes) > len(given) // 4
    tell(2, "calls to the system that fail, once or for good", len(given), len(wrong))


def test_an_error_that_is_swallowed_would_be_seen(before: Path, tmp_path: Path) -> None:
    """The twin: a program that goes on as if nothing had been called something saved that is not there."""
    outcome = run(before, tmp_path / "tried", "fdatasync:error=EIO:when=8", "silent")
    assert "called saved that is not" in outcome.wrong
