"""What must stand before what: the needs of questions, alone or joined under one action (§3.1, 3.3)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


def plain_units(questionnaire: Questionnaire) -> tuple[Unit, ...]:
    """Return a unit for every question that counts; weight 0 is in no action (ruling 6)."""
    return tuple(Unit(id=q.id, questions=(q,)) for q in questionnaire.questions if q.weight)


class Needs:
    """The needs between units; those that lead nowhere or to a question without weight bind nobody."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.unit_of: Mapping[str, Unit] = {q.id: unit for unit in units for q in unit.questions}
        self._direct: dict[str, tuple[str, ...]] = {}

    def direct(self, unit: Unit) -> tuple[str, ...]:
        """Return the questions that the unit itself needs, in the order of the file."""
        found = self._direct.get(unit.id)
        if found is None:
            own = {q.id for q in unit.questions}
            asked = dict.fromkeys(n for q in unit.questions for n in q.needs)
            found = tuple(n for n in asked if n not in own and n in self.unit_of)
            self._direct[unit.id] = found
        return found

    def before(self, unit: Unit, standing: Callable[[str], Standing]) -> list[str]:
        """Return the questions that must move before the unit, each after what it needs itself."""
        return list(self._walk(unit, standing))

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
            deeper = self.direct(self.unit_of[following]) if standing(following) == "short" else ()
            trail.append((following, iter(deeper)))

    def circle(self) -> tuple[str, ...]:
        """Return units that need each other, the first again at the end; empty where none do."""
        settled: set[str] = set()
        for unit in self.unit_of.values():
            found = self._circle_from(unit, settled)
            if found:
                return found
        return ()

    def _circle_from(self, unit: Unit, settled: set[str]) -> tuple[str, ...]:
        trail = {unit.id: iter(self.direct(unit))} if unit.id not in settled else {}
        while trail:
            id_, rest = next(reversed(trail.items()))
            following = next((u for n in rest if (u := self.unit_of[n]).id not in settled), None)
            if following is None:
                settled.add(id_)
                trail.pop(id_)
            elif following.id in trail:
                names = list(trail)
                return (*names[names.index(following.id) :], following.id)
            else:
                trail[following.id] = iter(self.direct(following))
        return ()
