"""A process at work is watched from outside, and ended where it takes too long or too much.

Not every system holds a process to a limit that it sets itself, and none holds one that lifts it again. What
is looked at here is what the system itself says of the process, so that the limits are the same everywhere.
"""

from contextlib import suppress
from multiprocessing.process import BaseProcess
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Final, Literal, Self

import psutil

EVERY: Final = 0.02
"""Seconds between two looks: what a flood can take in that time is what it can have too much."""


class Watch:
    """Ends a process from a thread of its own while it works; ``why`` says what for, if it did.

    Whoever waits for the process then reads the end of its pipe, whatever it was waiting for.

    Raises:
        ProcessLookupError: there is no such process any more, or nobody may look at it.
    """

    def __init__(self, process: BaseProcess, seconds: float, memory: int) -> None:
        self.why: Literal["late", "memory", "died"] | None = None
        self._process = process
        self._end = monotonic() + seconds
        try:
            self._seen = psutil.Process(process.pid)
            self._most = held_by(self._seen) + memory
        except psutil.Error as error:
            raise ProcessLookupError(str(error)) from error
        self._is_over = Event()
        self._thread = Thread(target=self._watch, name="readiness-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while self.why is None and not self._is_over.wait(EVERY):
            self.why = self._reason()
        if self.why is not None:
            with suppress(ValueError, OSError):  # it has ended and was let go
                self._process.kill()

    def _reason(self) -> Literal["late", "memory", "died"] | None:
        if monotonic() >= self._end:
            return "late"
        try:
            return "memory" if held_by(self._seen) > self._most else None
        except psutil.Error:
            return "died"  # or it cannot be looked at any more, and then it may not go on


def held_by(process: psutil.Process) -> int:
    """Return how many bytes of memory a process holds; where the system lends it memory early, that too."""
    told = process.memory_info()
    return max(told.rss, getattr(told, "private", 0))
