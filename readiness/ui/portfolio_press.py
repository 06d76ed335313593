"""The report of a portfolio is made system by system: read, weighed elsewhere, and drawn at the end.

Between two systems the database thread is free, so that what somebody answers meanwhile is saved at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from readiness.errors import OutputError, ReadinessError
from readiness.ui.backend import Backend
from readiness.ui.desk import Desk, read_given, read_members
from readiness.ui.jobs import Done, Failed, once_loaded
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from readiness.domain.period import Period
    from readiness.reports.options import ReportOptions
    from readiness.reports.portfolio_weighing import Given, Weighed
    from readiness.services.portfolio_report import Member

Read = Callable[[Callable[[Desk], Any], Done, Failed], None]
"""Does an errand in the database thread and calls back."""


@dataclass(slots=True, kw_only=True)
class _Order:
    """One report on its way."""

    read: Read
    period: "Period"
    path: Path
    options: "ReportOptions"
    members: "tuple[Member, ...]" = ()
    weighed: "list[Weighed]" = field(default_factory=list)
    is_stopped: bool = False


class PortfolioPress(QObject):
    """Makes one report at a time; ``exported`` or ``failed`` ends it."""

    exported = Signal(str)  # path of the finished file
    progressed = Signal(int, int)  # systems that are weighed, of how many; then it is drawn
    failed = Signal(object)  # ReadinessError

    def __init__(self, backend: Backend, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self._order: _Order | None = None

    @property
    def is_busy(self) -> bool:
        """Whether one is being made."""
        return self._order is not None

    def begin(self, read: Read, period: "Period", path: Path, options: "ReportOptions") -> None:
        """Begin a report, unless one is being made."""
        if self._order is None:
            self._order = _Order(read=read, period=period, path=path, options=options)
            read(partial(read_members, period=period), self._on_members, self._on_failed)

    def cancel(self) -> None:
        """Stop it; nothing is written, and ``failed`` says so."""
        if self._order is not None:
            self._order.is_stopped = True
            self._backend.cancel()

    def _on_members(self, members: "tuple[Member, ...]") -> None:
        if self._order is not None:
            self._order.members = members
            self._go_on(self._order)

    def _go_on(self, order: _Order) -> None:
        """Read the next system, or draw when all are weighed."""
        done, whole = len(order.weighed), len(order.members)
        if order.is_stopped:
            self._on_failed(_stopped())
            return
        self.progressed.emit(done, whole)
        if done < whole:
            order.read(partial(read_given, member=order.members[done]), self._on_given, self._on_failed)
            return
        self._tasks.run(once_loaded(partial(self._draw, order)), self._on_exported, self._on_failed)

    def _draw(self, order: _Order) -> Path:
        """Draw and write it, in a thread of its own; not where it was stopped while it waited for one."""
        if order.is_stopped:
            raise _stopped()
        return self._backend.export_portfolio(tuple(order.weighed), order.period, order.path, order.options)

    def _on_given(self, given: "Given") -> None:
        work = partial(self._backend.weigh_system, given)
        self._tasks.run(once_loaded(work), self._on_weighed, self._on_failed)

    def _on_weighed(self, weighed: "Weighed") -> None:
        if self._order is not None:
            self._order.weighed.append(weighed)
            self._go_on(self._order)

    def _on_exported(self, path: Path) -> None:
        self._order = None
        self.exported.emit(str(path))

    def _on_failed(self, error: Exception) -> None:
        self._order = None
        if not isinstance(error, ReadinessError):
            raise error
        self.failed.emit(error)


def _stopped() -> OutputError:
    return OutputError("The report was stopped.", safe="Nothing was written.")
