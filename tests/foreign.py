"""Readers of files that do what a hostile file could make a reader do; they run in the other process."""

import ctypes
import os
import signal
import threading
from typing import TYPE_CHECKING

from readiness.domain.questionnaire import Questionnaire

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


def eat(_content: bytes, _name: str, _find: "Find") -> int:
    """Take 640 MB, which is more than a file may have."""
    return len([bytearray(1 << 20) for _ in range(640)])


def stumble(_content: bytes, name: str, _find: "Find") -> None:
    """Make a mistake of ours."""
    raise LookupError(name)
