"""A process that has everything loaded and lets others out of itself, to be killed: far quicker than a start.

The tests themselves are never forked: they may have threads.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
from typing import Final, Self

from robot import surroundings

_GONE: Final = "gone"


class Workshop:
    """Runs functions by name, one at a time, each in a process of its own."""

    def __init__(self, *modules: str) -> None:
        self._modules = modules

    def __enter__(self) -> Self:
        command = [sys.executable, "-c", "import workshop; workshop.serve()", *self._modules]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings()
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def start(self, function: str, *arguments: object) -> int:
        """Start ``module.function`` with words to work on; return the number of its process."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps([function, *map(str, arguments)])}\n".encode())
        self._process.stdin.flush()
        return int(self.line())

    def line(self) -> str:
        """Return the next line it tells."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the workshop is closed"
        return line.decode().removesuffix("\n")

    def rest(self) -> list[str]:
        """Return the lines it tells until it is gone."""
        return [line for line in iter(self.line, _GONE) if line]

    def end(self, number: int, sign: int = signal.SIGKILL) -> list[str]:
        """End a process with a signal; return what it told meanwhile."""
        os.kill(number, sign)
        return self.rest()

    def run(self, function: str, *arguments: object) -> list[str]:
        """Run a function to its end, or to its own; return what it told."""
        self.start(function, *arguments)
        return self.rest()


def serve() -> None:
    """Let processes out for as long as somebody asks; this is the process of a workshop."""
    for name in sys.argv[1:]:
        importlib.import_module(name)
    for line in sys.stdin:
        function, *sys.argv[1:] = json.loads(line)
        gate, opener = os.pipe()
        number = os.fork()
        if number == 0:
            _work(function, gate)
        os.write(1, f"{number}\n".encode())
        os.write(opener, b"!")
        os.waitpid(number, 0)
        os.write(1, f"\n{_GONE}\n".encode())  # it may have ended in the middle of a line
        os.close(gate)
        os.close(opener)


def _work(function: str, gate: int) -> None:
    module, _, name = function.rpartition(".")
    os.read(gate, 1)  # until its number was told
    try:
        getattr(importlib.import_module(module), name)()
    finally:
        sys.stdout.flush()
        os._exit(0)


def die_within(microseconds: int, clock: int = signal.ITIMER_REAL) -> None:
    """End this process without a word after so long, wherever it is then."""
    signal.setitimer(clock, microseconds / 1e6)
