"""What is worked on through a copy: whatever fails on either side, nothing that was called saved is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import copyist
import pytest
import robot
from power_cuts import Cut, cuts_of_two
from rounds import rounds, tell
from straced import Call, record

pytestmark = pytest.mark.faults

STEPS = 4
PARTS = 4
"""So that two can run side by side."""


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a network drive in it and a place for copies."""
    base = tmp_path / "base"
    (base / "share").mkdir(parents=True)
    monkeypatch.setattr("readiness.paths.working_copies", lambda: copyist.here(base))
    return base


def recorded(base: Path, *how: str) -> list[Call]:
    """Record what the robot asks of the system, over all its visits."""
    return record(copyist.command(base, STEPS, *how), base.parent / "log", robot.surroundings())


def states_of(calls: list[Call]) -> list[str]:
    """Return the state after each line that the robot told."""
    told = b"".join(call.texts[0] for call in calls if call.name == "write" and call.numbers[0] == 1)
    return robot.states_of(told)


def replayed(base: Path, calls: list[Call], stands: tuple[Path | None, ...], number: int) -> Iterator[Cut]:
    """Put what each cut leaves where it was, one after the other."""
    for cut in cuts_of_two(calls, base, stands, number, seed=20261126):
        shutil.rmtree(base)
        (base / "share").mkdir(parents=True)
        cut.write_to(base, base)
        yield cut


def losses(base: Path, calls: list[Call], stands: tuple[Path | None, ...], number: int) -> list[str]:
    """Return what so many cuts took."""
    whole = states_of(calls)
    given = replayed(base, calls, stands, number)
    return [f"{cut.told[-1:]}: {what}" for cut in given if (what := copyist.lost_in(base, cut.told, whole))]


def test_a_power_cut_here_or_in_the_folder_takes_nothing(base: Path) -> None:
    tried = rounds(500, 5000)
    lost = losses(base, recorded(base), (None, base / "share", copyist.here(base)), tried)
    assert lost == []
    tell(7, "power cuts here, in the folder of a working copy, or both", tried, len(lost))


def test_killed_at_any_call_it_takes_nothing(base: Path) -> None:
    """What a killed program had written stands, on both sides."""
    tried = rounds(200, 2000)
    lost = losses(base, recorded(base), (base,), tried)
    assert lost == []
    tell(7, "working copies left at any call to the system", tried, len(lost))


def test_copying_straight_onto_the_name_would_leave_half_a_file(base: Path) -> None:
    """The twin: what a file manager does."""
    tried = rounds(100, 1000)
    lost = losses(base, recorded(base, "straight"), (None, base / "share", base), tried)
    assert sum("unopenable" in what for what in lost) >= tried // 50
    tell(7, "the same, copied straight onto the name (the twin, which must lose)", tried, len(lost))


def test_a_copy_that_goes_before_the_folder_was_flushed_would_be_lost(base: Path) -> None:
    """The twin: the name in the folder goes back to what it was, and there is nothing here any more."""
    tried = rounds(100, 1000)
    lost = losses(base, recorded(base, "unsynced"), (copyist.here(base),), tried)
    assert sum("lacks" in what for what in lost) >= tried // 50
    tell(7, "the same, without flushing the folder (the twin, which must lose)", tried, len(lost))
