"""Writes back to its folder what is saved of a workspace on this computer, a few seconds after each change.

The copy is made in the database thread, which has the file; the folder may be slow or gone, so it is written
in another, and no answer waits for it.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from readiness.errors import ReadinessError, WorkspaceMovedError
from readiness.ui.session import Session
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from readiness.services.first_look import Outgoing, WorkingCopy
    from readiness.ui.desk import CopyStanding, Desk

WAIT_MS: Final = 5_000
"""So long after a change it is written back, with all that came meanwhile."""

AGAIN_MS: Final = 30_000
"""So long after it failed it is tried again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the workspace is on a copy, when its folder had all of it, and since when it lacks some."""

    is_on_copy: bool = False
    at: str = ""
    since: str = ""


class WritingBack(QObject):
    """Looks after the folder of a workspace that is worked on through a copy; idle for every other."""

    changed = Signal(object)  # Standing
    failed = Signal(object)  # ReadinessError, once until it works again
    moved = Signal(object)  # ReadinessError: somebody else put something there, so it is not tried again
    recovered = Signal(str)  # local HH:MM

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.standing = Standing()
        self._session = session
        self._tasks = TaskRunner(self)
        self._is_busy = self._is_moved = False
        self._turn = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.write_now)
        session.copy_written.connect(self._on_committed)
        session.workspace_opened.connect(self._on_opened)
        session.workspace_closed.connect(self._begin_anew)
        session.sealed.connect(self.write_now)

    def write_now(self) -> None:
        """Write back what the folder does not have yet."""
        if not self.standing.is_on_copy or self._is_moved:
            return
        if self._is_busy or not self._is_started():
            self._wait.start(WAIT_MS)
        else:
            self._is_busy = True
            self._wait.stop()

    def settle(self) -> None:
        """Wait for what was started and tell it; only for tests and pictures."""
        self._tasks.wait()
        QCoreApplication.sendPostedEvents()

    def wait(self) -> None:
        """Wait for what was started; only for the end of the program."""
        self._wait.stop()
        self._tasks.wait()

    def _is_started(self) -> bool:
        """Begin to write back; it cannot begin while the workspace is being closed, which may yet fail."""
        turn = self._turn
        return self._session.try_errand(
            _prepare, partial(self._on_prepared, turn), partial(self._on_failed, turn)
        )

    def _begin_anew(self) -> None:
        """Hear no more of the workspace before: it may have the same path, and its news come late."""
        self._turn += 1
        self._wait.stop()
        self._is_busy = self._is_moved = False
        self._stand(Standing())

    def _on_opened(self, _path: str) -> None:
        self._begin_anew()
        self._session.listen_to_copy(self._on_heard)

    def _on_heard(self, heard: "CopyStanding") -> None:
        if heard.path != self._session.path or not heard.is_on_copy:
            return
        self._stand(Standing(is_on_copy=True, at=self._now() if heard.is_in_step else ""))
        if not heard.is_in_step:
            self.write_now()

    def _on_committed(self) -> None:
        if self.standing.is_on_copy and not self._is_moved and not self._wait.isActive():
            self._wait.start(WAIT_MS)

    def _on_prepared(self, turn: int, prepared: "tuple[WorkingCopy | None, Outgoing | None]") -> None:
        copy, outgoing = prepared
        written = partial(self._on_written, turn, self._now())  # what is answered from now on is not in it
        if copy is None or outgoing is None:
            written(None)
        else:
            self._tasks.run(partial(copy.write_back, outgoing), written, partial(self._on_failed, turn))

    def _on_written(self, turn: int, at: str, _receipt: None) -> None:
        if turn != self._turn:
            return
        self._is_busy = False
        had_failed = bool(self.standing.since)
        self._stand(Standing(is_on_copy=True, at=at))
        if had_failed:
            self.recovered.emit(at)

    def _on_failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn and isinstance(error, ReadinessError):
            return
        self._is_busy = False
        if not isinstance(error, ReadinessError):
            self._wait.start(AGAIN_MS)
            raise error
        was_known = bool(self.standing.since)
        self._stand(replace(self.standing, since=self.standing.since or self._now()))
        if isinstance(error, WorkspaceMovedError):
            self._is_moved = True
            self.moved.emit(error)
            return
        self._wait.start(AGAIN_MS)
        if not was_known:
            self.failed.emit(error)

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit(standing)

    def _now(self) -> str:
        return f"{self._session.now():%H:%M}"


def _prepare(desk: "Desk") -> "tuple[WorkingCopy | None, Outgoing | None]":
    if desk.file.database.is_closed:  # another took its place meanwhile, which the window is yet to hear
        return desk.file.copy, None
    return desk.file.copy, desk.file.prepare()
