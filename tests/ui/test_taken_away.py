"""A file that is replaced, taken away, held or only readable is said in words, with a way to go on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.errors import WorkspaceInUseError
from readiness.storage import file_checks
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.message_bar import MessageBar


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    room.start()
    qtbot.waitUntil(lambda: room.session.assessment is not None)
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


def bar(window: MainWindow) -> MessageBar:
    found = window.findChild(MessageBar)
    assert found is not None
    return found


def said(window: MainWindow) -> str:
    return bar(window).accessibleName() if bar(window).isVisible() else ""


def click(window: MainWindow, key: str) -> None:
    button = bar(window).findChild(Button, f"message-{key}")
    assert button is not None
    button.click()


def answer(room: Room, level: int) -> str:
    question = room.assessment.questionnaire.questions[0].id
    room.session.answer(question, Answer(level=level))
    room.settle()
    return question


@pytest.mark.parametrize("what", ["deleted", "replaced"])
def test_coming_back_to_the_window_notices_it_before_the_next_change(
    room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    question = answer(room, 2)
    path = room.places.workspace
    if what == "deleted":
        path.unlink()
    else:
        other = tmp_path / "other"
        shutil.copyfile(room.places.settings, other)
        os.replace(other, path)  # noqa: PTH105 - what a sync program does
    window.watching.look()
    room.settle()
    assert "replaced or taken away" in said(window)
    target = tmp_path / "elsewhere.readiness"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(window, "save-elsewhere")
    room.settle()
    assert room.session.path == str(target)
    answer(room, 3)
    assert room.session.unsaved == 0
    assert room.assessment.agreed[question].level == 3


def test_a_file_that_is_as_it_was_left_is_no_news(room: Room, window: MainWindow) -> None:
    answer(room, 2)
    window.watching.look()
    room.settle()
    assert said(window) == ""


def test_a_file_that_can_only_be_read_offers_a_copy_to_go_on(
    room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(room, 2)
    other, target = tmp_path / "other.readiness", tmp_path / "copy.readiness"
    room.session.run_errand(lambda desk: desk.assessing.backup(other), lambda _path: None)
    room.settle()
    with monkeypatch.context() as patched:
        patched.setattr(file_checks, "may_write", lambda _place: False)
        patched.setattr("readiness.storage.leftovers.may_write", lambda _place: False)
        room.session.open_workspace(other)
        room.settle()
    assert room.session.read_only
    assert "for reading only" in said(window)
    room.session.open_assessment(room.session.home[0].assessments[-1].id)
    room.settle()
    answer(room, 3)
    assert said(window).startswith("This workspace can be read, but not changed.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(window, "save-elsewhere")
    room.settle()
    assert room.session.path == str(target)
    assert not room.session.read_only


def test_one_that_is_open_elsewhere_says_by_whom_and_offers_its_backups(
    room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(room, 2)
    other = tmp_path / "other.readiness"
    room.session.run_errand(lambda desk: desk.assessing.backup(other), lambda _path: None)
    room.settle()
    room.session.open_workspace(other)
    room.settle()
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    room.settle()
    room.open_own()

    def refuse(*_given: object, **_named: object) -> None:
        happened = "other.readiness is open by Ann on DESK since 10 Sep, 10:02."
        raise WorkspaceInUseError(happened, safe="Nothing was touched.", remedy="Close it there first.")

    with monkeypatch.context() as patched:
        patched.setattr("readiness.services.first_look.open_database", refuse)
        room.session.open_workspace(other)
        room.settle()
    assert "open by Ann on DESK" in said(window)
    assert bar(window).findChild(Button, "message-restore-backup") is not None
    click(window, "open-backup")
    room.settle()
    assert room.session.backup_of == str(other)
    assert "This is a backup of" in said(window)
    assert bar(window).findChild(Button, "message-backups") is not None
