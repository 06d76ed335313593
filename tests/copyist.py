"""A robot that works through a copy: one folder stands for a network drive, another for this computer.

It comes and goes several times, and says after each change that it is saved, and of what it wrote back that
it is in the folder. What it says is held against what is left, as with ``robot``.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import cycle
from pathlib import Path
from typing import Final

import robot
from builders import the_worked_example
from workshop import die_within

from readiness import paths
from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.storage import copied, folders, working_copy
from readiness.storage.agreed import Agreed
from readiness.storage.backup_names import backup_folder
from readiness.storage.database import Database
from readiness.storage.lock_note import note_path
from readiness.storage.opening import open_database
from readiness.storage.surroundings import Disk
from readiness.storage.working_copy import Outgoing, WorkingCopy

VISITS: Final = 4
_PARTS: Final = ("part0", "part1", "part2")
_IN_FOLDER: Final = ("began", "written", "closed")
"""What is only told once the folder has everything."""


def place(base: Path) -> Path:
    """Return the workspace: it is on a network drive."""
    return base / "share" / "work.readiness"


def here(base: Path) -> Path:
    """Return where copies are kept."""
    return base / "here"


def command(base: Path, steps: int, *how: str) -> list[str]:
    """Return the command that starts the robot; ``how`` is what a twin gets wrong."""
    return [sys.executable, "-c", "import copyist; copyist.main()", str(base), str(steps), *how]


def opened(base: Path, *, take_over: bool = False) -> Database:
    """Open the workspace through its copy."""
    share = place(base).parent

    def disk_of(file: Path) -> Disk:
        return Disk(kind="cifs" if file.is_relative_to(share) else "ext4")

    return open_database(place(base), robot._clock, disk_of=disk_of, take_over=take_over)


def main() -> None:
    """Make a workspace where there is none, and work in it several times."""
    base, steps, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    be_like(base, how)
    if not place(base).exists():
        begin(base)
    for word in how:
        if word.startswith("die-"):
            die_within(int(word.removeprefix("die-")), signal.ITIMER_PROF)
    for visit in range(VISITS):
        work(base, range(visit * steps, (visit + 1) * steps))
    robot.say("end")


def be_like(base: Path, how: Sequence[str] = ()) -> None:
    """Keep copies in the base, give parts names that a test can foretell, and do what the twins get wrong."""
    names = cycle(_PARTS)
    vars(paths)["working_copies"] = lambda: here(base)
    vars(folders)["_mark"] = lambda: next(names)
    if "straight" in how:
        type.__setattr__(WorkingCopy, "_copy_to", copy_straight)
    if "silent" in how:
        type.__setattr__(WorkingCopy, "_put", _put_silently(WorkingCopy._put))
    if "unsynced" in how:
        vars(working_copy)["sync_folder"] = _sync_here(base)


def begin_only() -> None:
    """Make a workspace, and no more."""
    begin(Path(sys.argv[1]))


def begin(base: Path) -> None:
    """Make a workspace, as on the computer that the folder is on."""
    with closing(Assessing.create(place(base), robot._clock)) as desk:
        desk.import_answers(the_worked_example())
        mark = robot.fingerprint(desk.workspace.connection)
    _say("began", mark)


def work(base: Path, steps: range) -> None:
    """Open it, change it and write back now and then; go on with the next visit whatever was refused."""
    try:
        desk = Assessing.over(opened(base), robot._clock)
    except ReadinessError:
        _say("not-opened")
        return
    robot.say("opened", desk)
    for step in steps:
        robot.attempt(desk, step)
        if step % 2:
            write_back(desk)
    leave(desk)


def write_back(desk: Assessing) -> None:
    """Write back, and say whether the folder has it."""
    try:
        copied.write_back(desk.workspace.database)
    except ReadinessError:
        _say("kept")
    else:
        _say("written")


def leave(desk: Assessing) -> None:
    """Close it; what could not be written back stays."""
    database = desk.workspace.database
    try:
        desk.keep_changes()
    except ReadinessError:
        _say("at-end-refused")
    is_in_step = database.is_in_step
    database.close()
    _say("closed" if is_in_step else "left")


def paths_there(base: Path) -> list[Path]:
    """Return every path of the folder that the program touches for the copy."""
    path = place(base)
    return [path.parent, path, note_path(path), *_parts_of(path)]


def paths_here(base: Path) -> list[Path]:
    """Return every path of this computer that the program touches."""
    folder = folder_here(base)
    file, state = folder / place(base).name, folder / "state.json"
    journal = file.with_name(f"{file.name}-journal")
    return [here(base), folder, file, journal, state, folder / "lock", *_parts_of(file), *_parts_of(state)]


def folder_here(base: Path) -> Path:
    """Return the folder of the copy."""
    return here(base) / WorkingCopy(place(base), robot._clock).folder.name


def look(file: Path) -> str:
    """Return what a file says; it is only looked at, and checked from one end to the other."""
    with closing(open_database(file, look_only=True)) as database:
        return robot.fingerprint(database.connection)


def lost_in(base: Path, told: Sequence[str], whole: Sequence[str]) -> str:
    """Return what is lost of what was told; nothing where all is there, and the folder has it at the end."""
    begun = [number for number, line in enumerate(told) if line.split(" ")[0] in _IN_FOLDER]
    if not begun:
        return ""
    at_least = begun[-1]
    try:
        if look(place(base)) not in whole[at_least : len(told) + 1]:
            return "the folder lacks what was written back"
        return _lost_after(base, whole[len(told) - 1 : len(told) + 1])
    except ReadinessError as error:
        return f"unopenable: {error.sentence()}"


def _lost_after(base: Path, expected: Sequence[str]) -> str:
    """Open it again, as after a crash, and close it."""
    desk = Assessing.over(opened(base), robot._clock)
    found = robot.fingerprint(desk.workspace.connection)
    desk.close()
    if found not in expected:
        return "an answer"
    if look(place(base)) != found:
        return "the folder lacks what was written back at the end"
    return " ".join(untidy(base))


def untidy(base: Path) -> Iterator[str]:
    """Return what should not be there once all is closed."""
    path = place(base)
    meant = {path.name, backup_folder(path).name}
    yield from sorted(file.name for file in path.parent.iterdir() if file.name not in meant)
    yield from sorted(file.name for file in here(base).glob("*/*") if file.name != "lock")


def words_in(files: Iterable[Path]) -> set[str]:
    """Return every word of the notes that were ever given in some files that nobody has open."""
    words: set[str] = set()
    for file in files:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            words |= words_of(connection)
    return words


def words_of(connection: sqlite3.Connection) -> set[str]:
    """Return every word of the notes that were ever given in an open file."""
    bodies = " ".join(body for (body,) in connection.execute("SELECT body FROM trail"))
    return set(bodies.replace('"', " ").split())


def _parts_of(file: Path) -> list[Path]:
    return [file.with_name(f".{file.name}.{part}.readiness-tmp") for part in _PARTS]


def _say(what: str, mark: str = "") -> None:
    os.write(1, f"{what} {mark}\n".encode())


def copy_straight(_: WorkingCopy, target: Path, outgoing: Outgoing, _only_over: Agreed | None = None) -> None:
    """Copy onto the name, as a file manager does."""
    with outgoing.part.open("rb") as source, target.open("wb") as file:
        while chunk := source.read(1 << 12):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _put_silently(real: Callable[[WorkingCopy, Outgoing], None]) -> object:
    """Return a way to write back that says nothing where the drive refuses."""

    def put(copy: WorkingCopy, outgoing: Outgoing) -> None:
        with suppress(OSError):
            real(copy, outgoing)

    return put


def _sync_here(base: Path) -> object:
    """Return a way to flush folders that leaves out the drive's, as most programs do."""
    real = folders.sync_folder

    def sync(folder: Path) -> None:
        if folder != place(base).parent:
            with suppress(OSError):
                real(folder)

    return sync
