"""Does every row say what this program could have written? The tables' own types do not know what a day is.

Asked of a file before it is believed: a list that is none, a day that no calendar has or a number without
end would come out much later, on a page, in an export, in words that nobody understands.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Final

_MOMENT: Final = (
    "{0} <> '' AND (julianday({0}) IS NULL OR date(substr({0}, 1, 10), '+0 days') IS NOT substr({0}, 1, 10))"
)
_DAY: Final = "length({0}) <> 8 AND date({0}, '+0 days') IS NOT {0}"
_NUMBER: Final = "{0} > 1.7976931348623157e308 OR {0} < -0.5"
_SCORE: Final = "{0} NOT BETWEEN 0 AND 100"
_OBJECT: Final = "iif(json_valid({0}), json_type({0}), '') <> 'object'"
_LIST: Final = "{0} <> '[]' AND iif(json_valid({0}), json_type({0}), '') <> 'array'"
_OTHERS: Final = "EXISTS (SELECT 1 FROM json_each(iif(json_valid({0}), {0}, '[]')) WHERE type <> 'text')"
_TEXTS: Final = f"{_LIST} OR {{0}} <> '[]' AND {_OTHERS}"
"""What must not be so, of a column."""

_BY_NAME: Final[Mapping[str, str]] = {
    **dict.fromkeys(("updated_at", "trashed_at", "added_at", "received_at"), _MOMENT),
    **dict.fromkeys(("score", "displayed"), _SCORE),
    **dict.fromkeys(("evidence", "ticked", "left_out"), _TEXTS),
}
_BY_PLACE: Final[Mapping[tuple[str, str], str]] = {
    **{(table, "at"): _MOMENT for table in ("answers", "trail", "seals", "texts")},
    ("actions", "questions"): _TEXTS,
    ("assessments", "journeys"): _LIST,
    ("incidents", "happened_on"): _DAY,
    ("incidents", "questions"): _TEXTS,
    ("packages", "body"): _OBJECT,
    ("parts", "body"): _LIST,
    ("questionnaires", "body"): _OBJECT,
    ("systems", "lanes"): _OBJECT,
    ("trail", "body"): _OBJECT,
}


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield which tables have a row that says what nobody can have written."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        doubts = list(_doubts(connection, table))
        asked = f"SELECT 1 FROM {table} WHERE {' OR '.join(doubts)} LIMIT 1"  # noqa: S608 - names of our own
        if doubts and connection.execute(asked).fetchone() is not None:
            yield f"A row of {table} says what cannot be."


def _doubts(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})"):
        told = _BY_PLACE.get((table, name)) or _BY_NAME.get(name) or (_NUMBER if kind == "REAL" else "")
        if told:
            yield f"{name} IS NOT NULL AND ({told.format(name)})"
