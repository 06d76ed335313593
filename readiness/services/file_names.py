"""File names that every system takes, whatever people call their things (reliability 21)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

_MOST_CHARACTERS: Final = 80
_MOST_BYTES: Final = 200
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]+')
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
)


def cleaned(name: str, tail: str, nameless: str = "System") -> str:
    """Return what stands before ``tail`` in a file name; ``nameless`` where nothing of the name is left."""
    plain = unicodedata.normalize("NFC", name)
    seen = "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in plain)
    words = " ".join(_FORBIDDEN.sub(" ", seen).split()).strip(". ")
    kept = words[: _MOST_CHARACTERS - len(tail)]
    while len(f"{kept}{tail}".encode()) > _MOST_BYTES:
        kept = kept[:-1]
    kept = kept.strip(". ")
    if not kept:
        return nameless
    return f"{kept}_" if kept.upper() in _RESERVED else kept


def apart(names: Iterable[str]) -> Iterator[str]:
    """Yield the names, those that look alike in a folder numbered."""
    taken: set[str] = set()
    for stem in names:
        name, number = stem, 2
        while name.casefold() in taken:
            name, number = f"{stem} {number}", number + 1
        taken.add(name.casefold())
        yield name
