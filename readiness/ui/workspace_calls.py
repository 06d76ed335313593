"""What the session offers to open workspaces, and what it says of the one that is open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from readiness.ui.desk import listen_to_copy
from readiness.ui.report_calls import ReportCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.preferences import Settings
    from readiness.ui.backend import Backend
    from readiness.ui.desk import CopyStanding, Desk
    from readiness.ui.open_workspace import Opening
    from readiness.ui.restoring_desk import GoingBack


class WorkspaceCalls(ReportCalls):
    """The workspace's part of the session; ``workspace_opened``, ``home_changed`` or ``failed`` follow."""

    copy_written = Signal()  # something was saved in a working copy; its folder does not have it yet
    finishing = Signal()  # what is changed from now on could not be saved any more
    settings: "Settings"
    _backend: "Backend"

    @property
    def path(self) -> str:
        """The workspace that is open; empty for none."""
        return self._workspace.path

    @property
    def asked_path(self) -> str:
        """The workspace that was asked for last, whether it opened or not."""
        return self._workspace.asked_path

    @property
    def backup_of(self) -> str:
        """The workspace whose backup is looked at; empty where none is."""
        return self._workspace.backup_of

    @property
    def is_on_copy(self) -> bool:
        """Whether the workspace is worked on through a copy on this computer."""
        desk = self._workspace.desk
        return desk is not None and desk.file.copy is not None

    def open_workspace(self, path: Path) -> None:
        """Open another workspace; ``workspace_opened`` and ``home_changed`` follow, or ``failed``."""
        self._open(partial(self._backend.open, path), path)

    def take_over(self) -> None:
        """Open what was asked for last, although another computer says that it works on it."""
        path = Path(self.asked_path)
        self._open(partial(self._backend.open, path, take_over=True), path)

    def open_own_workspace(self, path: Path) -> None:
        """Open the user's own workspace; the first start makes it quietly."""
        self._open(partial(self._backend.open_or_create, path), path)

    def create_workspace(self, path: Path) -> None:
        """Create an empty workspace and open it."""
        self._open(partial(self._backend.create, path), path)

    def open_sample(self, path: Path) -> None:
        """Write the sample where it is not there yet, and open it."""
        self._open(partial(self._backend.open_sample, path), path)

    def open_backup(self) -> None:
        """Look at the newest backup of the workspace that was asked for last and is open elsewhere."""
        self.flush()
        self._workspace.open_newest_backup(self.settings.recent)

    def look_at_backup(self, backup: Path, workspace: Path) -> None:
        """Look at one backup of a workspace; neither is touched."""
        self.flush()
        self._workspace.open_backup(backup, workspace, self.settings.recent)

    def go_back(self, going: "GoingBack") -> None:
        """Put a backup in the place of its workspace and open that; ``went_back`` or ``failed`` follows."""
        self.flush()
        self._workspace.go_back(going, self.settings.recent)

    def listen_to_copy(self, then: "Callable[[CopyStanding], None]") -> None:
        """Hand on how the working copy stands, and tell of each change of it from now on."""
        if self._workspace.desk is not None:
            # A signal of the session's own: the database thread may still write when a window has gone.
            listen = partial(listen_to_copy, self._workspace.desk, self.copy_written.emit)
            self._database.glance(listen, then)

    def try_errand(
        self,
        errand: "Callable[[Desk], Any]",
        then: "Callable[[Any], None]",
        failed: "Callable[[Exception], None]",
    ) -> bool:
        """Do something in the database thread that may fail quietly; false where nothing is open for it."""
        desk = self._workspace.desk
        if desk is not None:
            self._database.submit(partial(errand, desk), then, failed)
        return desk is not None

    def finish(self, *, without_backup: bool = False) -> None:
        """Save what waits and close the workspace; ``finished``, ``unfinished`` or ``unbacked`` follows."""
        self.finishing.emit()
        self.flush()
        self._workspace.finish(without_backup=without_backup)

    def leave_assessment(self) -> None:
        """Save what waits and go back to the list; ``assessment_left`` and ``home_changed`` follow."""
        self.flush()
        self._table.put_away()
        self.refresh_home()

    def _open(self, opening: "Opening", path: Path) -> None:
        self.flush()
        if str(path) == self.path:
            self.leave_assessment()
        else:
            self._workspace.open(opening, path, self.settings.recent)
