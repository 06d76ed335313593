"""One other process that makes reports: the window never waits for one, and a runaway one can be ended.

The process is spawned, never forked, and loads only what paper needs. It is handed frozen values and answers
with the finished bytes, so that nothing half-made can reach a file. A frozen program has to call
``multiprocessing.freeze_support()`` before anything else.
"""

import multiprocessing
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Event, Lock
from traceback import format_exc
from typing import TYPE_CHECKING, Final, Literal, cast

from readiness.errors import OutputError
from readiness.reports.facts import ReportContent
from readiness.reports.options import ReportOptions

if TYPE_CHECKING:
    from readiness.reports.portfolio_weighing import Given, Weighed

    _Asked = tuple[ReportContent, ReportOptions] | Given

MOST_SECONDS: Final = 60.0
_PATIENCE: Final = 5.0
"""Seconds that a process may take to end by itself before it is killed."""

_MOST_MEMORY: Final = 1 << 30
_NOTHING_WRITTEN: Final = "Nothing was written."


@dataclass(frozen=True, slots=True)
class _Failure:
    """What went wrong in the other process."""

    kind: Literal["memory", "bug"]
    details: str


class ReportWorker:
    """Makes one report at a time in another process; ``cancel`` may be called from any thread."""

    def __init__(self, most_seconds: float = MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        self._making = Lock()
        self._busy = Event()
        self._cancelled = Event()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the process before it is needed, so that the first report does not wait for its imports."""
        with self._making:
            self._ready()

    def render(self, content: ReportContent, options: ReportOptions) -> bytes:
        """Return the report.

        Raises:
            OutputError: it was cancelled, took too long or too much memory, or the process died.
        """
        return cast("bytes", self._ask((content, options)))

    def weigh(self, given: "Given") -> "Weighed":
        """Return the figures of one system of a portfolio, with its plan.

        Raises:
            OutputError: as for a report.
        """
        return cast("Weighed", self._ask(given))

    def _ask(self, asked: "_Asked") -> "bytes | Weighed":
        with self._making:
            self._cancelled.clear()
            self._busy.set()
            try:
                return self._answer(asked)
            finally:
                self._busy.clear()

    def cancel(self) -> None:
        """Stop the report that is being made, if one is."""
        if self._busy.is_set():
            self._cancelled.set()
            process = self._process
            if process is not None:
                process.terminate()

    def close(self) -> None:
        """End the process."""
        self.cancel()
        with self._making:
            self._end()

    def _answer(self, asked: "_Asked") -> "bytes | Weighed":
        process, pipe = self._ready()
        try:
            pipe.send(asked)
            answered = wait([pipe, process.sentinel], self._most_seconds)
            reply = pipe.recv() if pipe in answered else None
        except (EOFError, OSError):
            answered, reply = [process.sentinel], None
        if isinstance(reply, _Failure):
            raise _failed(reply)
        if reply is not None and not self._cancelled.is_set():
            return cast("bytes | Weighed", reply)
        self._end()
        raise self._stopped(late=not answered)

    def _ready(self) -> tuple[BaseProcess, Connection]:
        process, pipe = self._process, self._pipe
        if process is not None and pipe is not None and process.is_alive():
            return process, pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="readiness-report", daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        return process, ours

    def _end(self) -> None:
        """Ask the process to end, then insist."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is None:
            return
        process.terminate()
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join(_PATIENCE)
        process.close()

    def _stopped(self, *, late: bool) -> OutputError:
        if self._cancelled.is_set():
            return OutputError("The report was stopped.", safe=_NOTHING_WRITTEN)
        if late:
            return OutputError(
                f"The report took longer than {self._most_seconds:g} seconds and was stopped.",
                safe=_NOTHING_WRITTEN,
                remedy="Leave out the page of all answers, or shorten very long notes, and try again.",
            )
        return OutputError(
            "The process that makes the report ended unexpectedly.",
            safe=_NOTHING_WRITTEN,
            remedy="Try again; it is started anew.",
        )


def serve(pipe: Connection) -> None:
    """Make reports for as long as somebody asks; this is the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    from readiness.reports.pdf import build_pdf  # noqa: PLC0415 - only this process pays for it
    from readiness.reports.portfolio_weighing import weigh  # noqa: PLC0415 - likewise

    reply: bytes | Weighed | _Failure
    with suppress(EOFError, OSError):
        while True:
            asked: _Asked = pipe.recv()
            try:
                reply = build_pdf(*asked) if isinstance(asked, tuple) else weigh(asked)
            except MemoryError:
                reply = _Failure("memory", format_exc())
            except Exception:  # noqa: BLE001 - told to the process that asked
                reply = _Failure("bug", format_exc())
            pipe.send(reply)


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))


def _failed(failure: _Failure) -> Exception:
    if failure.kind == "memory":
        return OutputError(
            "The report needs more memory than it may have.",
            safe=_NOTHING_WRITTEN,
            remedy="Leave out the page of all answers and try again.",
            details=failure.details,
        )
    return RuntimeError(f"the report could not be made:\n{failure.details}")
