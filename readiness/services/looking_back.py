"""Looking back: the sealed assessment before one, with the questionnaire versions that may lie between."""

from dataclasses import dataclass

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.services.assessing import Assessing, AssessmentLine
from readiness.services.comparing import forebears


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an assessment is held against. ``versions`` may lie between the two questionnaires."""

    assessment: Assessment
    versions: tuple[Questionnaire, ...] = ()


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
