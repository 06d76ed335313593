"""A book → Markdown that a renderer shows as it was typed: CommonMark with the tables of GitHub.

What people typed has its marks escaped, so that it is neither markup nor an image nor a link. The one thing
that cannot be escaped are addresses of mail, which GitHub itself makes into links.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from readiness.reports.book.said import said
from readiness.reports.book.values import Book, Cell, Figure, Row, Sheet
from readiness.reports.codes import with_plain_breaks

_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>~$&@]|:(?=//)|(?<=[wW]{3})\.|#(?=#*$)")
_OPENING: Final = re.compile(r"[#+=:-]|\d+[.)](?=\s|$)")
"""What would begin a heading, an item or a rule; its last sign is the one to escape."""

_PIPE: Final = "&#124;"
"""An escaped stroke would still end a cell for some."""

_SECTION: Final = re.compile(r"^#+ ", re.MULTILINE)
_ENDS: Final = (".", "?", "!", "…", ":")


def build_markdown(book: Book) -> bytes:
    """Return the file."""
    parts = [f"# {_one_line(book.title)}", *([f"{escaped(book.draft)}."] if book.draft else [])]
    for sheet in book.sheets:
        parts.append(f"## {sheet.name}")
        parts.extend(_LAYOUTS[sheet.layout](sheet))
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """Return a text with its marks escaped; line breaks in it stay line breaks."""
    lines = [_line(line) for line in with_plain_breaks(text).split("\n")]
    while len(lines) > 1 and not lines[-1]:
        # A break at the very end has no line to stand before; its character is kept.
        lines.pop()
        lines[-1] += "&#10;"
    return "\\\n".join(lines)


def _one_line(text: str) -> str:
    """Return a text for a heading or a cell of a table, which have one line."""
    return "&#10;".join(_line(line) for line in with_plain_breaks(text).split("\n"))


def _line(line: str) -> str:
    safe = _MARKS.sub(r"\\\g<0>", line)
    opening = _OPENING.match(safe)
    if opening:
        before = opening.end() - 1
        safe = f"{safe[:before]}\\{safe[before:]}"
    return _kept_edges(safe.replace("|", _PIPE))


def _kept_edges(line: str) -> str:
    """Write spaces at both ends as codes: they would be dropped, or would mean something."""
    inner = line.strip()
    start = len(line) - len(line.lstrip())
    before, after = (line[:start], line[start + len(inner) :]) if inner else (line, "")
    return "".join((*map(_entity, before), inner, *map(_entity, after)))


def _entity(char: str) -> str:
    return f"&#{ord(char)};"


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return said(cell) if isinstance(cell, Figure) else cell


def _facts(sheet: Sheet) -> Iterator[str]:
    for section, rows in groupby(sheet.rows, key=lambda row: _text(row[0])):
        yield f"### {_one_line(section)}"
        yield "\n".join(f"- {_fact(row)}" for row in rows)


def _fact(row: Row) -> str:
    _, item, number, unit, words = (_text(cell) for cell in row)
    measured = " ".join(part for part in (number, unit) if part)
    rest = "; ".join(escaped(part) for part in (measured, words) if part)
    colon = "" if item.endswith(_ENDS) else ":"
    return f"**{_one_line(item)}{colon}** {_hanging(rest)}"


def _hanging(text: str) -> str:
    return text.replace("\n", "\n  ")


def _records(sheet: Sheet) -> Iterator[str]:
    under: list[str] = []
    for row in sheet.rows:
        groups = [_text(cell) for cell in _of(sheet, row, "group")]
        for depth, name in enumerate(groups):
            if groups[: depth + 1] != under[: depth + 1]:
                yield f"{'#' * (depth + 3)} {_one_line(name)}"
        under = groups
        told = (_text(cell) for role in ("id", "name") for cell in _of(sheet, row, role))
        named = " ".join(part for part in told if part)
        yield f"{'#' * (len(groups) + 3)} {_one_line(named)}"
        yield "\n".join(_fields(sheet, row))


def _of(sheet: Sheet, row: Row, role: str) -> list[Cell]:
    return [cell for column, cell in zip(sheet.columns, row, strict=True) if column.role == role]


def _fields(sheet: Sheet, row: Row) -> Iterator[str]:
    for column, cell in zip(sheet.columns, row, strict=True):
        text = _text(cell)
        if column.role == "field" and text:
            yield f"- **{column.title}:** {_hanging(escaped(text))}"


def _table(sheet: Sheet) -> Iterator[str]:
    numeric = [_is_numeric(sheet, place) for place in range(len(sheet.columns))]
    lines = [
        _cells([column.title for column in sheet.columns]),
        _cells(["---:" if is_number else "---" for is_number in numeric]),
        *(_cells([_one_line(_text(cell)) for cell in row]) for row in sheet.rows),
    ]
    yield "\n".join(lines)


def _is_numeric(sheet: Sheet, place: int) -> bool:
    return any(isinstance(row[place], Figure) for row in sheet.rows)


def _cells(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _page(sheet: Sheet) -> Iterator[str]:
    """Yield our own page, whose marks are meant, with its sections under the title of the sheet."""
    _, _, page = sheet.page.partition("\n")
    yield _SECTION.sub("#\\g<0>", page.strip())


_LAYOUTS: Final = {"facts": _facts, "records": _records, "table": _table, "page": _page}
