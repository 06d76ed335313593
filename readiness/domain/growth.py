"""Answers → growth step, first known limit, tested ceiling: three facts, never merged (domain §2.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from readiness.domain.assessment import Assessment, Driver, Limit
from readiness.domain.counting import Counted
from readiness.domain.questionnaire import (
    REQUIREMENTS,
    TIERS,
    Question,
    Questionnaire,
    Tier,
    requirement,
)

LEAST_ATTAINMENT: Final = 0.80
LEAST_TOPIC_ATTAINMENT: Final = 0.50
DEFAULT_TARGET: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """What one growth step asks, on its own; ``passes`` is ``None`` where nothing applies to it.

    ``attainment`` is R_T, 0 to 1. ``weak_topics`` are written ``DAT.QRY``. ``blocking_limits`` are the limits
    rows whose factor lies below the step: information, they close nothing.
    """

    factor: Tier
    passes: bool | None
    gates: tuple[str, ...]
    failing_gates: tuple[str, ...]
    attainment: float | None
    weak_topics: tuple[str, ...]
    blocking_limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLimit:
    """The measured limit with the smallest factor."""

    id: str
    resource: str
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far the next growth step is: gates open, of how many, and the person-weeks of the cheapest way.

    ``effort`` is ``None`` where no way at a known price exists. ``conditional`` says that something unknown
    has to be found out on the way, so the effort is the least it can be.
    """

    step: Tier
    gates_open: int
    gates: int
    effort: float | None
    conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The non-compensatory result. ``practice_ceiling`` is 1, 2, 10 or 100; ``None`` in a quick check.

    ``tiers`` always lists 2, 10 and 100. ``at_target`` says that the target asks for no growth at all.
    """

    target_factor: float
    target_step: Tier
    target_by: str | None
    at_target: bool
    practice_ceiling: int | None
    tested_ceiling: float | None
    first_known_limit: KnownLimit | None
    distance: Distance | None
    tiers: tuple[StepResult, ...]
    open_gates: tuple[str, ...]
    shortfalls: tuple[str, ...]
    breaks_first: tuple[str, ...]

    def step(self, factor: int) -> StepResult:
        """Return the result of one growth step."""
        return next(tier for tier in self.tiers if tier.factor == factor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The growth asked for: a factor, the step it is judged at, and when."""

    factor: float
    step: Tier
    by: str | None

    @property
    def is_reached(self) -> bool:
        """Whether the target asks for no growth at all."""
        return self.factor <= 1


def aim_of(assessment: Assessment, target: float | None = None) -> Aim:
    """Return what the assessment aims at, or the factor given instead (ruling 10)."""
    by = assessment.target.by if assessment.target else None
    if target is not None:
        return Aim(factor=target, step=step_for(target), by=by)
    if assessment.load:
        factor = max(driver.factor for driver in assessment.load)
    else:
        factor = assessment.target.factor if assessment.target else DEFAULT_TARGET
    return Aim(factor=factor, step=step_for(factor), by=by)


def step_for(factor: float) -> Tier:
    """Return the smallest growth step that holds the factor; above 100 it is 100."""
    return next((tier for tier in TIERS if tier >= factor), TIERS[-1])


def grow(
    assessment: Assessment, counted: Mapping[str, Counted], aim: Aim, distance: Distance | None
) -> Growth:
    """Judge the growth steps and gather the three facts; a quick check has no ceiling (ruling 9)."""
    questionnaire = assessment.questionnaire
    steps = judge_steps(questionnaire, counted, assessment.limits)
    order = shortfalls(questionnaire, counted, aim.step)
    by_id = questionnaire.by_id
    quick = assessment.scope == "quick"
    return Growth(
        target_factor=aim.factor,
        target_step=aim.step,
        target_by=aim.by,
        at_target=aim.is_reached,
        practice_ceiling=None if quick else ceiling(steps),
        tested_ceiling=tested_ceiling(assessment.load),
        first_known_limit=first_known_limit(assessment.limits),
        distance=None if quick else distance,
        tiers=steps,
        open_gates=next(step.failing_gates for step in steps if step.factor == aim.step),
        shortfalls=order,
        breaks_first=tuple(id_ for id_ in order if by_id[id_].effect == "fails"),
    )


def judge_steps(
    questionnaire: Questionnaire, counted: Mapping[str, Counted], limits: Iterable[Limit] = ()
) -> tuple[StepResult, ...]:
    """Judge the steps 2, 10 and 100, each on its own (domain §2.5, a to c)."""
    measured = [(limit.id, limit.factor) for limit in limits]
    return tuple(_judge(questionnaire, counted, step, measured) for step in TIERS)


def ceiling(steps: Iterable[StepResult]) -> int | None:
    """Return the largest step that passes with all smaller ones, else 1; ``None`` if nothing applies."""
    judged = [step for step in steps if step.passes is not None]
    reached = 1
    for step in judged:
        if not step.passes:
            break
        reached = step.factor
    return reached if judged else None


def tested_ceiling(load: Iterable[Driver]) -> float | None:
    """Return the smallest tested load ÷ today's peak among the drivers that were tested."""
    return min((d.tested / d.today for d in load if d.tested is not None), default=None)


def first_known_limit(limits: Iterable[Limit]) -> KnownLimit | None:
    """Return the limit with the smallest factor, unrounded."""
    known = [
        KnownLimit(id=limit.id, resource=limit.resource, factor=factor)
        for limit in limits
        if (factor := limit.factor) is not None
    ]
    return min(known, key=lambda limit: limit.factor, default=None)


def shortfalls(questionnaire: Questionnaire, counted: Mapping[str, Counted], step: Tier) -> tuple[str, ...]:
    """Return the questions below what the step asks, in the order they are felt; not asked ones are left out.

    Tier ascending, gates first, then weight times the levels missing, then questionnaire order.
    """
    found = [
        question
        for question in questionnaire.questions
        if counted[question.id].state != "not_asked" and _missing(question, counted[question.id], step) > 0
    ]
    found.sort(
        key=lambda q: (q.hurts_at, not q.gate, -q.weight * _missing(q, counted[q.id], step)),
    )
    return tuple(question.id for question in found)


def attainment(fact: Counted, required: int) -> float:
    """Return how far an answer meets a requirement, 0 to 1."""
    return min(1.0, fact.effective / required)


def _missing(question: Question, fact: Counted, step: Tier) -> int:
    required = requirement(step, question.hurts_at)
    if required is None or required <= fact.effective:
        return 0
    return required - fact.effective if question.weight and fact.state != "not_applicable" else 0


def _judge(
    questionnaire: Questionnaire,
    counted: Mapping[str, Counted],
    step: Tier,
    measured: list[tuple[str, float | None]],
) -> StepResult:
    gates = tuple(
        q
        for q in questionnaire.gates
        if q.weight and q.hurts_at <= step and counted[q.id].state != "not_applicable"
    )
    failing = tuple(q.id for q in gates if _missing(q, counted[q.id], step) > 0)
    whole, topics = attainments(questionnaire, counted, step)
    weak = tuple(id_ for id_, value in topics.items() if value < LEAST_TOPIC_ATTAINMENT)
    passes = None if whole is None else not failing and not weak and whole >= LEAST_ATTAINMENT
    return StepResult(
        factor=step,
        passes=passes,
        gates=tuple(q.id for q in gates),
        failing_gates=failing,
        attainment=whole,
        weak_topics=weak,
        blocking_limits=tuple(id_ for id_, factor in measured if factor is not None and factor < step),
    )


def attainments(
    questionnaire: Questionnaire, counted: Mapping[str, Counted], step: Tier
) -> tuple[float | None, dict[str, float]]:
    """Return R_T over the whole and over each topic with something in it, by question weights alone."""
    required = REQUIREMENTS[step]
    topics: dict[str, float] = {}
    all_met = all_weight = 0.0
    for pillar, (_, layouts) in zip(questionnaire.pillars, questionnaire.layout, strict=True):
        for topic, (_, questions) in zip(pillar.topics, layouts, strict=True):
            met = total = 0.0
            for id_, weight, tier in questions:
                asks = required[tier]
                fact = counted[id_]
                if asks is not None and fact.state != "not_applicable":
                    met += weight if fact.effective >= asks else weight * fact.effective / asks
                    total += weight
            if total:
                topics[f"{pillar.id}.{topic.id}"] = met / total
                all_met += met
                all_weight += total
    return (all_met / all_weight if all_weight else None), topics
