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
from readiness.storage.beside import refuse_strange
from readiness.storage.refusals import not_a_workspace
from readiness.storage.schema import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
_WRITE_AHEAD: Final = 2
_UTF_8: Final = 1


LastWrite = tuple[int, int]
"""When a file was written last, in nanoseconds, and its size."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file it is, whatever its name: a sync client that swaps it changes this."""

    device: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the header of a file that looks like a workspace says."""

    identity: Identity
    size: int
    format: int
    is_untidy: bool = False
    """Whether SQLite writes into it as soon as it is locked: it is made for a log or miscounts its pages."""


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


def is_any_held() -> bool:
    """Whether this process has any workspace open."""
    return bool(_held)


def is_held(path: Path | str) -> bool:
    """Whether this process has the file open as a workspace."""
    return identity_of(path) in _held


def check_before_open(path: Path, newest_format: int) -> Found:
    """Return what the file is, or refuse it with its bytes untouched.

    Raises:
        NotFoundError: there is nothing there.
        NotAWorkspaceError: it is something else, or something strange lies beside it.
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
    refuse_strange(path)
    header = _check_header(path, facts.st_size)
    found = int.from_bytes(header[60:64], "big", signed=True)
    _check_format(path, found, newest_format)
    is_untidy = _is_untidy(header, path, facts.st_size)
    return Found(identity=identity, size=facts.st_size, format=found, is_untidy=is_untidy)


def is_writable(path: Path) -> bool:
    """Whether the file and its folder can be written: the journal stands beside the file."""
    return may_write(path) and may_write(path.parent)


def may_write(place: Path) -> bool:
    """Whether whoever this process acts for may write there."""
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def identity_of(path: Path | str) -> Identity | None:
    """Return which file stands at the path now, or ``None``."""
    try:
        facts = os.stat(path)  # noqa: PTH116 - before every write, and twice as fast
    except OSError:
        return None
    return Identity(facts.st_dev, facts.st_ino)


def last_write(path: Path) -> LastWrite | None:
    """Return when a file was written last, and how long it was then."""
    try:
        facts = os.stat(path)  # noqa: PTH116 - around every write, and twice as fast
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


def _facts(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise NotFoundError(
            f"There is no file at {path}.", remedy="Choose another, or start a new one."
        ) from error
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {error.strerror}.", details=repr(error)) from error


def _check_header(path: Path, size: int) -> bytes:
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
        raise not_a_workspace(path, "it is not made as workspaces are")
    page = _page_size(header)
    is_page = page >= 512 and not page & (page - 1)  # noqa: PLR2004 - SQLite's smallest page
    if not is_page or (size % page and not _has_journal(path)):
        raise not_a_workspace(path, "its pages do not add up")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise not_a_workspace(path, "another program made it")
    if int.from_bytes(header[56:60], "big") != _UTF_8:
        raise not_a_workspace(path, "its texts are not UTF-8")
    _check_log(path, max(header[18], header[19]))
    return header


def _is_untidy(header: bytes, path: Path, size: int) -> bool:
    pages = int.from_bytes(header[28:32], "big")
    is_miscounted = pages * _page_size(header) != size and not _has_journal(path)
    return is_miscounted or max(header[18], header[19]) >= _WRITE_AHEAD


def _page_size(header: bytes) -> int:
    page = int.from_bytes(header[16:18], "big")
    return 65536 if page == 1 else page


def _has_journal(path: Path) -> bool:
    """Whether a change was cut off: the file may then end in a part of a page until SQLite takes it back."""
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False


def _check_log(path: Path, way_of_writing: int) -> None:
    """Refuse a file whose newest content is in a log that another program keeps beside it."""
    log = path.with_name(f"{path.name}-wal")
    if way_of_writing >= _WRITE_AHEAD and log.exists() and log.stat().st_size:
        raise WorkspaceInUseError(
            f"Another program has changed {path.name} and keeps its changes in {log.name}.",
            safe="Nothing was touched.",
            remedy="Close the file in that program, then open it here.",
        )


def _check_format(path: Path, found: int, newest: int) -> None:
    if found > newest:
        raise NewerWorkspaceError(
            f"{path.name} was written by a newer Readiness (format {found}; this one knows {newest}).",
            safe="Nothing was touched.",
            remedy="Update Readiness, or export its assessments from the newer one.",
        )
    if found < 1:
        raise not_a_workspace(path, f"its format is {found}")
