"""What is on its way to the disk: choices at once, typing after a pause, nothing forgotten."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from readiness.errors import NotSavedError, ReadinessError
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.desk import Desk

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing

PAUSE_MS: Final = 500
"""Typing is committed after so long a pause, so that being killed costs less than a second of it."""

_BESIDE: Final = ("place", "sitting")
"""What goes along with answering and is no change that a person made."""

Commit = Callable[["Assessing"], object]
"""A change, made in the database thread on whatever workspace is open then."""

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change and the workspace it belongs to: tried again, it must never end in another one."""

    key: Hashable
    commit: Commit
    desk: Desk


class Saving(QObject):
    """Commits edits in the order they were made. A later edit of the same thing replaces a waiting one.

    What could not be written is kept here and tried again with the next edit or when asked.
    """

    saved = Signal(str)  # local HH:MM, after the last commit returned: nothing waits, nothing failed
    failed = Signal(object, str)  # ReadinessError, local HH:MM since when
    settled = Signal()  # nothing waits any more; what failed may remain

    def __init__(
        self, database: DatabaseThread, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self._database = database
        self._now = now
        self._waiting: dict[Hashable, _Edit] = {}
        self._failed: dict[Hashable, _Edit] = {}
        self._newest: dict[Hashable, _Edit] = {}
        self._flying = 0
        self._since = ""
        self._error: ReadinessError | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def is_settled(self) -> bool:
        """Whether no commit is waiting or under way."""
        return not self._waiting and not self._flying

    @property
    def unsaved(self) -> int:
        """How many changes could not be written; where somebody was reading is none of them."""
        made = sum(1 for key in self._failed if not (isinstance(key, tuple) and key[0] in _BESIDE))
        return made or min(1, len(self._failed))

    @property
    def unsaved_since(self) -> str:
        """Local HH:MM of the first change that could not be written."""
        return self._since if self._failed else ""

    def keep(self, key: Hashable, commit: Commit, *, later: bool = False) -> None:
        """Commit a change: now, or after a pause in the typing."""
        if self.desk is None:
            return
        edit = _Edit(key, commit, self.desk)
        self._waiting.pop(key, None)
        self._waiting[key] = edit
        if later:
            self._pause.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Commit now whatever waits, after what failed before it."""
        self._pause.stop()
        if self._waiting:
            for edit in self._take_all():
                self._submit(edit)

    def try_again(self) -> None:
        """Commit what could not be written."""
        for edit in self._take_all():
            self._submit(edit)

    def move_to(self, desk: Desk) -> None:
        """Take what could not be written along into a copy of its workspace."""
        self._failed = {key: replace(edit, desk=desk) for key, edit in self._failed.items()}

    def tell_again(self) -> None:
        """Say again what could not be written."""
        if self._failed and self._error is not None:
            self.failed.emit(self._error, self.unsaved_since)

    def forget(self) -> None:
        """Let go of what could not be written, because the user said so."""
        self._failed.clear()
        self._waiting.clear()

    def _take_all(self) -> list[_Edit]:
        older = {key: edit for key, edit in self._failed.items() if key not in self._waiting}
        edits = {**older, **self._waiting}
        self._waiting.clear()
        return list(edits.values())

    def _submit(self, edit: _Edit) -> None:
        self._flying += 1
        self._newest[edit.key] = edit
        commit = partial(_commit, edit)
        self._database.submit(commit, partial(self._on_kept, edit), partial(self._on_failed, edit))

    def _on_kept(self, edit: _Edit, _receipt: object) -> None:
        self._failed.pop(edit.key, None)
        self._land(edit)
        if self.is_settled and not self._failed:
            self.saved.emit(self._clock())  # not before all of it: what follows may be the answer

    def _on_failed(self, edit: _Edit, error: Exception) -> None:
        _LOG.warning("not saved: %s", edit.key, exc_info=error)
        if not self._failed:
            self._since = self._clock()
        if self._newest.get(edit.key) is edit:
            self._failed.pop(edit.key, None)  # so that what failed stays in the order it was made
            self._failed[edit.key] = edit
        self._land(edit)
        self._error = error if isinstance(error, ReadinessError) else NotSavedError(_BUG, safe=_KEPT)
        self.failed.emit(self._error, self.unsaved_since)
        if not isinstance(error, ReadinessError):
            raise error

    def _land(self, edit: _Edit) -> None:
        self._flying -= 1
        if self._newest.get(edit.key) is edit:
            del self._newest[edit.key]
        if self.is_settled:
            self.settled.emit()

    def _clock(self) -> str:
        return f"{self._now():%H:%M}"


def _commit(edit: _Edit) -> object:
    return edit.commit(edit.desk.assessing)


_BUG: Final = "Readiness itself went wrong while saving."
_KEPT: Final = "Your answers are kept in memory."
