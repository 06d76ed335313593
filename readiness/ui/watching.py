"""Looks after the workspace file when somebody comes back to the window: a sync may have been at it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from readiness.errors import ReadinessError, WorkspaceMovedError
from readiness.ui.desk import Desk
from readiness.ui.session import Session


class Watching(QObject):
    """What it finds is said before the next change is refused."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def look(self) -> None:
        """See whether the file that is open still stands at its path, as it was left."""
        if self._session.path and not self._session.read_only and not self._session.unsaved:
            self._session.run_errand(_in_place, self._on_looked)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_looked(self, moved: ReadinessError | None) -> None:
        if moved is not None:
            self._session.failed.emit(moved)


def _in_place(desk: Desk) -> ReadinessError | None:
    try:
        desk.file.database.check_in_place()
    except WorkspaceMovedError as error:
        return error
    return None
