"""What a report says, word for word."""

from dataclasses import replace

import pytest
from builders import (
    LINK,
    a_pillar,
    a_planned_assessment,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    six_pillars,
    the_worked_example,
    unknown,
)

from readiness.domain.assessment import Answer, Assessment, Driver, Limit, Participant
from readiness.domain.journeys import Journey
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Combination, Condition
from readiness.reports.bar_facts import Bars, PillarBar
from readiness.reports.content import describe
from readiness.reports.facts import (
    AnswerLine,
    Answers,
    Break,
    Caution,
    Consequence,
    GateRow,
    LimitLine,
    PillarRow,
    ReportContent,
    Scorecard,
    ScoreFigure,
    Share,
    Summary,
)
from readiness.reports.options import ReportOptions

FULL = six_pillars()


def told(assessment: Assessment, **options: object) -> ReportContent:
    chosen = replace(ReportOptions(), **options)  # type: ignore[arg-type]  # a test names fields freely
    return describe(evaluate(assessment, chosen.target), chosen)


def summary_of(assessment: Assessment) -> Summary:
    made = told(assessment).summary
    assert made is not None
    return made


def scorecard_of(assessment: Assessment) -> Scorecard:
    made = told(assessment).scorecard
    assert made is not None
    return made


def answers_of(assessment: Assessment, **options: object) -> Answers:
    made = told(assessment, **options).answers
    assert made is not None
    return made


def lines_of(assessment: Assessment) -> dict[str, AnswerLine]:
    pillars = answers_of(assessment).pillars
    return {line.id: line for pillar in pillars for topic in pillar.topics for line in topic.lines}


def notes_of(answer: Answer) -> tuple[tuple[str, str], ...]:
    return lines_of(a_planned_assessment({"ARC-01": answer}))["ARC-01"].notes


class TestBreaksFirst:
    def test_limits_below_the_target_come_first_smallest_first(self) -> None:
        limits = (
            Limit(id="b", resource="queue", unit="msg/s", used=10.0, limit=30.0, more="proven"),
            Limit(id="a", resource="orders database", unit="%", used=60.0, limit=90.0),
            Limit(id="c", resource="disk", used=1.0, limit=10.0),
            Limit(id="d", resource="mail"),
        )
        made = summary_of(a_planned_assessment(limits=limits))

        assert made.limits == (
            Break(
                factor="1.5×",
                felt="Orders database",
                what="60 of 90 % used at today’s peak.",
                stands="No way to add more is known.",
            ),
            Break(
                factor="3×",
                felt="Queue",
                what="10 of 30 msg/s used at today’s peak.",
                stands="Adding more is proven.",
            ),
        )

    def test_practices_that_fail_follow_with_their_consequence(self) -> None:
        made = summary_of(a_planned_assessment({"DAT-01": level(1), "ARC-02": unknown()}))

        assert made.failures == (
            Break(
                factor="2×",
                felt="DAT-01 gives out.",
                what="How is DAT-01 done?",
                stands="DAT-01, gate: 1 Ad hoc; 10× asks 3 In place",
            ),
            Break(
                factor="10×",
                felt="ARC-02 gives out.",
                what="How is ARC-02 done?",
                stands="ARC-02: unknown; 10× asks 2 Partial",
            ),
        )

    def test_what_blinds_or_slows_does_not_break(self) -> None:
        made = summary_of(a_planned_assessment({"OBS-01": level(2), "DEB-02": level(3, "guess")}, limits=()))

        assert not made.failures
        assert made.nothing_breaks == "No answer and no measured limit gives out before 10×."
        assert made.unseen == (
            Consequence(
                factor="2×", felt="OBS-01 gives out.", question="OBS-01, gate: 2 Partial; 10× asks 3 In place"
            ),
        )
        assert made.slow == ()

    def test_a_guess_says_what_it_counts_as(self) -> None:
        made = summary_of(a_planned_assessment({"DEB-02": level(2, "guess")}))

        assert [row.question for row in made.slow] == [
            "DEB-02: 2 Partial, a guess: counts as 1; 10× asks 2 Partial"
        ]

    def test_a_question_without_a_consequence_is_felt_as_its_prompt(self) -> None:
        questionnaire = a_questionnaire(a_pillar("ARC", a_topic("ONE", a_question("ARC-01", consequence=""))))
        (row,) = summary_of(an_assessment(questionnaire, {"ARC-01": level(0)})).failures

        assert (row.felt, row.what) == ("How is ARC-01 done?", "")

    def test_with_nothing_answered_nothing_is_known(self) -> None:
        made = summary_of(an_assessment(FULL))

        assert (
            made.nothing_breaks
            == "Nothing is known yet: no question is answered and no limit below the target is measured."
        )


class TestLadder:
    def test_the_three_facts_and_the_target_each_have_their_flag(self) -> None:
        made = summary_of(a_planned_assessment({"DAT-01": level(2)})).ladder

        assert [(flag.kind, flag.number, flag.words) for flag in made.flags] == [
            ("limit", "1.3×", "first known limit: orders database connections"),
            ("tested", "1.5×", "tested: 1,800 orders/min"),
            ("practices", "2×", "practices support"),
            ("target", "10×", "target, by 2027-Q2: 12,000 orders/min"),
        ]
        assert made.absent == ()
        assert made.finding == (
            "Tested to 1.5×. First known limit 1.3×, orders database connections. Practices support 2×. "
            "Target 10×. Next 10×: 1 of 6 gates open, 1 person-week."
        )

    def test_what_nobody_knows_is_said_in_words(self) -> None:
        made = summary_of(a_planned_assessment(load=(), limits=())).ladder

        assert made.absent == ("untested", "limit not known")
        assert made.note == "1× is today’s peak load."

    def test_a_step_is_never_shown_without_its_distance(self) -> None:
        made = summary_of(a_planned_assessment({"DAT-01": level(1), "OBS-01": level(1)})).ladder

        assert made.next_words == (
            "next 2×: 2 of 6 gates open, 2 person-weeks",
            "2 of 6 gates open, 2 person-weeks",
            "2 of 6 gates open",
        )
        assert made.then_words == "then 10×: 2 of 6 gates open"
        assert [(step.words, step.gates) for step in made.steps[1:3]] == [
            ("open:", ("DAT-01", "OBS-01")),
            ("open:", ("DAT-01", "OBS-01")),
        ]

    def test_a_quick_check_judges_no_step_but_lists_the_gates_it_saw(self) -> None:
        given = an_assessment(FULL, {**all_at(FULL, level(3)), "DAT-01": level(1)}, scope="quick")
        made = summary_of(given).ladder

        assert not made.judged
        assert made.reached == 1
        assert made.next_words == ("orientation: a quick check judges no growth step",)
        assert [step.words for step in made.steps] == ["today", "open:", "open:", "open:"]
        assert made.steps[1].gates == ("DAT-01",)

    def test_gates_nobody_was_asked_about_are_not_called_open_before_a_step_is_judged(self) -> None:
        made = summary_of(an_assessment(FULL, {"ARC-01": level(0)})).ladder

        assert made.next_words == ("1 of 12 asked: no growth step is judged yet",)
        assert made.steps[1].gates == ("ARC-01",)

    def test_several_drivers_are_named_and_the_largest_is_the_target(self) -> None:
        load = (
            Driver(id="orders", unit="orders/min", today=100.0, target=400.0),
            Driver(id="data", unit="TB", today=2.0, target=20.0),
        )
        made = summary_of(a_planned_assessment(load=load)).ladder

        assert made.flags[-1].words == "target, by 2027-Q2: 20 TB"
        assert (
            made.note
            == "1× is today’s peak: 2 TB. What grows: orders 4× and data 10×; the largest is the target."
        )


class TestScore:
    def test_the_score_stands_with_its_range_and_its_mark_never_of_a_hundred(self) -> None:
        made = summary_of(the_worked_example()).score

        assert replace(made, bars=Bars(score=None, low=None, high=None, mark=None)) == ScoreFigure(
            shown="42",
            label="Holding, 2 gates open",
            plausible="33–59",
            mark="Mark for 10×: 67",
            bars=Bars(score=None, low=None, high=None, mark=None),
            finding="Score 42, Holding, 2 gates open, mark for 10×: 67; plausible range 33–59.",
        )
        assert made.bars.score == pytest.approx(42.147, abs=0.001)

    def test_too_little_answered_shows_the_range_alone(self) -> None:
        made = summary_of(an_assessment(FULL, {"ARC-01": level(3), "DAT-01": level(2)})).score

        assert (made.shown, made.label, made.plausible) == (
            "",
            "Too little is answered for one figure",
            "49–76",
        )
        assert made.bars.score is None

    def test_nothing_answered_has_no_score(self) -> None:
        made = summary_of(an_assessment(FULL)).score

        assert (made.shown, made.label, made.plausible) == ("", "No score yet", "")

    def test_pillars_come_furthest_from_their_mark_first(self) -> None:
        made = summary_of(a_planned_assessment({"DAT-01": level(1), "GRO-02": level(4)})).pillars

        assert made.title == "Data is furthest from its mark"
        assert made.rows[0].name == "Data"
        assert made.rows[-1].name == "Growth & alignment"
        assert made.rows[0] == PillarBar(
            name="Data", bars=made.rows[0].bars, shown="34", gates_open=1, is_furthest=True
        )
        assert sum(row.is_furthest for row in made.rows) == 1

    def test_at_their_marks_no_pillar_is_furthest(self) -> None:
        made = summary_of(a_planned_assessment()).pillars

        assert made.title == "Every pillar is at or past its mark"
        assert not any(row.is_furthest for row in made.rows)


class TestSureness:
    def test_shares_are_counted_and_missing_ones_left_out(self) -> None:
        made = summary_of(the_worked_example()).sure

        assert made.shares == (
            Share(certainty="evidenced", count=3, words="evidenced"),
            Share(certainty="informed", count=2, words="informed"),
            Share(certainty="guess", count=1, words="guess"),
            Share(certainty="unknown", count=1, words="unknown"),
        )
        assert made.sentences == (
            "8 of 8 asked, 1 does not apply.",
            "Unknown counts as 0 until someone looks; the range shows what it could be.",
            "With what does not apply counted as 0 the score is 37.",
        )

    def test_what_is_open_is_said(self) -> None:
        given = a_planned_assessment(
            agreed={},
            product={"ARC-01": level(3), "ARC-02": level(3)},
            engineering={"ARC-01": level(1)},
            assumed=True,
        )
        given = replace(given, agreed={k: v for k, v in given.agreed.items() if not k.startswith("ARC")})
        made = summary_of(given).sure

        assert made.sentences == (
            "12 of 12 asked.",
            "2 answers are provisional: nothing is agreed yet, so the lower side counts.",
            "The growth target is engineering’s assumption.",
        )

    def test_answers_of_one_side_are_not_discussed(self) -> None:
        questionnaire = a_questionnaire(
            a_pillar("ARC", a_topic("ONE", a_question("ARC-01", asked_of="engineering")))
        )
        given = an_assessment(questionnaire, engineering={"ARC-01": level(2)})

        assert "1 answer of one side alone, not discussed." in summary_of(given).sure.sentences


class TestCautions:
    def test_the_safety_question_is_named_and_part_of_no_step(self) -> None:
        questionnaire = a_questionnaire(
            a_pillar("DAT", a_topic("LIF", a_question("DAT-11", safety=True), a_question("DAT-12")))
        )
        given = an_assessment(questionnaire, {"DAT-11": level(1), "DAT-12": level(4)})

        assert summary_of(given).cautions == (
            Caution(
                title="Safety.",
                text="DAT-11 gives out. DAT-11 stands at 1 Ad hoc; it is part of no growth step.",
            ),
        )

    def test_a_safe_answer_is_no_caution(self) -> None:
        questionnaire = a_questionnaire(a_pillar("DAT", a_topic("LIF", a_question("DAT-11", safety=True))))

        assert summary_of(an_assessment(questionnaire, {"DAT-11": level(2)})).cautions == ()

    def test_dangerous_combinations_are_on_page_one_and_beside_the_gates(self) -> None:
        together = Combination(
            id="C1",
            when=(Condition(question="ARC-01", at_most=1), Condition(question="DAT-01", at_least=3)),
            says="Retries without limits meet a system that cannot shed load.",
        )
        given = a_planned_assessment({"ARC-01": level(1)})
        given = replace(given, questionnaire=replace(FULL, combinations=(together,)))
        expected = (
            Caution(
                title="Dangerous together.",
                text="Retries without limits meet a system that cannot shed load. (ARC-01, DAT-01)",
            ),
        )

        assert summary_of(given).cautions == expected
        assert scorecard_of(given).cautions == expected

    def test_a_gate_left_out_is_listed_with_its_reason(self) -> None:
        given = a_planned_assessment(
            {"DAT-01": not_applicable("No database."), "DAT-02": not_applicable("None.")}
        )

        assert summary_of(given).left_out == ("DAT-01: No database.",)


class TestScorecard:
    def test_every_pillar_has_its_row_and_the_whole_comes_last(self) -> None:
        made = scorecard_of(a_planned_assessment({"DAT-01": level(1, "evidenced")}))

        assert made.columns[4] == "Mark for 10×"
        assert made.rows[1] == PillarRow(
            name="Data", cells=("17%", "34", "26–43", "66", "31", "1", "1 of 2"), is_furthest=True
        )
        assert made.total == PillarRow(
            name="All pillars", cells=("100%", "60", "52–69", "66", "5", "1", "1 of 12")
        )

    @pytest.mark.parametrize(
        ("agreed", "title"),
        [
            ({}, "No topic stands below Holding"),
            ({"DAT-01": level(1)}, "One topic stands below Holding, in Data"),
            (
                {"DAT-01": level(1), "ARC-01": level(1)},
                "Two topics below Holding, in two pillars",
            ),
        ],
    )
    def test_the_heading_is_the_finding(self, agreed: dict[str, Answer], title: str) -> None:
        assert scorecard_of(a_planned_assessment(agreed)).title == title

    def test_the_heading_finds_where_most_weak_topics_are(self) -> None:
        questionnaire = a_questionnaire(
            a_pillar(
                "ARC",
                *(a_topic(name, a_question(f"ARC-{name}")) for name in ("A", "B", "C")),
            ),
            a_pillar("DAT", a_topic("D", a_question("DAT-D"))),
        )
        most = {"ARC-A": level(1), "ARC-B": level(1), "ARC-C": level(3), "DAT-D": level(1)}

        assert scorecard_of(an_assessment(questionnaire, most)).title == (
            "Two of the three topics below Holding are in Arc"
        )
        assert scorecard_of(an_assessment(questionnaire, {**most, "DAT-D": level(3)})).title == (
            "All two topics below Holding are in Arc"
        )

    def test_weak_cells_carry_their_word_and_missing_ones_say_why(self) -> None:
        questionnaire = a_questionnaire(
            a_pillar("ARC", *(a_topic(n, a_question(f"ARC-{n}")) for n in ("A", "B", "C", "D", "E")))
        )
        given = an_assessment(
            questionnaire,
            {
                "ARC-A": level(0),
                "ARC-B": level(3),
                "ARC-C": unknown(),
                "ARC-D": not_applicable(),
            },
        )
        (row,) = scorecard_of(given).topics

        assert [(cell.shown, cell.band, cell.word) for cell in row.cells] == [
            ("0", 0, "Fragile"),
            ("75", 3, ""),
            ("", None, "unknown"),
            ("", None, "does not apply"),
            ("", None, "not asked"),
        ]
        assert [cell.is_weak for cell in row.cells] == [True, False, False, False, False]

    def test_gates_say_what_they_ask_and_how_they_stand(self) -> None:
        given = a_planned_assessment(
            {"ARC-01": level(4), "DAT-01": level(1), "OBS-01": not_applicable("None.")}
        )
        given = replace(given, agreed={k: v for k, v in given.agreed.items() if k != "GRO-01"})
        made = scorecard_of(given)

        assert made.gates_title == "2 of 5 gates of 10× are open"
        assert [(gate.id, gate.stands, gate.state) for gate in made.gates] == [
            ("ARC-01", "4 Proven, without evidence: counts as 3", "passed"),
            ("DAT-01", "1 Ad hoc", "open"),
            ("OBS-01", "does not apply", "left out"),
            ("AUT-01", "3 In place", "passed"),
            ("DEB-01", "3 In place", "passed"),
            ("GRO-01", "not asked", "not asked"),
        ]
        assert made.gates[1] == GateRow(
            id="DAT-01", prompt="How is DAT-01 done?", stands="1 Ad hoc", asks="3 In place", state="open"
        )

    def test_limits_are_listed_smallest_first_and_unmeasured_last(self) -> None:
        limits = (
            Limit(id="mail", resource="Mail", unit="msg/min", used=900.0),
            Limit(id="disk", resource="Disk", unit="TB", used=1.0, limit=16.0),
            Limit(
                id="db",
                resource="Database",
                unit="%",
                used=60.0,
                limit=90.0,
                source="Chart",
                measured_on="2026-09-01",
            ),
        )
        made = scorecard_of(a_planned_assessment(limits=limits))

        assert made.limits_title == "One measured limit lies below 10×"
        assert made.limits == (
            LimitLine(
                factor="1.5×",
                resource="Database",
                measured="60 of 90 %",
                source="Chart, 2026-09-01",
                is_short=True,
            ),
            LimitLine(factor="16×", resource="Disk", measured="1 of 16 TB", source="", is_short=False),
            LimitLine(
                factor="not known",
                resource="Mail",
                measured="900 msg/min used; the limit is not known",
                source="",
                is_short=False,
            ),
        )


class TestAnswers:
    def test_a_line_carries_level_anchor_and_what_the_step_asks(self) -> None:
        assert lines_of(a_planned_assessment({"DAT-01": level(1, "guess")}))["DAT-01"] == AnswerLine(
            id="DAT-01",
            prompt="How is DAT-01 done?",
            weight="5",
            level=1,
            stands="1 Ad hoc",
            anchor="One person does it by hand.",
            asks="3 In place",
            sureness="guess",
            is_gate=True,
            is_guess=True,
            is_short=True,
            notes=(("Towards growth", "counts as 0 until there is evidence"),),
        )

    def test_room_notes_stay_in_the_room(self) -> None:
        secret = level(3, note="Between us.")

        assert notes_of(secret) == ()
        assert notes_of(replace(secret, note_for="report")) == (("Note", "Between us."),)

    def test_reasons_and_evidence_are_printed(self) -> None:
        told_why = level(3, "evidenced", because="Both saw the chart.", by="Ines", carried_from="2026-Q2")

        assert notes_of(told_why) == (
            ("Carried", "from 2026-Q2"),
            ("Because", "Both saw the chart."),
            ("Evidence", LINK),
        )
        assert notes_of(not_applicable("No database.")) == (("Does not apply", "No database."),)

    def test_lanes_and_names_stay_out(self) -> None:
        given = a_planned_assessment(
            product={"ARC-01": level(4, note="I say four.", note_for="report", by="Ines Falk")},
            participants=(Participant(role="Product lead", name="Ines Falk"),),
        )

        assert "Ines" not in repr(told(given))
        assert "I say four" not in repr(told(given))
        assert "Product lead" in repr(told(given))

    def test_the_frame_says_which_plan_the_target_is_taken_from(self) -> None:
        plain = a_planned_assessment()
        assert plain.target is not None
        given = replace(plain, target=replace(plain.target, source="2027 sales plan"))

        assert ("Growth target from", "2027 sales plan") in answers_of(given).frame

    def test_the_frame_says_scope_journeys_and_growth(self) -> None:
        given = a_planned_assessment(
            scope_in="Cart and payment.",
            scope_out="Search.",
            journeys=(Journey("Pay"), Journey("Return", may_pause=True)),
            sealed=True,
        )

        assert answers_of(given, company="Quillmere", seal="ab" * 32).frame == (
            ("Organisation", "Quillmere"),
            ("In scope", "Cart and payment."),
            ("Out of scope", "Search."),
            ("Critical journeys", "1. Pay; 2. Return (may pause)"),
            (
                "Growth: orders",
                "1,200 orders/min today (busiest minute), target 12,000, 10×; tested to 1,800",
            ),
            ("Questionnaire", "small@1.0, full"),
            ("In the room", "Product lead and Engineering lead"),
            ("Seal", "ab" * 32),
        )


class TestFrame:
    def test_the_foot_says_who_what_and_that_it_is_no_audit(self) -> None:
        made = told(a_planned_assessment(), company="Quillmere", made_on="2026-09-10")

        assert made.foot == (
            "Quillmere. Scalability readiness 1.0, 12 questions, 2 people, 10 September 2026. "
            "Self-assessment, not an audit."
        )
        assert made.draft == "Draft: the assessment is open"

    def test_without_a_company_a_date_or_people_nothing_is_left_hanging(self) -> None:
        assert told(an_assessment()).foot == "Small 1.0, 1 question. Self-assessment, not an audit."

    def test_a_sealed_one_is_no_draft_and_carries_its_seal(self) -> None:
        made = told(a_planned_assessment(sealed=True, revision=2), seal="0123456789abcdef" * 4)

        assert made.draft == ""
        assert made.period == "2026-Q3, revision 2"
        assert made.foot.endswith("Self-assessment, not an audit. Sealed\u00a00123456789abcdef.")

    def test_an_open_one_carries_no_seal(self) -> None:
        assert told(a_planned_assessment(), seal="0123").seal == ""

    def test_the_date_is_that_of_the_latest_answer(self) -> None:
        given = a_planned_assessment(
            {
                "ARC-01": level(3, at="2026-09-02T10:00:00.000Z"),
                "DAT-01": level(3, at="2026-09-10T10:00:00.000Z"),
            }
        )

        assert told(given).date == "10 September 2026"
        assert told(given, made_on="2026-10-01").date == "1 October 2026"
        assert told(given, made_on="early autumn").date == "early autumn"

    def test_pages_that_were_not_chosen_are_absent(self) -> None:
        made = told(a_planned_assessment(), pages=("summary",))

        assert made.summary is not None
        assert made.scorecard is None
        assert made.answers is None

    def test_another_target_changes_what_is_said(self) -> None:
        made = told(a_planned_assessment(load=()), target=100.0)

        assert made.summary is not None
        assert "Practices support 10×; the plan needs 100× by 2027-Q2" in made.summary.headline
