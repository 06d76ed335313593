"""The limits table by keyboard: add, edit, remove, twelve at most, and never on a sealed assessment."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import MOST_LIMITS, Answer, Limit
from readiness.ui.icons import Icons
from readiness.ui.models.limits_model import DATE, LIMIT, RESOURCE, USED
from readiness.ui.pages.limits.limit_dialog import LimitDialog
from readiness.ui.pages.limits_page import LimitsPage
from readiness.ui.theme import Theme

LIMITS = (
    Limit(id="bus", resource="Event bus", used=9.0, limit=60.0),
    Limit(id="db-connections", resource="Orders database, connections", used=460.0, limit=600.0),
    Limit(id="mail", resource="Receipt mail", used=1150.0),
)


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> LimitsPage:
    """Return the page on a new assessment, shown and with the keys."""
    made = LimitsPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1096, 644)
    room.start()
    with qtbot.waitActive(made):
        made.show()
    return made


def press(qtbot: QtBot, page: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(page, key)


def dialog(page: LimitsPage) -> LimitDialog | None:
    found = page.window().findChildren(LimitDialog)
    return next((shown for shown in found if shown.isVisible()), None)


def opened(page: LimitsPage) -> LimitDialog:
    shown = dialog(page)
    assert shown is not None
    return shown


def write(qtbot: QtBot, asked: QDialog, **texts: str) -> None:
    for name, text in texts.items():
        field = asked.findChild(QLineEdit, f"limit-{name}")
        assert isinstance(field, QLineEdit)
        field.clear()
        qtbot.keyClicks(field, text)


def model(page: LimitsPage) -> QAbstractItemModel:
    return page.table.model()


def column(page: LimitsPage, place: int) -> list[str]:
    rows = model(page).rowCount()
    return [str(model(page).index(row, place).data()) for row in range(rows)]


def test_smallest_first_unknown_last_and_s_brings_the_order_of_adding(
    qtbot: QtBot, room: Room, page: LimitsPage
) -> None:
    room.session.set_limits(LIMITS)
    assert column(page, RESOURCE) == ["Orders database, connections", "Event bus", "Receipt mail"]
    press(qtbot, page, Qt.Key.Key_S)
    assert column(page, RESOURCE) == ["Event bus", "Orders database, connections", "Receipt mail"]


def test_a_day_is_said_as_people_write_it(room: Room, page: LimitsPage) -> None:
    room.session.set_limits((replace(LIMITS[1], measured_on="2026-08-28"), LIMITS[2]))
    assert column(page, DATE) == ["28\u00a0Aug\u00a02026", "–"]


def test_a_limit_is_changed_by_enter_and_keeps_its_id(qtbot: QtBot, room: Room, page: LimitsPage) -> None:
    room.session.set_limits(LIMITS)
    page.table.selectRow(0)
    press(qtbot, page, Qt.Key.Key_Return)
    write(qtbot, opened(page), limit="1,200")
    qtbot.keyClick(opened(page), Qt.Key.Key_Return)
    changed = next(limit for limit in room.assessment.limits if limit.id == "db-connections")
    assert changed.limit == 1200.0
    assert room.session.undo_stack.undoText() == "change of limits"


def test_escape_leaves_the_form_and_changes_nothing(qtbot: QtBot, room: Room, page: LimitsPage) -> None:
    room.session.set_limits(LIMITS)
    page.table.selectRow(0)
    press(qtbot, page, Qt.Key.Key_Return)
    write(qtbot, opened(page), limit="1")
    qtbot.keyClick(opened(page), Qt.Key.Key_Escape)
    assert dialog(page) is None
    assert room.assessment.limits == LIMITS


def test_an_offered_row_brings_the_id_that_combinations_look_for(
    qtbot: QtBot, room: Room, page: LimitsPage
) -> None:
    press(qtbot, page, Qt.Key.Key_Insert)
    offered = opened(page).findChild(QComboBox, "offered-limit")
    assert isinstance(offered, QComboBox)
    place = next(row for row in range(offered.count()) if "connections" in offered.itemText(row))
    offered.setCurrentIndex(place)
    offered.activated.emit(place)
    write(qtbot, opened(page), used="460", limit="600")
    qtbot.keyClick(opened(page), Qt.Key.Key_Return)
    assert [limit.id for limit in room.assessment.limits] == ["db-connections"]


def test_a_form_with_a_fault_stays_open_and_says_how_to_mend_it(
    qtbot: QtBot, room: Room, page: LimitsPage
) -> None:
    press(qtbot, page, Qt.Key.Key_Insert)
    write(qtbot, opened(page), resource="Event bus", used="-3")
    qtbot.keyClick(opened(page), Qt.Key.Key_Return)
    used = opened(page).findChild(QLineEdit, "limit-used")
    assert isinstance(used, QLineEdit)
    assert used.accessibleDescription() == "Write a number above 0, like 1,200."
    assert room.assessment.limits == ()
    qtbot.keyClick(opened(page), Qt.Key.Key_Escape)


def test_twelve_are_enough(qtbot: QtBot, room: Room, page: LimitsPage) -> None:
    many = tuple(Limit(id=f"l{n}", resource=f"Resource {n}") for n in range(MOST_LIMITS))
    room.session.set_limits(many[:-1])
    assert add(page).isEnabled()
    room.session.set_limits(many)
    assert not add(page).isEnabled()
    press(qtbot, page, Qt.Key.Key_Insert)
    assert dialog(page) is None


def add(page: LimitsPage) -> QAbstractButton:
    found = page.findChild(QAbstractButton, "add-limit")
    assert isinstance(found, QAbstractButton)
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_a_sealed_table_is_read_and_says_so(qtbot: QtBot, room: Room, page: LimitsPage, key: Qt.Key) -> None:
    room.session.set_limits(LIMITS)
    room.session.close_assessment()
    room.settle()
    page.table.selectRow(0)
    press(qtbot, page, key)
    assert dialog(page) is None
    assert room.assessment.limits == LIMITS
    assert not add(page).isVisible()
    assert any("Sealed" in label.text() for label in page.findChildren(QLabel))


def test_a_number_is_never_shortened(room: Room, page: LimitsPage) -> None:
    large = Limit(id="rows", resource="Rows of the orders table", used=1_234_567_890.0, limit=9_876_543_210.0)
    room.session.set_limits((large,))
    metrics = page.table.fontMetrics()
    for place in (USED, LIMIT):
        assert page.table.columnWidth(place) > metrics.horizontalAdvance(column(page, place)[0])


def test_an_answer_that_the_table_contradicts_is_said_beside_it(room: Room, page: LimitsPage) -> None:
    room.session.set_limits(LIMITS)
    warning = page.findChild(QLabel, "limits-warning")
    assert isinstance(warning, QLabel)
    assert warning.isHidden()
    room.session.answer("DAT-04", Answer(level=4))
    assert warning.text().startswith("DAT-04 is answered 4, but")


def test_a_limit_is_on_disk_as_soon_as_it_is_kept(qtbot: QtBot, room: Room, page: LimitsPage) -> None:
    press(qtbot, page, Qt.Key.Key_Insert)
    write(qtbot, opened(page), resource="Event bus", used="9", limit="60")
    qtbot.keyClick(opened(page), Qt.Key.Key_Return)
    room.settle()
    room.come_back()
    assert [limit.resource for limit in room.assessment.limits] == ["Event bus"]
