"""Erasing a person in the window, by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Participant
from readiness.domain.period import Period
from readiness.errors import NotSavedError
from readiness.services.assessing import Draft
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.widgets.two_line_choice import TwoLineChoice

MIRA = "Mira Holtzbrinck-Ngata"


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


def begin(room: Room) -> None:
    room.open_own()
    people = (Participant(role="Product lead", name=MIRA, lane="product"),)
    room.session.start_assessment(Draft(system="Search", period=Period(2026, 3), participants=people))
    room.settle()


def dialog_of(qtbot: QtBot, room: Room, window: MainWindow) -> Sheet:
    window.backups.show_people()
    room.settle()
    found = [one for one in window.findChildren(Sheet) if one.objectName() == "erase-dialog"]
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def text(dialog: Sheet, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_a_person_is_erased_by_keyboard_and_the_window_forgets_the_name(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    begin(room)
    dialog = dialog_of(qtbot, room, window)
    row = dialog.findChild(TwoLineChoice)
    assert row is not None
    assert row.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    erase = dialog.findChild(Button, "erase-now")
    assert erase is not None
    assert not erase.isEnabled()
    qtbot.waitUntil(lambda: "No backup holds" in text(dialog, "erase-backups"))
    while not isinstance(QApplication.focusWidget(), Field):
        press(qtbot, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, MIRA[:-1])
    assert not erase.isEnabled()
    qtbot.keyClicks(focused, MIRA[-1])
    assert erase.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    room.settle()
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert f"{MIRA} is erased" in bar.accessibleName()
    assert room.session.undo_stack.count() == 0
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    assert room.assessment.participants == (Participant(role="Product lead", lane="product"),)


def test_where_nobody_is_named_it_says_so(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    room.open_own()
    dialog = dialog_of(qtbot, room, window)
    assert "No name of a person" in text(dialog, "erase-words")
    close = dialog.findChild(Button, "erase-close")
    assert close is not None
    assert close.hasFocus()


def test_backups_that_hold_the_name_are_counted_with_how_to_remove_them(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    begin(room)
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    room.settle()
    dialog = dialog_of(qtbot, room, window)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1 backup holds the name" in text(dialog, "erase-backups"))
    assert "delete the others in their folder" in text(dialog, "erase-backups")
    folder = dialog.findChild(Button, "erase-folder")
    assert folder is not None
    assert folder.isVisible()


def test_where_the_disk_refuses_it_can_be_tried_again_at_once(
    qtbot: QtBot, room: Room, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        happened = "There is no room."
        raise NotSavedError(happened)

    begin(room)
    dialog = dialog_of(qtbot, room, window)
    press(qtbot, Qt.Key.Key_Space)
    field, erase = dialog.findChild(Field, "erase-name"), dialog.findChild(Button, "erase-now")
    assert field is not None
    assert erase is not None
    field.setText(MIRA)
    monkeypatch.setattr("readiness.services.erasing.erase", full)
    erase.click()
    qtbot.waitUntil(lambda: "no room" in text(dialog, "erase-fault"))
    assert erase.isEnabled()
    monkeypatch.undo()
    erase.click()
    room.settle()
    assert room.session.undo_stack.count() == 0
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert f"{MIRA} is erased" in bar.accessibleName()
