"""What a person is told when a workspace cannot be opened, read or written: one sentence each."""

import sqlite3
from errno import ENOSPC
from pathlib import Path
from typing import Final

from readiness.errors import (
    InputError,
    NotAWorkspaceError,
    NotSavedError,
    ReadinessError,
    WorkspaceError,
    WorkspaceInUseError,
    WorkspaceReadOnlyError,
)
from readiness.storage.lock_note import read_note

_OF_THE_DISK: Final = ("disk", "unable to open", "readonly", "interrupted", "out of memory")
"""In what SQLite says of a disk, and not of a file that is damaged."""

_PLAIN: Final = (
    ("malformed", "parts of it do not fit together"),
    ("not a database", "it is not made as workspaces are"),
    ("disk I/O error", "the disk does not do what it is asked"),
    ("is full", "the disk is full"),
    ("unable to open", "the file or its folder cannot be reached"),
)
_LONGEST: Final = 160


def not_a_workspace(path: Path, why: str, details: str = "") -> NotAWorkspaceError:
    """Return the refusal of a file that is none of ours, or damaged."""
    return NotAWorkspaceError(
        f"{path.name} is not a Readiness workspace, or it is damaged: {_plain(why)}.",
        safe="Nothing was touched.",
        remedy="Open another file.",
        details=details,
    )


def too_old_to_read(path: Path) -> WorkspaceReadOnlyError:
    """Return the refusal of an older file where it cannot be written."""
    return WorkspaceReadOnlyError(
        f"{path.name} was written by an older Readiness and must be brought up to date first.",
        safe="Nothing was touched.",
        remedy="Copy it to a folder that you may write, and open the copy.",
    )


def not_opened(path: Path, error: Exception) -> WorkspaceError:
    """Return why SQLite did not open it."""
    if _is_locked(error):
        return _in_use(path, error)
    if is_no_text(error):
        return not_a_workspace(path, "a text in it cannot be read")
    if isinstance(error, sqlite3.OperationalError) and any(word in str(error) for word in _OF_THE_DISK):
        return WorkspaceError(
            f"{path.name} cannot be opened: {in_words(error)}.",
            safe="Nothing was touched.",
            remedy="Check the disk it is on, or copy the file elsewhere and open the copy.",
            details=repr(error),
        )
    return not_a_workspace(path, in_words(error), repr(error))


def not_read(path: Path, error: Exception) -> WorkspaceError:
    """Return why something of it could not be read."""
    if _is_locked(error):
        return _in_use(path, error)
    why = "a text in it is damaged" if is_no_text(error) else in_words(error)
    return WorkspaceError(
        f"{path.name} could not be read: {why}.",
        safe="Nothing was changed.",
        remedy="Check the disk it is on and open it again, or open a backup.",
        details="" if is_no_text(error) else repr(error),
    )


def not_saved(path: Path, error: sqlite3.Error) -> NotSavedError:
    """Return why a change is not on disk."""
    text = str(error)
    why = "The disk is full" if "full" in text else f"{path.name} could not be written: {in_words(error)}"
    return NotSavedError(
        f"{why}.",
        safe="Everything saved before is safe; this change is kept in the window.",
        remedy="Make room or reconnect the disk and try again, or save to another place.",
        details=repr(error),
    )


def not_storable(error: Exception) -> ReadinessError:
    """Return the refusal of a text that no database can hold."""
    return InputError(
        "A text has a character that cannot be stored, or is far too long.",
        safe="Nothing was changed.",
        remedy="Type it again, or shorten it.",
        details=repr(error),
    )


def is_no_text(error: Exception) -> bool:
    """Whether bytes that should be text are none; such an error holds what was typed, so it is not shown."""
    return isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)


def in_words(error: Exception) -> str:
    """Return what SQLite or the system says as somebody would say it who has never heard of either."""
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return "the disk is full"
    said = str(getattr(error, "strerror", None) or error)
    return next((words for raw, words in _PLAIN if raw in said), _plain(said))


def _plain(why: str) -> str:
    """Return what SQLite said as one short line: it quotes names out of a file that nobody has looked at."""
    line = " ".join(why.replace("*** in database main ***", "").split())
    shown = "".join(char if char.isprintable() else "?" for char in line[:_LONGEST])
    return f"{shown}…" if len(line) > _LONGEST else shown


def _is_locked(error: Exception) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _in_use(path: Path, error: Exception) -> WorkspaceInUseError:
    holder = read_note(path)
    who = f"by {holder.in_words()}" if holder else "in another window or program"
    return WorkspaceInUseError(
        f"{path.name} is open {who}.",
        safe="Nothing was touched.",
        remedy="Close it there first, or look at its newest backup.",
        details=repr(error),
    )
