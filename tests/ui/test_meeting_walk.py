"""By keyboard alone: answer apart, reveal, agree, close and seal; leaving in the middle loses nothing."""

from collections.abc import Iterator

import pytest
from pressing import hold, let_go, part, press, read
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now
from two_sides import asked_of, start

from readiness.domain.counting import Side
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
WRONG = ("5", "9", "z", "ß", Qt.Key.Key_F7, Qt.Key.Key_Insert)


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    """Return the whole window, shown and active."""
    yield open_window(qtbot, room, theme, icons)
    room.settle()


def open_window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> MainWindow:
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made, before_close_func=_may_close)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


def _may_close(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    window._may_close = True


def answer_as(room: Room, window: MainWindow, side: Side, level: str) -> None:
    """Answer everything a side is asked, with a wrong key and a change of mind at each question."""
    for id_ in asked_of(room, side):
        assert window.system.assess.current == id_
        press(WRONG[len(id_) % len(WRONG)], "0", level, Qt.Key.Key_Right)
    room.settle()


def test_a_meeting_is_held_from_the_first_private_answer_to_the_seal_by_keyboard_alone(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    start(room)
    room.settle()
    assess, stack = window.system.assess, room.session.undo_stack

    press(ENTER)
    answer_as(room, window, "engineering", "1")
    press(ENTER, ENTER)
    answer_as(room, window, "product", "3")
    window.resize(1180, 720)
    press(ENTER)
    assert read(window, "handover-heading") == "Both sides have answered."
    with qtbot.waitSignal(room.session.revealed, timeout=5_000):
        hold(Qt.Key.Key_R)
    let_go(Qt.Key.Key_R)

    first = assess.current
    press("2")
    assert room.assessment.agreed[first].level == 2
    press(Qt.Key.Key_Z, held=CTRL)
    assert first not in room.assessment.agreed
    press(Qt.Key.Key_Y, held=CTRL)
    assert (room.assessment.agreed[first].level, stack.undoText()) == (2, f"agree {first}")
    press("]", "f", "Quota of the provider", Qt.Key.Key_Tab, "Ana Ruiz", ENTER)
    window.resize(1440, 900)
    while assess.current:
        press("2", Qt.Key.Key_Right)
    room.settle()

    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    room.settle()
    assert window.system.closing.isVisible()
    press(ENTER)
    assert part(window.system.closing, QLineEdit, "fact-owner").text() == "Ana Ruiz"
    press(Qt.Key.Key_Escape)
    press(ENTER, held=CTRL)
    room.settle()
    assert room.assessment.sealed
    sealed = room.assessment.agreed
    press("1", held=CTRL)
    press("0")
    room.settle()
    assert room.assessment.agreed == sealed
    assert {answer.level for answer in room.assessment.engineering.values()} == {1}
    assert {answer.level for answer in room.assessment.product.values()} == {3}


def test_who_leaves_in_the_middle_goes_on_where_it_was(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    open_window(qtbot, room, theme, icons)
    start(room)
    press(ENTER, "1", Qt.Key.Key_Right, "2", Qt.Key.Key_Right, "l")
    room.settle()
    ids = asked_of(room, "engineering")

    room.come_back()
    again = open_window(qtbot, room, theme, icons)
    room.session.open_assessment(room.session.home[0].assessments[-1].id)
    room.settle()
    assert read(again, "handover-heading") == "Please hand the laptop to Engineering."
    press(ENTER)

    assert [room.assessment.engineering[id_].level for id_ in ids[:2]] == [1, 2]
    assert again.system.assess.current == ids[3]
    press("3")
    room.settle()
    assert room.assessment.engineering[ids[3]].level == 3
