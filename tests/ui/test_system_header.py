"""The header of a system: tabs that stay where they are, the quarter, and the way through closing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> SystemPage:
    """Return the page on a new assessment, as narrow as the window may be."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1096, 720)
    room.start()
    with qtbot.waitActive(made):
        made.show()
    return made


def child(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_the_tabs_stay_where_they_are_beside_the_rail(qtbot: QtBot, page: SystemPage) -> None:
    tab = child(page, QAbstractButton, "tab-results")
    places = []
    for key in ("results", "limits", "report", "closing"):
        page.show_page(key)
        qtbot.wait(1)
        places.append(tab.mapTo(page, QPoint(0, 0)).x())
    assert len(set(places)) == 1
    page.report._preview.wait()


def test_a_small_window_gives_the_tabs_a_row_of_their_own(page: SystemPage) -> None:
    title, tab = child(page, QLabel, "system-title"), child(page, QAbstractButton, "tab-assess")
    assert tab.mapTo(page, QPoint(0, 0)).y() > title.mapTo(page, QPoint(0, title.height())).y()
    assert title.width() >= title.sizeHint().width()
    page.resize(1900, 1000)
    assert tab.mapTo(page, QPoint(0, 0)).y() < title.mapTo(page, QPoint(0, 0)).y()


def test_large_text_offers_the_other_view_in_one_word(page: SystemPage, theme: Theme) -> None:
    both, other = child(page, QWidget, "assess-view"), child(page, QAbstractButton, "other-view")
    assert isinstance(other, QAbstractButton)
    page.resize(1000, 720)
    theme.set_zoom(2.0)
    assert (both.isVisible(), other.isVisible(), other.text()) == (False, True, "Table")
    other.click()
    assert page.table.isVisible()
    theme.set_zoom(1.0)
    page.resize(1900, 900)
    assert (both.isVisible(), other.isVisible()) == (True, False)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("key", ["assess", "table", "results", "limits", "closing"])
def test_nothing_in_the_header_is_cut(page: SystemPage, theme: Theme, key: str, zoom: float) -> None:
    page.show_page(key)
    theme.set_zoom(zoom)
    QApplication.processEvents()
    header = child(page, QWidget, "system-header")
    cut = [
        part.objectName()
        for part in header.findChildren(QWidget)
        if part.objectName() and part.isVisible() and part.width() < part.minimumSizeHint().width()
    ]
    theme.set_zoom(1.0)
    assert cut == []


def test_the_way_back_is_in_the_header_only_where_the_rail_is_not(page: SystemPage) -> None:
    back = child(page, QAbstractButton, "back-home")
    assert (back.isVisible(), page.wants_rail) == (True, False)
    page.show_page("results")
    assert (back.isVisible(), page.wants_rail) == (False, True)


def test_another_quarter_is_opened_from_the_picker(room: Room, page: SystemPage) -> None:
    room.session.start_assessment(Draft(system="Checkout API", period=Period(2026, 4)))
    room.settle()
    picker = child(page, QComboBox, "quarter")
    assert isinstance(picker, QComboBox)
    assert [picker.itemText(row) for row in range(picker.count())] == ["2026\u2011Q4", "2026\u2011Q3"]
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    room.settle()
    assert str(room.assessment.period) == "2026-Q3"


def test_a_long_name_gives_way_to_quarter_and_tabs(room: Room, page: SystemPage) -> None:
    room.start("Customer identity, consent and preferences for all regions, legacy and next")
    title, picker = child(page, QLabel, "system-title"), child(page, QComboBox, "quarter")
    assert picker.width() >= picker.sizeHint().width()
    assert title.toolTip().startswith("Customer identity")
    menu = child(page, QAbstractButton, "system-menu")
    right = picker.mapTo(page, picker.rect().topRight()).x()
    assert right < menu.mapTo(page, QPoint(0, 0)).x() < page.width()


def test_what_closing_makes_unknown_can_still_be_answered(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    first, *others = [question.id for question in room.assessment.questionnaire.questions]
    for id_ in others:
        room.session.answer(id_, Answer(level=2))
    page.show_page("closing")
    room.settle()
    row = child(page.closing, QAbstractButton, f"open-{first}")
    assert "1 not asked becomes unknown" in effect(page)
    qtbot.waitUntil(row.isVisible, timeout=5_000)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.assess.current == first


def test_with_nothing_left_closing_says_that_no_figure_changes(room: Room, page: SystemPage) -> None:
    for question in room.assessment.questionnaire.questions:
        room.session.answer(question.id, Answer(level=2))
    page.show_page("closing")
    room.settle()
    assert effect(page) == "Every question was asked, so closing changes no figure."


def effect(page: SystemPage) -> str:
    label = child(page.closing, QLabel, "closing-effect")
    assert isinstance(label, QLabel)
    return label.text()
