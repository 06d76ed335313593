"""Two quarters of one system with a plan between them: what a report looks back at."""

from dataclasses import replace
from functools import cache

from builders import a_planned_assessment, level

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.reports.background import Background
from readiness.reports.content import describe
from readiness.reports.facts import ReportContent
from readiness.reports.options import EVERY_PAGE, ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.services.reporting import Past, background
from readiness.services.sample import chapters

PROMISES = (
    PlannedAction(
        id="ARC-01",
        questions=("ARC-01",),
        title="Undo a release in one step",
        goal=3,
        effort=3.0,
        owner="Mira Holt",
        period="2026-Q3",
        state="done",
    ),
    PlannedAction(
        id="DAT-02",
        questions=("DAT-02",),
        title="Weekly list of slow queries",
        owner="Data platform",
        effort=2.0,
        period="2026-Q3",
        state="planned",
    ),
)
DECISIONS = (
    Decision(text="Hire one reliability engineer.", verdict="approved", at="2026-07-01"),
    Decision(text="Date the autumn campaign.", due="2026-09-08"),
)


def earlier() -> Assessment:
    """Return the second quarter: ARC-01 stood at 1, two actions were promised."""
    return a_planned_assessment(
        {"ARC-01": level(1)},
        period=Period(2026, 2),
        sealed=True,
        actions=PROMISES,
        decisions=DECISIONS,
    )


def later(**changes: object) -> Assessment:
    """Return the third quarter: ARC-01 rose to 3, OBS-02 is open, the two sides differ on DAT-01."""
    answers: dict[str, Answer] = {
        "ARC-01": level(3, "evidenced", because="It was rehearsed twice."),
        "DAT-01": level(1, note="Told in confidence.", note_for="room"),
    }
    given = a_planned_assessment(
        answers,
        sealed=True,
        product={"DAT-01": level(3), "ARC-01": level(3)},
        engineering={"DAT-01": level(1), "ARC-01": level(3)},
        decisions=(Decision(text="Raise the payment contract.", due="2026-09-30"),),
    )
    return replace(given, **changes)  # type: ignore[arg-type]  # a test names fields freely


def the_past(**changes: object) -> Past:
    """Return what the third quarter looks back at."""
    before = earlier()
    plain = Past(assessments=(before,), versions=(before.questionnaire,))
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def told(assessment: Assessment, past: Past, **options: object) -> ReportContent:
    """Return everything that the report of an assessment says."""
    chosen = replace(ReportOptions(pages=EVERY_PAGE), **options)  # type: ignore[arg-type]  # as above
    outcome = evaluate(assessment)
    return describe(outcome, chosen, background(outcome, past, chosen))


def known(assessment: Assessment, past: Past) -> Background:
    """Return the background of an assessment's report."""
    return background(evaluate(assessment), past, ReportOptions(pages=EVERY_PAGE))


@cache
def sample_quarters() -> tuple[Assessment, ...]:
    """Return the quarters of the sample’s first system."""
    found = [c.assessment for c in chapters() if c.assessment.system == "Checkout API"]
    return tuple(sorted(found, key=lambda one: one.period))


def the_sample(**options: object) -> bytes:
    """Return the report of the sample’s last quarter, with every page unless told otherwise."""
    *before, own = sample_quarters()
    past = Past(assessments=tuple(before), versions=tuple(one.questionnaire for one in sample_quarters()))
    chosen = replace(ReportOptions(pages=EVERY_PAGE), **options)  # type: ignore[arg-type]  # a test names fields
    outcome = evaluate(own)
    return build_pdf(describe(outcome, chosen, background(outcome, past, chosen)), chosen)
