"""A pillar or topic in full: every figure in words."""

from dataclasses import replace

import pytest
from builders import all_at, an_assessment, level, not_applicable, six_pillars, the_worked_example, unknown

from readiness.domain.outcome import Outcome, evaluate
from readiness.ui.heat_facts import heat
from readiness.ui.part_facts import PartDetail, QuestionLine, TopicLine, part_detail, points, topic_of

SIX = six_pillars()


def detail(outcome: Outcome, key: str) -> PartDetail:
    found = part_detail(outcome, key)
    assert found is not None
    return found


def questions(found: PartDetail) -> dict[str, QuestionLine]:
    return {line.key: line for line in found.lines if isinstance(line, QuestionLine)}


def test_a_pillar_lists_its_topics_and_under_each_its_questions() -> None:
    found = detail(evaluate(the_worked_example(), target=2), "DAT")
    assert found.trail == ("Dat",)
    assert found.heading == "Dat stands at 45, Holding: at or past its mark for 2×"
    assert found.note == "plausible range 39–66, mark 38, 1 of 1 gate open for 2×, 55.6 % of the whole score"
    assert found.why == "Why 45"
    topics = [line for line in found.lines if isinstance(line, TopicLine)]
    assert [(line.key, line.words) for line in topics] == [
        ("DAT.QRY", "42, Holding, mark 50, 24.7 % of the score"),
        ("DAT.DST", "47, Holding, mark 28, 30.9 % of the score"),
    ]
    assert [line.key for line in found.lines] == [
        *("DAT.QRY", "DAT-01", "DAT-02", "DAT-03"),
        *("DAT.DST", "DAT-04", "DAT-05", "DAT-07"),
    ]


def test_a_topic_lists_its_questions_with_what_each_is_worth() -> None:
    found = detail(evaluate(the_worked_example(), target=2), "DAT.DST")
    assert found.trail == ("Dat", "Dst")
    lines = questions(found)
    gate = lines["DAT-04"]
    assert (gate.level, gate.answer, gate.anchor) == (1, "Ad hoc", "One person does it by hand.")
    assert (gate.sure, gate.share, gate.adds) == ("evidenced", "17.1 %", "4.3")
    assert (gate.gate, gate.is_open_gate, gate.is_passed_gate) == ("open: 2× asks 2", True, False)
    assert lines["DAT-05"].gate == ""
    gone = lines["DAT-07"]
    assert (gone.answer, gone.anchor, gone.share) == ("Does not apply", "One region, one shard.", "–")


def test_an_unknown_counts_as_nothing_and_what_is_not_asked_is_left_out() -> None:
    found = detail(evaluate(an_assessment(SIX, {"DEB-01": unknown()})), "DEB")
    lines = questions(found)
    assert lines["DEB-01"].anchor == "Counts as 0 until someone looks."
    assert lines["DEB-01"].adds == "0.0"
    assert (lines["DEB-02"].answer, lines["DEB-02"].share) == ("Not asked yet", "–")
    assert found.heading == "Debt: too few answered for a figure"
    assert found.why == "Why no score"


def test_doubt_and_disagreement_stand_beside_the_confidence() -> None:
    outcome = evaluate(
        replace(
            an_assessment(SIX, {"ARC-01": level(2, "guess"), "ARC-02": level(4)}),
            product={"DAT-01": level(3)},
            engineering={"DAT-01": level(1)},
        )
    )
    assert questions(detail(outcome, "ARC"))["ARC-01"].sure == "a guess, counts as 1 for growth"
    assert questions(detail(outcome, "ARC"))["ARC-02"].sure == "informed, counts as 3 for growth"
    assert questions(detail(outcome, "DAT"))["DAT-01"].sure == "informed, not agreed"


def test_a_gate_says_how_it_stands() -> None:
    answers = all_at(SIX, level(3)) | {"DAT-01": not_applicable("No database.")}
    outcome = evaluate(an_assessment(SIX, answers))
    passed = questions(detail(outcome, "ARC"))["ARC-01"]
    assert (passed.gate, passed.is_passed_gate) == ("passed: 10× asks 3", True)
    gone = questions(detail(outcome, "DAT"))["DAT-01"]
    assert (gone.gate, gone.is_passed_gate, gone.is_open_gate) == ("does not apply", False, False)


def test_a_topic_short_of_its_mark_says_by_how_much() -> None:
    outcome = evaluate(an_assessment(SIX, all_at(SIX, level(1))))
    assert (
        detail(outcome, "DEB.ONE").heading
        == "Debt basics stands at 25, Exposed: 41 short of its mark for 10×"
    )


def test_a_part_that_is_not_there_is_nothing() -> None:
    outcome = evaluate(an_assessment(SIX, {}))
    assert part_detail(outcome, "NONE") is None
    assert part_detail(outcome, "") is None
    assert topic_of(outcome, "DEB-02") == "DEB.ONE"
    assert topic_of(outcome, "NONE") == ""


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0.0"), (0.25, "0.3"), (12.349, "12.3"), (99.96, "100.0")]
)
def test_points_are_rounded_half_up_once(value: float, words: str) -> None:
    assert points(value) == words


def test_the_heat_map_says_where_the_weak_topics_are() -> None:
    answers = all_at(SIX, level(2)) | {"DEB-01": level(0), "DEB-02": level(0)}
    heading, cells, note = heat(evaluate(an_assessment(SIX, answers)))
    assert heading == "One topic stands below Holding, in Debt"
    debt = next(row for row in cells.rows if row.key == "DEB")
    cell = debt.cells[0]
    assert (cell.key, cell.shown, cell.band, cell.word, cell.is_weak) == ("DEB.ONE", "0", 0, "Fragile", True)
    assert cell.words == "Debt, Debt basics, 0, Fragile, mark 66, holds less than half of what 10× asks"
    assert debt.words == "Debt, 0, Fragile, mark 66"
    assert note.startswith("An outlined topic holds less than half")


def test_a_topic_without_a_number_has_a_word() -> None:
    heading, cells, _ = heat(evaluate(an_assessment(SIX, {"ARC-02": level(2), "DAT-01": unknown()})))
    first = {row.key: row.cells[0] for row in cells.rows}
    assert heading == "No topic has a score yet"
    assert (first["ARC"].shown, first["ARC"].band, first["ARC"].word) == ("", None, "too few")
    assert (first["DEB"].word, first["DEB"].words) == ("not asked", "Debt, Debt basics, not asked")
    gone = heat(evaluate(an_assessment(SIX, all_at(SIX, not_applicable()))))[1]
    assert {cell.word for row in gone.rows for cell in row.cells} == {"does not apply"}
