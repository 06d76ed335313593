"""What stands beside a workspace before it is opened: its own journal after a crash, or somebody else's.

A journal of our own must be played back, or half a transaction stays. One that belonged to a file that was
replaced meanwhile (a restored backup) would spoil it, so it is put aside and named (promise 6).
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final, Literal

from readiness.storage import content
from readiness.storage.file_checks import may_write
from readiness.storage.refusals import not_opened

_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_SHARED: Final = 0x40000002
"""Where SQLite keeps the lock of its readers, ``_SHARED_BYTES`` long."""
_SHARED_BYTES: Final = 510


def put_aside(path: Path, ddl: tuple[str, ...]) -> list[str]:
    """Put aside what does not belong to the file; return what was done, in sentences.

    A write-ahead log never does: our files are not written that way (``file_checks`` refused those that are).

    Raises:
        WorkspaceError: it is damaged whether its journal is played back or not.
    """
    if not may_write(path.parent):
        return []
    strangers = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
    journal = journal_of(path)
    if is_hot(journal) and may_write(path):
        with nobody_has_it_open(path) as file:
            if file is not None and _is_strange(journal, file, path, ddl):
                strangers.append(journal)
    return [_set_aside(stranger, path) for stranger in strangers if stranger.exists()]


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def is_hot(journal: Path) -> bool:
    """Whether SQLite would play the journal back: one that ended well is gone, empty or blanked."""
    try:
        if not journal.is_file():  # at a pipe one would wait for ever
            return False
        with journal.open("rb") as file:
            return file.read(len(_JOURNAL_MAGIC)) == _JOURNAL_MAGIC
    except OSError:
        return False


def recovered_copy(path: Path) -> tuple[Path, TemporaryDirectory[str]]:
    """Copy a file with its journal to where SQLite may play it back; for files that cannot be written."""
    folder = TemporaryDirectory(prefix="readiness-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / path.name
    shutil.copyfile(path, copy)
    shutil.copyfile(journal_of(path), journal_of(copy))
    return copy, folder


def belongs(journal: Path, file: BinaryIO, ddl: tuple[str, ...]) -> bool:
    """Try it on copies: the journal belongs unless the file is sound without it and unsound with it."""
    return _fit(journal, file, ddl) != "strange"


def _is_strange(journal: Path, file: BinaryIO, path: Path, ddl: tuple[str, ...]) -> bool:
    """Whether it does not belong.

    Raises:
        WorkspaceError: played back, the file would be refused: nobody needs to write into it before that.
    """
    fit = _fit(journal, file, ddl)
    if fit == "unsound":
        with TemporaryDirectory(prefix="readiness-", ignore_cleanup_errors=True) as folder:
            _refuse_damaged(_copied(file, Path(folder) / "copy", journal), path, ddl)
    return fit == "strange"


def _fit(journal: Path, file: BinaryIO, ddl: tuple[str, ...]) -> Literal["own", "strange", "unsound"]:
    try:
        with TemporaryDirectory(prefix="readiness-", ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "copy"
            if _is_sound(_copied(file, copy, journal), ddl):
                return "own"
            return "strange" if _is_sound(_copied(file, copy), ddl) else "unsound"
    except OSError:
        return "own"


def _copied(file: BinaryIO, copy: Path, journal: Path | None = None) -> Path:
    """Copy a file anew, with a journal beside it or with none."""
    write_copy(file, copy)
    journal_of(copy).unlink(missing_ok=True)
    if journal is not None:
        shutil.copyfile(journal, journal_of(copy))
    return copy


def _refuse_damaged(copy: Path, path: Path, ddl: tuple[str, ...]) -> None:
    """Refuse what the opener would refuse once SQLite has played the journal back."""
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        content.check_content(connection, path, ddl)
    except sqlite3.Error as error:
        raise not_opened(path, error) from error
    finally:
        connection.close()


def write_copy(file: BinaryIO, copy: Path) -> None:
    """Copy through the handle that is open: another one, once closed, would drop the lock."""
    file.seek(0)
    with copy.open("wb") as target:
        shutil.copyfileobj(file, target)


def _is_sound(copy: Path, ddl: tuple[str, ...]) -> bool:
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        return content.has_schema(connection, ddl) and not content.faults(connection)
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def _set_aside(stranger: Path, path: Path) -> str:
    number = 1
    while (aside := stranger.with_name(f"{stranger.name}.aside{number}")).exists():
        number += 1
    with suppress(OSError):
        stranger.rename(aside)
        return f"{stranger.name} did not belong to {path.name} and was put aside as {aside.name}."
    return f"{stranger.name} does not belong to {path.name}; take it away."


@contextmanager
def nobody_has_it_open(path: Path) -> Iterator[BinaryIO | None]:
    """Take SQLite's own lock for a moment, without SQLite: opening it would play the journal back."""
    with path.open("r+b") as file:
        yield file if _is_free(file) else None


def _is_free(file: BinaryIO) -> bool:
    if os.name == "nt":
        return True  # an open file cannot be renamed there
    import fcntl  # noqa: PLC0415 - absent on Windows

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_BYTES, _SHARED)
    except OSError:
        return False
    return True
