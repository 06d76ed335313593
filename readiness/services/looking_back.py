"""Looking back: the sealed assessment before one, with the questionnaire versions that may lie between."""

from dataclasses import dataclass

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.terms import PlanTerms
from readiness.domain.trend import Trend
from readiness.services.assessing import Assessing, AssessmentLine
from readiness.services.comparing import forebears, trend_over


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an assessment is held against. ``versions`` may lie between the two questionnaires."""

    assessment: Assessment
    versions: tuple[Questionnaire, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every sealed quarter of a system, oldest first, and the line through them.

    ``versions`` may lie between any two of their questionnaires. ``terms`` are those of their plans, each as
    it was left.
    """

    assessments: tuple[Assessment, ...]
    versions: tuple[Questionnaire, ...]
    trend: Trend
    terms: tuple[PlanTerms, ...] = ()


def history(workspace: Assessing, assessment_id: int) -> History:
    """Return every sealed quarter of the system that an assessment is of, each in its newest revision."""
    own = next(
        (
            system.assessments
            for system in workspace.home()
            if any(line.id == assessment_id for line in system.assessments)
        ),
        (),
    )
    newest: dict[str, AssessmentLine] = {}
    for line in sorted(own, key=lambda line: (line.period, line.revision)):
        if line.state != "open":
            newest[line.period] = line
    assessments = tuple(workspace.load(line.id) for line in newest.values())
    find = workspace.library.find
    versions = {
        found.reference: found
        for assessment in assessments
        for found in (assessment.questionnaire, *forebears(assessment.questionnaire, find))
    }
    return History(
        assessments=assessments,
        versions=tuple(versions.values()),
        trend=trend_over(assessments, find),
        terms=tuple(workspace.plan_terms(line.id) for line in newest.values()),
    )


def earlier(workspace: Assessing, assessment_id: int) -> Earlier | None:
    """Return the newest sealed assessment of the same system in an earlier period; none for a first one."""
    line = _line_before(workspace, assessment_id)
    if line is None:
        return None
    before, after = workspace.load(line.id), workspace.load(assessment_id)
    versions = tuple(forebears(after.questionnaire, workspace.library.find))
    return Earlier(assessment=before, versions=versions)


def _line_before(workspace: Assessing, assessment_id: int) -> AssessmentLine | None:
    for system in workspace.home():
        own = next((line for line in system.assessments if line.id == assessment_id), None)
        if own is not None:
            sealed = [
                line for line in system.assessments if line.state != "open" and line.period < own.period
            ]
            return max(sealed, key=lambda line: (line.period, line.revision), default=None)
    return None
