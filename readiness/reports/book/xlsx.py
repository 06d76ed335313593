"""A book → XLSX: one sheet each, real numbers, filters, titles that stay in view, inert text.

Built in memory, because a library is never handed a path, and with a date of its own, so that the same
assessment makes the same bytes on any day. Text never goes through ``write``, which would make formulas and
links of it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import chain
from math import ceil, isfinite
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from readiness.reports.book.pieces import in_rows
from readiness.reports.book.said import said
from readiness.reports.book.values import Book, Cell, Figure, Kind, Row, Sheet
from readiness.reports.codes import with_plain_breaks

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NUMBERS: Final[Mapping[Kind, str]] = {
    "plain": "General",
    "count": "#,##0",
    "score": "0.0",
    "share": "0.0%",
    "times": '[<10]0.0"×";#,##0"×"',
    "step": '0"×"',
}
_NO_DATE: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a file's date has no zone
_MOST_TITLE: Final = 255
_A4: Final = 9
_PAGE_WIDTH: Final = 260
"""Characters across a page that can still be read."""
_LINE_HEIGHT: Final = 15
_HIGHEST: Final = 405
"""Points that Excel allows a row to be high; a longer text is whole, and read in its cell."""
_HEAD_LINES: Final = 2
_LETTER: Final = 0.9

_RULE: Final = {"valign": "top", "bottom": 1, "bottom_color": "#DCE1E7"}
_TEXT: Final = {**_RULE, "text_wrap": True, "align": "left", "indent": 1}
_HEAD: Final = {**_TEXT, "bold": True, "bottom_color": "#7B8794", "bg_color": "#E9EDF2"}


@dataclass(frozen=True, slots=True)
class _Looks:
    """How cells look: numbers by kind, texts, titles."""

    numbers: Mapping[Kind, "Format"]
    text: "Format"
    head: "Format"


def build_xlsx(book: Book) -> bytes:
    """Return the workbook."""
    out = BytesIO()
    workbook = Workbook(out, _OPTIONS)
    title = with_plain_breaks(book.title)[:_MOST_TITLE]
    workbook.set_properties({"title": title, "created": _date(book.made_on)})
    looks = _looks(workbook)
    for sheet in book.sheets:
        _write(workbook.add_worksheet(sheet.name), sheet, looks)
    workbook.close()
    return out.getvalue()


def _date(iso: str) -> datetime:
    """Return the day of the latest answer; the zip's own first day where none is known."""
    with suppress(ValueError):
        return max(datetime.fromisoformat(iso[:10]), _NO_DATE)
    return _NO_DATE


def _looks(workbook: Workbook) -> _Looks:
    return _Looks(
        numbers={kind: workbook.add_format({**_RULE, "num_format": form}) for kind, form in _NUMBERS.items()},
        # With the prefix a text stays a text when somebody edits its cell.
        text=workbook.add_format({**_TEXT, "quote_prefix": True}),
        head=workbook.add_format(_HEAD),
    )


def _write(worksheet: "Worksheet", sheet: Sheet, looks: _Looks) -> None:
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width)
        worksheet.write_string(0, place, column.title, looks.head)
    worksheet.set_row(0, _LINE_HEIGHT * _HEAD_LINES)
    last = 0
    lines = chain.from_iterable(in_rows(sheet, row) for row in sheet.rows)
    for last, row in enumerate(lines, 1):
        worksheet.set_row(last, _height(sheet, row))
        for place, cell in enumerate(row):
            _put(worksheet, last, place, cell, looks)
    worksheet.autofilter(0, 0, last, len(sheet.columns) - 1)
    worksheet.freeze_panes(1, sheet.kept)
    _set_paper(worksheet, sheet)


def _height(sheet: Sheet, row: Row) -> int:
    """Return the points that the longest text of a row needs; not every program measures it itself."""
    lines = (_lines(cell, column.width) for column, cell in zip(sheet.columns, row, strict=True))
    return min(_LINE_HEIGHT * max(lines), _HIGHEST)


def _lines(cell: Cell, width: float) -> int:
    if not isinstance(cell, str):
        return 1
    # Letters are narrower than the digits that a width is counted in; words break early.
    return sum(max(1, ceil(len(line) * _LETTER / width)) for line in cell.split("\n"))


def _put(worksheet: "Worksheet", row: int, place: int, cell: Cell, looks: _Looks) -> None:
    if isinstance(cell, Figure) and isfinite(cell.value):
        worksheet.write_number(row, place, cell.value, looks.numbers[cell.kind])
        return
    text = said(cell) if isinstance(cell, Figure) else cell
    if not text:
        worksheet.write_blank(row, place, None, looks.text)
    elif text.startswith("<r>") and text.endswith("</r>"):
        # The library takes such a text for markup of its own; in three pieces it is one text again.
        worksheet.write_rich_string(row, place, text[0], text[1], text[2:], looks.text)
    else:
        worksheet.write_string(row, place, text, looks.text)


def _set_paper(worksheet: "Worksheet", sheet: Sheet) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.fit_to_pages(ceil(sum(column.width for column in sheet.columns) / _PAGE_WIDTH), 0)
    worksheet.repeat_rows(0)
    if sheet.kept:
        worksheet.repeat_columns(0, sheet.kept - 1)
    worksheet.set_footer("&L&A&R&P / &N")
