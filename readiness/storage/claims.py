"""Who works on a copy of a workspace: a note beside the file that all its computers see, and that counts.

A workspace that is worked on through a copy is not held by SQLite's lock, so the note that otherwise only
explains is made by one computer alone. It is never taken away unseen: somebody says so, or deletes it.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from secrets import token_hex
from typing import Final

from readiness import paths
from readiness.errors import WorkspaceClaimedError, WorkspaceInUseError
from readiness.storage.clock import Clock
from readiness.storage.folders import make_flushed, sync_folder
from readiness.storage.lock_note import Holder, note_path, read_body, words_of

_LONGEST_ID: Final = 80


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said it, on which computer, and whether they work on a copy."""

    holder: Holder
    computer: str
    is_for_copy: bool


def claim(place: Path, clock: Clock, *, take_over: bool = False) -> None:
    """Say that this computer works on the workspace.

    Raises:
        WorkspaceClaimedError: another computer does.
        OSError: the note cannot be written.
    """
    note = note_path(place)
    body = words_of(clock) | {"computer": this_computer(), "copy": True}
    content = json.dumps(body).encode("utf-8")
    with suppress(FileExistsError):  # before anything is taken away: of two that come at once one is told
        _make(note, content)
        return
    standing = read(place)
    if standing is not None and _is_anothers(standing) and not take_over:
        raise in_use(place, standing)
    with suppress(FileNotFoundError):
        note.unlink()
    try:
        _make(note, content)
    except FileExistsError as error:  # another was quicker by a moment
        standing = read(place)
        raise in_use(place, standing) if standing is not None else error from error


def read(place: Path) -> Claim | None:
    """Return who says so; whatever is unreadable is nobody."""
    body = read_body(place)
    if body is None:
        return None
    computer = body.get("computer")
    computer = computer[:_LONGEST_ID] if isinstance(computer, str) else ""
    return Claim(Holder.of(body), computer, body.get("copy") is True)


def is_ours(place: Path) -> bool:
    """Whether this computer said that it works on a copy."""
    standing = read(place)
    return standing is not None and standing.is_for_copy and standing.computer == this_computer()


def release(place: Path) -> None:
    """Take the note away, if it is this computer's."""
    with suppress(OSError):
        if is_ours(place):
            note_path(place).unlink()


def refuse_claimed(place: Path) -> None:
    """Refuse to touch a file that somebody works on through a copy.

    Raises:
        WorkspaceInUseError: somebody does.
    """
    standing = read(place)
    if standing is not None and standing.is_for_copy:
        error = in_use(place, standing)
        if not isinstance(error, WorkspaceClaimedError):
            error.remedy = (
                "Open it first, so that what was saved on this computer is written back, and close it."
            )
        raise error


def in_use(place: Path, standing: Claim) -> WorkspaceInUseError:
    """Return the refusal of what somebody else works on."""
    kind = WorkspaceClaimedError if _is_anothers(standing) else WorkspaceInUseError
    error = kind(
        f"{place.name} is open by {standing.holder.in_words()}.",
        safe="Nothing was touched.",
        remedy="Close it there first, or look at its newest backup.",
    )
    if isinstance(error, WorkspaceClaimedError):
        error.if_left = f"If it is open nowhere any more, delete “{note_path(place).name}” beside it."
    return error


def this_computer() -> str:
    """Return what tells this computer, and this person on it, from others: names of computers repeat."""
    file = paths.working_copies() / "computer"
    with suppress(OSError):
        if known := file.read_text(encoding="utf-8", errors="replace")[:_LONGEST_ID]:
            return known
        file.unlink()  # somebody was cut off while they made it
    make_flushed(file.parent)
    with suppress(FileExistsError):
        _make(file, token_hex(16).encode("ascii"))
        sync_folder(file.parent)  # or a power cut makes what this computer said another's
    return file.read_text(encoding="utf-8")[:_LONGEST_ID]


def _is_anothers(standing: Claim) -> bool:
    """Whether another computer's copy is meant; of a file that is open without one, SQLite's lock tells."""
    return standing.is_for_copy and standing.computer != this_computer()


def _make(file: Path, content: bytes) -> None:
    """Write a file that was not there; whoever comes second is told."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        try:
            if os.write(descriptor, content) != len(content):
                raise OSError(ENOSPC, os.strerror(ENOSPC))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise
