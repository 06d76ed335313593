"""A text that is longer than a cell may be → pieces in the rows beneath; put together they are the text."""

from collections.abc import Iterator
from typing import Final

from readiness.reports.book.values import Cell, Column, Row, Sheet
from readiness.reports.codes import with_plain_breaks

MOST_UNITS: Final = 32_767
"""UTF-16 units that Excel keeps in a cell; what is longer makes the file unreadable for it."""
MOST_BREAKS: Final = 253
"""Line breaks that Excel keeps in a cell."""
MOST_IN_LINE: Final = 16_000
"""Characters that LibreOffice keeps on one line of a cell of several; it breaks a longer one anew."""

_NEAR: Final = 200
"""Characters before the limit in which a piece may end behind a space instead of within a word."""

_MARKERS: Final = 400
"""UTF-16 units kept free for saying where a text goes on and where it comes from."""
_MOST_NAMED: Final = 60

_REPEATED: Final = frozenset({"group", "id"})
"""What a row beneath says again, so that a filter keeps the rows of a text together."""


def in_rows(sheet: Sheet, row: Row) -> Iterator[Row]:
    """Yield a row, and rows beneath it for what does not fit in its cells."""
    parts = [pieces(with_plain_breaks(cell)) if isinstance(cell, str) else (cell,) for cell in row]
    name = _name(sheet, row)
    for index in range(max(map(len, parts))):
        yield tuple(
            _part(column, cells, index, name) for column, cells in zip(sheet.columns, parts, strict=True)
        )


def _name(sheet: Sheet, row: Row) -> str:
    roles = {column.role: cell for column, cell in reversed(list(zip(sheet.columns, row, strict=True)))}
    named = roles.get("id") or roles.get("name") or roles.get("group")
    text = " ".join(with_plain_breaks(named).split()) if isinstance(named, str) else sheet.name
    return text if len(text) <= _MOST_NAMED else f"{text[:_MOST_NAMED]}…"


def _part(column: Column, cells: tuple[Cell, ...], index: int, name: str) -> Cell:
    count = len(cells)
    if count == 1:
        return cells[0] if not index or column.role in _REPEATED else None
    if index >= count:
        return None
    before = f"⟨{name}, part {index + 1} of {count}⟩\n" if index else ""
    last = index + 1 == count
    after = "" if last else f"\n⟨continues in the row beneath: {name}, part {index + 2} of {count}⟩"
    return f"{before}{cells[index]}{after}"


def pieces(text: str) -> tuple[str, ...]:
    """Cut a text to fit cells with room for saying where it goes on; one that fits stays whole."""
    return (text,) if _fits(text) else tuple(_cut(text, MOST_IN_LINE - _MARKERS, MOST_BREAKS - 2))


def _fits(text: str) -> bool:
    if len(text) * 2 <= MOST_IN_LINE and text.count("\n") <= MOST_BREAKS:
        return True
    first, *rest = text.split("\n")
    longest = max(map(len, rest), default=0)
    is_kept = not rest or (len(rest) <= MOST_BREAKS and max(len(first), longest) <= MOST_IN_LINE)
    return is_kept and _units(text) <= MOST_UNITS


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _cut(text: str, units: int, breaks: int) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = _end(text, start, units, breaks)
        yield text[start:end]
        start = end


def _end(text: str, start: int, units: int, breaks: int) -> int:
    used = broken = 0
    for place in range(start, len(text)):
        char = text[place]
        used += 2 if char > "\uffff" else 1
        broken += char == "\n"
        if used > units or broken > breaks:
            space = max(text.rfind(" ", place - _NEAR, place), text.rfind("\n", place - _NEAR, place))
            return space + 1 if space > start else place
    return len(text)
