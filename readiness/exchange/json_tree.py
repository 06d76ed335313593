"""JSON as a plain tree: no doubles, no infinities, nothing that nests or counts without end."""

import json
import re
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

from readiness.errors import Fault, Severity
from readiness.exchange.tree import (
    MOST_DEPTH,
    MOST_DIGITS,
    Path,
    RefusedError,
    Tree,
    decode,
    refused,
    unprintable,
)
from readiness.exchange.yaml_tree import read_yaml

MOST_BYTES: Final = 5_000_000
_MOST_NUMBER: Final = 24
"""Digits of a double, its sign and its exponent."""
_MOST_POINTED_AT: Final = 1 << 18
"""Larger files get their faults without positions: finding those takes the slow way."""

# Possessive, and content with a text that never ends: nothing is looked at twice.
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def read_json(
    content: bytes, *, most: int = MOST_BYTES, lenient: bool = False
) -> tuple[Tree, tuple[Fault, ...]]:
    """Read one JSON document; positions are found only where something has to be pointed at.

    ``lenient`` is for files that others published: NaN is read as nothing and a repeated key as its last
    value, each with a warning.
    """
    faults: list[Fault] = []
    try:
        text = decode(content, most)
        _refuse_depth(text)
        value = _parse_json(text, _Reader(faults, lenient=lenient))
    except RefusedError as refused:
        return Tree(), (*faults, refused.fault)
    tree = Tree(value=value)
    tree.positions = _json_positions(content)
    return tree, tuple(faults)


def _refuse_depth(text: str) -> None:
    depth = 0
    for bracket in re.finditer(r"[\[{\]}]", _STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MOST_DEPTH:
            raise refused("too-deep", f"the file nests deeper than {MOST_DEPTH}")


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
    reader.faults.extend(_unprintable(value))
    return value


class _Reader:
    """What the decoder asks about everything it would otherwise accept."""

    def __init__(self, faults: list[Fault], *, lenient: bool) -> None:
        self.faults = faults
        self._lenient = lenient

    def pairs(self, members: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in members:
            if key in found:
                self._tell("duplicate-key", f"“{key}” stands twice in one object", bearable=True)
            found[key] = value
        return found

    def constant(self, word: str) -> int | None:
        self._tell("not-finite", f"{word} is no number; write a finite one", bearable=True)
        return None if self._lenient else 0

    def number(self, digits: str) -> float | None:
        if len(digits) > _MOST_NUMBER:
            self._tell(
                "number-too-long", f"a number of {len(digits):,} characters; {_MOST_NUMBER} are the most"
            )
            return 0.0
        value = float(digits)
        return value if isfinite(value) else self.constant(digits)

    def whole(self, digits: str) -> int:
        if len(digits.lstrip("-")) > MOST_DIGITS:
            self._tell("number-too-long", f"a number of {len(digits):,} digits; {MOST_DIGITS} are the most")
            return 0
        return int(digits)

    def _tell(self, code: str, message: str, *, bearable: bool = False) -> None:
        severity: Severity = "warning" if bearable and self._lenient else "error"
        self.faults.append(Fault(code=code, message=message, severity=severity, line=1, column=1))


def _unprintable(value: Any) -> Iterator[Fault]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.keys())
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, str) and (problem := unprintable(item)):
            yield Fault(code="control-character", message=problem, line=1, column=1)


def _json_positions(content: bytes) -> dict[Path, tuple[int, int]]:
    """Find the positions the long way round: JSON is YAML, as far as places go."""
    if len(content) > _MOST_POINTED_AT:
        return {(): (1, 1)}
    tree, _ = read_yaml(content)
    return tree.positions or {(): (1, 1)}
