"""Going back to a backup: which there are, what each would change, and doing it so that it can be undone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from platform import node
from typing import Final

from readiness.domain.restoring import Difference, Inventory, difference
from readiness.errors import ReadinessError, WorkspaceError, WorkspaceMovedError
from readiness.services.assessing import Assessing
from readiness.storage import inventory as inventories
from readiness.storage import sources
from readiness.storage.backup_names import Kept, kept, kept_in
from readiness.storage.clock import Clock, now
from readiness.storage.copied import write_back
from readiness.storage.folders import drop
from readiness.storage.replacing import make_ready, put_in_place, save_copy
from readiness.storage.second_place import second_folder
from readiness.storage.sources import Source

__all__ = [
    "BackupLine",
    "Difference",
    "Restored",
    "Source",
    "SourceLine",
    "backups_in",
    "backups_of",
    "copy_to",
    "others_of",
    "preview",
    "restore",
    "sources_in",
]

Told = Callable[[int, int], object]
"""Hears how many backups of how many were looked at."""

Stop = Callable[[], bool]

_BESIDE: Final = "beside"
_SECOND: Final = "second"
_FOUND: Final = "found"
_TRIED: Final = 3
"""Newest backups that are looked at to say what is in a folder of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """One backup as it is listed; ``fault`` says why it cannot be used, ``places`` where it is."""

    path: Path
    number: int
    made_at: str
    why: str
    places: tuple[str, ...]
    size: int
    systems: int
    assessments: int
    head: str
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A folder of backups as it is listed, with what is in the newest that can be used."""

    source: Source
    is_of_here: bool
    systems: int
    assessments: int
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was done; ``kept`` is the file that was replaced, ``is_backup`` whether that is a backup."""

    kept: Path | None
    is_backup: bool


def backups_of(
    workspace: Path,
    second: Path | None = None,
    told: Told = lambda _done, _of: None,
    stop: Stop = lambda: False,
) -> tuple[BackupLine, ...]:
    """Return every backup of a workspace in all its places, newest first, each looked at whole.

    The same one in two places is one line; where one of the two is damaged, the other counts.
    """
    return _looked_at(list(_each(_real(workspace), second)), told, stop)


def backups_in(
    source: Source, told: Told = lambda _done, _of: None, stop: Stop = lambda: False
) -> tuple[BackupLine, ...]:
    """Return every backup of a folder that was found, newest first, each looked at whole."""
    return _looked_at([(_FOUND, one) for one in source.backups], told, stop)


def sources_in(place: Path, stop: Stop = lambda: False) -> tuple[SourceLine, ...]:
    """Return every folder of backups in a place, the newest first, with what is in the newest of each.

    Raises:
        WorkspaceError: the place cannot be read.
    """
    return tuple(_source_line(source) for source in sources.sources_in(place, stop) if not stop())


def others_of(workspace: Path, place: Path, stop: Stop = lambda: False) -> tuple[SourceLine, ...]:
    """Return what a second place holds under a workspace's name of other computers or folders."""
    found = sources.others_of(_real(workspace), place, stop)
    return tuple(_source_line(source) for source in found if not stop())


def _source_line(source: Source) -> SourceLine:
    looks = [inventories.look_at(one.path) for one in source.backups[:_TRIED]]
    best = next((look for look in looks if not look.fault), looks[0])
    return SourceLine(
        source=source,
        is_of_here=source.computer == node(),
        systems=best.systems,
        assessments=best.assessments,
        fault=best.fault,
    )


def _looked_at(found: list[tuple[str, Kept]], told: Told, stop: Stop) -> tuple[BackupLine, ...]:
    lines: dict[str, BackupLine] = {}
    for done, (place, one) in enumerate(found):
        if stop():
            break
        told(done, len(found))
        line = _line(place, one)
        before = lines.get(one.path.name)
        lines[one.path.name] = line if before is None else _joined(before, line)
    return tuple(sorted(lines.values(), key=lambda line: (line.number, line.made_at), reverse=True))


def preview(backup: Path, here: Inventory | None) -> Difference:
    """Return what restoring a backup would change; ``here`` is nothing where the workspace cannot be read.

    Raises:
        NotAWorkspaceError: the backup cannot be read.
    """
    return difference(here or Inventory(), inventories.inventory_of(backup))


def holding(assessing: Assessing) -> Inventory:
    """Return what an open workspace holds.

    Raises:
        WorkspaceError: it cannot be read.
    """
    with assessing.workspace.database.reading() as connection:
        return inventories.inventory(connection)


def restore(backup: Path, workspace: Path, is_open: Assessing | None = None, clock: Clock = now) -> Restored:
    """Put a backup in the place of its workspace, which is let go of if it is open here.

    What is open here is backed up first, and checked; what cannot be, damaged for one, is kept as a file.

    Raises:
        OutputError: it could not be done, and the workspace is as it was.
        WorkspaceInUseError: another program has it open.
    """
    workspace = _real(workspace)
    part = make_ready(backup, workspace)
    made, is_strange = None, False
    try:
        made = None if is_open is None else _back_up(is_open)
        if is_open is not None and made is not None:
            write_back(is_open.workspace.database)
    except ReadinessError:
        drop(part)
        raise
    if is_open is not None:
        is_strange = _is_another(is_open)
        is_open.workspace.database.close()
    aside = put_in_place(part, workspace, clock=clock, keep=made is None or is_strange)
    return Restored(kept=made or aside, is_backup=made is not None)


def copy_to(backup: Path, target: Path) -> Path:
    """Write a checked copy of a backup somewhere; return where.

    Raises:
        OutputError: it could not be made, or something stands there.
    """
    save_copy(backup, target)
    return target


def _is_another(is_open: Assessing) -> bool:
    """Whether what stands at the path is not what was opened, and in no backup of it."""
    try:
        is_open.workspace.database.check_in_place()
    except WorkspaceMovedError:
        return True
    return False


def _real(workspace: Path) -> Path:
    """Return the file itself, as opening does: a link to it must not take its place."""
    return workspace.resolve() if workspace.is_symlink() else workspace


def _back_up(is_open: Assessing) -> Path | None:
    """Back up what is open, or return nothing where it is not sound and is kept as it is instead."""
    try:
        is_sound = is_open.workspace.verify().ok
    except WorkspaceError:  # damaged so far that nothing can be read of it
        return None
    return is_open.backup(why="before-restore") if is_sound else None


def _each(workspace: Path, second: Path | None) -> Iterator[tuple[str, Kept]]:
    for one in kept(workspace):
        yield _BESIDE, one
    if second is not None:
        for one in kept_in(second_folder(workspace, second), workspace.stem):
            yield _SECOND, one


def _line(place: str, one: Kept) -> BackupLine:
    look = inventories.look_at(one.path)
    return BackupLine(
        path=one.path,
        number=one.number,
        made_at=one.made_at,
        why=one.why,
        places=(place,),
        size=look.size,
        systems=look.systems,
        assessments=look.assessments,
        head=look.head,
        fault=look.fault,
    )


def _joined(first: BackupLine, other: BackupLine) -> BackupLine:
    best = other if first.fault and not other.fault else first
    return replace(best, places=(*first.places, *other.places))
