"""A sheet → CSV: for other tools, and still harmless where a spreadsheet opens it.

UTF-8 with a byte order mark, because Excel takes a file without one for the machine's own code page; comma,
CRLF and quotes as in RFC 4180. Texts are in quotes and numbers are not, unrounded, with a point.

A text that a spreadsheet could take for a formula gets one apostrophe in front, and so does a text that
begins with one already. So nothing is lost: a reader takes one apostrophe off a text that begins with one.
"""

import csv
import re
from io import StringIO
from typing import Final

from readiness.reports.book.values import Cell, Figure, Sheet
from readiness.reports.codes import with_codes

_FORMULA: Final = re.compile(r"'|[\t\r\n]|\s*[=+\-@|%＝＋－＠]")  # noqa: RUF001 - wide signs are signs too

_MOST_EXACT: Final = 1e15
"""Below it a whole number is the same as an integer and as a float."""


def build_csv(sheet: Sheet) -> bytes:
    """Return the file."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([column.title for column in sheet.columns])
    writer.writerows([_value(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _value(cell: Cell) -> str | float:
    if not isinstance(cell, Figure):
        return inert(with_codes(cell or ""))
    return int(cell.value) if cell.value.is_integer() and abs(cell.value) < _MOST_EXACT else cell.value


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
