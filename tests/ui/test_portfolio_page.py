"""The Portfolio as the eye reads it and the keyboard walks it."""

from pathlib import Path
from typing import TypeVar

import pytest
from builders_many import Sealed, write_systems
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.models.portfolio_model import PortfolioModel
from readiness.ui.pages.portfolio.row_menu import PortfolioRowMenu
from readiness.ui.pages.portfolio.shared_panel import SharedPanel
from readiness.ui.pages.portfolio.systems_table import SystemsTable
from readiness.ui.pages.portfolio_page import PortfolioPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text

W = TypeVar("W", bound=QWidget)


class Walk:
    """Somebody at the window, with the Portfolio in sight."""

    def __init__(self, room: Room, window: MainWindow, qtbot: QtBot) -> None:
        self.room, self.window, self.qtbot = room, window, qtbot

    def open(self) -> "Walk":
        """Go to the Portfolio as its key does."""
        self.window.activateWindow()
        self.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
        return self

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.room.settle()

    def child(self, kind: type[W], name: str = "") -> W:
        found = self.page.findChild(kind, name) if name else self.page.findChild(kind)
        assert isinstance(found, kind)
        return found

    @property
    def page(self) -> PortfolioPage:
        found = self.window.findChild(PortfolioPage)
        assert found is not None
        return found

    @property
    def table(self) -> SystemsTable:
        return self.child(SystemsTable)

    @property
    def title(self) -> str:
        return self.child(Text, "portfolio-title").text()

    def names(self) -> list[str]:
        model = self.table.model()
        assert isinstance(model, PortfolioModel)
        return [row.line.name for row in model.rows]

    def headings(self) -> list[str]:
        model = self.table.model()
        return [
            str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())
        ]

    def words(self, row: int) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, place).data()) for place in range(model.columnCount())]


@pytest.fixture
def walk(room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> Walk:
    """Return a window on the small workspace of several systems."""
    path = room.places.workspace.with_name("many.readiness")
    write_systems(path).workspace.database.close()
    return _walk(room, theme, icons, qtbot, path)


def _walk(room: Room, theme: Theme, icons: Icons, qtbot: QtBot, path: Path) -> Walk:
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window, before_close_func=_let_close)
    window.resize(1440, 900)
    window.show()
    room.session.open_workspace(path)
    room.settle()
    return Walk(room, window, qtbot).open()


def _let_close(window: object) -> None:
    if isinstance(window, MainWindow):
        window._may_close = True


def test_it_opens_with_a_finding_and_never_with_a_ranking(walk: Walk) -> None:
    assert walk.title == "2 of 4 systems fall short of their target"
    assert walk.names() == ["Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta"]
    assert walk.headings() == ["System", "Team", "Arc", "Dat", "Quarters", "Practices, of target", "Next due"]
    assert walk.child(Panel, "spread-panel").accessibleName() == "2 of 4 stand at 2×"
    assert walk.child(SharedPanel, "shared-gate-panel").accessibleName() == "ARC-01 is open in 2 of 4"
    assert walk.child(SharedPanel, "shared-topic-panel").accessibleName() == "Mod is exposed in 1 of 4"


def test_every_cell_says_what_it_shows(walk: Walk) -> None:
    assert walk.words(0) == [
        "Alpha",
        "Red",
        "75",
        "75",
        "–, –, –, 75",
        "Practices 10× of 10×, untested, limit not known",
        "2026‑Q4",
    ]
    assert walk.words(2)[:4] == ["Delta, Q2", "", "50", "unknown"]
    assert walk.words(2)[-1] == "2026‑Q3"
    assert walk.words(3)[:4] == ["Epsilon, Quick check", "", "100", "none"]
    assert (walk.words(5)[0], walk.words(5)[-1]) == ("Zeta", "In progress")
    spoken = str(walk.table.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Delta, last assessed in 2026‑Q2, Practices 2× of 10×, untested")


def test_the_model_keeps_the_rules_of_models(walk: Walk) -> None:
    QAbstractItemModelTester(walk.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    walk.press(Qt.Key.Key_S)
    walk.child(Switch, "portfolio-score").click()


def test_s_sorts_by_the_column_the_keys_stand_in_and_stays_at_the_system(walk: Walk) -> None:
    assert walk.table.hasFocus()
    for _ in range(2):
        walk.press(Qt.Key.Key_Right)
    walk.press(Qt.Key.Key_S)
    assert walk.names() == ["Beta", "Delta", "Alpha", "Gamma", "Epsilon", "Zeta"]
    assert walk.table.currentIndex().row() == 2
    walk.press(Qt.Key.Key_S)
    assert walk.names() == ["Epsilon", "Alpha", "Gamma", "Delta", "Beta", "Zeta"]


def test_a_click_on_a_head_sorts(walk: Walk) -> None:
    header = walk.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(5) + 10, header.height() // 2)
    walk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    walk.room.settle()
    assert walk.names()[:2] == ["Beta", "Gamma"]


def test_the_score_is_shown_only_where_it_is_asked_for(walk: Walk) -> None:
    walk.child(Switch, "portfolio-score").click()
    assert "Score" in walk.headings()
    assert walk.words(0)[2] == "75"
    walk.child(Switch, "portfolio-score").click()
    assert "Score" not in walk.headings()


def test_letters_find_enter_opens_and_esc_shows_all_again(walk: Walk) -> None:
    walk.qtbot.keyClicks(QApplication.focusWidget(), "g")
    field = walk.child(Field, "find-in-portfolio")
    assert (field.text(), walk.names()) == ("g", ["Gamma"])
    walk.press(Qt.Key.Key_Escape)
    assert (field.text(), len(walk.names())) == ("", 6)
    walk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert field.text().casefold() == "s"


def test_what_nobody_is_called_says_so_and_leads_back(walk: Walk) -> None:
    walk.qtbot.keyClicks(QApplication.focusWidget(), "xyz")
    assert not walk.table.isVisible()
    button = walk.child(Button, "portfolio-clear-find")
    assert button.isVisible()
    button.click()
    assert len(walk.names()) == 6
    assert walk.table.isVisible()


def test_enter_opens_the_results_of_the_row(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Down)
    walk.press(Qt.Key.Key_Return)
    assert walk.room.session.assessment is not None
    assert walk.room.session.assessment.reference == "Beta@2026-Q3"
    assert walk.window.system.isVisible()
    assert walk.window.system.results.part.key == ""


def test_enter_on_a_pillar_opens_that_pillar(walk: Walk) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        walk.press(key)
    assert walk.window.system.results.part.key == "DAT"
    assert walk.window.system.results.part.isVisible()
    walk.open()
    assert walk.title == "2 of 4 systems fall short of their target"


def test_what_is_under_way_is_gone_on_with(walk: Walk) -> None:
    walk.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    walk.press(Qt.Key.Key_Return)
    assert walk.room.session.assessment is not None
    assert walk.room.session.assessment.system == "Zeta"


def test_a_shared_gate_shows_its_systems_and_esc_all_again(walk: Walk) -> None:
    row = walk.child(QWidget, "shared-gate-ARC-01")
    row.setFocus()
    walk.press(Qt.Key.Key_Space)
    assert walk.names() == ["Beta", "Delta"]
    assert walk.title == "2 of 4 systems fall short of their target"
    assert walk.child(Button, "portfolio-show-all").isVisible()
    walk.press(Qt.Key.Key_Escape)
    assert len(walk.names()) == 6


def test_one_team_and_one_quarter(walk: Walk) -> None:
    team = walk.child(Select, "portfolio-team")
    team.setCurrentIndex(team.findData("=Red"))
    team.chosen.emit(team.key)
    walk.room.settle()
    assert walk.names() == ["Alpha", "Beta"]
    assert walk.title == "1 of 2 systems falls short of its target"
    quarter = walk.child(Select, "portfolio-quarter")
    quarter.setCurrentIndex(quarter.findData("2026-Q2"))
    quarter.chosen.emit(quarter.key)
    walk.room.settle()
    assert walk.title == "Beta falls short of its target"


def test_t_shows_the_charts_as_tables(walk: Walk) -> None:
    walk.press(Qt.Key.Key_T)
    views = walk.page.systems.first.views
    assert all(view.is_table for view in views)
    model = views[0].table.model()
    assert [model.index(0, column).data() for column in range(4)] == ["1×", "1", "1", "0"]
    walk.press(Qt.Key.Key_T)
    assert not any(view.is_table for view in views)


def test_the_menu_of_a_row_archives_its_system_and_undo_brings_it_back(walk: Walk) -> None:
    walk.table.menu_asked.emit(1, QPoint(200, 200))
    menu = next(one for one in walk.page.findChildren(PortfolioRowMenu) if one.isVisible())
    next(one for one in menu.actions() if one.objectName() == "row-archive").trigger()
    menu.close()
    walk.room.settle()
    assert "Beta" not in walk.names()
    assert walk.title == "1 of 3 systems falls short of its target"
    walk.window.activateWindow()
    walk.qtbot.waitUntil(walk.window.isActiveWindow)
    walk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Beta" in walk.names()


def test_the_systems_and_the_round_are_two_views_of_one_place(walk: Walk) -> None:
    views = walk.child(Segmented, "portfolio-views")
    assert not views.isHidden()
    assert views.value == "systems"


def test_a_first_run_says_what_will_be_here(room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    room.session.create_workspace(room.places.workspace)
    room.settle()
    path = room.places.workspace
    walk = _walk(room, theme, icons, qtbot, path)
    assert walk.title == "Portfolio"
    button = walk.child(Button, "portfolio-new")
    assert button.hasFocus()
    walk.press(Qt.Key.Key_Space)
    assert walk.window.setup.isVisible()


def test_one_system_is_named(room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    path = room.places.workspace.with_name("one.readiness")
    write_systems(path, [Sealed(system="Alpha", levels=(3, 3))]).workspace.database.close()
    walk = _walk(room, theme, icons, qtbot, path)
    assert walk.title == "Alpha carries its target"
    assert walk.child(SharedPanel, "shared-gate-panel").accessibleName() == "No gate is open anywhere"


def test_more_systems_than_a_screen_holds_come_in_behind_the_first(
    room: Room, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    path = room.places.workspace.with_name("hundred.readiness")
    desk = write_systems(path, [Sealed(system="Alpha", levels=(3, 3))])
    desk.workspace.connection.executemany(
        "INSERT INTO systems (name, folded, created_at) VALUES (?, ?, '')",
        [(f"System {number:03d}", f"system {number:03d}") for number in range(120)],
    )
    desk.workspace.database.close()
    walk = _walk(room, theme, icons, qtbot, path)
    assert len(walk.names()) == 121
    assert walk.words(1)[-1] == "2026‑Q3"
    assert walk.words(1)[2] == ""
