"""A plain tree → a value, strictly, with every fault at the place where it stands."""

import json
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from readiness.errors import Fault
from readiness.exchange.tree import Path, Tree

Value = TypeVar("Value")
Found = tuple[Path, str, str]
"""A path into the tree, a code and a message."""

_MOST_KNOWN: Final = 1000
_MOST_SUGGESTIONS: Final = 20
_LONGEST_NAME: Final = 128

_CODES: Final[Mapping[str, str]] = {
    "missing": "missing-key",
    "missing_argument": "missing-key",
    "unexpected_keyword_argument": "unknown-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "string_too_long": "text-too-long",
    "int_type": "not-a-whole-number",
    "int_from_float": "not-a-whole-number",
    "float_type": "not-a-number",
    "finite_number": "not-finite",
    "bool_type": "not-true-or-false",
    "too_short": "too-few",
    "too_long": "too-many",
    "dataclass_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "tuple_type": "not-a-list",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than": "out-of-range",
    "less_than_equal": "out-of-range",
}


def validate(adapter: TypeAdapter[Value], tree: Any) -> tuple[Value | None, list[Found]]:
    """Return the value, or every fault as path, code and message.

    Validation goes through JSON text, where tuples are lists and nothing is converted (ruling 18).
    """
    try:
        text = json.dumps(tree, ensure_ascii=False, allow_nan=False)
        return adapter.validate_json(text.encode("utf-8")), []
    except ValidationError as error:
        told = [dict(item) for item in error.errors(include_url=False)]
        return None, [_describe(item, tree) for item in told if not _is_echo(item, tree)]
    except ValueError as error:
        return None, [((), "not-readable", str(error))]


def as_faults(tree: Tree, found: Iterable[tuple[Path, str, str]]) -> list[Fault]:
    """Give each fault its line, its column and the id it belongs to."""
    faults = []
    for path, code, message in found:
        line, column = tree.where(path)
        faults.append(
            Fault(code=code, message=message, line=line, column=column, id=_id_of(tree.value, path))
        )
    return faults


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean …?”, or nothing where no name is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


class Suggestions:
    """Near names for the first misspelt words of a file: each costs time for every known name."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = [name for name in islice(known, _MOST_KNOWN) if len(name) <= _LONGEST_NAME]
        self._left = _MOST_SUGGESTIONS

    def near(self, word: str) -> str:
        """Return what ``did_you_mean`` says, and nothing once enough has been said."""
        if not self._left or len(word) > _LONGEST_NAME:
            return ""
        self._left -= 1
        return did_you_mean(word, self._known)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults as they stand in the file."""
    return tuple(sorted(faults, key=lambda fault: (fault.line, fault.column, fault.code, fault.message)))


def _is_echo(error: Mapping[str, Any], tree: Any) -> bool:
    """Whether a list counts as too short only because entries have faults, which are told themselves."""
    if error["type"] != "too_short":
        return False
    given = _at(tree, error["loc"])
    return isinstance(given, dict | list) and len(given) >= error["ctx"]["min_length"]


def _describe(error: Mapping[str, Any], tree: Any) -> tuple[Path, str, str]:
    path = tuple(error["loc"])
    kind = error["type"]
    code = _CODES.get(kind, "not-valid")
    return path, code, _message(kind, path, error, tree)


def _message(kind: str, path: Path, error: Mapping[str, Any], tree: Any) -> str:
    name = _name(path)
    given = _shown(_at(tree, path))
    context = error.get("ctx", {})
    if kind in _PLAIN:
        return f"{name} {_PLAIN[kind]}, not {given}"
    if kind in {"too_short", "too_long"}:
        return f"{name} has {context.get('actual_length')} entries; it needs {_count(kind, context)}"
    if bound := _bound(context):
        return f"{name} is {given}; it must be {bound}"
    return {
        "missing": f"{name} is missing",
        "missing_argument": f"{name} is missing",
        "literal_error": f"{name} is {context.get('expected', 'one of a few words')}, not {given}",
    }.get(kind, f"{name}: {error.get('msg', 'this cannot be used')}".replace("Value error, ", ""))


def _count(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "too_short":
        return f"at least {context.get('min_length')}"
    return f"at most {context.get('max_length')}"


_PLAIN: Final[Mapping[str, str]] = {
    "string_type": "is a text (put it in quotes)",
    "int_type": "is a whole number",
    "int_from_float": "is a whole number",
    "float_type": "is a number",
    "bool_type": "is true or false",
    "dataclass_type": "is a mapping of keys",
    "dict_type": "is a mapping of keys",
    "tuple_type": "is a list",
    "string_too_short": "is a text that says something",
    "finite_number": "is a finite number",
}


def _bound(context: Mapping[str, Any]) -> str:
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    return next((f"{said} {context[key]:g}" for key, said in words.items() if key in context), "")


def _name(path: Path) -> str:
    texts = [part for part in path if isinstance(part, str)]
    if not path:
        return "the file"
    if isinstance(path[-1], int) and texts:
        return f"{texts[-1]}, entry {path[-1] + 1}"
    return str(path[-1])


def _at(tree: Any, path: Sequence[str | int]) -> Any:
    for part in path:
        tree = step(tree, part)
    return tree


def step(tree: Any, part: str | int) -> Any:
    """Return what stands one key or place further in, or ``None``."""
    if isinstance(tree, dict):
        return tree.get(part)
    if isinstance(tree, list) and isinstance(part, int) and part < len(tree):
        return tree[part]
    return None


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a mapping"
    text = str(value)
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"  # noqa: PLR2004 - long enough to recognise


def _id_of(tree: Any, path: Path) -> str:
    """Return the id of the innermost thing that has one; in a lane the key is the question's id."""
    found = ""
    for place, part in enumerate(path):
        inside_lane = place == 1 and path[0] in {"agreed", "product", "engineering"}
        tree = step(tree, part)
        own = tree.get("id") if isinstance(tree, dict) else None
        if isinstance(own, str):
            found = own
        elif inside_lane:
            found = str(part)
    return found
