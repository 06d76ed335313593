"""Which sheet, which row holds the headers, and which column is what; guessed, or given as a small JSON file.

``{"sheet": "Review", "header": 3, "columns": {"question": "C", "pillar": "Area"}}``: a column is its letters,
or its header. What is left out of ``columns`` is not read; without ``header`` the row is found.
"""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from readiness.errors import Fault
from readiness.exchange.checking import did_you_mean
from readiness.exchange.json_tree import read_json
from readiness.exchange.rows import MOST_COLUMNS, column_name
from readiness.exchange.spreadsheet.fields import BY_KEY, FIELDS, guess_columns, plain_header
from readiness.exchange.spreadsheet.xlsx import Sheet

_LOOKED_AT: Final = 30
_MOST_BYTES: Final = 100_000
_KEYS: Final = ("sheet", "header", "columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What is taken for what; ``header`` is the number of the row that holds the headers, from 1."""

    sheet: str
    header: int
    columns: Mapped[str, int]

    def as_json(self, headers: tuple[str, ...]) -> dict[str, Any]:
        """Return the mapping as it stands in a file; a column by its header where only it is called so."""
        named = {key: _written(place, headers) for key, place in self.columns.items()}
        return {"sheet": self.sheet, "header": self.header, "columns": named}


def headers_of(sheet: Sheet, header: int) -> tuple[str, ...]:
    """Return the headers of a sheet; none where there is no such row."""
    rows = sheet.rows
    return tuple(cell.strip() for cell in rows[header - 1].cells) if 0 < header <= len(rows) else ()


def guess(sheets: tuple[Sheet, ...]) -> Mapping | None:
    """Return the mapping that the headers suggest; nothing where no sheet has anything in it.

    The header row is the one among the first thirty of which the most columns are known; where none is, the
    first that has two texts.
    """
    best: Mapping | None = None
    reached = 0
    for sheet in sheets:
        for row in sheet.rows[:_LOOKED_AT]:
            columns = guess_columns(tuple(cell.strip() for cell in row.cells))
            worth = 2 * len(columns) + 3 * ("question" in columns)
            if worth > reached and (len(columns) > 1 or "question" in columns):
                best, reached = Mapping(sheet=sheet.name, header=row.number, columns=columns), worth
    return best or _fallback(sheets)


def guess_in(sheet: Sheet, header: int) -> Mapping:
    """Return the mapping that the headers of one row suggest."""
    return Mapping(sheet=sheet.name, header=header, columns=guess_columns(headers_of(sheet, header)))


def signature(headers: tuple[str, ...]) -> str:
    """Return what a table is known again by: its headers, in their order."""
    return sha256("\n".join(map(plain_header, headers)).encode()).hexdigest()[:32]


def mapping_from_json(content: bytes, sheets: tuple[Sheet, ...]) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """Read a mapping file against the spreadsheet it is for; with an error the first part is ``None``."""
    tree, faults = read_json(content, most=_MOST_BYTES)
    if faults:
        return None, faults
    found: list[Fault] = []

    def tell(path: tuple[str | int, ...], code: str, message: str) -> None:
        line, column = tree.where(path)
        found.append(Fault(code=code, message=message, line=line, column=column))

    given = tree.value if isinstance(tree.value, dict) else {}
    if not isinstance(given.get("columns"), dict):
        tell(("columns",), "missing-key", "“columns” is an object: for each field the column that it is")
    for key in given:
        if key not in _KEYS:
            tell((key,), "unknown-key", f"“{key}” is not known here{did_you_mean(key, _KEYS)}")
    sheet = _named_sheet(given.get("sheet"), sheets, tell)
    if sheet is None or found:
        return None, tuple(found)
    header = _header(given.get("header"), sheet, tell)
    headers = headers_of(sheet, header)
    columns = {
        key: place
        for key, wanted in given["columns"].items()
        if (place := _column(key, wanted, headers, tell)) is not None
    }
    mapping = Mapping(sheet=sheet.name, header=header, columns=columns)
    return (None if found else mapping), tuple(found)


def _fallback(sheets: tuple[Sheet, ...]) -> Mapping | None:
    for sheet in sheets:
        row = next((row for row in sheet.rows if sum(bool(cell.strip()) for cell in row.cells) > 1), None)
        if row is not None:
            return Mapping(sheet=sheet.name, header=row.number, columns={})
    first = next(iter(sheets), None)
    return Mapping(sheet=first.name, header=1, columns={}) if first is not None else None


def _written(place: int, headers: tuple[str, ...]) -> str:
    header = headers[place] if place < len(headers) else ""
    is_sure = bool(header) and [h.casefold() for h in headers].count(header.casefold()) == 1
    return header if is_sure and _letters(header) is None else column_name(place)


def _named_sheet(given: object, sheets: tuple[Sheet, ...], tell: Any) -> Sheet | None:
    if given is None:
        guessed = guess(sheets)
        return next((one for one in sheets if guessed is not None and one.name == guessed.sheet), None)
    found = next((one for one in sheets if one.name == given), None)
    if found is None:
        names = ", ".join(f"“{one.name}”" for one in sheets)
        tell(("sheet",), "unknown-sheet", f"there is no sheet “{str(given)[:80]}”; there are {names}")
    return found


def _header(given: object, sheet: Sheet, tell: Any) -> int:
    if given is None:
        guessed = guess((sheet,))
        return guessed.header if guessed is not None else 1
    if isinstance(given, bool) or not isinstance(given, int) or not 1 <= given <= len(sheet.rows):
        tell(("header",), "out-of-range", f"“header” is the number of a row, 1 to {len(sheet.rows)}")
        return 1
    return given


def _column(key: str, wanted: object, headers: tuple[str, ...], tell: Any) -> int | None:
    path = ("columns", key)
    if key not in BY_KEY:
        known = ", ".join(field.key for field in FIELDS)
        tell(path, "unknown-key", f"“{key}” is none of {known}{did_you_mean(key, BY_KEY)}")
        return None
    if not isinstance(wanted, str):
        tell(path, "not-text", "a column is its letters or its header, as a text")
        return None
    named = [n for n, header in enumerate(headers) if header.casefold() == wanted.strip().casefold()]
    if len(named) == 1:
        return named[0]
    letters = _letters(wanted)
    if letters is None or named:
        why = "is the header of several columns; give its letters" if named else "is no header of the table"
        tell(path, "unknown-column", f"“{wanted[:80]}” {why}{did_you_mean(wanted, headers)}")
        return None
    return letters


def _letters(text: str) -> int | None:
    """Return the place of a column that is given by its letters."""
    return next((n for n in range(MOST_COLUMNS) if column_name(n) == text.strip().upper()), None)
