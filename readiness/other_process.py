"""One other process for what may run away: paper that takes long, files that somebody else made.

It is spawned, never forked, and loads only what it is asked to do. It is handed frozen values and answers
with frozen values or bytes, so that nothing half-made can reach a file. It is watched while it works, and an
answer of it is believed only as far as it is a value (``process_watch``, ``process_answers``). Whatever
becomes of it, the program goes on and starts another. A frozen program has to call
``multiprocessing.freeze_support()`` first.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from mmap import PAGESIZE
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event, Lock, Thread
from traceback import format_exc
from typing import Any, Final, Literal

from readiness.process_answers import NotBelievedError, TooLongError, receive
from readiness.process_watch import Watch

Why = Literal["stopped", "late", "died", "memory"]
Ask = Callable[[Any], Any]

_TO_START: Final = 60.0
"""Seconds that a process may take to come up; they are not counted as its work."""
_PATIENCE: Final = 5.0
"""Seconds that a process may take to end by itself before it is killed."""
_LONGEST: Final = 20_000
"""Characters of what the other process says of a failure."""
_MEMORY: Final = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a piece of work may take, and how many bytes more than the process has without it.

    It is ended above either, on every system, by whoever watches it. Before that, where the system can, the
    process is refused more memory than this: of its data, and where the work ``is_whole`` of all its room,
    as charts map far more than they use.
    """

    seconds: float
    memory: int
    is_whole: bool = True


class EndedError(Exception):
    """The work came to no end of its own; ``why`` says what ended it."""

    def __init__(self, why: Why, details: str = "") -> None:
        super().__init__(why)
        self.why: Why = why
        self.details = details


@dataclass(frozen=True, slots=True)
class _Order:
    """Work for the other process; one that ``asks`` is given a way to ask back as its last argument."""

    work: Callable[..., Any]
    given: tuple[Any, ...]
    limits: Limits
    asks: bool


@dataclass(frozen=True, slots=True)
class _Question:
    asked: Any


@dataclass(frozen=True, slots=True)
class _Done:
    value: Any


@dataclass(frozen=True, slots=True)
class _Failure:
    """What went wrong in the other process, or with it."""

    kind: Why | Literal["bug"]
    details: str = ""


class OtherProcess:
    """Does one piece of work at a time; ``cancel`` may be called from any thread."""

    def __init__(self) -> None:
        self._working = Lock()
        self._busy = Event()
        self._cancelled = Event()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the process before it is needed, so that the first work does not wait for it."""
        with self._working:
            self._ready()

    def call(
        self, work: Callable[..., Any], *given: object, limits: Limits, answer: Ask | None = None
    ) -> Any:
        """Do something there and return what comes of it; what it asks on the way, ``answer`` tells.

        Raises:
            EndedError: it was stopped, took too long or too much, or the process died.
            RuntimeError: the work raised an exception, which is a mistake of ours.
        """
        with self._working:
            self._cancelled.clear()
            self._busy.set()
            try:
                order = _Order(work, given, limits, answer is not None)
                return self._value(self._carried_out(order, answer))
            finally:
                self._busy.clear()

    def cancel(self) -> None:
        """Stop what is being done, if anything is."""
        if self._busy.is_set():
            self._cancelled.set()
            process = self._process
            if process is not None:
                with suppress(ValueError):  # it was let go in this very moment
                    process.terminate()

    def close(self) -> None:
        """End the process."""
        self.cancel()
        with self._working:
            self._end()

    def _value(self, reply: _Done | _Failure) -> Any:
        if self._cancelled.is_set():
            self._end()
            raise EndedError("stopped")
        if isinstance(reply, _Done):
            return reply.value
        if reply.kind == "bug":
            message = f"the other process could not do it:\n{reply.details}"
            raise RuntimeError(message)
        self._end()  # what ran out of memory is no ground to go on from
        raise EndedError(reply.kind, reply.details)

    def _carried_out(self, order: _Order, answer: Ask | None) -> _Done | _Failure:
        """Return what came of it."""
        try:
            process, pipe = self._ready()
            if self._cancelled.is_set():  # perhaps before there was a process to stop
                return _Failure("stopped")
            with Watch(process, order.limits.seconds, order.limits.memory) as watch:
                return self._replied(pipe, order, answer, watch)
        except OSError as error:
            return _Failure("died", repr(error))
        except BaseException:
            self._end()  # it waits for an answer still, and would take the next order for that
            raise

    def _replied(self, pipe: Connection, order: _Order, answer: Ask | None, watch: Watch) -> _Done | _Failure:
        """Return the reply; where the process was ended over it, or says what is no reply, that."""
        try:
            pipe.send(order)
            while isinstance(reply := receive(pipe), _Question) and answer is not None:
                pipe.send(answer(reply.asked))
        except (EOFError, OSError):
            return _Failure(watch.why or "died")
        except NotBelievedError as error:
            return _Failure("memory" if isinstance(error, TooLongError) else "died", repr(error))
        return reply if isinstance(reply, _Done) else _told(reply)

    def _ready(self) -> tuple[BaseProcess, Connection]:
        process, pipe = self._process, self._pipe
        if process is not None and pipe is not None and process.is_alive():
            return process, pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="readiness-worker", daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        if ours in wait([ours, process.sentinel], _TO_START):
            receive(ours)
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


def _told(reply: object) -> _Failure:
    """Return what the other process says went wrong, as far as it is for it to say."""
    if isinstance(reply, _Failure) and reply.kind in ("memory", "bug") and isinstance(reply.details, str):
        return _Failure(reply.kind, reply.details[-_LONGEST:])
    return _Failure("died", "that was no reply")


def serve(pipe: Connection) -> None:
    """Do what is asked for as long as somebody asks; this is the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _leave_no_dump()
    Thread(target=_end_with_the_program, name="readiness-parent", daemon=True).start()

    def ask(asked: Any) -> Any:
        pipe.send(_Question(asked))
        return pipe.recv()

    with suppress(EOFError, OSError):
        pipe.send("ready")
        while True:
            order = pipe.recv()
            pipe.send(_done(order, ask))


def _done(order: _Order, ask: Ask) -> _Done | _Failure:
    given = (*order.given, ask) if order.asks else order.given
    try:
        _limit_memory(order.limits)
        return _Done(order.work(*given))
    except MemoryError:
        return _Failure("memory", format_exc())
    except Exception:  # noqa: BLE001 - told to the process that asked
        return _Failure("bug", format_exc())


def _end_with_the_program() -> None:
    """Let nothing go on for ever where the program that would have ended it was killed itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _leave_no_dump() -> None:
    """Leave no image of the memory where the process dies: people's answers are in it."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _limit_memory(limits: Limits) -> None:
    """Let the system refuse more bytes than these, where it can; above them the process is ended anyway."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    whole, data = _has()
    room = whole + limits.memory if whole and limits.is_whole else resource.RLIM_INFINITY
    for limit, most in ((resource.RLIMIT_AS, room), (resource.RLIMIT_DATA, data + limits.memory)):
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, resource.getrlimit(limit)[1]))


def _has() -> tuple[int, int]:
    """Return how many bytes the process has, all told and of data; nothing where the system does not tell."""
    with suppress(OSError):
        pages = [int(number) * PAGESIZE for number in _MEMORY.read_text("ascii").split()]
        return pages[0], pages[5]
    return 0, 0
