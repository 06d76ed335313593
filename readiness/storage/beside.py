"""What stands beside a workspace under the names that SQLite gives to its own files.

SQLite believes whatever has such a name: it waits at a pipe, and a journal that ends in the name of another
file (as one does that was written for several databases at once) makes it delete that file. This program
writes one database at a time, so none of its journals does.
"""

import os
import stat
from pathlib import Path
from typing import Final

from readiness.errors import WorkspaceError

ENDINGS: Final = ("-journal", "-wal", "-shm")
_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_TAIL: Final = 16
"""Bytes at the end of a journal: how long the other file's name is, its sum, and the magic once more."""


def refuse_strange(path: Path) -> None:
    """Refuse a workspace beside which something lies that SQLite must not be led to.

    Raises:
        WorkspaceError: what lies there is a link, a pipe, a folder, or leads to another file.
    """
    for ending in ENDINGS:
        stranger = path.with_name(path.name + ending)
        why = _why_strange(stranger)
        if why:
            raise WorkspaceError(
                f"Beside {path.name} lies {stranger.name}, which this program did not write: {why}.",
                safe="Nothing was touched.",
                remedy=f"Take {stranger.name} away and try again.",
            )


def _why_strange(stranger: Path) -> str:
    try:
        facts = stranger.lstat()
    except OSError:
        return ""
    if not stat.S_ISREG(facts.st_mode):
        return "it is no file of its own"
    if facts.st_nlink > 1:
        return "it has a second name elsewhere on this disk"
    return "it names another file" if names_another(stranger) else ""


def names_another(journal: Path) -> bool:
    """Whether SQLite would read the name of another file at the end of a journal."""
    try:
        with journal.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except OSError:
        return False
    length = int.from_bytes(tail[:4], "big")
    return tail.endswith(_JOURNAL_MAGIC) and 0 < length <= size - _TAIL
