"""How backups are named, ordered and thinned. The running number orders them, so no clock can mislead."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

RECENT: Final = 10
DAILY: Final = 12
WEEKLY: Final = 10
_NAME: Final = re.compile(r"(.+) ([0-9]{6,}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2})([0-9]{2})\.readiness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup by its name: its number, and the UTC minute in which it was made."""

    path: Path
    number: int
    made_on: date
    made_at: str


def backup_folder(workspace: Path) -> Path:
    """Return where a workspace's backups are kept."""
    return workspace.with_name(f"{workspace.stem} backups")


def backup_name(workspace: Path, moment: datetime) -> Path:
    """Return where the next backup goes.

    Raises:
        OSError: the folder cannot be read, so that its numbers are not known.
    """
    number = 1 + max((one.number for one in _listed(workspace)), default=0)
    return backup_folder(workspace) / f"{workspace.stem} {number:06d} {moment:%Y-%m-%d %H%M}.readiness"


def kept(workspace: Path) -> list[Kept]:
    """Return a workspace's backups, newest first: none where the folder cannot be read."""
    try:
        return _listed(workspace)
    except OSError:
        return []


def superfluous(newest_first: list[Kept]) -> list[Kept]:
    """Return the backups to let go: all but the recent, one a day, one a week and one a quarter for ever."""
    wanted = {
        one.number
        for chosen in (
            newest_first[:RECENT],
            _one_each(newest_first, lambda day: day)[:DAILY],
            _one_each(newest_first, lambda day: day.isocalendar()[:2])[:WEEKLY],
            _one_each(newest_first, lambda day: (day.year, (day.month - 1) // 3)),
        )
        for one in chosen
    }
    return [one for one in newest_first if one.number not in wanted]


def _one_each(newest_first: Iterable[Kept], span: Callable[[date], object]) -> list[Kept]:
    found: dict[object, Kept] = {}
    for one in newest_first:
        found.setdefault(span(one.made_on), one)
    return list(found.values())


def _listed(workspace: Path) -> list[Kept]:
    """Return what is in the folder, newest first; other files in it are not ours to count."""
    folder = backup_folder(workspace)
    if not folder.exists():
        return []
    read = (_read(path) for path in folder.iterdir() if path.name.startswith(f"{workspace.stem} "))
    return sorted((one for one in read if one is not None), key=lambda one: one.number, reverse=True)


def _read(path: Path) -> Kept | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    try:
        day = date.fromisoformat(parts[3])
    except ValueError:
        return None
    return Kept(path=path, number=int(parts[2]), made_on=day, made_at=f"{parts[3]}T{parts[4]}:{parts[5]}:00Z")
