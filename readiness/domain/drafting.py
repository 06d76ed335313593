"""What can be done → the actions of a plan in their order, and what it leaves out (§3.3, ruling 14)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from readiness.domain.ceiling_first import StageWalk, walk_stage
from readiness.domain.counting import Counted
from readiness.domain.growth import judge_steps
from readiness.domain.needs import Unit
from readiness.domain.offering import Worth, done_ids, goals, stages_of
from readiness.domain.outcome import Outcome
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import TIERS, Question, Tier, requirement
from readiness.domain.score_first import place_by_score, rises_to
from readiness.domain.sketch import Move, Offer, Sketch, staged
from readiness.domain.what_if import WhatIf

APART: Final = 2
"""From this gap on, in levels, the facts are settled before anything is done (domain §3.1)."""

NOT_ESTIMATED: Final = "not estimated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The moves in the order they are scheduled, those left out with why, and the stages that were walked.

    ``found`` are the questions nobody knows that are being found out; ``pins`` the quarter by move.
    """

    moves: tuple[Move, ...]
    left: tuple[tuple[Move, str], ...]
    walks: tuple[StageWalk, ...]
    found: frozenset[str]
    pins: Mapping[str, str]


def draft(
    outcome: Outcome,
    what_if: WhatIf,
    offer: Offer,
    counted: Mapping[str, Counted],
    worth: Mapping[str, Worth],
) -> Draft:
    """Choose and order what is done: find-outs first, then by stages or by score, then free actions."""
    return _Drafting(outcome, what_if, offer, counted, worth).draft()


class _Drafting:
    def __init__(
        self,
        outcome: Outcome,
        what_if: WhatIf,
        offer: Offer,
        counted: Mapping[str, Counted],
        worth: Mapping[str, Worth],
    ) -> None:
        self._outcome = outcome
        self._what_if = what_if
        self._offer = offer
        self._step: Tier = outcome.growth.target_step
        self._is_staged = what_if.mode == "ceiling-first"
        self._worth = worth
        self._goals = goals(outcome, self._step)
        self._done = set(done_ids(outcome, what_if))
        self._sketch = Sketch(offer, counted)
        self._obstructed: dict[str, str] = {}
        self._left: list[tuple[Move, str]] = []

    def draft(self) -> Draft:
        self._find_out()
        walks = tuple(self._walk()) if self._is_staged else ()
        if not self._is_staged:
            self._back_guesses()
        if self._what_if.fill or not self._is_staged:
            self._obstructed = place_by_score(self._sketch, self._goals, self._value)
        self._leave()
        self._place_pinned()
        moves = self._ordered(self._sketch.moves)
        moves = [*self._settle(moves), *moves, *self._free()]
        pins = {move.id: pin for move in moves if (pin := self._pin(move))}
        found = frozenset(self._sketch.found)
        return Draft(moves=tuple(moves), left=tuple(self._left), walks=walks, found=found, pins=pins)

    def _value(self, rises: Mapping[str, tuple[int, int]]) -> float:
        return sum(self._worth[id_].value * (goal - start) for id_, (start, goal) in rises.items())

    def _find_out(self) -> None:
        for question in self._offer.questionnaire.questions:
            if self._sketch.now[question.id].state != "unknown" or not question.weight:
                continue
            unit = self._sketch.unit(question.id)
            id_ = staged(question.id, question.hurts_at if self._is_staged else None)
            if self._done.intersection((question.id, id_, f"{question.id}:find-out")):
                self._sketch.found.add(question.id)
            elif self._offer.barrier(unit, id_) is None:
                self._sketch.place_find_out(question, staged_ids=self._is_staged)
            elif self._offer.barrier(unit, id_) == "excluded":
                self._left.append(
                    (Move(unit=unit, id=id_, kind="find-out", finds=(question.id,)), "excluded")
                )

    def _walk(self) -> Iterator[StageWalk]:
        for step in judge_steps(self._offer.questionnaire, self._sketch.now):
            if step.passes is not None and step.factor <= self._step:
                yield walk_stage(self._sketch, step.factor, self._step)

    def _back_guesses(self) -> None:
        """Place what backs a guess, or a 4 without evidence, that alone keeps a question below its mark."""
        for question in self._guesses():
            unit = self._sketch.unit(question.id)
            id_ = f"{question.id}:find-out" if rises_to(unit, self._sketch, self._goals) else question.id
            if self._offer.barrier(unit, id_) is None:
                self._sketch.place_backing(unit, id_, question.id)

    def _guesses(self) -> Iterator[Question]:
        for question in self._offer.questionnaire.questions:
            fact = self._sketch.now[question.id]
            asks = requirement(self._step, question.hurts_at)
            if asks is None or fact.level is None or not question.weight:
                continue
            if fact.effective < asks <= fact.level:
                yield question

    def _leave(self) -> None:
        """Note what the plan leaves out, and why; what was not offered does not exist."""
        for unit in self._offer.units:
            rises = rises_to(unit, self._sketch, self._goals)
            why = self._why_left(unit) if rises else None
            if why:
                self._left.append((Move(unit=unit, id=unit.id, kind="raise", rises=rises), why))
        for question in self._guesses():
            unit = self._sketch.unit(question.id)
            why = None if rises_to(unit, self._sketch, self._goals) else self._why_left(unit)
            if why:
                level = self._sketch.now[question.id].level or 0
                id_ = f"{question.id}:find-out" if unit.is_joined else question.id
                move = Move(unit=unit, id=id_, kind="find-out", rises={question.id: (level, level)})
                self._left.append((move, why))

    def _why_left(self, unit: Unit) -> str | None:
        stages = [None, *(step for step in TIERS if step <= self._step and self._is_staged)]
        barriers = {self._offer.barrier(unit, staged(unit.id, stage)) for stage in stages}
        if "not offered" in barriers:
            return None
        if "excluded" in barriers:
            return "excluded"
        needs = self._sketch.before(unit)
        obstacle = next((o for stage in stages if (o := self._sketch.obstacle(needs, stage))), None)
        return f"needs {obstacle}" if obstacle else f"not needed for {self._step}×"

    def _place_pinned(self) -> None:
        """Take what people pinned into the plan although nothing asks for it."""
        for move, why in list(self._left):
            if not self._pin(move) or why == "excluded":
                continue
            self._left.remove((move, why))
            if move.kind == "raise":
                self._sketch.place(move.unit, move.rises)
            else:
                self._sketch.place_backing(move.unit, move.id, move.questions[0])

    def _pin(self, move: Move) -> str | None:
        pins = self._what_if.pins
        named = (move.id,) if move.kind == "settle" else (move.id, move.unit.id, *move.questions)
        if not self._is_staged:  # a promise of a stage is one of its question where there are no stages
            named += tuple(stage for id_ in named for stage in stages_of(id_, pins))
        return next((pins[id_] for id_ in named if id_ in pins), None)

    def _ordered(self, moves: Iterable[Move]) -> list[Move]:
        """Put find-outs first, by weight (ruling 4)."""
        by_id, order = self._offer.questionnaire.by_id, self._offer.questionnaire.order
        kept = list(moves)
        finds = [move for move in kept if move.kind == "find-out"]
        finds.sort(key=lambda m: (-max(by_id[q].weight for q in m.questions), order[m.questions[0]]))
        return [*finds, *(move for move in kept if move.kind != "find-out")]

    def _settle(self, moves: Iterable[Move]) -> Iterator[Move]:
        """Yield a talk about the facts ahead of every raise over which the sides are far apart."""
        raised = {id_ for move in moves if move.kind == "raise" for id_ in move.rises}
        for gap in self._outcome.alignment.questions:
            id_ = f"{gap.id}:settle"
            if abs(gap.gap) >= APART and gap.id in raised and id_ not in self._done:
                unit = self._sketch.unit(gap.id)
                if self._offer.barrier(unit, id_) is None:
                    yield Move(unit=unit, id=id_, kind="settle", settles=(gap.id,))

    def _free(self) -> Iterator[Move]:
        for promise in self._outcome.assessment.actions:
            if promise.kind != "free" or promise.id in self._done or not self._is_wanted(promise):
                continue
            move = Move(unit=Unit(id=promise.id, questions=()), id=promise.id, kind="free")
            if self._offer.barred.get(promise.id):
                self._left.append((move, "excluded"))
            elif promise.id in self._offer.estimates.weeks:
                yield move
            else:
                self._left.append((move, NOT_ESTIMATED))

    def _is_wanted(self, promise: PlannedAction) -> bool:
        return self._what_if.only is None or promise.id in self._what_if.only
