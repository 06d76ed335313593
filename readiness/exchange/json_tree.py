"""JSON as a plain tree: no doubles, no infinities, nothing that nests or counts without end."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import Any, Final

from readiness.errors import Fault, Severity
from readiness.exchange.json_places import Places, places_in
from readiness.exchange.tree import (
    MOST_DEPTH,
    MOST_DIGITS,
    RefusedError,
    Tree,
    decode,
    refused,
    unprintable,
)

MOST_BYTES: Final = 5_000_000
MOST_PARTS: Final = 100_000
_MOST_NUMBER: Final = 24
"""Digits of a double, its sign and its exponent."""

# Possessive, and content with a text that never ends: nothing is looked at twice.
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def read_json(
    content: bytes, *, most: int = MOST_BYTES, lenient: bool = False
) -> tuple[Tree, tuple[Fault, ...]]:
    """Read one JSON document, with the place of everything in it.

    ``lenient`` is for files that others published: NaN is read as nothing and a repeated key as its last
    value, each with a warning.
    """
    reader = _Reader(lenient=lenient)
    try:
        text = decode(content, most)
        _refuse_depth_and_number(text)
        value = _parse_json(text, reader)
    except RefusedError as refused:
        return Tree(), (*reader.placed(Places()), refused.fault)
    places = places_in(text)
    return Tree(value=value, positions=places.by_path), tuple(reader.placed(places))


def _refuse_depth_and_number(text: str) -> None:
    bare = _STRING.sub("", text) if _signs(text) > MOST_PARTS or _opened(text) > MOST_DEPTH else ""
    if _signs(bare) > MOST_PARTS:
        raise refused("too-many-parts", f"the file has more than {MOST_PARTS:,} parts")
    depth = 0
    for bracket in re.finditer(r"[\[{\]}]", bare):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MOST_DEPTH:
            raise refused("too-deep", f"the file nests deeper than {MOST_DEPTH}")


def _signs(text: str) -> int:
    """Return how many values a text can hold, all but one: a comma or a bracket stands before each."""
    return text.count(",") + _opened(text)


def _opened(text: str) -> int:
    return text.count("[") + text.count("{")


def _parse_json(text: str, reader: "_Reader") -> Any:
    try:
        value = json.loads(
            text,
            object_pairs_hook=reader.pairs,
            parse_constant=reader.constant,
            parse_float=reader.number,
            parse_int=reader.whole,
        )
    except json.JSONDecodeError as error:
        raise refused("not-json", f"this is not JSON: {error.msg}", error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise refused("not-json", f"this is not JSON: {error}") from error
    reader.unprintable(value)
    return value


class _Reader:
    """What the decoder asks about everything it would otherwise accept."""

    def __init__(self, *, lenient: bool) -> None:
        self._found: list[tuple[str, Fault]] = []
        self._lenient = lenient

    def placed(self, places: Places) -> Iterator[Fault]:
        """Yield every fault at the place where its words stand."""
        for words, fault in self._found:
            line, column = places.take(words)
            yield replace(fault, line=line, column=column)

    def pairs(self, members: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in members:
            if key in found:
                self._tell(key, "duplicate-key", f"“{key}” stands twice in one object", bearable=True)
            found[key] = value
        return found

    def constant(self, word: str) -> int | None:
        self._tell(word, "not-finite", f"{word} is no number; write a finite one", bearable=True)
        return None if self._lenient else 0

    def number(self, digits: str) -> float | None:
        if len(digits) > _MOST_NUMBER:
            told = f"a number of {len(digits):,} characters; {_MOST_NUMBER} are the most"
            self._tell(digits, "number-too-long", told)
            return 0.0
        value = float(digits)
        return value if isfinite(value) else self.constant(digits)

    def whole(self, digits: str) -> int:
        if len(digits.lstrip("-")) > MOST_DIGITS:
            told = f"a number of {len(digits):,} digits; {MOST_DIGITS} are the most"
            self._tell(digits, "number-too-long", told)
            return 0
        return int(digits)

    def unprintable(self, value: Any) -> None:
        """Look through a value for texts that cannot be printed."""
        for text in _texts(value):
            problem = unprintable(text)
            if problem:
                self._tell(text, "control-character", problem)

    def _tell(self, words: str, code: str, message: str, *, bearable: bool = False) -> None:
        severity: Severity = "warning" if bearable and self._lenient else "error"
        self._found.append((words, Fault(code=code, message=message, severity=severity)))


def _texts(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.keys())
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, str):
            yield item
