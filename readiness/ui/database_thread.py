"""The one thread that talks to the workspace: work goes in by a queue, results come back as signals."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

SLOW_MS: Final = 300
"""After so long the window says that something is still being saved."""

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work
    done: Done | None
    failed: Failed | None


@dataclass(frozen=True, slots=True)
class _Result:
    job: _Job
    value: Any = None
    error: Exception | None = None


class _Worker(QThread):
    finished_one = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue: SimpleQueue[_Job | None] = SimpleQueue()

    def run(self) -> None:
        while (job := self.queue.get()) is not None:
            self.finished_one.emit(_attempt(job))


class DatabaseThread(QObject):
    """Runs work in order, one at a time, in its own thread; callbacks run on the thread that made this.

    ``done`` is given what the work returned, ``failed`` what it raised. Where nobody takes the exception it
    is raised again here, so that the one hook sees it.
    """

    idle = Signal()
    slow = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_jobs = 0
        self._worker = _Worker(self)
        self._worker.finished_one.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(self.slow)
        self._worker.start()

    @property
    def is_idle(self) -> bool:
        """Whether everything submitted has been done and told."""
        return self._open_jobs == 0

    def submit(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Queue one piece of work and return at once."""
        self._open_jobs += 1
        if not self._patience.isActive():
            self._patience.start()
        self._worker.queue.put(_Job(work, done, failed))

    def stop(self) -> None:
        """Finish what is queued, then end the thread; only for the end of the program."""
        if self._worker.isRunning():
            self._worker.queue.put(None)
            self._worker.wait()

    def _deliver(self, result: _Result) -> None:
        self._open_jobs -= 1
        if self.is_idle:
            self._patience.stop()
        try:
            _tell(result)
        finally:
            if self.is_idle:
                self.idle.emit()


def _attempt(job: _Job) -> _Result:
    try:
        return _Result(job, job.work())
    except Exception as error:  # noqa: BLE001 - raised again on the thread that asked
        _LOG.debug("work failed", exc_info=error)
        return _Result(job, error=error)


def _tell(result: _Result) -> None:
    job, error = result.job, result.error
    if error is None:
        if job.done is not None:
            job.done(result.value)
    elif job.failed is not None:
        job.failed(error)
    else:
        raise error
