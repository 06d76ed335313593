"""Ids made of the words they stand for: the same in every file, in whatever order they come."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final
from unicodedata import combining, normalize

_SHORTEST: Final = 4
_LONGEST: Final = 100
_LONGEST_CODE: Final = 4


class Names:
    """Gives each part a name that no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of_words(self, before: str, *words: str) -> str:
        """Return a name made of words; longer where another part has it already."""
        digest = sha256("\n".join(map(plainly, words)).encode()).hexdigest()
        lengths = range(_SHORTEST, len(digest) + 1)
        return self.unlike(
            next((n for n in (before + digest[:k] for k in lengths) if self.is_free(n)), before)
        )

    def unlike(self, name: str) -> str:
        """Return a name, with a number where another part has it already."""
        found = next(one for one in _numbered(name) if self.is_free(one))
        self._taken.add(found.casefold())
        return found

    def is_free(self, name: str) -> bool:
        """Whether no other part has a name; capitals make no difference."""
        return name.casefold() not in self._taken


def code_of(words: str) -> str:
    """Return what parts of a whole begin with: “OE” of Operational Excellence, “SE” of Security."""
    found = re.findall(r"[A-Za-z0-9]+", _bare(words))
    letters = "".join(word[0] for word in found) if len(found) > 1 else "".join(found)[:2]
    return letters.upper()[:_LONGEST_CODE] or "X"


def slug_of(words: str) -> str:
    """Return words in the letters of an id, or nothing where there are none."""
    return re.sub(r"[^a-z0-9]+", "-", _bare(words).casefold()).strip("-")[:_LONGEST].strip("-")


def plainly(words: str) -> str:
    """Return words as they are held against others: capitals, blanks and the last mark make no difference."""
    return " ".join(words.split()).casefold().rstrip(". ?")


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}-{number}"


def _bare(words: str) -> str:
    return "".join(char for char in normalize("NFKD", words) if not combining(char))
