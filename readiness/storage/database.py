"""One workspace, one connection: held, read and written whole (rulings 23 to 26). ``opening`` makes them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from readiness.errors import WorkspaceMovedError, WorkspaceReadOnlyError
from readiness.storage.file_checks import Identity, LastWrite, hold, identity_of, last_write, release
from readiness.storage.lock_note import remove_note
from readiness.storage.refusals import not_read, not_saved, not_storable
from readiness.storage.surroundings import tells_last_write
from readiness.storage.working_copy import WorkingCopy

_Standing = tuple[object, ...]
_STANDING: Final = (
    "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'seals'), (SELECT max(sequence) FROM trail),"
    " (SELECT max(id) FROM assessments)"
)
"""What grows with every change that must not be made twice."""


class Database:
    """An open file; used from one thread at a time."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        identity: Identity,
        *,
        read_only: bool,
        file: Path | None = None,
    ) -> None:
        self.path = path
        """What the workspace is called, and where it lies for people."""
        self.file = file or path
        """What SQLite has open: that, or a working copy of it."""
        self.copy: WorkingCopy | None = None
        self.on_written: Callable[[], object] | None = None
        """Hears in this thread that something was written."""
        self.connection = connection
        self.read_only = read_only
        self.notices: list[str] = []
        self.is_closed = False
        self._identity = identity
        self._afterwards: list[Callable[[], object]] = []
        self._watches = not read_only and tells_last_write(self.file)
        self._left: LastWrite | None = None
        hold(identity)
        self.note_written()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write everything inside or nothing.

        Raises:
            WorkspaceReadOnlyError: it was opened for reading.
            WorkspaceMovedError: another file stands at its path now.
            NotSavedError: the disk refused; nothing of this is kept, everything before is.
            InputError: a text that no database holds.
        """
        self.check_in_place()
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            before = self._standing()
            yield self.connection
            self._commit(before)
        except sqlite3.IntegrityError:
            self._roll_back()
            raise
        except (sqlite3.DataError, UnicodeEncodeError, OverflowError) as error:
            self._roll_back()
            raise not_storable(error) from error
        except sqlite3.Error as error:
            self._roll_back()
            raise not_saved(self.path, error) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self.note_written()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read, and say it in a sentence where that fails.

        Raises:
            WorkspaceError: the file cannot be read, or says what no answer can be.
        """
        try:
            yield self.connection
        except (sqlite3.Error, ValueError, TypeError, LookupError, RecursionError) as error:
            raise not_read(self.path, error) from error

    def check_in_place(self) -> None:
        """Refuse to write where the file is not the one that was opened."""
        if self.read_only:
            raise WorkspaceReadOnlyError(
                f"{self.path.name} is open for reading only.",
                safe="What it holds is untouched.",
                remedy="Save a copy somewhere you may write, and go on there.",
            )
        if not self._is_in_place():
            raise WorkspaceMovedError(
                f"{self.path.name} was replaced or taken away while it was open.",
                safe="Nothing was written over it; your latest answers are still in this window.",
                remedy="Save them to a new file.",
            )
        if self._watches and last_write(self.file) != self._left:
            raise WorkspaceMovedError(
                f"Another program has written into {self.path.name} while it was open, "
                "as when a backup is copied over it.",
                safe="Nothing more was written into it; your latest answers are still in this window.",
                remedy="Save them to a new file.",
            )

    def note_written(self) -> None:
        """Remember how the file was left, so that another hand in it is seen before the next change."""
        self._left = last_write(self.file) if self._watches else None
        if self.on_written is not None:
            self.on_written()

    def when_closed(self, then: Callable[[], object]) -> None:
        """Do something once the file has been let go."""
        self._afterwards.append(then)

    def work_on(self, copy: WorkingCopy, *, is_in_step: bool) -> None:
        """Say that the file is a working copy, and whether the workspace's folder has all that is in it."""
        self.copy = copy
        if is_in_step:
            copy.written_back = self.connection.total_changes

    @property
    def is_in_step(self) -> bool:
        """Whether the workspace's folder has everything that was saved."""
        return self.copy is None or self.copy.written_back == self.connection.total_changes

    def close(self, *, is_needed: bool = True) -> None:
        """Let the file go; a working copy stays where the folder lacks some of it and somebody needs that."""
        self.is_closed = True
        is_needed = is_needed and not self.is_in_step
        if not self.read_only and self._is_in_place():
            remove_note(self.file)
        self.connection.close()
        release(self._identity)
        if self.copy is not None:
            self.copy.end(is_needed=is_needed)
        while self._afterwards:
            self._afterwards.pop()()

    def _commit(self, before: _Standing) -> None:
        """Commit; where that fails, look before it is said: a disk may have failed after the deed.

        What stands then is made to last by one more commit. What cannot be told apart counts as not saved,
        and writing it again changes nothing.
        """
        written = self._standing()
        try:
            self.connection.execute("COMMIT")
        except sqlite3.Error:
            self._roll_back()
            if written == before or self._standing() != written:
                raise
            self._commit_once_more()

    def _standing(self) -> _Standing:
        return tuple(self.connection.execute(_STANDING).fetchone())

    def _commit_once_more(self) -> None:
        """Write the first page as it is: the disk has to take that, and all before it, now."""
        number = self.connection.execute("PRAGMA user_version").fetchone()[0]
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(f"PRAGMA user_version = {number}")
        self.connection.execute("COMMIT")

    def _is_in_place(self) -> bool:
        return identity_of(self.file) == self._identity

    def _roll_back(self) -> None:
        """Undo; where SQLite has done so by itself, or cannot now, its journal does at the next opening."""
        if self.connection.in_transaction:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
