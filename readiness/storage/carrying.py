"""Carry a file from one disk to another: whole, flushed, and known by its hash on both."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Final

_CHUNK: Final = 1 << 20


def carried(source: Path, part: Path, like: Path | None = None) -> str:
    """Copy a file under a name that nothing has, flush it, and return the hash of what was read.

    Whoever may not read ``like`` may not read it either, from its first byte on.
    """
    digest = hashlib.sha256()
    with source.open("rb") as stream, part.open("xb") as target:
        if like is not None:
            _open_as(like, part)
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def hash_of(file: Path) -> str:
    """Return the hash of what has a name, from its first byte to its last; nothing where no file has it.

    Raises:
        OSError: it cannot be read, or another got the name while it was read.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        if not S_ISREG(file.stat().st_mode):  # at a pipe one would wait for ever
            return ""
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            # On Windows a file that is open keeps its name.
            if os.name != "nt" and not os.path.samestat(os.fstat(stream.fileno()), file.stat()):
                raise OSError(None, "another file got its name while it was read")
        return digest
    return ""


def _open_as(like: Path, part: Path) -> None:
    """Let those read and write a file who may another; untouched where that is so, for the sake of lists."""
    with suppress(OSError):
        mode = S_IMODE(like.stat().st_mode)
        if mode != S_IMODE(part.stat().st_mode):
            part.chmod(mode)
