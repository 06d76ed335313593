"""What really changed, in words; nothing rose unless that is at least probable."""

from dataclasses import replace

from builders import a_questionnaire, all_at, an_assessment, level, six_pillars, unknown

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.ui import facts
from readiness.ui.change_facts import change_since, first_change

SIX = six_pillars()
QUARTER = "2026\u2011Q2"


def before(answers: dict[str, Answer]) -> Assessment:
    return replace(an_assessment(SIX, answers), period=Period(2026, 2), sealed=True)


def test_a_first_assessment_says_what_a_second_will_add() -> None:
    change = first_change()
    assert change.words == "A second assessment will add what really changed, question by question."
    assert (change.direction, change.last_words) == ("", "")


def test_a_clear_rise_has_an_arrow_and_its_verdict() -> None:
    change = change_since(evaluate(an_assessment(SIX, all_at(SIX, level(3)))), before(all_at(SIX, level(2))))
    assert change.words == f"Rose 25.0 like for like since {QUARTER}, clear"
    assert change.direction == "up"
    assert change.details == ("12 up, 0 down, 0 the same, on the 12 questions that both have answered",)
    assert change.last_words == f"{QUARTER}, like for like"
    assert (change.rings["DAT"].stood, change.rings["DAT"].words) == (50.0, "rose 25.0, probable")


def test_within_noise_nothing_rose_and_no_arrow_is_drawn() -> None:
    now = all_at(SIX, level(2)) | {"DAT-02": level(3)}
    change = change_since(evaluate(an_assessment(SIX, now)), before(all_at(SIX, level(2))))
    assert change.words == f"No clear change since {QUARTER}: +1.6 like for like, clear from 10.3 on"
    assert change.direction == ""
    assert change.rings["DAT"].words == "no clear change"


def test_a_fall_names_the_gates_that_fell() -> None:
    now = all_at(SIX, level(2)) | {"DAT-01": level(0)}
    change = change_since(evaluate(an_assessment(SIX, now)), before(all_at(SIX, level(4, "evidenced"))))
    assert change.direction == "down"
    assert change.words.startswith("Fell ")
    assert change.details[1] == "Fell, and weighs: ARC-01, DAT-01, OBS-01, AUT-01, DEB-01 and GRO-01"


def test_without_a_common_level_nothing_is_compared() -> None:
    change = change_since(evaluate(an_assessment(SIX, all_at(SIX, level(2)))), before(all_at(SIX, unknown())))
    assert change.words == f"No question has a level both here and in {QUARTER}."
    assert change.rings == {}


def test_another_questionnaire_is_not_compared() -> None:
    other = replace(an_assessment(a_questionnaire(id="else"), {"ARC-01": level(2)}), period=Period(2026, 2))
    change = change_since(evaluate(an_assessment(SIX, all_at(SIX, level(2)))), other)
    assert change.words == f"{QUARTER} was asked with another questionnaire, so nothing is compared."


def test_the_rings_stand_in_the_bars_and_in_their_table() -> None:
    outcome = evaluate(an_assessment(SIX, all_at(SIX, level(3))))
    change = change_since(outcome, before(all_at(SIX, level(2))))
    _, bars = facts.pillars(outcome, change)
    assert bars.last_words == f"{QUARTER}, like for like"
    assert {(row.last, row.change) for row in bars.rows} == {(50.0, "rose 25.0, probable")}
    _, plain = facts.pillars(outcome)
    assert plain.last_words == ""
