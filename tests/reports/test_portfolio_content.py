"""What the two pages over many systems say, to the word; every sum is over the plans as they are kept."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import a_planned_assessment, all_at, an_assessment, level, not_applicable, six_pillars
from builders_portfolio import a_plan, a_system, many_systems
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import assessments

from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import Decision
from readiness.domain.spread import Stand
from readiness.domain.terms import PlanTerms
from readiness.reports.agreed_plan import agreed_plan
from readiness.reports.facts import ReportContent
from readiness.reports.options import ReportOptions
from readiness.reports.plan_facts import Ask
from readiness.reports.portfolio_ask import ask_page
from readiness.reports.portfolio_content import describe_portfolio
from readiness.reports.portfolio_facts import AskPage, StandPage
from readiness.reports.portfolio_weighing import Given, Moved, Weighed, weigh
from readiness.reports.portfolio_words import FEWER, Said, bought, buys, left_undone, rest_of, shown_rows

if TYPE_CHECKING:
    from readiness.domain.what_if import PlanMode

Q3 = Period(2026, 3)
THREE = (
    a_system("Checkout", "Payments"),
    a_system(
        "Search",
        "Storefront",
        stand=Stand(10, 10),
        label="Solid",
        gates=(),
        moved=Moved(since="2026-Q1", points=-4.0, verdict="clear", step_before=10, step_now=10),
        planned=a_plan(weeks={}, actions=(), reaches=None, meets_target=False, undone=()),
        pillars=tuple(replace(pillar, shown=70) for pillar in a_system().pillars),
    ),
    a_system("Basket", "", label=None, coverage=0.7, moved=None, gates=a_system().gates[:1]),
)


def told(*systems: Weighed, company: str = "Quillmere") -> ReportContent:
    return describe_portfolio(systems, Q3, ReportOptions(company=company))


def stand(*systems: Weighed) -> StandPage:
    content = told(*systems)
    assert content.portfolio is not None
    return content.portfolio.stand


def ask(*systems: Weighed) -> AskPage:
    content = told(*systems)
    assert content.portfolio is not None
    return content.portfolio.ask


class TestFrame:
    def test_the_head_the_foot_and_the_seal_are_of_all_systems(self) -> None:
        content = told(*THREE)
        assert (content.system, content.period) == ("Portfolio of 3 systems", "2026-Q3")
        assert content.title == "Scalability readiness"
        assert content.draft == ""
        assert content.foot == (
            "Quillmere. 3 active systems, 2026-Q3, 10 September 2026. Self-assessments, not an audit. "
            f"Seals together\u00a0{content.seal}."
        )

    def test_one_open_assessment_makes_it_a_draft(self) -> None:
        assert told(THREE[0], a_system("Open", basis="open", is_open=True, seal="")).draft == (
            "Draft: 1 assessment is open"
        )

    def test_another_seal_makes_another_hash_and_the_order_none(self) -> None:
        assert told(*THREE).seal == told(*reversed(THREE)).seal
        assert told(*THREE).seal != told(*THREE[:2], replace(THREE[2], seal="cd" * 32)).seal


class TestStand:
    def test_the_headline_is_the_verdict_and_what_it_costs(self) -> None:
        assert stand(*THREE).title == (
            "2 of 3 systems fall short of their target; 10–36 person-weeks bring all of them there."
        )
        assert stand(THREE[0]).title == (
            "Checkout falls short of its target; 5–18 person-weeks bring it there."
        )
        assert stand(THREE[1]).title == "Search carries its target."
        left = replace(THREE[2], planned=a_plan(meets_target=False))
        assert stand(THREE[0], left).title == (
            "Both systems fall short of their target; 10–36 person-weeks bring 1 of them there."
        )

    def test_without_any_step_nothing_is_claimed(self) -> None:
        bare = Weighed(system="New", team="")
        assert stand(bare).title == "New has no growth step yet."
        assert stand(bare, replace(bare, system="Newer")).title == "None of 2 systems has a growth step yet."
        assert stand(bare).lead == "0 of 1 system assessed in 2026-Q3, 1 not assessed."

    def test_the_distribution_counts_every_system_once(self) -> None:
        page = stand(*THREE, Weighed(system="New", team=""))
        assert [(bar.name, bar.count, bar.short) for bar in page.steps.bars] == [
            ("1×", 0, 0),
            ("2×", 2, 2),
            ("10×", 1, 0),
            ("100×", 0, 0),
            ("no step", 1, 0),
        ]
        assert [bar.count for bar in page.labels.bars] == [0, 0, 1, 1, 0, 2]
        assert page.steps.title == "2 of 3 stand at 2×"
        assert page.labels.title == "0 of 2 score below Holding"
        assert page.steps.most == page.labels.most
        assert "2× 2 (2 short of target)" in page.steps.finding

    def test_coverage_and_what_is_not_comparable_are_said(self) -> None:
        quick = a_system("Quick", is_quick=True, stand=None, planned=None, questionnaire="lens@2.0")
        assert stand(*THREE, quick).known == (
            "Coverage 70–95%, median 95%, 1 below 80%; 296 of 296 questions asked.",
            "1 quick check is orientation: no step and no plan.",
            (
                "Not all were asked the same: scalability@1.0 (3), lens@2.0 (1). "
                "Such scores are not held against each other."
            ),
        )

    def test_what_blocks_most_comes_first(self) -> None:
        page = stand(*THREE)
        assert page.blockers_title == "One gate is open in most systems"
        assert [(one.id, one.words) for one in page.blockers] == [
            ("DAT-04", "open in 2 of 3"),
            ("GRO-07", "open in 1 of 3"),
        ]
        assert stand(THREE[1]).blockers_title == "No gate is open anywhere"

    def test_only_what_stands_out_from_noise_is_said_to_have_moved(self) -> None:
        noise = a_system(
            "Still", moved=Moved(since="2026-Q2", points=1.0, verdict="noise", step_before=2, step_now=2)
        )
        page = stand(*THREE, noise, replace(noise, system="Old", period="2026-Q2"))
        assert page.changes_title == "Since 2026-Q2: 1 rose and 1 fell"
        assert [(row.name, row.note, row.value) for row in page.rises] == [
            ("Checkout", "1× → 2×, probable", "+3.2")
        ]
        assert [(row.name, row.note, row.value) for row in page.falls] == [
            ("Search", "clear, since 2026-Q1", "−4.0")
        ]
        assert page.changes_note == (
            "Like for like, in points of score. 1 within noise; 1 with no earlier quarter to compare; "
            "1 not assessed anew."
        )

    def test_systems_come_by_name_whatever_their_score(self) -> None:
        names = [row.system for row in ask(*THREE).matrix.rows]
        assert names == ["Basket", "Checkout", "Search"]


class TestAsk:
    def test_the_table_is_of_teams_and_quarters(self) -> None:
        page = ask(*THREE)
        assert page.title == (
            "The ask: 10–36 person-weeks, 17 as planned, over two quarters "
            "by one team and systems without one"
        )
        assert page.note == "person-weeks as planned; 3 of 6 actions estimated"
        assert page.columns == ("2026-Q4", "2027-Q1")
        assert [(team.team, team.weeks, team.total) for team in page.teams] == [
            ("Payments", (6.0, 2.5), 8.5),
            ("No team named", (6.0, 2.5), 8.5),
        ]
        assert (page.whole.team, page.whole.weeks) == ("In all", (12.0, 5.0))

    def test_a_row_says_what_the_weeks_buy_and_counts_what_it_leaves_out(self) -> None:
        team = ask(*THREE).teams[0]
        assert buys(team, FEWER[0]) == (
            "Checkout reaches 10× in 2027-Q1: Put a pooler before the database; Repeat the load test."
        )
        assert buys(team, Said(1, 1)) == (
            "Checkout reaches 10× in 2027-Q1: Put a pooler before the database; and 1 more action."
        )
        assert buys(team, Said(0, 0)) == "1 system reaches a further step: 2 actions."
        none = ask(a_system(planned=a_plan(reaches=None, meets_target=False))).teams[0]
        assert buys(none, Said(0, 0)) == "No further step: 2 actions."

    def test_an_action_is_cut_short_before_none_is_named(self) -> None:
        told = list(bought(ask(*THREE).teams[0]))
        short = "Checkout reaches 10× in 2027-Q1: Put a pooler…; and 1 more action."
        assert short in told
        assert told.index(short) < told.index("Checkout reaches 10× in 2027-Q1: 2 actions.")
        assert told[-1] == "1 system reaches a further step: 2 actions."

    def test_what_lies_behind_the_next_quarters_is_one_column_and_what_is_past_another(self) -> None:
        weeks = {f"{year}-Q{q}": (1.0, 1.0, 1.0) for year in (2027, 2028) for q in (1, 2, 3, 4)}
        page = ask(a_system(planned=a_plan(weeks={"2026-Q3": (2.0, 1.0, 3.0), **weeks})))
        assert page.columns == ("to 2026-Q3", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "later")
        assert page.teams[0].weeks == (2.0, 1.0, 1.0, 1.0, 1.0, 4.0)
        assert "1 plan is older and begins before 2026-Q4." in page.sure

    def test_the_rest_of_the_teams_is_a_row_with_their_sums(self) -> None:
        teams = ask(*many_systems(60, teams=12)).teams
        rest = rest_of(teams[4:])
        assert rest.team == f"And {len(teams) - 4} more teams, in the workspace"
        assert rest.total == pytest.approx(sum(team.total for team in teams[4:]))

    def test_what_is_not_done_names_the_first_and_counts_all(self) -> None:
        page = ask(THREE[0], replace(THREE[2], planned=a_plan(meets_target=False)))
        assert page.undone is not None
        assert left_undone(page.undone, FEWER[0]) == (
            "2 actions, 12 person-weeks: Rehearse losing the primary; and 1 more. "
            "Short of the target: Basket."
        )

    def test_decisions_begin_with_the_price_and_go_on_by_date(self) -> None:
        due = a_system("Late", decisions=(Ask(key="ask.1", text="Sign the contract", due="2026-10-01"),))
        page = ask(replace(due, system="A", decisions=(Ask(key="ask.1", text="Wait", due=""),)), due)
        assert [(one.text, one.due) for one in page.decisions] == [
            ("Fund 10–36 person-weeks until 2027-Q1, for one team", ""),
            ("Late: Sign the contract", "2026-10-01"),
            ("A: Wait", ""),
        ]

    def test_without_a_plan_it_says_why(self) -> None:
        assert ask(THREE[1]).nothing == "Nothing is needed for the targets as they stand."
        quick = a_system(is_quick=True, stand=None, planned=None)
        assert ask(quick).nothing == "No system has a plan yet: a plan needs a full assessment with answers."
        assert (ask(quick).title, ask(quick).decisions) == ("The ask: nothing", ())
        idle = a_system(planned=a_plan(weeks={}, actions=(), reaches=None, meets_target=False))
        assert ask(idle).nothing.startswith("Nothing is planned: there is no capacity for it")
        assert stand(idle).title == "Checkout falls short of its target; nothing is planned yet."

    def test_the_matrix_gives_a_word_to_what_is_weak_and_none_to_the_rest(self) -> None:
        matrix = ask(*THREE).matrix
        basket = matrix.rows[0]
        assert (basket.step, basket.seal) == ("2× of 10×", "ab12ab12")
        assert [(cell.shown, cell.word) for cell in basket.cells[:3]] == [
            ("45", ""),
            ("35", "Exposed"),
            ("55", ""),
        ]
        assert matrix.title == "Data is weak most often: in 2 of 3 systems"
        assert matrix.sums[:2] == ("0 of 3", "2 of 3")

    def test_where_not_all_have_room_the_weakest_are_shown_by_name(self) -> None:
        rows = ask(*many_systems(24)).matrix.rows
        few = shown_rows(rows, 5)
        assert [row.system for row in few] == sorted(row.system for row in few)
        assert min(row.weak for row in few) >= max(row.weak for row in rows if row not in few) - 0
        assert shown_rows(rows, 24) == rows

    def test_how_sure_names_what_the_plans_rest_on(self) -> None:
        page = ask(
            a_system(planned=a_plan(is_first_terms=True, hangs_on_unknowns=True), is_unaimed=True),
            Weighed(system="New", team=""),
        )
        assert page.sure == (
            "43% of 70 levels evidenced, 10 guesses, 4 unknown, counted as 0 until someone looks.",
            "1 plan rests on the first assumption of 8 person-weeks a quarter.",
            "1 plan hangs on what nobody knows yet.",
            "1 system has no target of its own: held against 10×.",
            "1 system has no step, so no verdict.",
        )
        assert page.seals.startswith("1 seal, as one hash ")
        assert ask(Weighed(system="New", team="")).seals == "Nothing here is sealed yet."


class TestWeighing:
    def test_the_figures_are_those_that_scoring_and_planning_give(self) -> None:
        assessment = a_planned_assessment({"DAT-01": level(1, "evidenced")}, sealed=True)
        one = weigh(Given(system="Checkout API", team="A", assessment=assessment, seal="ff"))
        outcome = evaluate(assessment)
        plan = agreed_plan(outcome, PlanTerms())
        assert plan is not None
        assert one.planned is not None
        assert one.planned.effort == pytest.approx(plan.effort)
        assert one.planned.undone_weeks == pytest.approx(plan.undone_effort)
        assert [gate.id for gate in one.gates] == [
            q.id for q in assessment.questionnaire.questions if q.id in outcome.growth.open_gates
        ]
        assert one.stand == Stand(outcome.growth.practice_ceiling or 0, outcome.growth.target_step)
        assert (one.basis, one.seal) == ("sealed", "ff")

    def test_hidden_answers_are_not_asked(self) -> None:
        hidden = an_assessment(
            six_pillars(), mode="private", revealed=False, product=all_at(six_pillars(), level(4))
        )
        one = weigh(Given(system="Checkout API", team="", assessment=hidden, is_open=True))
        assert (one.asked, one.stand, one.planned, one.basis) == (0, None, None, "open")

    def test_the_earlier_quarter_makes_the_change(self) -> None:
        before = a_planned_assessment(all_at(six_pillars(), level(1, "evidenced")), period=Period(2026, 2))
        after = a_planned_assessment(all_at(six_pillars(), level(3, "evidenced")))
        one = weigh(Given(system="Checkout API", team="", assessment=after, before=before))
        assert one.moved is not None
        assert (one.moved.since, one.moved.verdict) == ("2026-Q2", "clear")
        assert (one.moved.points or 0) > 0

    def test_no_lane_note_or_name_of_a_person_is_carried(self) -> None:
        assessment = a_planned_assessment(
            {"DAT-01": level(1, note="a quote of the room", by="Mira Holt")},
            decisions=(Decision(text="Hire two", verdict="approved"), Decision(text="Wait")),
        )
        one = weigh(Given(system="Checkout API", team="", assessment=assessment))
        assert "Mira" not in repr(one)
        assert "quote of the room" not in repr(one)
        assert [decision.text for decision in one.decisions] == ["Wait"]

    def test_what_does_not_apply_makes_no_step(self) -> None:
        nothing = an_assessment(six_pillars(), all_at(six_pillars(), not_applicable()))
        one = weigh(Given(system="Checkout API", team="", assessment=nothing))
        assert one.stand is None


@st.composite
def givens(draw: st.DrawFn) -> Given:
    mode: PlanMode = draw(st.sampled_from(("ceiling-first", "score-first")))
    capacity = tuple(draw(st.lists(st.sampled_from([0.0, 0.5, 3.0, 8.0, 20.0]), min_size=1, max_size=3)))
    period = draw(st.sampled_from([Period(2026, 3), Period(2026, 2), Period(2025, 4)]))
    return Given(
        system=draw(st.text("abc", min_size=1, max_size=3)),
        team=draw(st.sampled_from(["", "Red", "Blue"])),
        assessment=replace(draw(assessments()), period=period),
        terms=PlanTerms(capacity=capacity, mode=mode),
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(givens(), min_size=1, max_size=4))
def test_every_sum_is_that_of_the_plans_of_the_systems(systems: list[Given]) -> None:
    plans = [
        plan
        for one in systems
        if one.assessment is not None and (plan := agreed_plan(evaluate(one.assessment), one.terms))
    ]
    page = ask_page([weigh(one) for one in systems], Q3)
    assert page.whole.total == pytest.approx(sum(plan.effort for plan in plans))
    assert sum(team.total for team in page.teams) == pytest.approx(page.whole.total)
    for column, weeks in zip(page.columns, page.whole.weeks, strict=True):
        if column.startswith("20"):
            used = sum(
                action.used.get(quarter.index, 0.0)
                for plan in plans
                for action in plan.actions
                for quarter in plan.quarters
                if str(quarter.period) == column
            )
            assert weeks == pytest.approx(used)
    assert (page.undone.count if page.undone else 0) == sum(len(plan.undone) for plan in plans)
