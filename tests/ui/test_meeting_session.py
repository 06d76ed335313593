"""The session around a meeting: two sides, one laptop, one reveal, and an Undo that tells nothing."""

import sqlite3
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from builders import level
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.period import Period
from readiness.errors import FrozenError, NotSavedError
from readiness.services.assessing import Assessing, Draft, TrashLine
from readiness.ui.reworking import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def private(room: Room) -> Room:
    room.open_own()
    room.session.start_assessment(
        Draft(system="Search", period=Period(2026, 3), scope="quick", mode="private")
    )
    room.settle()
    return room


def questions(room: Room) -> list[str]:
    return [question.id for question in room.assessment.questionnaire.questions]


def test_a_side_answers_in_its_own_name_and_hidden(qtbot: QtBot, private: Room) -> None:
    session, question = private.session, questions(private)[0]
    with qtbot.waitSignal(session.side_changed, timeout=0):
        session.hand_over("product", "Mira Holt")
    session.answer(question, level(4), "product")

    assert (session.side, session.who) == ("product", "Mira Holt")
    assert private.assessment.product[question].by == "Mira Holt"
    assert session.outcome is not None
    assert session.outcome.score.counts.asked == 0
    private.come_back()
    assert private.assessment.product[question].by == "Mira Holt"


def test_taking_an_answer_back_leaves_no_name(private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.hand_over("product", "Mira Holt")
    session.answer(question, level(4), "product")
    session.answer(question, NOT_ASKED, "product")

    assert question not in private.assessment.product


def test_after_a_hand_over_the_other_side_can_undo_nothing(private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.hand_over("product")
    session.answer(question, level(4), "product")
    assert session.undo_stack.undoText() == f"answer {question}"

    session.hand_over("engineering")
    session.undo_stack.undo()

    assert session.undo_stack.count() == 0
    assert private.assessment.product[question].level == 4


def test_answering_for_the_other_side_hands_over_by_itself(private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.hand_over("product", "Mira Holt")
    session.answer(question, level(4), "product")
    session.answer(question, level(1), "engineering")

    assert (session.side, session.who, session.undo_stack.count()) == ("engineering", "", 1)
    assert private.assessment.engineering[question].by == ""


def test_the_reveal_is_at_once_on_disk_and_cannot_be_undone(qtbot: QtBot, private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.answer(question, level(4), "product")
    session.answer(question, level(1), "engineering")
    with qtbot.waitSignals([session.revealed, session.outcome_changed], timeout=0):
        session.reveal()

    assert (session.undo_stack.count(), session.side) == (0, None)
    assert session.outcome is not None
    assert session.outcome.counted[question].level == 1
    with qtbot.assertNotEmitted(session.revealed):
        session.reveal()
    private.come_back()
    assert private.assessment.revealed


def test_a_revealed_answer_is_refused_with_a_sentence(qtbot: QtBot, private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.answer(question, level(4), "product")
    session.reveal()
    with qtbot.waitSignal(session.failed, timeout=0) as told:
        session.answer(question, level(0), "product")

    assert told.args is not None
    assert isinstance(told.args[0], FrozenError)
    assert private.assessment.product[question].level == 4


def test_accepting_is_one_step_of_undo_with_its_number(qtbot: QtBot, private: Room) -> None:
    session, (one, two, *_) = private.session, questions(private)
    session.reveal()
    session.answer(one, Answer(note="as of June"))
    with qtbot.waitSignal(session.outcome_changed, timeout=0):
        session.accept([(one, level(2)), (two, level(3))])
    assert session.undo_stack.undoText() == "accept 2 undisputed"

    session.undo_stack.undo()
    assert private.assessment.agreed == {one: Answer(note="as of June")}
    session.undo_stack.redo()
    private.come_back()
    assert {id_: answer.level for id_, answer in private.assessment.agreed.items()} == {one: 2, two: 3}


def test_accepting_nothing_new_is_no_step(private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.accept([(question, level(2))], "agree on what is left")
    session.accept([(question, level(2))])
    session.accept([])

    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "agree on what is left")


def test_what_was_refused_by_the_disk_is_written_in_the_order_it_was_made(
    qtbot: QtBot, private: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, question = private.session, questions(private)[0]

    def refuse(*_arguments: object) -> None:
        message = "The disk is full."
        raise NotSavedError(message)

    monkeypatch.setattr(Assessing, "answer_many", refuse)
    changes: tuple[Callable[[], None], ...] = (
        partial(session.answer, question, level(1)),
        partial(session.accept, [(question, level(2))]),
        partial(session.answer, question, level(3)),
    )
    for change in changes:
        with qtbot.waitSignal(session.not_saved):
            change()
        private.settle()
    monkeypatch.undo()
    with qtbot.waitSignal(session.saved):
        session.try_again()
    private.come_back()

    assert private.assessment.agreed[question].level == 3


def test_facts_and_parked_items_are_undone_like_answers_also_after_the_seal(
    qtbot: QtBot, private: Room
) -> None:
    session, question = private.session, questions(private)[0]
    with qtbot.waitSignal(session.sealed):
        session.close_assessment()
    fact = OpenFact(question=question, text="Quota of the provider", who="Ana Ruiz", due="2026-09-22")
    session.set_facts((fact,))
    session.set_parked((Parked(text="Autumn campaign"),))
    assert session.undo_stack.undoText() == "change of the parking lot"

    session.undo_stack.undo()
    assert (private.assessment.parked, private.assessment.facts) == ((), (fact,))
    session.undo_stack.redo()
    private.come_back()
    assert [one.text for one in private.assessment.parked] == ["Autumn campaign"]
    assert private.assessment.facts == (fact,)


def test_lanes_are_renamed_undoably(private: Room) -> None:
    session, lanes = private.session, Lanes(product="Shop", guest="Support")
    session.set_lanes(lanes)
    session.undo_stack.undo()
    assert private.assessment.lanes == Lanes()
    session.undo_stack.redo()
    private.come_back()
    assert private.assessment.lanes == lanes


def test_the_frame_keeps_mode_and_lanes(private: Room) -> None:
    private.session.set_lanes(Lanes(product="Shop"))
    private.session.set_frame(replace(draft_of(private.assessment), scope_in="Cart"))
    private.come_back()

    kept = private.assessment
    assert (kept.mode, kept.revealed, kept.lanes.product) == ("private", False, "Shop")


def test_a_revision_is_opened(qtbot: QtBot, private: Room) -> None:
    session = private.session
    with qtbot.waitSignal(session.sealed):
        session.close_assessment()
    assert session.assessment_id is not None
    with qtbot.waitSignal(session.assessment_opened):
        session.start_revision(session.assessment_id)
    private.settle()

    assert (private.assessment.revision, private.assessment.sealed) == (2, False)
    assert [line.revision for line in session.home[0].assessments] == [1, 2]


def test_deleting_the_open_one_leaves_it_and_restoring_undoes_that(qtbot: QtBot, private: Room) -> None:
    session, id_ = private.session, private.session.assessment_id
    assert id_ is not None
    with qtbot.waitSignals([session.assessment_left, session.deleted]):
        session.delete_assessment(id_)
    private.settle()
    read: list[tuple[TrashLine, ...]] = []
    session.read_trash(read.append)
    private.settle()
    assert session.assessment is None
    assert not session.home[0].assessments
    assert [found.id for found in read[0]] == [id_]

    with qtbot.waitSignal(session.restored) as told:
        session.restore_assessment(id_)
    private.settle()
    assert told.args == [id_, "Search@2026-Q3"]
    assert [one.id for one in session.home[0].assessments] == [id_]


def test_what_cannot_be_restored_is_told(qtbot: QtBot, private: Room) -> None:
    session, id_ = private.session, private.session.assessment_id
    assert id_ is not None
    session.delete_assessment(id_)
    session.start_assessment(Draft(system="Search", period=Period(2026, 3), scope="quick"))
    private.settle()
    with qtbot.waitSignal(session.failed):
        session.restore_assessment(id_)


def test_nothing_hidden_is_in_a_name_of_undo(private: Room) -> None:
    session, question = private.session, questions(private)[0]
    session.hand_over("product", "Mira Holt")
    session.answer(question, Answer(level=4, note="Mira says"), "product")
    session.answer(question, Answer(level=4, note="Mira says more"), "product")

    names = [session.undo_stack.text(place) for place in range(session.undo_stack.count())]
    assert names == [f"answer {question}", f"note on {question}"]


def test_the_reveal_reaches_the_trail_once(private: Room) -> None:
    private.session.reveal()
    private.tear_down()
    with sqlite3.connect(private.places.workspace) as connection:
        found = connection.execute("SELECT count(*) FROM trail WHERE question = ''").fetchone()
    connection.close()
    assert found == (1,)
