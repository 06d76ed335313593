"""Folders on disk: a name is safe only when the folder that holds it has been flushed."""

import errno
import os
import re
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from platform import node
from secrets import token_hex
from stat import S_IMODE, S_IRUSR, S_IWUSR
from typing import Final

_PART: Final = ".readiness-tmp"
_MARK: Final = re.compile(r"\.([0-9a-f]{4})-([0-9a-f]{1,16})-[0-9a-f]{8}\.readiness-tmp$")
_LONGEST: Final = 160
_DAY: Final = 86_400
_OWNERS: Final = S_IRUSR | S_IWUSR
_CANNOT: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What shares say that cannot flush a folder: what was written there is no worse for it."""


def part_of(target: Path) -> Path:
    """Return where a file is written until it is whole; its name says who writes it."""
    return target.with_name(f".{_short(target.name)}.{_mark()}{_PART}")


def drop(part: Path) -> None:
    """Take a part away, with the journal that SQLite may have left beside it."""
    for left in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def sweep(folder: Path, target: str = "") -> None:
    """Take away what interrupted writes left in a folder, of one file or of all, but no living one's."""
    beginning = f".{_short(target)}." if target else "."
    with suppress(OSError):
        for left in list(folder.iterdir()):
            name = left.name.removesuffix("-journal")
            if name.startswith(beginning) and name.endswith(_PART) and not _is_written(left, name):
                with suppress(OSError):
                    left.unlink()


def make_flushed(folder: Path, mode: int = 0o777) -> None:
    """Make a folder, and those above it that are missing, and flush its name: what it holds hangs on that."""
    if not folder.parent.is_dir() and folder.parent != folder:
        make_flushed(folder.parent, mode)
    folder.mkdir(exist_ok=True, mode=mode)
    sync_folder(folder.parent)


def _mark() -> str:
    return f"{_computer()}-{os.getpid():x}-{token_hex(4)}"


@cache
def _computer() -> str:
    return sha256(node().encode()).hexdigest()[:4]


def _short(name: str) -> str:
    """Return a name that has room for a mark: systems take 255 bytes, and a letter may be four of them."""
    coded = os.fsencode(name)
    return name if len(coded) <= _LONGEST else sha256(coded).hexdigest()[:16]


def _is_written(left: Path, name: str) -> bool:
    """Whether somebody may be writing it still: a process that lives, or one elsewhere, for a day."""
    mark = _MARK.search(name)
    if mark is None:
        return False
    if mark[1] == _computer() and os.name != "nt":
        return _lives(int(mark[2], 16))
    with suppress(OSError):  # the folder's own time: whose clock it is does not matter
        return left.parent.stat().st_mtime - left.stat().st_mtime < _DAY
    return False


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def keep_private(copy: Path, of: Path) -> None:
    """Let nobody read a copy who may not read what it is of, where the file system knows of modes."""
    with suppress(OSError):
        copy.chmod(S_IMODE(copy.stat().st_mode) & S_IMODE(of.stat().st_mode) | _OWNERS)


def keep_mode(part: Path, of: Path) -> None:
    """Let what takes the place of a file be read and written by those who might do so before."""
    with suppress(OSError):
        part.chmod(S_IMODE(of.stat().st_mode) | _OWNERS)


def sync_file(path: Path) -> None:
    """Flush a file to the disk."""
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk, where the system can."""
    if os.name == "nt":
        return
    try:
        _sync(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
