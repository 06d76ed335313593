"""What people wrote beside the answers stands whole behind them, with names only where names may be read."""

from builders import a_planned_assessment

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import evaluate
from readiness.domain.promises import Decision, PlannedAction
from readiness.reports.background import NOTHING, Background
from readiness.reports.content import describe
from readiness.reports.options import ReportOptions
from readiness.reports.written_content import written

GIVEN = a_planned_assessment(
    decisions=(
        Decision(text="Hire one engineer.", verdict="declined", reason="No budget", at="2026-09-01"),
        Decision(text="Raise the contract", due="2026-12-01"),
    ),
    actions=(
        PlannedAction(id="own-1", kind="free", title="Buy a disk", owner="Mira Holt", note="Ask twice."),
    ),
    accepted=(AcceptedRisk(question="DAT-02", role="CTO", reason="Known.", expires="2027-Q1"),),
    facts=(OpenFact(question="OBS-02", text="Who watches it?", who="Tom Reed", note="Nobody."),),
    lanes=Lanes(product="Those who sell"),
)
WORDS = Background(
    words={"consequence.DAT-01": "Nobody can pay.", "ask.fund": "Pay us.", "plan.title": "Plan"}
)


def test_each_is_said_with_what_belongs_to_it() -> None:
    assert written(evaluate(GIVEN), WORDS, names=True) == (
        ("The two sides", "Those who sell and Engineering"),
        ("Decision 1, declined 2026-09-01", "Hire one engineer. Why: No budget"),
        ("Decision 2, open, due 2026-12-01", "Raise the contract"),
        ("Action own-1", "Buy a disk. Owner: Mira Holt. Note: Ask twice."),
        ("Accepted, DAT-02", "until 2027-Q1 by CTO: Known."),
        ("To find out, OBS-02", "Who watches it? Found: Nobody."),
        ("In own words, DAT-01", "Nobody can pay."),
        ("In own words, the ask", "Pay us."),
    )


def test_without_names_owners_notes_and_sides_stay_out() -> None:
    told = dict(written(evaluate(GIVEN), NOTHING, names=False))
    assert told["Action own-1"] == "Buy a disk"
    assert told["To find out, OBS-02"] == "Who watches it?"
    assert "The two sides" not in told


def test_nothing_written_has_no_heading() -> None:
    plain = describe(evaluate(a_planned_assessment()), ReportOptions())
    full = describe(evaluate(GIVEN), ReportOptions())
    assert plain.answers is not None
    assert full.answers is not None
    assert (plain.answers.written_title, plain.answers.written) == ("", ())
    assert full.answers.written_title == "Written beside the answers"
