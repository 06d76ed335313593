"""What a file tells of itself in two places: where they differ, somebody took something away or changed it.

The chain of seals tells of every change inside it, and not of its own end; these do.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

from readiness.storage.canonical import digest

_SEALED: Final = """
SELECT coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = 'seals'), 0),
       coalesce((SELECT max(sequence) FROM seals), 0)
"""
_TOLD: Final = "SELECT count(*), coalesce(max(sequence), 0), coalesce(min(sequence), 1) FROM trail"
_UNTOLD: Final = "SELECT 1 FROM answers WHERE sequence NOT IN (SELECT sequence FROM trail) LIMIT 1"
_FROZEN: Final = """
SELECT name || '@' || version, body, hash, name IS json_extract(body, '$.id')
       AND version IS json_extract(body, '$.version') FROM questionnaires
"""
_PEOPLE: Final = "SELECT name, salt, hash FROM people WHERE name IS NOT NULL"


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what was taken away or changed, in sentences."""
    yield from _end_of_chain(connection)
    yield from _trail(connection)
    yield from _questionnaires(connection)
    if any(digest(salt, name) != hash_ for name, salt, hash_ in connection.execute(_PEOPLE)):
        yield "A person has another name than the one that was written."


def _end_of_chain(connection: sqlite3.Connection) -> Iterator[str]:
    """Hold how many seals were ever made, which SQLite counts, against the newest one."""
    made, newest = connection.execute(_SEALED).fetchone()
    if made != newest:
        yield f"The newest seals are not there: {made} were made, and the last one is {newest}."


def _trail(connection: sqlite3.Connection) -> Iterator[str]:
    count, newest, oldest = connection.execute(_TOLD).fetchone()
    if count != newest or oldest != 1 or connection.execute(_UNTOLD).fetchone() is not None:
        yield "Lines of the trail of answers are missing."


def _questionnaires(connection: sqlite3.Connection) -> Iterator[str]:
    for reference, body, hash_, is_named in connection.execute(_FROZEN):
        if digest(body) != hash_ or not is_named:
            yield f"The questionnaire {reference} was changed after it was frozen."
