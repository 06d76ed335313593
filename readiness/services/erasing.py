"""Erasing a person: where the name stands, taking it out for good, and which backups still hold it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readiness.errors import NotFoundError, OutputError
from readiness.services.assessing import Assessing
from readiness.storage import standing as standings
from readiness.storage.backup_names import kept, kept_in, replaced
from readiness.storage.second_place import second_folder
from readiness.storage.standing import Standing

__all__ = ["Erased", "Standing", "backups_with", "erase", "people_in", "standing_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was taken out, and the backup made afterwards, which no longer has it; none where that failed."""

    was: Standing
    backup: Path | None


def people_in(assessing: Assessing) -> tuple[Standing, ...]:
    """Return every person whose name stands in the workspace, with where it does."""
    with assessing.workspace.database.reading() as connection:
        return tuple(standings.standing(connection, name) for name in standings.names(connection))


def standing_of(assessing: Assessing, name: str) -> Standing:
    """Return where a name stands.

    Raises:
        NotFoundError: nobody of that name is in the workspace.
    """
    with assessing.workspace.database.reading() as connection:
        if name not in standings.names(connection):
            raise NotFoundError(
                f"Nobody called “{name}” is in {assessing.path.name}.",
                safe="Nothing was changed.",
                remedy="Write the name as it stands there.",
            )
        return standings.standing(connection, name)


def erase(assessing: Assessing, name: str) -> Erased:
    """Take a name out of the workspace for good; roles, answers and seals stay.

    Raises:
        NotFoundError: nobody of that name is in the workspace.
        NotSavedError: the disk refused.
    """
    was = standing_of(assessing, name)
    assessing.erase_person(name)
    backup = None
    with suppress(OutputError):  # the one at the end says it, if it fails too
        backup = assessing.backup(why="")
    return Erased(was=was, backup=backup)


def backups_with(workspace: Path, second: Path | None, name: str) -> tuple[Path, ...]:
    """Return the backups of a workspace that still hold a name, in all places, and what was replaced."""
    return tuple(path for path in _paths(workspace, second) if standings.holds_name(path, name))


def _paths(workspace: Path, second: Path | None) -> Iterator[Path]:
    yield from (one.path for one in kept(workspace))
    yield from replaced(workspace)
    if second is not None:
        yield from (one.path for one in kept_in(second_folder(workspace, second), workspace.stem))
