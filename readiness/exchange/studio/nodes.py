"""A YAML text as nodes that know where they stand, so that an edit can change their characters and no others.

The events are those of the guard, and only a text that it accepted comes here.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Final

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

BLOCK_STYLES: Final = ("|", ">")


@dataclass(slots=True, eq=False)
class Node:
    """A value in the text: ``text[start:end]`` are its characters, without comments and blank lines after.

    ``style`` is that of a scalar; ``is_flow`` says that a collection is written in brackets. ``entries`` are
    the members of a mapping in order, ``items`` those of a sequence.
    """

    start: int
    end: int = 0
    kind: str = "scalar"
    style: str = ""
    is_flow: bool = False
    value: Any = None
    entries: "dict[str, Entry]" = field(default_factory=dict)
    items: "list[Node]" = field(default_factory=list)

    def __getstate__(self) -> tuple[Any, ...]:
        return tuple(getattr(self, one.name) for one in fields(self))

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Cross to another process as a value does."""
        for one, said in zip(fields(self), state, strict=True):
            setattr(self, one.name, said)

    @property
    def plain(self) -> Any:
        """What the node says."""
        if self.kind == "mapping":
            return {key: entry.node.plain for key, entry in self.entries.items()}
        return [item.plain for item in self.items] if self.kind == "sequence" else self.value

    def text(self, key: str) -> str:
        """Return the text under a key, or nothing."""
        entry = self.entries.get(key)
        return entry.node.value if entry is not None and isinstance(entry.node.value, str) else ""

    def members(self, key: str) -> "list[Node]":
        """Return the items of the sequence under a key, or none."""
        entry = self.entries.get(key)
        return entry.node.items if entry is not None else []


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One key of a mapping, where it stands, and its value."""

    key: str
    start: int
    node: Node


class NodeBuilder:
    """Puts the events of one document together; ``plain`` resolves a scalar as the guard did."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[tuple[str, int] | None] = []

    def take(self, event: Any, value: Any = None) -> None:
        """Take one event; a scalar comes with its value."""
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            is_mapping = isinstance(event, MappingStartEvent)
            node = Node(event.start_mark.index, kind="mapping" if is_mapping else "sequence")
            node.is_flow = bool(event.flow_style)
            self._put(node)
            self._open.append(node)
            self._keys.append(None)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._keys.pop()
            self._close(self._open.pop(), event)
        elif isinstance(event, ScalarEvent):
            self._scalar(event, value)

    def _scalar(self, event: Any, value: Any) -> None:
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.kind == "mapping" and self._keys[-1] is None:
            self._keys[-1] = (event.value, event.start_mark.index)
            return
        node = Node(event.start_mark.index, event.end_mark.index, style=event.style or "", value=value)
        if node.style in BLOCK_STYLES:
            node.end = node.start + len(self._text[node.start : node.end].rstrip())
        self._put(node)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        inside = self._open[-1]
        if inside.kind == "sequence":
            inside.items.append(node)
            return
        key, start = self._keys[-1] or ("", node.start)
        self._keys[-1] = None
        inside.entries[key] = Entry(key, start, node)

    def _close(self, node: Node, event: Any) -> None:
        if node.is_flow:
            node.end = event.end_mark.index
            return
        last = node.items[-1:] or [entry.node for entry in node.entries.values()][-1:]
        node.end = last[0].end if last else node.start
