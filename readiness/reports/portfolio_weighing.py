"""One system of a portfolio → the figures that its report adds up; nothing is added up here.

Frozen and free of questionnaires, so that two hundred of them are handed from one process to another at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import Comparison, compare
from readiness.domain.lineage import between
from readiness.domain.noise import NoiseVerdict
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import Label, PillarPart
from readiness.domain.spread import Stand
from readiness.domain.terms import PlanTerms
from readiness.errors import IncomparableError, LineageError
from readiness.reports import sentences as say
from readiness.reports.agreed_plan import agreed_plan
from readiness.reports.background import Background
from readiness.reports.dates import last_answered
from readiness.reports.plan_ask import asks, name_of, range_in
from readiness.reports.plan_facts import Ask

Basis = Literal["sealed", "open", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is kept of one system: the assessment that stands for it, the sealed one before, its terms.

    ``is_open`` says that its assessment of the period can change still, also where an earlier one stands for
    it. ``versions`` may lie between the two questionnaires.
    """

    system: str
    team: str
    assessment: Assessment | None = None
    seal: str = ""
    is_open: bool = False
    before: Assessment | None = None
    versions: tuple[Questionnaire, ...] = ()
    terms: PlanTerms = field(default_factory=PlanTerms)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate that is open at the step the target needs."""

    id: str
    prompt: str
    pillar: str


@dataclass(frozen=True, slots=True)
class PillarFigure:
    """A pillar and its displayed score; ``None`` where too little is known."""

    id: str
    name: str
    shown: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What the comparison with the sealed quarter before says; steps are ``None`` where none is judged."""

    since: str
    points: float | None
    verdict: NoiseVerdict | None
    step_before: int | None
    step_now: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plan of one system in figures. ``weeks`` are person-weeks by quarter, with least and most.

    Only what is finished within the plan counts: that is what the system asks for. ``reaches`` is the highest
    step that is reached by it and when; ``meets_target`` whether the step of the target is among the reached.
    """

    weeks: Mapping[str, tuple[float, float, float]]
    actions: tuple[tuple[float, str], ...]
    reaches: tuple[int, str] | None
    meets_target: bool
    hangs_on_unknowns: bool
    estimated: tuple[int, int]
    undone: tuple[tuple[float, str], ...]
    undone_weeks: float
    is_first_terms: bool

    @property
    def effort(self) -> float:
        """Person-weeks of everything that is finished."""
        return sum(used for used, _, _ in self.weeks.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One system in figures; without an assessment (``basis`` none) only its name and team."""

    system: str
    team: str
    basis: Basis = "none"
    is_open: bool = False
    period: str = ""
    reference: str = ""
    questionnaire: str = ""
    title: str = ""
    language: str = ""
    is_quick: bool = False
    stand: Stand | None = None
    target_step: int | None = None
    label: Label | None = None
    coverage: float | None = None
    asked: int = 0
    total: int = 0
    levels: tuple[int, int, int] = (0, 0, 0)
    unknown: int = 0
    is_unaimed: bool = False
    gates: tuple[Gate, ...] = ()
    pillars: tuple[PillarFigure, ...] = ()
    moved: Moved | None = None
    planned: Planned | None = None
    decisions: tuple[Ask, ...] = ()
    seal: str = ""
    answered: str = ""


def weigh(given: Given) -> Weighed:
    """Return the figures of one system, its plan with the terms that are kept with it."""
    assessment = given.assessment
    if assessment is None:
        return Weighed(system=given.system, team=given.team, is_open=given.is_open)
    outcome = evaluate(assessment)
    score = outcome.score
    roadmap = agreed_plan(outcome, given.terms)
    return Weighed(
        system=given.system,
        team=given.team,
        basis="sealed" if assessment.sealed else "open",
        is_open=given.is_open,
        period=str(assessment.period),
        reference=assessment.reference,
        questionnaire=assessment.questionnaire.reference,
        title=assessment.questionnaire.title,
        language=assessment.questionnaire.language,
        is_quick=assessment.scope == "quick",
        stand=_stand(outcome),
        target_step=outcome.growth.target_step,
        label=score.label,
        coverage=score.coverage,
        asked=score.counts.asked,
        total=score.counts.total,
        levels=(score.sureness.evidenced, score.sureness.informed, score.sureness.guess),
        unknown=score.counts.unknown,
        is_unaimed=say.is_unaimed(outcome),
        gates=tuple(_gates(outcome)),
        pillars=tuple(_pillar(pillar) for pillar in score.pillars),
        moved=_moved(outcome, given),
        planned=None if roadmap is None else _planned(outcome, roadmap, given.terms),
        decisions=_decisions(outcome, given),
        seal=given.seal if assessment.sealed else "",
        answered=last_answered(assessment),
    )


def _is_judged(outcome: Outcome) -> bool:
    return say.stage(outcome) in {"met", "short", "unconfirmed"}


def _stand(outcome: Outcome) -> Stand | None:
    ceiling = outcome.growth.practice_ceiling
    if ceiling is None or not _is_judged(outcome):
        return None
    return Stand(ceiling, outcome.growth.target_step)


def _gates(outcome: Outcome) -> Iterator[Gate]:
    if not _is_judged(outcome):
        return
    wanted = frozenset(outcome.growth.open_gates)
    for pillar, _, question in outcome.assessment.questionnaire.walk():
        if question.id in wanted:
            yield Gate(question.id, question.prompt, pillar.name)


def _pillar(pillar: PillarPart) -> PillarFigure:
    return PillarFigure(pillar.id, pillar.name, pillar.displayed)


def _decisions(outcome: Outcome, given: Given) -> tuple[Ask, ...]:
    """Return the decisions that are open; what the plan costs is asked for all systems at once."""
    return asks(outcome, Background(words=given.words))


def _moved(outcome: Outcome, given: Given) -> Moved | None:
    if given.before is None:
        return None
    before = replace(given.before, system=outcome.assessment.system)
    found = _compared(before, outcome.assessment, given.versions)
    if found is None:
        return None
    older = evaluate(before)
    was, now = _stand(older), _stand(outcome)
    return Moved(
        since=str(before.period),
        points=found.like_for_like,
        verdict=None if found.noise is None else found.noise.verdict,
        step_before=None if was is None else was.practice,
        step_now=None if now is None else now.practice,
    )


def _compared(
    before: Assessment, after: Assessment, versions: tuple[Questionnaire, ...]
) -> Comparison | None:
    with suppress(IncomparableError, LineageError):
        return compare(before, after, between(before.questionnaire, after.questionnaire, versions))
    return None


def _planned(outcome: Outcome, roadmap: Roadmap, terms: PlanTerms) -> Planned:
    prompts = {question.id: question.prompt for question in outcome.assessment.questionnaire.questions}
    reached = [stage for stage in roadmap.stages if stage.state == "reached" and stage.quarter]
    highest = max(reached, key=lambda stage: stage.step, default=None)
    return Planned(
        weeks=_weeks(roadmap),
        actions=tuple((action.value, name_of(action, prompts)) for action in roadmap.actions),
        reaches=None if highest is None else (highest.step, str(roadmap.period.plus(highest.quarter or 0))),
        meets_target=any(stage.step == roadmap.target_step for stage in reached),
        hangs_on_unknowns=any(stage.state == "conditional" for stage in roadmap.stages),
        estimated=roadmap.estimated,
        undone=tuple((left.action.gain, name_of(left.action, prompts)) for left in roadmap.undone),
        undone_weeks=roadmap.undone_effort,
        is_first_terms=terms.untried == PlanTerms(),
    )


def _weeks(roadmap: Roadmap) -> dict[str, tuple[float, float, float]]:
    """Return planned, least and most person-weeks of each quarter in which anything is done."""
    found = {}
    for quarter in roadmap.quarters:
        used = sum(action.used.get(quarter.index, 0.0) for action in roadmap.actions)
        if used:
            found[str(quarter.period)] = (used, *range_in(roadmap, quarter))
    return found
