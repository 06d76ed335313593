"""What the session offers to move an open assessment to a newer version, on the table or in the list."""

from functools import partial
from typing import TYPE_CHECKING

from readiness.ui.desk import move_assessment, move_back, resume
from readiness.ui.system_calls import SystemCalls
from readiness.ui.undo import SystemEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.moving import Moved
    from readiness.ui.desk import Desk, Resumed
    from readiness.ui.undo import Refused

    MoveWork = Callable[[Desk], Moved]


class MovingCalls(SystemCalls):
    """The part of the session that moves assessments; ``home_changed`` follows, or ``failed``."""

    def move_assessment(self, assessment_id: int, version: str, name: str) -> None:
        """Move an open assessment to a version; ``name`` is what it is called in the menu of undoing."""
        self.flush()
        work = partial(move_assessment, assessment_id=assessment_id, version=version)
        self._run(work, partial(self._on_first_moved, name, work))

    def _on_first_moved(self, name: str, work: "MoveWork", done: "Moved") -> None:
        if done.id == self._table.id:  # what was changed before speaks of the old questions
            self._table.undo_stack.clear()
        undo = self.tr("move of {0} to {1}").format(name, done.reference)
        edit = SystemEdit(undo, done, self._take_move_back, partial(self._move_again, work))
        self._table.undo_stack.push(edit)
        self.systems_changed.emit(self.tr("{0} asks {1} now.").format(name, done.reference))
        self._show_moved(done.id)

    def _move_again(self, work: "MoveWork", keep: "Callable[[Moved], object]", refused: "Refused") -> None:
        self.flush()
        self._run(work, partial(self._on_moved_again, keep), refused)

    def _on_moved_again(self, keep: "Callable[[Moved], object]", done: "Moved") -> None:
        keep(done)
        self._show_moved(done.id)

    def _take_move_back(self, done: "Moved", refused: "Refused") -> None:
        self.flush()
        self._run(partial(move_back, done=done), self._show_moved, refused)

    def _show_moved(self, assessment_id: int) -> None:
        """Show what the assessment has become: read after everything that was still on its way."""
        if assessment_id == self._table.id:
            self._run(partial(resume, assessment_id=assessment_id), self._on_read_again)
        self.refresh_home()

    def _on_read_again(self, resumed: "Resumed") -> None:
        if resumed.id == self._table.id:
            self._table.stand(resumed)
