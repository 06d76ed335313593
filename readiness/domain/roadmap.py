"""Gaps → the cheapest way to a growth step (domain §3.1 to 3.3, ruling 14)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import Limit
from readiness.domain.counting import Counted
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
from readiness.domain.questionnaire import Question, Questionnaire, Tier, requirement

FIND_OUT_WEEKS: Final = 0.5
"""Person-weeks to find out what nobody knows, or to back a guess with evidence."""

NEED_LEVEL: Final = 2
"""The level at which a prerequisite is met."""


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
    return _Walk(questionnaire, counted, step).walk()


class _Walk:
    """The answers as they stand after each action placed so far."""

    def __init__(self, questionnaire: Questionnaire, counted: Mapping[str, Counted], step: Tier) -> None:
        self._questionnaire = questionnaire
        self._now = dict(counted)
        self._step = step
        self._actions: list[StepAction] = []
        self._unknown: list[str] = []

    def walk(self) -> Way:
        for id_ in self._failing_gates():
            self._place(self._closure(self._questionnaire.by_id[id_], self._asked(id_)))
        is_blocked = not (self._lift_topics() and self._lift_whole())
        return Way(
            step=self._step,
            actions=tuple(self._actions),
            unknown_gates=tuple(self._unknown),
            is_blocked=is_blocked,
        )

    def _failing_gates(self) -> list[str]:
        by_id = self._questionnaire.by_id
        known = [id_ for id_ in shortfalls(self._questionnaire, self._now, self._step) if by_id[id_].gate]
        unasked = [q.id for q in self._questionnaire.gates if self._is_unasked_gate(q)]
        self._unknown += [id_ for id_ in known if self._now[id_].state == "unknown"] + unasked
        return known + unasked

    def _is_unasked_gate(self, gate: Question) -> bool:
        asks = requirement(self._step, gate.hurts_at)
        return bool(gate.weight) and asks is not None and self._now[gate.id].state == "not_asked"

    def _asked(self, id_: str) -> int:
        return requirement(self._step, self._questionnaire.by_id[id_].hurts_at) or 0

    def _lift_topics(self) -> bool:
        while True:
            _, topics = attainments(self._questionnaire, self._now, self._step)
            weak = [id_ for id_, value in topics.items() if value < LEAST_TOPIC_ATTAINMENT]
            if not weak:
                return True
            if not self._place_best(self._members(weak[0])):
                return self._unknown_may_help()

    def _lift_whole(self) -> bool:
        while True:
            whole, _ = attainments(self._questionnaire, self._now, self._step)
            if whole is None or whole >= LEAST_ATTAINMENT:
                return True
            if not self._place_best(self._questionnaire.questions):
                return self._unknown_may_help()

    def _unknown_may_help(self) -> bool:
        """Say whether the gates being found out could close what is left; the way is then conditional."""
        hoped = dict(self._now)
        for id_ in self._unknown:
            hoped[id_] = Counted(state="level", level=self._asked(id_), sureness="evidenced")
        whole, topics = attainments(self._questionnaire, hoped, self._step)
        lifted = all(value >= LEAST_TOPIC_ATTAINMENT for value in topics.values())
        return lifted and whole is not None and whole >= LEAST_ATTAINMENT

    def _members(self, topic_id: str) -> tuple[Question, ...]:
        return tuple(q for p, t, q in self._questionnaire.walk() if f"{p.id}.{t.id}" == topic_id)

    def _place_best(self, members: Iterable[Question]) -> bool:
        best: list[StepAction] = []
        best_ratio = 0.0
        for question in members:
            closure = self._candidate(question)
            effort = sum(action.effort for action in closure)
            gain = sum(self._gain(action) for action in closure)
            if effort and gain / effort > best_ratio + 1e-12:
                best, best_ratio = closure, gain / effort
        self._place(best)
        return bool(best)

    def _candidate(self, question: Question) -> list[StepAction]:
        fact = self._now[question.id]
        asks = requirement(self._step, question.hurts_at)
        if asks is None or fact.level is None or not question.weight or fact.effective >= asks:
            return []
        return self._closure(question, asks)

    def _gain(self, action: StepAction) -> float:
        question = self._questionnaire.by_id[action.question]
        asks = requirement(self._step, question.hurts_at)
        fact = self._now[question.id]
        if asks is None or fact.level is None:
            return 0.0
        after = Counted(state="level", level=max(action.goal, fact.level), sureness="evidenced")
        return question.weight * (attainment(after, asks) - attainment(fact, asks))

    def _closure(self, question: Question, goal: int) -> list[StepAction]:
        """Return the action with everything it still needs before it, each once, needs first."""
        found: dict[str, StepAction] = {}
        for need in self._unmet(question, {question.id}):
            found.setdefault(need.id, self._action(need, NEED_LEVEL))
        found[question.id] = self._action(question, goal)
        return list(found.values())

    def _unmet(self, question: Question, seen: set[str]) -> Iterator[Question]:
        for id_ in question.needs:
            need = self._questionnaire.by_id.get(id_)
            if need is None or need.id in seen or self._is_met(need.id):
                continue
            seen.add(need.id)
            yield from self._unmet(need, seen)
            yield need

    def _is_met(self, id_: str) -> bool:
        fact = self._now[id_]
        return fact.state == "not_applicable" or (fact.level is not None and fact.level >= NEED_LEVEL)

    def _action(self, question: Question, goal: int) -> StepAction:
        fact = self._now[question.id]
        if fact.level is None or fact.level >= goal:
            return StepAction(
                kind="find-out",
                question=question.id,
                start=fact.level or 0,
                goal=fact.level or 0,
                effort=FIND_OUT_WEEKS,
            )
        effort = (goal - fact.level) * question.weeks_a_level
        return StepAction(kind="raise", question=question.id, start=fact.level, goal=goal, effort=effort)

    def _place(self, actions: Iterable[StepAction]) -> None:
        placed = {action.question for action in self._actions if action.kind == "find-out"}
        for action in actions:
            fact = self._now[action.question]
            if fact.level is None:
                if action.question not in placed:
                    self._actions.append(action)
                continue
            self._actions.append(action)
            level = max(action.goal, fact.level)
            self._now[action.question] = Counted(state="level", level=level, sureness="evidenced")
