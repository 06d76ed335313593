"""Who holds a workspace, in words beside it. It explains; the lock itself is SQLite's."""

import getpass
import json
import os
import socket
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

from readiness.domain.quarter_days import MONTHS
from readiness.storage.clock import Clock, stamp

_MOST: Final = 2000


@dataclass(frozen=True, slots=True)
class Holder:
    """The one who has it open."""

    user: str
    host: str
    since: str

    @classmethod
    def of(cls, body: dict[str, Any]) -> Self:
        """Return who a note names."""
        return cls(_plain(body["user"], 60), _plain(body["host"], 60), _plain(body["since"], 30))

    def in_words(self) -> str:
        """Return “Ann on HOST since 10 Sep, 10:02”, as the clock of this computer says it."""
        return f"{self.user} on {self.host} since {_local(self.since)}"


def _local(since: str) -> str:
    """Return a moment in local words; what is none stays as it stands in the note."""
    try:
        at = datetime.fromisoformat(since).astimezone()
    except (ValueError, OverflowError, OSError):
        return since
    return f"{at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"


def note_path(workspace: Path) -> Path:
    """Return where the note of a workspace stands."""
    return workspace.with_name(f".{workspace.name}.open")


def write_note(workspace: Path, clock: Clock) -> None:
    """Say who holds it. A note that cannot be written is no reason not to work."""
    note = note_path(workspace)
    with suppress(OSError):
        # Whatever stands there may be a link to a file of somebody's, or a pipe: it goes, and is not written.
        note.unlink(missing_ok=True)
        with note.open("x", encoding="utf-8") as file:
            file.write(json.dumps(words_of(clock)))


def words_of(clock: Clock) -> dict[str, object]:
    """Return what a note says of whoever writes it."""
    return {"user": _user(), "host": socket.gethostname(), "pid": os.getpid(), "since": stamp(clock())}


def remove_note(workspace: Path) -> None:
    """Take the note away at the end."""
    with suppress(OSError):
        note_path(workspace).unlink()


def read_note(workspace: Path) -> Holder | None:
    """Return who said they hold it; whatever is unreadable is nobody."""
    body = read_body(workspace)
    return None if body is None else Holder.of(body)


def read_body(workspace: Path) -> dict[str, Any] | None:
    """Return what the note says; whatever names nobody says nothing."""
    try:
        note = note_path(workspace)
        if not stat.S_ISREG(note.lstat().st_mode):  # at a pipe one would wait for ever
            return None
        with note.open(encoding="utf-8") as file:
            body = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return None
    names_somebody = isinstance(body, dict) and {"user", "host", "since"} <= body.keys()
    return body if names_somebody else None


def _plain(text: object, most: int) -> str:
    """Return a text from outside so that it stays one line of a sentence."""
    return "".join(char if char.isprintable() else "?" for char in str(text)[:most])


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
