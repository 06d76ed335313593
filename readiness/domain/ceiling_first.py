"""Gaps → the cheapest way to a growth step, stage by stage (domain §3.1 to 3.3, ruling 14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import Limit
from readiness.domain.attaining import attained
from readiness.domain.counting import Counted, evidenced
from readiness.domain.growth import (
    LEAST_ATTAINMENT,
    LEAST_TOPIC_ATTAINMENT,
    Distance,
    attainment,
    attainments,
    ceiling,
    judge_steps,
    shortfalls,
)
from readiness.domain.needs import NEED_LEVEL, Needs, Unit
from readiness.domain.pricing import default_weeks, levels_of
from readiness.domain.questionnaire import Question, Questionnaire, Tier, requirement
from readiness.domain.sketch import Offer, Sketch, staged
from readiness.domain.worth import ratio

CauseKind = Literal["excluded", "unknown", "not asked"]
_SAME: Final = 1e-12
"""Ratios closer than this are ties, which the order of the questionnaire breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAction:
    """One move on the way to a step; ``effort`` in person-weeks. A find-out leaves the level where it is."""

    kind: Literal["raise", "find-out"]
    question: str
    start: int
    goal: int
    effort: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The cheapest ceiling-first way to one step.

    ``blocked`` names what no action can settle: gates nobody knows, topics or the whole without a candidate.
    """

    step: Tier
    actions: tuple[StepAction, ...]
    unknown_gates: tuple[str, ...]
    is_blocked: bool

    @property
    def effort(self) -> float:
        """Person-weeks of everything on the way."""
        return sum(action.effort for action in self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why a step stays shut: a question that is excluded, that nobody knows, or that was never asked."""

    kind: CauseKind
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWalk:
    """What one stage came to; ``conditions`` are the gates nobody knows, with the level they must have."""

    step: Tier
    is_open: bool
    conditions: tuple[tuple[str, int], ...]
    causes: tuple[Cause, ...]


def distance_to_next(
    questionnaire: Questionnaire, counted: Mapping[str, Counted], limits: Iterable[Limit] = ()
) -> Distance | None:
    """Measure how far the step above the practice ceiling is; ``None`` where there is none above."""
    steps = judge_steps(questionnaire, counted, limits)
    reached = ceiling(steps)
    if reached is None:
        return None
    following = next((s for s in steps if s.passes is not None and s.factor > reached), None)
    if following is None:
        return None
    way = cheapest_way(questionnaire, counted, following.factor)
    return Distance(
        step=following.factor,
        gates_open=len(following.failing_gates),
        gates=len(following.gates),
        effort=None if way.is_blocked else way.effort,
        conditional=bool(way.unknown_gates),
    )


def cheapest_way(questionnaire: Questionnaire, counted: Mapping[str, Counted], step: Tier) -> Way:
    """Walk to one step: failing gates with what they need, then weak topics, then the rest (ruling 14)."""
    sketch = Sketch(Offer(questionnaire=questionnaire, needs=Needs(questionnaire)), counted)
    stage = walk_stage(sketch, step, step)
    actions = tuple(
        StepAction(
            kind="raise" if move.kind == "raise" else "find-out",
            question=move.unit.id,
            start=move.rises.get(move.unit.id, (0, 0))[0],
            goal=move.rises.get(move.unit.id, (0, 0))[1],
            effort=default_weeks(move.unit, move.rises),
        )
        for move in sketch.moves
    )
    unknown = tuple(question for question, _ in stage.conditions)
    return Way(step=step, actions=actions, unknown_gates=unknown, is_blocked=bool(stage.causes))


def walk_stage(sketch: Sketch, step: Tier, target: Tier) -> StageWalk:
    """Place what raises the answers to one step, and say whether that opens it."""
    return _Walk(sketch, step, target).walk()


class _Walk:
    """One stage. Ratios are kept until a move changes what they stand on."""

    def __init__(self, sketch: Sketch, step: Tier, target: Tier) -> None:
        self._sketch = sketch
        self._step: Tier = step
        self._target: Tier = target
        self._questionnaire = sketch.offer.questionnaire
        self._ratios: dict[str, tuple[float, tuple[str, ...]]] = {}
        self._obstacles: dict[str, str] = {}
        self._attained: tuple[float | None, dict[str, float]] | None = None

    def walk(self) -> StageWalk:
        gates = self._failing_gates()
        for id_ in gates:
            self._open(self._questionnaire.by_id[id_])
        self._lift_topics()
        self._lift_whole()
        conditions = [(id_, self._asked(id_)) for id_ in gates if self._may_turn_out(id_)]
        hoped = self._sketch.now | {id_: evidenced(asks) for id_, asks in conditions}
        if conditions:
            self._attained = attainments(self._questionnaire, hoped, self._step)
        causes = tuple(self._causes(hoped))
        return StageWalk(
            step=self._step,
            is_open=not causes and not conditions,
            conditions=tuple(conditions),
            causes=causes,
        )

    def _failing_gates(self) -> list[str]:
        by_id = self._questionnaire.by_id
        known = [
            id_ for id_ in shortfalls(self._questionnaire, self._sketch.now, self._step) if by_id[id_].gate
        ]
        return known + [q.id for q in self._questionnaire.gates if self._is_unasked(q)]

    def _may_turn_out(self, id_: str) -> bool:
        return self._sketch.now[id_].level is None and not self._sketch.offer.barrier(self._sketch.unit(id_))

    def _is_unasked(self, gate: Question) -> bool:
        asks = requirement(self._step, gate.hurts_at)
        return bool(gate.weight) and asks is not None and self._sketch.now[gate.id].state == "not_asked"

    def _asked(self, id_: str) -> int:
        return requirement(self._step, self._questionnaire.by_id[id_].hurts_at) or 0

    def _open(self, gate: Question) -> None:
        unit = self._sketch.unit(gate.id)
        if self._sketch.now[gate.id].level is None:
            if self._may_turn_out(gate.id):
                self._sketch.place_find_out(gate, staged_ids=True)
        elif self._below(gate) and not self._is_barred(unit):
            needs = self._sketch.before(unit)
            if not self._is_obstructed(unit, needs):
                self._place(unit, needs)

    def _is_barred(self, unit: Unit) -> bool:
        return self._sketch.offer.barrier(unit, staged(unit.id, self._step)) is not None

    def _is_obstructed(self, unit: Unit, needs: Iterable[str]) -> bool:
        obstacle = self._sketch.obstacle(needs, self._step)
        if obstacle:
            self._obstacles[unit.id] = obstacle
        return obstacle is not None

    def _attainments(self) -> tuple[float | None, dict[str, float]]:
        """Return R_T over the whole and each topic as the answers stand, worked out once a move."""
        if self._attained is None:
            self._attained = attainments(self._questionnaire, self._sketch.now, self._step)
        return self._attained

    def _lift_topics(self) -> None:
        stuck: set[str] = set()
        while True:
            _, topics = self._attainments()
            weak = (id_ for id_, met in topics.items() if met < LEAST_TOPIC_ATTAINMENT and id_ not in stuck)
            topic = next(weak, None)
            if topic is None:
                return
            if not self._place_best(self._questionnaire.members[topic]):
                stuck.add(topic)

    def _lift_whole(self) -> None:
        while True:
            whole, _ = self._attainments()
            if whole is None or whole >= LEAST_ATTAINMENT:
                return
            if not self._place_best(self._questionnaire.questions):
                return

    def _place_best(self, members: Iterable[Question]) -> bool:
        best: Unit | None = None
        best_ratio = 0.0
        for question in members:
            if not self._below(question):
                continue
            unit = self._sketch.unit(question.id)
            worth = self._ratio(unit)
            if worth > best_ratio + _SAME:
                best, best_ratio = unit, worth
        if best is None:
            return False
        self._place(best, self._sketch.before(best))
        return True

    def _below(self, question: Question) -> bool:
        asks = requirement(self._step, question.hurts_at)
        fact = self._sketch.now[question.id]
        return asks is not None and fact.level is not None and bool(question.weight) and fact.effective < asks

    def _ratio(self, unit: Unit) -> float:
        """Return Σ(w·Δatt)/Σe over the unit and what it needs first."""
        kept = self._ratios.get(unit.id)
        if kept is None:
            needs = self._sketch.before(unit)
            if self._is_barred(unit) or self._is_obstructed(unit, needs):
                kept = (0.0, ())
            else:
                kept = (self._closure_ratio(unit, needs), tuple(needs))
            self._ratios[unit.id] = kept
        return kept[0]

    def _closure_ratio(self, unit: Unit, needs: list[str]) -> float:
        gain = effort = 0.0
        for mover, rises in self._closure(unit, needs):
            gain += sum(self._gain(id_, goal) for id_, (_, goal) in rises.items())
            effort += self._expect(mover, rises)
        return ratio(gain, effort)

    def _expect(self, unit: Unit, rises: Mapping[str, tuple[int, int]]) -> float:
        span = 0
        if self._sketch.offer.estimates.weeks:
            whole = {q.id: (0, self._goal(q, self._target)) for q in unit.questions}
            start = sum(self._sketch.now[q.id].level or 0 for q in unit.questions)
            span = max(0, levels_of(whole) - start)
        return self._sketch.offer.estimates.expect(unit, staged(unit.id, self._step), rises, span)

    def _closure(self, unit: Unit, needs: list[str]) -> Iterable[tuple[Unit, Mapping[str, tuple[int, int]]]]:
        """Yield every move of the closure, what is needed first; an empty one is a find-out."""
        for id_ in needs:
            known = self._sketch.now[id_].level is not None
            yield self._sketch.unit(id_), self._rises_for(self._sketch.unit(id_), id_) if known else {}
        yield unit, self._rises(unit)

    def _rises(self, unit: Unit) -> dict[str, tuple[int, int]]:
        """Return the levels from which and to which this stage raises a unit."""
        found: dict[str, tuple[int, int]] = {}
        for question in unit.questions:
            level = self._sketch.now[question.id].level
            if level is not None and self._below(question):
                found[question.id] = (level, max(level, self._goal(question, self._step)))
        return found

    @staticmethod
    def _goal(question: Question, step: Tier) -> int:
        """Return the level a step has a question raised to: what it asks, where ticks can come to that."""
        return attained(question, requirement(step, question.hurts_at) or NEED_LEVEL)

    def _rises_for(self, unit: Unit, need: str) -> dict[str, tuple[int, int]]:
        """Return the same where the unit is only needed: joined questions rise together all the same."""
        rises = self._rises(unit) if unit.is_joined else {}
        level = self._sketch.now[need].level or 0
        question = self._questionnaire.by_id[need]
        goal = attained(question, max(NEED_LEVEL, rises.get(need, (0, 0))[1]))
        return rises | ({need: (level, goal)} if level < goal else {})

    def _gain(self, id_: str, goal: int) -> float:
        question = self._questionnaire.by_id[id_]
        asks = requirement(self._step, question.hurts_at)
        if asks is None:
            return 0.0
        after = attainment(evidenced(goal), asks)
        return question.weight * (after - attainment(self._sketch.now[id_], asks))

    def _place(self, unit: Unit, needs: list[str]) -> None:
        moved = {q.id for q in unit.questions}.union(needs)
        for id_ in needs:
            if self._sketch.standing(id_) == "unknown":
                self._sketch.place_find_out(self._questionnaire.by_id[id_], staged_ids=True)
            elif self._sketch.standing(id_) == "short":
                needed = self._sketch.unit(id_)
                moved.update(q.id for q in needed.questions)
                self._sketch.place(needed, self._rises_for(needed, id_), self._step)
        self._sketch.place(unit, self._rises(unit), self._step)
        self._forget(moved)

    def _forget(self, moved: set[str]) -> None:
        self._attained = None
        if not self._ratios:
            return
        units = {self._sketch.unit(id_).id for id_ in moved}
        stale = [id_ for id_, (_, needs) in self._ratios.items() if id_ in units or moved.intersection(needs)]
        for id_ in stale:
            del self._ratios[id_]

    def _causes(self, hoped: Mapping[str, Counted]) -> Iterable[Cause]:
        """Yield why the step stays shut although all that is hoped for came true."""
        whole, topics = self._attainments()
        below = [
            q
            for q in self._questionnaire.questions
            if (asks := requirement(self._step, q.hurts_at)) is not None
            and q.weight
            and hoped[q.id].state != "not_applicable"
            and hoped[q.id].effective < asks
        ]
        weak = {
            q.id
            for topic, met in topics.items()
            if met < LEAST_TOPIC_ATTAINMENT
            for q in self._questionnaire.members[topic]
        }
        is_short = whole is not None and whole < LEAST_ATTAINMENT
        guilty = [q for q in below if q.gate or q.id in weak or is_short]
        return dict.fromkeys(self._cause(question, hoped[question.id]) for question in guilty)

    def _cause(self, question: Question, fact: Counted) -> Cause:
        unit = self._sketch.unit(question.id)
        if fact.level is None and not self._is_barred(unit):
            return Cause(kind="unknown" if fact.state == "unknown" else "not asked", question=question.id)
        return Cause(kind="excluded", question=self._obstacles.get(unit.id, question.id))
