"""The catalogue of frameworks that questions refer to: which ids exist in which edition.

Ids are facts that get renumbered between editions, so a reference is held against the edition it names.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from readiness import paths
from readiness.exchange.checking import Suggestions

CATALOGUE: Final = "references.json"


def unknown_reference(reference: Mapping[str, Any]) -> str:
    """Return why a reference leads nowhere, or nothing; an unlisted framework may be anybody's own."""
    framework, id_ = reference.get("framework"), reference.get("id")
    listed = _catalogue().get(framework) if isinstance(framework, str) else None
    if listed is None or not isinstance(id_, str):
        return ""
    edition, named = listed["edition"], reference.get("edition") or ""
    if edition and named and named != edition:
        return f"{framework} is listed here in its edition {edition}, not {named}"
    if listed["complete"] and id_ not in listed["ids"]:
        near = Suggestions(listed["ids"]).near(id_)
        return f"{framework} {edition} has no “{id_}”".replace("  ", " ") + near
    return ""


@cache
def _catalogue() -> Mapping[str, Mapping[str, Any]]:
    text = paths.bundled("questionnaires", CATALOGUE).read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, Any]] = json.loads(text)
    return found
