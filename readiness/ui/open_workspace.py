"""The workspace that is open: one at a time, and never let go of while something in it is not saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from readiness.errors import NotWrittenBackError, ReadinessError, WorkspaceMovedError
from readiness.ui.backend import Backend
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.desk import Desk, Opened, cover, open_desk
from readiness.ui.restoring_desk import GoingBack, WentBack, go_back
from readiness.ui.saving import Saving

if TYPE_CHECKING:
    from readiness.services.first_look import OpenFile, SystemLine

Opening = Callable[[], "OpenFile"]


class OpenWorkspace(QObject):
    """Opens, looks at, moves and closes workspaces; every errand runs in the database thread."""

    leaving = Signal()  # another one takes its place
    opened = Signal(str)  # its path
    closed = Signal()
    let_go = Signal(str)  # the path of one that was closed, and backed up where it had changed
    home_changed = Signal(object)  # tuple[SystemLine, ...]
    noted = Signal(str)
    failed = Signal(object)  # ReadinessError
    restorable = Signal(object)  # ReadinessError: what was asked for did not open, and has backups
    went_back = Signal(object)  # WentBack
    finished = Signal()  # nothing waits, the workspace is closed
    unfinished = Signal()  # something could not be saved
    unbacked = Signal(
        object
    )  # ReadinessError: everything is saved, and the copy at the end could not be made
    backed_up = Signal(str)  # UTC: a backup was made meanwhile
    _heard = Signal(object)  # from the database thread: when a backup was made, or why none could be

    def __init__(
        self, backend: Backend, database: DatabaseThread, saving: Saving, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.home: tuple[SystemLine, ...] = ()
        self.path = ""
        self.asked_path = ""
        self.backup_of = ""
        self.last_backup: str | None = None
        self.missing: frozenset[str] = frozenset()
        self.read_only = False
        self._backend = backend
        self._database = database
        self._saving = saving
        self._is_finishing = self._has_painted = False
        self._uncovered: Desk | None = None
        self._heard.connect(self._on_heard)

    def open(self, opening: Opening, path: Path, recent: tuple[str, ...]) -> None:
        """Open another workspace, once everything of this one is saved."""
        self.asked_path = str(path)
        errand = partial(open_desk, opening, recent)
        self._when_ready(errand, self._on_asked_opened, self._on_refused)

    def open_newest_backup(self, recent: tuple[str, ...]) -> None:
        """Look at the newest backup of what was asked for last and is open elsewhere."""
        self._look(partial(self._backend.open_newest_backup, Path(self.asked_path)), self.asked_path, recent)

    def open_backup(self, backup: Path, workspace: Path, recent: tuple[str, ...]) -> None:
        """Look at one backup of a workspace; neither is touched."""
        self._look(partial(self._backend.open_copy, backup), str(workspace), recent)

    def go_back(self, going: GoingBack, recent: tuple[str, ...]) -> None:
        """Put a backup in the place of its workspace, once everything is saved, and open that."""
        opening = partial(self._backend.open, going.workspace)
        self._when_ready(partial(self._go_back, opening, recent, going), self._on_went_back, self.on_failed)

    def _go_back(self, opening: Opening, recent: tuple[str, ...], going: GoingBack) -> WentBack:
        return go_back(self.desk, opening, recent, going)

    def _look(self, opening: Opening, workspace: str, recent: tuple[str, ...]) -> None:
        errand = partial(open_desk, opening, recent, look_only=True)
        self._when_ready(errand, partial(self._on_backup_opened, workspace), self.on_failed)

    def _when_ready(
        self, errand: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self._database.glance(_nothing, partial(self._on_ready, errand, then, failed))

    def continue_at(self, path: Path) -> None:
        """Copy the workspace to another place, go on there, and write what could not be saved."""
        if self.desk is not None:
            errand = partial(self._backend.continue_at, self.desk, path)
            self._database.submit(errand, self._on_continued, self.on_failed)

    def read_home(self) -> None:
        """Read the list of systems again."""
        if self.desk is not None:
            self._database.glance(self.desk.file.last_backup, self._on_backup_read, self.on_failed)
            self._database.glance(self.desk.home, self._on_home_read, self.on_failed)

    def _on_backup_read(self, made_at: str | None) -> None:
        self.last_backup = made_at

    def finish(self, *, without_backup: bool = False) -> None:
        """Close the workspace once everything is saved; ``finished``, ``unfinished``, ``unbacked`` follow.

        Asked for twice, as on a slow drive, it is done once.
        """
        if not self._is_finishing:
            self._is_finishing = True
            self._database.glance(_nothing, partial(self._on_drained, without_backup))

    def on_failed(self, error: Exception) -> None:
        """Tell what a user may be told; our own bugs go to the hook."""
        if not isinstance(error, ReadinessError):
            raise error
        self.failed.emit(error)

    def _on_ready(
        self,
        errand: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
        _nothing: None,
    ) -> None:
        if self._saving.unsaved:
            self._saving.tell_again()
        else:
            self._database.glance(errand, then, failed)

    def _on_refused(self, error: Exception) -> None:
        """Say why it did not open, and then offer its backups, where there are any."""
        self.on_failed(error)
        look = partial(self._backend.has_backups, Path(self.asked_path))
        self._database.submit(look, partial(self._on_looked, error))

    def _on_looked(self, error: Exception, has_backups: bool) -> None:  # noqa: FBT001 - what a job returned
        if has_backups:
            self.restorable.emit(error)

    def _on_went_back(self, went: WentBack) -> None:
        was_here = self.desk is not None and self.desk.path == went.going.workspace
        if was_here:
            self.closed.emit()
            self.desk = None  # it was let go of before the backup took its place
        if went.opened is not None:
            self._on_opened(went.opened)
        elif was_here:
            self._on_nothing_open()
        self.went_back.emit(went)
        if went.opened is None and went.error is not None:
            self.asked_path = str(went.going.workspace)
            self._on_refused(went.error)

    def _on_nothing_open(self) -> None:
        """Show that nothing is open: what was, has been let go of, and nothing opened in its place."""
        self.leaving.emit()
        self._saving.desk = None
        self.path, self.last_backup, self.read_only = "", None, False
        self._on_home_read(())

    def _on_asked_opened(self, opened: Opened) -> None:
        """Back up what a crash left without, once Home is shown."""
        self._on_opened(opened)
        self._database.glance(opened.desk.file.is_uncovered, partial(self._on_uncovered, opened.desk))

    def _on_uncovered(self, desk: Desk, is_uncovered: bool) -> None:  # noqa: FBT001 - what a job returned
        if is_uncovered and desk is self.desk:
            self._uncovered = desk
            self._cover()

    def look_after(self) -> None:
        """Back up what is open and lacks a backup, from now on at once: the window has painted."""
        self._has_painted = True
        self._cover()

    def _cover(self) -> None:
        """Back up what an earlier session left; that loads much, so it waits for the first paint."""
        if not self._has_painted:
            return
        desk, self._uncovered = self._uncovered, None
        if desk is not None and desk is self.desk:
            self._database.submit(partial(cover, desk), None, self.on_failed)

    def _on_heard(self, told: "str | ReadinessError") -> None:
        """Say that no backup could be made meanwhile; one that was is the last one now."""
        if isinstance(told, ReadinessError):
            self.noted.emit(told.sentence())
        else:
            self.last_backup = told
            self.backed_up.emit(told)

    def _on_opened(self, opened: Opened, backup_of: str = "") -> None:
        before, was_backup = self.desk, bool(self.backup_of)
        self.backup_of = backup_of
        self.leaving.emit()
        self._take(opened.desk)
        self.read_only = opened.read_only
        self.last_backup, self.missing = opened.last_backup, opened.missing
        if before is not None:
            then = None if was_backup else partial(self._on_let_go, str(before.path))
            self._database.glance(before.close, then, self._on_not_let_go)
            self.closed.emit()
        self.opened.emit(self.path)
        self._on_home_read(opened.home)
        if not opened.is_whole:
            self.read_home()
        if opened.notices:
            self.noted.emit(" ".join(opened.notices))

    def _on_backup_opened(self, workspace: str, opened: Opened) -> None:
        self._on_opened(opened, workspace)
        words = self.tr("This is a backup of {0}. It can be read, not changed.")
        self.noted.emit(words.format(Path(workspace).name))

    def _on_continued(self, desk: Desk) -> None:
        self._take(desk)
        self.read_only = desk.file.read_only
        self._saving.move_to(desk)
        self.opened.emit(self.path)
        self._saving.try_again()

    def _take(self, desk: Desk) -> None:
        self.desk = self._saving.desk = desk
        desk.heard = self._heard.emit
        self.path = str(desk.path)

    def _on_home_read(self, home: "tuple[SystemLine, ...]") -> None:
        self.home = home
        self.home_changed.emit(home)

    def _on_drained(self, without_backup: bool, _nothing: None) -> None:  # noqa: FBT001 - what was asked for
        if self._saving.unsaved:
            self._is_finishing = False
            self.unfinished.emit()
        elif self.desk is None:
            self._is_finishing = False
            self.finished.emit()
        else:
            desk, self.desk, self._saving.desk = self.desk, None, None
            work = desk.let_go if without_backup else desk.finish
            self._database.glance(work, self._on_closed, partial(self._on_not_closed, desk))

    def _on_let_go(self, path: str, _receipt: None) -> None:
        self.let_go.emit(path)

    def _on_not_let_go(self, error: Exception) -> None:
        """Say how one goes on with what stays here of the workspace before; another one is open now."""
        if isinstance(error, (NotWrittenBackError, WorkspaceMovedError)):
            again = self.tr(
                "Open it here again: that writes it back, or puts it beside what is there by then."
            )
            error = NotWrittenBackError(error.happened, why="", remedy=again, details=error.details)
        self.on_failed(error)

    def _on_closed(self, _receipt: None) -> None:
        self._is_finishing = False
        if not self.backup_of:
            self.let_go.emit(self.path)
        self.closed.emit()
        self.finished.emit()

    def _on_not_closed(self, desk: Desk, error: Exception) -> None:
        """Stay: every answer is on disk, and whether one ends without the copy is asked."""
        if isinstance(error, ReadinessError):
            self._is_finishing = False
            self.desk = self._saving.desk = desk
            self.unbacked.emit(error)
        else:
            self._on_closed(None)
            self.on_failed(error)


def _nothing() -> None:
    """Wait for what was queued before: the database thread works in order."""
