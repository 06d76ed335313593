"""What the other process answers is believed as far as frozen values go, and no further.

A file from elsewhere may have led that process astray. An answer is unpickled, and a pickle can call whatever
it names; so one of no more than so many bytes is read, and nothing but values of ours is made again.
"""

import pickle
from dataclasses import is_dataclass
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any, Final

MOST_BYTES: Final = 64 << 20
"""More than the largest file that is taken, or the longest report, ever comes to."""

_OURS: Final = (
    "readiness.domain.",
    "readiness.errors",
    "readiness.exchange.",
    "readiness.other_process",
    "readiness.reports.",
    "readiness.services.",
    "readiness.storage.",
)
_PLAIN: Final = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("datetime", "date")})
_ERRORS: Final = ("readiness.errors", "_made_again")


class NotBelievedError(Exception):
    """An answer says what no answer says."""


class TooLongError(NotBelievedError):
    """An answer is longer than any may be."""


def receive(pipe: Connection) -> Any:
    """Return the next answer.

    Raises:
        EOFError, OSError: there will be none.
        NotBelievedError: it is none that this process would have sent by itself, or too long.
    """
    content = _bounded(pipe)
    try:
        return _Answer(BytesIO(content)).load()
    except Exception as error:
        raise NotBelievedError(str(error)) from error


def _bounded(pipe: Connection) -> bytes:
    try:
        return pipe.recv_bytes(MOST_BYTES)
    except OSError as error:
        if not pipe.readable:  # it was shut over a length that is beyond the bound
            raise TooLongError(str(error)) from error
        raise


class _Answer(pickle.Unpickler):
    """Finds values and refusals of ours, a few plain types, and nothing that does anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or (module, name) == _ERRORS:
            return super().find_class(module, name)
        if module.startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        message = f"{module}.{name} is no value"
        raise pickle.UnpicklingError(message)


def _is_value(found: type) -> bool:
    """Whether it holds values and has its own way to be filled: without one, the class itself could be."""
    is_filled = is_dataclass(found) and "__setstate__" in vars(found)
    return is_filled or (found.__module__ == "readiness.errors" and issubclass(found, Exception))
