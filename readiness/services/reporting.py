"""A report’s background: the quarters before an assessment, its plan, and what its people wrote of it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import compare
from readiness.domain.lineage import between
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.period import Period
from readiness.domain.promise_check import completion_by
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.terms import PlanTerms
from readiness.domain.trend import trend
from readiness.errors import IncomparableError, LineageError
from readiness.reports.agreed_plan import agreed_plan
from readiness.reports.background import Background
from readiness.reports.options import ReportOptions
from readiness.services.assessing import Assessing
from readiness.services.comparing import versions_of
from readiness.services.looking_back import sealed_before
from readiness.services.proving import refuse_unproved


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was before an assessment, as it is kept: sealed quarters, oldest first, and the terms of its plan.

    ``versions`` may lie between any two of the questionnaires. ``since`` is what it is held against; without
    it that is the quarter before.
    """

    assessments: tuple[Assessment, ...] = ()
    versions: tuple[Questionnaire, ...] = ()
    since: Assessment | None = None
    terms: PlanTerms = field(default_factory=PlanTerms)
    words: Mapping[str, str] = field(default_factory=dict)
    ready: tuple[str, ...] = ()

    def completion(self, now: Period) -> float | None:
        """Return the share of the newest quarter’s plan, as far as it was due, that was delivered."""
        return completion_by(self.assessments[-1].actions, now) if self.assessments else None

    def held_against(self, since: str) -> "Past":
        """Return the same as seen from one quarter on; as it is where that is none of these."""
        start = next((at for at, one in enumerate(self.assessments) if str(one.period) == since), None)
        if start is None:
            return self
        line = self.assessments[start:]
        return replace(self, assessments=line, since=line[0])

    @property
    def quarters(self) -> tuple[str, ...]:
        """The quarters that it may be held against, newest first."""
        return tuple(str(one.period) for one in reversed(self.assessments))

    @property
    def before(self) -> Assessment | None:
        """The assessment that the report holds its own against."""
        return self.since or (self.assessments[-1] if self.assessments else None)


FIRST_QUARTER: Final = Past()
"""What a first quarter looks back at, planned on the first terms."""


def past_of(workspace: Assessing, assessment_id: int) -> Past:
    """Return the sealed quarters before an assessment, in their newest revision, and what is kept with it."""
    own = workspace.load(assessment_id)
    sealed = sealed_before(workspace, assessment_id, own.period)
    assessments = tuple(replace(workspace.load(line.id), system=own.system) for line in sealed)
    words = workspace.report_words(assessment_id)
    return Past(
        assessments=assessments,
        versions=versions_of((*assessments, own), workspace.library.find),
        terms=workspace.plan_terms(assessment_id),
        words=words.said,
        ready=words.ready,
    )


def proved_past_of(workspace: Assessing, assessment_id: int) -> Past:
    """Return the past for a page on paper, where everything sealed that the page would show still holds.

    Raises:
        OutputError: the chain of seals does not hold.
    """
    past = past_of(workspace, assessment_id)
    if past.assessments or workspace.seal_of(assessment_id):
        refuse_unproved(workspace.workspace, "No report was made")
    return past


def background(outcome: Outcome, past: Past, options: ReportOptions) -> Background:
    """Work out what the chosen pages need; what cannot be worked out is absent, and its page with it."""
    given = outcome.assessment
    completion = past.completion(given.period)
    looks_back = {"change", "cover", "pillars", "summary"} & set(options.pages)
    whole = _compared(given, past.held_against(options.since)) if looks_back else Background()
    return Background(
        comparison=whole.comparison,
        before=whole.before,
        trend=whole.trend,
        roadmap=agreed_plan(outcome, past.terms, completion),
        completion=completion,
        words=past.words,
        ready=past.ready,
    )


def _compared(given: Assessment, past: Past) -> Background:
    before = past.before
    if before is None:
        return Background()
    versions = (*past.versions, given.questionnaire)
    line = tuple(one for one in (*past.assessments, given) if one.period <= given.period)
    with suppress(IncomparableError, LineageError):
        found = compare(before, given, between(before.questionnaire, given.questionnaire, versions))
        return Background(comparison=found, before=evaluate(before), trend=trend(line, versions))
    return Background()
