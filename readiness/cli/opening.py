"""Opening the workspace that a command works on."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readiness import paths
from readiness.cli.terminal import Terminal
from readiness.errors import (
    NotFoundError,
    OutputError,
    UsageError,
    WorkspaceClaimedError,
    WorkspaceInUseError,
)
from readiness.services.assessing import Assessing, newest_backup
from readiness.services.first_look import is_there
from readiness.services.preferences import Preferences, Settings
from readiness.services.whereabouts import disk_by_mounts, place_of


def workspace_path(given: Namespace) -> Path:
    """Return the workspace that was named, or the user's own.

    Raises:
        UsageError: it is the address of a database server.
    """
    named = given.workspace
    if named is None:
        return own_workspace()
    if "://" in named:
        happened = f"“{named}” is an address; this version keeps a workspace in a file."
        raise UsageError(happened, remedy="Give the path of a .readiness file.")
    return Path(named)


def own_workspace() -> Path:
    """Return the user's own workspace: where it was put in the window, or in the platform's folder."""
    chosen = _settings().own_workspace
    return Path(chosen) if chosen else paths.default_workspace()


def second_place() -> Path | None:
    """Return the folder for copies of backups, where one was chosen in the window."""
    chosen = _settings().second_place
    return Path(chosen) if chosen else None


def _settings() -> Settings:
    return Preferences(paths.settings_file()).read()


@contextmanager
def opened(given: Namespace, terminal: Terminal, *, create: bool = False) -> Iterator[Assessing]:
    """Open the workspace for the time of a command, and tell what is special about it.

    Raises:
        ReadinessError: it does not exist, or cannot be opened as asked.
    """
    assessing = _open(given, terminal, create=create)
    assessing.hear_of_backups(lambda told: _say_unbacked(told, terminal))
    try:
        for notice in assessing.notices:
            terminal.say(notice)
        yield assessing
    finally:
        before = assessing.last_backup()
        assessing.close()
        if assessing.last_backup() != before:
            _copy_backups(assessing.path, terminal)


def _say_unbacked(told: str | OutputError, terminal: Terminal) -> None:
    """Say that a backup could not be made, which the command goes on without."""
    if isinstance(told, OutputError):
        terminal.say(told.sentence())


def _copy_backups(workspace: Path, terminal: Terminal) -> None:
    """Copy new backups to the second place, if there is one; it is told, and no reason to fail."""
    place = second_place()
    if place is None or workspace == paths.sample_workspace():
        return
    from readiness.services.backing_up import mirror  # noqa: PLC0415 - most commands change nothing

    try:
        if mirror(workspace, place) is None:
            terminal.say(f"The second place for backups, {place}, is not connected.")
    except OutputError as error:
        terminal.say(error.sentence())


def _open(given: Namespace, terminal: Terminal, *, create: bool) -> Assessing:
    path = workspace_path(given)
    if create and not is_there(path):
        made = Assessing.create(path)
        terminal.say(f"{path} is a new workspace.")
        place = place_of(path.resolve(), disk_by_mounts(path.resolve()))
        if place is not None:
            is_on_copy = made.workspace.database.copy is not None
            terminal.say(f"{place.happened} {place.on_copy if is_on_copy else place.advice}")
        return made
    if not is_there(path):
        happened = f"There is no workspace at {path}."
        raise NotFoundError(
            happened, remedy="The window makes a new one; “readiness demo FILE” writes a sample."
        )
    try:
        return Assessing.open(path)
    except WorkspaceInUseError as error:
        backup = newest_backup(path)
        if given.from_backup and backup is not None:
            terminal.say(f"{error.happened} This is its backup {backup.name}.")
            return Assessing.open(backup, look_only=True)
        raise _in_use(error, backup) from error


def _in_use(error: WorkspaceInUseError, backup: Path | None) -> WorkspaceInUseError:
    remedy = "Close it there first, or read its newest backup: --from-backup."
    if backup is None:
        remedy = "Close it there first; there is no backup of it yet."
    if isinstance(error, WorkspaceClaimedError):
        remedy = f"{remedy} {error.if_left}"
    return WorkspaceInUseError(error.happened, safe=error.safe, remedy=remedy)
