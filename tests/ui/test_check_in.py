"""A check-in by keyboard: promises first, one key for still true, and every wrong key does nothing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer, Driver, Target
from readiness.domain.check_in import CheckIn
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.assess.checkin_page import CheckInPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.level_card import LevelCard

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    qtbot: QtBot, room: Room, written_sample: Path, theme: Theme, icons: Icons
) -> Iterator[MainWindow]:
    """Return the window on a check-in of the sample's Checkout API for 2026-Q4."""
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    shutil.copy(written_sample, room.places.sample)
    made.files.open_sample()
    room.settle()
    last = room.session.home[0].assessments[-1]
    load = (Driver(id="orders", unit="orders/min", today=1200.0, target=12000.0),)
    target = Target(factor=10.0, by="2027-Q2")
    draft = Draft(system="Checkout API", period=Period(2026, 4), load=load, target=target)
    room.session.start_from(draft, last.id, "check-in")
    room.settle()
    yield made
    room.session.leave_assessment()
    room.settle()


@pytest.fixture
def page(window: MainWindow) -> CheckInPage:
    """Return the page of the check-in, as it opens."""
    return window.system.check_in


def press(qtbot: QtBot, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            qtbot.keyClicks(target, key)
        else:
            qtbot.keyClick(target, key, held)


def child(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def shown(page: QWidget, name: str) -> str:
    label = child(page, QLabel, name)
    assert isinstance(label, QLabel)
    assert label.isVisible()
    return label.text()


def check(page: CheckInPage) -> CheckIn:
    found = page.check
    assert found is not None
    return found


def to_the_first(qtbot: QtBot, page: CheckInPage) -> None:
    press(qtbot, Qt.Key.Key_Return, held=CTRL)
    assert page.current == check(page).asked[0].id


def answer(room: Room, id_: str) -> Answer:
    return room.assessment.agreed[id_]


def test_a_whole_check_in_is_done_by_keyboard_to_the_closing_page(
    qtbot: QtBot, room: Room, window: MainWindow, page: CheckInPage
) -> None:
    assert shown(page, "opening-title") == "First, what was promised"
    assert shown(page, "opening-words").startswith("21 of 74 questions are asked again, 53 are carried")
    press(qtbot, Qt.Key.Key_Return)  # the first promise is done
    press(qtbot, Qt.Key.Key_Return, held=CTRL)
    for _ in range(13):
        press(qtbot, "y")
    assert shown(page, "last-answer") == "Agreed on 2 in 2026‑Q3. It was a guess, so it is asked."
    press(qtbot, "g", "3", Qt.Key.Key_Right)
    while page.current:
        press(qtbot, "y")
    room.settle()
    assert shown(page, "check-in-end") == "21 of 21 asked, 53 carried"
    assert room.session.last_quarter is not None
    assert room.session.last_quarter.assessment.actions[0].state == "done"
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    room.settle()
    assert window.system.closing.isVisible()


def test_still_true_gives_the_same_answer_anew_and_goes_on(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    to_the_first(qtbot, page)
    id_, last = page.current, room.session.last_quarter
    assert last is not None
    press(qtbot, "y")
    room.settle()
    assert page.current == check(page).asked[1].id
    assert answer(room, id_).carried_from is None
    assert answer(room, id_).level == last.start.stood[id_].level
    assert answer(room, id_).at == ""


def test_a_guess_that_is_looked_at_is_no_guess_any_more_unless_one_says_so(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    guesses = [one.id for one in check(page).of("guess")]
    page.go_to(guesses[0])
    press(qtbot, "y", "g")
    assert answer(room, guesses[0]).sureness == "informed"
    assert answer(room, guesses[1]).sureness == "guess"
    assert answer(room, guesses[0]).level == answer(room, guesses[1]).level == 2


def test_an_unknown_is_asked_until_known_and_one_key_says_that_it_still_is(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    id_ = check(page).of("unknown")[0].id
    page.go_to(id_)
    assert shown(page, "last-answer").startswith("Nobody knew in 2026‑Q3.")
    assert child(page, QPushButton, "still-true").accessibleName() == "Still unknown"
    assert not child(page, QPushButton, "still-a-guess").isVisible()
    press(qtbot, "g")
    assert id_ not in room.assessment.agreed
    press(qtbot, "y")
    assert answer(room, id_).unknown


def test_digits_answer_what_changed_and_undo_goes_back_there(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    to_the_first(qtbot, page)
    id_ = page.current
    press(qtbot, "0")
    assert page.current == id_
    assert (answer(room, id_).level, answer(room, id_).note) == (0, "")
    press(qtbot, Qt.Key.Key_Right)
    room.session.undo_stack.undo()
    assert page.current == id_
    assert id_ not in room.assessment.agreed


@pytest.mark.parametrize("key", ["5", "9", "q", "z", "p", "l"])
def test_a_wrong_key_does_nothing(qtbot: QtBot, room: Room, page: CheckInPage, key: str) -> None:
    to_the_first(qtbot, page)
    id_, before = page.current, room.assessment.agreed
    press(qtbot, key)
    assert (page.current, room.assessment.agreed) == (id_, before)


def test_keys_of_questions_do_nothing_on_the_opening_page(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    before = room.assessment.agreed
    press(qtbot, "y", "g", "3", "d", "x")
    assert room.assessment.agreed == before
    assert page.current == ""


def test_single_keys_can_be_switched_off(qtbot: QtBot, room: Room, page: CheckInPage) -> None:
    to_the_first(qtbot, page)
    room.session.change_settings(replace(room.session.settings, single_keys=False))
    before = room.assessment.agreed
    press(qtbot, "y", "3")
    assert room.assessment.agreed == before


def test_last_quarters_level_is_marked_and_why_it_is_shown_is_said(qtbot: QtBot, page: CheckInPage) -> None:
    to_the_first(qtbot, page)
    cards = [card for card in page.findChildren(LevelCard) if "Last quarter" in card.accessibleName()]
    assert [card.level.number for card in cards] == [int(shown(page, "last-answer").split()[2])]
    assert shown(page, "why-shown").startswith("Shown because this is a check-in.")
    assert child(page, QWidget, "carry-age").accessibleName().endswith("in 2026‑Q3, now asked")


def test_a_finished_action_brings_its_question_among_those_asked(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    assert check(page).of("action") == ()
    row = child(page, QWidget, "promise-DAT-12-10")
    child(row, QAbstractButton, "option-done").setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert [one.id for one in check(page).of("action")] == ["DAT-12"]
    assert room.session.undo_stack.undoText() == "what became of DAT-12:10"
    room.session.undo_stack.undo()
    assert check(page).of("action") == ()
    room.settle()
    assert room.session.last_quarter is not None
    assert {action.state for action in room.session.last_quarter.assessment.actions} == {"planned"}


def test_an_old_limit_is_confirmed_with_todays_date(room: Room, page: CheckInPage) -> None:
    child(page, QPushButton, "limit-still-payment-supplier").setFocus()
    button = child(page, QPushButton, "limit-still-payment-supplier")
    assert isinstance(button, QPushButton)
    button.click()
    measured = {row.id: row.measured_on for row in room.assessment.limits}
    assert measured["payment-supplier"] == "2026-09-10"
    assert measured["orders-table"] == "2026-05-12"
    assert room.session.undo_stack.undoText() == "change of limits"


def test_todays_peak_is_changed_and_the_target_follows(
    qtbot: QtBot, room: Room, window: MainWindow, page: CheckInPage
) -> None:
    assert shown(page, "opening-peak") == "Today’s peak is 1,200 orders/min. Is it still?"
    button = child(page, QPushButton, "change-peak")
    assert isinstance(button, QPushButton)
    button.click()
    field = child(window, QLineEdit, "peak-orders")
    qtbot.waitUntil(field.isVisible, timeout=5_000)
    assert isinstance(field, QLineEdit)
    field.setText("none")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "above 0" in field.accessibleDescription()
    field.setText("1,500")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert room.assessment.load[0].today == 1500.0
    assert room.assessment.target == Target(factor=8.0, by="2027-Q2")


def test_a_carried_question_can_be_looked_at_and_taken_up(
    qtbot: QtBot, room: Room, page: CheckInPage
) -> None:
    id_ = check(page).fresh[0]
    page.go_to(id_)
    assert shown(page, "last-answer").endswith("It is carried; answering it here asks it anew.")
    assert [c.level.number for c in page.findChildren(LevelCard) if "Carried." in c.accessibleName()] == [
        answer(room, id_).level
    ]
    press(qtbot, "y")
    assert check(page).asking(id_) is not None
    assert shown(page, "check-in-place") == "1 of 22 asked, 52 carried"
    page.go_to(id_)
    press(qtbot, Qt.Key.Key_Delete)
    assert answer(room, id_).carried_from == "2026-Q3"


def test_groups_are_reached_with_ctrl_and_arrows(qtbot: QtBot, page: CheckInPage) -> None:
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, held=CTRL)
    assert page.current == check(page).of("guess")[0].id
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up, held=CTRL)
    assert page.current == ""


def test_all_can_be_asked_instead_and_undo_brings_the_carried_ones_back(
    qtbot: QtBot, room: Room, window: MainWindow, page: CheckInPage
) -> None:
    to_the_first(qtbot, page)
    press(qtbot, "y")
    button = child(page, QPushButton, "ask-all")
    assert isinstance(button, QPushButton)
    button.click()
    assert len(room.assessment.agreed) == 1
    assert window.system.assess.isVisible()
    assert room.session.undo_stack.undoText() == "ask all 74"
    room.session.undo_stack.undo()
    room.settle()
    assert page.isVisible()
    assert len(room.assessment.agreed) == 54


def test_it_resumes_where_it_was_left(qtbot: QtBot, room: Room, page: CheckInPage) -> None:
    to_the_first(qtbot, page)
    press(qtbot, "y", "y", "1")
    left, id_ = page.current, room.session.assessment_id
    room.session.leave_assessment()
    room.settle()
    assert id_ is not None
    room.session.open_assessment(id_)
    room.settle()
    assert page.current == left
    assert check(page).done == 3


def test_what_became_of_a_promise_is_on_disk(qtbot: QtBot, room: Room, page: CheckInPage) -> None:
    press(qtbot, Qt.Key.Key_Right)
    row = child(page, QWidget, "promise-DAT-04-10")
    assert child(row, QAbstractButton, "option-under_way").hasFocus()
    room.settle()
    id_ = room.session.assessment_id
    room.session.leave_assessment()
    room.settle()
    assert id_ is not None
    room.session.open_assessment(id_)
    room.settle()
    assert room.session.last_quarter is not None
    assert room.session.last_quarter.assessment.actions[0].state == "under_way"


def test_every_control_has_a_name_a_person_would_say(qtbot: QtBot, page: CheckInPage) -> None:
    to_the_first(qtbot, page)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard is not None
        assert heard.text(QAccessible.Text.Name).strip() or widget.focusProxy() is not None, (
            widget.objectName()
        )


def test_no_score_and_no_weight_is_shown(qtbot: QtBot, page: CheckInPage) -> None:
    to_the_first(qtbot, page)
    press(qtbot, "3")
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    for word in ("score", "counts three", "points", "%"):
        assert word not in words


def test_a_check_in_after_a_hand_over_has_its_header_again(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    check_in, title = room.session.assessment_id, child(window, QWidget, "system-title")
    assert check_in is not None
    draft = Draft(system="Search again", period=Period(2026, 3), scope="quick", mode="private")
    room.session.start_assessment(draft)
    room.settle()
    press(qtbot, "t")
    assert window.system.assess.isVisible()
    assert not title.isVisible()
    room.session.open_assessment(check_in)
    room.settle()
    assert title.isVisible()


def test_the_room_sees_what_is_asked_again_and_one_key_says_it_still_holds(
    qtbot: QtBot, room: Room, window: MainWindow, page: CheckInPage
) -> None:
    assert child(window.system, QAbstractButton, "present").isVisible()
    check = page.check
    assert check is not None
    asked = [one.id for one in check.asked]
    page.go_to(asked[0])
    press(qtbot, Qt.Key.Key_F5)
    talk, view = window.presenting.talk, window.presenting.view
    assert view is not None
    assert (talk.ids, talk.number()) == (tuple(asked), (1, len(asked)))
    qtbot.keyClick(view, Qt.Key.Key_Y)
    room.settle()
    assert room.assessment.agreed[asked[0]].level == 2
    assert (talk.current, page.current) == (asked[1], asked[1])
    qtbot.keyClick(view, Qt.Key.Key_3)
    room.settle()
    assert room.assessment.agreed[asked[1]].level == 3
    assert room.session.sitting.talk == ()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.presenting.view is None
    assert page.current == asked[1]


def test_the_end_before_the_room_is_the_last_question_and_all_can_be_walked(
    qtbot: QtBot, window: MainWindow, page: CheckInPage
) -> None:
    check = page.check
    assert check is not None
    page.go_to(check.asked[-1].id)
    press(qtbot, Qt.Key.Key_F5)
    talk, view = window.presenting.talk, window.presenting.view
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleName().startswith("That was the last question")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_W)
    assert len(talk.ids) == 74
    qtbot.keyClick(view, Qt.Key.Key_Escape)
