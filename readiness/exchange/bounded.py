"""People's files, bounded before a byte is taken in, whole or not at all."""

import stat
from pathlib import Path
from typing import Final

from readiness.errors import InputError

MOST_BYTES: Final = 5 * 1024 * 1024
"""More than any format takes; the readers have their own, lower bounds."""


def read_content(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        InputError: it is no plain file, is larger than anything we read, or cannot be read.
    """
    try:
        facts = path.stat()
        if stat.S_ISREG(facts.st_mode) and facts.st_size <= MOST_BYTES:
            return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        happened = f"{path} cannot be read: {reason}."
        raise InputError(happened) from error
    if stat.S_ISREG(facts.st_mode):
        happened = f"{path} has {facts.st_size:,} bytes; {MOST_BYTES:,} are the most."
        raise InputError(happened, safe="It was not read.")
    happened = f"{path} is no plain file."
    raise InputError(happened, remedy="Give a questionnaire or an answers file.")
