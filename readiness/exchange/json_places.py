"""Where everything stands in a JSON text: one walk over its signs, which the parser then need not remember.

A key stands where its own text begins, an entry of a list where it begins; of a key that comes twice the
first place is kept. The text is one that the parser has taken.
"""

import json
import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from readiness.exchange.tree import Path, unprintable

Place = tuple[int, int]
"""A line and a column, from 1."""

_SIGN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)


@dataclass(slots=True)
class Places:
    """What was found: places by path, and by their words those of what is odd.

    ``odd`` has a key that comes again, a word that is no text, and an escaped character that no text holds.
    """

    by_path: dict[Path, Place] = field(default_factory=dict)
    odd: dict[str, deque[Place]] = field(default_factory=dict)

    def take(self, words: str) -> Place:
        """Return the next place at which something odd stands, and the beginning where it is not known."""
        waiting = self.odd.get(words)
        return waiting.popleft() if waiting else (1, 1)


@dataclass(slots=True)
class _Open:
    """An object or a list that is not closed yet; ``key`` is what comes next in it."""

    path: Path
    is_object: bool
    key: str | int = 0
    wants_key: bool = False


def places_in(text: str) -> Places:
    """Return where everything stands."""
    walker = _Walker(text)
    for sign in _SIGN.finditer(text):
        walker.take(sign[0], sign.start())
    return walker.found


class _Walker:
    """Keeps the path while the signs go by."""

    def __init__(self, text: str) -> None:
        self.found = Places()
        self._open: list[_Open] = []
        self._breaks = [at.start() for at in re.finditer("\n", text)]

    def take(self, sign: str, start: int) -> None:
        inside = self._open[-1] if self._open else None
        if sign in "{[":
            self._open.append(_Open(self._put(inside, start), sign == "{", wants_key=sign == "{"))
        elif sign in "}]":
            self._open.pop()
        elif sign == ",":
            self._next(inside)
        elif sign != ":":
            self._word(inside, sign, start)

    def _word(self, inside: _Open | None, sign: str, start: int) -> None:
        if sign[0] == '"':
            self._text(inside, json.loads(sign) if "\\" in sign else sign[1:-1], start)
        else:
            self._odd(sign, start)
            self._put(inside, start)

    def _text(self, inside: _Open | None, text: str, start: int) -> None:
        if unprintable(text):
            self._odd(text, start)
        if inside is None or not inside.wants_key:
            self._put(inside, start)
            return
        inside.key, inside.wants_key = text, False
        path = (*inside.path, text)
        if path in self.found.by_path:
            self._odd(text, start)
        else:
            self.found.by_path[path] = self._place(start)

    def _put(self, inside: _Open | None, start: int) -> Path:
        path = () if inside is None else (*inside.path, inside.key)
        if inside is None or not inside.is_object:
            self.found.by_path[path] = self._place(start)
        return path

    @staticmethod
    def _next(inside: _Open | None) -> None:
        if inside is not None and inside.is_object:
            inside.wants_key = True
        elif inside is not None and isinstance(inside.key, int):
            inside.key += 1

    def _odd(self, words: str, start: int) -> None:
        self.found.odd.setdefault(words, deque()).append(self._place(start))

    def _place(self, start: int) -> Place:
        line = bisect_right(self._breaks, start - 1) if start else 0
        return line + 1, start - (self._breaks[line - 1] if line else -1)
