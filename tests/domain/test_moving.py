"""Moving an open assessment to a newer version: kept, guessed, cleared, new; all of it before it happens."""

from dataclasses import replace

import pytest
from builders import (
    ANCHORS,
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    unknown,
)
from hypothesis import given
from hypothesis import strategies as st
from lenses import a_lens, as_asked, backups
from lineages import next_versions
from strategies import two_sided

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.moving import LANES, Move, moved
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import evaluate
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.domain.revising import lineage_from, revision
from readiness.domain.ticking import as_told
from readiness.errors import LineageError


def of(*ids: str, version: str = "2.0", changes: tuple[LineageChange, ...] = ()) -> Questionnaire:
    """Return one topic of the questions named; a later version says how it came out of 1.0."""
    lineage = None if version == "1.0" else Lineage(from_version="1.0", changes=changes)
    asked = [a_question(id_, prompt=f"How is {id_}?") for id_ in ids]
    return a_questionnaire(a_pillar("ARC", a_topic("MOD", *asked)), version=version, lineage=lineage)


OLD = of("A", "B", "C", "D", version="1.0")


def an_open_one(**answers: Answer) -> Assessment:
    return an_assessment(OLD, answers)


def fate_of(move: Move, question: str) -> tuple[str, str, bool]:
    one = next(one for one in move.questions if one.question == question)
    return one.fate, one.why, one.had_answer


def test_the_same_and_renamed_questions_keep_their_answers_in_every_lane() -> None:
    before = an_assessment(
        OLD,
        {"A": level(3, "evidenced"), "B": not_applicable()},
        product={"A": level(2)},
        engineering={"B": unknown()},
    )
    move = moved(before, of("A", "X", "C", "D", changes=(LineageChange(rename=("B", "X")),)))
    assert move.after.agreed == {"A": level(3, "evidenced"), "X": not_applicable()}
    assert (move.after.product, move.after.engineering) == ({"A": level(2)}, {"X": unknown()})
    assert fate_of(move, "A") == ("kept", "same", True)
    assert fate_of(move, "X") == ("kept", "renamed", True)
    assert fate_of(move, "C") == ("kept", "same", False)


def test_what_asks_something_else_is_cleared_and_keeps_its_note() -> None:
    before = an_open_one(A=level(3, "evidenced", note="Since May."), B=level(2))
    move = moved(before, of("A", "B", "C", "D", changes=(LineageChange(redefine="A"),)))
    assert move.after.agreed == {"A": replace(NOT_ASKED, note="Since May."), "B": level(2)}
    assert fate_of(move, "A") == ("cleared", "redefined", True)


def test_what_is_asked_no_more_goes_and_what_is_new_is_not_asked_yet() -> None:
    move = moved(an_open_one(A=level(3), D=level(1)), of("A", "B", "C", "E"))
    assert move.after.agreed == {"A": level(3)}
    assert fate_of(move, "D") == ("retired", "retired", True)
    assert fate_of(move, "E") == ("new", "new", False)
    assert [one.question for one in move.of("retired", "new")] == ["E", "D"]


def test_parts_of_a_split_begin_with_the_answer_of_the_whole_as_a_guess() -> None:
    move = moved(
        an_open_one(A=level(3, "evidenced"), B=level(1)),
        of("X", "Y", "B", "C", "D", changes=(LineageChange(split=("A", ("X", "Y"))),)),
    )
    for part in "XY":
        assert move.after.agreed[part] == replace(level(3, "evidenced"), confidence="guess")
        assert fate_of(move, part) == ("guessed", "split", True)


def test_what_was_merged_is_asked_again_with_all_notes() -> None:
    move = moved(
        an_open_one(A=level(3, note="One."), B=level(1, note="Two.")),
        of("X", "C", "D", changes=(LineageChange(merge=(("A", "B"), "X")),)),
    )
    assert move.after.agreed == {"X": replace(NOT_ASKED, note="One.\nTwo.")}
    assert fate_of(move, "X") == ("cleared", "merged", True)


LENS = as_asked(a_lens(backups()))


def next_lens(*rules: tuple[str, str], drop: str = "") -> Questionnaire:
    asked = backups(*rules)
    asked["choices"] = [choice for choice in asked["choices"] if choice["id"] != drop]
    new = as_asked(a_lens(asked), "2.0")
    return replace(new, lineage=lineage_from(LENS, revision(LENS, new)))


def ticked(*ids: str, note: str = "") -> Assessment:
    told = as_told(LENS.questions[0], Answer(ticked=ids, note=note))
    return an_assessment(LENS, {"backups": told})


def test_practices_that_are_still_there_stay_ticked_under_the_new_rules() -> None:
    move = moved(ticked("taken"), next_lens(("taken", "NO_RISK"), ("default", "HIGH_RISK")))
    answer = move.after.agreed["backups"]
    assert (answer.ticked, answer.level, answer.confidence) == (("taken",), 4, "guess")
    assert fate_of(move, "backups") == ("guessed", "rules", True)


def test_a_practice_that_is_gone_clears_the_selection_and_says_so() -> None:
    new = next_lens(("taken", "NO_RISK"), ("default", "HIGH_RISK"), drop="restored")
    move = moved(ticked("taken", "restored", note="By hand."), new)
    answer = move.after.agreed["backups"]
    assert (answer.ticked, answer.level) == ((), None)
    assert answer.note.startswith("By hand.\nNo longer among the practices, so nothing is ticked:")
    assert fate_of(move, "backups") == ("cleared", "practices", True)


def test_another_name_carries_no_tick_that_can_be_ticked_no_more() -> None:
    new = next_lens(("taken", "NO_RISK"), ("default", "HIGH_RISK"), drop="restored")
    pillar = new.pillars[0]
    topic = pillar.topics[0]
    asked = replace(topic.questions[0], id="copies")
    new = replace(
        new,
        pillars=(replace(pillar, topics=(replace(topic, questions=(asked,)),)),),
        lineage=Lineage(from_version=LENS.version, changes=(LineageChange(rename=("backups", "copies")),)),
    )
    move = moved(ticked("taken", "restored"), new)
    assert (move.after.agreed["copies"].ticked, move.after.agreed["copies"].level) == ((), None)
    assert fate_of(move, "copies") == ("cleared", "practices", True)
    kept = moved(ticked("taken"), new).after.agreed["copies"]
    assert (kept.ticked, kept.level, kept.confidence) == (("taken",), 4, "guess")


def test_actions_facts_and_parked_points_follow_their_questions() -> None:
    before = replace(
        an_open_one(A=level(1), B=level(1)),
        actions=(
            PlannedAction(id="A:10", questions=("A",), goal=2, owner="Ann"),
            PlannedAction(id="D", questions=("D",), goal=3, period="2027-Q1"),
            PlannedAction(id="B", questions=("B", "D"), goal=2),
        ),
        facts=(OpenFact(question="A", text="Ask."), OpenFact(question="D", text="Look.", who="Bob")),
        parked=(Parked(text="Later.", question="D"), Parked(text="Else.", question="A")),
    )
    move = moved(before, of("X", "B", "C", changes=(LineageChange(rename=("A", "X")),)))
    after = move.after
    assert [(one.id, one.kind, one.questions) for one in after.actions] == [
        ("X:10", "raise", ("X",)),
        ("D", "free", ()),
        ("B", "raise", ("B",)),
    ]
    assert (after.actions[1].title, after.actions[1].period) == ("How is D?", "2027-Q1")
    assert after.facts == (OpenFact(question="X", text="Ask."),)
    assert after.parked == (
        Parked(text="Later."),
        Parked(text="Else.", question="X"),
        Parked(text="D: Look.", who="Bob"),
    )
    assert (move.freed, move.parked) == (("D",), 1)


def test_a_risk_is_accepted_for_the_question_it_was_accepted_for_only() -> None:
    risk = AcceptedRisk(question="A", role="Lead", reason="Later.", expires="2027-Q1")
    before = replace(an_open_one(A=level(0)), accepted=(risk, replace(risk, question="B")))
    move = moved(before, of("A", "B", "C", "D", changes=(LineageChange(redefine="B"),)))
    assert move.after.accepted == (risk,)
    assert move.reopened == ("B",)


def test_versions_that_do_not_follow_are_refused() -> None:
    alone = replace(of("A"), lineage=Lineage(from_version="0.5"))
    with pytest.raises(LineageError):
        moved(an_open_one(A=level(3)), alone)


def test_other_words_move_every_answer_and_no_figure() -> None:
    before = an_assessment(OLD, all_at(OLD, level(2)))
    reworded = replace(OLD.pillars[0].topics[0].questions[0], levels=("Nobody knows.", *ANCHORS[1:]))
    topic = replace(OLD.pillars[0].topics[0], questions=(reworded, *OLD.questions[1:]))
    new = replace(
        OLD,
        version="1.1",
        pillars=(replace(OLD.pillars[0], topics=(topic,)),),
        lineage=Lineage(from_version="1.0", changes=(LineageChange(rename=("A", "A")),)),
    )
    move = moved(before, new)
    assert {one.fate for one in move.questions} == {"kept"}
    assert evaluate(move.after).score == evaluate(before).score


@given(st.data())
def test_every_question_has_one_fate_and_every_answer_a_question(data: st.DataObject) -> None:
    before = data.draw(two_sided())
    new = data.draw(next_versions(before.questionnaire))
    move = moved(before, new)
    assert [one.question for one in move.questions if one.fate != "retired"] == [q.id for q in new.questions]
    for lane in LANES:
        assert set(move.after.lane(lane)) <= set(new.by_id)
        for one in move.questions:
            if one.fate == "kept":
                was = before.lane(lane).get(one.was[0], NOT_ASKED)
                assert move.after.lane(lane).get(one.question, NOT_ASKED) == was
            if one.fate == "new":
                assert one.question not in move.after.lane(lane)
