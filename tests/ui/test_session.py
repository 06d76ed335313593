"""The one face over the services, driven as pages drive it, on a real workspace."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import Answer, Limit
from readiness.errors import NotSavedError, ReadinessError, SealedError, WorkspaceInUseError
from readiness.ui.reworking import draft_of

if TYPE_CHECKING:
    from readiness.services.assessing import Draft

LEVEL = Answer(level=3, confidence="informed")


def test_the_first_start_makes_the_workspace_quietly(qtbot: QtBot, room: Room) -> None:
    with qtbot.assertNotEmitted(room.session.noted), qtbot.assertNotEmitted(room.session.failed):
        room.open_own()

    assert room.places.workspace.exists()
    assert (room.session.path, room.session.home) == (str(room.places.workspace), ())


def test_what_was_answered_comes_back_where_it_was_left(room: Room) -> None:
    room.start()
    session = room.session
    first, second = (question.id for question in room.assessment.questionnaire.questions[:2])
    session.answer(first, LEVEL)
    session.set_place(second)
    room.come_back()

    assert room.assessment.agreed[first].level == 3
    assert room.session.place == second


def test_an_answer_changes_the_assessment_and_its_outcome_at_once(qtbot: QtBot, room: Room) -> None:
    room.start(quick=True)
    session = room.session
    question = room.assessment.questionnaire.questions[0].id

    with qtbot.waitSignals([session.assessment_changed, session.outcome_changed], timeout=0):
        session.answer(question, LEVEL)

    assert session.outcome is not None
    assert session.outcome.counted[question].level == 3


def test_saved_is_said_only_after_the_commit(qtbot: QtBot, room: Room) -> None:
    room.start()
    question = first_question(room)

    with qtbot.waitSignal(room.session.saved) as told:
        room.session.answer(question, LEVEL)
        assert told.args is None

    assert told.args == ["10:42"]


def test_undo_and_redo_reach_the_disk(room: Room) -> None:
    room.start()
    session, question = room.session, first_question(room)
    session.answer(question, LEVEL)
    session.answer(question, replace(LEVEL, level=1))
    assert session.undo_stack.undoText() == f"answer {question}"

    session.undo_stack.undo()
    room.come_back()

    assert room.assessment.agreed[question].level == 3


def test_undoing_the_first_answer_leaves_not_asked(room: Room) -> None:
    room.start()
    session, question = room.session, first_question(room)
    session.answer(question, LEVEL)
    session.undo_stack.undo()

    assert question not in room.assessment.agreed
    session.undo_stack.redo()
    assert room.assessment.agreed[question] == LEVEL


def test_limits_and_frame_are_undone_like_answers(room: Room) -> None:
    room.start()
    session = room.session
    limit = Limit(id="db", resource="Orders database", used=380.0, limit=500.0)
    session.set_limits((limit,))
    session.set_frame(replace(draft_of(room.assessment), scope_in="Cart to receipt"))
    assert (room.assessment.limits, room.assessment.scope_in) == ((limit,), "Cart to receipt")

    session.undo_stack.undo()
    assert (room.assessment.limits, room.assessment.scope_in) == ((limit,), "")
    session.undo_stack.undo()
    assert room.assessment.limits == ()


def test_a_sealed_assessment_refuses_and_says_why(qtbot: QtBot, room: Room) -> None:
    room.start(quick=True)
    with qtbot.waitSignal(room.session.sealed):
        room.session.close_assessment()
    assert room.assessment.sealed

    with qtbot.waitSignal(room.session.failed) as told:
        room.session.answer(first_question(room), LEVEL)

    assert told.args is not None
    assert isinstance(told.args[0], SealedError)


def test_a_closing_preview_is_handed_over(room: Room) -> None:
    room.start(quick=True)
    room.session.answer(first_question(room), LEVEL)
    previews: list[int] = []
    room.session.preview_close(lambda preview: previews.append(len(preview.becoming_unknown)))
    room.settle()

    assert previews == [14]


def test_leaving_shows_the_answers_on_home(room: Room) -> None:
    room.start()
    room.session.answer(first_question(room), LEVEL)
    room.session.leave_assessment()
    room.settle()

    assert room.session.assessment is None
    assert [line.asked for line in room.session.home[0].assessments] == [1]


def test_a_period_that_is_taken_is_refused_and_nothing_opens(qtbot: QtBot, room: Room) -> None:
    room.start()
    room.session.leave_assessment()
    with qtbot.waitSignal(room.session.failed):
        room.start()

    assert room.session.assessment is None


def test_a_file_that_is_no_workspace_leaves_the_open_one(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.open_own()
    other = tmp_path / "letter.txt"
    other.write_text("Dear all", encoding="utf-8")
    with qtbot.waitSignal(room.session.failed) as told:
        room.session.open_workspace(other)

    assert told.args is not None
    assert isinstance(told.args[0], ReadinessError)
    assert room.session.path == str(room.places.workspace)
    assert other.read_text(encoding="utf-8") == "Dear all"


def test_another_workspace_takes_the_place_of_the_first(room: Room) -> None:
    room.start()
    room.session.open_sample(room.places.sample)
    room.settle()

    assert room.session.assessment is None
    assert room.session.path == str(room.places.sample)
    assert len(room.session.home) == 3
    with sqlite3.connect(room.places.workspace) as connection:  # the first one was let go
        assert connection.execute("SELECT count(*) FROM assessments").fetchone() == (1,)
    connection.close()


def test_answers_stay_in_memory_while_they_cannot_be_written(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start()
    question = first_question(room)
    fill_the_disk(monkeypatch)
    with qtbot.waitSignal(room.session.not_saved) as told:
        room.session.answer(question, LEVEL)
    assert told.args is not None
    assert told.args[1] == "10:42"
    assert room.assessment.agreed[question] == LEVEL

    monkeypatch.undo()
    with qtbot.waitSignal(room.session.saved):
        room.session.try_again()
    assert room.session.unsaved == 0


def test_another_workspace_is_not_opened_over_what_is_not_saved(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What failed here must never be written there, where the same numbers mean other assessments."""
    room.start()
    fill_the_disk(monkeypatch)
    with qtbot.waitSignal(room.session.not_saved):
        room.session.answer(first_question(room), LEVEL)
    with qtbot.waitSignal(room.session.not_saved), qtbot.assertNotEmitted(room.session.workspace_opened):
        room.session.open_sample(room.places.sample)
    monkeypatch.undo()

    assert room.session.path == str(room.places.workspace)
    assert room.assessment.agreed[first_question(room)] == LEVEL
    assert not room.places.sample.exists()


def test_what_is_not_saved_goes_on_elsewhere(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room.start()
    question, elsewhere = first_question(room), tmp_path / "stick" / "copy.readiness"
    elsewhere.parent.mkdir()
    fill_the_disk(monkeypatch)
    with qtbot.waitSignal(room.session.not_saved):
        room.session.answer(question, LEVEL)
    monkeypatch.undo()
    with qtbot.waitSignal(room.session.saved):
        room.session.save_elsewhere(elsewhere)

    assert (room.session.path, room.session.unsaved) == (str(elsewhere), 0)
    with sqlite3.connect(room.places.workspace) as before:
        assert before.execute("SELECT count(*) FROM answers").fetchone() == (0,)
    before.close()


def test_finishing_waits_for_what_is_typed(qtbot: QtBot, room: Room) -> None:
    room.start()
    question = first_question(room)
    room.session.answer(question, Answer(note="L"))
    room.session.answer(question, Answer(note="Locks"))
    with qtbot.waitSignal(room.session.finished):
        room.session.finish()
    room.settle()

    with sqlite3.connect(room.places.workspace) as connection:
        assert connection.execute("SELECT note FROM answers").fetchall() == [("Locks",)]
    connection.close()


def test_finishing_says_when_something_is_not_saved(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start()
    fill_the_disk(monkeypatch)
    with qtbot.waitSignal(room.session.unfinished), qtbot.assertNotEmitted(room.session.finished):
        room.session.answer(first_question(room), LEVEL)
        room.session.finish()

    monkeypatch.undo()


def test_a_frame_can_be_read_to_copy_from(sample_room: Room) -> None:
    read: list[Draft] = []
    line = sample_room.session.home[0].assessments[-1]
    sample_room.session.read_frame(line.id, read.append)
    sample_room.settle()

    assert [draft.system for draft in read] == [sample_room.session.home[0].name]
    assert read[0].journeys


def test_settings_are_kept_for_the_next_time(qtbot: QtBot, room: Room) -> None:
    with qtbot.waitSignal(room.session.settings_changed):
        room.session.change_settings(replace(room.session.settings, company="Quillmere"))
    room.tasks.wait()

    room.come_back()

    assert room.session.settings.company == "Quillmere"


def test_the_window_goes_on_while_the_disk_is_held(qtbot: QtBot, room: Room) -> None:
    room.start()
    held, ticks = threading.Event(), QTimer()
    counted: list[int] = []
    ticks.timeout.connect(lambda: counted.append(1))
    ticks.start(5)
    room.database.submit(held.wait)
    room.session.answer(first_question(room), LEVEL)
    qtbot.waitUntil(lambda: len(counted) >= 20)

    assert not room.database.is_idle
    assert room.assessment.agreed[first_question(room)] == LEVEL
    with qtbot.waitSignal(room.session.saved):
        held.set()
    ticks.stop()


def test_typing_judges_nothing_anew(qtbot: QtBot, room: Room) -> None:
    room.start()
    with qtbot.assertNotEmitted(room.session.outcome_changed):
        room.session.answer(first_question(room), Answer(note="L"))


def test_a_workspace_that_is_open_elsewhere_offers_its_backup_to_look_at(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.start()
    room.session.finish()
    qtbot.waitUntil(lambda: not room.session.path or room.database.is_idle)
    room.come_back()
    second = Room.set_up(qtbot, tmp_path)
    with qtbot.waitSignal(second.session.failed) as told:
        second.session.open_workspace(room.places.workspace)
    assert told.args is not None
    assert isinstance(told.args[0], WorkspaceInUseError)

    with qtbot.waitSignal(second.session.noted):
        second.session.open_backup()
    assert second.session.read_only
    assert [line.name for line in second.session.home] == ["Checkout API"]
    second.tear_down()


def first_question(room: Room) -> str:
    """Return the first question of the open assessment."""
    return room.assessment.questionnaire.questions[0].id


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every answer be refused as a full disk refuses it."""
    from readiness.services.assessing import Assessing  # noqa: PLC0415 - the one that is patched

    def refuse(*_arguments: object) -> None:
        message = "The disk is full."
        raise NotSavedError(message)

    monkeypatch.setattr(Assessing, "answer", refuse)


def test_a_slow_reading_is_not_told_as_saving(qtbot: QtBot, room: Room) -> None:
    room.start()
    with qtbot.assertNotEmitted(room.session.saving):
        room.database.became_slow.emit()
