"""A plain tree with positions: what a file from outside says, before it means anything."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from readiness.errors import Fault

Path = tuple[str | int, ...]

MOST_DEPTH: Final = 32
MOST_DIGITS: Final = 15

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKS: Final = (
    (b"\xff\xfe", "UTF-16 or UTF-32"),
    (b"\xfe\xff", "UTF-16"),
    (b"\0\0\xfe\xff", "UTF-32"),
)


@dataclass(slots=True)
class Tree:
    """What a file says, plainly, and where: positions count from 1, by the path of keys and places."""

    value: Any = None
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def where(self, path: Path) -> tuple[int, int]:
        """Return the position of the nearest thing that stands in the file."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


class RefusedError(Exception):
    """The reading stops here."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def refused(code: str, message: str, line: int = 1, column: int = 1) -> RefusedError:
    """Return what ends a reading."""
    return RefusedError(Fault(code=code, message=message, line=line, column=column))


def decode(content: bytes, most: int) -> str:
    """Return the text, or refuse what is too large, not UTF-8 or not printable."""
    if len(content) > most:
        message = f"the file has {len(content):,} bytes; {most:,} are the most"
        raise refused("too-large", message)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            raise refused("not-utf-8", f"the file is {encoding}; save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the file is not UTF-8: byte {error.start + 1}; save it as UTF-8"
        raise refused("not-utf-8", message, line) from error
    _refuse_unprintable(text)
    return text


def unprintable(text: str) -> str:
    """Return the message about the first character that cannot stand in a text, or nothing."""
    found = _UNPRINTABLE.search(text)
    return f"the character U+{ord(found[0]):04X} cannot stand in a text; take it out" if found else ""


def _refuse_unprintable(text: str) -> None:
    found = _UNPRINTABLE.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise refused("control-character", unprintable(text), line, column)
