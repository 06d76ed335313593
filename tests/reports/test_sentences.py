"""The headline in every case it can be in, word for word."""

import sys
from dataclasses import replace
from subprocess import run

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
    unknown,
)

from readiness.domain.assessment import Answer, Assessment, Driver, Target
from readiness.domain.combining import combine
from readiness.domain.outcome import evaluate
from readiness.reports import sentences as say

FULL = six_pillars()


def headline(assessment: Assessment) -> str:
    return say.headline(evaluate(assessment))


def everywhere(answer: Answer) -> dict[str, Answer]:
    return all_at(FULL, answer)


def test_nothing_answered() -> None:
    assert headline(an_assessment(FULL)) == "Nothing answered yet: 0 of 12 questions asked."


def test_not_enough_answered_names_no_step() -> None:
    given = an_assessment(FULL, {"ARC-01": level(3), "DAT-01": level(3)})

    assert (
        headline(given) == "Untested. No limit measured. 2 of 12 questions asked: too few for a growth step."
    )


def test_a_quick_check_is_orientation() -> None:
    given = an_assessment(FULL, everywhere(level(3)), scope="quick")

    assert headline(given) == ("Untested. No limit measured. A quick check is orientation, no growth step.")


def test_a_quick_check_tells_what_it_has_seen() -> None:
    given = an_assessment(FULL, {"ARC-01": level(1), "DAT-01": unknown()}, scope="quick")

    assert headline(given) == (
        "Untested. No limit measured. A quick check, 2 of 12 asked, is orientation, no growth step; "
        "2 gates of 2× are open, so none is confirmed."
    )


def test_no_step_yet_says_its_distance() -> None:
    given = a_planned_assessment({"DAT-01": level(1), "OBS-01": level(0)})

    assert headline(given) == (
        "Tested to 1.5×. First known limit 1.3×. No growth step confirmed yet: 2 of 6 gates open, "
        "3 person-weeks to 2×. The plan needs 10× by 2027-Q2."
    )


def test_without_an_open_gate_the_distance_says_so() -> None:
    given = an_assessment(a_questionnaire(), {"ARC-01": level(1)})

    assert "No growth step confirmed yet: no gate open, 2 person-weeks to 10×." in headline(given)


def test_an_unknown_gate_makes_the_distance_a_least() -> None:
    given = a_planned_assessment({"DAT-01": unknown()})

    assert "No growth step confirmed yet: 1 of 6 gates open, at least 0.5 person-weeks to 2×." in headline(
        given
    )


def test_a_step_reached_short_of_the_plan_says_what_blocks() -> None:
    given = a_planned_assessment({"DAT-01": level(2), "OBS-01": level(2), "GRO-01": level(2)})

    assert headline(given) == (
        "Tested to 1.5×. First known limit 1.3×. Practices support 2×; the plan needs 10× by 2027-Q2 and "
        "three things block it."
    )


def test_the_practices_as_a_whole_may_fall_short_with_every_gate_passed() -> None:
    given = a_planned_assessment(all_at(FULL, level(0), ("ARC-02", "DAT-02", "OBS-02", "GRO-02")))

    assert headline(given).endswith("and the practices as a whole fall short of it.")


def test_weak_topics_block_where_no_gate_does() -> None:
    questionnaire = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic("ONE", a_question("ARC-01", weight=50.0, hurts_at=2)),
            a_topic("TWO", a_question("ARC-02", weight=1.0)),
        )
    )
    given = an_assessment(questionnaire, {"ARC-01": level(3), "ARC-02": level(0)}, target=Target(factor=10.0))

    assert headline(given).endswith("the plan needs 10× and one topic falls short of it.")


def test_a_target_met_is_enough_for_the_plan() -> None:
    assert headline(a_planned_assessment()) == (
        "Tested to 1.5×. First known limit 1.3×. Practices support 10×, enough for the plan of 10× by "
        "2027-Q2."
    )


def test_a_target_between_steps_says_where_it_is_judged() -> None:
    given = a_planned_assessment(
        {"DAT-01": level(2)}, load=(), limits=(), target=Target(factor=3.0, by="2027-Q1")
    )

    assert headline(given) == (
        "Untested. No limit measured. Practices support 2×; the plan needs 3× by 2027-Q1, judged at the "
        "10× step and one thing blocks it."
    )


def test_no_target_is_not_called_a_plan() -> None:
    given = an_assessment(FULL, everywhere(level(2)))

    assert headline(given) == (
        "Untested. No limit measured. Practices support 2×; no target is set, so it is held against 10× and "
        "six things block it."
    )


def test_a_target_of_no_growth_is_already_met() -> None:
    given = a_planned_assessment(load=(), limits=(), target=Target(factor=1.0))

    assert headline(given) == (
        "Untested. No limit measured. Practices support 10×, and the plan asks for no growth."
    )


def test_nothing_that_applies_judges_no_step() -> None:
    given = an_assessment(FULL, everywhere(not_applicable()))

    assert headline(given).endswith("No question that applies asks anything of a growth step.")


def test_the_driver_that_was_tested_least_is_said_first() -> None:
    load = (
        Driver(id="a", unit="a", today=100.0, target=1000.0, tested=300.0),
        Driver(id="b", unit="b", today=100.0, target=500.0, tested=120.0),
    )

    assert headline(a_planned_assessment(load=load)).startswith("Tested to 1.2×. First known limit 1.3×.")


@pytest.mark.parametrize(
    ("agreed", "expected"),
    [
        ({}, "mark for 10×: 66, enough for the plan"),
        ({"DAT-01": level(1)}, "mark for 10×: 66"),
        (
            {"DAT-01": level(2), "ARC-02": level(4), "OBS-02": level(4), "GRO-02": level(4)},
            "past the mark for 10× (66), 1 gate open",
        ),
    ],
)
def test_the_mark_is_enough_only_with_the_step(agreed: dict[str, Answer], expected: str) -> None:
    assert say.mark(evaluate(a_planned_assessment(agreed))) == expected


def test_the_label_carries_the_open_gates() -> None:
    assert say.label(evaluate(a_planned_assessment({"DAT-01": level(1)}))) == "Solid, 1 gate open"
    assert say.label(evaluate(a_planned_assessment())) == "Solid"


@pytest.mark.parametrize(
    ("factor", "shown"),
    [
        (1.25, "1.3×"),
        (1.04, "1×"),
        (2.0, "2×"),
        (9.96, "10×"),
        (10.4, "10×"),
        (12.5, "13×"),
        (1500, "1,500×"),
    ],
)
def test_factors_are_rounded_half_up_once(factor: float, shown: str) -> None:
    assert say.times(factor) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1200.0, "1,200"), (0.3512, "0.351"), (12.0, "12"), (99.5, "99.5"), (1234567.8, "1,234,568")],
)
def test_measured_numbers_keep_what_tells(value: float, shown: str) -> None:
    assert say.amount(value) == shown


def test_the_words_load_nothing_heavy() -> None:
    code = (
        "import sys; import readiness.reports.sentences, readiness.reports.content\n"
        "print([n for n in ('reportlab', 'matplotlib', 'pydantic', 'PySide6') if n in sys.modules])"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_question_without_weight_or_gate_is_no_blocker() -> None:
    one = an_assessment(a_questionnaire(), {"ARC-01": level(2, "evidenced", evidence=(LINK,))})

    assert "Practices support 10×" in headline(one)


def test_the_cores_own_score_is_said_where_more_was_asked() -> None:
    part = a_questionnaire(
        a_pillar("SAA", a_topic("TEN", a_question("SAA-01"))), id="saas", extends="small@1"
    )
    core = a_questionnaire(a_pillar("ARC", a_topic("MOD", a_question("ARC-01"), a_question("ARC-02"))))
    answers = {**all_at(core, level(2)), "SAA-01": level(4)}
    assert say.core(evaluate(an_assessment(combine(core, (part,)), answers))) == "small@1.0 alone 50, mark 50"
    assert say.core(evaluate(an_assessment(core, answers))) == ""


def test_how_much_was_answered_anew_is_said_where_the_rest_is_carried() -> None:
    given = everywhere(level(3))
    first = next(iter(given))
    again = {id_: replace(answer, carried_from="2026-Q2") for id_, answer in given.items() if id_ != first}

    assert (
        say.re_asked(evaluate(an_assessment(FULL, {**again, first: level(2)})))
        == "1 of 12 re-asked, 11 carried"
    )
    assert say.re_asked(evaluate(an_assessment(FULL, given))) == ""
