"""Rows of buttons: one Tab stop, arrows inside, and only users are heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name
from stage import Stage, focused

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.app_rail import AppRail
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.page_tabs import PageTabs
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.sure_control import SureControl

OPTIONS = (("a4", "A4"), ("letter", "Letter"), ("legal", "Legal"))


def _focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_arrows_choose_in_a_segmented_row(stage: Stage, theme: Theme) -> None:
    row = Segmented(theme, "Paper", OPTIONS)
    stage(row)
    heard: list[str] = []
    row.chosen.connect(heard.append)
    row.set_value("a4")
    row.focus_chosen()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert heard == ["letter", "legal"]
    assert row.value == "legal"
    assert _focused() == "option-legal"


def test_a_value_that_is_set_is_not_heard(qtbot: QtBot, theme: Theme) -> None:
    row = SureControl(theme)
    qtbot.addWidget(row)
    heard: list[str] = []
    row.chosen.connect(heard.append)
    row.set_value("evidenced")
    assert (row.value, heard) == ("evidenced", [])
    row.set_value("")
    assert row.value == ""


def test_a_part_says_its_group_and_place(qtbot: QtBot, theme: Theme) -> None:
    row = SureControl(theme)
    qtbot.addWidget(row)
    part = row.findChild(QWidget, "option-informed")
    assert part is not None
    assert spoken_name(part) == "How sure: Informed, 2 of 3"


def test_a_row_is_one_tab_stop(stage: Stage, theme: Theme) -> None:
    row, after = Segmented(theme, "Paper", OPTIONS), QLineEdit()
    after.setObjectName("after")
    stage(row, after)
    row.set_value("letter")
    row.focus_chosen()
    assert _focused() == "option-letter"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert _focused() == "after"
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert _focused() == "option-letter"


def test_a_disabled_part_is_passed_over_and_says_why(stage: Stage, theme: Theme) -> None:
    row = Segmented(theme, "Paper", OPTIONS)
    stage(row)
    row.set_option_enabled("letter", enabled=False, reason="Needs a second quarter")
    row.set_value("a4")
    row.focus_chosen()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert row.value == "legal"
    part = row.findChild(QWidget, "option-letter")
    assert part is not None
    assert spoken_description(part) == "Needs a second quarter"


def test_arrows_are_mirrored_from_right_to_left(stage: Stage, theme: Theme) -> None:
    row = Segmented(theme, "Paper", OPTIONS)
    window = stage(row)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.set_value("a4")
    row.focus_chosen()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert row.value == "letter"


def test_choosing_moves_no_part(qtbot: QtBot, theme: Theme) -> None:
    row = Segmented(theme, "Paper", OPTIONS)
    qtbot.addWidget(row)
    before = row.sizeHint()
    row.set_value("letter")
    assert row.sizeHint() == before


def test_the_rail_moves_with_arrows_and_goes_with_enter(stage: Stage, theme: Theme, icons: Icons) -> None:
    rail = AppRail(theme, icons)
    rail.add_item("home", "Home", "home")
    rail.add_item("settings", "Settings", "settings", bottom=True)
    rail.add_item("portfolio", "Portfolio", "table")
    rail.set_current("home")
    stage(rail)
    heard: list[str] = []
    rail.chosen.connect(heard.append)
    home = rail.findChild(QWidget, "rail-home")
    assert home is not None
    assert spoken_name(home) == "Home, current page"
    home.setFocus()
    QTest.keyClick(home, Qt.Key.Key_Down)
    assert _focused() == "rail-portfolio"
    assert heard == []
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert heard == ["portfolio"]
    assert rail.keys() == ("home", "portfolio", "settings")


def test_tabs_say_their_place_and_are_chosen_by_arrows(stage: Stage, theme: Theme) -> None:
    tabs = PageTabs(theme)
    tabs.set_tabs((("assess", "Assess"), ("results", "Results"), ("report", "Report")))
    tabs.set_current("assess")
    stage(tabs)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    first, second = (tabs.findChild(QWidget, name) for name in ("tab-assess", "tab-results"))
    assert first is not None
    assert second is not None
    assert spoken_name(second) == "Results, tab 2 of 3"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert heard == ["results"]
    assert tabs.current == "results"


def test_a_tab_that_cannot_be_opened_says_why(qtbot: QtBot, theme: Theme) -> None:
    tabs = PageTabs(theme)
    tabs.set_tabs((("assess", "Assess"), ("results", "Results")))
    qtbot.addWidget(tabs)
    tabs.set_tab_enabled("results", False, "No answer yet")
    tab = tabs.findChild(QWidget, "tab-results")
    assert tab is not None
    assert spoken_description(tab) == "No answer yet"
    assert tab.toolTip() == "No answer yet"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_choice_rows_are_exclusive_and_follow_the_arrows(stage: Stage, theme: Theme, key: Qt.Key) -> None:
    quick = ChoiceRow(theme, "Quick check", "15 questions, no growth ceiling")
    full = ChoiceRow(theme, "Full", "74 questions, 14 gates")
    stage(quick, full)
    quick.setChecked(True)
    quick.setFocus()
    QTest.keyClick(quick, key)
    assert full.isChecked()
    assert not quick.isChecked()
    assert spoken_name(full) == "Full"
    assert spoken_description(full) == "74 questions, 14 gates"
