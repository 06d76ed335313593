"""The text of a draft: that of its file, with nothing changed but what the draft says otherwise.

Comments, the order of keys, quotes, indentation and blank lines stay, because only the characters of what
changed are replaced. An item that moves takes the comments before it along.
"""

from typing import Any, Final

from readiness.domain.questionnaire import Combination, Questionnaire
from readiness.exchange.studio import emitting
from readiness.exchange.studio.nodes import BLOCK_STYLES, Entry, Node
from readiness.exchange.studio.pairing import Pairs, pair

Edit = tuple[int, int, str]
"""Where characters are replaced, and by what."""

_STEP: Final = 2


def rewrite(text: str, root: Node, draft: Questionnaire) -> str:
    """Return the text of a draft that began as ``text``."""
    return _Rewriting(text, root, pair(root, draft)).whole(root, draft)


class _Rewriting:
    def __init__(self, text: str, root: Node, pairs: Pairs) -> None:
        self._text = text
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._pairs = pairs
        self._chunks: dict[int, tuple[int, int, int]] = {}
        self._measure(root)

    def whole(self, root: Node, draft: Questionnaire) -> str:
        return self._applied(0, len(self._text), self._mapping(root, draft))

    # Where things stand

    def _measure(self, node: Node) -> None:
        """Note the lines of every item of a list, with the comments before it, and where its hyphen is."""
        for entry in node.entries.values():
            inner = entry.node
            if inner.kind == "sequence" and not inner.is_flow:
                start = self._next_line(entry.start)
                for item in inner.items:
                    hyphen = self._text.rindex("-", 0, item.start)
                    end = self._next_line(item.end)
                    self._chunks[id(item)] = (start, end, self._column(hyphen))
                    start = end
                    self._measure(item)
            else:
                self._measure(inner)

    def _next_line(self, place: int) -> int:
        found = self._text.find("\n", place)
        return len(self._text) if found < 0 else found + 1

    def _column(self, place: int) -> int:
        return place - (self._text.rfind("\n", 0, place) + 1)

    # What changes

    def _mapping(self, node: Node, value: Any) -> list[Edit]:
        edits: list[Edit] = []
        before: Entry | None = None
        column = self._column(node.start)
        for key, item, default in emitting.members(value):
            entry = node.entries.get(key)
            if entry is not None:
                before = entry
                edits += self._entry(entry, item, column)
            elif emitting.is_said(key, item, default) and item is not None:
                place = before or next(iter(node.entries.values()))
                edits.append(self._insertion(place, emitting.entry_lines(key, item, column)))
        return edits

    def _entry(self, entry: Entry, value: Any, column: int) -> list[Edit]:
        node = entry.node
        if value is None:
            return [] if node.kind == "scalar" and node.value is None else [self._deletion(entry)]
        if says(node, value):
            return []
        if node.kind == "mapping" and not node.is_flow:
            return self._mapping(node, value)
        if node.kind == "sequence" and not node.is_flow and value:
            return self._sequence(node, value)
        return [self._replacement(entry, value, column)]

    def _sequence(self, node: Node, values: Any) -> list[Edit]:
        found = self._found(node, values)
        if found == node.items:
            return [
                edit
                for item, value in zip(node.items, values, strict=True)
                for edit in self._item(item, value)
            ]
        start, end = self._chunks[id(node.items[0])][0], self._chunks[id(node.items[-1])][1]
        indent = self._chunks[id(node.items[0])][2]
        pieces = [
            self._moved(item, value, indent)
            if item is not None and id(item) in self._chunks
            else self._new(value, indent)
            for item, value in zip(found, values, strict=True)
        ]
        written = "".join(pieces)
        if not self._text[start:end].endswith("\n"):
            written = written.removesuffix("\n").removesuffix("\r")
        return [(start, end, written)]

    def _found(self, node: Node, values: Any) -> list[Node | None]:
        """Return the item that each value was, wherever it stood."""
        if isinstance(values[0], Combination) or hasattr(values[0], "name") or hasattr(values[0], "prompt"):
            return [self._pairs.get(id(value)) for value in values]
        if len(values) == len(node.items):
            return list(node.items)
        left, found = list(node.items), []
        for value in values:
            same = next((item for item in left if says(item, value)), None)
            if same is not None:
                left = left[left.index(same) + 1 :]
            found.append(same)
        return found

    def _item(self, item: Node, value: Any) -> list[Edit]:
        if says(item, value):
            return []
        if item.kind == "mapping" and not item.is_flow:
            return self._mapping(item, value)
        if item.kind == "scalar":
            indent = self._chunks[id(item)][2] + _STEP
            return [(item.start, item.end, self._scalar(item, value, indent))]
        return [(item.start, item.end, emitting.flow(value))]

    # The pieces

    def _insertion(self, after: Entry, lines: list[str]) -> Edit:
        place = self._next_line(after.node.end)
        written = self._joined(lines)
        if place == len(self._text) and not self._text.endswith("\n"):
            written = self._break + written.removesuffix(self._break)
        return place, place, written

    def _deletion(self, entry: Entry) -> Edit:
        start = self._text.rfind("\n", 0, entry.start) + 1
        if self._text[start : entry.start].strip():  # it stands beside the hyphen of its item
            return entry.node.start, entry.node.end, "null"
        return start, self._next_line(entry.node.end), ""

    def _replacement(self, entry: Entry, value: Any, column: int) -> Edit:
        node = entry.node
        if node.kind == "scalar" and not isinstance(value, tuple):
            written = self._scalar(node, value, self._column(entry.start) + _STEP)
            gap = " " if node.start == node.end and self._text[node.start - 1] == ":" else ""
            return node.start, node.end, gap + written
        colon = entry.start + len(entry.key) + 2 * (self._text[entry.start] in "\"'") + 1
        if node.is_flow and (node.items or node.entries) and _fits_in_brackets(value):
            return node.start, node.end, emitting.flow(value)
        lines = emitting.entry_lines(entry.key, value, column)
        head = lines[0].lstrip()[len(entry.key) + 1 :]
        return colon, node.end, self._break.join([head, *lines[1:]])

    def _scalar(self, node: Node, value: Any, indent: int) -> str:
        if node.style in BLOCK_STYLES and isinstance(value, str):
            lines = emitting.folded(value, indent)
            return emitting.double_quoted(value) if lines is None else self._break.join(lines)
        return emitting.scalar(value, node.style if isinstance(node.value, str) else '"')

    def _new(self, value: Any, indent: int) -> str:
        return self._joined(emitting.item_lines(value, indent))

    def _moved(self, item: Node, value: Any, indent: int) -> str:
        start, end, own = self._chunks[id(item)]
        written = self._applied(start, end, self._item(item, value))
        if not written.endswith("\n"):
            written += self._break
        return written if own == indent else _shifted(written, indent - own)

    def _joined(self, lines: list[str]) -> str:
        return "".join(line + self._break for line in lines)

    def _applied(self, start: int, end: int, edits: list[Edit]) -> str:
        pieces, place = [], start
        for first, last, written in sorted(edits, key=lambda edit: edit[0]):
            pieces += [self._text[place:first], written]
            place = last
        return "".join([*pieces, self._text[place:end]])


def says(node: Node, value: Any) -> bool:
    """Whether a node says a value already, whatever it leaves to the defaults."""
    if emitting.is_shape(value):
        return node.kind == "mapping" and all(
            says(node.entries[key].node, item) if key in node.entries else item == default or item is None
            for key, item, default in emitting.members(value)
        )
    if isinstance(value, tuple | list):
        is_list = node.kind == "sequence" and len(node.items) == len(value)
        return is_list and all(says(item, one) for item, one in zip(node.items, value, strict=True))
    said = node.value
    return node.kind == "scalar" and isinstance(said, bool) == isinstance(value, bool) and bool(said == value)


def _fits_in_brackets(value: Any) -> bool:
    if emitting.is_shape(value):
        return not hasattr(value, "name") and not hasattr(value, "prompt")
    return all(_fits_in_brackets(item) for item in value) if isinstance(value, tuple) else True


def _shifted(text: str, by: int) -> str:
    """Return lines further right or left; block texts come along, as they are read from their own margin."""
    lines = text.split("\n")
    if by > 0:
        return "\n".join(" " * by + line if line.strip() else line for line in lines)
    return "\n".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)
