"""The round in the window, by keyboard: dates, reasons, the reminder, packages, pages, the list."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from builders import level
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.domain.promises import Decision
from readiness.services.assessing import Assessing, Draft
from readiness.services.sealed_packages import export_package
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.key_help import page_keys
from readiness.ui.main_window import MainWindow
from readiness.ui.models.round_model import DUE, SYSTEM
from readiness.ui.pages.round.package_row import PackageRow
from readiness.ui.pages.round.round_view import RoundView
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from readiness.domain.counting import Side

W = TypeVar("W", bound=QWidget)
QUARTER = Period(2026, 3)
NO_KEY = Qt.KeyboardModifier.NoModifier


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


def _started(workspace: Assessing, system: str, engineering: int = 0, product: int = 0) -> int:
    id_ = workspace.start(Draft(system=system, period=QUARTER, mode="private"))
    whole = workspace.load(id_).questionnaire
    counts: dict[Side, int] = {"engineering": engineering, "product": product}
    for side, count in counts.items():
        workspace.answer_many(id_, [(question.id, side, level(2)) for question in asked(whole, side)[:count]])
    return id_


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace of four systems and a package of a fifth; written once."""
    folder = tmp_path_factory.mktemp("round")
    ours = Assessing.create(folder / "ours.readiness", clock)
    _started(ours, "Promotions", engineering=41)
    _started(ours, "Returns", engineering=99, product=99)
    _started(ours, "Loyalty", product=99)
    sealed = _started(ours, "Search", engineering=99, product=99)
    ours.reveal(sealed)
    ours.close_assessment(sealed)
    ours.workspace.database.close()
    theirs = Assessing.create(folder / "theirs.readiness", clock)
    media = _started(theirs, "Media", engineering=99, product=99)
    theirs.reveal(media)
    theirs.close_assessment(media)
    export_package(theirs, media, folder / "media.readiness-package")
    theirs.workspace.database.close()
    return folder


class House:
    """A window with the round shown."""

    def __init__(self, room: Room, window: MainWindow, qtbot: QtBot) -> None:
        self.room = room
        self.window = window
        self.qtbot = qtbot

    @property
    def view(self) -> RoundView:
        return self.child(RoundView)

    def child(self, kind: type[W], name: str = "") -> W:
        found = self.window.findChild(kind, name) if name else self.window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def pick(self, system: str, action: str) -> None:
        """Do what the menu of a row offers."""
        self.choose(system)
        self.view.acts.show_menu(self.view.table.current_row, QPoint())
        menu = self.child(QMenu, "round-menu")
        found = menu.findChild(QAction, action)
        assert isinstance(found, QAction)
        found.trigger()
        menu.close()
        self.room.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.room.settle()

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert isinstance(focused, Field)
        focused.clear()
        self.qtbot.keyClicks(focused, text)
        self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.view.table.findChild(Field, "round-due") is None)
        self.room.settle()

    def click(self, name: str) -> None:
        self.child(QAbstractButton, name).click()
        self.room.settle()

    def open(self, file: Path) -> None:
        self.room.session.open_workspace(file)
        self.room.settle()
        self.window.go_portfolio()
        self.room.settle()
        self.click("option-round")
        self.window.activateWindow()
        self.view.take_focus()

    def choose(self, system: str) -> None:
        names = [row.entry.system for row in self.view.rows]
        self.view.table.select(names.index(system))
        self.view.table.setFocus()

    def due(self, system: str) -> date | None:
        return next(row.entry.due for row in self.view.rows if row.entry.system == system)

    def said(self) -> str:
        message = self.child(MessageBar).message
        return "" if message is None else f"{message.title} {message.text}".strip()

    def dialog(self) -> Sheet:
        return next(sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible())

    def texts(self) -> list[str]:
        return [label.text() for label in self.dialog().findChildren(QLabel)]


@pytest.fixture
def house(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written: Path, tmp_path: Path
) -> Iterator[House]:
    shutil.copy(written / "ours.readiness", tmp_path / "ours.readiness")
    window = MainWindow(room.session, theme, icons, room.places, now)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = House(room, window, qtbot)
    made.open(tmp_path / "ours.readiness")
    yield made
    window.hide()
    window.deleteLater()


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(written / "media.readiness-package", tmp_path))


def chosen_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[object]:
    """Answer the file dialog; return what it was opened with."""
    offered: list[object] = []

    def answer(*given: object) -> tuple[str, str]:
        offered.append(given[2])
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def test_the_round_says_who_has_answered_and_what_waits(house: House) -> None:
    assert house.child(QLabel, "portfolio-title").text() == "Round 2026‑Q3"
    assert {row.entry.system: row.state for row in house.view.rows} == {
        "Loyalty": "hidden until both have answered",
        "Promotions": "hidden until both have answered",
        "Returns": "both in, ready to reveal",
        "Search": "",
    }
    assert "three systems are not done yet" in house.view.reminder.text


def test_the_table_behaves_as_tables_do(house: House) -> None:
    QAbstractItemModelTester(house.view.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = house.view.table.model()
    assert model.headerData(DUE, Qt.Orientation.Horizontal) == "Due"
    spoken = model.index(1, SYSTEM).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        spoken
        == "Promotions, Engineering 41 of 71, Product 0 of 33, no date, hidden until both have answered"
    )


def test_a_date_is_typed_in_its_place_and_undone(house: House) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_D)
    house.type("18 Sep")
    assert house.due("Promotions") == date(2026, 9, 18)
    assert house.view.rows[0].entry.system == "Promotions"
    assert house.room.session.undo_stack.undoText() == "due date of Promotions"
    house.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert house.due("Promotions") is None
    house.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert house.due("Promotions") == date(2026, 9, 18)


def test_what_is_late_is_first_and_leads_the_reminder(house: House) -> None:
    house.choose("Returns")
    house.press(Qt.Key.Key_F2)
    house.type("2026-09-09")
    first = house.view.rows[0]
    assert (first.entry.system, first.due.replace("\u00a0", " "), first.urgency) == (
        "Returns",
        "9 Sep, late",
        "late",
    )
    assert house.view.reminder.text.startswith(
        "Readiness 2026-Q3: one system is due.\n\nReturns, 9 Sep, late:"
    )


def test_what_is_no_day_changes_nothing_and_says_how_to_write_one(house: House) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_D)
    house.type("soonish")
    assert house.due("Promotions") is None
    assert "“soonish” is no day. Write it like 18 Sep" in house.said()


def test_escape_leaves_a_date_as_it_was(house: House) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_D)
    house.press(Qt.Key.Key_Escape)
    assert house.due("Promotions") is None
    assert house.room.session.undo_stack.count() == 0


def test_what_is_sealed_takes_no_date_and_says_why(house: House) -> None:
    house.choose("Search")
    house.press(Qt.Key.Key_D)
    assert "this system is done" in house.said()


def test_one_date_can_serve_all_that_have_none(house: House) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_D)
    house.type("30 Sep")
    house.pick("Promotions", "round-same-due")
    assert house.due("Loyalty") == house.due("Returns") == date(2026, 9, 30)
    assert house.due("Search") is None
    house.room.session.undo_stack.undo()
    house.room.settle()
    assert house.due("Loyalty") is None


def test_a_system_leaves_with_its_reason_and_comes_back(house: House) -> None:
    house.choose("Loyalty")
    house.press(Qt.Key.Key_L)
    house.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Field))
    house.press(Qt.Key.Key_Return)
    assert any("Say why" in text for text in house.texts())
    house.type("sold in June")
    left = house.view.rows[-1]
    assert (left.entry.system, left.state) == ("Loyalty", "not in this round: sold in June")
    assert "Loyalty" not in house.view.reminder.text
    house.choose("Loyalty")
    house.press(Qt.Key.Key_L)
    assert "Loyalty" in house.view.reminder.text
    house.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Loyalty" not in house.view.reminder.text


def test_s_goes_on_to_the_next_order_and_a_head_turns_it_round(house: House) -> None:
    house.press(Qt.Key.Key_S)
    assert [row.entry.system for row in house.view.rows] == ["Loyalty", "Promotions", "Returns", "Search"]
    house.view.table.horizontalHeader().sectionClicked.emit(SYSTEM)
    assert [row.entry.system for row in house.view.rows] == ["Search", "Returns", "Promotions", "Loyalty"]


def test_where_letters_do_nothing_f2_still_types_a_date(house: House, theme: Theme) -> None:
    theme.set_single_keys(work=False)
    house.choose("Promotions")
    house.press(Qt.Key.Key_S)
    assert house.view.rows[0].entry.system == "Loyalty"
    house.choose("Promotions")
    house.press(Qt.Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), Field)
    theme.set_single_keys(work=True)


def test_ctrl_c_copies_the_reminder_and_nothing_is_sent(house: House) -> None:
    house.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == house.view.reminder.text
    assert "The reminder is copied." in house.said()


def test_the_reminder_is_saved_as_text(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen_file(monkeypatch, tmp_path / "reminder.txt")
    house.click("save-reminder")
    assert (tmp_path / "reminder.txt").read_text("utf-8").strip() == house.view.reminder.text


def test_the_list_is_exported(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen_file(monkeypatch, tmp_path / "list.csv")
    house.click("export-round")
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[2].startswith('"Promotions","answering",41,71,0,33')


def test_pages_for_everybody_who_has_not_answered_come_in_one_go(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def folder(*_given: object) -> str:
        return str(tmp_path / "pages")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    house.click("round-pages")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "Loyalty 2026-Q3 engineering.html",
        "Promotions 2026-Q3 engineering.html",
        "Promotions 2026-Q3 product.html",
    ]
    assert "3 pages for 2 systems are in pages." in house.said()


def test_enter_opens_what_stands_in_the_row(house: House) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_Return)
    assert house.room.assessment.system == "Promotions"


def test_a_package_is_shown_before_it_comes_in_and_can_be_undone(
    house: House, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen_file(monkeypatch, package)
    house.click("take-in-package")
    texts = house.texts()
    assert any(text.startswith("The seal matches: ") for text in texts)
    assert any("74 questions answered, 0 actions, 0 decisions, 0 open facts." in text for text in texts)
    assert "Media is a new system here." in texts
    assert all(row.entry.system != "Media" for row in house.view.rows)
    house.press(Qt.Key.Key_Return)
    media = next(row for row in house.view.rows if row.entry.system == "Media")
    assert (media.entry.state, media.due.replace("\u00a0", " ")) == (
        "package",
        media.due.replace("\u00a0", " "),
    )
    assert house.view.packages.accessibleName() == "One sealed package received"
    house.view.take_focus()
    house.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all(row.entry.state != "package" for row in house.view.rows)
    house.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert any(row.entry.state == "package" for row in house.view.rows)


@pytest.mark.usefixtures("nothing_is_read_here")
def test_the_same_package_again_offers_nothing_to_take_in(house: House, package: Path) -> None:
    for _ in range(2):
        house.view.ways.look_at(package)
        house.room.settle()
        if house.dialog().findChild(QAbstractButton, "package-accept") is not None:
            house.press(Qt.Key.Key_Return)
    assert "It came in before, and nothing in it is new." in house.texts()
    house.press(Qt.Key.Key_Return)


def test_what_a_newer_package_brings_beside_the_seal_can_be_undone(
    house: House, package: Path, written: Path, tmp_path: Path
) -> None:
    house.view.ways.look_at(package)
    house.room.settle()
    house.press(Qt.Key.Key_Return)
    shutil.copy(written / "theirs.readiness", tmp_path / "theirs.readiness")
    theirs = Assessing.open(tmp_path / "theirs.readiness", clock)
    theirs.set_promises(1, (), (Decision(text="A load test", at="2026-09-10"),))
    export_package(theirs, 1, package)
    theirs.workspace.database.close()
    house.view.ways.look_at(package)
    house.room.settle()
    assert any("brings 1 new and 0 changed" in text for text in house.texts())
    house.press(Qt.Key.Key_Return)
    house.room.session.undo_stack.undo()
    house.room.settle()
    house.view.ways.look_at(package)
    house.room.settle()
    assert any("brings 1 new and 0 changed" in text for text in house.texts())


def test_a_broken_seal_is_refused_in_words(house: House, package: Path) -> None:
    package.write_bytes(package.read_bytes().replace(b'"level":2', b'"level":4', 1))
    house.view.ways.look_at(package)
    house.room.settle()
    assert house.said().startswith("Seal broken: what it seals was changed after it was made.")
    assert "Ask for the package again" in house.said()
    assert all(row.entry.system != "Media" for row in house.view.rows)


def test_a_row_of_a_package_opens_what_came_in(house: House, package: Path) -> None:
    house.view.ways.look_at(package)
    house.room.settle()
    house.press(Qt.Key.Key_Return)
    (row,) = (one for one in house.view.packages.findChildren(PackageRow) if one.isVisible())
    assert row.accessibleName().startswith("Media, seal matches, ")
    row.click()
    house.room.settle()
    assert house.room.assessment.system == "Media"


def test_what_is_sealed_here_goes_out_as_a_package(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = chosen_file(monkeypatch, tmp_path / "search.readiness-package")
    house.pick("Search", "round-package")
    assert offered == ["Search 2026-Q3.readiness-package"]
    assert (tmp_path / "search.readiness-package").read_bytes().startswith(b'{"actions":')
    assert "Written: search.readiness-package" in house.said()


def test_another_quarter_is_another_round(house: House) -> None:
    house.view.show_period("2026-Q2")
    house.room.settle()
    assert house.view.rows == ()
    assert house.view.empty.isVisible()


def test_no_step_of_one_file_is_undone_in_another(house: House, written: Path, tmp_path: Path) -> None:
    house.choose("Promotions")
    house.press(Qt.Key.Key_D)
    house.type("18 Sep")
    shutil.copy(written / "ours.readiness", tmp_path / "other.readiness")
    house.open(tmp_path / "other.readiness")
    assert not house.room.session.undo_stack.canUndo()
    assert house.due("Promotions") is None


def test_an_empty_workspace_says_how_a_round_begins(house: House, tmp_path: Path) -> None:
    house.room.session.create_workspace(tmp_path / "empty.readiness")
    house.room.settle()
    house.open(tmp_path / "empty.readiness")
    assert house.view.empty.isVisible()
    house.press(Qt.Key.Key_Return)
    assert house.window.setup.isVisible()


def test_everything_one_can_press_has_a_name(house: House) -> None:
    for button in house.view.findChildren(QAbstractButton):
        if not button.objectName().startswith("qt_"):
            assert button.objectName(), button.text()
            assert button.accessibleName() or button.text()
    interface = QAccessible.queryAccessibleInterface(house.view.table)
    assert interface.text(QAccessible.Text.Name) == "Systems of the round"


def test_the_keys_of_the_round_stand_in_the_key_sheet() -> None:
    told = {help_.does for help_ in page_keys("portfolio")}
    assert {"Type a due date", "Leave the round, or come back", "Copy the reminder"} <= told
