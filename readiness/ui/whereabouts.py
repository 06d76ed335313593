"""The place of a workspace: on a network drive or in a synced folder, the window says so once a folder."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStorageInfo

from readiness.services.preferences import MOST_ADVISED
from readiness.ui.session import Session
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.whereabouts import Disk, Place


class Whereabouts(QObject):
    """Looks where a workspace lies whenever one is opened; a drive that hangs holds nothing up."""

    def __init__(
        self,
        session: Session,
        tasks: TaskRunner,
        tell: "Callable[[Place, bool], bool]",
        disk_of: "Callable[[Path], Disk] | None" = None,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._tell = tell
        self._disk_of = disk_of or disk_under
        session.workspace_opened.connect(self.look)

    def look(self, path: str) -> None:
        """Find out about the place of a workspace, unless its folder was told of before."""
        folder = str(Path(path).parent)
        if folder not in self._session.settings.advised:
            self._tasks.run(partial(_look, Path(path), self._disk_of), partial(self._on_looked, path))

    def _on_looked(self, path: str, place: "Place | None") -> None:
        settings, folder = self._session.settings, str(Path(path).parent)
        if place is None or path != self._session.path or folder in settings.advised:
            return
        if self._tell(place, self._session.is_on_copy):
            self._session.change_settings(
                replace(settings, advised=(folder, *settings.advised)[:MOST_ADVISED])
            )


def disk_under(path: Path) -> "Disk":
    """Return what the system says of the disk that a file is on."""
    from readiness.services.whereabouts import Disk  # noqa: PLC0415 - after the first paint

    storage = QStorageInfo(str(path.parent))
    return Disk(
        kind=bytes(storage.fileSystemType().data()).decode("utf-8", "replace"),
        device=bytes(storage.device().data()).decode("utf-8", "replace"),
        label=storage.name(),
    )


def _look(path: Path, disk_of: "Callable[[Path], Disk]") -> "Place | None":
    from readiness.services.whereabouts import place_of  # noqa: PLC0415 - see above

    return place_of(path, disk_of(path))
