"""Ended from outside in the middle of a meeting: asked to, it saves what was typed; killed, it may not."""

import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import level
from rounds import rounds, tell
from workshop import Workshop

from readiness import app
from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals"),
]

QUESTIONS = 6
KEYSTROKE_MS = 15


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("test_ending", "readiness.services.library", "readiness.exchange.questionnaires") as made:
        yield made


def meet() -> None:
    """Open the workspace named in the whole program, and type without a pause."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - in the process of its own alone

    original = app.Program

    class Typing(original):  # type: ignore[misc, valid-type]  # the class as it is now
        """The program with somebody at its keys."""

        def __init__(self, *given: object) -> None:
            super().__init__(*given)
            self.number = 0
            self.keys = QTimer(self)
            self.keys.setInterval(KEYSTROKE_MS)
            self.keys.timeout.connect(self.type_on)
            self.session.workspace_opened.connect(self.begin)
            self.session.assessment_opened.connect(self.go)
            self.session._saving.settled.connect(self.say_safe)

        def begin(self, _path: str) -> None:
            self.session.open_assessment(1)

        def go(self, assessment: object) -> None:
            self.ids = [question.id for question in assessment.questionnaire.questions][:QUESTIONS]  # type: ignore[attr-defined]  # an Assessment
            self.keys.start()

        def type_on(self) -> None:
            """Choose a level, or type some more of the note of one that was chosen."""
            self.number += 1
            step = self.number // 7
            told = level(step % 5, note=f"{self.number}")
            self.session.answer(self.ids[step % QUESTIONS], told)
            os.write(1, f"typed {self.number}\n".encode())

        def say_safe(self) -> None:
            os.write(1, f"safe {self.number}\n".encode())

    vars(app)["Program"] = Typing  # this process is its own
    app.run([sys.argv[1]])
    os.write(1, b"ended\n")


def newest_in(path: Path) -> int:
    with closing(Assessing.open(path)) as desk:
        return max((int(answer.note) for answer in desk.load(1).agreed.values()), default=0)


def last(told: list[str], word: str) -> int:
    """Return the newest number that was told with a word."""
    return max((int(line.split()[1]) for line in told if line.startswith(word)), default=0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_ended_at_any_moment_it_keeps_what_it_must(
    tmp_path: Path, workshop: Workshop, number: signal.Signals
) -> None:
    chance = random.Random(number)
    tried, word = rounds(4, 35), "safe" if number == signal.SIGKILL else "typed"
    typing_lost = 0
    for round_ in range(tried):
        path = tmp_path / f"{round_}.readiness"
        with closing(Assessing.create(path)) as desk:
            desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
        process = workshop.start("test_ending.meet", path)
        told = [workshop.line() for _ in range(chance.randint(3, 90))]
        must = last(told, word)
        told += workshop.end(process, number)
        found = newest_in(path)
        assert found >= must, told
        typing_lost += found < last(told, "typed")
        assert ("ended" in told) == (number != signal.SIGKILL)
    # The twin: what was not asked to end could not save what was being typed, and this test sees it.
    assert typing_lost or number != signal.SIGKILL
    tell(23, f"sessions ended in the middle with {number.name}; answers lost", tried, 0)
