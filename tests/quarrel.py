"""A robot that plays two computers which change the same workspace, so that one has to be kept beside it.

One leaves without writing back, as after a crash; the other takes the workspace over; the first comes back.
Each says its words once they are saved, and all of them must be found again.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import copyist
import robot
from builders import level

from readiness import paths
from readiness.services.assessing import Assessing
from readiness.storage import copied
from readiness.storage.working_copy import Outgoing, WorkingCopy

TURNS: Final = 3


def command(base: Path, *how: str) -> list[str]:
    """Return the command that starts the robot; ``how`` may be ``hasty``."""
    return [sys.executable, "-c", "import quarrel; quarrel.main()", str(base), *how]


def homes(base: Path) -> tuple[Path, Path]:
    """Return where the two computers keep their copies."""
    return base / "anna", base / "ben"


def main() -> None:
    """Take turns."""
    base = Path(sys.argv[1])
    copyist.be_like(base)
    if "hasty" in sys.argv[2:]:
        type.__setattr__(WorkingCopy, "keep_beside", _keep_nothing(WorkingCopy.keep_beside))
    copyist.begin(base)
    for turn in range(TURNS):
        forsake(answered(base, 0, f"{turn}-left"))
        answered(base, 1, f"{turn}-taken").close()
        answered(base, 0, f"{turn}-back").close()
    robot.say("end")


def answered(base: Path, who: int, word: str) -> Assessing:
    """Open the workspace on one of the computers, and say a word in it."""
    desk = opened(base, who)
    newest = desk.home()[0].assessments[-1]
    desk.answer(newest.id, "DAT-01", "agreed", level(len(word) % 5, note=word))
    robot.say(word)
    return desk


def opened(base: Path, who: int) -> Assessing:
    """Open the workspace on one of the computers, whoever has it open."""
    vars(paths)["working_copies"] = lambda: homes(base)[who]
    return Assessing.over(copyist.opened(base, take_over=True), robot._clock)


def forsake(desk: Assessing) -> None:
    """Leave everything as it is."""
    database = desk.workspace.database
    copied.prepare(database)
    assert database.copy is not None
    database.copy.written_back = -1
    database.close()


def lost_in(base: Path, told: Iterable[str]) -> set[str]:
    """Let both come home, and return what is lost of what was told, or still left."""
    if not copyist.place(base).exists():
        return set(told)
    for who in (0, 1):
        opened(base, who).close()
    said = {word for line in told if "-" in (word := line.split(" ")[0])}
    left = {str(file) for home in homes(base) for file in home.glob("*/*.readiness")}
    there = sorted(copyist.place(base).parent.glob("*.readiness"))
    for file in there:
        copyist.look(file)
    return left | (said - copyist.words_in(there))


def _keep_nothing(real: Callable[[WorkingCopy, Outgoing], Path | None]) -> object:
    """Return a way to keep a copy beside that lets what is here go before the folder has been flushed."""

    def keep(copy: WorkingCopy, outgoing: Outgoing) -> Path | None:
        vars(sys.modules[WorkingCopy.__module__])["sync_folder"] = _flush_nothing
        return real(copy, outgoing)

    return keep


def _flush_nothing(_: Path) -> None:
    """Trust the disk."""
