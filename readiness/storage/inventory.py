"""What a workspace holds, in few words: for a list of its backups, and to hold one against it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.domain.restoring import Held, Inventory
from readiness.errors import NewerWorkspaceError, NotAWorkspaceError, ReadinessError
from readiness.storage import seals
from readiness.storage.backups import read_plainly, still_holds
from readiness.storage.file_checks import check_before_open
from readiness.storage.schema import CURRENT

_COUNTS: Final = (
    "SELECT (SELECT count(*) FROM systems), (SELECT count(*) FROM assessments WHERE trashed_at IS NULL)"
)
_HELD: Final = """
SELECT a.id, s.name, s.folded, printf('%04d-Q%d', a.year, a.quarter), a.revision, a.state, a.updated_at
FROM assessments AS a JOIN systems AS s ON s.id = a.system_id
WHERE a.trashed_at IS NULL ORDER BY s.folded, a.year, a.quarter, a.revision
"""
_GIVEN: Final = """
SELECT assessment_id, lane, question,
       json_array(state, level, confidence, reason, note, note_for, evidence, because)
FROM answers
WHERE state <> 'not_asked'
  AND assessment_id IN (SELECT id FROM assessments WHERE state = 'open' AND trashed_at IS NULL)
"""
_COUNT: Final = (
    "SELECT assessment_id, count(*) FROM answers WHERE state <> 'not_asked' GROUP BY assessment_id"
)
_NEWEST_SEAL: Final = """
SELECT s.name, printf('%04d-Q%d', a.year, a.quarter), a.revision
FROM seals AS e JOIN assessments AS a ON a.id = e.assessment_id JOIN systems AS s ON s.id = a.system_id
ORDER BY e.sequence DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a backup turned out to be; ``fault`` is why it cannot be used, in a sentence."""

    size: int = 0
    systems: int = 0
    assessments: int = 0
    head: str = ""
    fault: str = ""


def look_at(backup: Path) -> Look:
    """Check a backup as it was checked when it was made, and count what is in it."""
    try:
        size = backup.stat().st_size
        check_before_open(backup, CURRENT.number)
        if not still_holds(backup):
            return Look(size=size, fault="It is damaged: it is no longer what it was when it was made.")
        with closing(read_plainly(backup)) as connection:
            systems, assessments = connection.execute(_COUNTS).fetchone()
            head = seals.head(connection) or ""
    except NewerWorkspaceError:
        return Look(fault="A newer Readiness made it. Update Readiness to use it.")
    except NotAWorkspaceError:
        return Look(fault="It is damaged, or another program wrote over it.")
    except ReadinessError as error:
        return Look(fault=error.happened)
    except (OSError, sqlite3.Error):
        return Look(fault="It cannot be read.")
    return Look(size=size, systems=systems, assessments=assessments, head=head)


def inventory_of(backup: Path) -> Inventory:
    """Return what a backup that nobody has open holds.

    Raises:
        NotAWorkspaceError: it cannot be read.
    """
    try:
        with closing(read_plainly(backup)) as connection:
            return inventory(connection)
    except (sqlite3.Error, ValueError) as error:
        raise NotAWorkspaceError(
            f"{backup.name} cannot be read.",
            safe="Nothing was touched.",
            remedy="Choose another backup.",
            details=repr(error),
        ) from error


def inventory(connection: sqlite3.Connection) -> Inventory:
    """Return what a workspace holds."""
    given: dict[int, dict[tuple[str, str], str]] = {}
    for assessment_id, lane, question, told in connection.execute(_GIVEN):
        given.setdefault(assessment_id, {})[lane, question] = told
    counts: dict[int, int] = dict(connection.execute(_COUNT).fetchall())
    return Inventory(
        assessments=tuple(
            Held(
                system=system,
                folded=folded,
                period=period,
                revision=revision,
                is_sealed=state == "closed",
                touched_at=at,
                count=counts.get(id_, 0),
                answers=given.get(id_, {}),
            )
            for id_, system, folded, period, revision, state, at in connection.execute(_HELD)
        ),
        newest_sealed=_newest_sealed(connection),
    )


def _newest_sealed(connection: sqlite3.Connection) -> str:
    row = connection.execute(_NEWEST_SEAL).fetchone()
    if row is None:
        return ""
    system, period, revision = row
    return f"{system}@{period}" + (f"#{revision}" if revision > 1 else "")
