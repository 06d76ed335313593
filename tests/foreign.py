"""Readers of files that do what a hostile file could make a reader do; they run in the other process."""

import ctypes
import os
import signal
import threading
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.domain.questionnaire import Questionnaire
from readiness.other_process import OtherProcess
from readiness.services.foreign_files import Reader
from readiness.services.library import Library

if TYPE_CHECKING:
    from readiness.exchange.finding import Find


def length(content: bytes, _name: str, _find: "Find") -> int:
    """Read a file well."""
    return len(content)


def found(content: bytes, _name: str, find: "Find") -> Questionnaire | None:
    """Ask for the questionnaire that a file names."""
    return find(content.decode())


def crash(_content: bytes, _name: str, _find: "Find") -> None:
    """Read from nowhere, as a parser written in C does when it is led astray."""
    ctypes.string_at(0)


def abort(_content: bytes, _name: str, _find: "Find") -> None:
    """End as a library ends that cannot go on."""
    os.abort()


def leave(_content: bytes, _name: str, _find: "Find") -> None:
    """Leave without a word."""
    os._exit(0)


def hang(_content: bytes, _name: str, _find: "Find") -> None:
    """Go round for ever, and hear of no request to end."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Event().wait()


def hang_on_rows(_sheet: object, name: str, find: "Find", mapping: object) -> None:
    """Go round for ever over the rows of a spreadsheet."""
    assert mapping
    hang(b"", name, find)


def eat(_content: bytes, _name: str, _find: "Find") -> int:
    """Take 640 MB, which is more than a file may have."""
    return len([bytearray(1 << 20) for _ in range(640)])


def flood(_content: bytes, _name: str, _find: "Find") -> None:
    """Lift whatever limit the process was given, take 640 MB, and never come back."""
    flood_by(640)


def flood_by(megabytes: int) -> None:
    """Lift whatever limit the process was given, take so much, and never come back."""
    lift_limits()
    held = [bytearray(1 << 20) for _ in range(megabytes)]
    threading.Event().wait()
    held.clear()


def lift_limits() -> None:
    """Take away what the system would hold the process to, as where there is no such limit."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - Windows has none

        for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
            resource.setrlimit(limit, (resource.getrlimit(limit)[1],) * 2)


def ask_for_ever(_content: bytes, _name: str, find: "Find") -> None:
    """Keep whoever answers busy."""
    while True:
        find("nobody@7")


def half_a_word(_content: bytes, _name: str, find: "Find") -> None:
    """Begin an answer that never ends: its length is said, and then nothing comes."""
    os.write(pipe_of(find).fileno(), (1 << 20).to_bytes(4, "big"))
    threading.Event().wait()


def deaf(_content: bytes, name: str, find: "Find") -> None:
    """Ask again and again, and never listen to what is said."""
    while True:
        pipe_of(find).send(asked(name))


def too_much(_content: bytes, _name: str, _find: "Find") -> bytes:
    """Answer with more than any file says."""
    lift_limits()
    return bytes((64 << 20) + 1)


class Deed:
    """A value that does something where it is unpickled."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path(self._path),)


def deed(content: bytes, _name: str, _find: "Find") -> Deed:
    """Answer with a value that does something in the process that reads it."""
    return Deed(content.decode())


def ask_deed(content: bytes, _name: str, find: Any) -> None:
    """Ask for something that is no name."""
    find(Deed(content.decode()))


def ask_list(_content: bytes, _name: str, find: Any) -> Any:
    """Ask for something that is no name, and no deed either."""
    return find([1])


def our_function(_content: bytes, _name: str, _find: "Find") -> Any:
    """Answer with a function of ours: what is called by its name could be called."""
    return partial(os.path.join, "a")


def lie(_content: bytes, name: str, find: "Find") -> None:
    """Say of oneself what only the other side can know, and far too long."""
    from readiness import other_process  # noqa: PLC0415 - in the other process

    pipe_of(find).send(other_process._Failure("stopped", name * (1 << 20)))
    threading.Event().wait()


def asked(reference: str) -> object:
    """Return a question as the other process puts it."""
    from readiness import other_process  # noqa: PLC0415 - in the other process

    return other_process._Question(reference)


def pipe_of(find: Any) -> Any:
    """Return the pipe that a question goes through."""
    return next(cell.cell_contents for cell in find.__closure__)


def tell_and_spin(_content: bytes, _name: str, _find: "Find") -> None:
    """Tell who is at work, then go round for ever."""
    spin()


def spin() -> None:
    """Tell who is at work, then go round for ever."""
    os.write(1, f"{os.getpid()}\n".encode())
    while True:
        pass


def read_and_spin() -> None:
    """Let the other process read a file that never ends; this is a program that will be killed."""
    Reader(OtherProcess()).read(tell_and_spin, Path(__file__), Library().find)


def start_and_spin() -> None:
    """Let another process go round for ever, one that nobody taught to end with its program."""
    process = get_context("spawn").Process(target=spin)
    process.start()
    process.join()


def stumble(_content: bytes, name: str, _find: "Find") -> None:
    """Make a mistake of ours."""
    raise LookupError(name)
