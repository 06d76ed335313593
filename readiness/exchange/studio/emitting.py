"""Values as YAML lines, in the order and with the quotes of the shipped files."""

import json
import re
from dataclasses import MISSING, fields
from typing import Any, Final

from readiness.domain.questionnaire import (
    Combination,
    Condition,
    Lineage,
    LineageChange,
    Pillar,
    Question,
    Questionnaire,
    Reference,
    Topic,
)

WIDTH: Final = 108
_LONG: Final = 84
_STEP: Final = 2

ORDER: Final[dict[type, str]] = {
    Questionnaire: "format id version title language licence extends pillars combinations lineage",
    Pillar: "id name weight topics",
    Topic: "id name weight questions",
    Question: "id prompt why asked_of weight hurts_at effort gate effect safety quick product_prompt"
    " product_levels valid_for needs levels action consequence hint references",
    Reference: "framework edition id title",
    Combination: "id when says",
    Condition: "question at_most at_least lane limit below",
    Lineage: "from changes",
    LineageChange: "rename split merge redefine",
}
_LEAVES: Final = (Reference, Condition, LineageChange)
_ATTRIBUTES: Final = {"from": "from_version"}
_ALWAYS: Final = frozenset({"format", "from"})
_BARE: Final = frozenset({"format", "id", "title", "name", "language", "licence", "extends"}) | {
    "asked_of",
    "effort",
    "effect",
    "lane",
    "below",
    "redefine",
}
"""Keys whose texts stand without quotes where they can."""

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_PLAIN: Final = re.compile(r"[^\W\d_][^\n\t]*", re.UNICODE)
_RESERVED: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
_NEVER_PLAIN: Final = re.compile(r": |:$| #|[\x85\u2028\u2029\ufeff]| $")
_BREAKS: Final = re.compile(r"[\n\t\x85\u2028\u2029\ufeff]|  |^ | $")
_ESCAPED: Final = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")


_DEFAULTS: Final[dict[type, dict[str, Any]]] = {
    shape: {field.name: field.default for field in fields(shape)} for shape in ORDER
}


def members(value: Any) -> list[tuple[str, Any, Any]]:
    """Return key, value and default of everything a file can say of a value, in the order of the format."""
    defaults = _DEFAULTS[type(value)]
    named = [(key, _ATTRIBUTES.get(key, key)) for key in ORDER[type(value)].split()]
    return [(key, getattr(value, name), defaults[name]) for key, name in named]


def is_shape(value: Any) -> bool:
    """Whether a value is a mapping in the file."""
    return type(value) in ORDER


def is_said(key: str, value: Any, default: Any) -> bool:
    """Whether a new entry has to be written."""
    return key in _ALWAYS or default is MISSING or (value is not None and value != default)


def plain(value: Any) -> Any:
    """Return a scalar or a list of scalars as a file has it: whole numbers without a point."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def double_quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def scalar(value: Any, style: str = '"', *, in_flow: bool = False) -> str:
    """Return a scalar on one line, a text in the style it had where that can hold it."""
    value = plain(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if style == "'" and not _BREAKS.search(value) and not _ESCAPED.search(value):
        return "'" + value.replace("'", "''") + "'"
    if style == "" and _is_plain(value, in_flow=in_flow):
        return value
    return double_quoted(value)


def folded(text: str, indent: int) -> list[str] | None:
    """Return a text as the lines of a folded block, its sign first; ``None`` where it cannot be one."""
    if not text or _BREAKS.search(text) or _ESCAPED.search(text):
        return None
    lines, line = [">-"], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > max(40, WIDTH - indent):
            lines.append(" " * indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, " " * indent + line]


def flow(value: Any) -> str:
    """Return a value in brackets, on one line."""
    if is_shape(value):
        said = [(key, item) for key, item, default in members(value) if is_said(key, item, default)]
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in said) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    is_word = isinstance(value, str) and _WORD.fullmatch(value) and value.casefold() not in _RESERVED
    return value if is_word else scalar(value, in_flow=True)


def entry_lines(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of one key with its value."""
    head = " " * indent + key + ":"
    if is_shape(value):
        return [head, *mapping_lines(value, indent + _STEP)]
    if isinstance(value, tuple | list):
        return _list_lines(head, key, value, indent)
    if isinstance(value, str) and key != "prompt" and len(value) > _LONG:
        lines = folded(value, indent + _STEP)
        if lines is not None:
            return [f"{head} {lines[0]}", *lines[1:]]
    style = "" if key in _BARE else '"'
    return [f"{head} {scalar(value, style)}"]


def mapping_lines(value: Any, indent: int) -> list[str]:
    """Return the lines of everything a value has to say."""
    said = [(key, item) for key, item, default in members(value) if is_said(key, item, default)]
    return [line for key, item in said for line in entry_lines(key, item, indent)]


def item_lines(value: Any, indent: int, *, is_block: bool = True) -> list[str]:
    """Return the lines of one item of a list, its hyphen at ``indent``."""
    if not is_block or not is_shape(value) or isinstance(value, _LEAVES):
        words = flow(value) if is_shape(value) or isinstance(value, tuple | list) else scalar(value)
        return [f"{' ' * indent}- {words}"]
    lines = mapping_lines(value, indent + _STEP)
    return [" " * indent + "- " + lines[0].lstrip(), *lines[1:]]


def _list_lines(head: str, key: str, value: Any, indent: int) -> list[str]:
    if not value or key == "needs":
        return [f"{head} {flow(value)}"]
    return [head, *(line for item in value for line in item_lines(item, indent + _STEP))]


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or text.casefold() in _RESERVED or _NEVER_PLAIN.search(text):
        return False
    return not (in_flow and set(text) & set(",[]{}"))
