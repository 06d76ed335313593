"""The questionnaire file: YAML ⇄ domain, checked whole, and its canonical form (contracts: Files)."""

import json
import re
from dataclasses import asdict, fields
from functools import cache
from io import StringIO
from pathlib import Path as FilePath
from typing import Any, Final

from pydantic import TypeAdapter
from ruamel.yaml import YAML

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
from readiness.errors import Fault
from readiness.exchange.checking import as_faults, did_you_mean, in_order, validate
from readiness.exchange.finding import Find
from readiness.exchange.guard import read
from readiness.exchange.linting import lint
from readiness.exchange.tree import Path, Tree
from readiness.exchange.yaml_quotes import quoted

FORMAT: Final = "readiness-questionnaire/1"
SCHEMA_NAME: Final = "questionnaire.schema.json"

_FAMILY = re.compile(r"readiness-questionnaire/([0-9]+)")
_SHAPES: Final[dict[str, type]] = {
    "pillars": Pillar,
    "topics": Topic,
    "questions": Question,
    "references": Reference,
    "combinations": Combination,
    "when": Condition,
    "changes": LineageChange,
    "lineage": Lineage,
}
_FIRST: Final = ("format", "id", "version", "title", "language", "licence", "extends")
_LISTS: Final = frozenset(_SHAPES) - {"lineage"}

Result = tuple[Questionnaire | None, tuple[Fault, ...]]


def read_questionnaire(path: FilePath, find: Find | None = None) -> Result:
    """Read a questionnaire file; with an error the first part is ``None`` and nothing is half read."""
    return parse_questionnaire(path.read_bytes(), path.name, find)


def parse_questionnaire(content: bytes, name: str = "questionnaire.yaml", find: Find | None = None) -> Result:
    """Read a questionnaire, returning every fault at once.

    ``find`` reaches others that this one names: the core that it extends, the version that it came from.
    """
    tree, faults = read(content, name)
    if any(fault.code in _FATAL for fault in faults):
        return None, faults
    refused = refuse_format(tree)
    if refused:
        return None, in_order([*faults, *refused])
    found, further = check_tree(tree, find)
    every = in_order([*faults, *further])
    return (None if any(fault.severity == "error" for fault in every) else found), every


_FATAL: Final = frozenset(
    {
        "empty",
        "not-yaml",
        "not-json",
        "too-large",
        "not-utf-8",
        "too-many-parts",
        "too-deep",
        "alias",
        "anchor",
        "tag",
        "several-documents",
        "key-not-text",
        "control-character",
    }
)


def refuse_format(tree: Tree) -> list[Fault]:
    """Return why a file is no questionnaire of this format, or nothing."""
    if not isinstance(tree.value, dict):
        return as_faults(
            tree, [((), "not-a-questionnaire", "a questionnaire is a mapping that begins with “format”")]
        )
    given = tree.value.get("format")
    if given == FORMAT:
        return []
    family = _FAMILY.fullmatch(given) if isinstance(given, str) else None
    if family:
        message = f"“{given}” is newer than this program reads; it knows {FORMAT}"
        return as_faults(tree, [(("format",), "newer-format", message)])
    if given is None:
        return as_faults(tree, [((), "missing-key", f"format is missing; write “format: {FORMAT}”")])
    return as_faults(tree, [(("format",), "unknown-format", f"format is “{FORMAT}”, not “{given}”")])


def check_tree(tree: Tree, find: Find | None) -> tuple[Questionnaire | None, list[Fault]]:
    """Return the questionnaire of a tree, where its form is right, and every fault it has."""
    plain = renamed(tree.value)
    unknown = list(unknown_keys(tree.value, (), Questionnaire))
    result = validate(adapter(), plain)
    questionnaire, found = result
    problems = [_told(item) for item in found if item[1] != "unknown-key"]
    faults = as_faults(tree, [*unknown, *problems])
    faults += lint(tree, questionnaire, find)
    return questionnaire, faults


def _told(item: tuple[Path, str, str]) -> tuple[Path, str, str]:
    path, code, message = item
    if path[-2:-1] == ("levels",) or path[-1:] == ("levels",):
        return path, code, f"{message} (five anchors, one for each level from 0 to 4)"
    if path[-1:] == ("version",) and code == "not-text":
        return path, code, 'version is a text; put it in quotes, like "1.0"'
    return item


def renamed(value: Any) -> Any:
    """Give ``lineage.from`` the name it has in Python, where ``from`` is taken."""
    if isinstance(value, dict) and isinstance(value.get("lineage"), dict) and "from" in value["lineage"]:
        lineage = {("from_version" if key == "from" else key): item for key, item in value["lineage"].items()}
        return {**value, "lineage": lineage}
    return value


def unknown_keys(value: Any, path: Path, shape: type) -> list[tuple[Path, str, str]]:
    """Return the keys that the format does not know, wherever they stand."""
    if not isinstance(value, dict):
        return []
    known = {field.name for field in fields(shape)} - _LATER
    if shape is Lineage:
        known = (known - {"from_version"}) | {"from"}
    found: list[tuple[Path, str, str]] = [
        ((*path, key), "unknown-key", f"“{key}” is not known here{did_you_mean(key, known)}")
        for key in value
        if key not in known
    ]
    for key, inner in value.items():
        if key in known and key in _SHAPES:
            members = enumerate(inner) if key in _LISTS and isinstance(inner, list) else [(None, inner)]
            for place, member in members:
                where = (*path, key) if place is None else (*path, key, place)
                found += unknown_keys(member, where, _SHAPES[key])
    return found


@cache
def adapter() -> TypeAdapter[Questionnaire]:
    """Return what validates a questionnaire strictly."""
    return TypeAdapter[Questionnaire](Questionnaire)


def canonical_json(questionnaire: Questionnaire) -> bytes:
    """Return the one form that is frozen and hashed: every field, keys sorted, no spaces, UTF-8.

    What came into the format later is left out where it says nothing, so that older texts keep their hash.
    """
    text = json.dumps(
        _without_later(asdict(questionnaire)),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )
    return text.encode("utf-8")


_LATER: Final = frozenset({"practices", "rules", "source"})
"""Fields that the first questionnaires did not have, and that no YAML file brings."""


def _without_later(whole: dict[str, Any]) -> dict[str, Any]:
    for pillar in whole["pillars"]:
        for topic in pillar["topics"]:
            topic["questions"] = tuple(map(_without_unsaid, topic["questions"]))
    return _without_unsaid(whole)


def _without_unsaid(part: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if value or key not in _LATER}


def questionnaire_from_json(content: bytes) -> Questionnaire:
    """Read the canonical form back, strictly.

    Raises:
        ValueError: the text is not one.
    """
    return adapter().validate_json(content)


def write_questionnaire(questionnaire: Questionnaire) -> str:
    """Return the questionnaire as a YAML file, defaults left out."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    out.write(f"# yaml-language-server: $schema={SCHEMA_NAME}\n")
    yaml.dump(quoted(as_tree(questionnaire)), out)
    return out.getvalue()


def as_tree(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return what the file of a questionnaire says, as plain mappings and lists, defaults left out."""
    tree: dict[str, Any] = _plain(questionnaire, first=_FIRST)
    return tree


def _plain(value: Any, first: tuple[str, ...] = ()) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    names = [*first, *(field.name for field in fields(value) if field.name not in first)]
    defaults = {field.name: field.default for field in fields(value)}
    kept = {
        name: getattr(value, name)
        for name in names
        if name in _ALWAYS or getattr(value, name) != defaults[name]
    }
    if isinstance(value, Lineage):
        kept = {"from": value.from_version, **{k: v for k, v in kept.items() if k != "from_version"}}
    return {name: _plain(item) for name, item in kept.items()}


_ALWAYS: Final = frozenset({"format", "weight", "hurts_at", "effort", "asked_of"}) - {"weight"}


def json_schema() -> str:
    """Return the JSON Schema of the file, so that editors complete it."""
    schema = adapter().json_schema()
    for part in (schema, schema["$defs"]["Question"]):
        part["properties"] = {key: value for key, value in part["properties"].items() if key not in _LATER}
    schema["$defs"]["Question"]["properties"]["kind"] = {
        "const": "levels",
        "default": "levels",
        "title": "Kind",
        "type": "string",
    }
    for name in ("Practice", "RiskRule", "Source"):
        del schema["$defs"][name]
    lineage = schema["$defs"]["Lineage"]
    lineage["properties"]["from"] = lineage["properties"].pop("from_version")
    lineage["required"] = ["from"]
    schema["required"] = ["format", "id", "version", "title", "pillars"]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
