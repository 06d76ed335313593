"""The parts of an XLSX file, which is a ZIP archive: looked at whole before anything of it is read.

What is in it is counted while it is read, because an archive can say what it likes about its sizes.
"""

import stat
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception that is named like no other

from readiness.exchange.tree import RefusedError, refused

MOST_PARTS: Final = 2_000
MOST_UNPACKED: Final = 50 * 1024 * 1024
MOST_RATIO: Final = 100
_PIECE: Final = 1 << 16
_SMALL: Final = 1 << 16
"""Parts up to here may be packed as tightly as they like: a few empty rows already are."""
_FORBIDDEN: Final = ("..", "")
_PACKED: Final = (ZIP_STORED, ZIP_DEFLATED)
"""How a spreadsheet is packed; every other way unpacks a whole piece at once, however large it becomes."""
_STREAMS: Final = 0x1
"""The bit of an entry that is encrypted."""


class Archive:
    """The parts of an archive by their names.

    Raises:
        RefusedError: it is no archive, or one that nobody should open.
    """

    def __init__(self, content: bytes) -> None:
        self._left = MOST_UNPACKED
        try:
            self._zip = ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _broken(error) from error
        if len(entries) > MOST_PARTS:
            raise refused(
                "too-many-parts", f"the file has {len(entries):,} parts; {MOST_PARTS:,} are the most"
            )
        _refuse_names(entries)
        self._parts = {entry.filename: entry for entry in entries}

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return a part; more than the whole may unpack to is never held.

        Raises:
            RefusedError: it is not there, cannot be unpacked, or is larger than it may be.
        """
        entry = self._parts.get(name)
        if entry is None:
            raise refused("not-a-spreadsheet", f"the file has no part “{name}”, which every XLSX file has")
        most = max(_SMALL, entry.compress_size * MOST_RATIO)
        pieces: list[bytes] = []
        try:
            with self._zip.open(entry) as part:
                while piece := part.read(_PIECE):
                    self._left -= len(piece)
                    most -= len(piece)
                    if self._left < 0 or most < 0:
                        raise _bomb(name)
                    pieces.append(piece)
        except (BadZipFile, ZlibError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise _broken(error) from error
        return b"".join(pieces)


def _refuse_names(entries: list[ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        parts = name.removesuffix("/").split("/")
        is_odd = "\\" in name or ":" in name or any(part in _FORBIDDEN for part in parts)
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        if is_odd or is_link or name.casefold() in seen:
            message = f"the part “{name[:80]}” leads out of the file, or stands in it twice; nothing was read"
            raise refused("not-a-safe-archive", message)
        if entry.flag_bits & _STREAMS:
            raise refused("encrypted", "the file has a password; save it without one")
        if entry.compress_type not in _PACKED:
            message = f"the part “{name[:80]}” is packed as no spreadsheet is; save it as XLSX again"
            raise refused("not-a-safe-archive", message)
        seen.add(name.casefold())


def _bomb(name: str) -> RefusedError:
    message = (
        f"the part “{name[:80]}” unpacks to more than {MOST_UNPACKED:,} bytes, or {MOST_RATIO} times its size"
    )
    return refused("too-large", message)


def _broken(error: Exception) -> RefusedError:
    return refused("not-a-spreadsheet", f"this is no XLSX file that can be unpacked: {error}")
