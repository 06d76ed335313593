"""Why a number is what it is, in words."""

from dataclasses import replace

from builders import all_at, an_assessment, level, not_applicable, six_pillars, the_worked_example, unknown

from readiness.domain.outcome import evaluate
from readiness.ui.why_facts import why

SIX = six_pillars()


def test_the_whole_score_says_what_its_answers_give() -> None:
    found = why(evaluate(the_worked_example(), target=2))
    assert found.title == "Why 42"
    assert found.sentence == (
        "6 answers give 42.1 points; 57.9 more are left up to Proven. 1 unknown gives nothing until "
        "someone looks. 1 does not apply and is left out."
    )
    assert found.gives_heading == "Six answers make it"
    assert found.note == "Points open no gate: one stays open for 2×, whatever the score."
    assert found.rest == ""


def test_the_three_that_would_move_it_most_carry_exact_points() -> None:
    found = why(evaluate(the_worked_example()))
    assert found.moves_heading == "Three answers would move it most"
    assert [(row.key, row.factor, row.consequence, row.note) for row in found.moves] == [
        ("GRO-08", "+14.8", "GRO-08: from 1 Ad hoc to 4 Proven, 4.9 a level.", ""),
        ("DAT-04", "+12.9", "DAT-04: from 1 Ad hoc to 4 Proven, 4.3 a level.", "gate"),
        ("GRO-07", "+12.3", "GRO-07: from 2 Partial to 4 Proven, 6.2 a level.", "gate"),
    ]


def test_an_unknown_is_promised_nothing_but_what_it_may_turn_out_to_be() -> None:
    answers = all_at(SIX, level(3)) | {"DAT-02": unknown()}
    row = why(evaluate(an_assessment(SIX, answers))).moves[0]
    assert row.consequence == (
        "DAT-02: from unknown up to 4 Proven, if that is what it turns out to be, 1.6 a level."
    )


def test_a_pillar_is_explained_in_its_own_points() -> None:
    found = why(evaluate(the_worked_example()), "GRO")
    assert found.title == "Why Gro stands at 39"
    assert found.sentence == "2 answers give 38.9 points; 61.1 more are left up to Proven."
    assert [(row.key, row.points_words, row.most_words, row.share_words) for row in found.gives.rows] == [
        ("GRO-07", "27.8", "55.6", "55.6 %"),
        ("GRO-08", "11.1", "44.4", "44.4 %"),
    ]
    assert found.note == ""


def test_what_is_not_drawn_is_counted() -> None:
    found = why(evaluate(an_assessment(SIX, all_at(SIX, level(2)))))
    assert found.gives.shown == 8
    assert found.rest == "4 more answers give 12.5; the table has all."
    assert found.gives.finding == "Twelve answers make it; ARC-01 gives most, 5.2"


def test_everything_proven_has_nothing_to_move() -> None:
    found = why(evaluate(an_assessment(SIX, all_at(SIX, level(4, "evidenced")))))
    assert (found.title, found.moves_heading, found.moves) == ("Why 100", "Every answer stands at Proven", ())


def test_a_score_that_is_held_back_says_from_when_it_is_shown() -> None:
    few = evaluate(an_assessment(SIX, {"ARC-01": level(3)}))
    found = why(few)
    assert found.title == "Why there is no score yet"
    assert found.sentence == (
        "10 % of the weight has a level; a score is shown from 80 % on. Until then the plausible range "
        "stands alone."
    )
    assert (found.moves, found.gives.rows) == ((), ())
    assert why(few, "DAT").title == "Why Data has no score"


def test_one_pillar_alone_can_hold_the_score_back() -> None:
    answers = {id_: a for id_, a in all_at(SIX, level(3)).items() if id_ != "DEB-01"}
    assert why(evaluate(an_assessment(SIX, answers))).sentence == (
        "A score is shown once every pillar has levels for 60 % of its weight; short of it: Debt (38 %)."
    )


def test_where_nothing_applies_there_is_nothing_to_explain() -> None:
    found = why(evaluate(an_assessment(SIX, all_at(SIX, not_applicable()))))
    assert found.sentence == "Nothing here applies, so there is nothing to score."


def test_what_is_not_asked_yet_is_left_out_and_said() -> None:
    answers = {id_: a for id_, a in all_at(SIX, level(2)).items() if id_ != "ARC-02"}
    assert why(evaluate(an_assessment(SIX, answers))).sentence.endswith("1 not asked yet, left out.")
    gone = replace(an_assessment(SIX, answers | {"DEB-02": not_applicable()}))
    assert why(evaluate(gone)).sentence.endswith("is left out. 1 not asked yet, left out too.")
