"""Opening a workspace through a copy on this computer: taken afresh, or gone on with where one was left."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from readiness import paths
from readiness.errors import NotAWorkspaceError, OutputError, ReadinessError, WorkspaceInUseError
from readiness.storage import claims
from readiness.storage.clock import Clock
from readiness.storage.database import Database
from readiness.storage.file_checks import is_writable
from readiness.storage.folders import sweep
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
    try:
        if copy.is_left() or claims.is_ours(place):
            return copy
    except OSError as error:  # not to be taken for none: it would be written over
        raise copy.not_looked_at(error) from error
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
    except OSError as error:
        copy.let_go()
        raise copy.not_looked_at(error) from error
    except BaseException:
        copy.let_go()
        raise


def is_behind(database: Database) -> bool:
    """Whether the folder is there and lacks what is saved here."""
    return database.copy is not None and not database.is_in_step and not database.copy.is_away()


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
    is_taken = False
    try:
        told = ways.make_whole(copy.place)
        copy.take()
        is_taken = True
        database = ways.open(copy.file)
    except BaseException:
        if is_taken:  # otherwise what is here is not ours to take away
            copy.discard()
        claims.release(copy.place)
        raise
    database.notices[:0] = told
    database.notices += [
        f"This computer has answers that were not written back to {place}. Open that to go on with them."
        for place in copy.others_left()
    ]
    database.work_on(copy, is_in_step=is_present_format)
    return database


def _gone_on(copy: WorkingCopy, ways: Ways, *, take_over: bool) -> Database:
    """Open what is left here, unless the folder has something else by now: then both are kept there."""
    database = _opened_here(copy, ways)
    try:
        if (standing := _standing(copy)) != "changed":
            is_noted = standing == "known" and _is_claimed_again(copy, take_over=take_over)
            database.notices.append(_told(copy, is_away=standing == "away", is_noted=is_noted))
            database.work_on(copy, is_in_step=False)
            return database
        beside = _kept_beside(copy, database)
    except BaseException:
        database.close()
        raise
    database.close()
    copy.discard()
    kept = (
        ""
        if beside is None
        else f"{copy.place.name} was changed elsewhere before this computer had written back what was saved "
        f"here. That is kept beside it as “{beside.name}”."
    )
    try:
        fresh = _afresh(copy, ways, take_over=take_over)
    except ReadinessError as error:
        error.safe = f"{error.safe} {kept}".strip()
        raise
    fresh.notices += [kept] if kept else []
    return fresh


def _opened_here(copy: WorkingCopy, ways: Ways) -> Database:
    """Open what is left here; where that is damaged, say where it lies: it is in the way."""
    try:
        return ways.open(copy.file)
    except NotAWorkspaceError as error:
        error.safe = (
            f"Nothing was touched. What is damaged is the copy on this computer, {copy.file}: it holds what "
            f"was not written back. {copy.place.name} itself opens again once it is taken away from there."
        )
        raise


def _standing(copy: WorkingCopy) -> Literal["away", "known", "changed"]:
    """Return how the folder is to what is left here; one that cannot be read is away."""
    agreed = copy.agreed()
    try:
        if copy.is_away():
            return "away"
        return "known" if copy.is_known(agreed) else "changed"
    except OSError:
        return "away"


def _kept_beside(copy: WorkingCopy, database: Database) -> Path | None:
    try:
        return copy.keep_beside(_outgoing(database, copy))
    except OutputError as error:
        error.remedy = (
            f"{copy.place.name} was changed elsewhere meanwhile; what was saved here is to be kept beside it "
            f"as soon as that is possible. Until then it is in {copy.file}."
        )
        raise


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


def _is_claimed_again(copy: WorkingCopy, *, take_over: bool) -> bool:
    """Note once more that this computer works on it; whether that could be noted."""
    try:
        claims.claim(copy.place, copy.clock, take_over=take_over)
    except WorkspaceInUseError as error:
        error.safe = "What was saved here and not written back is kept on this computer."
        raise
    except OSError:
        return False
    sweep(copy.place.parent, copy.place.name)
    return True


def _told(copy: WorkingCopy, *, is_away: bool, is_noted: bool) -> str:
    name = copy.place.name
    if is_away:
        return (
            f"{name} is not in its folder, or the drive is not connected. You go on with the copy on this "
            "computer; it is written back when the file is there again."
        )
    if not is_noted:
        return (
            f"Nothing can be written to the folder of {name}. You go on with the copy on this computer; it "
            "is written back as soon as that is possible."
        )
    return f"What was saved of {name} on this computer had not been written back; it will be now."
