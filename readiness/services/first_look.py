"""The first look at a workspace: open it and list what is in it, before anything of the domain is loaded.

Home paints from this; :mod:`readiness.services.assessing` takes over the same open file afterwards.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from readiness.storage import backup_names, due, reading
from readiness.storage.clock import Clock, now
from readiness.storage.database import Database
from readiness.storage.due import DueLine, RoundLine
from readiness.storage.opening import create_database, open_database
from readiness.storage.reading import SystemLine

__all__ = ["Due", "DueLine", "OpenFile", "RoundLine", "SystemLine", "has_backups"]


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
    def open(cls, path: Path, clock: Clock = now) -> Self:
        """Open a workspace that exists.

        Raises:
            ReadinessError: it cannot be opened as asked; it is untouched.
        """
        return cls(open_database(path, clock))

    @classmethod
    def create(cls, path: Path, clock: Clock = now) -> Self:
        """Make an empty workspace and open it.

        Raises:
            OutputError: something stands there, or nothing can be made there.
        """
        return cls(create_database(path, clock))

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

    def is_uncovered(self) -> bool:
        """Whether it has been written since its newest backup was made, and more can be."""
        return not (self.read_only or self.can_be_made_again) and backup_names.is_due(self.path)

    def close(self) -> None:
        """Let the file go."""
        self.database.close()


def has_backups(path: Path) -> bool:
    """Whether there is any backup beside a workspace, or where it stood."""
    return bool(backup_names.kept(path.resolve() if path.is_symlink() else path))
