"""A journal whose file is about to go: played back first, so that no power cut parts the two.

SQLite would do it too, but a second handle in this process drops the lock (finding 2). So SQLite plays it
back on a copy, and what it changed there is written through the handle that holds the lock, in SQLite's own
order: the pages first, flushed, and only then the journal goes. Until then it would be played back once more,
to the same.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO, Final

from readiness.storage.backups import format_of
from readiness.storage.folders import drop, part_of, sync_file, sync_folder
from readiness.storage.leftovers import belongs, is_hot, journal_of, write_copy
from readiness.storage.schema import CURRENT

_SECTOR: Final = 512
"""The least that SQLite journals; what did not change is not written: no journal would bring it back."""

_FORMAT: Final = 60
"""Where a file says of which format it is."""


def settle(path: Path, file: BinaryIO) -> None:
    """Bring a file that is held into the state that it has without its journal, and blank that.

    Raises:
        OSError: it could not be done; the file and its journal still belong together.
    """
    journal = journal_of(path)
    if not is_hot(journal):
        return
    if belongs(journal, file, _ddl_of(file)):
        whole = part_of(path)
        try:
            _play_back(file, journal, whole)
            _take_over(file, whole)
        finally:
            drop(whole)
    blank(journal)


def keep_journal(path: Path, aside: Path) -> None:
    """Copy the journal of a file to another name for that file, which it does not have yet.

    Raises:
        OSError: it could not be copied.
    """
    journal = journal_of(path)
    if not journal.exists():
        return
    part = part_of(journal_of(aside))
    try:
        shutil.copyfile(journal, part)
        sync_file(part)
        part.rename(journal_of(aside))
        sync_folder(aside.parent)
    except OSError:
        drop(part)
        raise


def blank(journal: Path) -> None:
    """Let a journal go for good: empty, and flushed, before its name goes, which a power cut may bring back.

    Raises:
        OSError: it is still what it was, or empty.
    """
    if not journal.exists():
        return
    handle = os.open(journal, os.O_RDWR)
    try:
        os.ftruncate(handle, 0)
        os.fsync(handle)
    finally:
        os.close(handle)
    journal.unlink(missing_ok=True)
    sync_folder(journal.parent)


def _ddl_of(file: BinaryIO) -> tuple[str, ...]:
    file.seek(_FORMAT)
    number = int.from_bytes(file.read(4), "big")
    return format_of(number).ddl if 1 <= number <= CURRENT.number else CURRENT.ddl


def _play_back(file: BinaryIO, journal: Path, whole: Path) -> None:
    write_copy(file, whole)
    shutil.copyfile(journal, journal_of(whole))
    with closing(sqlite3.connect(whole, isolation_level=None)) as connection, suppress(sqlite3.Error):
        connection.execute(
            "BEGIN EXCLUSIVE"
        )  # a file that is damaged besides says so once it was played back
        connection.execute("ROLLBACK")
    if is_hot(journal_of(whole)):
        raise OSError(errno.EIO, "its journal could not be played back")


def _take_over(file: BinaryIO, whole: Path) -> None:
    handle, size = file.fileno(), whole.stat().st_size
    for offset, piece in list(_changed(file, whole)):
        os.lseek(handle, offset, os.SEEK_SET)
        if os.write(handle, piece) != len(piece):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.ftruncate(handle, size)
    os.fsync(handle)


def _changed(file: BinaryIO, whole: Path) -> Iterator[tuple[int, bytes]]:
    """Yield what reads otherwise in the whole file, a sector each."""
    file.seek(0)
    offset = 0
    with whole.open("rb") as right:
        while piece := right.read(_SECTOR):
            if file.read(_SECTOR) != piece:
                yield offset, piece
            offset += len(piece)
