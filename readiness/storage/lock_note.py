"""Who holds a workspace, in words beside it. It explains; the lock itself is SQLite's."""

import getpass
import json
import os
import socket
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.storage.clock import Clock, stamp

_MOST: Final = 2000


@dataclass(frozen=True, slots=True)
class Holder:
    """The one who has it open."""

    user: str
    host: str
    since: str

    def in_words(self) -> str:
        """Return “Ann on HOST since 2026-09-10 10:02 UTC”."""
        return f"{self.user} on {self.host} since {self.since[:10]} {self.since[11:16]} UTC"


def note_path(workspace: Path) -> Path:
    """Return where the note of a workspace stands."""
    return workspace.with_name(f".{workspace.name}.open")


def write_note(workspace: Path, clock: Clock) -> None:
    """Say who holds it. A note that cannot be written is no reason not to work."""
    body = {"user": _user(), "host": socket.gethostname(), "pid": os.getpid(), "since": stamp(clock())}
    note = note_path(workspace)
    with suppress(OSError):
        # Whatever stands there may be a link to a file of somebody's, or a pipe: it goes, and is not written.
        note.unlink(missing_ok=True)
        with note.open("x", encoding="utf-8") as file:
            file.write(json.dumps(body))


def remove_note(workspace: Path) -> None:
    """Take the note away at the end."""
    with suppress(OSError):
        note_path(workspace).unlink()


def read_note(workspace: Path) -> Holder | None:
    """Return who said they hold it; whatever is unreadable is nobody."""
    try:
        note = note_path(workspace)
        if not stat.S_ISREG(note.lstat().st_mode):  # at a pipe one would wait for ever
            return None
        with note.open(encoding="utf-8") as file:
            body = json.loads(file.read(_MOST))
        return Holder(_plain(body["user"], 60), _plain(body["host"], 60), _plain(body["since"], 30))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _plain(text: object, most: int) -> str:
    """Return a text from outside so that it stays one line of a sentence."""
    return "".join(char if char.isprintable() else "?" for char in str(text)[:most])


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
