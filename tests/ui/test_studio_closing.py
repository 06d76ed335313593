"""The window closes while the studio writes: what is typed is in its file, or it is asked about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.errors import OutputError
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.studio_page import StudioPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button

WORDS = "Typed a moment ago?"


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    """Return a window in whose studio something was just typed: nothing of it is written yet."""
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    room.open_own()
    made.go_studio()
    room.settle()
    qtbot.keyClick(QApplication.focusWidget() or made, Qt.Key.Key_Return)
    room.settle()
    studio_of(made).table.flush()
    room.settle()
    studio_of(made).table.set_field("prompt", "prompt", WORDS)
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


def studio_of(window: MainWindow) -> StudioPage:
    page = window._pages.studio
    assert page is not None
    return page


def file_of(window: MainWindow) -> Path:
    drafting = studio_of(window).table.drafting
    assert drafting is not None
    return drafting.path


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


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let no file be written."""

    def refuse(*_: object) -> None:
        happened = "The disk is full."
        raise OutputError(happened, safe="What was there before is untouched.")

    monkeypatch.setattr("readiness.exchange.atomic.atomic_write", refuse)
    return monkeypatch


def test_what_was_typed_a_moment_ago_is_written_before_it_closes(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    path = file_of(window)
    assert WORDS not in path.read_text("utf-8")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    room.settle()
    assert WORDS in path.read_text("utf-8")


@pytest.mark.usefixtures("window", "full")
def test_a_first_failure_while_closing_is_asked_about(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    window.close()
    room.settle()
    assert window.isVisible()
    assert question(window).windowTitle() == "A draft is not saved"
    choose(room, window, "stay")
    assert window.isVisible()
    assert studio_of(window).table.is_dirty
    window.close()
    room.settle()
    choose(room, window, "let-go")
    qtbot.waitUntil(lambda: not window.isVisible())


def test_once_there_is_room_it_closes_with_everything(
    qtbot: QtBot, room: Room, window: MainWindow, full: pytest.MonkeyPatch
) -> None:
    path = file_of(window)
    window.close()
    room.settle()
    choose(room, window, "stay")
    full.undo()
    studio_of(window).table.flush()
    room.settle()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert WORDS in path.read_text("utf-8")


def test_closing_without_waiting_for_the_file_would_lose_it(
    qtbot: QtBot, room: Room, window: MainWindow, full: pytest.MonkeyPatch
) -> None:
    """The twin: a window that takes it for written as soon as it was asked for."""
    path = file_of(window)
    full.setattr(window.studio, "may_close", studio_of(window).table.put_away)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    room.settle()
    assert WORDS not in path.read_text("utf-8")


def test_the_systems_end_of_a_session_writes_it_too(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    path = file_of(window)
    window.end()
    qtbot.waitUntil(lambda: not window.isVisible())
    room.settle()
    assert WORDS in path.read_text("utf-8")
