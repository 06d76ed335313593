"""A robot that works in a workspace in a process of its own, and says after each change that it is saved.

What it says is a line on its output: a fingerprint of everything a person could miss. The tests kill it, cut
its power or break its disk, and hold what is left against the last line.
"""

import os
import signal
import sqlite3
import sys
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from builders import level, the_worked_example

from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.storage import folders, opening
from readiness.storage.database import Database

ROOT: Final = Path(__file__).resolve().parent.parent
QUESTIONS: Final = ("DAT-01", "DAT-02", "DAT-03", "DAT-04", "DAT-05", "DAT-07", "GRO-07", "GRO-08")
_TOLD: Final = (
    "SELECT assessment_id, lane, question, state, level, note FROM answers ORDER BY 1, 2, 3",
    "SELECT sequence, assessment_id, lane, question, body FROM trail ORDER BY 1",
    "SELECT sequence, assessment_id, hash FROM seals ORDER BY 1",
    "SELECT id, system_id, year, quarter, revision, state, score FROM assessments ORDER BY 1",
)
CARELESS: Final = {"journal_mode": ("WAL", "wal"), "synchronous": ("NORMAL", 1)}
"""The settings of many programs, for the twins: fast, and a power cut loses what was acknowledged."""


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return what a workspace says, in one word."""
    total = sha256()
    for query in _TOLD:
        for row in connection.execute(query):
            total.update(repr(row).encode())
        total.update(b"|")
    return total.hexdigest()[:16]


def command(path: Path, steps: int, *how: str) -> list[str]:
    """Return the command that starts the robot; ``how`` may be ``careless`` or ``silent``."""
    return [sys.executable, "-c", "import robot; robot.main()", str(path), str(steps), *how]


def surroundings() -> dict[str, str]:
    """Return the environment in which the robot finds the program under test."""
    paths = os.pathsep.join(str(ROOT / folder) for folder in (".", "tests", "tests/faults"))
    return {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}


def states_of(told: bytes) -> list[str]:
    """Return the state after each line that the robot told."""
    states: list[str] = []
    for line in told.decode().splitlines():
        states.append(line.split(" ")[1] or states[-1])
    return states


def main() -> None:
    """Work: make a workspace or open the one that is there, and change it step by step."""
    path, steps, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    be_like(how)
    try:
        desk = Assessing.open(path, _clock) if path.exists() else Assessing.create(path, _clock)
    except ReadinessError:
        say("not-opened")
        return
    say("made", desk)
    if not desk.home():
        desk.import_answers(the_worked_example())
        say("began", desk)
    for step in range(steps):
        attempt(desk, step)
    say("end")
    if "stay" in how:
        signal.pause()
    try:
        desk.close()
    except ReadinessError:
        say("refused")
    say("closed")


def be_like(how: list[str]) -> None:
    """Change the program under the robot: names that a test can foretell, and what the twins get wrong."""
    vars(folders)["_mark"] = _part_mark
    if "careless" in how:
        settings = tuple((name, *CARELESS.get(name, rest)) for name, *rest in opening._WRITING)
        vars(opening)["_WRITING"] = settings
    if "silent" in how:
        type.__setattr__(Database, "_commit", _commit_silently)


def attempt(desk: Assessing, step: int) -> None:
    """Change one thing, or say that it was refused, and what can be read after that."""
    try:
        what = one_step(desk, step)
    except ReadinessError:
        with suppress(sqlite3.Error):
            say("refused", desk)
            return
        say("refused")
    else:
        say(what, desk)


def one_step(desk: Assessing, step: int) -> str:
    """Change one thing, and return what kind of thing it was."""
    newest = desk.home()[0].assessments[-1]
    if step % 14 == 13:
        desk.backup()
        return "backed-up"
    if newest.state == "closed":
        desk.revise(newest.id)
        return "revised"
    if step % 12 == 9:
        desk.close_assessment(newest.id)
        return "sealed"
    note = f"step {step} " + "x" * (37 * step % 900)
    desk.answer(newest.id, QUESTIONS[step % len(QUESTIONS)], "agreed", level(step % 5, note=note))
    return "answered"


def say(what: str, desk: Assessing | None = None) -> None:
    """Tell it in one write, so that a line is there or not."""
    mark = "" if desk is None else fingerprint(desk.workspace.connection)
    os.write(1, f"{what} {mark}\n".encode())


def _clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


def _part_mark() -> str:
    return "part"


def _commit_silently(database: Database, _before: tuple[object, ...]) -> None:
    """Commit, and say nothing where the disk refuses."""
    with suppress(sqlite3.Error):
        database.connection.execute("COMMIT")
