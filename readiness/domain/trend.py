"""Many quarters as one line: a chained index over like-for-like steps (domain §4.5).

The line begins at a score as reported and goes on by what really changed. It begins anew wherever chaining
would compare what does not compare, and at every major version, since chained steps drift.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.combining import core_of, parts_of
from readiness.domain.comparison import Comparison, compare
from readiness.domain.counting import Counted, count
from readiness.domain.growth import aim_of, judge_steps
from readiness.domain.lineage import between, majors
from readiness.domain.questionnaire import Questionnaire, Tier
from readiness.domain.scoring import pillar_scores, score_alone
from readiness.errors import LineageError

Break = Literal["version", "major", "scope", "target", "lineage", "nothing_matched"]
"""Why the line is broken: at a minor ``version`` it is marked and goes on, at all others it begins anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarPoint:
    """One pillar of one assessment: as reported, and on its own chained line, which may begin anew here."""

    name: str
    reported: float | None
    index: float | None
    begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One assessment on the line.

    ``reported`` is its own score, drawn as a dot; ``index`` the height of the line, both ``None`` where
    nothing is scored. ``segment`` counts from 0 and rises where the line begins anew. ``step`` is the
    comparison with the assessment before, ``None`` at the first and where none can be made. ``open_gates``
    are the gates not met of each growth step, ``pillars`` the pillars of its questionnaire by id.
    """

    assessment: Assessment
    reported: float | None
    index: float | None
    segment: int
    broken: Break | None
    step: Comparison | None
    open_gates: Mapping[Tier, int]
    pillars: Mapping[str, PillarPoint]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The line through the assessments of one system.

    ``is_core`` says that only the core questionnaire is chained, because not every quarter was asked the same
    specialised ones beside it; every figure of the points is then the core’s own.
    """

    points: tuple[TrendPoint, ...]
    is_core: bool = False


def trend(assessments: Sequence[Assessment], known: Iterable[Questionnaire] = ()) -> Trend:
    """Chain the assessments of one system, oldest first; ``known`` are the versions that may lie between.

    Raises:
        IncomparableError: they are of different systems.
    """
    versions = tuple(known)
    is_core = len({_beside(assessment.questionnaire) for assessment in assessments}) > 1
    points: list[TrendPoint] = []
    for given in assessments:
        seen = _of_core(given) if is_core else given
        points.append(_next(points[-1], seen, versions) if points else _first(seen))
    return Trend(points=tuple(points), is_core=is_core)


def _beside(questionnaire: Questionnaire) -> frozenset[str]:
    """Return which specialised questionnaires were asked beside the core, whatever their version."""
    return frozenset(reference.partition("@")[0] for reference in parts_of(questionnaire.reference)[1:])


def _of_core(assessment: Assessment) -> Assessment:
    core = core_of(assessment.questionnaire)
    return assessment if core is None else replace(assessment, questionnaire=core)


def _first(assessment: Assessment) -> TrendPoint:
    counted = count(assessment)
    reported = score_alone(assessment.questionnaire, counted)
    return TrendPoint(
        assessment=assessment,
        reported=reported,
        index=reported,
        segment=0,
        broken=None,
        step=None,
        open_gates=_open_gates(assessment, counted),
        pillars=_pillars(assessment, counted, {}, None),
    )


def _next(last: TrendPoint, assessment: Assessment, known: tuple[Questionnaire, ...]) -> TrendPoint:
    step = _compared(last.assessment, assessment, known)
    broken = _break(last, assessment, step)
    counted = count(assessment)
    reported = score_alone(assessment.questionnaire, counted)
    goes_on = broken in {None, "version"} and last.index is not None and step is not None
    moved = step.like_for_like if step is not None and goes_on else None
    return TrendPoint(
        assessment=assessment,
        reported=reported,
        index=reported if last.index is None or moved is None else last.index + moved,
        segment=last.segment + (moved is None),
        broken=broken,
        step=step,
        open_gates=_open_gates(assessment, counted),
        pillars=_pillars(assessment, counted, last.pillars, step if goes_on else None),
    )


def _pillars(
    assessment: Assessment,
    counted: Mapping[str, Counted],
    last: Mapping[str, PillarPoint],
    step: Comparison | None,
) -> dict[str, PillarPoint]:
    """Chain every pillar on its own; one that does not compare begins anew at its score as reported."""
    moved = {one.id: one.like_for_like for one in step.pillars} if step is not None else {}
    names = {pillar.id: pillar.name for pillar in assessment.questionnaire.pillars}
    found = {}
    for id_, reported in pillar_scores(assessment.questionnaire, counted).items():
        before = last[id_].index if id_ in last else None
        by = moved.get(id_)
        goes_on = before is not None and by is not None
        index = before + by if before is not None and by is not None else reported
        found[id_] = PillarPoint(name=names[id_], reported=reported, index=index, begins=not goes_on)
    return found


def _compared(before: Assessment, after: Assessment, known: tuple[Questionnaire, ...]) -> Comparison | None:
    """Compare two neighbours; ``None`` where their versions cannot be joined."""
    try:
        return compare(before, after, between(before.questionnaire, after.questionnaire, known))
    except LineageError:
        return None


def _break(last: TrendPoint, assessment: Assessment, step: Comparison | None) -> Break | None:
    before = last.assessment
    if before.scope != assessment.scope:
        return "scope"
    if aim_of(before).step != aim_of(assessment).step:
        return "target"
    if step is None:
        return "lineage"
    return _break_of_versions(before.questionnaire, assessment.questionnaire, step)


def _break_of_versions(old: Questionnaire, new: Questionnaire, step: Comparison) -> Break | None:
    if majors(old) != majors(new):
        return "major"
    if step.like_for_like is None:
        return "nothing_matched"
    return None if old.reference == new.reference else "version"


def _open_gates(assessment: Assessment, counted: Mapping[str, Counted]) -> dict[Tier, int]:
    steps = judge_steps(assessment.questionnaire, counted)
    return {step.factor: len(step.failing_gates) for step in steps}
