"""Looking back: the sealed assessment before one, with the questionnaire versions that may lie between."""

from dataclasses import dataclass, replace

from readiness.domain.assessment import Assessment
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.terms import PlanTerms
from readiness.domain.trend import Trend
from readiness.services.assessing import Assessing, AssessmentLine
from readiness.services.comparing import forebears, trend_over, versions_of
from readiness.services.quarters import sealed_quarters


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an assessment is held against. ``versions`` may lie between the two questionnaires."""

    assessment: Assessment
    versions: tuple[Questionnaire, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every sealed quarter of a system, oldest first, and the line through them.

    ``versions`` may lie between any two of their questionnaires. ``terms`` are those of their plans, each as
    it was left. ``origins`` names the system that each quarter was sealed for, where that was one this system
    came from by a split or a merge.
    """

    assessments: tuple[Assessment, ...]
    versions: tuple[Questionnaire, ...]
    trend: Trend
    terms: tuple[PlanTerms, ...] = ()
    origins: tuple[str, ...] = ()

    def origin(self, place: int) -> str:
        """Return which system a quarter was sealed for; empty for the system's own."""
        return self.origins[place] if place < len(self.origins) else ""


def history(workspace: Assessing, assessment_id: int) -> History:
    """Return every sealed quarter of the system that an assessment is of, each in its newest revision."""
    told = _sealed(workspace, assessment_id)
    own = workspace.load(assessment_id).system
    assessments = tuple(replace(workspace.load(line.id), system=own) for line in told.values())
    find = workspace.library.find
    return History(
        assessments=assessments,
        versions=versions_of(assessments, find),
        trend=trend_over(assessments, find),
        terms=tuple(workspace.plan_terms(line.id) for line in told.values()),
        origins=tuple("" if line.system == own else line.system for line in told.values()),
    )


def earlier(workspace: Assessing, assessment_id: int) -> Earlier | None:
    """Return the newest sealed assessment of the same system in an earlier period; none for a first one."""
    after = workspace.load(assessment_id)
    found = sealed_before(workspace, assessment_id, after.period)
    if not found:
        return None
    before = replace(workspace.load(found[-1].id), system=after.system)
    versions = tuple(forebears(after.questionnaire, workspace.library.find))
    return Earlier(assessment=before, versions=versions)


def sealed_before(workspace: Assessing, assessment_id: int, period: Period) -> tuple[AssessmentLine, ...]:
    """Return the sealed quarters before a period, oldest first, of the system and of those it came from."""
    return tuple(line for told, line in _sealed(workspace, assessment_id).items() if told < str(period))


def _sealed(workspace: Assessing, assessment_id: int) -> dict[str, AssessmentLine]:
    """Return the sealed quarters of an assessment's system and of those it came from, oldest first."""
    system_id, own = workspace.workspace.own_lines(assessment_id)
    return sealed_quarters(workspace.workspace, system_id, own)
