"""Folders on disk: a name is safe only when the folder that holds it has been flushed."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_IRUSR, S_IWUSR
from typing import Final

_PART: Final = ".readiness-tmp"
_OWNERS: Final = S_IRUSR | S_IWUSR
_CANNOT: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What shares say that cannot flush a folder: what was written there is no worse for it."""


def part_of(target: Path) -> Path:
    """Return where a file is written until it is whole."""
    return target.with_name(f".{target.name}.{token_hex(4)}{_PART}")


def drop(part: Path) -> None:
    """Take a part away, with the journal that SQLite may have left beside it."""
    for left in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def sweep(folder: Path, name: str = "") -> None:
    """Take away what interrupted writes left in a folder, of one name or of all."""
    with suppress(OSError):
        for left in list(folder.iterdir()):
            if left.name.startswith(f".{name}") and left.name.removesuffix("-journal").endswith(_PART):
                with suppress(OSError):
                    left.unlink()


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
