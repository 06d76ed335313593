"""A plan while it is being written: the moves placed so far, and the answers as they then stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from readiness.domain.counting import Counted, evidenced
from readiness.domain.needs import NEED_LEVEL, Needs, Standing, Unit
from readiness.domain.pricing import Estimates
from readiness.domain.promises import ActionKind
from readiness.domain.questionnaire import Question, Questionnaire, Tier

Barrier = Literal["excluded", "not offered"]


@dataclass(slots=True, kw_only=True)
class Move:
    """One action before it has a price and a quarter.

    ``rises`` maps questions to the levels they go from and to; ``finds`` are questions nobody knows, or
    whose guess is to be backed; ``settles`` those over which the sides are apart.
    """

    unit: Unit
    id: str
    kind: ActionKind
    stage: Tier | None = None
    rises: dict[str, tuple[int, int]] = field(default_factory=dict)
    finds: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question that it is about."""
        return (*self.rises, *self.finds, *self.settles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be done: units, what they need, which of them are barred and why, and the estimates.

    ``barred`` holds ids of questions and of actions (``DAT-04``, ``DAT-04:10``).
    """

    questionnaire: Questionnaire
    needs: Needs
    units: tuple[Unit, ...] = ()
    estimates: Estimates = field(default_factory=Estimates)
    barred: Mapping[str, Barrier] = field(default_factory=dict)

    def barrier(self, unit: Unit, id_: str = "") -> Barrier | None:
        """Return why the unit, or its action of this id, is not to be done; ``None`` where it may be."""
        if not self.barred:
            return None
        return self.barred.get(unit.id) or self.barred.get(id_)


class Sketch:
    """The answers as they stand after each move placed so far."""

    def __init__(self, offer: Offer, counted: Mapping[str, Counted]) -> None:
        self.offer = offer
        self.now = dict(counted)
        self.moves: list[Move] = []
        self.found: set[str] = set()
        self._by_id: dict[str, Move] = {}

    def standing(self, id_: str) -> Standing:
        """Say how a need stands: what is being found out binds no further (ruling 4)."""
        fact = self.now[id_]
        if fact.level is not None:
            return "met" if fact.level >= NEED_LEVEL else "short"
        return "met" if fact.state == "not_applicable" or id_ in self.found else "unknown"

    def before(self, unit: Unit) -> list[str]:
        """Return the questions that must move before the unit, in that order."""
        return self.offer.needs.before(unit, self.standing)

    def obstacle(self, needs: Iterable[str], stage: Tier | None) -> str | None:
        """Return the first need that is not to be done, so that nothing above it can be."""
        if not self.offer.barred:
            return None
        return next((id_ for id_ in needs if self.offer.barrier(self.unit(id_), staged(id_, stage))), None)

    def unit(self, id_: str) -> Unit:
        """Return the unit that raises a question."""
        return self.offer.needs.unit(id_)

    def place_find_out(self, question: Question, *, staged_ids: bool) -> None:
        """Place the task to find out what nobody knows, once; its id is the question's, at its own step."""
        if question.id in self.found:
            return
        self.found.add(question.id)
        unit = self.unit(question.id)
        if unit.is_joined and unit.id == question.id:
            id_ = f"{question.id}:find-out"
        else:
            id_ = staged(question.id, question.hurts_at if staged_ids else None)
        stage = question.hurts_at if staged_ids else None
        self._add(Move(unit=unit, id=id_, kind="find-out", stage=stage, finds=(question.id,)))

    def place_backing(self, unit: Unit, id_: str, question: str) -> None:
        """Place the task that backs an answer with evidence; the level stays."""
        level = self.now[question].level or 0
        self._add(Move(unit=unit, id=id_, kind="find-out", rises={question: (level, level)}))
        self.now[question] = evidenced(level)

    def place(self, unit: Unit, rises: Mapping[str, tuple[int, int]], stage: Tier | None = None) -> None:
        """Raise a unit; what it already does in this stage becomes part of the same action (ruling 14)."""
        id_ = staged(unit.id, stage)
        move = self._by_id.get(id_) or self._add(Move(unit=unit, id=id_, kind="find-out", stage=stage))
        for question, (start, goal) in rises.items():
            first = move.rises.get(question, (start, goal))[0]
            move.rises[question] = (first, goal)
            self.now[question] = evidenced(goal)
            if goal > first:
                move.kind = "raise"

    def _add(self, move: Move) -> Move:
        self.moves.append(move)
        self._by_id[move.id] = move
        return move


def staged(id_: str, stage: Tier | None) -> str:
    """Return the id of an action: the question's or unit's, with the step in a plan by stages."""
    return id_ if stage is None else f"{id_}:{stage}"
