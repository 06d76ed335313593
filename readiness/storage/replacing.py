"""A backup takes the place of a workspace: whole or not at all, and what stood there is kept."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from readiness.errors import OutputError, WorkspaceError, WorkspaceInUseError
from readiness.storage.backups import copy_checked
from readiness.storage.beside import refuse_strange
from readiness.storage.claims import refuse_claimed
from readiness.storage.clock import Clock, now
from readiness.storage.file_checks import is_held, may_write
from readiness.storage.folders import drop, keep_mode, part_of, sync_file, sync_folder
from readiness.storage.leftovers import is_hot, journal_of, nobody_has_it_open, write_copy
from readiness.storage.settling import blank, keep_journal, settle


def make_ready(backup: Path, workspace: Path) -> Path:
    """Write a checked copy of the backup beside the workspace, under a name of its own; return where.

    Raises:
        OutputError: it could not be written, or the backup is damaged.
    """
    part = part_of(workspace)
    copy_checked(backup, part)
    return part


def put_in_place(part: Path, workspace: Path, *, clock: Clock = now, keep: bool = True) -> Path | None:
    """Let a ready copy take the workspace's place in one step; return where the file before is kept.

    At every moment a whole file has the name. ``keep`` is for a file that no backup holds.

    Raises:
        WorkspaceInUseError: another program has the workspace open.
        WorkspaceError: what lies beside it leads to another file.
        OutputError: it could not be done; the workspace is as it was.
    """
    kept = None
    try:
        refuse_claimed(workspace)
        refuse_strange(workspace)  # its journal is going to be played back, and blanked
        if not workspace.exists():
            _bring_back(part, workspace, clock)
        else:
            kept = _replace(part, workspace, clock, keep=keep)
    except OSError as error:
        drop(part)
        raise OutputError(
            f"{workspace.name} could not be replaced: {error.strerror}.",
            safe="It is as it was.",
            remedy="Make room, ask for the right to write there, or save a copy of the backup elsewhere.",
            details=repr(error),
        ) from error
    except WorkspaceError:
        drop(part)
        raise
    with suppress(OSError):  # the deed is done, and a whole file stands there whatever a power cut leaves
        sync_folder(workspace.parent)
    return kept


def _bring_back(part: Path, workspace: Path, clock: Clock) -> None:
    """Let it come back where nothing stands; a journal without its file would be played into it."""
    keep_journal(workspace, _free_name(workspace, clock))
    blank(journal_of(workspace))
    part.rename(workspace)


def _replace(part: Path, workspace: Path, clock: Clock, *, keep: bool) -> Path | None:
    _refuse_held(workspace)
    aside = _free_name(workspace, clock)
    journal = journal_of(workspace)
    was_hot = is_hot(journal)
    try:
        with nobody_has_it_open(workspace) as file:
            if file is None:
                raise _in_use(workspace)
            keep_mode(part, workspace)
            if keep:
                _keep(file, workspace, aside)
            settle(workspace, file)
            if os.name != "nt":
                part.replace(workspace)
        if os.name == "nt":  # where what is open cannot be replaced
            part.replace(workspace)
    except OSError:
        if not was_hot or journal.exists():  # or what stood there is only kept, as it was
            drop(aside)
        raise
    with suppress(OSError):  # what SQLite does not play back harms nothing
        journal.unlink(missing_ok=True)
    return aside if keep else None


def _refuse_held(workspace: Path) -> None:
    if not may_write(workspace):
        raise PermissionError(13, "it may not be written")
    if is_held(workspace):  # by another name: a handle of our own would drop the lock
        raise _in_use(workspace)


def _keep(file: BinaryIO, workspace: Path, aside: Path) -> None:
    """Copy what stands there with its journal, under a name that only a whole copy gets, and flush that."""
    keep_journal(workspace, aside)
    part = part_of(aside)
    try:
        write_copy(file, part)
        keep_mode(part, workspace)
        sync_file(part)
        part.rename(aside)
        sync_folder(aside.parent)
    except OSError:
        drop(part)
        raise


def _in_use(workspace: Path) -> WorkspaceInUseError:
    return WorkspaceInUseError(
        f"{workspace.name} is open in another window or program.",
        safe="Nothing was touched.",
        remedy="Close it there first, or save a copy of the backup elsewhere.",
    )


def _free_name(workspace: Path, clock: Clock) -> Path:
    name = f"{workspace.stem} replaced {clock():%Y-%m-%d %H%M}"
    number, kept = 1, workspace.with_name(f"{name}.readiness")
    while kept.exists() or journal_of(kept).exists():
        number += 1
        kept = workspace.with_name(f"{name} {number}.readiness")
    return kept


def save_copy(backup: Path, target: Path) -> None:
    """Write a checked copy of a backup where nothing stands yet.

    Raises:
        OutputError: it could not be made, or something stands there.
    """
    if target.exists():
        raise OutputError(
            f"There is already a file at {target}.", safe="It is untouched.", remedy="Choose another name."
        )
    part = make_ready(backup, target)
    try:
        part.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        with suppress(OSError):
            drop(part)
        raise OutputError(
            f"{target} cannot be made: {error.strerror}.",
            remedy="Choose another place, or make room.",
            details=repr(error),
        ) from error
