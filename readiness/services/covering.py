"""Backups around a session: first what an earlier one left without, at the end what this one changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from readiness.errors import OutputError
from readiness.services.proving import refuse_unproved
from readiness.storage import backup_names, backups
from readiness.storage.backup_names import Why
from readiness.storage.clock import Clock, stamp
from readiness.storage.copied import is_behind
from readiness.storage.workspace import Workspace

Heard = Callable[[str | OutputError], object]
"""Hears when a backup was made besides, in UTC, or why none could be made: nobody waits for either."""


class Cover:
    """Sees to it that there is always a good older copy; off, only copies that are asked for are made."""

    def __init__(self, workspace: Workspace, clock: Clock, *, is_on: bool = True) -> None:
        self._workspace = workspace
        self._clock = clock
        self._changed = False
        self._is_on = is_on
        self._made: Path | None = None
        self.heard: Heard = _nobody

    def at_start(self) -> None:
        """Back up what a crash, or another program, left without a backup."""
        if self._is_on and self._may_back_up() and self._is_due():
            with self._loudly():
                self.make()

    def before_change(self) -> None:
        """Say that something is about to change; the first time, back up what a crash left uncovered."""
        if self._changed or not self._is_on:
            return
        self._changed = True
        if self._may_back_up() and self._is_due():
            with self._loudly():
                self._tell(backups.back_up(self._workspace.database, self._clock))

    def before_import(self) -> None:
        """Say that much is about to change at once: back up what is not in the newest backup yet."""
        if not self._is_on:
            return
        if (self._changed or self._is_due()) and not self._workspace.is_empty():
            with self._loudly():
                self.make(why="before-import")
        self._changed = True

    def after_seal(self) -> None:
        """Back up a quarter that was just sealed; where it fails, it is tried again at the end."""
        if self._is_on:
            with self._loudly():
                self.make(why="sealed")

    def at_end(self) -> None:
        """Back up what changed.

        Raises:
            OutputError: no verified copy could be made.
        """
        database = self._workspace.database
        if self._changed and not database.read_only:
            self.make()
        elif self._made is not None and database.copy is not None:  # it was written back after that one
            backups.date_like(database.path, self._made)

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
        self._changed, self._made = False, made.path
        self._tell(made)
        return made.path

    def _is_due(self) -> bool:
        database = self._workspace.database
        return is_behind(database) or backup_names.is_due(database.path)

    def _may_back_up(self) -> bool:
        return not (self._workspace.database.read_only or self._workspace.is_empty())

    def _tell(self, made: backups.Backup) -> None:
        self.heard(stamp(made.made_at))

    @contextmanager
    def _loudly(self) -> Iterator[None]:
        """Go on without a backup that could not be made, and say so: what was asked for is something else."""
        try:
            yield
        except OutputError as error:
            self.heard(error)

    def newest(self) -> str | None:
        """Return when the newest backup was made, in UTC."""
        return next((one.made_at for one in backup_names.kept(self._workspace.database.path)), None)


def _nobody(_told: str | OutputError) -> None:
    """Nobody listens: the backup at the end raises what goes wrong there too."""
