"""A version held against the one it came from: what changed its meaning has to say so (ruling 20)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readiness.exchange.checking import Found, step
from readiness.exchange.finding import Find
from readiness.exchange.tree import Path


def changed_anchors(
    value: Any, asked: Iterable[tuple[Path, Mapping[str, Any]]], find: Find | None
) -> Iterator[Found]:
    """Yield questions whose anchors are not those of the version before, unless they are redefined.

    Old and new answers are compared level by level, so anchors that moved would be told as progress.
    """
    came_from = step(step(value, "lineage"), "from")
    earlier = find(f"{step(value, 'id')}@{came_from}") if find and isinstance(came_from, str) else None
    if earlier is None:
        return
    changes = step(step(value, "lineage"), "changes")
    declared = changes if isinstance(changes, list) else []
    redefined = {step(change, "redefine") for change in declared}
    renamed = {new: old for change in declared for old, new in _pair(step(change, "rename"))}
    for path, entry in asked:
        id_ = entry.get("id")
        before = earlier.by_id.get(renamed.get(id_, id_)) if isinstance(id_, str) else None
        if before is not None and id_ not in redefined and list(before.levels) != entry.get("levels"):
            message = (
                f"the anchors of {id_} are not those of {earlier.reference}; declare "
                f"“redefine: {id_}” under lineage if they mean something else now"
            )
            yield (*path, "levels"), "changed-anchors", message


def _pair(given: Any) -> Iterator[tuple[str, str]]:
    if isinstance(given, list) and len(given) == 2 and all(isinstance(id_, str) for id_ in given):  # noqa: PLR2004 - old and new
        yield given[0], given[1]
