"""Folders of backups wherever they lie: found by what is in them, told apart by a note of ours.

A second place has a folder for each computer and file. Whoever lost one of the two looks for the other's.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from platform import node
from typing import Final
from unicodedata import normalize

from readiness.errors import WorkspaceError
from readiness.storage.backup_names import Kept, by_name
from readiness.storage.folders import drop, part_of, sync_file
from readiness.storage.second_place import second_folder

NOTE: Final = "Whose backups these are.txt"
_WORDS: Final = "Backups that Readiness made. In Readiness: Restore from a backup place…"
_COMPUTER, _WORKSPACE = "Computer: ", "Workspace: "
_MOST: Final = 10_000
"""Bytes of a note."""

_DEPTH: Final = 2
_FOLDERS: Final = 2000
"""Folders that are looked into: somebody may name a whole disk."""

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The backups of one workspace in one folder, and whose they are where that is known."""

    folder: Path
    name: str
    backups: tuple[Kept, ...]
    computer: str = ""
    workspace: str = ""

    @property
    def made_at(self) -> str:
        """When the newest of them was made, by its name."""
        return self.backups[0].made_at


def write_note(folder: Path, workspace: Path) -> None:
    """Say in a folder whose backups it holds. One that cannot be written is no reason to keep none."""
    text = f"{_WORDS}\n{_COMPUTER}{_line(node())}\n{_WORKSPACE}{_line(str(workspace.absolute()))}\n"
    if not folder.is_dir() or _text(folder) == text:
        return
    part = part_of(folder / NOTE)
    try:
        part.write_text(text, "utf-8", newline="\n")
        sync_file(part)
        part.replace(folder / NOTE)
    except OSError:
        drop(part)


def sources_in(place: Path, stop: Stop = lambda: False) -> list[Source]:
    """Return every folder of backups in a place, or that it is, the newest first.

    Raises:
        WorkspaceError: it cannot be read.
    """
    try:
        found = list(_sources(place))
    except OSError as error:
        raise WorkspaceError(
            f"{place} cannot be read: {error.strerror}.",
            remedy="Connect its disk, or choose another folder.",
            details=repr(error),
        ) from error
    for looked, folder in enumerate(_folders_below(place, _DEPTH)):
        if stop() or looked >= _FOLDERS:
            break
        with suppress(OSError):
            found += _sources(folder)
    return sorted(found, key=lambda source: source.made_at, reverse=True)


def others_of(workspace: Path, place: Path, stop: Stop = lambda: False) -> list[Source]:
    """Return what a second place holds under a workspace's name besides its own folder, the newest first."""
    own, name = second_folder(workspace, place), _folded(workspace.stem)
    with suppress(WorkspaceError):
        return [one for one in sources_in(place, stop) if one.folder != own and _folded(one.name) == name]
    return []


def _sources(folder: Path) -> Iterator[Source]:
    found = by_name(folder)
    told = _told(folder) if found else {}
    for name, backups in found.items():
        yield Source(
            folder=folder,
            name=name,
            backups=tuple(backups),
            computer=told.get(_COMPUTER, ""),
            workspace=told.get(_WORKSPACE, ""),
        )


def _folders_below(place: Path, depth: int) -> Iterator[Path]:
    """Yield the nearest first; links are not followed."""
    below: list[Path] = []
    with suppress(OSError), os.scandir(place) as entries:
        below = [Path(one.path) for one in entries if one.is_dir(follow_symlinks=False)]
    yield from below
    if depth > 1:
        for folder in below:
            yield from _folders_below(folder, depth - 1)


def _told(folder: Path) -> dict[str, str]:
    lines = _text(folder).splitlines()
    return {
        word: _line(line.removeprefix(word))
        for word in (_COMPUTER, _WORKSPACE)
        for line in lines
        if line.startswith(word)
    }


def _text(folder: Path) -> str:
    note = folder / NOTE
    try:
        if not note.is_file():  # a pipe would never end
            return ""
        with note.open("rb") as file:
            return file.read(_MOST).decode("utf-8", "replace")
    except OSError:
        return ""


def _line(text: str) -> str:
    """Return a text from outside so that it stays one line, and nothing turns what follows it around."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()
