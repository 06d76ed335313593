"""What the session offers for whole systems: rename, archive, split, merge; each of it undoably."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from readiness.ui.carrying_calls import CarryingCalls
from readiness.ui.desk import archive_system, merge_systems, rename_system, set_team, split_system, take_back
from readiness.ui.undo import SystemEdit, ValueEdit

if TYPE_CHECKING:
    from readiness.services.systems import SystemChange
    from readiness.ui.desk import Desk
    from readiness.ui.undo import Refused

    Work = Callable[[Desk], SystemChange]


class SystemCalls(CarryingCalls):
    """The part of the session that changes systems while none of them is open.

    ``home_changed`` follows each call, or ``failed``.
    """

    systems_changed = Signal(str)  # a sentence that says what was done

    def rename_system(self, system_id: int, name: str) -> None:
        """Give a system another name."""
        told = self.tr("{0} is called {1} now.").format(self._called(system_id), name.strip())
        work = partial(rename_system, system_id=system_id, name=name)
        self._change(self.tr("rename {0}").format(self._called(system_id)), told, work)

    def set_team(self, system_id: int, team: str) -> None:
        """Say which team has a system; empty for none."""
        system = next((one for one in self._workspace.home if one.id == system_id), None)
        after = " ".join(team.split())
        if system is None or system.team == after:
            return
        self.flush()
        undo = self.tr("team of {0}").format(system.name)
        apply = partial(self._apply_team, system.name)
        self._table.undo_stack.push(ValueEdit(undo, system.team, after, apply))
        named = self.tr("{0} belongs to {1} now.").format(system.name, after)
        self.systems_changed.emit(named if after else self.tr("{0} has no team now.").format(system.name))

    def _apply_team(self, system: str, team: str) -> None:
        self._run(partial(set_team, system=system, team=team), self._on_taken_back)

    def archive_system(self, system_id: int, *, archived: bool) -> None:
        """Put a system away, or take it out again."""
        name = self._called(system_id)
        told = self.tr("{0} is archived.") if archived else self.tr("{0} is back.")
        undo = self.tr("archive {0}") if archived else self.tr("take {0} out of the archive")
        work = partial(archive_system, system_id=system_id, archived=archived)
        self._change(undo.format(name), told.format(name), work)

    def split_system(self, system_id: int, names: Sequence[str]) -> None:
        """Let several parts follow a system."""
        name = self._called(system_id)
        told = self.tr("{0} is split into {1}.").format(name, ", ".join(one.strip() for one in names))
        work = partial(split_system, system_id=system_id, names=tuple(names))
        self._change(self.tr("split {0}").format(name), told, work)

    def merge_systems(self, system_ids: Sequence[int], name: str) -> None:
        """Let one system follow several."""
        names = self.tr(" and ").join(self._called(one) for one in system_ids)
        told = self.tr("{0} go on as {1}.").format(names, name.strip())
        work = partial(merge_systems, system_ids=tuple(system_ids), name=name)
        self._change(self.tr("merge {0}").format(names), told, work)

    def _called(self, system_id: int) -> str:
        return next((system.name for system in self._workspace.home if system.id == system_id), "")

    def _change(self, undo: str, told: str, work: "Work") -> None:
        """Do it, and put it on the undo stack once it is done."""
        self.flush()
        self._run(work, partial(self._on_first_done, undo, told, work))

    def _run(
        self,
        work: "Callable[[Desk], Any]",
        then: "Callable[[Any], None]",
        refused: "Refused | None" = None,
    ) -> None:
        desk = self._workspace.desk
        failed = partial(self._on_refused, refused) if refused else self._workspace.on_failed
        if desk is not None:
            self._database.submit(partial(work, desk), then, failed)

    def _on_refused(self, refused: "Refused", error: Exception) -> None:
        """Let the undo stack stand where it stood, and say why."""
        refused(self._table.undo_stack)
        self._workspace.on_failed(error)

    def _on_first_done(self, undo: str, told: str, work: "Work", change: "SystemChange") -> None:
        again = partial(self._do_again, work)
        self._table.undo_stack.push(SystemEdit(undo, change, self._take_back, again))
        self.systems_changed.emit(told)
        self.refresh_home()

    def _do_again(self, work: "Work", keep: "Callable[[SystemChange], object]", refused: "Refused") -> None:
        self._run(work, partial(self._on_done_again, keep), refused)

    def _on_done_again(self, keep: "Callable[[SystemChange], object]", change: "SystemChange") -> None:
        keep(change)
        self.refresh_home()

    def _take_back(self, change: "SystemChange", refused: "Refused") -> None:
        self._run(partial(take_back, change=change), self._on_taken_back, refused)

    def _on_taken_back(self, _receipt: None) -> None:
        self.refresh_home()
