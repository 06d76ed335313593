"""What is worked on through a copy: whatever fails on either side, nothing that was called saved is lost."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import copyist
import pytest
import quarrel
import robot
from power_cuts import Cut, cuts_of_two
from rounds import rounds, tell
from straced import Call, record, with_faults
from workshop import Workshop

pytestmark = pytest.mark.faults

STEPS = 4
LONGEST = 150_000
"""Microseconds of work that its visits take, and not much more."""

PARTS = 4
"""So that two can run side by side, and none is taken for one that hangs."""
FIRST = 20261126


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


def replayed(
    base: Path, calls: list[Call], stands: tuple[Path | None, ...], number: int, seed: int
) -> Iterator[Cut]:
    """Put what each cut leaves where it was, one after the other."""
    for cut in cuts_of_two(calls, base, stands, number, seed):
        empty(base)
        cut.write_to(base, base)
        yield cut


def empty(base: Path) -> None:
    shutil.rmtree(base)
    (base / "share").mkdir(parents=True)


def losses(
    base: Path, calls: list[Call], stands: tuple[Path | None, ...], number: int, seed: int = FIRST
) -> list[str]:
    """Return what so many cuts took."""
    whole = states_of(calls)
    given = replayed(base, calls, stands, number, seed)
    return [f"{cut.told[-1:]}: {what}" for cut in given if (what := copyist.lost_in(base, cut.told, whole))]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_power_cut_here_or_in_the_folder_takes_nothing(base: Path, part: int) -> None:
    tried = rounds(500, 5000) // PARTS
    lost = losses(base, recorded(base), (None, base / "share", copyist.here(base)), tried, FIRST + part)
    assert lost == []
    tell(7, "working copies: power cuts on this computer, in the folder, or both", tried, len(lost))


def test_killed_at_any_call_it_takes_nothing(base: Path) -> None:
    """What a killed program had written stands, on both sides."""
    tried = rounds(120, 2000)
    lost = losses(base, recorded(base), (base,), tried)
    assert lost == []
    tell(
        7, "working copies: killed at any call to the system, replayed from the same record", tried, len(lost)
    )


def test_copying_straight_onto_the_name_would_leave_half_a_file(base: Path) -> None:
    """The twin: what a file manager does."""
    tried = rounds(100, 1000)
    lost = losses(base, recorded(base, "straight"), (base / "share", base), tried)
    assert sum("unopenable" in what for what in lost) >= tried // 50
    tell(
        7,
        "working copies: the same, copied straight onto the name (a twin, which must lose)",
        tried,
        len(lost),
    )


def test_a_copy_that_goes_before_the_folder_was_flushed_would_be_lost(base: Path) -> None:
    """The twin: the name in the folder goes back to what it was, and there is nothing here any more."""
    tried = rounds(100, 1000)
    lost = losses(base, recorded(base, "unsynced"), (copyist.here(base),), tried)
    assert sum("lacks" in what for what in lost) >= tried // 50
    tell(
        7, "working copies: the same, without flushing the folder (a twin, which must lose)", tried, len(lost)
    )


def quarrelled(base: Path, number: int, seed: int, *how: str) -> list[str]:
    """Return what so many cuts take of what two computers said that changed the same workspace."""
    calls = record(quarrel.command(base, *how), base.parent / "log", robot.surroundings())
    stands = (None, base, base / "share", *quarrel.homes(base))
    given = replayed(base, calls, stands, number, seed)
    return [f"{cut.told[-1:]}: {lost}" for cut in given if (lost := quarrel.lost_in(base, cut.told))]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_two_computers_changed_is_both_kept_through_any_cut(base: Path, part: int) -> None:
    tried = rounds(120, 3000) // PARTS
    lost = quarrelled(base, tried, FIRST + part)
    assert lost == []
    tell(7, "working copies: power cuts and kills while two computers disagree", tried, len(lost))


def test_what_is_let_go_before_it_is_safe_beside_would_be_lost(base: Path) -> None:
    """The twin."""
    tried = rounds(100, 1000)
    lost = quarrelled(base, tried, FIRST, "hasty")
    assert len(lost) >= tried // 50
    tell(
        7,
        "working copies: the same, let go before it was flushed beside (a twin, which must lose)",
        tried,
        len(lost),
    )


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("copyist") as made:
        yield made


def test_killed_while_it_opens_saves_and_writes_back_it_takes_nothing(base: Path, workshop: Workshop) -> None:
    whole = robot.states_of("\n".join(workshop.run("copyist.main", base, STEPS)).encode())
    chance = random.Random(FIRST)
    tried = rounds(50, 500)
    lost, ended = [], 0
    for _ in range(tried):
        empty(base)
        told = workshop.run("copyist.main", base, STEPS, f"die-{chance.randint(1, LONGEST)}")
        ended += "end " in told
        if what := copyist.lost_in(base, told, whole):
            lost.append((told[-1:], what))
    assert lost == []
    assert ended < tried // 2
    tell(7, "working copies: processes killed in the middle of their work", tried, len(lost))


SAID = ("refused", "kept", "left", "not-opened", "at-end-refused")
THERE = ("openat", "read", "write", "fsync", "rename", "unlink", "close", "newfstatat")
HERE = (*THERE, "pwrite64", "pread64", "fdatasync", "mkdir")
ERRORS_THERE, ERRORS_HERE = ("ENOSPC", "EIO", "EACCES", "ESTALE"), ("ENOSPC", "EIO", "EACCES")


def faults(chance: random.Random, counted: Counter[str], errors: tuple[str, ...], number: int) -> list[str]:
    """Return so many faults, over all calls, errors, moments: once, for good, and now and then."""
    kinds = [(call, error) for call in counted for error in errors]
    chance.shuffle(kinds)
    return [
        f"{call}:error={error}:when={chance.randint(1, counted[call])}{('', '+', '+7')[number % 3]}"
        for number, (call, error) in zip(range(number), kinds * number, strict=False)
    ]


def run(base: Path, before: Path, fault: str, sides: list[Path], *how: str) -> tuple[list[str], str]:
    """Let the robot work while the disk fails; return what it told, and what is wrong with what is left."""
    shutil.rmtree(base, ignore_errors=True)
    shutil.copytree(before, base)
    start = f"began {copyist.look(copyist.place(base))}"
    done = with_faults(copyist.command(base, 2, *how), fault, sides, robot.surroundings())
    told = [start, *done.stdout.decode().splitlines()]
    if done.returncode:
        return told, done.stderr.decode()[-900:]
    if "refused " in told:  # it could not be read then: what stands is not known
        copyist.look(copyist.place(base))
        return told, ""
    return told, copyist.lost_in(base, told, robot.states_of("\n".join(told).encode()))


@pytest.fixture
def before(base: Path, workshop: Workshop) -> Path:
    """Return a base in which there is a workspace, closed."""
    workshop.run("copyist.begin_only", base)
    return base.rename(base.with_name("before"))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("side", ["there", "here"])
def test_each_call_that_fails_is_said_and_loses_nothing(
    base: Path, before: Path, side: str, part: int
) -> None:
    shutil.copytree(before, base)
    sides = copyist.paths_there(base) if side == "there" else copyist.paths_here(base)
    errors = ERRORS_THERE if side == "there" else ERRORS_HERE
    calls = record(
        copyist.command(base, 2), base.parent / "log", robot.surroundings(), sides, also=",newfstatat"
    )
    names = THERE if side == "there" else HERE
    counted = Counter(call.name for call in calls if call.name in names)
    given = faults(random.Random(f"{side} {FIRST}"), counted, errors, rounds(20, 350))[part::PARTS]
    outcomes = {fault: run(base, before, fault, sides) for fault in given}
    wrong = {fault: (told, what) for fault, (told, what) in outcomes.items() if what}
    assert wrong == {}
    said = sum(any(line.split(" ")[0] in SAID for line in told) for told, _ in outcomes.values())
    assert said > len(given) // 4
    where = "in the folder" if side == "there" else "on this computer"
    what = f"working copies: calls that fail {where}, once, for good or now and then"
    tell(7, what, len(given), len(wrong))


def test_a_failure_that_is_swallowed_would_be_seen(base: Path, before: Path) -> None:
    """The twin: a program that says it was written back whatever happened."""
    told, what = run(base, before, "rename:error=EIO:when=1+", copyist.paths_there(base), "silent")
    assert "folder lacks" in what, told
