"""The clock in the header: it says, it nudges, and it goes where there is nothing to meet about."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import an_assessment
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from readiness.domain.minutes import MeetingPlan, Slot
from readiness.ui.dialogs.box_dialog import BoxDialog
from readiness.ui.icons import Icons
from readiness.ui.meeting_clock import MeetingClock
from readiness.ui.theme import Theme
from readiness.ui.widgets.clock_button import ClockButton

PLAN = MeetingPlan(kind="live", slots=(Slot(kind="frame", minutes=75),))


@pytest.fixture
def clock(qtbot: QtBot) -> MeetingClock:  # noqa: ARG001 - an application must be there
    return MeetingClock(PLAN, lambda: 0.0)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def button(theme: Theme, clock: MeetingClock, holder: QWidget) -> ClockButton:
    made = ClockButton(theme, holder)
    made.show_clock(clock, an_assessment())
    return made


def test_it_says_what_is_planned_then_what_is_left(button: ClockButton, clock: MeetingClock) -> None:
    assert button.text_shown == "75 min planned"
    clock.start()
    clock.elapse(18 * 60)
    assert button.text_shown == "57 min left, on pace"
    assert button.accessibleName() == "57 minutes left of 75, on pace"
    clock.pause()
    assert button.text_shown == "57 min left, paused"
    clock.elapse(63 * 60)
    assert button.text_shown.startswith("6 min over")


def test_without_a_box_it_is_gone(button: ClockButton, clock: MeetingClock) -> None:
    assert button.isVisible()
    clock.set_box(None)
    assert not button.isVisible()


def test_what_is_sealed_or_private_has_no_meeting(button: ClockButton, clock: MeetingClock) -> None:
    button.show_clock(clock, replace(an_assessment(), sealed=True))
    assert not button.isVisible()
    button.show_clock(clock, replace(an_assessment(), revealed=False))
    assert not button.isVisible()
    button.show_clock(clock, an_assessment())
    assert button.isVisible()
    button.set_place(is_meeting=False)
    assert not button.isVisible()


def test_where_room_is_short_it_says_only_what_is_left(button: ClockButton, clock: MeetingClock) -> None:
    clock.elapse(60)
    assert button.minimumSizeHint().width() < 0.6 * button.sizeHint().width()
    button.resize(button.minimumSizeHint())
    assert not button.grab().isNull()


Dialog = Callable[[], BoxDialog]


@pytest.fixture
def dialog(clock: MeetingClock, theme: Theme, icons: Icons, holder: QWidget) -> Dialog:
    def make() -> BoxDialog:
        made = BoxDialog(clock, theme, icons, holder)
        made.open()
        return made

    return make


def typed(qtbot: QtBot, made: BoxDialog, text: str) -> None:
    field = made.findChild(QLineEdit, "box-minutes")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_box_is_edited(qtbot: QtBot, clock: MeetingClock, dialog: Dialog) -> None:
    typed(qtbot, dialog(), "60")
    assert clock.state.box == 60
    typed(qtbot, dialog(), "")
    assert clock.state.box is None


def test_no_meeting_takes_ten_hours(qtbot: QtBot, clock: MeetingClock, dialog: Dialog) -> None:
    made = dialog()
    typed(qtbot, made, "600")
    assert made.isVisible()
    assert clock.state.box == 75
    made.reject()


def test_the_clock_is_started_and_paused(qtbot: QtBot, clock: MeetingClock, dialog: Dialog) -> None:
    for is_running in (True, False):
        made = dialog()
        button = made.findChild(QPushButton, "box-pause")
        assert isinstance(button, QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert clock.is_running is is_running
