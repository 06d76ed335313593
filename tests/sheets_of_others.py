"""Small spreadsheets of others, as the files that they are."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

Cell = str | float | None
HEADERS: Final = ("Area", "No", "Question", "Weight", "0", "1", "2", "3", "4", "Score", "Comment", "Owner")
ANCHORS: Final = ("No", "By hand", "Some", "Most", "All, tested")
FIRST: Final = ("Data", "D-1", "Are backups taken?", 5, *ANCHORS, 2, "Since May", "Kim")
SECOND: Final = (None, "D-2", "Are restores drilled?", 3, *ANCHORS, "n/a", "No data of its own", None)
THIRD: Final = ("Network", "N-1", "Is latency measured?", 1, *ANCHORS, "all, tested", None, None)
TABLE: Final = (("Our review",), (), HEADERS, FIRST, SECOND, THIRD)


def as_xlsx(*sheets: Sequence[Sequence[Cell]], names: Sequence[str] = ("Review", "Second")) -> bytes:
    """Return a workbook of some sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in zip(names, sheets, strict=False):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(rows: Sequence[Sequence[Cell]], delimiter: str = ",") -> str:
    """Return a table as text; a cell with the delimiter in it is quoted."""
    return "\n".join(delimiter.join(_quoted(cell, delimiter) for cell in row) for row in rows) + "\n"


def with_part(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with some parts replaced or added."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def _quoted(cell: Cell, delimiter: str) -> str:
    text = "" if cell is None else str(cell)
    return f'"{text}"' if delimiter in text or "\n" in text else text
