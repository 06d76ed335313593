"""The first look at a workspace: open it and list what is in it, before anything of the domain is loaded.

Home paints from this; :mod:`readiness.services.assessing` takes over the same open file afterwards.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from readiness.storage import backup_names, copied, due, reading
from readiness.storage.clock import Clock, now
from readiness.storage.copied import DiskOf
from readiness.storage.database import Database
from readiness.storage.due import DueLine, RoundLine
from readiness.storage.opening import create_database, is_there, open_database
from readiness.storage.reading import SystemLine
from readiness.storage.surroundings import disk_by_mounts
from readiness.storage.working_copy import Outgoing, WorkingCopy

__all__ = [
    "Due",
    "DueLine",
    "OpenFile",
    "Outgoing",
    "RoundLine",
    "SystemLine",
    "WorkingCopy",
    "has_backups",
    "is_there",
]


@dataclass(frozen=True, slots=True)
class Due:
    """What is due, and until when systems are to be assessed."""

    lines: tuple[DueLine, ...] = ()
    rounds: tuple[RoundLine, ...] = ()


class OpenFile:
    """A workspace file that is open and held, with its lists."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.can_be_made_again = False

    @classmethod
    def open(
        cls, path: Path, clock: Clock = now, *, disk_of: DiskOf = disk_by_mounts, take_over: bool = False
    ) -> Self:
        """Open a workspace that exists; ``take_over`` is for one that another computer left open.

        Raises:
            ReadinessError: it cannot be opened as asked; it is untouched.
        """
        return cls(open_database(path, clock, disk_of=disk_of, take_over=take_over))

    @classmethod
    def create(cls, path: Path, clock: Clock = now, *, disk_of: DiskOf = disk_by_mounts) -> Self:
        """Make an empty workspace and open it.

        Raises:
            OutputError: something stands there, or nothing can be made there.
        """
        return cls(create_database(path, clock, disk_of))

    @property
    def path(self) -> Path:
        """The workspace file."""
        return self.database.path

    @property
    def read_only(self) -> bool:
        """Whether it can only be read."""
        return self.database.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about how it was opened."""
        return tuple(self.database.notices)

    def home(self) -> tuple[SystemLine, ...]:
        """Return every system with its assessments, from materialised figures."""
        with self.database.reading() as connection:
            return reading.systems(connection)

    def due(self, until: str, quarter: str) -> "Due":
        """Return what is due until a day, or with a quarter at the latest, and when the rounds end."""
        with self.database.reading() as connection:
            return Due(due.lines(connection, until, quarter), due.rounds(connection, quarter))

    def first_home(self) -> tuple[SystemLine, ...] | None:
        """Return what Home shows first; nothing where the whole list is read as quickly."""
        with self.database.reading() as connection:
            return reading.first_systems(connection) if reading.is_large(connection) else None

    def last_backup(self) -> str | None:
        """Return when the newest backup was made, in UTC."""
        return next((one.made_at for one in backup_names.kept(self.path)), None)

    @property
    def copy(self) -> WorkingCopy | None:
        """The working copy on this computer, where the workspace is in a place that needs one."""
        return self.database.copy

    def prepare(self) -> Outgoing | None:
        """Make a checked copy of what its folder does not have yet; nothing where it has all."""
        return copied.prepare(self.database)

    def write_back(self) -> None:
        """Put what its folder does not have yet there.

        Raises:
            NotWrittenBackError: it could not be written.
            WorkspaceMovedError: what stands there is not ours.
        """
        copied.write_back(self.database)

    def is_uncovered(self) -> bool:
        """Whether it has been written since its newest backup was made, and more can be."""
        is_due = copied.is_behind(self.database) or backup_names.is_due(self.path)
        return is_due and not (self.read_only or self.can_be_made_again)

    def close(self) -> None:
        """Write back what its folder does not have, and let the file go."""
        try:
            self.write_back()
        finally:
            self.database.close()


def has_backups(path: Path) -> bool:
    """Whether there is any backup beside a workspace, or where it stood."""
    return bool(backup_names.kept(path.resolve() if path.is_symlink() else path))
