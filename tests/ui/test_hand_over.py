"""Handing the workspace over from the window, by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar


@pytest.fixture
def window(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written_sample: Path
) -> Iterator[MainWindow]:
    shutil.copy(written_sample, room.places.sample)
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.files.open_sample()
    room.settle()
    yield made
    made.hide()
    made.deleteLater()


def ask_for_it(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    """Ask by keyboard alone."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = [dialog for dialog in window.findChildren(Sheet) if dialog.isVisible()]
    field = palette.findChild(Field, "palette-field")
    assert field is not None
    qtbot.keyClicks(field, "hand over")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    room.settle()


def test_a_folder_is_chosen_and_the_bar_says_what_is_in_it(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    ask_for_it(qtbot, room, window)
    (folder,) = tmp_path.glob("sample hand-over *")
    assert {path.name for path in folder.iterdir()} == {"sample.readiness", "Open points.txt"}
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert f"Ready to hand over: {folder.name}" in bar.accessibleName()
    assert "a list of what is open" in bar.accessibleName()


def test_a_second_time_is_refused_in_words(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    for _ in range(2):
        ask_for_it(qtbot, room, window)
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert "cannot be made" in bar.accessibleName()


def test_without_a_folder_nothing_happens(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    ask_for_it(qtbot, room, window)
    assert not list(tmp_path.glob("*hand-over*"))
