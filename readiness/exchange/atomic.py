"""Write a file whole or not at all (reliability: an export never damages what was there before)."""

import os
from contextlib import suppress
from glob import escape
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import Final

from readiness.errors import OutputError

SUFFIX: Final = ".readiness-tmp"
_GIVEN_UP_S: Final = 3600
"""Seconds after which nobody goes on with what was begun."""


def atomic_write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: a finished file takes the name, or what was there stays.

    Raises:
        OutputError: the file could not be written; an older one is untouched.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path  # resolve() fails on a loop
    if target.is_dir():
        raise OutputError(
            f"{path} is a folder.", safe="Nothing was written.", remedy="Choose a file name inside it."
        )
    part = target.with_name(f".{target.name[:40]}.{token_hex(4)}{SUFFIX}")
    try:
        _write(part, content)
        _keep_mode(target, part)
        os.replace(part, target)  # noqa: PTH105 - the atomic call is named where it matters
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _refusal(path, error) from error
    # The new file has its name now. A folder that cannot be synced (network folders often) changes nothing.
    with suppress(OSError):
        _sync_folder(target.parent)
        sweep(target)


def sweep(target: Path) -> None:
    """Remove what writes of a file left that were interrupted; one that may be going on is left alone."""
    now = target.stat().st_mtime
    for left in target.parent.glob(f".{escape(target.name[:40])}.*{SUFFIX}"):
        with suppress(OSError):
            if now - left.stat().st_mtime > _GIVEN_UP_S:
                left.unlink()


def _write(part: Path, content: bytes) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        written = 0
        view = memoryview(content)
        while written < len(content):
            step = os.write(descriptor, view[written:])
            if step <= 0:
                msg = f"only {written} of {len(content)} bytes were written"
                raise OSError(msg)
            written += step
        os.fsync(descriptor)
        size = os.fstat(descriptor).st_size
    finally:
        os.close(descriptor)
    if size != len(content):
        msg = f"{size} of {len(content)} bytes arrived"
        raise OSError(msg)


def _keep_mode(target: Path, part: Path) -> None:
    # What only its owner may read stays so, where the file system knows of modes.
    with suppress(OSError):
        part.chmod(S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refusal(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"{path.name} could not be written: {reason}.",
        safe="What was there before is untouched.",
        remedy="Choose another place, or make room, and try again.",
        details=repr(error),
    )
