"""Results by keyboard: from a score to the questions behind it, to the answer, and back the same way."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from spoken import spoken_name

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft
from readiness.ui.dialogs.why_sheet import WhySheet
from readiness.ui.icons import Icons
from readiness.ui.pages.results_page import ResultsPage
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.change_note import ChangeNote
from readiness.ui.widgets.dumbbells import Dumbbells


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with a full assessment whose answers all stand at 2, but for one gate at 0."""
    path = tmp_path_factory.mktemp("results") / "own.readiness"
    desk = Assessing.create(path)
    id_ = desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
    empty = desk.load(id_)
    answers = {q.id: Answer(level=0 if q.id == "ARC-11" else 2) for q in empty.questionnaire.questions}
    desk.import_answers(replace(empty, agreed=answers), merge="theirs")
    desk.close()
    return path


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written: Path) -> Iterator[SystemPage]:
    """Return Results of that assessment."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    shutil.copy(written, room.places.workspace)
    room.open_own()
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    with qtbot.waitActive(made):
        made.show()
    made.show_page("results")
    yield made
    for sheet in made.findChildren(WhySheet):
        sheet.reject()


def press(qtbot: QtBot, key: Qt.Key, page: QWidget) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key)
    QApplication.processEvents()


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def child(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def sheet_of(page: SystemPage) -> WhySheet:
    found = [sheet for sheet in page.window().findChildren(WhySheet) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def is_at_overview(results: ResultsPage) -> bool:
    return results.currentWidget() is results.overview


def test_enter_on_a_pillar_shows_its_questions_and_esc_leads_back(qtbot: QtBot, page: SystemPage) -> None:
    bar = child(page.results, "bullet-DAT")
    bar.setFocus()
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.results.part.isVisible()
    assert "Data stands at 50, Holding" in words(page.results.part)
    assert page.results.part.table.hasFocus()

    press(qtbot, Qt.Key.Key_Escape, page)
    assert is_at_overview(page.results)
    assert bar.hasFocus()


def test_arrows_walk_the_heat_map_and_enter_opens_the_topic(qtbot: QtBot, page: SystemPage) -> None:
    heat = child(page.results, "heat-map")
    assert isinstance(heat, QTableView)
    heat.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(qtbot, key, page)
    told = heat.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Data, Load distribution, 50, Holding")
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.results.part.key == "DAT.DST"
    press(qtbot, Qt.Key.Key_Escape, page)
    assert heat.hasFocus()


def test_what_breaks_first_opens_its_topic_at_its_question(
    qtbot: QtBot, room: Room, page: SystemPage
) -> None:
    outcome = room.session.outcome
    assert outcome is not None
    first = outcome.growth.breaks_first[0]
    child(page.results, f"breaks-{first}").setFocus()
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.results.part.table.current_key == first
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.assess.isVisible()
    assert page.assess.current == first


def test_from_a_pillar_to_a_topic_to_an_answer_and_back_to_where_one_was(
    qtbot: QtBot, room: Room, page: SystemPage
) -> None:
    page.results.show_part("ARC")
    page.results.part.table.stand_at("ARC.FLR")
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.results.part.key == "ARC.FLR"
    page.results.part.table.stand_at("ARC-11")
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.assess.current == "ARC-11"

    room.session.answer("ARC-11", Answer(level=4))
    page.show_page("results")
    assert page.results.part.key == "ARC.FLR"
    assert "Failure scenarios stands at 58" in words(page.results.part)
    assert page.results.part.table.current_key == "ARC-11"

    press(qtbot, Qt.Key.Key_Escape, page)
    assert (page.results.part.key, page.results.part.table.current_key) == ("ARC", "ARC.FLR")
    press(qtbot, Qt.Key.Key_Escape, page)
    assert is_at_overview(page.results)


def test_the_tab_once_more_leads_out_of_every_drill_down(qtbot: QtBot, page: SystemPage) -> None:
    page.results.show_part("ARC")
    target = QApplication.focusWidget() or page
    qtbot.keyClick(target, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert is_at_overview(page.results)


def test_another_assessment_opens_at_its_overview(room: Room, page: SystemPage) -> None:
    page.results.show_part("ARC")
    room.start("Search")
    page.show_page("results")
    assert is_at_overview(page.results)


def test_w_says_why_and_enter_goes_to_the_question(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, Qt.Key.Key_W, page)
    sheet = sheet_of(page)
    said = words(sheet)
    assert "Why 49" in said
    assert "Three answers would move it most" in said
    move = child(sheet, "breaks-ARC-11")
    assert "from 0 Absent to 4 Proven" in spoken_name(move)
    move.setFocus()
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.assess.current == "ARC-11"


def test_t_in_the_sheet_shows_every_answer_as_a_table(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, Qt.Key.Key_W, page)
    sheet = sheet_of(page)
    press(qtbot, Qt.Key.Key_T, sheet)
    assert sheet.view.is_table
    assert sheet.view.table.model().rowCount() == 74
    press(qtbot, Qt.Key.Key_Escape, sheet)
    assert is_at_overview(page.results)


def test_w_explains_the_part_that_is_in_sight(qtbot: QtBot, page: SystemPage) -> None:
    page.results.show_part("ARC.FLR")
    press(qtbot, Qt.Key.Key_W, page)
    assert "Why Failure scenarios stands at 42" in words(sheet_of(page))


def test_single_keys_rest_where_they_are_not_wanted(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    room.session.change_settings(replace(room.session.settings, single_keys=False))
    press(qtbot, Qt.Key.Key_T, page)
    press(qtbot, Qt.Key.Key_W, page)
    assert not any(view.is_table for view in page.results.views)
    assert not page.window().findChildren(WhySheet)


def test_the_keys_of_results_do_nothing_while_answering(qtbot: QtBot, page: SystemPage) -> None:
    page.show_page("assess")
    press(qtbot, Qt.Key.Key_W, page)
    press(qtbot, Qt.Key.Key_Escape, page)
    assert not page.window().findChildren(WhySheet)
    assert page.assess.isVisible()


def test_t_works_inside_a_table_and_enter_on_a_row_drills_down(qtbot: QtBot, page: SystemPage) -> None:
    press(qtbot, Qt.Key.Key_T, page)
    pillars = page.results.views[1].table
    pillars.setFocus()
    pillars.setCurrentIndex(pillars.model().index(0, 0))
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.results.part.isVisible()
    press(qtbot, Qt.Key.Key_Escape, page)
    pillars.setFocus()
    press(qtbot, Qt.Key.Key_T, page)
    assert not any(view.is_table for view in page.results.views)


def test_tab_leaves_a_table(qtbot: QtBot, page: SystemPage) -> None:
    heat = child(page.results, "heat-map")
    heat.setFocus()
    press(qtbot, Qt.Key.Key_Tab, page)
    assert QApplication.focusWidget() is not heat


def test_one_lane_alone_is_printed_as_one_view_only(page: SystemPage) -> None:
    assert "One view only" in words(page.results)


def test_both_views_stand_in_levels_and_enter_opens_the_question(
    qtbot: QtBot, room: Room, page: SystemPage
) -> None:
    for lane, level in (("product", 4), ("engineering", 1)):
        room.session.answer("GRO-11", Answer(level=level), lane)  # type: ignore[arg-type]  # two of the lanes
    chart = page.results.findChild(Dumbbells)
    assert isinstance(chart, Dumbbells)
    assert "One answer three apart" in words(page.results)
    assert spoken_name(chart) == "One answer three apart; index 0.75, an agenda item."
    row = child(page.results, "apart-GRO-11")
    assert "Product 4, Engineering 1, 3 apart" in spoken_name(row)
    row.setFocus()
    press(qtbot, Qt.Key.Key_Return, page)
    assert page.assess.current == "GRO-11"


def test_a_first_assessment_says_what_a_second_will_add(room: Room, page: SystemPage) -> None:
    room.settle()
    note = page.results.findChild(ChangeNote)
    assert isinstance(note, ChangeNote)
    assert "A second assessment will add what really changed" in words(note)
    assert not note.has_arrow


def test_a_second_assessment_says_what_rose_and_where_each_pillar_stood(room: Room, page: SystemPage) -> None:
    room.session.close_assessment()
    room.settle()
    room.session.start_assessment(Draft(system="Checkout API", period=Period(2026, 4)))
    room.settle()
    for question in room.assessment.questionnaire.questions:
        room.session.answer(question.id, Answer(level=3))
    room.settle()
    page.show_page("results")
    note = page.results.findChild(ChangeNote)
    assert isinstance(note, ChangeNote)
    assert "Rose 25.8 like for like since 2026\u2011Q3, clear" in words(note)
    assert note.has_arrow
    assert "2026\u2011Q3, like for like 50" in spoken_name(child(page.results, "bullet-DAT"))


def test_with_too_little_answered_the_sheet_says_from_when_there_is_a_score(
    qtbot: QtBot, room: Room, page: SystemPage
) -> None:
    room.start("Search")
    first = room.assessment.questionnaire.questions[0].id
    room.session.answer(first, Answer(level=2))
    page.show_page("results")
    button = page.results.findChild(Button, "why-this-number")
    assert isinstance(button, QPushButton)
    assert spoken_name(button) == "Why there is no score"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "a score is shown from 80 % on" in words(sheet_of(page))


def test_with_nothing_answered_w_says_nothing(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    room.start("Search")
    page.show_page("results")
    press(qtbot, Qt.Key.Key_W, page)
    assert not [sheet for sheet in page.window().findChildren(WhySheet) if sheet.isVisible()]


@pytest.mark.parametrize(
    ("width", "height", "zoom"),  # what the app rail and the header leave of 1180 and 2560
    [(1096, 640, 1.0), (1012, 560, 2.0), (2455, 1340, 1.25)],
)
def test_no_panel_is_wider_than_the_page(
    qtbot: QtBot, page: SystemPage, theme: Theme, icons: Icons, width: int, height: int, zoom: float
) -> None:
    theme.set_zoom(zoom)
    session = page.results._session
    results = ResultsPage(session, theme, icons)
    qtbot.addWidget(results)
    session.announce()
    results.resize(width, height)
    results.show()
    content = results.overview.widget()
    assert content is not None
    assert results.overview.width() == width
    qtbot.waitUntil(lambda: content.width() == results.overview.viewport().width())
    for panel in results.overview._panels():
        right = panel.mapTo(content, panel.rect().topRight()).x()
        assert panel.isHidden() or right <= results.overview.viewport().width(), panel.accessibleName()
