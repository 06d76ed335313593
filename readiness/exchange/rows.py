"""A table of others as rows of texts, with the line each begins in: CSV however it was saved.

UTF-8 with or without a mark, UTF-16 with one; comma, semicolon, tab or bar between the cells, found by which
of them gives the most rows of one width. What is larger than anybody fills by hand is refused.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import Final

from readiness.exchange.tree import RefusedError, decode, refused, unprintable

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 256
MOST_CELLS: Final = 200_000
LONGEST_CELL: Final = 32_767
"""What a cell of a spreadsheet holds."""

_DELIMITERS: Final = (",", ";", "\t", "|")
_TRIED: Final = 60
_UTF_16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF_32: Final = b"\xff\xfe\0\0"
_DECLARED: Final = "sep="


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins in, its cells without trailing empty ones, and its number in the table."""

    line: int
    cells: tuple[str, ...]
    number: int

    def cell(self, place: int) -> str:
        """Return a cell without the blanks around it; one that is not there is empty."""
        return self.cells[place].strip() if 0 <= place < len(self.cells) else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


def cell_name(number: int, place: int) -> str:
    """Return what a spreadsheet calls a cell: “C14”; ``place`` counts from 0."""
    return f"{column_name(place)}{number}"


def column_name(place: int) -> str:
    """Return what a spreadsheet calls a column: “A” is the one at 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of(content: bytes, most: int = MOST_BYTES) -> str:
    """Return the text of a table.

    Raises:
        RefusedError: it is too large, or in no encoding that is sure.
    """
    encoding = _UTF_16.get(content[:2])
    if encoding is None or content.startswith(_UTF_32) or len(content) > most:
        return decode(content, most)
    try:
        plain = content[2:].decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-16, though it begins so: byte {error.start + 3}; save it as UTF-8"
        raise refused("not-utf-8", message) from error
    return decode(plain.encode("utf-8", "surrogatepass"), 2 * most)


def read_rows(text: str) -> tuple[Row, ...]:
    """Return every row that is there, empty ones too.

    Raises:
        RefusedError: it is no table, or a larger one than is taken.
    """
    delimiter, start = _delimiter(text)
    found: list[Row] = []
    cells = 0
    for line, row in _parsed(text, delimiter):
        if line < start:
            continue
        kept = _trimmed(row)
        cells += len(kept)
        _refuse_large(line, len(found) + 1, len(kept), cells)
        for column, cell in enumerate(kept, start=1):
            refuse_cell(cell, line, column)
        found.append(Row(line, kept, len(found) + 1))
    return tuple(found)


def refuse_cell(text: str, line: int, column: int) -> None:
    """Refuse a cell that no text of ours may hold.

    Raises:
        RefusedError: it is too long, or has a character that cannot be printed.
    """
    if len(text) > LONGEST_CELL:
        message = f"a cell of {len(text):,} characters; {LONGEST_CELL:,} are the most"
        raise refused("cell-too-long", message, line, column)
    problem = unprintable(text)
    if problem:
        raise refused("control-character", problem, line, column)


def _delimiter(text: str) -> tuple[str, int]:
    """Return what stands between the cells, and the line in which the table begins."""
    first = text.partition("\n")[0].strip()
    if first.casefold().startswith(_DECLARED) and len(first) == len(_DECLARED) + 1:
        return first[-1], 2
    return max(_DELIMITERS, key=lambda one: _fitness(text, one)), 1


def _fitness(text: str, delimiter: str) -> int:
    """Return how many cells the first rows of the most usual width have beyond their first."""
    widths: Counter[int] = Counter()
    try:
        for _, row in islice(_parsed(text, delimiter, is_strict=False), _TRIED):
            widths[len(_trimmed(row))] += 1
    except RefusedError:
        return 0
    return max([0, *(count * (width - 1) for width, count in widths.items())])


def _parsed(text: str, delimiter: str, *, is_strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=is_strict)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"this is no table: {error}; a quotation mark is perhaps not closed"
        raise refused("not-a-table", message, line) from error


def _trimmed(row: list[str]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return tuple(row[:end])


def _refuse_large(line: int, rows: int, columns: int, cells: int) -> None:
    for count, most, what in (
        (rows, MOST_ROWS, "rows"),
        (columns, MOST_COLUMNS, "columns"),
        (cells, MOST_CELLS, "cells"),
    ):
        if count > most:
            raise refused("too-large", f"the table has more than {most:,} {what}", line)
