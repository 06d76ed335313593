"""Actions in order → quarters under a capacity (domain §3.4, rulings 4 and 14).

Quarter by quarter, each action in the order of the list takes what is free once everything it needs is
finished, at the earliest in the same quarter, and spills into the next. Nothing is skipped because it would
not fit before the horizon: the calendar has no end, only the view has one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from readiness.domain.counting import Side

LEAST_FINDING: Final = 0.5
FINDING_SHARE: Final = 0.1
"""Find-outs use at most this share of a quarter, but half a person-week in any case (ruling 4)."""

_NOTHING: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work to be scheduled: person-weeks, the tasks it needs, whose work it is, and where it is pinned.

    ``finds`` marks a find-out. ``pin`` is a quarter from 1: the whole effort stays there, whatever it does
    to the quarter. ``counts`` says whether it is one of the actions that a limit on open ones counts.
    """

    id: str
    effort: float
    needs: tuple[str, ...] = ()
    finds: bool = False
    roles: tuple[Side, ...] = ()
    pin: int | None = None
    counts: bool = True


@dataclass(slots=True, kw_only=True)
class Booking:
    """When a task is worked on: person-weeks by quarter. ``finish`` is ``None`` beyond the horizon."""

    used: dict[int, float] = field(default_factory=dict)
    start: int | None = None
    finish: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The bookings by task, and the person-weeks used in each quarter."""

    bookings: Mapping[str, Booking]
    used: tuple[float, ...]


def schedule(
    tasks: Sequence[Task],
    capacity: Sequence[float],
    at_once: int | None = None,
    roles: Mapping[Side, float] | None = None,
) -> Schedule:
    """Book the tasks, given in an order that has needs before what needs them."""
    return _Calendar(tasks, capacity, at_once, roles or {}).fill()


@dataclass(slots=True, kw_only=True)
class _Quarter:
    """What is left of one quarter."""

    index: int
    free: float
    roles: dict[Side, float]
    places: int | None
    over: float = 0.0

    def take(self, wanted: float, of: Sequence[Side]) -> float:
        """Give what is free, of the whole and of each role that shares the work."""
        sharing = [role for role in of if role in self.roles]
        split = max(1, len(of))
        given = min([wanted, self.free, *(self.roles[role] * split for role in sharing)])
        self.free = _snapped(self.free - given)
        for role in sharing:
            self.roles[role] = _snapped(self.roles[role] - given / split)
        return given


class _Calendar:
    def __init__(
        self,
        tasks: Sequence[Task],
        capacity: Sequence[float],
        at_once: int | None,
        roles: Mapping[Side, float],
    ) -> None:
        self._capacity = capacity
        self._at_once = at_once
        self._roles = roles
        self._bookings = {task.id: Booking() for task in tasks}
        self._rest = {task.id: task.effort for task in tasks}
        self._pinned = [task for task in tasks if task.pin is not None]
        self._finding = [task for task in tasks if task.finds and task.pin is None]
        self._turns = _turns(tasks, capacity)
        self._listed = [task for task in tasks if not task.finds and task.pin is None]

    def fill(self) -> Schedule:
        used = tuple(self._fill(index, weeks) for index, weeks in enumerate(self._capacity, start=1))
        return Schedule(bookings=self._bookings, used=used)

    def _fill(self, index: int, weeks: float) -> float:
        quarter = _Quarter(index=index, free=weeks, roles=dict(self._roles), places=self._at_once)
        for task in self._pinned:
            if task.pin == index:
                self._hold(task, quarter)
        if weeks > 0:
            self._find_out(quarter, weeks)
            self._work(quarter)
        return weeks - quarter.free + quarter.over

    def _hold(self, task: Task, quarter: _Quarter) -> None:
        given = quarter.take(task.effort, task.roles)
        quarter.over += task.effort - given
        if quarter.places is not None and task.counts:
            quarter.places -= 1
        self._book(task, quarter, task.effort)

    def _find_out(self, quarter: _Quarter, weeks: float) -> None:
        budget = min(quarter.free, max(LEAST_FINDING, FINDING_SHARE * weeks))
        for task in self._finding:
            if self._bookings[task.id].finish is None:
                given = quarter.take(min(budget, self._rest[task.id]), task.roles)
                budget = _snapped(budget - given)
                self._book(task, quarter, given)

    def _work(self, quarter: _Quarter) -> None:
        left = [task for task in self._listed if self._bookings[task.id].finish is None]
        waiting = [task for task in left if self._turns[task.id] > quarter.index]
        waiting.sort(key=lambda task: self._turns[task.id])
        for task in (*(t for t in left if self._turns[t.id] <= quarter.index), *waiting):
            if self._is_ready(task) and not (task.counts and quarter.places == 0):
                given = quarter.take(self._rest[task.id], task.roles)
                if self._book(task, quarter, given) and quarter.places is not None and task.counts:
                    quarter.places -= 1

    def _is_ready(self, task: Task) -> bool:
        return all(self._bookings[id_].finish is not None for id_ in task.needs)

    def _book(self, task: Task, quarter: _Quarter, given: float) -> bool:
        """Note what was given; say whether the task was worked on."""
        rest = self._rest[task.id] = self._rest[task.id] - given
        booking = self._bookings[task.id]
        if given <= 0 and rest > _NOTHING:
            return False
        booking.start = booking.start or quarter.index
        if given > 0:
            booking.used[quarter.index] = given
        if rest <= _NOTHING:
            booking.finish = quarter.index
        return True


def _turns(tasks: Iterable[Task], capacity: Sequence[float]) -> dict[str, int]:
    """Return the quarter from which each task is served in the order of the list.

    What waits for a find-out is served after everything else until the quarter in which one find-out a
    quarter would have come to it. This does not depend on the capacity; if it did, more capacity would bring
    the answer, and what waits for it, forward, and so delay what comes later in the list.
    """
    turns: dict[str, int] = {}
    found = 0.0
    for task in tasks:
        if task.finds and task.pin is None:
            found += task.effort
            turns[task.id] = _slowest(found, capacity)
        else:
            turns[task.id] = max((turns.get(id_, 1) for id_ in task.needs), default=1)
    return turns


def _slowest(weeks: float, capacity: Sequence[float]) -> int:
    """Return the quarter in which so many person-weeks of finding out are done at the least allowed pace."""
    for index, available in enumerate(capacity, start=1):
        weeks -= min(LEAST_FINDING, available)
        if weeks <= _NOTHING:
            return index
    return len(capacity) + 1


def _snapped(value: float) -> float:
    return value if value > _NOTHING else 0.0
