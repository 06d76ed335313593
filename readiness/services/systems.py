"""Systems themselves: rename, archive, split, merge; their history follows, and each step can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from readiness.errors import InputError
from readiness.services.drafts import checked_name
from readiness.storage import descent
from readiness.storage.clock import Clock, stamp
from readiness.storage.descent import Forebear, SystemChange
from readiness.storage.systems import folded

if TYPE_CHECKING:
    from sqlite3 import Connection

    from readiness.domain.assessment import Assessment
    from readiness.services.covering import Cover
    from readiness.storage.workspace import Workspace

__all__ = ["Forebear", "SystemChange", "Systems", "folded"]

LEAST: Final = 2


class Systems:
    """What one can do with whole systems."""

    workspace: "Workspace"
    _cover: "Cover"
    _clock: Clock
    _loaded: "dict[int, Assessment]"

    def rename_system(self, system_id: int, name: str) -> SystemChange:
        """Give a system another name; seals and history stay.

        Raises:
            InputError: the name cannot be used, or another system has it.
        """
        checked = checked_name(name)
        return self._change(lambda connection, at: descent.rename(connection, system_id, checked, at))

    def archive_system(self, system_id: int, *, archived: bool) -> SystemChange:
        """Put a system away, or take it out again."""
        return self._change(lambda connection, _at: descent.archive(connection, system_id, archived=archived))

    def split_system(self, system_id: int, names: Sequence[str]) -> SystemChange:
        """Let two parts or more follow a system.

        Raises:
            InputError: a name cannot be used, or there are fewer than two.
        """
        checked = _different([checked_name(name) for name in names])
        if len(checked) < LEAST:
            raise InputError(
                "A system is split into two parts or more.",
                safe="Nothing was changed.",
                remedy="Name at least two.",
            )
        return self._change(lambda connection, at: descent.split(connection, system_id, checked, at))

    def merge_systems(self, system_ids: Sequence[int], name: str) -> SystemChange:
        """Let one system follow several.

        Raises:
            InputError: the name cannot be used, or there is only one.
        """
        checked, ids = checked_name(name), list(dict.fromkeys(system_ids))
        if len(ids) < LEAST:
            raise InputError("One system alone is not merged.", remedy="Choose another one with it.")
        return self._change(lambda connection, at: descent.merge(connection, ids, checked, at))

    def take_back(self, change: SystemChange) -> None:
        """Undo a change of systems.

        Raises:
            InputError: something stands on it already.
        """
        self._cover.before_change()
        with self.workspace.database.transaction() as connection:
            descent.take_back(connection, change)
        self._loaded.clear()

    def erase_person(self, name: str) -> bool:
        """Take a name out of the workspace for good, and return whether it was there; seals stay valid.

        Raises:
            NotSavedError: the disk refused.
        """
        from readiness.storage.upkeep import erase_person  # noqa: PLC0415 - it loads SQLAlchemy

        self._cover.before_change()
        try:
            return erase_person(self.workspace.database, name)
        finally:
            self._loaded.clear()

    def forebears(self, system_id: int) -> tuple[Forebear, ...]:
        """Return the systems that one came from by splits and merges, the nearest first."""
        return self.workspace.forebears(system_id)

    def _as_own(self, earlier: "Assessment", system: str) -> "Assessment":
        """Return an assessment of a forebear as one of the system that came from it; any other as it is."""
        line = self.workspace.forebears(self.workspace.system_id(system))
        came = {folded(one.name) for one in line}
        return replace(earlier, system=system) if folded(earlier.system) in came else earlier

    def _change(self, work: "Callable[[Connection, str], SystemChange]") -> SystemChange:
        self._cover.before_change()
        at = stamp(self._clock())
        with self.workspace.database.transaction() as connection:
            change = work(connection, at)
        self._loaded.clear()
        return change


def _different(names: Sequence[str]) -> list[str]:
    if len({folded(name) for name in names}) < len(names):
        raise InputError(
            "Two of the names read the same.", safe="Nothing was changed.", remedy="Write them another way."
        )
    return list(names)
