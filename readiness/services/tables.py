"""Spreadsheets whose columns somebody chooses: what can be chosen, what comes of it, and taking it in."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from readiness.errors import FaultyFileError
from readiness.services.column_memory import Remembered, remember
from readiness.services.foreign import hold, read_file, usable

if TYPE_CHECKING:
    from collections.abc import Mapping as Mapped

    from readiness.exchange.finding import Find
    from readiness.exchange.foreign import Foreign
    from readiness.exchange.spreadsheet.converting import Converted
    from readiness.exchange.spreadsheet.mapping import Mapping
    from readiness.exchange.spreadsheet.xlsx import Sheet
    from readiness.services.assessing import Assessing
    from readiness.services.lenses import Looked

PREVIEWED: Final = 400
"""Rows that are read for a preview, so that a large table does not hold the keys up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """A spreadsheet of which somebody says what its columns are; ``mapping`` is what the headers suggest."""

    name: str
    sheets: "tuple[Sheet, ...]"
    mapping: "Mapping"

    def sheet(self, mapping: "Mapping") -> "Sheet":
        """Return the sheet that a mapping is about."""
        return next(one for one in self.sheets if one.name == mapping.sheet)


def read_any(content: bytes, name: str, find: "Find") -> "Foreign | Tabled":
    """Read a questionnaire of any format; of a spreadsheet its sheets, until its columns are chosen.

    Raises:
        FaultyFileError: it has errors, or is no questionnaire; every fault is named.
    """
    from readiness.exchange.importers import importer_of  # noqa: PLC0415 - it loads pydantic
    from readiness.exchange.spreadsheet.importing import SpreadsheetImporter  # noqa: PLC0415 - see above

    if isinstance(importer_of(content, name), SpreadsheetImporter):
        return read_table(content, name)
    return read_file(content, name, find)


def hold_any(assessing: "Assessing", file: "Foreign | Tabled") -> "Looked | Tabled":
    """Say what a file would bring; a spreadsheet waits for its columns.

    Raises:
        InputError: another text has its version.
    """
    return file if isinstance(file, Tabled) else hold(assessing, file)


def read_table(content: bytes, name: str) -> Tabled:
    """Read the sheets of a spreadsheet.

    Raises:
        FaultyFileError: it cannot be read.
    """
    from readiness.exchange.spreadsheet.importing import read_sheets  # noqa: PLC0415 - when one is read
    from readiness.exchange.spreadsheet.mapping import Mapping, guess  # noqa: PLC0415 - see above
    from readiness.exchange.tree import RefusedError  # noqa: PLC0415 - see above

    try:
        sheets = read_sheets(content)
    except RefusedError as refused:
        raise FaultyFileError(name, (refused.fault,)) from refused
    mapping = guess(sheets) or Mapping(sheet=sheets[0].name, header=1, columns={})
    return Tabled(name=name, sheets=sheets, mapping=mapping)


def read_columns(sheet: "Sheet", name: str, _find: "Find", mapping: "Mapping") -> "Foreign":
    """Return the questionnaire that a sheet is once its columns are chosen: the very rows that were shown.

    Raises:
        FaultyFileError: it has errors; every one is named.
    """
    from readiness.exchange.spreadsheet.importing import of_sheet  # noqa: PLC0415 - when one is read

    return usable(of_sheet(sheet, mapping, name), name)


def fields() -> tuple[tuple[str, str], ...]:
    """Return what a column can be: the key, and what it is called."""
    from readiness.exchange.spreadsheet.fields import FIELDS  # noqa: PLC0415 - when one is chosen

    return tuple((field.key, field.name) for field in FIELDS)


def columns_of(table: Tabled, mapping: "Mapping") -> tuple[tuple[str, str], ...]:
    """Return the columns of the sheet: the letters of each, and its header."""
    from readiness.exchange.rows import column_name  # noqa: PLC0415 - when one is chosen

    headers = headers_of(table, mapping)
    width = max((len(row.cells) for row in table.sheet(mapping).rows[:PREVIEWED]), default=0)
    return tuple(
        (column_name(place), headers[place] if place < len(headers) else "") for place in range(width)
    )


def headers_of(table: Tabled, mapping: "Mapping") -> tuple[str, ...]:
    """Return the headers of the row that a mapping names."""
    from readiness.exchange.spreadsheet import mapping as mappings  # noqa: PLC0415 - when one is chosen

    return mappings.headers_of(table.sheet(mapping), mapping.header)


def in_sheet(table: Tabled, name: str) -> "Mapping":
    """Return what the headers of another sheet suggest."""
    from readiness.exchange.spreadsheet.mapping import Mapping, guess  # noqa: PLC0415 - when one is chosen

    chosen = guess(tuple(one for one in table.sheets if one.name == name))
    return chosen or Mapping(sheet=name, header=1, columns={})


def with_header(table: Tabled, mapping: "Mapping", row: int) -> "Mapping":
    """Return what the headers of another row suggest."""
    from readiness.exchange.spreadsheet.mapping import guess_in  # noqa: PLC0415 - when one is chosen

    return guess_in(table.sheet(mapping), row)


def with_column(mapping: "Mapping", field: str, place: int | None) -> "Mapping":
    """Return a mapping with another column for a field, or with none."""
    columns: Mapped[str, int | None] = {**mapping.columns, field: place}
    ordered = {key: n for key, _ in fields() if (n := columns.get(key)) is not None}
    return replace(mapping, columns=ordered)


def preview(table: Tabled, mapping: "Mapping") -> "tuple[Converted, bool]":
    """Return what the first rows say under a mapping, and whether there are more."""
    from readiness.exchange.spreadsheet.converting import convert  # noqa: PLC0415 - when one is chosen

    whole, last = table.sheet(mapping), mapping.header + PREVIEWED
    part = replace(whole, rows=whole.rows[:last])
    return convert(part, mapping, table.name), len(whole.rows) > last


def remembered(kept: Remembered, table: Tabled, mapping: "Mapping") -> Remembered:
    """Return what is kept once a mapping was chosen."""
    return remember(kept, mapping, headers_of(table, mapping))
