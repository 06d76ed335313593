"""New assessment: who answers on which side, several drivers, the mode; and the frame changed later."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer, Driver, Participant, Target
from readiness.domain.lanes import Lanes
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.dialogs.lanes_dialog import LanesDialog
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import DriverForm, SetupForm, draft_from, form_from
from readiness.ui.pages.setup_page import SetupPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field

ShowSetup = Callable[..., SetupPage]
W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def show_setup(qtbot: QtBot, theme: Theme, icons: Icons) -> ShowSetup:
    def show(room: Room, system: str | None = "", width: int = 1356, height: int = 824) -> SetupPage:
        page = SetupPage(room.session, theme, icons, now)
        page.resize(width, height)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if system is not None:
            page.begin(system)
            room.settle()
        return page

    return show


def child(page: QWidget, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def asked(page: SetupPage, place: int) -> str:
    return child(page, QLabel, f"asked-{place}").text()


def name_system(qtbot: QtBot, page: SetupPage, name: str) -> None:
    line = child(page, QComboBox, "system").lineEdit()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, name)


def test_each_side_is_told_how_much_it_is_asked(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)

    assert asked(page, 1) == "33 questions, about 17 min"
    assert asked(page, 2) == "71 questions, about 36 min"
    child(page, QAbstractButton, "scope-quick").click()
    assert asked(page, 2).startswith("15 questions")
    child(page, QAbstractButton, "mode-live").click()
    assert asked(page, 1) == "in the meeting"


def test_private_first_is_offered_first_and_both_say_their_minutes(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    private, live = (child(page, QAbstractButton, name) for name in ("mode-private", "mode-live"))

    assert private.isChecked()
    assert private.accessibleDescription() == "apart and hidden, then 90 min"
    assert live.accessibleDescription() == "two sessions of 75 min"


def test_start_says_who_begins(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    start = child(page, QAbstractButton, "start-assessment")

    assert start.text() == "Start with Engineering"
    child(page, QAbstractButton, "mode-live").click()
    assert start.text() == "Start"
    child(page, QAbstractButton, "mode-private").click()
    page.people.take_lanes(Lanes(product="Shop", alone="product"))
    assert start.text() == "Start with Shop"


def test_starting_hands_over_to_engineering_by_keyboard(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    name_system(qtbot, page, "Checkout API")
    qtbot.keyClicks(child(page, QLineEdit, "person-2"), "Ana Ruiz")
    qtbot.keyClicks(child(page, QLineEdit, "role-2"), "Engineering lead")
    with qtbot.waitSignal(room.session.assessment_opened):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)

    assert (room.session.side, room.session.who) == ("engineering", "Ana Ruiz")
    assert (room.assessment.mode, room.assessment.revealed) == ("private", False)
    assert room.assessment.participants == (
        Participant(role="Engineering lead", name="Ana Ruiz", lane="engineering"),
    )


def test_two_people_on_a_side_leave_open_who_answers(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    name_system(qtbot, page, "Checkout API")
    for place, name in ((2, "Ana"), (4, "Dev")):
        qtbot.keyClicks(child(page, QLineEdit, f"role-{place - (place == 4)}"), "Engineer")
        qtbot.keyClicks(child(page, QLineEdit, f"person-{place - (place == 4)}"), name)
    child(page, QAbstractButton, "lane-3").setFocus()
    qtbot.keyClick(child(page, QAbstractButton, "lane-3"), Qt.Key.Key_Left)
    with qtbot.waitSignal(room.session.assessment_opened):
        page.start()

    assert (room.session.side, room.session.who) == ("engineering", "")
    assert [person.lane for person in room.assessment.participants] == ["engineering", "engineering"]


def test_a_live_meeting_is_handed_to_nobody(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    name_system(qtbot, page, "Checkout API")
    child(page, QAbstractButton, "mode-live").click()
    with qtbot.waitSignal(room.session.assessment_opened):
        page.start()

    assert room.session.side is None
    assert room.assessment.revealed


def test_a_lane_is_changed_with_arrows_or_from_its_list(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    mark = child(page, QAbstractButton, "lane-1")
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Left)
    assert mark.accessibleName() == "Lane of person 1: Product"
    qtbot.keyClick(mark, Qt.Key.Key_Right)
    assert mark.accessibleName() == "Lane of person 1: Engineering"

    qtbot.keyClick(mark, Qt.Key.Key_Return)
    menu = child(page, QMenu, "lanes")
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert mark.accessibleName() == "Lane of person 1: Facilitator"
    assert asked(page, 1) == ""


def test_ctrl_enter_on_a_mark_starts_and_opens_no_list(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    mark = child(page, QAbstractButton, "lane-1")
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Return, CTRL)

    assert page.findChild(QMenu, "lanes") is None
    assert page.scope.system.error == "Give the system a name."


def test_the_lead_who_is_named_signs(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    qtbot.keyClicks(child(page, QLineEdit, "person-1"), "Mira Holt")
    box = child(page, QAbstractButton, "target-agreed")

    assert "Mira Holt" in words(page)
    assert "assumption" not in words(child(page, QWidget, "signed"))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "engineering’s assumption" in words(page)
    assert not page.form.agreed


def test_a_further_driver_counts_where_it_grows_more(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    for field, text in (("unit", "orders"), ("today", "100"), ("target", "300")):
        qtbot.keyClicks(child(page, Field, f"growth-{field}"), text)
    more = child(page, QAbstractButton, "one-more-driver")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert child(page, Field, "growth-unit-2").hasFocus()
    for field, text in (("unit-2", "GB stored"), ("today-2", "10"), ("target-2", "50")):
        qtbot.keyClicks(child(page, Field, f"growth-{field}"), text)

    assert child(page, QLabel, "factor").text() == "5×"
    assert "the largest of 2" in words(page)
    draft = draft_from(replace(page.form, system="A"))
    assert [driver.id for driver in draft.load] == ["orders", "gb-stored"]
    assert draft.target == Target(factor=5.0, by="2027-Q3")


def test_three_drivers_are_the_most_and_each_further_one_can_go_again(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    page.growth.add_driver()
    qtbot.keyClicks(child(page, Field, "growth-unit-2"), "one")
    page.growth.add_driver()
    qtbot.keyClicks(child(page, Field, "growth-unit-3"), "two")
    assert not child(page, QAbstractButton, "one-more-driver").isVisible()

    out = child(page, QAbstractButton, "growth-out-2")
    out.setFocus()
    qtbot.keyClick(out, Qt.Key.Key_Return)
    assert [driver.unit for driver in page.form.drivers] == ["", "two"]
    assert child(page, QAbstractButton, "one-more-driver").hasFocus()


def test_the_sides_are_named_by_keyboard(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    opener = child(page, QAbstractButton, "edit-sides")
    opener.setFocus()
    qtbot.keyClick(opener, Qt.Key.Key_Return)
    dialog = child(page, LanesDialog, "lanes-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    first = QApplication.focusWidget()
    assert first is child(dialog, Field, "lane-name-product")
    qtbot.keyClicks(first, "Shop")
    both = child(dialog, QAbstractButton, "answering-both")
    both.setFocus()
    qtbot.keyClick(both, Qt.Key.Key_Down)
    qtbot.keyClicks(child(dialog, Field, "lane-guest"), "Finance")
    qtbot.keyClick(child(dialog, Field, "lane-guest"), Qt.Key.Key_Return)

    assert page.form.lanes == Lanes(product="Shop", alone="product", guest="Finance")
    assert "Shop answers alone; printed as one view only. Finance may add notes." in words(page)
    assert asked(page, 2) == "does not answer"


def test_escape_leaves_the_sides_as_they_were(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    page.people.ask_for_sides()
    dialog = child(page, LanesDialog, "lanes-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(child(dialog, Field, "lane-name-product"), "Shop")
    dialog.reject()

    assert page.form.lanes == Lanes()


def test_the_team_is_kept_with_the_system(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    name_system(qtbot, page, "Checkout API")
    qtbot.keyClicks(child(page, Field, "team"), "Checkout")
    with qtbot.waitSignal(room.session.assessment_opened):
        page.start()
    room.session.leave_assessment()
    room.settle()

    assert room.session.home[0].team == "Checkout"
    page.begin("Checkout API")
    assert child(page, Field, "team").text() == "Checkout"


@pytest.mark.parametrize("width", [1096, 1356])
def test_every_step_is_a_key_away_and_the_button_is_always_there(
    qtbot: QtBot, room: Room, show_setup: ShowSetup, width: int
) -> None:
    room.open_own()
    page = show_setup(room, width=width, height=720)
    start = child(page, QAbstractButton, "start-assessment")
    steps = {
        Qt.Key.Key_1: "system",
        Qt.Key.Key_2: "growth-unit",
        Qt.Key.Key_3: "person-1",
        Qt.Key.Key_4: "scope-full",
    }
    for key, name in steps.items():
        qtbot.keyClick(page, key, ALT)
        qtbot.wait(10)
        field = child(page, QWidget, name)
        top = field.mapTo(page.board.viewport(), field.rect().topLeft()).y()
        assert field.hasFocus()
        assert 0 <= top < page.board.viewport().height() - field.height() + 1
        assert start.visibleRegion().boundingRect() == start.rect()


def test_a_frame_comes_back_exactly_as_it_was() -> None:
    draft = Draft(
        system="A",
        period=Period(2026, 3),
        load=(
            Driver(id="load", unit="orders", today=1234567.891, target=9876543.21, tested=0.0, peak="May"),
            Driver(id="other", unit="x" * 90, today=1.0, target=2.0, peak="kept, though not shown"),
        ),
        target=Target(factor=9876543.21 / 1234567.891, by="2027-Q2"),
        participants=(Participant(role="Product lead", lane="product"),),
        lanes=Lanes(guest="Finance"),
    )

    assert draft_from(form_from(draft, draft.period)).load == draft.load


def test_a_target_without_a_load_is_kept_until_a_load_is_written() -> None:
    draft = Draft(system="A", period=Period(2026, 3), target=Target(factor=4.0, by="2027-Q1"))
    form = form_from(draft, draft.period)

    assert draft_from(form).target == draft.target
    written = replace(form, drivers=(DriverForm(unit="orders", today="1", target="2"),))
    assert draft_from(written).target == Target(factor=2.0, by="2027-Q1")


def test_two_drivers_of_one_name_have_two_ids() -> None:
    one = DriverForm(unit="orders", today="1", target="2")
    form = SetupForm(system="A", period=Period(2026, 3), drivers=(one, one, one))

    assert [driver.id for driver in draft_from(form).load] == ["orders", "orders-2", "orders-3"]


def test_the_frame_of_an_open_assessment_is_changed_and_undone(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.start()
    page = show_setup(room, None)
    page.edit()
    room.settle()
    assert "Set-up" in words(page)
    assert "Checkout API, 2026‑Q3" in words(page)
    assert not child(page, QComboBox, "system").isEnabled()
    assert not child(page, QAbstractButton, "scope-quick").isEnabled()

    qtbot.keyClicks(child(page, QWidget, "scope-in"), "Cart to receipt")
    child(page, QAbstractButton, "mode-private").click()
    with qtbot.waitSignal(page.framed):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    room.settle()
    assert (room.assessment.scope_in, room.assessment.mode) == ("Cart to receipt", "private")

    room.session.undo_stack.undo()
    assert (room.assessment.scope_in, room.assessment.mode) == ("", "live")


def test_the_team_of_an_open_assessment_is_changed_with_the_scope_and_undone_in_one_step(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.start()
    page = show_setup(room, None)
    page.edit()
    room.settle()
    qtbot.keyClicks(child(page, QLineEdit, "team"), "Payments")
    qtbot.keyClicks(child(page, QWidget, "scope-in"), "Cart to receipt")
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    room.settle()
    assert (room.session.home[0].team, room.assessment.scope_in) == ("Payments", "Cart to receipt")

    room.session.undo_stack.undo()
    room.settle()
    assert (room.session.home[0].team, room.assessment.scope_in) == ("", "")
    assert not room.session.undo_stack.canUndo()


def test_the_plan_that_the_target_is_taken_from_is_kept_with_it(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    plan = "2027 sales plan, 20 August"
    written = {"growth-unit": "orders", "growth-today": "10", "growth-target": "100", "target-source": plan}
    for name, text in written.items():
        qtbot.keyClicks(child(page, QLineEdit, name), text)
    draft = draft_from(page.form)

    assert draft.target == Target(factor=10.0, by=page.form.by, source=plan)
    assert form_from(draft, draft.period).source == "2027 sales plan, 20 August"


def test_the_mode_stays_once_somebody_answered(room: Room, show_setup: ShowSetup) -> None:
    room.start()
    room.session.answer("ARC-01", Answer(level=2))
    page = show_setup(room, None)
    page.edit()
    room.settle()

    assert not child(page, QAbstractButton, "mode-private").isEnabled()
    assert child(page, QAbstractButton, "mode-live").isEnabled()
    assert "fixed: answers belong to these questions" in words(page)


def test_leaving_the_frame_changes_nothing(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.start()
    page = show_setup(room, None)
    page.edit()
    room.settle()
    qtbot.keyClicks(child(page, QWidget, "scope-in"), "Cart")
    with qtbot.waitSignal(page.framed):
        child(page, QAbstractButton, "cancel-setup").click()

    assert room.assessment.scope_in == ""
    assert not room.session.undo_stack.canUndo()


def words(page: QWidget) -> str:
    """Return every text that is shown."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
