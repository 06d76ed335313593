"""Preferences on their way to the disk: never in the way of answers, and the newest win."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from readiness.errors import ReadinessError
from readiness.services.preferences import Preferences, Settings
from readiness.ui.tasks import TaskRunner


class Keeping(QObject):
    """Writes one state of the preferences at a time."""

    failed = Signal(object)  # ReadinessError

    def __init__(self, preferences: Preferences, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tasks = tasks
        self._next: Settings | None = None
        self._is_writing = False

    def read(self) -> Settings:
        """Return what was kept last time."""
        return self._preferences.read()

    def keep(self, settings: Settings) -> None:
        """Write the preferences, after the ones that are being written."""
        self._next = settings
        self._go_on()

    def _go_on(self) -> None:
        if self._is_writing or self._next is None:
            return
        self._is_writing = True
        settings, self._next = self._next, None
        self._tasks.run(partial(self._preferences.write, settings), self._on_written, self._on_failed)

    def _on_written(self, _receipt: object) -> None:
        self._is_writing = False
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        self._go_on()
        if not isinstance(error, ReadinessError):
            raise error
        self.failed.emit(error)
