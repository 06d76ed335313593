"""Opening a workspace through a copy on this computer: taken afresh, or gone on with where one was left."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from readiness import paths
from readiness.errors import OutputError, WorkspaceInUseError
from readiness.storage import claims
from readiness.storage.clock import Clock
from readiness.storage.database import Database
from readiness.storage.file_checks import is_writable
from readiness.storage.leftovers import nobody_has_it_open
from readiness.storage.surroundings import Disk, place_of
from readiness.storage.working_copy import Outgoing, WorkingCopy

DiskOf = Callable[[Path], Disk]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How files are opened, by the module that opens every one of them."""

    check: Callable[[Path], bool]
    """Refuses what is no workspace; whether it is of the present format."""

    make_whole: Callable[[Path], list[str]]
    """Plays back what a crash cut off in the folder itself, and says what else was done there."""

    open: Callable[[Path], Database]
    """Opens the file on this computer, under the name that it has in its folder."""


def copy_for(place: Path, clock: Clock, disk_of: DiskOf) -> WorkingCopy | None:
    """Return the copy to work on; nothing where the file itself is as safe, or can only be read.

    One that is here already counts, whatever is said of the disk now.
    """
    copy = WorkingCopy(place, clock)
    if copy.is_left() or claims.is_ours(place):
        return copy
    if place_of(place, disk_of(place)) is None or not is_writable(place):
        return None
    here = paths.working_copies()
    return copy if place_of(here, disk_of(here)) is None else None


def open_through(copy: WorkingCopy, ways: Ways, *, take_over: bool) -> Database:
    """Open a workspace through its copy.

    Raises:
        WorkspaceInUseError: another window, program or computer has it open.
        ReadinessError: it cannot be opened as asked; nothing that was saved is lost.
    """
    copy.hold()
    try:
        if copy.is_left() and copy.is_as_taken():
            copy.discard()
        if copy.is_left():
            return _gone_on(copy, ways, take_over=take_over)
        return _afresh(copy, ways, take_over=take_over)
    except BaseException:
        copy.let_go()
        raise


def prepare(database: Database) -> Outgoing | None:
    """Make a checked copy of what the folder does not have yet; nothing where it has all.

    Raises:
        NotWrittenBackError: there is no room for it on this computer.
    """
    if database.copy is None or database.is_in_step:
        return None
    return _outgoing(database, database.copy)


def write_back(database: Database) -> None:
    """Put what the folder does not have yet there, and wait until it is there.

    Raises:
        NotWrittenBackError: it could not be written.
        WorkspaceMovedError: what stands there is not ours; it is not written over.
    """
    outgoing = prepare(database)
    if outgoing is not None and database.copy is not None:
        database.copy.write_back(outgoing)


def _afresh(copy: WorkingCopy, ways: Ways, *, take_over: bool) -> Database:
    is_present_format = ways.check(copy.place)
    _refuse_used(copy)
    _claim(copy, take_over=take_over)
    try:
        told = ways.make_whole(copy.place)
        copy.take()
        database = ways.open(copy.file)
    except BaseException:
        copy.discard()
        claims.release(copy.place)
        raise
    database.notices[:0] = told
    database.work_on(copy, is_in_step=is_present_format)
    return database


def _gone_on(copy: WorkingCopy, ways: Ways, *, take_over: bool) -> Database:
    """Open what is left here, unless the folder has something else by now: then both are kept there."""
    database = ways.open(copy.file)
    try:
        if copy.is_away() or copy.is_known():
            _claim_again(copy, take_over=take_over)
            database.notices.append(_told(copy))
            database.work_on(copy, is_in_step=False)
            return database
        beside = copy.keep_beside(_outgoing(database, copy))
    except BaseException:
        database.close()
        raise
    database.close()
    copy.discard()
    fresh = _afresh(copy, ways, take_over=take_over)
    if beside is not None:
        fresh.notices.append(
            f"{copy.place.name} was changed elsewhere before this computer had written back what was saved "
            f"here. That is kept beside it as “{beside.name}”."
        )
    return fresh


def _outgoing(database: Database, copy: WorkingCopy) -> Outgoing:
    from readiness.storage.backups import written_copy  # noqa: PLC0415 - after the first paint

    changes = database.connection.total_changes
    part, digest = written_copy(database, copy.file)
    return Outgoing(part, digest, changes)


def _refuse_used(copy: WorkingCopy) -> None:
    """Refuse a file that a program has open without a copy: its note says who, SQLite's lock whether."""
    standing = claims.read(copy.place)
    if standing is None or standing.is_for_copy:
        return
    with nobody_has_it_open(copy.place) as file:
        if file is None:
            raise claims.in_use(copy.place, standing)


def _claim(copy: WorkingCopy, *, take_over: bool) -> None:
    try:
        claims.claim(copy.place, copy.clock, take_over=take_over)
    except OSError as error:
        raise OutputError(
            f"It cannot be noted beside {copy.place.name} that it is open: {error.strerror}.",
            safe="Nothing was touched.",
            remedy="Check the drive, or copy the file to this computer and open that.",
            details=repr(error),
        ) from error


def _claim_again(copy: WorkingCopy, *, take_over: bool) -> None:
    if copy.is_away():
        return
    try:
        _claim(copy, take_over=take_over)
    except WorkspaceInUseError as error:
        error.safe = "What was saved here and not written back is kept on this computer."
        raise


def _told(copy: WorkingCopy) -> str:
    name = copy.place.name
    if copy.is_away():
        return (
            f"{name} is not in its folder, or the drive is not connected. You go on with the copy on this "
            "computer; it is written back when the file is there again."
        )
    return f"What was saved of {name} on this computer had not been written back; it will be now."
