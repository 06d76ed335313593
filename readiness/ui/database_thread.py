"""The one thread that talks to the workspace: work goes in by a queue, results come back as signals."""

from queue import SimpleQueue
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QTimer, Signal

from readiness.ui.jobs import Done, Failed, Job, Result, Work, once_loaded

SLOW_MS: Final = 300
"""After so long the window says that something is still being saved."""


class _Worker(QThread):
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue: SimpleQueue[Job | None] = SimpleQueue()

    def run(self) -> None:
        while (job := self.queue.get()) is not None:
            self.ended.emit(job.attempt())


class DatabaseThread(QObject):
    """Runs work in order, one piece at a time; callbacks run on the thread that made this object."""

    became_idle = Signal()
    became_slow = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._worker = _Worker(self)
        self._worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SLOW_MS)
        self._patience.timeout.connect(self.became_slow)
        self._worker.start()

    @property
    def is_idle(self) -> bool:
        """Whether everything submitted has been done and told."""
        return self._waiting == 0

    def submit(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Queue one piece of work and return at once."""
        self.glance(once_loaded(work), done, failed)

    def glance(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Queue work that needs next to nothing loaded, such as what is shown first."""
        self._waiting += 1
        if not self._patience.isActive():
            self._patience.start()
        self._worker.queue.put(Job(work, done, failed))

    def wait(self, milliseconds: int) -> None:
        """Let events go on until everything is done, or for so long; for the end of a session only."""
        if self.is_idle:
            return
        loop = QEventLoop()
        self.became_idle.connect(loop.quit)
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def stop(self) -> None:
        """Finish what is queued and end the thread; only for the end of the program."""
        if self._worker.isRunning():
            self._worker.queue.put(None)
            self._worker.wait()

    def _on_ended(self, result: Result) -> None:
        self._waiting -= 1
        if self.is_idle:
            self._patience.stop()
        try:
            result.tell()
        finally:
            if self.is_idle:
                self.became_idle.emit()
