"""The agenda of a meeting, word for word, and as the page that is printed."""

from dataclasses import replace
from pathlib import Path

import paper
import pytest
from builders import a_planned_assessment, an_assessment, level, six_pillars, unknown

from readiness.domain.assessment import Assessment, Driver, Limit, Participant, Target
from readiness.domain.journeys import Journey
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import evaluate
from readiness.reports.agenda_content import agenda
from readiness.reports.agenda_facts import Agenda, AgendaSlot
from readiness.reports.content import describe_agenda
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.services.exporting import export_agenda, suggest_name
from readiness.services.library import Library

PEOPLE = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Engineering lead", name="Ana Ruiz", lane="engineering"),
    Participant(role="Facilitator", lane="facilitator"),
)
ORDERS = "orders a minute: 1,200 today (28 August), 12,000 by 2027-Q2, 10×, tested to 1,800"
HIDDEN = an_assessment(
    six_pillars(),
    mode="private",
    revealed=False,
    product={"ARC-01": level(1)},
    scope_in="Cart to receipt",
    scope_out="Fraud screening",
    journeys=(Journey("Place an order"), Journey("Pay by card")),
    load=(
        Driver(
            id="orders",
            unit="orders a minute",
            today=1200.0,
            target=12000.0,
            tested=1800.0,
            peak="28 August",
        ),
        Driver(id="stored", unit="GB stored", today=400.0, target=1200.0),
    ),
    target=Target(factor=10.0, by="2027-Q2"),
    participants=PEOPLE,
)


def told(assessment: Assessment) -> Agenda:
    return agenda(evaluate(assessment))


def slots(assessment: Assessment) -> tuple[AgendaSlot, ...]:
    return tuple(slot for session in told(assessment).sessions for slot in session.slots)


def printed(assessment: Assessment, **options: object) -> bytes:
    chosen = replace(ReportOptions(made_on="2026-09-10"), **options)  # type: ignore[arg-type]  # a test names fields
    return build_pdf(describe_agenda(evaluate(assessment), chosen), chosen)


def test_it_asks_the_one_question_and_says_how_long() -> None:
    said = told(HIDDEN)

    assert said.headline == "Will Checkout API carry 10× by 2027-Q2?"
    assert said.length == "90 minutes, after private answers, apart and hidden."


def test_the_growth_says_which_plan_it_is_taken_from() -> None:
    assert HIDDEN.target is not None
    plan = replace(HIDDEN.target, source="2027 sales plan, 20 August")
    growth = dict(told(replace(HIDDEN, target=plan)).frame)["Growth"]

    assert growth.endswith("Signed by both leads, from 2027 sales plan, 20 August.")


def test_the_frame_is_what_was_set_up() -> None:
    assert told(HIDDEN).frame == (
        ("In", "Cart to receipt"),
        ("Out, and why", "Fraud screening"),
        ("Critical journeys", "1. Place an order  2. Pay by card"),
        (
            "Growth",
            f"{ORDERS}; GB stored: 400 today, 1,200 by 2027-Q2, 3×, untested. Signed by both leads.",
        ),
        (
            "In the room",
            "Product: Mira Holt, Product lead; Engineering: Ana Ruiz, Engineering lead; Facilitator",
        ),
    )


def test_before_the_meeting_each_side_has_its_questions_and_nothing_is_told_of_its_answers() -> None:
    said = told(replace(HIDDEN, product={"ARC-01": level(1, note="Nobody looks at it.")}))

    assert said.before == (
        "Product: 12 questions alone, about 6 minutes; 1 answered.",
        "Engineering: 12 questions alone, about 6 minutes.",
    )
    assert "Nobody looks" not in repr(said)
    assert all(not slot.topics for slot in slots(HIDDEN))


def test_a_side_that_answers_alone_stands_alone() -> None:
    one = replace(HIDDEN, lanes=Lanes(product="Shop", alone="product"))

    assert told(one).before == ("Shop: 12 questions alone, about 6 minutes; 1 answered.",)
    assert slots(one)[1].who == "Shop 2"


def test_the_minutes_follow_each_other_and_add_up() -> None:
    parts = slots(HIDDEN)

    assert [part.what for part in parts] == [
        "The frame",
        "Architecture",
        "Data",
        "Observability",
        "Automation",
        "Debt",
        "Growth & alignment",
        "What breaks first",
        "The plan",
    ]
    assert sum(int(part.minutes.removesuffix(" min")) for part in parts) == 90
    assert (parts[0].at, parts[1].at, parts[-1].at) == ("0:00", "0:15", "1:10")
    assert parts[1].who == "Product 2, Engineering 2"


def test_after_the_reveal_the_questions_worth_the_time_are_named_with_their_reason() -> None:
    revealed = replace(
        HIDDEN,
        revealed=True,
        product={"DAT-01": level(3), "ARC-01": level(2)},
        engineering={"DAT-01": level(0), "ARC-01": unknown()},
    )
    (data,) = [part for part in slots(revealed) if part.what == "Data"]

    assert data.topics == ("DAT-01 How is DAT-01 done? (open gate, levels apart)",)
    assert data.detail == "1 question worth the room’s time."
    assert told(revealed).before == ()


def test_what_does_not_fit_is_said_to_go_in_as_the_more_cautious_answer() -> None:
    core = Library().latest()
    unknowns = {q.id: unknown() for q in core.questions}
    many = replace(HIDDEN, questionnaire=core, revealed=True, product=unknowns, engineering=unknowns)

    assert told(many).rest == (
        "56 more go in as the more cautious answer and can be taken up again until the seal."
    )


def test_everything_live_takes_two_sessions() -> None:
    core = Library().latest()
    live = told(replace(HIDDEN, mode="live", revealed=True, product={}, questionnaire=core))

    assert live.length == "Two sessions of 75 minutes, everything answered in the room."
    assert [session.title for session in live.sessions] == ["Session 1", "Session 2"]
    assert (live.sessions[0].slots[0].detail, live.before) == ("21 questions.", ())


def test_a_small_live_meeting_has_one_sitting() -> None:
    assert told(replace(HIDDEN, mode="live", revealed=True)).sessions[0].title == ""


def test_a_quick_check_says_what_it_is() -> None:
    quick = told(replace(HIDDEN, scope="quick"))

    assert quick.length.endswith("a quick check: orientation, no growth step.")
    assert quick.sessions[0].slots[-1].what == "What next"


def test_without_a_target_it_asks_openly_and_says_what_to_bring() -> None:
    bare = told(an_assessment(six_pillars()))

    assert bare.headline == "How much growth can Checkout API take?"
    assert bare.frame == (("Growth", "No number yet. Without one the plan is judged at 10×."),)
    assert bare.bring == (
        "Today’s peak and when it was seen, the load the plan must carry, and by when.",
        "The resources that could give out first, each with its use at today’s peak and its limit.",
        "Links to dashboards, test reports and runbooks: an answer counts in full only with evidence.",
    )


def test_it_asks_for_what_is_missing_and_nothing_else() -> None:
    assessment = replace(
        HIDDEN,
        assumed=True,
        limits=(
            Limit(id="db", resource="database connections", used=460.0, limit=600.0),
            Limit(id="cpu", resource="cores"),
            Limit(id="net", resource="bandwidth", used=3.0),
        ),
        facts=(OpenFact(question="DAT-01", text="Date of the campaign", who="Mira Holt"),),
    )

    assert told(assessment).bring == (
        "The plan behind the growth target: until product signs it, it is an assumption.",
        "Orders a minute: the last load test, to 1,800 orders a minute.",
        "GB stored: the last load test, if there is one.",
        "Cores: its use at peak and its limit.",
        "Bandwidth: its limit.",
        "DAT-01: Date of the campaign (Mira Holt).",
        "Links to dashboards, test reports and runbooks: an answer counts in full only with evidence.",
    )


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_it_is_always_one_page_and_nothing_runs_over_its_edges(sheet: str) -> None:
    words = "Everything that anybody ever said about it, in one breath and without an end. " * 8
    crowd = tuple(replace(PEOPLE[0], name=f"Person {n}", role=words[:80]) for n in range(20))
    worst = replace(
        HIDDEN,
        system="Checkout and payments platform for the whole of the northern and southern regions",
        scope_in=words,
        scope_out=words,
        journeys=(Journey(words[:120]),) * 5,
        participants=crowd,
        revealed=True,
        product={q.id: level(4) for q in six_pillars().questions},
        engineering={q.id: unknown() for q in six_pillars().questions},
        facts=tuple(OpenFact(question="DAT-01", text=words[:200].strip()) for _ in range(30)),
    )
    for case in (HIDDEN, worst, a_planned_assessment(), replace(HIDDEN, scope="quick")):
        pdf = printed(case, paper=sheet)
        assert len(paper.drawn(pdf)) == 1
        assert paper.outside(pdf) == []


def test_the_same_agenda_is_the_same_bytes() -> None:
    assert printed(HIDDEN) == printed(HIDDEN)


def test_it_is_tagged_titled_and_carries_its_fonts() -> None:
    pdf = printed(HIDDEN)
    elements = list(paper.structure(pdf).walk())

    assert [e.tag for e in elements if e.tag.startswith("H")] == ["H1", "H2", "H2", "H2"]
    assert all(marked == owned > 0 for marked, owned in paper.marks(pdf))
    assert all(leaf.marked for leaf in elements if not leaf.children)
    assert all(paper.faces(pdf).values())
    assert paper.opened(pdf).metadata.title == "Checkout API, 2026-Q3: Agenda"
    assert "Please bring" in paper.read(pdf)


def test_it_is_written_under_a_name_of_its_own(tmp_path: Path) -> None:
    name = suggest_name(HIDDEN, "pdf", "agenda")
    path = export_agenda(HIDDEN, tmp_path / name)

    assert name == "Checkout API 2026-Q3 agenda.pdf"
    assert path.read_bytes().startswith(b"%PDF-1.7")
