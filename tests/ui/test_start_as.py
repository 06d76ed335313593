"""New assessment: how a quarter starts from the last one, with its numbers."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.period import Period
from readiness.services.beginning import StartOffer
from readiness.ui.icons import Icons
from readiness.ui.pages.setup.start_as_row import StartAsRow
from readiness.ui.pages.setup_page import SetupPage
from readiness.ui.theme import Theme

Begin = Callable[[str], SetupPage]
OFFER = StartOffer(previous_id=7, period=Period(2026, 3), suggested="check-in", asked=28, carried=46)


@pytest.fixture
def begin(qtbot: QtBot, sample_room: Room, theme: Theme, icons: Icons) -> Begin:
    def go(system: str) -> SetupPage:
        page = SetupPage(sample_room.session, theme, icons, now)
        page.resize(1356, 1000)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
        page.begin(system)
        sample_room.settle()
        return page

    return go


def choice(page: QWidget, how: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, f"start-{how}")
    assert isinstance(found, QAbstractButton)
    return found


def test_a_check_in_is_offered_with_its_numbers_and_chosen(begin: Begin) -> None:
    page = begin("Checkout API")

    assert choice(page, "check-in").isChecked()
    assert choice(page, "check-in").accessibleDescription() == "21 asked, 53 carried from 2026‑Q3"
    assert choice(page, "full").accessibleDescription() == "all 74 asked, limits kept"


def test_start_carries_what_was_offered(qtbot: QtBot, sample_room: Room, begin: Begin) -> None:
    page = begin("Checkout API")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sample_room.settle()

    assert sample_room.assessment.period == Period(2026, 4)
    assert len(sample_room.assessment.agreed) == 53
    assert sample_room.assessment.journeys[0] == "Pay for a basket"


def test_start_waits_for_the_offer_that_is_being_read(
    qtbot: QtBot, sample_room: Room, theme: Theme, icons: Icons
) -> None:
    page = SetupPage(sample_room.session, theme, icons, now)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.begin("Checkout API")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sample_room.session.assessment is None
    sample_room.settle()

    assert sample_room.assessment.period == Period(2026, 4)
    assert len(sample_room.assessment.agreed) == 53, "the check-in that was suggested, not an empty one"


def test_another_way_is_chosen_by_keyboard(qtbot: QtBot, sample_room: Room, begin: Begin) -> None:
    page = begin("Checkout API")
    choice(page, "check-in").setFocus()
    qtbot.keyClick(choice(page, "check-in"), Qt.Key.Key_Down)
    page.start()
    sample_room.settle()

    assert (sample_room.assessment.agreed, len(sample_room.assessment.limits)) == ({}, 9)


def test_a_system_without_a_quarter_before_starts_from_nothing(begin: Begin) -> None:
    page = begin("")

    assert not choice(page, "check-in").isVisible()
    assert (page.form.start_as, page.form.previous_id) == ("fresh", None)


def test_the_numbers_follow_the_scope_and_the_system(sample_room: Room, begin: Begin) -> None:
    page = begin("Checkout API")
    quick = page.findChild(QAbstractButton, "scope-quick")
    assert quick is not None
    quick.click()
    sample_room.settle()
    assert choice(page, "check-in").accessibleDescription().startswith("6 asked, 9 carried")

    combo = page.findChild(QComboBox, "system")
    line = None if combo is None else combo.lineEdit()
    assert isinstance(line, QLineEdit)
    line.setText("Something new")
    page.scope.system_changed.emit("Something new")
    page.scope.edited.emit()
    sample_room.settle()
    assert page.form.previous_id is None


def test_reading_the_offer_is_no_change_of_the_users(begin: Begin) -> None:
    assert begin("Checkout API")._is_untouched()


def row(qtbot: QtBot, theme: Theme, offer: StartOffer) -> StartAsRow:
    made = StartAsRow(theme)
    qtbot.addWidget(made)
    made.show_offer(offer)
    made.show()
    return made


def note(page: StartAsRow) -> str:
    label = page.findChild(QLabel, "start-note")
    assert isinstance(label, QLabel)
    return label.text()


def test_once_a_year_it_says_why_all_is_asked(qtbot: QtBot, theme: Theme) -> None:
    shown = row(qtbot, theme, replace(OFFER, suggested="full", full_since=Period(2025, 4)))

    assert (shown.how, note(shown)) == (
        "full",
        "Everything was last asked in 2025‑Q4; once a year it is asked again.",
    )


def test_where_nothing_can_be_carried_it_says_why(qtbot: QtBot, theme: Theme) -> None:
    offer = StartOffer(
        previous_id=7, period=Period(2026, 3), suggested="full", asked=74, carried=0, obstacle="No way."
    )
    shown = row(qtbot, theme, offer)

    assert not choice(shown, "check-in").isEnabled()
    assert (shown.how, note(shown)) == ("full", "Nothing can be carried. No way.")


def test_what_was_chosen_stays_when_the_numbers_change(qtbot: QtBot, theme: Theme) -> None:
    shown = row(qtbot, theme, OFFER)
    choice(shown, "fresh").click()
    shown.show_offer(
        StartOffer(previous_id=7, period=Period(2026, 3), suggested="check-in", asked=9, carried=6)
    )

    assert shown.how == "fresh"
