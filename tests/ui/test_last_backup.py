"""The backup at the end: where it fails the window stays and asks, and nothing is in the way of going on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.errors import OutputError
from readiness.storage import backups
from readiness.storage.backup_names import kept
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button


@pytest.fixture
def window(room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    room.start()
    question = room.assessment.questionnaire.questions[0].id
    room.session.answer(question, Answer(level=2))
    room.settle()
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let no backup be made among the others."""

    def refuse(*_given: object, **_named: object) -> None:
        happened = "No backup could be made: No space left on device."
        raise OutputError(happened, safe="Older ones are kept.", remedy="Make room.")

    monkeypatch.setattr(backups, "back_up", refuse)
    return monkeypatch


def question(window: MainWindow) -> Sheet:
    (found,) = [
        one for one in window.findChildren(Sheet) if one.objectName() == "question-dialog" and one.isVisible()
    ]
    return found


def choose(room: Room, window: MainWindow, way: str) -> None:
    button = question(window).findChild(Button, f"way-{way}")
    assert button is not None
    button.click()
    room.settle()


@pytest.mark.usefixtures("no_room")
def test_the_window_stays_and_says_what_is_missing_and_one_can_close_without(
    room: Room, window: MainWindow
) -> None:
    window.close()
    room.settle()
    assert window.isVisible()
    assert question(window).windowTitle() == "Close without a backup?"
    choose(room, window, "bare")
    assert not window.isVisible()
    assert kept(room.places.workspace) == []


def test_one_can_stay_and_go_on(room: Room, window: MainWindow, no_room: pytest.MonkeyPatch) -> None:
    window.close()
    room.settle()
    choose(room, window, "stay")
    ids = [one.id for one in room.assessment.questionnaire.questions]
    room.session.answer(ids[1], Answer(level=3))
    room.settle()
    assert room.session.unsaved == 0
    no_room.undo()
    window.close()
    room.settle()
    assert not window.isVisible()
    assert len(kept(room.places.workspace)) == 1


def test_trying_again_closes_once_there_is_room(
    room: Room, window: MainWindow, no_room: pytest.MonkeyPatch
) -> None:
    window.close()
    room.settle()
    no_room.undo()
    choose(room, window, "again")
    assert not window.isVisible()
    assert len(kept(room.places.workspace)) == 1


@pytest.mark.usefixtures("no_room")
def test_the_systems_end_of_a_session_waits_for_nobody(room: Room, window: MainWindow) -> None:
    window.end()
    room.settle()
    assert not window.isVisible()


@pytest.mark.usefixtures("no_room")
def test_saving_elsewhere_needs_no_room_in_the_first_place(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "elsewhere.readiness"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.files.save_elsewhere()
    qtbot.waitUntil(lambda: room.session.path == str(target))
    room.session.answer(room.assessment.questionnaire.questions[1].id, Answer(level=1))
    room.settle()
    assert room.session.unsaved == 0
