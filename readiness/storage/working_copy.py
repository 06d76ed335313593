"""A working copy: a workspace on a network drive or in a synced folder is worked on here (promise 7).

What is saved is on this computer's disk at once, under the same settings as every workspace. From time to
time the whole of it is written back in one step. What stands in the folder is replaced only as long as it is
what this computer found or put there; what somebody else put there is never written over.

Nothing stays here that is in the folder as well: a copy goes once it is written back. One that is still here
when a workspace is opened holds what was saved after that, as after a crash or a lost connection.
"""

import hashlib
import os
import socket
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EEXIST
from pathlib import Path
from threading import Lock
from typing import Final

from readiness import paths
from readiness.errors import NotWrittenBackError, OutputError, WorkspaceInUseError, WorkspaceMovedError
from readiness.storage import claims
from readiness.storage.agreed import Agreed, note, noted_in
from readiness.storage.carrying import carried, hash_of
from readiness.storage.clock import Clock
from readiness.storage.folders import drop, make_flushed, part_of, sweep, sync_folder
from readiness.storage.leftovers import is_hot, journal_of
from readiness.storage.lock_note import read_note
from readiness.storage.refusals import in_words

_KEY: Final = 16
_LONGEST_HOST: Final = 30
_LONGEST_STEM: Final = 130


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A checked copy on its way to the folder, its hash, and how many changes of this session it holds."""

    part: Path
    hash: str
    changes: int


@dataclass(slots=True)
class WorkingCopy:
    """The copy of one workspace on this computer."""

    place: Path
    clock: Clock
    written_back: int = -1
    """How many changes of this session the folder has; -1 where it lacks earlier ones."""

    _lock: sqlite3.Connection | None = None
    _one_at_a_time: Lock = field(default_factory=Lock)

    @property
    def folder(self) -> Path:
        """The folder on this computer that belongs to the workspace."""
        return paths.working_copies() / hashlib.sha256(os.fsencode(self.place)).hexdigest()[:_KEY]

    @property
    def file(self) -> Path:
        """The file that is worked on."""
        return self.folder / self.place.name

    @property
    def _state(self) -> Path:
        return self.folder / "state.json"

    def is_left(self) -> bool:
        """Whether something is here that the folder may not have; what one may not look at is another's."""
        with suppress(PermissionError):
            return self.file.exists()
        return False

    def is_away(self) -> bool:
        """Whether nothing is there: a drive that is not connected looks like a file that was taken away."""
        with suppress(OSError):  # what a drive says that has lost its server
            return not self.place.is_file()
        return True

    def hold(self) -> None:
        """Take the right to work on it: SQLite's lock on an empty file, which a crash lets go.

        Raises:
            WorkspaceInUseError: another window or program of this computer does.
            OutputError: nothing can be kept on this computer.
        """
        try:
            make_flushed(self.folder, 0o700)
            claims.this_computer()
            self._lock = _locked(self.folder)
        except (OSError, sqlite3.Error) as error:
            raise self._not_here(error) from error
        if self._lock is None:
            raise self._in_use()
        sweep(self.folder)

    def let_go(self) -> None:
        """Give the right up; what is here stays."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def take(self) -> None:
        """Copy what stands in the folder to here.

        Raises:
            OutputError: it cannot be read, or there is no room here.
        """
        part = part_of(self.file)
        try:
            _refuse_to_replace(self.file)
            note(self._state, Agreed(str(self.place), carried(self.place, part)))
            part.rename(self.file)
            sync_folder(self.folder)
        except OSError as error:
            drop(part)
            raise self._not_here(error) from error

    def discard(self) -> None:
        """Take away what is here: the folder has it, or nobody needs it."""
        with suppress(OSError):  # the note last: a file without one would count as never written back
            self.file.unlink(missing_ok=True)
            journal_of(self.file).unlink(missing_ok=True)
            sync_folder(self.folder)
            self._state.unlink(missing_ok=True)

    def end(self, *, is_needed: bool) -> None:
        """Finish the work on it; what the folder does not have stays here, and so does the note there."""
        with self._one_at_a_time:
            if not is_needed:
                self.discard()
                claims.release(self.place)
            self.let_go()

    def is_as_taken(self) -> bool:
        """Whether what is left here was never changed."""
        return not is_hot(journal_of(self.file)) and self.agreed().base == hash_of(self.file)

    def is_known(self, agreed: Agreed) -> bool:
        """Whether the folder has what this computer last found or put there, and nobody is changing it."""
        return not is_hot(journal_of(self.place)) and agreed.knows(hash_of(self.place))

    def agreed(self) -> Agreed:
        """Return what was noted last; where that says nothing, nothing in the folder counts as known."""
        return noted_in(self._state) or Agreed(str(self.place), "")

    def others_left(self) -> list[str]:
        """Return where workspaces of this name lie of which something is left here that nobody works on.

        It may be the same one, found by another way: as another drive, or in a folder that was moved.
        """
        with suppress(OSError):
            folders = [one for one in self.folder.parent.iterdir() if one != self.folder]
            return sorted(place for folder in folders if (place := _left_in(folder, self.place.name)))
        return []

    def write_back(self, outgoing: Outgoing) -> None:
        """Put a checked copy in the folder in one step. It may take long, and needs no database.

        One that comes late, after a newer one or after the end, is nothing to put there any more.

        Raises:
            NotWrittenBackError: it could not be written; what stands there is as it was.
            WorkspaceMovedError: what stands there is not ours; it is not written over.
        """
        with self._one_at_a_time:
            try:
                if self._lock is not None and outgoing.changes > self.written_back:
                    self._put(outgoing)
                    self.written_back = outgoing.changes
            except OSError as error:
                raise self._not_written_back(error) from error
            finally:
                drop(outgoing.part)

    def keep_beside(self, outgoing: Outgoing) -> Path | None:
        """Put what was never written back under a name of its own in the folder; return which.

        Nothing where the folder had it all.

        Raises:
            NotWrittenBackError: it could not be written; it is still here.
        """
        try:
            if self.agreed().base == outgoing.hash:
                return None
            beside = self._free_name()
            self._copy_to(beside, outgoing)
            sync_folder(beside.parent)
        except OSError as error:
            raise self._not_written_back(error) from error
        finally:
            drop(outgoing.part)
        return beside

    def _put(self, outgoing: Outgoing) -> None:
        agreed = self.agreed()
        stands = self._ours_in_the_folder(agreed)
        self._claim_anew()
        if stands != outgoing.hash:
            note(self._state, Agreed(agreed.place, stands, outgoing.hash))
            self._copy_to(self.place, outgoing, Agreed(agreed.place, stands))
        sync_folder(self.place.parent)  # or a power cut could bring back what was there, and nothing is here
        note(self._state, Agreed(agreed.place, outgoing.hash))

    def _copy_to(self, target: Path, outgoing: Outgoing, only_over: Agreed | None = None) -> None:
        part = part_of(target)
        try:
            if carried(outgoing.part, part, self.place) != outgoing.hash or hash_of(part) != outgoing.hash:
                raise OSError(None, "it did not arrive as it is")
            # It took a while: is the name still what it was?
            if only_over is None and os.path.lexists(target):
                raise FileExistsError(EEXIST, os.strerror(EEXIST))
            if only_over is not None:
                self._claim_anew()
                self._ours_in_the_folder(only_over)
            part.replace(target)
        finally:
            drop(part)

    def _claim_anew(self) -> None:
        """See that the note still is ours; where it went, write it again."""
        standing = claims.read(self.place)
        if standing is not None and not claims.is_ours(self.place):
            raise self._moved(f"{standing.holder.in_words()} has it open now")
        if standing is None:
            claims.claim(self.place, self.clock)

    def _ours_in_the_folder(self, agreed: Agreed) -> str:
        """Return the hash of what stands there, or refuse to write over it."""
        stands = hash_of(self.place)
        if not stands:
            raise OSError(None, "it is not there, or the drive is not connected")
        if not agreed.knows(stands):
            raise self._moved("somebody has changed it there")
        if is_hot(journal_of(self.place)):
            raise self._moved("a change was cut off there")
        return stands

    def _free_name(self) -> Path:
        host = "".join(char for char in socket.gethostname() if char.isalnum() or char in "-_")
        which = f"(not written back, {host[:_LONGEST_HOST]} {self.clock():%Y-%m-%d %H%M})"
        stem = f"{_cut(self.place.stem)} {which}"
        number, beside = 1, self.place.with_name(f"{stem}.readiness")
        while os.path.lexists(beside):
            number += 1
            beside = self.place.with_name(f"{stem} {number}.readiness")
        return beside

    def _in_use(self) -> WorkspaceInUseError:
        holder = read_note(self.file)
        who = f"by {holder.in_words()}" if holder else "in another window or program"
        return WorkspaceInUseError(
            f"{self.place.name} is open {who}.",
            safe="Nothing was touched.",
            remedy="Close it there first, or look at its newest backup.",
        )

    def not_looked_at(self, error: OSError) -> OutputError:
        """Return what is told where it cannot be seen what is there, or here."""
        return OutputError(
            f"{self.place.name} cannot be opened now: {in_words(error)}.",
            safe="Nothing was touched; what was saved on this computer is still here.",
            remedy=f"Check the drive, and the right to read {self.folder.parent}.",
            details=repr(error),
        )

    def _not_here(self, error: Exception) -> OutputError:
        return OutputError(
            f"No working copy of {self.place.name} could be made on this computer: {in_words(error)}.",
            safe="Nothing was touched.",
            remedy=f"Make room in {self.folder.parent}, or copy the file to this computer and open that.",
            details=repr(error),
        )

    def _not_written_back(self, error: OSError) -> NotWrittenBackError:
        return NotWrittenBackError(
            f"{self.place.name} could not be written back to {self.place.parent}: {in_words(error)}.",
            why=in_words(error),
            remedy="It is written back as soon as that is possible again; or save yours to a new file.",
            details=repr(error),
        )

    def _moved(self, why: str) -> WorkspaceMovedError:
        return WorkspaceMovedError(
            f"{self.place.name} was not written back: {why}.",
            safe="Nothing was written over it; every answer is saved on this computer.",
            remedy="Save yours to a new file.",
        )


def _locked(folder: Path) -> sqlite3.Connection | None:
    """Take the lock of a copy; nothing where another has it."""
    lock = sqlite3.connect(folder / "lock", isolation_level=None, timeout=0, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        lock.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return None
        raise
    return lock


def _refuse_to_replace(file: Path) -> None:
    """Refuse to put a file where one is left that nobody could look at."""
    with suppress(FileNotFoundError):
        file.lstat()
        raise FileExistsError(EEXIST, os.strerror(EEXIST))


def _left_in(folder: Path, name: str) -> str:
    """Return where the workspace lies of which a folder has something that was never written back."""
    noted = noted_in(folder / "state.json") if (folder / name).is_file() else None
    lock = None
    with suppress(sqlite3.Error):
        lock = _locked(folder) if noted is not None else None
    if noted is None or lock is None:
        return ""
    try:
        return "" if noted.base == hash_of(folder / name) else noted.place
    finally:
        lock.close()


def _cut(stem: str) -> str:
    """Return as much of a name as leaves room for what is put after it; systems take 255 bytes."""
    return os.fsencode(stem)[:_LONGEST_STEM].decode("utf-8", errors="ignore")
