"""Which columns of a table were taken for what, last time a table with these headers came.

Kept with the preferences, so read before the first paint: nothing of the reading of tables is loaded for it.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping as Mapped

    from readiness.exchange.spreadsheet.mapping import Mapping
    from readiness.exchange.spreadsheet.xlsx import Sheet

Columns = tuple[tuple[str, int], ...]
Remembered = tuple[tuple[str, Columns], ...]
"""By what the headers are known again by, the newest first."""

MOST: Final = 20
_LOOKED_AT: Final = 30
_MOST_COLUMNS: Final = 256


def remembered_from(tree: object) -> Remembered:
    """Read what was kept; whatever is wrong there is forgotten."""
    entries = tree if isinstance(tree, list) else []
    found = [(entry[0], _columns(entry[1])) for entry in entries if _is_pair(entry)]
    return tuple((known, columns) for known, columns in found if columns)[:MOST]


def remember(before: Remembered, mapping: "Mapping", headers: tuple[str, ...]) -> Remembered:
    """Return what is kept once a mapping was chosen."""
    from readiness.exchange.spreadsheet.mapping import signature  # noqa: PLC0415 - not before the first paint

    known = signature(headers)
    others = tuple(entry for entry in before if entry[0] != known)
    return ((known, tuple(mapping.columns.items())), *others)[:MOST]


def recall(kept: Remembered, sheets: "tuple[Sheet, ...]") -> "Mapping | None":
    """Return what was chosen last time for a table with the headers of one of these rows."""
    from readiness.exchange.spreadsheet import mapping  # noqa: PLC0415 - not before the first paint

    by_headers: Mapped[str, Columns] = dict(kept)
    for sheet in sheets:
        for row in sheet.rows[:_LOOKED_AT]:
            columns = by_headers.get(mapping.signature(mapping.headers_of(sheet, row.number)))
            if columns:
                return mapping.Mapping(sheet=sheet.name, header=row.number, columns=dict(columns))
    return None


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and isinstance(entry[0], str)  # noqa: PLR2004 - a pair


def _columns(given: object) -> Columns:
    pairs = given if isinstance(given, list) else []
    return tuple(
        (pair[0], pair[1])
        for pair in pairs
        if _is_pair(pair) and type(pair[1]) is int and 0 <= pair[1] < _MOST_COLUMNS
    )
