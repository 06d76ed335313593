"""Gaps → the order in which the score rises most for the effort (domain §3.3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from readiness.domain.needs import Unit
from readiness.domain.sketch import Sketch
from readiness.domain.worth import ratio

_SAME: Final = 1e-12
"""Ratios closer than this are ties, which the order of the questionnaire breaks."""

Rises = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A unit that could rise, what that is worth, what it costs."""

    unit: Unit
    rises: Rises
    value: float
    effort: float


def rises_to(unit: Unit, sketch: Sketch, goals: Mapping[str, int]) -> Rises:
    """Return the levels from which and to which a unit is raised by default."""
    return {
        q.id: (level, goals[q.id])
        for q in unit.questions
        if (level := sketch.now[q.id].level) is not None and level < goals[q.id]
    }


def place_by_score(
    sketch: Sketch, goals: Mapping[str, int], value_of: Callable[[Rises], float]
) -> dict[str, str]:
    """Place every offered action, the closure with the largest ΣV/Σe first.

    Returns the units that cannot rise, each with the need that is not to be done.
    """
    order = _Order(sketch, goals, value_of)
    order.place_all()
    return order.obstructed


class _Order:
    """The candidates that are left. Ratios are kept until a move changes what they stand on."""

    def __init__(self, sketch: Sketch, goals: Mapping[str, int], value_of: Callable[[Rises], float]) -> None:
        self.obstructed: dict[str, str] = {}
        self._sketch = sketch
        self._left = {
            unit.id: self._candidate(unit, rises, value_of(rises))
            for unit in sketch.offer.units
            if not sketch.offer.barrier(unit) and (rises := rises_to(unit, sketch, goals))
        }
        self._closures: dict[str, tuple[float, list[str]]] = {}

    def _candidate(self, unit: Unit, rises: Rises, value: float) -> _Candidate:
        effort = self._sketch.offer.estimates.expect(unit, unit.id, rises, 0)
        return _Candidate(unit=unit, rises=rises, value=value, effort=effort)

    def place_all(self) -> None:
        while self._left:
            best, best_ratio = "", -1.0
            for id_ in list(self._left):
                worth = self._ratio(id_)
                if worth is not None and worth > best_ratio + _SAME:
                    best, best_ratio = id_, worth
            if not best:
                return
            self._place(self._closures[best][1])

    def _ratio(self, id_: str) -> float | None:
        kept = self._closures.get(id_)
        if kept is None:
            unit = self._left[id_].unit
            needs = self._sketch.before(unit)
            obstacle = self._sketch.obstacle(needs, None)
            if obstacle:
                self.obstructed[id_] = obstacle
                del self._left[id_]
                return None
            units = [self._sketch.unit(n).id for n in needs if self._sketch.standing(n) == "short"]
            closure = [*dict.fromkeys(units), id_]
            kept = self._closures[id_] = (self._worth(closure), closure)
        return kept[0]

    def _worth(self, closure: list[str]) -> float:
        members = [self._left[id_] for id_ in closure]
        return ratio(sum(c.value for c in members), sum(c.effort for c in members))

    def _place(self, closure: list[str]) -> None:
        waiting = {id_: self._left.pop(id_) for id_ in closure}
        while waiting:
            ready = [c for c in waiting.values() if not self._waits(c.unit, waiting)]
            chosen = max(ready, key=self._own_worth)
            del waiting[chosen.unit.id]
            for need in self._sketch.before(chosen.unit):
                self._sketch.place_find_out(self._sketch.offer.questionnaire.by_id[need], staged_ids=False)
            self._sketch.place(chosen.unit, chosen.rises)
        moved = set(closure)
        self._closures = {id_: kept for id_, kept in self._closures.items() if moved.isdisjoint(kept[1])}

    def _waits(self, unit: Unit, waiting: Mapping[str, _Candidate]) -> bool:
        needs = self._sketch.offer.needs.direct(unit)
        return any(self._sketch.unit(n).id in waiting for n in needs if self._sketch.standing(n) == "short")

    def _own_worth(self, candidate: _Candidate) -> tuple[float, int]:
        place = self._sketch.offer.questionnaire.order[candidate.unit.questions[0].id]
        return ratio(candidate.value, candidate.effort), -place
