"""A second place for backups, on another disk or a share: checked copies, thinned like the first."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from platform import node
from typing import Final

from readiness.errors import OutputError
from readiness.storage.backup_names import (
    Kept,
    backup_folder,
    kept,
    listed,
    newest_first,
    numbered,
    superfluous,
)
from readiness.storage.backups import NUMBERING, copy_checked, still_holds
from readiness.storage.file_checks import identity_of, may_write
from readiness.storage.folders import drop, part_of, sweep, sync_folder
from readiness.storage.refusals import in_words
from readiness.storage.surroundings import synced_folder

_MARK: Final = 8
"""Hexadecimal digits in a folder's name: two computers may share a place, and two files a name."""

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """What became of the second place: how many copies were made, or that it is not there."""

    copied: int = 0
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What speaks against a place (``fault``), and what one should know of it (``note``)."""

    fault: str = ""
    note: str = ""


def second_folder(workspace: Path, place: Path) -> Path:
    """Return where the copies of a workspace's backups are in a second place."""
    # Without “..”, but not resolved: what a drive is mapped to is not known while it is away.
    plain = os.path.abspath(workspace)  # noqa: PTH100 - see above
    mark = sha256(f"{node()}\0{plain}".encode()).hexdigest()[:_MARK]
    return place / f"{workspace.stem} backups {mark}"


def mirror(workspace: Path, place: Path, stop: Stop = lambda: False) -> Mirrored:
    """Copy what the second place does not have yet, each checked before it gets its name, and thin alike.

    Where the first place was lost, the newest copy comes back to it, so that the numbers go on.

    Raises:
        OutputError: a copy could not be made; older ones are kept.
    """
    if not place.is_dir():
        return Mirrored(is_missing=True)
    folder = second_folder(workspace, place)
    try:
        there = listed(folder, workspace.stem)
        _bring_back(workspace, there)
        copied = _copy_missing(kept(workspace), there, folder, stop)
        _thin(folder, workspace.stem)
    except OSError as error:
        raise _failed(place, error) from error
    except OutputError as error:
        raise _failed(place, error) from error
    return Mirrored(copied=copied)


def advice(workspace: Path, place: Path) -> Advice:
    """Say what speaks for and against a folder as the second place."""
    if not place.is_dir():
        return Advice(fault="This folder is not there. Choose another, or connect its disk.")
    if not may_write(place):
        return Advice(fault="This folder cannot be written. Choose another.")
    if backup_folder(workspace) in (place, *place.parents):
        return Advice(fault="The backups beside the workspace are here already. Choose another folder.")
    synced = synced_folder(place / "x")
    if synced:
        return Advice(note=f"This folder is synced ({synced}): the copies leave this computer.")
    if _disk(place) == _disk(workspace.parent):
        return Advice(
            note="This folder is on the same disk as the workspace: it helps when a file is lost, not when "
            "the disk is. A folder on another disk or a share is safer."
        )
    return Advice()


def _disk(place: Path) -> int | None:
    found = identity_of(place)
    return None if found is None else found.device


def _bring_back(workspace: Path, there: list[Kept]) -> None:
    """Let the numbers go on where the first place was lost, also where it has begun anew meanwhile."""
    if not _is_behind(workspace, there):
        return
    newest = next((one for one in there if still_holds(one.path)), None)
    if newest is None:
        return
    part = part_of(backup_folder(workspace) / newest.path.name)
    _copy_to_part(newest.path, part)
    try:
        with NUMBERING:
            _go_on_from(workspace, newest, part)
    finally:
        drop(part)


def _is_behind(workspace: Path, there: list[Kept]) -> bool:
    here = kept(workspace)
    return bool(there) and not (here and here[0].number >= there[0].number)


def _go_on_from(workspace: Path, newest: Kept, part: Path) -> None:
    """Give the copy its name, and what was made since, in a place that did not know it, numbers after it."""
    target = backup_folder(workspace) / newest.path.name
    here = kept(workspace)
    if target.exists() or (here and here[0].number > newest.number):  # one was made while it was copied
        return
    since = [one for one in reversed(here) if one.made_at > newest.made_at]
    for number, one in enumerate(since, newest.number + 1):
        one.path.rename(numbered(one, number))
    part.rename(target)
    sync_folder(target.parent)


def _copy_missing(here: list[Kept], there: list[Kept], folder: Path, stop: Stop) -> int:
    known = {one.path.name for one in there}
    missing = [one for one in here if one.path.name not in known]
    needless = {one.path.name for one in superfluous(newest_first([*there, *missing]))}
    copied = 0
    for one in missing:
        if copied and stop():  # the newest is copied even at the end; the others another time
            break
        # One that was damaged meanwhile is nothing to hand on; the list of backups says what it is.
        if one.path.name not in needless and still_holds(one.path):
            _copy(one.path, folder / one.path.name)
            copied += 1
    return copied


def _copy(backup: Path, target: Path) -> None:
    part = part_of(target)
    _copy_to_part(backup, part)
    try:
        part.rename(target)
        sync_folder(target.parent)
    except OSError:
        drop(part)
        raise


def _copy_to_part(backup: Path, part: Path) -> None:
    copy_checked(backup, part)
    try:
        os.utime(part, ns=(backup.stat().st_atime_ns, backup.stat().st_mtime_ns))
    except OSError:
        drop(part)
        raise


def _thin(folder: Path, stem: str) -> None:
    for one in superfluous(listed(folder, stem)):
        with suppress(OSError):
            one.path.unlink()
    sweep(folder)


def _failed(place: Path, error: Exception) -> OutputError:
    why = error.happened if isinstance(error, OutputError) else f"{in_words(error)}."
    return OutputError(
        f"No backup could be copied to the second place, {place}: {why}",
        safe="The workspace and the backups beside it are safe.",
        remedy="Make room there, or choose another second place.",
        details=repr(error),
    )
