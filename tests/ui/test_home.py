"""Home as the eye reads it and the keyboard walks it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.period import Period
from readiness.services.assessing import AssessmentLine, SystemLine
from readiness.ui.icons import Icons
from readiness.ui.models.home_model import HomeModel
from readiness.ui.models.home_rows import growth_words, home_rows, matching, shared_range
from readiness.ui.pages.home_page import HomePage
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text import Text

ShowHome = Callable[[Room], HomePage]
W = TypeVar("W", bound=QWidget)
TODAY = Period(2026, 3)


@pytest.fixture
def show_home(qtbot: QtBot, theme: Theme, icons: Icons) -> ShowHome:
    def show(room: Room) -> HomePage:
        page = HomePage(room.session, theme, icons, now)
        page.resize(1356, 900)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if room.session.path:
            room.session.refresh_home()
            room.settle()
        return page

    return show


def a_line(id_: int, period: str, **changes: object) -> AssessmentLine:
    """Return a sealed line with figures."""
    plain = AssessmentLine(
        id=id_,
        system="Checkout API",
        period=period,
        revision=1,
        state="closed",
        questionnaire="scalability@0.1",
        scope="full",
        asked=22,
        total=22,
        score=56.4,
        displayed=56,
        label="Holding",
        low=50.0,
        high=60.0,
        practice_ceiling=2,
        tested_ceiling=1.5,
        first_limit=1.3,
        first_limit_resource="orders database",
        target_factor=10.0,
        target_step=10,
        gates_open=3,
        gates=13,
        distance_step=10,
        distance_effort=11.0,
        breaks_first="DAT-04",
        breaks_first_text="Headroom on the busiest database",
        updated_at="2026-09-01T10:00:00.000Z",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def a_system(*lines: AssessmentLine, name: str = "Checkout API", id_: int = 1) -> SystemLine:
    """Return a system."""
    return SystemLine(id=id_, name=name, team="Checkout", archived=False, assessments=lines)


def test_a_table_of_one_system_ends_inside_its_panel(room: Room, show_home: ShowHome) -> None:
    room.start()
    page = show_home(room)
    table = page.findChild(QTableView, "systems")
    assert table is not None
    panel = table.parentWidget()
    assert panel is not None
    assert table.geometry().bottom() < panel.height()


def test_the_three_facts_of_growth_are_told_apart_and_tested_first() -> None:
    row = home_rows([a_system(a_line(1, "2026-Q3"))], TODAY)[0]

    assert row.growth is not None
    assert (row.growth.practice, row.growth.tested, row.growth.limit) == (2, 1.5, 1.3)
    assert growth_words(row.growth) == ("tested 1.5×", "first limit 1.3×")


def test_a_fact_that_is_not_known_is_said_not_to_be_and_borrows_no_other() -> None:
    line = a_line(1, "2026-Q3", tested_ceiling=None, first_limit=None)
    row = home_rows([a_system(line)], TODAY)[0]

    assert row.growth is not None
    assert growth_words(row.growth) == ("untested", "limit not known")
    assert row.growth.practice == 2


def test_an_open_assessment_shows_its_progress_and_the_figures_of_the_quarter_before() -> None:
    sealed = a_line(1, "2026-Q2", displayed=51)
    begun = a_line(2, "2026-Q3", state="open", asked=12, displayed=None, score=None, label=None)
    row = home_rows([a_system(sealed, begun)], TODAY)[0]

    assert (row.score, row.label, row.stale) == ("51", "Holding", "2026‑Q2")
    assert (row.state, row.detail, row.assessment_id) == ("In progress", "12 of 22 answered", 2)


def test_a_sealed_quarter_that_is_past_says_which_one_is_due() -> None:
    row = home_rows([a_system(a_line(1, "2026-Q2"))], TODAY)[0]

    assert (row.state, row.detail) == ("Sealed 2026‑Q2", "2026‑Q3 is due")


def test_this_quarter_sealed_asks_for_nothing() -> None:
    row = home_rows([a_system(a_line(1, "2026-Q3"))], TODAY)[0]

    assert (row.state, row.detail) == ("Sealed 2026‑Q3", "")


def test_too_little_answered_shows_the_range_alone() -> None:
    begun = a_line(1, "2026-Q3", state="open", asked=4, displayed=None, label=None, low=29.4, high=67.5)
    row = home_rows([a_system(begun)], TODAY)[0]

    assert (row.score, row.label, row.band) == ("29–68", "", None)
    assert "plausible 29–68" in row.sentence


def test_nothing_answered_shows_no_range() -> None:
    begun = a_line(1, "2026-Q3", state="open", asked=0, displayed=None, label=None, low=0.0, high=100.0)

    assert home_rows([a_system(begun)], TODAY)[0].score == "–"


def test_a_system_without_an_assessment_says_so() -> None:
    row = home_rows([a_system()], TODAY)[0]

    assert (row.score, row.state, row.assessment_id, row.trend) == ("–", "Not assessed yet", None, ())


def test_the_newest_revision_of_a_quarter_counts() -> None:
    lines = a_line(1, "2026-Q3", displayed=50), a_line(2, "2026-Q3", revision=2, displayed=58)

    assert home_rows([a_system(*lines)], TODAY)[0].score == "58"


def test_a_quarter_that_was_not_assessed_leaves_a_gap() -> None:
    lines = a_line(1, "2025-Q4", score=40.0), a_line(2, "2026-Q2", score=50.0)

    assert home_rows([a_system(*lines)], TODAY)[0].trend == (40.0, None, 50.0)


def test_forty_quarters_show_the_last_twelve() -> None:
    lines = [a_line(i, str(Period(2016, 4).plus(i)), score=float(i)) for i in range(40)]

    assert home_rows([a_system(*lines)], TODAY)[0].trend == tuple(float(i) for i in range(28, 40))


def test_a_quick_check_names_no_step() -> None:
    line = a_line(1, "2026-Q3", scope="quick", practice_ceiling=None)
    row = home_rows([a_system(line)], TODAY)[0]

    assert row.growth is not None
    assert row.growth.practice is None
    assert "Orientation only" in row.sentence


def test_all_sparklines_share_one_range() -> None:
    lines = [a_system(a_line(i, "2026-Q3", score=score), id_=i) for i, score in ((1, 20.0), (2, 80.0))]

    assert shared_range(home_rows(lines, TODAY)) == (20.0, 80.0)


def test_archived_systems_are_not_on_home() -> None:
    assert home_rows([replace(a_system(), archived=True)], TODAY) == ()


def test_finding_looks_at_system_and_team() -> None:
    rows = home_rows([a_system(name="Search"), a_system(name="Orders")], TODAY)

    assert [row.name for row in matching(rows, "SEAR check")] == ["Search"]


def test_the_model_keeps_qts_rules() -> None:
    model = HomeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(home_rows([a_system(a_line(1, "2026-Q3")), a_system(id_=2)], TODAY))
    model.set_rows(())

    assert model.rowCount() == 0
    del tester


def test_the_sample_reads_as_a_table(sample_room: Room, show_home: ShowHome) -> None:
    page = show_home(sample_room)
    table = child(page, QTableView, "systems")
    words = [table.model().index(0, column).data() for column in range(5)]

    assert table.isVisible()
    assert words[0] == "Checkout API, Checkout"
    assert "tested 1.5×, first limit 1.3×" in words[3]
    assert words[4].startswith("Sealed 2026‑Q3")


def test_an_empty_workspace_offers_the_sample_first(qtbot: QtBot, room: Room, show_home: ShowHome) -> None:
    room.open_own()
    page = show_home(room)
    sample = child(page, QPushButton, "try-sample")

    assert sample.isVisible()
    assert not child(page, QTableView, "systems").isVisible()
    with qtbot.waitSignal(page.sample_asked):
        qtbot.keyClick(sample, Qt.Key.Key_Return)


def test_enter_resumes_what_was_left_open(qtbot: QtBot, sample_room: Room, show_home: ShowHome) -> None:
    page = show_home(sample_room)
    resume = child(page, QPushButton, "resume")
    assert resume.isVisible()

    with qtbot.waitSignal(sample_room.session.assessment_opened):
        qtbot.keyClick(resume, Qt.Key.Key_Return)

    assert sample_room.assessment.system == "Order service"


def test_arrows_and_enter_open_a_row(qtbot: QtBot, sample_room: Room, show_home: ShowHome) -> None:
    page = show_home(sample_room)
    table = child(page, QTableView, "systems")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    while table.currentIndex().row() < 2:
        qtbot.keyClick(table, Qt.Key.Key_Down)

    with qtbot.waitSignal(sample_room.session.assessment_opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert sample_room.assessment.system == "Search"


def test_letters_typed_into_the_table_find(qtbot: QtBot, sample_room: Room, show_home: ShowHome) -> None:
    page = show_home(sample_room)
    table, find = child(page, QTableView, "systems"), child(page, Field, "find-system")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_S)
    qtbot.keyClicks(find, "ea")

    assert find.text().casefold() == "sea"
    assert [row.name for row in page._model.rows] == ["Search"]
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    assert len(page._model.rows) == 3


def test_a_new_assessment_is_asked_for_the_selected_system(
    qtbot: QtBot, sample_room: Room, show_home: ShowHome
) -> None:
    page = show_home(sample_room)
    table = child(page, QTableView, "systems")
    table.setFocus()
    table.selectRow(0)

    with qtbot.waitSignal(page.new_asked) as asked:
        child(page, QPushButton, "new-assessment").click()

    assert asked.args == ["Checkout API"]


def test_a_thousand_systems_make_no_thousand_widgets(room: Room, show_home: ShowHome) -> None:
    room.open_own()
    page = show_home(room)
    before = len(page.findChildren(QWidget))
    systems = tuple(a_system(a_line(i, "2026-Q3"), name=f"System {i}", id_=i) for i in range(1000))
    room.session.home_changed.emit(systems)

    assert page._model.rowCount() == 1000
    assert len(page.findChildren(QWidget)) <= before + 5
    assert not page.grab().isNull()


def test_a_long_file_name_gives_way_to_the_title(room: Room, show_home: ShowHome, tmp_path: Path) -> None:
    room.open_own()
    page = show_home(room)
    page.resize(1100, 660)
    room.session.workspace_opened.emit(str(tmp_path / f"{'Readiness of everything ' * 3}.readiness"))
    page.grab()
    title = next(one for one in page.findChildren(Text) if one.text() == "Systems")
    assert title.width() >= title.sizeHint().width()


def child(page: QWidget, kind: type[W], name: str) -> W:
    """Return a widget by its name."""
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found
