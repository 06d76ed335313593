"""Compare by keyboard: two sealed quarters, what really changed, and what a first quarter says alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from spoken import spoken_name

from readiness.domain.assessment import Answer
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.pages.compare_page import ComparePage
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.bridge_chart import BridgeChart
from readiness.ui.widgets.trend_chart import TrendChart
from readiness.ui.widgets.verdict_marks import VerdictMarks


@pytest.fixture
def page(qtbot: QtBot, sample_room: Room, theme: Theme, icons: Icons) -> SystemPage:
    """Return the page of the sample’s first system in its last quarter, at Compare."""
    made = opened(qtbot, sample_room, theme, icons)
    sample_room.session.open_assessment(sample_room.session.home[0].assessments[-1].id)
    sample_room.settle()
    press(qtbot, made, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    sample_room.settle()
    return made


def opened(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> SystemPage:
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(
    qtbot: QtBot,
    page: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)
    QApplication.processEvents()


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def child(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def picked(page: SystemPage) -> tuple[str, str]:
    pair = child(page, "compare-from"), child(page, "compare-to")
    assert isinstance(pair[0], QComboBox)
    assert isinstance(pair[1], QComboBox)
    return pair[0].currentText(), pair[1].currentText()


def verdict(page: SystemPage) -> str:
    marks = page.compare.findChild(VerdictMarks)
    assert isinstance(marks, VerdictMarks)
    return spoken_name(marks)


def test_ctrl_4_shows_the_open_quarter_against_the_one_before(page: SystemPage) -> None:
    assert page.compare.isVisible()
    assert picked(page) == ("2026\u2011Q2", "2026\u2011Q3")
    said = words(page.compare)
    assert said.startswith("Two gates of 10× closed, none opened again. 30 answers on evidence, 29 before.")
    assert "On the same 71 questions the score probably rose by 2.9." in said
    assert "Target: 7.8× → 10×" in said
    assert verdict(page) == "Verdict: probable"


def test_arrows_move_the_pair_and_within_noise_nothing_rose(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, page, Qt.Key.Key_Left)
    assert picked(page) == ("2026\u2011Q1", "2026\u2011Q2")
    said = words(page.compare)
    assert "No clear change on the same 22 questions: +5.1, within noise." in said
    assert "rose" not in words(child(page.compare, "compare-bridge"))
    assert verdict(page) == "Verdict: within noise"
    press(qtbot, page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert picked(page) == ("2025\u2011Q4", "2026\u2011Q2")
    press(qtbot, page, Qt.Key.Key_Left)
    press(qtbot, page, Qt.Key.Key_Left)
    assert picked(page) == ("2025\u2011Q4", "2026\u2011Q1")
    press(qtbot, page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert picked(page) == ("2025\u2011Q4", "2026\u2011Q1")


def test_a_later_first_quarter_pushes_the_second_on(page: SystemPage) -> None:
    page.compare.picker.move_from(-1)
    earlier = child(page, "compare-from")
    assert isinstance(earlier, QComboBox)
    place = earlier.findText("2026\u2011Q2")
    earlier.setCurrentIndex(place)
    earlier.activated.emit(place)
    assert picked(page) == ("2026\u2011Q2", "2026\u2011Q3")


def test_the_bridge_is_named_by_what_it_found_and_t_shows_all_six_steps(
    qtbot: QtBot, page: SystemPage
) -> None:
    chart = page.compare.findChild(BridgeChart)
    assert isinstance(chart, BridgeChart)
    assert spoken_name(chart) == "On the same 71 questions the score probably rose by 2.9."
    press(qtbot, page, Qt.Key.Key_T)
    assert all(view.is_table for view in page.compare.views)
    rows = chart.table().rows
    assert [row[0] for row in rows] == [
        "2026\u2011Q2",
        "Questions removed",
        "Scope",
        "Now known",
        "New weights",
        "Real answers",
        "New questions",
        "2026\u2011Q3",
    ]
    assert rows[5] == ("Real answers", "+2.9", "7 up, none down")
    press(qtbot, page, Qt.Key.Key_T)
    assert not any(view.is_table for view in page.compare.views)


def test_enter_on_what_moved_opens_its_question(qtbot: QtBot, page: SystemPage) -> None:
    child(page.compare, "changed-up-all").setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    row = child(page.compare, "changed-up-ARC-03")
    assert spoken_name(row).endswith("1 → 2")
    row.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.assess.isVisible()
    assert page.assess.current == "ARC-03"


def test_a_grave_drop_stands_beside_the_good_news(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, page, Qt.Key.Key_Left)
    assert "One grave drop" in words(page.compare)
    assert spoken_name(child(page.compare, "grave-drops-ARC-13")).endswith("2 → 1")


def test_one_quarter_says_what_a_second_will_add(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    page = opened(qtbot, room, theme, icons)
    room.start(quick=True)
    page.show_page("compare")
    room.settle()
    assert "No quarter is sealed yet" in words(page.compare)
    for question in room.assessment.questionnaire.questions:
        room.session.answer(question.id, Answer(level=2))
    room.session.close_assessment()
    room.settle()
    page.show_page("compare")
    room.settle()
    said = words(page.compare)
    assert "2026\u2011Q3 is the only sealed quarter: score 50" in said
    assert "A second sealed quarter makes a comparison." in said
    assert not child(page, "compare-to").isVisible()


def test_another_system_is_read_anew(room: Room, page: SystemPage) -> None:
    room.session.start_assessment(Draft(system="Tills", period=room.assessment.period))
    room.settle()
    page.show_page("compare")
    room.settle()
    assert "No quarter is sealed yet" in words(page.compare)


def test_the_tab_is_told_like_the_others(page: SystemPage) -> None:
    tab = page.findChild(QAbstractButton, "tab-compare")
    assert isinstance(tab, QAbstractButton)
    assert spoken_name(tab) == "Compare, tab 4 of 5"


def test_promises_stand_by_what_became_of_them(page: SystemPage) -> None:
    panel = child(page.compare, "compare-promises")
    said = words(panel)
    assert "Four of eight promises kept, three moved a level" in said
    assert "11 of 19 person-weeks delivered; 3 questions moved without an action" in said
    assert (
        spoken_name(child(panel, "promises-still-GRO-07")) == "Test at the peak expected this year, still 2"
    )
    assert spoken_name(child(panel, "promises-slipped-DAT-04")).endswith("to 2026\u2011Q4")
    assert "Four of eight promises kept" in words(page.compare).split("2026")[0]


def test_leaderships_decisions_say_verdict_and_reason(page: SystemPage) -> None:
    said = words(child(page.compare, "compare-promises"))
    assert "Deferred, 9\u00a0Jun\u00a02026. The data platform has nobody free" in said


def test_without_an_action_the_panel_says_so_alone(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, page, Qt.Key.Key_Left)
    panel = child(page.compare, "compare-promises")
    assert words(panel) == "No action was agreed in 2026\u2011Q1"


def test_the_line_breaks_at_the_new_questionnaire_and_its_table_says_why(page: SystemPage) -> None:
    chart = page.compare.findChild(TrendChart)
    assert isinstance(chart, TrendChart)
    assert spoken_name(chart) == "Two of two steps rose beyond the noise"
    assert chart.table().rows[2][:7] == (
        "2026\u2011Q2",
        "44.2",
        "44.2",
        "+5.1 within noise",
        "97 %",
        "3",
        "new questionnaire",
    )


def test_the_switch_shows_the_scores_as_reported(qtbot: QtBot, page: SystemPage) -> None:
    switch = child(page.compare, "like-for-like")
    switch.setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    chart = page.compare.findChild(TrendChart)
    assert isinstance(chart, TrendChart)
    assert chart.table().rows[3][1] == "47.7"
    assert "20 topics as reported in both quarters" in words(page.compare)
    press(qtbot, page, Qt.Key.Key_Left)
    assert "topics as reported" in words(page.compare)


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(1096, 640, 1.0), (1012, 560, 2.0), (2455, 1340, 1.25)]
)
def test_no_panel_is_wider_than_the_page(
    qtbot: QtBot, page: SystemPage, theme: Theme, icons: Icons, width: int, height: int, zoom: float
) -> None:
    theme.set_zoom(zoom)
    made = ComparePage(page.compare._session, theme, icons)
    qtbot.addWidget(made)
    made._session.announce()
    made.resize(width, height)
    made.show()
    overview = made.overview
    content = overview.widget()
    assert content is not None
    qtbot.waitUntil(lambda: "Two gates" in words(made))
    qtbot.waitUntil(lambda: content.width() == overview.viewport().width())
    for panel in overview._panels():
        right = panel.mapTo(content, panel.rect().topRight()).x()
        assert panel.isHidden() or right <= overview.viewport().width(), panel.accessibleName()


@pytest.mark.parametrize("width", [1096, 1440])
def test_the_facts_of_growth_stand_whole_at_every_width(qtbot: QtBot, page: SystemPage, width: int) -> None:
    page.resize(width, 720)
    press(qtbot, page, Qt.Key.Key_Left)
    gates = page.compare.overview._gates
    qtbot.waitUntil(lambda: all(part.width() >= part.sizeHint().width() for part in gates._values))
    assert [part.text() for part in gates._values] == ["1× → 2×", "1.1× → 1.3×", "0.8× → 1.2×"]
