"""Backups as the window sees them: listed, held against the workspace, and copied to the second place.

Places may be slow or gone, so none of it runs in the window's thread, nor in the one that saves answers.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from readiness.errors import ReadinessError
from readiness.ui.places import Places
from readiness.ui.session import Session
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.restoring import Difference, Inventory
    from readiness.services.backing_up import PlaceAdvice, PlaceState
    from readiness.services.restoring import BackupLine, Source, SourceLine


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A workspace whose backups are to be copied to a place."""

    workspace: Path
    place: Path


class Safekeeping(QObject):
    """Copies each verified backup to the second place, and looks at backups for those who ask."""

    looking = Signal(int, int)  # how many backups of how many were looked at
    copied = Signal(int)
    place_missing = Signal(str)  # once a session
    place_failed = Signal(object)  # ReadinessError
    copy_saved = Signal(object)  # Path
    copy_not_saved = Signal(object)  # ReadinessError

    def __init__(self, session: Session, places: Places, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._sample = str(places.sample)
        self._tasks = TaskRunner(self)
        self._stop = Event()
        self._ending = Event()
        self._waiting: dict[str, _Wanted] = {}
        self._is_copying = False
        self._was_missing = ""
        session.workspace_opened.connect(self._on_opened)
        session.workspace_let_go.connect(self._copy)
        session.sealed.connect(self._on_sealed)

    @property
    def second_place(self) -> Path | None:
        """The folder for copies of backups, where one was chosen."""
        place = self._session.settings.second_place
        return Path(place) if place else None

    def set_second_place(self, place: str) -> None:
        """Copy backups to another folder from now on, or to none."""
        self._was_missing = ""
        self._session.change_settings(replace(self._session.settings, second_place=place))
        self.copy_now()

    def copy_now(self) -> None:
        """Copy what the second place does not have yet."""
        self._copy(self._session.path)

    def list_backups(self, workspace: Path, then: "Callable[[tuple[BackupLine, ...]], None]") -> None:
        """Look at every backup of a workspace; ``looking`` says how far it is."""
        self._stop.clear()
        work = partial(_list, workspace, self.second_place, self.looking.emit, self._stop.is_set)
        self._tasks.run(work, then)

    def stop_looking(self) -> None:
        """Be content with what was looked at."""
        self._stop.set()

    def preview(
        self,
        backup: Path,
        here: "Inventory | None",
        then: "Callable[[tuple[Path, Difference]], None]",
        failed: "Callable[[Exception], None]",
    ) -> None:
        """Work out what restoring a backup would change."""
        self._tasks.run(partial(_preview, backup, here), then, failed)

    def save_copy(self, backup: Path, target: Path) -> None:
        """Write a checked copy of a backup somewhere; ``copy_saved`` or ``copy_not_saved`` follows."""
        self._tasks.run(partial(_save_copy, backup, target), self.copy_saved.emit, self._on_not_copied)

    def look_in(
        self,
        place: Path,
        then: "Callable[[tuple[SourceLine, ...]], None]",
        failed: "Callable[[Exception], None]",
    ) -> None:
        """Look for folders of backups in a place."""
        self._stop.clear()
        self._tasks.run(partial(_sources, place, self._stop.is_set), then, failed)

    def find_others(self, workspace: Path, then: "Callable[[tuple[SourceLine, ...]], None]") -> None:
        """Look for what the second place holds under the name of a workspace besides its own backups."""
        if self.second_place is not None:
            self._tasks.run(partial(_others, workspace, self.second_place, self._stop.is_set), then)

    def list_source(self, source: "Source", then: "Callable[[tuple[BackupLine, ...]], None]") -> None:
        """Look at every backup of a folder that was found; ``looking`` says how far it is."""
        self._stop.clear()
        work = partial(_list_source, source, self.looking.emit, self._stop.is_set)
        self._tasks.run(work, then)

    def read_places(self, workspace: Path, then: "Callable[[tuple[PlaceState, ...]], None]") -> None:
        """Read how the places of a workspace's backups stand."""
        self._tasks.run(partial(_places, workspace, self.second_place), then)

    def judge(self, workspace: Path, place: Path, then: "Callable[[PlaceAdvice], None]") -> None:
        """Say what speaks for and against a folder as the second place."""
        self._tasks.run(partial(_judge, workspace, place), then)

    def judge_folder(self, workspace: Path, then: "Callable[[PlaceAdvice], None]") -> None:
        """Say what speaks for and against a place for the workspace itself."""
        self._tasks.run(partial(_judge_folder, workspace), then)

    def find_name(self, workspace: Path, name: str, then: "Callable[[tuple[str, int]], None]") -> None:
        """Count the backups that still hold the name of a person."""
        self._tasks.run(partial(_find_name, workspace, self.second_place, name), then)

    def settle(self) -> None:
        """Wait for what was started and tell it; only for tests and pictures."""
        self._tasks.wait()
        QCoreApplication.sendPostedEvents()

    def wait(self) -> None:
        """Wait for everything started; only for the end of the program."""
        self._stop.set()
        self._ending.set()
        self._tasks.wait()

    def _on_opened(self, path: str) -> None:
        if not self._session.backup_of:
            self._copy(path)

    def _on_sealed(self, _sealed: object) -> None:
        self.copy_now()

    def _copy(self, workspace: str) -> None:
        place = self.second_place
        if place is None or not workspace or workspace == self._sample:
            return
        self._waiting[workspace] = _Wanted(Path(workspace), place)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_copying or not self._waiting:
            return
        wanted = self._waiting.pop(next(iter(self._waiting)))
        self._is_copying = True
        work = partial(_mirror, wanted.workspace, wanted.place, self._ending.is_set)
        self._tasks.run(work, partial(self._on_copied, wanted), self._on_failed)

    def _on_copied(self, wanted: _Wanted, copied: int | None) -> None:
        self._is_copying = False
        if copied is not None:
            self.copied.emit(copied)
        elif self._was_missing != str(wanted.place):
            self._was_missing = str(wanted.place)
            self.place_missing.emit(str(wanted.place))
        self._go_on()

    def _on_not_copied(self, error: Exception) -> None:
        if not isinstance(error, ReadinessError):
            raise error
        self.copy_not_saved.emit(error)

    def _on_failed(self, error: Exception) -> None:
        self._is_copying = False
        self._go_on()
        if not isinstance(error, ReadinessError):
            raise error
        self.place_failed.emit(error)


def _list(
    workspace: Path,
    second: Path | None,
    told: "Callable[[int, int], object]",
    stop: "Callable[[], bool]",
) -> "tuple[BackupLine, ...]":
    from readiness.services.restoring import backups_of  # noqa: PLC0415 - when it is asked for

    return backups_of(workspace, second, told, stop)


def _list_source(
    source: "Source", told: "Callable[[int, int], object]", stop: "Callable[[], bool]"
) -> "tuple[BackupLine, ...]":
    from readiness.services.restoring import backups_in  # noqa: PLC0415 - when it is asked for

    return backups_in(source, told, stop)


def _sources(place: Path, stop: "Callable[[], bool]") -> "tuple[SourceLine, ...]":
    from readiness.services.restoring import sources_in  # noqa: PLC0415 - when it is asked for

    return sources_in(place, stop)


def _others(workspace: Path, place: Path, stop: "Callable[[], bool]") -> "tuple[SourceLine, ...]":
    from readiness.services.restoring import others_of  # noqa: PLC0415 - when it is asked for

    return others_of(workspace, place, stop)


def _preview(backup: Path, here: "Inventory | None") -> "tuple[Path, Difference]":
    from readiness.services.restoring import preview  # noqa: PLC0415 - when it is asked for

    return backup, preview(backup, here)


def _save_copy(backup: Path, target: Path) -> Path:
    from readiness.services.restoring import copy_to  # noqa: PLC0415 - when it is asked for

    return copy_to(backup, target)


def _mirror(workspace: Path, place: Path, stop: "Callable[[], bool]") -> int | None:
    """Return how many copies were made; nothing where the place is not there."""
    from readiness.services.backing_up import mirror  # noqa: PLC0415 - after the first paint

    return mirror(workspace, place, stop)


def _places(workspace: Path, second: Path | None) -> "tuple[PlaceState, ...]":
    from readiness.services.backing_up import places_of  # noqa: PLC0415 - when it is asked for

    return places_of(workspace, second)


def _judge(workspace: Path, place: Path) -> "PlaceAdvice":
    from readiness.services.backing_up import judge  # noqa: PLC0415 - when it is asked for

    return judge(workspace, place)


def _judge_folder(workspace: Path) -> "PlaceAdvice":
    from readiness.services.backing_up import judge_folder  # noqa: PLC0415 - when it is asked for

    return judge_folder(workspace)


def _find_name(workspace: Path, second: Path | None, name: str) -> tuple[str, int]:
    from readiness.services.erasing import backups_with  # noqa: PLC0415 - when it is asked for

    return name, len(backups_with(workspace, second, name))
