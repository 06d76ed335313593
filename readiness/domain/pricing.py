"""What an action costs: person-weeks a level until somebody estimates it, then the estimate (domain §3.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from readiness.domain.needs import Unit
from readiness.domain.questionnaire import EffortSize

FIND_OUT_WEEKS: Final = 0.5
"""Person-weeks to find out what nobody knows, or to back a guess with evidence."""

EFFORT_RANGE: Final[Mapping[EffortSize, tuple[float, float]]] = {
    "S": (0.5, 2.0),
    "M": (1.0, 5.0),
    "L": (4.0, 25.0),
}
"""Person-weeks a level, least and most, that an action nobody has estimated may take."""

Rises = Mapping[str, tuple[int, int]]
"""From which level to which, by question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Person-weeks: the figure that plans use, its range, and whether somebody estimated it."""

    weeks: float
    low: float
    high: float
    estimated: bool = False


class Priced(Protocol):
    """A move that can be priced."""

    @property
    def unit(self) -> Unit:
        """What it raises."""

    @property
    def id(self) -> str:
        """How people name it."""

    @property
    def rises(self) -> Rises:
        """What rises, and how far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """Owners' estimates in person-weeks, by the id of a question or of an action."""

    weeks: Mapping[str, float] = field(default_factory=dict)

    def of(self, unit: Unit) -> float | None:
        """Return the estimate of everything the unit is raised by."""
        named = (unit.id, *(q.id for q in unit.questions))
        return next((self.weeks[id_] for id_ in named if id_ in self.weeks), None)

    def expect(self, unit: Unit, id_: str, rises: Rises, span: int) -> float:
        """Return what a move costs while the rest of the way is not known: its share of ``span`` levels."""
        if not self.weeks:
            return default_weeks(unit, rises)
        if id_ in self.weeks and id_ != unit.id:
            return self.weeks[id_]
        estimate = self.of(unit)
        levels = levels_of(rises)
        if estimate is None or not levels:
            return default_weeks(unit, rises)
        return estimate * levels / max(span, levels)

    def price(self, moves: Iterable[Priced]) -> dict[str, Price]:
        """Return the price of every move by id; an estimate of a unit is spent over all of its moves."""
        found: dict[str, Price] = {}
        shared: dict[str, list[Priced]] = {}
        for move in moves:
            if move.id in self.weeks and move.id != move.unit.id:
                found[move.id] = _estimated(self.weeks[move.id])
            else:
                shared.setdefault(move.unit.id, []).append(move)
        for group in shared.values():
            found |= self._shared(group)
        return found

    def _shared(self, group: list[Priced]) -> dict[str, Price]:
        unit = group[0].unit
        estimate = self.of(unit)
        levels = sum(levels_of(move.rises) for move in group)
        if estimate is None:
            return {move.id: default_price(unit, move.rises) for move in group}
        if not levels:
            return {move.id: _estimated(estimate / len(group)) for move in group}
        return {
            move.id: _estimated(estimate * of_it / levels)
            if (of_it := levels_of(move.rises))
            else default_price(unit, move.rises)
            for move in group
        }


def levels_of(rises: Rises) -> int:
    """Return the levels that a move is made of."""
    return sum(goal - start for start, goal in rises.values())


def default_weeks(unit: Unit, rises: Rises) -> float:
    """Return the person-weeks by size; what is joined rises by the same work, so the dearest counts, once."""
    if not levels_of(rises):
        return FIND_OUT_WEEKS
    return max(q.weeks_a_level * (rises[q.id][1] - rises[q.id][0]) for q in unit.questions if q.id in rises)


def default_price(unit: Unit, rises: Rises) -> Price:
    """Return the price by size, with its range."""
    weeks = default_weeks(unit, rises)
    if not levels_of(rises):
        return Price(weeks=weeks, low=weeks, high=weeks)
    sized = [(EFFORT_RANGE[q.effort], rises[q.id]) for q in unit.questions if q.id in rises]
    return Price(
        weeks=weeks,
        low=max(least * (goal - start) for (least, _), (start, goal) in sized),
        high=max(most * (goal - start) for (_, most), (start, goal) in sized),
    )


def _estimated(weeks: float) -> Price:
    return Price(weeks=weeks, low=weeks, high=weeks, estimated=True)
