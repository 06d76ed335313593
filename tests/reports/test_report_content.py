"""What the pages behind the scorecard say, word for word, and to whom."""

from dataclasses import replace

import pytest
from builders import a_planned_assessment, all_at, an_assessment, level, six_pillars
from quarters import earlier, later, the_past, told

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.promises import ActionState, Decision
from readiness.domain.report_words import key_of_decision
from readiness.reports.change_facts import Change
from readiness.reports.editable import sentences
from readiness.reports.options import EVERY_PAGE, PAGES_FOR, ReportOptions, in_order
from readiness.reports.plan_facts import Ask, Plan
from readiness.reports.risk_facts import Apart
from readiness.services.reporting import Past, background

CONTRACT = key_of_decision("Raise the payment contract")
FULL = six_pillars()


def the_change(assessment: Assessment, **options: object) -> Change:
    found = told(assessment, the_past(), **options).change
    assert found is not None
    return found


def the_plan(assessment: Assessment) -> Plan:
    found = told(assessment, the_past()).plan
    assert found is not None
    return found


class TestChange:
    def test_the_heading_never_says_rose_within_the_noise(self) -> None:
        found = the_change(later())

        assert found.title == "No clear change on the same 12 questions: 0.0, within noise"
        assert found.lead == "60 → 60 as reported."

    def test_a_clear_change_is_a_finding_with_what_it_is_made_of(self) -> None:
        found = the_change(a_planned_assessment(all_at(FULL, level(4, "evidenced"))))

        assert found.title == "On the same 12 questions the score rose by 39.6"
        assert found.lead == "60 → 100 as reported. What added: real answers 39.6."

    def test_gates_come_before_the_score_and_a_drop_is_never_hidden(self) -> None:
        found = the_change(later())

        assert [one.title for one in found.gates] == [
            "One gate closed, one opened again",
            "One gate opened again",
            "One gate open at 10×",
        ]
        assert (
            found.drops == "One fall of a gate or of weight 4 or more: How is DAT-01 done? (DAT-01, 3 → 1)."
        )

    def test_the_promise_check_counts_what_was_kept_and_what_moved(self) -> None:
        promises = the_change(later()).promises

        assert promises.title == "Promise check: one of two kept, one moved a level"
        assert promises.note == "3 of 5 person-weeks delivered"
        assert [(one.title, one.rows[0].name, one.rows[0].value) for one in promises.groups] == [
            ("Done and moved", "Undo a release in one step", "1 → 3"),
            ("Slipped", "Weekly list of slow queries", "not begun"),
        ]

    def test_decisions_say_what_became_of_them(self) -> None:
        assert [(one.value, one.name, one.note) for one in the_change(later()).decisions] == [
            ("Approved", "Hire one reliability engineer.", "2026-07-01"),
            ("Not decided", "Date the autumn campaign.", "due 2026-09-08"),
        ]

    def test_the_bridge_begins_and_ends_as_sealed(self) -> None:
        bridge = the_change(later()).bridge

        assert bridge is not None
        assert [(bar.name, bar.words, bar.note) for bar in bridge.bars] == [
            ("2026-Q2", "60.4", "as sealed"),
            ("Real answers", "0.0", "1 up, 1 down"),
            ("2026-Q3", "60.4", "as sealed"),
        ]

    def test_a_first_quarter_has_no_such_page(self) -> None:
        assert told(earlier(), Past()).change is None

    def test_of_a_quick_check_there_is_no_bridge_and_it_says_why(self) -> None:
        found = the_change(replace(later(), scope="quick"))

        assert found.bridge is None
        assert found.instead.startswith("A quick check and a full assessment have no bridge")


class TestPlan:
    def test_the_heading_says_when_the_step_is_reached_and_for_what(self) -> None:
        plan = the_plan(later())

        assert plan.title == "10× is reached in 2026-Q4, for 2 person-weeks"
        assert plan.lead == (
            "3 actions. 2 person-weeks (1–4), 0 of 2 estimated; too few to promise dates; "
            "1 more only clears up facts. "
            "The score goes from 60 to 66 when all of it is done and verified."
        )

    def test_each_quarter_says_where_it_leads_and_what_it_takes(self) -> None:
        (quarter,) = the_plan(later()).quarters

        assert (quarter.name, quarter.months, quarter.ceiling, quarter.score, quarter.load) == (
            *("2026-Q4", "Oct to Dec", "10×", "66"),
            "2 of 8",
        )

    def test_a_fiscal_year_changes_only_the_months(self) -> None:
        plan = told(later(), the_past(), fiscal_year_start=4).plan

        assert plan is not None
        assert (plan.quarters[0].name, plan.quarters[0].months) == ("2026-Q4", "Jan to Mar")

    def test_bars_say_weeks_and_gain_and_what_comes_first(self) -> None:
        bars = the_plan(later()).bars

        assert [bar.words for bar in bars] == ["no effort", "1 wk, +2.6", "1 wk, +2.6"]
        assert bars[2].needs == (1,)

    def test_nothing_answered_makes_no_plan(self) -> None:
        assert told(an_assessment(FULL), Past()).plan is None

    def test_terms_that_hold_nothing_say_so(self) -> None:
        nothing = replace(the_past().terms, capacity=(0.0,))
        plan = told(later(), the_past(terms=nothing)).plan

        assert plan is not None
        assert plan.title == "Without any capacity nothing is planned; 10× stays out of reach"
        assert plan.bars == ()
        assert plan.left_title == "Not done at this price: 3 actions, 2 person-weeks"


class TestCompletion:
    def test_a_first_quarter_says_what_plans_usually_reach(self) -> None:
        plan = told(later(), the_past(assessments=())).plan

        assert plan is not None
        assert plan.scaled_words.endswith("Dashed: 60% of it, the share that plans usually reach.")

    def test_a_measured_share_is_said_and_drawn(self) -> None:
        plan = told(later(), the_past()).plan

        assert plan is not None
        assert plan.scaled_words.endswith(
            "Dashed: 60% of it, the share of last quarter’s plan that was delivered."
        )

    @pytest.mark.parametrize(("state", "share"), [("planned", "none of it"), ("done", "100% of it")])
    def test_nothing_and_everything_are_shares_too(self, state: ActionState, share: str) -> None:
        actions = tuple(replace(one, state=state) for one in earlier().actions)
        before = replace(earlier(), actions=actions)
        plan = told(later(), the_past(assessments=(before,))).plan

        assert plan is not None
        assert f"Dashed: {share}, the share of last quarter’s plan" in plan.scaled_words
        last = plan.quarters[-1]
        assert last.scaled == (plan.today.value if state == "planned" else last.value)

    def test_where_today_has_no_score_the_plan_projects_none(self) -> None:
        one = an_assessment(FULL, {"ARC-01": level(2)})
        found = told(one, Past())

        assert found.plan is not None
        assert {quarter.score for quarter in (found.plan.today, *found.plan.quarters)} == {"–"}
        assert "score" not in found.plan.lead
        assert found.summary is not None
        assert found.summary.asked is not None
        assert not any(line.score for line in found.summary.asked.lines)


class TestSummary:
    def test_what_is_asked_stands_first_and_open_decisions_behind_it(self) -> None:
        summary = told(later(), the_past()).summary

        assert summary is not None
        assert summary.decisions == (
            Ask(key="ask.fund", text="Fund 1–4 person-weeks in 2026-Q4", due=""),
            Ask(key=CONTRACT, text="Raise the payment contract", due="2026-09-30"),
        )
        assert summary.asked is not None
        assert summary.asked.title == "The ask: 1–4 person-weeks"

    def test_an_assumed_target_asks_for_a_signature(self) -> None:
        summary = told(later(assumed=True), the_past()).summary

        assert summary is not None
        assert (
            summary.decisions[1].text
            == "Sign the growth target of 10× by 2027-Q2, so far engineering’s assumption"
        )


class TestRisks:
    def test_they_stand_in_the_order_they_give_out_with_the_answer_to_each(self) -> None:
        risks = told(later(), the_past()).risks

        assert risks is not None
        assert risks.title == "Two things give out before 10×"
        assert [(row.factor, row.felt, row.answer, row.when) for row in risks.rows] == [
            ("1.3×", "Orders database connections", "Adding more is planned, 6 weeks ahead", ""),
            ("2×", "DAT-01 gives out.", "How is DAT-01 done?", "2026-Q4"),
        ]

    def test_a_risk_that_is_accepted_says_so_in_place_of_a_plan(self) -> None:
        risk = AcceptedRisk(question="DAT-01", role="Head of Product", reason="Too dear", expires="2027-Q1")
        risks = told(replace(later(), accepted=(risk,)), the_past()).risks

        assert risks is not None
        row = risks.rows[1]
        assert (row.answer, row.when) == ("Accepted", "until 2027-Q1 by Head of Product")
        assert not row.is_planned

    def test_nothing_below_the_target_is_said_plainly(self) -> None:
        perfect = replace(a_planned_assessment(all_at(FULL, level(4, "evidenced"))), limits=())
        risks = told(perfect, Past()).risks

        assert risks is not None
        assert risks.title == "Nothing is known to give out before 10×"
        assert risks.nothing == "No answer and no measured limit gives out before 10×."


class TestPillars:
    def test_a_pillar_says_what_holds_it_back_what_it_was_and_what_the_plan_adds(self) -> None:
        data = told(later(), the_past()).details[1]

        assert data.title == "Data basics holds Data back"
        assert data.gates_words == "gate open of 1 for 10×: DAT-01"
        assert [(spark.name, spark.shown) for spark in data.past] == [("2026-Q2", "66"), ("2026-Q3", "34")]
        line = data.answers[0].lines[0]
        assert (line.before, line.stands, line.product, line.engineering) == ("3", "1", "3", "1")

    def test_what_was_agreed_in_the_room_is_quoted(self) -> None:
        assert told(later(), the_past()).details[0].room == ("ARC-01: It was rehearsed twice.",)


class TestReaders:
    def test_leadership_reads_no_lane_no_quote_and_no_name(self) -> None:
        shown = told(later(), the_past(), audience="leadership")
        words = repr(shown)

        assert shown.sides is None
        assert shown.risks is not None
        assert shown.risks.apart == ()
        lines = [line for one in shown.details for topic in one.answers for line in topic.lines]
        assert all(line.product == line.engineering == "" for line in lines)
        for secret in ("Mira Holt", "Data platform", "It was rehearsed twice.", "Told in confidence."):
            assert secret not in words

    def test_planning_reads_both_views(self) -> None:
        shown = told(later(), the_past())

        assert shown.sides is not None
        assert shown.sides.title == "One answer two apart"
        assert shown.risks is not None
        assert shown.risks.apart == (Apart(prompt="How is DAT-01 done?", product=3, engineering=1),)
        assert "Mira Holt" in repr(shown)

    def test_notes_of_the_room_stay_out_unless_they_are_let_in(self) -> None:
        assert "Told in confidence." not in repr(told(later(), the_past(), audience="archive"))
        assert "Told in confidence." in repr(told(later(), the_past(), audience="archive", room_notes=True))

    def test_nothing_is_told_before_the_reveal(self) -> None:
        hidden = later(revealed=False, mode="private", sealed=False)

        assert told(hidden, the_past()).sides is None

    @pytest.mark.parametrize("audience", ["leadership", "planning", "archive"])
    def test_each_reader_has_pages_of_their_own(self, audience: str) -> None:
        pages = PAGES_FOR[audience]  # type: ignore[index]  # the parameter is text

        assert pages[0] == "summary"
        assert ("answers" in pages) == (audience == "archive")
        assert ("alignment" in pages) == (audience != "leadership")

    def test_cover_and_summary_stand_first_whatever_the_order(self) -> None:
        assert in_order(("risks", "summary", "cover", "risks")) == ("cover", "summary", "risks")


class TestWords:
    def test_own_words_stand_in_place_of_the_generated_ones(self) -> None:
        words = {
            "summary.headline": "We can take the autumn.",
            "consequence.DAT-01": "Orders stop.",
            "ask.fund": "Give us four weeks",
            "plan.title": "Ready by Christmas",
            "pillar.DAT.title": "Data waits",
        }
        shown = told(later(), the_past(words=words))

        assert shown.summary is not None
        assert shown.summary.headline == "We can take the autumn."
        assert shown.summary.failures[0].felt == "Orders stop."
        assert shown.summary.decisions[0].text == "Give us four weeks"
        assert shown.plan is not None
        assert shown.plan.title == "Ready by Christmas"
        assert shown.details[1].title == "Data waits"

    def test_an_edited_decision_does_not_jump_to_another_when_one_is_settled(self) -> None:
        kept = Decision(text="Raise the payment contract.", due="2026-09-30")
        words = {CONTRACT: "Sign the contract"}
        for decisions in ((kept,), (Decision(text="Hire one engineer."), kept)):
            summary = told(later(decisions=decisions), the_past(words=words)).summary

            assert summary is not None
            assert [ask.text for ask in summary.decisions[-1:]] == ["Sign the contract"]
            assert "Hire one engineer" in [ask.text for ask in summary.decisions] or len(decisions) == 1

    def test_what_may_be_edited_is_offered_as_generated(self) -> None:
        outcome = evaluate(later())
        options = ReportOptions(pages=EVERY_PAGE)
        known = background(outcome, the_past(words={"plan.title": "Ours"}), options)
        offered = {one.key: one.generated for one in sentences(outcome, options, known)}

        assert offered["plan.title"] == "10× is reached in 2026-Q4, for 2 person-weeks"
        assert offered["consequence.DAT-01"] == "DAT-01 gives out."
        assert {"summary.headline", "ask.fund", CONTRACT, "change.title", "sides.title"} <= offered.keys()

    @pytest.mark.parametrize(
        ("ready", "words"),
        [
            ((), "not an audit."),
            (("product",), "Ready to send: Product only."),
            (("product", "engineering"), "Ready to send: Product and Engineering."),
        ],
    )
    def test_the_foot_says_who_said_that_it_can_go(self, ready: tuple[str, ...], words: str) -> None:
        assert told(later(), the_past(ready=ready)).foot.endswith(words)

    def test_what_is_still_open_can_go_nowhere(self) -> None:
        ready = the_past(ready=("product", "engineering"))

        assert "Ready to send" not in told(later(sealed=False), ready).foot


def test_a_quick_check_plans_nothing_and_asks_for_nothing() -> None:
    shown = told(a_planned_assessment(scope="quick", sealed=True), Past())

    assert shown.plan is None
    assert shown.summary is not None
    assert shown.summary.asked is None
    assert shown.summary.decisions == ()
