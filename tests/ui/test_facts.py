"""An outcome → what the widgets show, in the words of the report."""

from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    the_worked_example,
    unknown,
)

from readiness.domain.assessment import Driver, Limit, Target
from readiness.domain.outcome import evaluate
from readiness.ui import facts
from readiness.ui.pages.limits_page import contradiction

SMALL = a_questionnaire(
    a_pillar(
        "DAT",
        a_topic(
            "DST",
            a_question("DAT-04", hurts_at=2, gate=True, weight=5.0, effort="S"),
            a_question("DAT-01", hurts_at=2, weight=4.0, effect="blinds"),
            a_question("AUT-01", hurts_at=10, weight=4.0, effect="slows"),
        ),
    )
)
LIMITS = (
    Limit(id="db-connections", resource="orders database, connections", used=460.0, limit=600.0),
    Limit(id="queue", resource="Event bus", used=10.0, limit=60.0),
    Limit(id="mail", resource="Receipt mail", used=10.0),
)


def test_the_ladder_keeps_the_three_facts_apart() -> None:
    load = (Driver(id="orders", unit="orders/min", today=1200.0, target=12000.0, tested=1800.0),)
    assessment = an_assessment(
        SMALL, all_at(SMALL, level(2)), load=load, limits=LIMITS, target=Target(factor=10.0, by="2027-Q2")
    )
    ladder = facts.ladder(evaluate(assessment))
    assert (ladder.reading, ladder.practices, ladder.tested) == ("judged", 2, 1.5)
    assert (ladder.limit_resource, ladder.target, ladder.target_by) == (
        "orders database, connections",
        10.0,
        "2027-Q2",
    )
    assert (ladder.today, ladder.target_load) == ("1,200 orders/min", "12,000")
    assert next(step for step in ladder.steps if step.factor == 10).names == ("DAT-04 Dst",)


def test_too_few_answers_name_no_step_and_no_figure() -> None:
    outcome = evaluate(an_assessment(SMALL, {"DAT-04": level(3)}))
    assert facts.ladder(outcome).reading == "partial"
    hero = facts.hero(outcome)
    assert (hero.displayed, hero.label) == (None, "Too little answered")
    assert hero.range_words.startswith("plausible range")


def test_a_quick_check_claims_no_step() -> None:
    outcome = evaluate(an_assessment(SMALL, all_at(SMALL, level(2)), scope="quick"))
    assert facts.ladder(outcome).reading == "quick"


def test_the_smallest_limit_comes_before_the_practices_that_fail() -> None:
    outcome = evaluate(an_assessment(SMALL, all_at(SMALL, level(1)), limits=LIMITS))
    rows = facts.breaks_first(outcome)
    assert [row.key for row in rows] == ["limit:db-connections", "DAT-04"]
    assert rows[0].title == "Orders database, connections"
    assert rows[0].note == "measured limit, 1 more limit below the target"
    assert rows[1].title == "DAT-04 gives out."


def test_what_blinds_and_what_slows_stand_apart() -> None:
    outcome = evaluate(an_assessment(SMALL, all_at(SMALL, level(1))))
    assert [row.key for row in facts.unseen(outcome)] == ["DAT-01"]
    assert [row.key for row in facts.slow(outcome)] == ["AUT-01"]


def test_what_is_unknown_or_left_out_stands_beside_the_score() -> None:
    lines = " ".join(facts.beside_the_score(evaluate(the_worked_example(), target=2)))
    assert "87 % covered" in lines
    assert "1 unknown, counted as 0; at best 50" in lines
    assert "counted as 0 the score is 37" in lines


def test_a_gate_that_does_not_apply_is_named_with_its_reason() -> None:
    outcome = evaluate(
        an_assessment(SMALL, all_at(SMALL, level(2)) | {"DAT-04": not_applicable("No database.")})
    )
    assert "Gate DAT-04 does not apply: No database." in facts.cautions(outcome)


def test_coverage_counts_what_is_known() -> None:
    answers = all_at(SMALL, level(2, "evidenced")) | {"AUT-01": unknown()}
    heading, coverage = facts.coverage(evaluate(an_assessment(SMALL, answers)))
    assert heading == "2 of 3 known, 100 % evidenced"
    assert (coverage.rows[0].evidenced, coverage.rows[0].unknown) == (2, 1)


def test_an_answer_that_a_measured_row_contradicts_is_said() -> None:
    words = contradiction(evaluate(an_assessment(SMALL, {"DAT-04": level(4)}, limits=LIMITS)))
    assert words.startswith("DAT-04 is answered 4, but orders database, connections stands at 77 %")
    assert contradiction(evaluate(an_assessment(SMALL, {"DAT-04": level(2)}, limits=LIMITS))) == ""
    assert contradiction(evaluate(an_assessment(SMALL, {"DAT-04": level(4)}))) == ""
