"""Work that takes its time, off the window's thread: the one place that starts any."""

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from readiness.ui.jobs import Done, Failed, Job, Result, Work


class _Task(QRunnable):
    def __init__(self, job: Job, runner: "TaskRunner") -> None:
        super().__init__()
        self._job = job
        self._runner = runner

    def run(self) -> None:
        self._runner.ended.emit(self._job.attempt())


class TaskRunner(QObject):
    """Runs work in a pool; the signal lives here, because one that dies with its task loses its news."""

    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Start one piece of work and return at once; callbacks run on the thread that made this object."""
        self._pool.start(_Task(Job(work, done, failed), self))

    def wait(self) -> None:
        """Wait for everything started; only for the end of the program."""
        self._pool.waitForDone()

    def _on_ended(self, result: Result) -> None:
        result.tell()
