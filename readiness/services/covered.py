"""Keeping an open workspace safe: its backups, its folder, and letting it go."""

from pathlib import Path

from readiness.services.covering import Cover, Heard
from readiness.storage.backup_names import Why
from readiness.storage.copied import write_back
from readiness.storage.workspace import Workspace


class Covered:
    """The part of assessing that sees to copies."""

    workspace: Workspace
    _cover: Cover

    def hear_of_backups(self, heard: Heard) -> None:
        """Tell somebody of each backup that is made besides what was asked for, or cannot be made."""
        self._cover.heard = heard

    def back_up_uncovered(self) -> None:
        """Back up what an earlier session left without a backup, if anything; who listens hears of it."""
        self._cover.at_start()

    def keep_changes(self) -> None:
        """Write back what its folder does not have, and back up what changed; raises what these do."""
        write_back(self.workspace.database)
        self._cover.at_end()

    def close(self) -> None:
        """Keep what changed and let the file go."""
        try:
            self.keep_changes()
        finally:
            self.workspace.database.close()

    def backup(self, path: Path | None = None, why: Why = "asked") -> Path:
        """Write a verified copy, among the others with what for in its name, or where it is asked for.

        Raises:
            OutputError: no verified copy could be made, or a seal does not hold.
        """
        return self._cover.make(path, why)

    def last_backup(self) -> str | None:
        """Return when the newest backup was made, in UTC."""
        return self._cover.newest()
