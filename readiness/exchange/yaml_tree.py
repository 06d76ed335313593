"""YAML as events, put together without recursion and counted before it can cost anything.

The pure parser gives the events; aliases, tags, depth and size are refused as they come (reliability: a
342-byte file can kill a process). Scalars follow YAML 1.2 and nothing else.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from readiness.errors import Fault
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

MOST_BYTES: Final = 1 << 20
MOST_EVENTS: Final = 50_000

_MOST_TAG: Final = 10_000

_RUN = re.compile(rf"\S{{{_MOST_TAG},}}+")
_BRACKETS: Final = re.compile(r"""(?:[\[{][^\[{\]}"']{0,16}+){100,}+""")
"""A hundred that open and none that closes, with next to nothing between."""

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)")
_AMBIGUOUS = re.compile(
    r"[-+]?(0[0-9_]+|0[oxb][0-9A-Fa-f_]+|[0-9][0-9_]*_[0-9_]*|[0-9]+(:[0-9]+)+"
    r"|[0-9.]+[eE]0[0-9]+)"
)
_WORDS: Final[Mapping[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


Watch = Callable[[Any, Any], None]
"""What is told of every event that the gate let through, a scalar with its value."""


def read_yaml(content: bytes, watch: Watch | None = None) -> tuple[Tree, tuple[Fault, ...]]:
    """Read one YAML 1.2 document; with faults the tree holds what could still be read."""
    builder = _Builder(watch)
    try:
        text = decode(content, MOST_BYTES)
        _refuse_endless_tags(text)
        _refuse_endless_nesting(text)
        for event in _events(text):
            builder.take(event)
    except RefusedError as refused:
        return builder.tree, (*builder.faults, refused.fault)
    if not builder.tree.positions:
        return builder.tree, (Fault(code="empty", message="the file is empty", line=1, column=1),)
    return builder.tree, tuple(builder.faults)


def _refuse_endless_tags(text: str) -> None:
    # The parser's time for one tag grows with the square of its length: a megabyte of “!” holds it for long.
    for run in _RUN.finditer(text):
        if "!" in run[0]:
            line = text.count("\n", 0, run.start()) + 1
            message = f"{len(run[0]):,} characters without a space, with a “!”: tags are not allowed"
            raise refused("tag", message, line, run.start() - text.rfind("\n", 0, run.start()))


def _refuse_endless_nesting(text: str) -> None:
    # The parser looks ahead for a key through a thousand brackets before it tells of the first.
    found = _BRACKETS.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise refused("too-deep", f"the file nests deeper than {MOST_DEPTH}", line, column)


def _events(text: str) -> Iterator[Any]:
    yaml = YAML(typ="safe", pure=True)
    try:
        for count, event in enumerate(yaml.parse(text), start=1):
            if count > MOST_EVENTS:
                message = f"the file has more than {MOST_EVENTS:,} parts"
                raise refused("too-many-parts", message, event.start_mark.line + 1)
            yield event
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise refused("not-yaml", f"this is not YAML: {problem}", line, column) from error
    except (YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise refused("not-yaml", f"this is not YAML: {error}") from error


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    path: Path
    value: dict[str, Any] | list[Any]
    key: str | None = None
    keys: set[str] = field(default_factory=set)


class _Builder:
    """Puts events together without recursion."""

    def __init__(self, watch: Watch | None = None) -> None:
        self.tree = Tree()
        self.faults: list[Fault] = []
        self._watch = watch
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take one event of the parser."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refusal(
                    event, "several-documents", "one file holds one document; take out the “---”"
                )
        elif isinstance(event, AliasEvent):
            raise self._refusal(event, "alias", "aliases are not allowed; write the text out")
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._open.pop()
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        if self._watch is not None and not isinstance(event, ScalarEvent):
            self._watch(event, None)

    def _begin(self, event: Any) -> None:
        self._refuse_extras(event)
        if len(self._open) >= MOST_DEPTH:
            raise self._refusal(event, "too-deep", f"the file nests deeper than {MOST_DEPTH}")
        if self._open and isinstance(self._open[-1].value, dict) and self._open[-1].key is None:
            raise self._refusal(event, "key-not-text", "a key is a text")
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        path = self._put(value, event)
        self._open.append(_Open(path, value))

    def _scalar(self, event: Any) -> None:
        self._refuse_extras(event)
        inside = self._open[-1] if self._open else None
        value = None
        if inside is not None and isinstance(inside.value, dict) and inside.key is None:
            self._key(inside, event)
        else:
            value = self._resolve(event)
            self._put(value, event)
        if self._watch is not None:
            self._watch(event, value)

    def _key(self, inside: _Open, event: Any) -> None:
        key = event.value
        if event.style is None and not isinstance(self._plain(event), str):
            raise self._refusal(
                event, "key-not-text", f"the key {key or '(empty)'} is not a text; put it in quotes"
            )
        if key in inside.keys:
            line, column = self.tree.positions[(*inside.path, key)]
            message = f"“{key}” stands here a second time; the first is at {line}:{column}"
            self.faults.append(self._fault(event, "duplicate-key", message))
        else:
            self.tree.positions[(*inside.path, key)] = (
                event.start_mark.line + 1,
                event.start_mark.column + 1,
            )
        inside.keys.add(key)
        inside.key = key

    def _put(self, value: Any, event: Any) -> Path:
        position = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not self._open:
            self.tree.value = value
            self.tree.positions[()] = position
            return ()
        inside = self._open[-1]
        if isinstance(inside.value, list):
            path: Path = (*inside.path, len(inside.value))
            inside.value.append(value)
            self.tree.positions[path] = position
            return path
        key = inside.key or ""
        inside.key = None
        inside.value[key] = value
        return (*inside.path, key)

    def _resolve(self, event: Any) -> Any:
        if event.style is not None:
            problem = unprintable(event.value)
            if problem:
                self.faults.append(self._fault(event, "control-character", problem))
                return ""
            return event.value
        return self._plain(event)

    def _plain(self, event: Any) -> Any:
        text: str = event.value
        if text in _WORDS:
            return _WORDS[text]
        if _NOT_FINITE.fullmatch(text):
            self.faults.append(self._fault(event, "not-finite", f"{text} is no number; write a finite one"))
            return text
        if _AMBIGUOUS.fullmatch(text):
            return text
        return self._number(event, text)

    def _number(self, event: Any, text: str) -> Any:
        digits = sum(character.isdigit() for character in text)
        is_int = _INT.fullmatch(text) is not None
        if not is_int and not _FLOAT.fullmatch(text):
            return text
        if digits > MOST_DIGITS:
            message = f"a number of {digits:,} digits; {MOST_DIGITS} are the most"
            self.faults.append(self._fault(event, "number-too-long", message))
            return 0
        if is_int:
            return int(text)
        value = float(text)
        if value in {float("inf"), float("-inf")}:
            self.faults.append(self._fault(event, "not-finite", f"{text} is too large for a number"))
            return 0
        return value

    def _refuse_extras(self, event: Any) -> None:
        if getattr(event, "anchor", None):
            raise self._refusal(event, "anchor", "anchors are not allowed; write the text out")
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            raise self._refusal(event, "tag", f"the tag {tag} is not allowed")

    def _fault(self, event: Any, code: str, message: str) -> Fault:
        mark = event.start_mark
        return Fault(code=code, message=message, line=mark.line + 1, column=mark.column + 1)

    def _refusal(self, event: Any, code: str, message: str) -> RefusedError:
        return refused(code, message, event.start_mark.line + 1, event.start_mark.column + 1)
