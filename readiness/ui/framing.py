"""The frame of an assessment, to and from the draft that New assessment collects."""

from dataclasses import replace
from typing import TYPE_CHECKING

from readiness.domain.assessment import Assessment

if TYPE_CHECKING:
    from readiness.services.assessing import Draft


def draft_of(assessment: Assessment) -> "Draft":
    """Return the frame of an assessment."""
    from readiness.services.assessing import Draft  # noqa: PLC0415 - not before the first paint

    return Draft(
        system=assessment.system,
        period=assessment.period,
        scope=assessment.scope,
        questionnaire=assessment.questionnaire.reference,
        scope_in=assessment.scope_in,
        scope_out=assessment.scope_out,
        journeys=assessment.journeys,
        load=assessment.load,
        target=assessment.target,
        assumed=assessment.assumed,
        participants=assessment.participants,
    )


def reframed(assessment: Assessment, draft: "Draft") -> Assessment:
    """Return the assessment in another frame; system, period and questions stay as they are."""
    return replace(
        assessment,
        scope_in=draft.scope_in,
        scope_out=draft.scope_out,
        journeys=draft.journeys,
        load=draft.load,
        target=draft.target,
        assumed=draft.assumed,
        participants=draft.participants,
    )
