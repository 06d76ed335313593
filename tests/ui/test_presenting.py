"""Which screen the room looks at, and the windows that open and close for it."""

from collections.abc import Callable

import pytest
from meeting_rooms import private
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.ui.displays import Display, are_mirrored, other_than, under
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.presenting import Presenting
from readiness.ui.theme import Theme

LAPTOP = Display("eDP-1", "Laptop", QRect(0, 0, 1440, 900))
WALL = Display("HDMI-1", "Projector", QRect(1440, 0, 1920, 1080))
COPY = Display("HDMI-2", "Projector", QRect(0, 0, 1280, 720))
Present = Callable[..., Presenting]


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> MainWindow:
    """Return the whole window on a meeting after the reveal."""
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    private(room)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def present(window: MainWindow) -> Present:
    """Return how to have presenting with screens of one's own."""

    def make(*found: Display) -> Presenting:
        window.presenting._find = lambda: found
        return window.presenting

    return make


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, held)


def dialog(window: MainWindow) -> QWidget | None:
    found = window.findChild(QWidget, "screen-dialog")
    return found if isinstance(found, QWidget) and found.isVisible() else None


def test_screens_that_lie_over_each_other_show_the_same() -> None:
    assert are_mirrored((LAPTOP, COPY))
    assert not are_mirrored((LAPTOP, WALL))
    assert not are_mirrored((LAPTOP,))


def test_the_likely_screen_is_the_one_the_window_is_not_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(1500, 10, 400, 300)
    assert under((LAPTOP, WALL), window) == WALL
    assert other_than((LAPTOP, WALL), WALL) == LAPTOP
    assert other_than((LAPTOP,), LAPTOP) == LAPTOP


def test_nothing_is_built_before_it_is_asked_for(window: MainWindow) -> None:
    assert (window.presenting.view, window.presenting._talk, window.presenting._conductor) == (None,) * 3


def test_f5_presents_alone_on_one_screen_and_esc_leaves(
    qtbot: QtBot, window: MainWindow, present: Present
) -> None:
    presenting = present(LAPTOP)
    press(qtbot, Qt.Key.Key_F5)
    assert presenting.view is not None
    assert presenting.facilitator is None
    assert presenting.view.isFullScreen()
    assert not presenting.conductor.is_mirrored
    qtbot.waitUntil(presenting.view.isActiveWindow)
    press(qtbot, Qt.Key.Key_Escape)
    assert not presenting.is_on
    qtbot.waitUntil(window.isActiveWindow)


def test_a_mirrored_screen_is_presented_alone_and_said(qtbot: QtBot, present: Present) -> None:
    presenting = present(LAPTOP, COPY)
    press(qtbot, Qt.Key.Key_F5)
    assert presenting.facilitator is None
    assert presenting.conductor.is_mirrored


def test_with_two_screens_one_is_asked_for_once(
    qtbot: QtBot, room: Room, window: MainWindow, present: Present
) -> None:
    presenting = present(LAPTOP, WALL)
    press(qtbot, Qt.Key.Key_F5)
    asked = dialog(window)
    assert asked is not None
    assert not presenting.is_on
    qtbot.waitUntil(asked.isActiveWindow)
    names = [button.accessibleName() for button in asked.findChildren(QAbstractButton)]
    assert names[:2] == ["1: Laptop, 1440 × 900 (this window is here)", "2: Projector, 1920 × 1080"]
    press(qtbot, Qt.Key.Key_Return)
    assert presenting.facilitator is not None
    assert room.session.settings.presenter_screen == "HDMI-1"

    presenting.stop()
    window.setFocus()
    presenting.start()
    assert presenting.is_on, "the choice is remembered"


def test_another_screen_can_be_asked_for(qtbot: QtBot, window: MainWindow, present: Present) -> None:
    presenting = present(LAPTOP, WALL)
    presenting.present(WALL)
    presenting.stop()
    presenting.start_elsewhere()
    assert dialog(window) is not None
    press(qtbot, Qt.Key.Key_Escape)
    assert not presenting.is_on


def test_either_window_closes_both(present: Present) -> None:
    presenting = present(LAPTOP, WALL)
    presenting.present(WALL)
    assert presenting.facilitator is not None
    presenting.facilitator.close()
    assert not presenting.is_on
    presenting.present(WALL)
    assert presenting.view is not None
    presenting.view.close()
    assert not presenting.is_on


def test_presenting_starts_the_clock_and_leaving_lets_it_run(room: Room, present: Present) -> None:
    clock = room.session.meeting_clock
    assert clock is not None
    presenting = present(LAPTOP)
    presenting.start()
    assert clock.is_running
    assert clock.state.at.startswith("pillar:")
    presenting.stop()
    assert clock.is_running


def test_leaving_the_assessment_ends_it(room: Room, present: Present) -> None:
    presenting = present(LAPTOP)
    presenting.start()
    room.session.leave_assessment()
    room.settle()
    assert not presenting.is_on


def test_another_assessment_ends_it(room: Room, present: Present) -> None:
    presenting = present(LAPTOP)
    presenting.start()
    room.start("Search")
    assert not presenting.is_on


def test_the_order_and_what_was_left_open_are_kept_while_the_window_lives(present: Present) -> None:
    presenting = present(LAPTOP)
    presenting.start()
    first, second = presenting.talk.ids[:2]
    presenting.talk.turn_to(presenting.talk.ids[2])
    presenting.talk.move(second, -1)
    presenting.stop()
    presenting.start()
    assert presenting.talk.ids[:2] == (second, first)


def test_the_header_offers_it_and_the_window_closes_what_it_opened(
    qtbot: QtBot, room: Room, window: MainWindow, present: Present
) -> None:
    presenting = present(LAPTOP)
    button = window.findChild(QAbstractButton, "present")
    assert isinstance(button, QAbstractButton)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presenting.is_on
    window.close()
    room.settle()
    assert not presenting.is_on
