"""Backups: a verified copy under its final name, or none (promise 10)."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from readiness.errors import OutputError
from readiness.storage import seals
from readiness.storage.clock import Clock, now
from readiness.storage.database import Database
from readiness.storage.schema import DDL

RECENT: Final = 10
DAILY: Final = 12
WEEKLY: Final = 10
_PART: Final = ".part"
_COUNTED: Final = ("systems", "assessments", "answers", "trail", "seals", "questionnaires")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was opened, checked and counted before it got its name."""

    path: Path
    made_at: datetime


def backup_folder(workspace: Path) -> Path:
    """Return where a workspace's backups are kept."""
    return workspace.with_name(f"{workspace.stem} backups")


def back_up(database: Database, clock: Clock = now) -> Backup:
    """Make a backup in the workspace's own folder of them, and thin the old ones.

    Raises:
        OutputError: no verified copy could be made; older ones are kept.
    """
    moment = clock()
    folder = backup_folder(database.path)
    sequence = 1 + max((_sequence(path) for path in _kept(folder)), default=0)
    name = f"{database.path.stem} {sequence:06d} {moment:%Y-%m-%d %H%M}.readiness"
    copy_to(database, folder / name)
    _thin(folder)
    return Backup(path=folder / name, made_at=moment)


def copy_to(database: Database, target: Path) -> None:
    """Write a verified copy of the workspace.

    Raises:
        OutputError: it could not be made; what stood at the target is untouched.
    """
    if target.exists():
        raise OutputError(
            f"There is already a file at {target}.", safe="It is untouched.", remedy="Choose another name."
        )
    part = target.with_name(f".{target.name}{_PART}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        database.connection.execute("VACUUM INTO ?", (str(part),))
        _verify(part, _figures(database.connection))
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(
            f"No backup could be made: {error}.",
            safe="The workspace and its older backups are untouched.",
            remedy="Make room, or choose another folder.",
            details=repr(error),
        ) from error


def newest(workspace: Path) -> Path | None:
    """Return the newest backup of a workspace."""
    kept = _kept(backup_folder(workspace))
    return max(kept, key=_sequence, default=None)


def _figures(connection: sqlite3.Connection) -> list[int]:
    return [int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in _COUNTED]  # noqa: S608 - names of our own


def _verify(part: Path, expected: list[int]) -> None:
    connection = sqlite3.connect(f"{part.as_uri()}?mode=ro", uri=True)
    try:
        found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        whole = {sql for sql in found if not sql.startswith("CREATE TABLE sqlite_")} == set(DDL)
        if not (sound and whole and _figures(connection) == expected and seals.verify(connection).ok):
            msg = "the copy does not say the same as the workspace"
            raise sqlite3.DatabaseError(msg)
    finally:
        connection.close()


def _kept(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.readiness") if _sequence(path)]


def _sequence(path: Path) -> int:
    """Return the running number in the name: order does not hang on clocks or file times."""
    words = path.stem.split()
    return next((int(word) for word in reversed(words) if len(word) == 6 and word.isdigit()), 0)  # noqa: PLR2004 - as named above


def _thin(folder: Path) -> None:
    kept = sorted(_kept(folder), key=_sequence, reverse=True)
    wanted = set(kept[:RECENT])
    wanted |= (
        set(_one_each(kept, 10, DAILY)) | set(_one_each(kept, -1, WEEKLY)) | set(_one_each(kept, 7, 10_000))
    )
    for path in kept:
        if path not in wanted:
            with suppress(OSError):
                path.unlink()


def _one_each(newest_first: Iterable[Path], digits: int, most: int) -> list[Path]:
    """Keep the newest of each day (10 digits of the date), week (-1) or quarter's month (7)."""
    found: dict[str, Path] = {}
    for path in newest_first:
        date = path.stem.split()[-2]
        key = _week(date) if digits < 0 else date[:digits]
        found.setdefault(key, path)
    return list(found.values())[:most]


def _week(date: str) -> str:
    try:
        year, week, _ = datetime.fromisoformat(date).isocalendar()
    except ValueError:
        return date
    return f"{year}-{week}"


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
