"""Look at a file before it is opened as a workspace: nothing hostile may be touched (promises 13 and 43).

This is the only place of the program that reads a workspace without SQLite, and only while it is not open: a
second file handle in the same process would drop SQLite's locks (finding 2).
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.errors import (
    NewerWorkspaceError,
    NotAWorkspaceError,
    NotFoundError,
    WorkspaceError,
    WorkspaceInUseError,
)
from readiness.storage.schema import APPLICATION_ID, FORMAT

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file it is, whatever its name: a sync client that swaps it changes this."""

    device: int
    inode: int


_held: Final[set[Identity]] = set()
"""The workspaces this process has open.

POSIX locks belong to the process: reading such a file with a handle of our own and closing that would drop
SQLite's lock, so it is told from ``stat`` alone (finding 2).
"""


def hold(identity: Identity) -> None:
    """Remember that this process has the file open."""
    _held.add(identity)


def release(identity: Identity) -> None:
    """Forget it, once SQLite has closed it."""
    _held.discard(identity)


def check_before_open(path: Path) -> Identity:
    """Return the file's identity, or refuse it with its bytes untouched.

    Raises:
        NotFoundError: there is nothing there.
        NotAWorkspaceError: it is something else.
        NewerWorkspaceError: a newer program wrote it.
        WorkspaceInUseError: this process has it open already.
        WorkspaceError: it has a second name (a hard link), which breaks locking.
    """
    facts = _facts(path)
    if not stat.S_ISREG(facts.st_mode):
        raise NotAWorkspaceError(
            f"{path} is not a file.", safe="Nothing was touched.", remedy="Choose a .readiness file."
        )
    if facts.st_nlink > 1:
        raise WorkspaceError(
            f"{path.name} has a second name elsewhere on this disk (a hard link).",
            safe="Nothing was touched: two names would break the lock that protects your answers.",
            remedy="Copy the file and open the copy.",
        )
    identity = Identity(facts.st_dev, facts.st_ino)
    if identity in _held:
        raise WorkspaceInUseError(
            f"{path.name} is open in this program already.",
            safe="Nothing was touched.",
            remedy="Close it there first, or look at its newest backup.",
        )
    _check_header(path, facts.st_size)
    return identity


def identity_of(path: Path) -> Identity | None:
    """Return which file stands at the path now, or ``None``."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return Identity(facts.st_dev, facts.st_ino)


def _facts(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise NotFoundError(
            f"There is no file at {path}.", remedy="Choose another, or start a new one."
        ) from error
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {error.strerror}.", details=repr(error)) from error


def _check_header(path: Path, size: int) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise WorkspaceError(
            f"{path.name} cannot be read: {error.strerror}.",
            safe="Nothing was touched.",
            remedy="Ask for the right to read it.",
            details=repr(error),
        ) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise not_a_workspace(path, "it is no SQLite file")
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    if page < 512 or page & (page - 1) or size % page:  # noqa: PLR2004 - SQLite's smallest page
        raise not_a_workspace(path, "its pages do not add up")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise not_a_workspace(path, "another program made it")
    _check_format(path, int.from_bytes(header[60:64], "big", signed=True))


def _check_format(path: Path, found: int) -> None:
    if found > FORMAT:
        raise NewerWorkspaceError(
            f"{path.name} was written by a newer Readiness (format {found}; this one knows {FORMAT}).",
            safe="Nothing was touched.",
            remedy="Update Readiness, or export its assessments from the newer one.",
        )
    if found < 1:
        raise not_a_workspace(path, f"its format is {found}")


def not_a_workspace(path: Path, why: str) -> NotAWorkspaceError:
    """Return the refusal of a file that is none of ours, or damaged."""
    return NotAWorkspaceError(
        f"{path.name} is not a Readiness workspace, or it is damaged: {why}.",
        safe="Nothing was touched.",
        remedy="Open another file, or a backup from the folder “backups” beside it.",
    )
