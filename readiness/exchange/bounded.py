"""People's files, bounded before a byte is taken in, whole or not at all."""

import os
import stat
from pathlib import Path
from typing import Final

from readiness.errors import InputError

MOST_BYTES: Final = 5 * 1024 * 1024
"""More than any format takes; the readers have their own, lower bounds."""

_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)
"""A pipe is opened without waiting for somebody to write into it."""


def read_content(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what a file holds, as it stood in one moment.

    Raises:
        InputError: it is no plain file, is larger than ``most``, changed meanwhile, or cannot be read.
    """
    try:
        _fit(path, path.stat(), most)
        with open(path, "rb", opener=_opened) as file:
            before = _fit(path, os.fstat(file.fileno()), most)  # another may stand there by now
            content = file.read(most + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        happened = f"{path} cannot be read: {reason}."
        raise InputError(happened) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) > most:
        raise InputError(
            f"{path} changed while it was read.",
            safe="Nothing of it was taken.",
            remedy="Try again once nothing writes into it.",
        )
    return content


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _fit(path: Path, facts: os.stat_result, most: int) -> os.stat_result:
    """Return the facts of a plain file of a size that is read."""
    if not stat.S_ISREG(facts.st_mode):
        happened = f"{path} is no plain file."
        raise InputError(happened, remedy="Give a questionnaire or an answers file.")
    if facts.st_size > most:
        happened = f"{path} has {facts.st_size:,} bytes; {most:,} are the most."
        raise InputError(happened, safe="It was not read.")
    return facts
