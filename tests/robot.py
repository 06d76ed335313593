"""A robot that works in a workspace in a process of its own, and says after each change that it is saved.

What it says is a line on its output: a fingerprint of everything a person could miss. The tests kill it, cut
its power or break its disk, and hold what is left against the last line.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builders import level, the_worked_example

from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.storage import opening

if TYPE_CHECKING:
    import sqlite3

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


def fingerprint(connection: "sqlite3.Connection") -> str:
    """Return what a workspace says, in one word."""
    total = sha256()
    for query in _TOLD:
        for row in connection.execute(query):
            total.update(repr(row).encode())
        total.update(b"|")
    return total.hexdigest()[:16]


def command(path: Path, steps: int, *how: str) -> list[str]:
    """Return the command that starts the robot; ``how`` is ``careless`` or ``stubborn``."""
    return [sys.executable, "-c", "import robot; robot.main()", str(path), str(steps), *how]


def surroundings() -> dict[str, str]:
    """Return the environment in which the robot finds the program under test."""
    return {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}


def start(path: Path, steps: int, *how: str) -> "subprocess.Popen[bytes]":
    """Start the robot; its lines are on its output."""
    return subprocess.Popen(command(path, steps, *how), stdout=subprocess.PIPE, env=surroundings())


def main() -> None:
    """Work: make a workspace or open the one that is there, and change it step by step."""
    path, steps, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    if "careless" in how:
        opening._WRITING = tuple((name, *CARELESS.get(name, rest)) for name, *rest in opening._WRITING)  # type: ignore[assignment]  # two of the settings, in the same shape
    desk = Assessing.open(path) if path.exists() else Assessing.create(path)
    say("made", desk)
    if not desk.home():
        desk.import_answers(the_worked_example())
        say("began", desk)
    work(desk, steps, stubborn="stubborn" in how)
    say("end", desk)
    if "stay" in how:
        sys.stdin.read()
    desk.close()
    say("closed")


def work(desk: Assessing, steps: int, *, stubborn: bool) -> None:
    """Answer, and now and then seal, begin a revision and make a backup; stubbornly: go on after a refusal."""
    for step in range(steps):
        try:
            what = one_step(desk, step)
        except ReadinessError as error:
            if not stubborn:
                raise
            say(f"refused:{type(error).__name__}")
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
