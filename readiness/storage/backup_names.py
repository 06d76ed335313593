"""How backups are named, ordered and thinned. The running number orders them, so no clock can mislead."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal

RECENT: Final = 10
DAILY: Final = 12
WEEKLY: Final = 10
_NAME: Final = re.compile(
    r"(.+) ([0-9]{6,12}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([01][0-9]|2[0-3])([0-5][0-9])"
    r"(?: ([a-z-]{1,20}))?\.readiness"
)

_FIRST: Final = 1970
_LAST: Final = 9998
"""Years whose days every zone of the world can tell."""

Why = Literal["", "asked", "sealed", "before-update", "before-import", "before-restore"]
"""What a backup was made for, as its name ends; nothing for the usual one, after changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup by its name: its number, the UTC minute in which it was made, and what it was made for."""

    path: Path
    number: int
    made_on: date
    made_at: str
    why: str = ""


def backup_folder(workspace: Path) -> Path:
    """Return where a workspace's backups are kept."""
    return workspace.with_name(f"{workspace.stem} backups")


def backup_name(workspace: Path, moment: datetime, why: Why = "") -> Path:
    """Return where the next backup goes.

    Raises:
        OSError: the folder cannot be read, so that its numbers are not known.
    """
    folder = backup_folder(workspace)
    number = 1 + max((one.number for one in listed(folder, workspace.stem)), default=0)
    ending = f" {why}" if why else ""
    return folder / f"{workspace.stem} {number:06d} {moment:%Y-%m-%d %H%M}{ending}.readiness"


def kept(workspace: Path) -> list[Kept]:
    """Return a workspace's backups, newest first: none where the folder cannot be read."""
    return kept_in(backup_folder(workspace), workspace.stem)


def kept_in(folder: Path, stem: str) -> list[Kept]:
    """Return the backups in a folder of a workspace of that name: none where it cannot be read."""
    try:
        return listed(folder, stem)
    except OSError:
        return []


def replaced(workspace: Path) -> list[Path]:
    """Return the files that a backup took the place of, kept beside the workspace."""
    try:
        return [one for one in sorted(workspace.parent.iterdir()) if _is_replaced(one, workspace.stem)]
    except OSError:
        return []


def _is_replaced(path: Path, stem: str) -> bool:
    return path.suffix == ".readiness" and path.name.startswith(f"{stem} replaced ")


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


def listed(folder: Path, stem: str) -> list[Kept]:
    """Return what is in a folder, newest first; other files in it are not ours to count.

    Raises:
        OSError: it cannot be read.
    """
    if not folder.exists():
        return []
    read = (_read(path) for path in folder.iterdir() if path.name.startswith(f"{stem} "))
    return sorted((one for one in read if one is not None), key=lambda one: one.number, reverse=True)


def _read(path: Path) -> Kept | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    try:
        day = date.fromisoformat(parts[3])
    except ValueError:
        return None
    if not _FIRST <= day.year <= _LAST:
        return None
    made_at = f"{parts[3]}T{parts[4]}:{parts[5]}:00Z"
    return Kept(path=path, number=int(parts[2]), made_on=day, made_at=made_at, why=parts[6] or "")
