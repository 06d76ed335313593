"""Backups around a session: first what an earlier one left without, at the end what this one changed."""

from contextlib import suppress
from pathlib import Path

from readiness.errors import OutputError
from readiness.services.proving import refuse_unproved
from readiness.storage import backup_names, backups
from readiness.storage.backup_names import Why
from readiness.storage.clock import Clock
from readiness.storage.workspace import Workspace


class Cover:
    """Sees to it that there is always a good older copy; off, only copies that are asked for are made."""

    def __init__(self, workspace: Workspace, clock: Clock, *, is_on: bool = True) -> None:
        self._workspace = workspace
        self._clock = clock
        self._changed = False
        self._is_on = is_on

    def before_change(self) -> None:
        """Say that something is about to change; the first time, back up what a crash left uncovered."""
        if self._changed or not self._is_on:
            return
        self._changed = True
        path = self._workspace.database.path
        if not (self._workspace.database.read_only or self._workspace.is_empty()) and backups.is_due(path):
            with suppress(OutputError):  # the one at the end says it, if it fails too
                backups.back_up(self._workspace.database, self._clock)

    def before_import(self) -> None:
        """Say that much is about to change at once: back up what is not in the newest backup yet."""
        if not self._is_on:
            return
        path = self._workspace.database.path
        if (self._changed or backups.is_due(path)) and not self._workspace.is_empty():
            with suppress(OutputError):
                self.make(why="before-import")
        self._changed = True

    def after_seal(self) -> None:
        """Back up a quarter that was just sealed; where it fails, the backup at the end says so."""
        if self._is_on:
            with suppress(OutputError):
                self.make(why="sealed")

    def at_end(self) -> None:
        """Back up what changed.

        Raises:
            OutputError: no verified copy could be made.
        """
        if self._changed and not self._workspace.database.read_only:
            self.make()

    def make(self, path: Path | None = None, why: Why = "") -> Path:
        """Write a verified copy, beside the workspace or where it is asked for.

        Raises:
            OutputError: no verified copy could be made, or the workspace is not sound.
        """
        refuse_unproved(self._workspace, "No backup was made", "Older backups are kept.")
        if path is not None:
            backups.copy_to(self._workspace.database, path)
            return path
        made = backups.back_up(self._workspace.database, self._clock, why=why)
        self._changed = False
        return made.path

    def newest(self) -> str | None:
        """Return when the newest backup was made, in UTC."""
        return next((one.made_at for one in backup_names.kept(self._workspace.database.path)), None)
