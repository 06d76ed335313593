"""What is being written stays; what interrupted writes left goes."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from readiness.services.assessing import Assessing
from readiness.storage import backups, folders, second_place
from readiness.storage.backup_names import backup_folder, kept
from readiness.storage.folders import part_of, sweep

_WRITES = """
import sys
from pathlib import Path
from readiness.storage.folders import part_of
part = part_of(Path(sys.argv[1]))
part.write_bytes(b"half")
print(part.name, flush=True)
sys.stdin.read()
"""


def writer(target: Path) -> "subprocess.Popen[str]":
    """Start another program that is in the middle of writing a file."""
    return subprocess.Popen(
        [sys.executable, "-c", _WRITES, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_another_program_is_writing_stays_until_it_is_gone(tmp_path: Path) -> None:
    with writer(tmp_path / "own.readiness") as other:
        assert other.stdout is not None
        part = tmp_path / other.stdout.readline().strip()
        sweep(tmp_path)
        sweep(tmp_path, "own.readiness")
        assert part.exists()
        other.kill()
        other.wait()
    sweep(tmp_path, "another.readiness")
    assert part.exists()
    sweep(tmp_path, "own.readiness")
    assert not part.exists()


def test_without_asking_who_writes_it_would_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: a sweep that looks at names alone, as it once did."""
    part = part_of(tmp_path / "own.readiness")
    part.write_bytes(b"half")
    monkeypatch.setattr(folders, "_is_written", lambda _left, _name: False)
    sweep(tmp_path)
    assert not part.exists()


def test_what_another_computer_writes_stays_for_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_computer", lambda: "0000")
    new, old = part_of(tmp_path / "new.readiness"), part_of(tmp_path / "old.readiness")
    monkeypatch.undo()
    for part, age in ((new, 3600), (old, 3 * 86_400)):
        part.write_bytes(b"half")
        moment = tmp_path.stat().st_mtime - age
        os.utime(part, (moment, moment))
    sweep(tmp_path)
    assert (new.exists(), old.exists()) == (True, False)


@pytest.mark.parametrize(
    "name", [".own.readiness.part.readiness-tmp", ".own.readiness.0a1b2c3d.readiness-tmp"]
)
def test_what_an_older_program_left_goes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"half")
    (tmp_path / f"{name}-journal").write_bytes(b"half")
    (tmp_path / "own.readiness").write_bytes(b"whole")
    sweep(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["own.readiness"]


@pytest.mark.parametrize("stem", ["計" * 60, "ע" * 80, "R&D “Q4” 'x'", "x" * 150])
def test_a_long_name_leaves_room_for_the_part_of_a_backup(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.library.shipped()
        made = desk.backup(why="before-restore")
    assert kept(path)[0].path == made
    assert [one.name for one in backup_folder(path).iterdir()] == [made.name]


def test_a_backup_that_is_made_leaves_one_that_is_being_copied(
    workspace: Assessing, tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads: the window copies from the second place while a quarter is sealed."""
    place = tmp_path / "disk"
    place.mkdir()
    workspace.backup()
    second_place.mirror(workspace.path, place)
    first = kept(workspace.path)[0].path
    first.unlink()
    clock.advance(days=1)
    copy, half_way, go_on = backups.copy_checked, Event(), Event()

    def slowly(backup: Path, part: Path) -> None:
        copy(backup, part)
        half_way.set()
        go_on.wait(30)

    monkeypatch.setattr(second_place, "copy_checked", slowly)
    mirroring = Thread(target=second_place.mirror, args=(workspace.path, place))
    mirroring.start()
    assert half_way.wait(30)
    made = workspace.backup().read_bytes()
    go_on.set()
    mirroring.join()
    both = kept(workspace.path)
    assert [one.number for one in both] == [2, 1]
    assert both[0].path.read_bytes() == made
    assert both[1].path.name == first.name
    there = second_place.second_folder(workspace.path, place)
    assert sorted(one.name for one in there.iterdir()) == [one.path.name for one in both[::-1]]
