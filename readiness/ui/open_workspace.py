"""The workspace that is open: one at a time, and never let go of while something in it is not saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.errors import ReadinessError
from readiness.ui.backend import Backend
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.desk import Desk, Opened, open_desk
from readiness.ui.saving import Saving

if TYPE_CHECKING:
    from readiness.services.first_look import OpenFile, SystemLine

Opening = Callable[[], "OpenFile"]


class OpenWorkspace(QObject):
    """Opens, looks at, moves and closes workspaces; every errand runs in the database thread."""

    leaving = Signal()  # another one takes its place
    opened = Signal(str)  # its path
    closed = Signal()
    home_changed = Signal(object)  # tuple[SystemLine, ...]
    noted = Signal(str)
    failed = Signal(object)  # ReadinessError
    finished = Signal()  # nothing waits, the workspace is closed
    unfinished = Signal()  # something could not be saved

    def __init__(
        self, backend: Backend, database: DatabaseThread, saving: Saving, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.home: tuple[SystemLine, ...] = ()
        self.path = ""
        self.asked_path = ""
        self.last_backup: str | None = None
        self.missing: frozenset[str] = frozenset()
        self.read_only = False
        self._backend = backend
        self._database = database
        self._saving = saving

    def open(self, opening: Opening, path: Path, recent: tuple[str, ...]) -> None:
        """Open another workspace, once everything of this one is saved."""
        self.asked_path = str(path)
        errand = partial(open_desk, opening, recent)
        self._database.glance(_nothing, partial(self._on_ready, errand, self._on_opened))

    def open_backup(self, recent: tuple[str, ...]) -> None:
        """Look at the newest backup of what was asked for last and is open elsewhere."""
        opening = partial(self._backend.open_newest_backup, Path(self.asked_path))
        errand = partial(open_desk, opening, recent, look_only=True)
        self._database.glance(_nothing, partial(self._on_ready, errand, self._on_backup_opened))

    def continue_at(self, path: Path) -> None:
        """Copy the workspace to another place, go on there, and write what could not be saved."""
        if self.desk is not None:
            errand = partial(self._backend.continue_at, self.desk, path)
            self._database.submit(errand, self._on_continued, self.on_failed)

    def read_home(self) -> None:
        """Read the list of systems again."""
        if self.desk is not None:
            self._database.glance(self.desk.home, self._on_home_read, self.on_failed)

    def finish(self) -> None:
        """Close the workspace once everything is saved; ``finished`` or ``unfinished`` follows."""
        self._database.glance(_nothing, self._on_drained)

    def on_failed(self, error: Exception) -> None:
        """Tell what a user may be told; our own bugs go to the hook."""
        if not isinstance(error, ReadinessError):
            raise error
        self.failed.emit(error)

    def _on_ready(self, errand: Callable[[], Opened], then: Callable[[Opened], None], _nothing: None) -> None:
        if self._saving.unsaved:
            self._saving.tell_again()
        else:
            self._database.glance(errand, then, self.on_failed)

    def _on_opened(self, opened: Opened) -> None:
        before = self.desk
        self.leaving.emit()
        self._take(opened.desk)
        self.read_only = opened.read_only
        self.last_backup, self.missing = opened.last_backup, opened.missing
        if before is not None:
            self._database.glance(before.close, failed=self.on_failed)
            self.closed.emit()
        self.opened.emit(self.path)
        self._on_home_read(opened.home)
        if not opened.is_whole:
            self.read_home()
        for notice in opened.notices:
            self.noted.emit(notice)

    def _on_backup_opened(self, opened: Opened) -> None:
        self._on_opened(opened)
        self.noted.emit(self.tr("This is a backup. It can be read, not changed."))

    def _on_continued(self, desk: Desk) -> None:
        self._take(desk)
        self.read_only = desk.file.read_only
        self._saving.move_to(desk)
        self.opened.emit(self.path)
        self._saving.try_again()

    def _take(self, desk: Desk) -> None:
        self.desk = self._saving.desk = desk
        self.path = str(desk.path)

    def _on_home_read(self, home: "tuple[SystemLine, ...]") -> None:
        self.home = home
        self.home_changed.emit(home)

    def _on_drained(self, _nothing: None) -> None:
        if self._saving.unsaved:
            self.unfinished.emit()
        elif self.desk is None:
            self.finished.emit()
        else:
            desk, self.desk, self._saving.desk = self.desk, None, None
            self._database.glance(desk.close, self._on_closed, self._on_not_closed)

    def _on_closed(self, _receipt: None) -> None:
        self.closed.emit()
        self.finished.emit()

    def _on_not_closed(self, error: Exception) -> None:
        """Go on ending: every answer is on disk, and what failed is the copy made at the end."""
        self._on_closed(None)
        self.on_failed(error)


def _nothing() -> None:
    """Wait for what was queued before: the database thread works in order."""
