"""How backups are named, ordered and thinned. The running number orders them, so no clock can mislead."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
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


def is_due(workspace: Path) -> bool:
    """Whether the file has been written since its newest backup was made, as after a crash.

    A backup bears the date of what it was made of: a clock that was set back misleads nobody.
    """
    newest = next((one.path for one in kept(workspace)), None)
    try:
        return newest is None or workspace.stat().st_mtime_ns != newest.stat().st_mtime_ns
    except OSError:
        return False


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


def superfluous(backups: list[Kept]) -> list[Kept]:
    """Return the backups to let go: all but the recent, one a day, one a week and one a quarter for ever.

    They come newest first, by number. A clock that was set back brings a quarter a second time: what was kept
    of it when it was first there stays.
    """
    wanted = {
        one.path.name
        for chosen in (
            backups[:RECENT],
            _one_each(backups, lambda day: day)[:DAILY],
            _one_each(backups, lambda day: day.isocalendar()[:2])[:WEEKLY],
            [next(run) for _, run in groupby(backups, lambda one: _quarter(one.made_on))],
        )
        for one in chosen
    }
    return [one for one in backups if one.path.name not in wanted]


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _one_each(backups: Iterable[Kept], span: Callable[[date], object]) -> list[Kept]:
    found: dict[object, Kept] = {}
    for one in backups:
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
    return newest_first(one for one in read if one is not None)


def by_name(folder: Path) -> dict[str, list[Kept]]:
    """Return the backups in a folder, newest first, by the name of the workspace that they are of.

    Raises:
        OSError: it cannot be read.
    """
    found: dict[str, list[Kept]] = {}
    for path in folder.iterdir():
        parts, one = _NAME.fullmatch(path.name), _read(path)
        if parts is not None and one is not None:
            found.setdefault(parts[1], []).append(one)
    return {name: newest_first(backups) for name, backups in found.items()}


def newest_first(backups: Iterable[Kept]) -> list[Kept]:
    """Return them by their numbers; two of one number, of places that did not know each other, by time."""
    return sorted(backups, key=lambda one: (one.number, one.made_at), reverse=True)


def numbered(one: Kept, number: int) -> Path:
    """Return where a backup would be under another number."""
    before, after = f" {one.number:06d} ", f" {number:06d} "
    stem, _, rest = one.path.name.rpartition(before)
    return one.path.with_name(f"{stem}{after}{rest}")


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
