"""Opening the workspace that a command works on."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readiness import paths
from readiness.cli.terminal import Terminal
from readiness.errors import NotFoundError, UsageError, WorkspaceInUseError
from readiness.services.assessing import Assessing, newest_backup
from readiness.services.whereabouts import disk_by_mounts, place_of


def workspace_path(given: Namespace) -> Path:
    """Return the workspace that was named, or the user's own.

    Raises:
        UsageError: it is the address of a database server.
    """
    named = given.workspace
    if named is None:
        return paths.default_workspace()
    if "://" in named:
        happened = f"“{named}” is an address; this version keeps a workspace in a file."
        raise UsageError(happened, remedy="Give the path of a .readiness file.")
    return Path(named)


@contextmanager
def opened(given: Namespace, terminal: Terminal, *, create: bool = False) -> Iterator[Assessing]:
    """Open the workspace for the time of a command, and tell what is special about it.

    Raises:
        ReadinessError: it does not exist, or cannot be opened as asked.
    """
    assessing = _open(given, terminal, create=create)
    try:
        for notice in assessing.notices:
            terminal.say(notice)
        yield assessing
    finally:
        assessing.close()


def _open(given: Namespace, terminal: Terminal, *, create: bool) -> Assessing:
    path = workspace_path(given)
    if create and not path.exists():
        made = Assessing.create(path)
        terminal.say(f"{path} is a new workspace.")
        place = place_of(path.resolve(), disk_by_mounts(path.resolve()))
        if place is not None:
            terminal.say(f"{place.happened} {place.advice}")
        return made
    if not path.exists():
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
            return Assessing.open(backup)
        raise _in_use(error, backup) from error


def _in_use(error: WorkspaceInUseError, backup: Path | None) -> WorkspaceInUseError:
    if backup is None:
        return WorkspaceInUseError(
            error.happened, safe=error.safe, remedy="Close it there first; there is no backup of it yet."
        )
    return WorkspaceInUseError(
        error.happened,
        safe=error.safe,
        remedy="Close it there first, or read its newest backup: --from-backup.",
    )
