"""What must stand before what: the needs of questions, alone or joined under one action (§3.1, 3.3)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.questionnaire import Question, Questionnaire

NEED_LEVEL: Final = 2
"""The level at which a prerequisite is met."""

Standing = Literal["met", "unknown", "short"]
"""How a need stands: met, to be found out, or to be raised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one action raises: a question, or several joined."""

    id: str
    questions: tuple[Question, ...]

    @property
    def is_joined(self) -> bool:
        """Whether several questions rise by the same work."""
        return len(self.questions) > 1


class Needs:
    """The needs between units; those that lead nowhere or to a question without weight bind nobody.

    A question that no unit is given for is one of its own, made when it is first asked for: most are not.
    """

    def __init__(self, questionnaire: Questionnaire, units: Iterable[Unit] = ()) -> None:
        self._by_id = questionnaire.by_id
        self._units = {q.id: unit for unit in units for q in unit.questions}
        self._direct: dict[str, tuple[str, ...]] = {}

    def unit(self, id_: str) -> Unit:
        """Return the unit that raises a question."""
        found = self._units.get(id_)
        if found is None:
            found = self._units[id_] = Unit(id=id_, questions=(self._by_id[id_],))
        return found

    def direct(self, unit: Unit) -> tuple[str, ...]:
        """Return the questions that the unit itself needs, in the order of the file."""
        found = self._direct.get(unit.id)
        if found is None:
            own = {q.id for q in unit.questions}
            asked = dict.fromkeys(n for q in unit.questions for n in q.needs)
            found = tuple(n for n in asked if n not in own and n in self._by_id and self._by_id[n].weight)
            self._direct[unit.id] = found
        return found

    def before(self, unit: Unit, standing: Callable[[str], Standing]) -> list[str]:
        """Return the questions that must move before the unit, each after what it needs itself."""
        return list(self._walk(unit, standing)) if self.direct(unit) else []

    def _walk(self, unit: Unit, standing: Callable[[str], Standing]) -> Iterator[str]:
        seen = {q.id for q in unit.questions}
        trail = [("", iter(self.direct(unit)))]
        while trail:
            id_, rest = trail[-1]
            following = next((n for n in rest if n not in seen and standing(n) != "met"), None)
            if following is None:
                trail.pop()
                if id_:
                    yield id_
                continue
            seen.add(following)
            # What nobody knows can be found out without anything else standing.
            deeper = self.direct(self.unit(following)) if standing(following) == "short" else ()
            trail.append((following, iter(deeper)))

    def circle(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """Return units that need each other, the first again at the end; empty where none do."""
        settled: set[str] = set()
        for unit in units:
            found = self._circle_from(unit, settled)
            if found:
                return found
        return ()

    def _circle_from(self, unit: Unit, settled: set[str]) -> tuple[str, ...]:
        trail = {unit.id: iter(self.direct(unit))} if unit.id not in settled else {}
        while trail:
            id_, rest = next(reversed(trail.items()))
            following = next((u for n in rest if (u := self.unit(n)).id not in settled), None)
            if following is None:
                settled.add(id_)
                trail.pop(id_)
            elif following.id in trail:
                names = list(trail)
                return (*names[names.index(following.id) :], following.id)
            else:
                trail[following.id] = iter(self.direct(following))
        return ()
