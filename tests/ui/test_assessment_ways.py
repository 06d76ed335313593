"""Whole assessments in the window: deleted and taken back, revised, framed anew, printed as an agenda."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.services.first_look import SystemLine
from readiness.ui.desk import Desk
from readiness.ui.dialogs.purge_dialog import PurgeDialog
from readiness.ui.dialogs.trash_dialog import TrashDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.home.row_menu import RowMenu, revisable
from readiness.ui.theme import Theme
from readiness.ui.widgets.message_bar import MessageBar

W = TypeVar("W", bound=QWidget)
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
SYSTEM_WAYS = ("Rename…", "Team…", "Split into parts…", "Merge with another…", "Archive")


class House:
    """A window over the sample."""

    def __init__(self, room: Room, window: MainWindow, qtbot: QtBot) -> None:
        self.room = room
        self.window = window
        self.qtbot = qtbot

    def child(self, kind: type[W], name: str) -> W:
        """Return a widget of the window by its name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, and wait for what comes of it."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.room.settle()

    def select(self, row: int) -> QTableView:
        """Go to a row of Home."""
        view = self.child(QTableView, "systems")
        view.setFocus()
        view.setCurrentIndex(view.model().index(row, 0))
        return view

    def menu(self, row: int) -> QMenu:
        """Open the menu of a row as the Menu key does."""
        view = self.select(row)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), NONE)
        QApplication.sendEvent(view.viewport(), event)
        return self.child(QMenu, "row-menu-list")

    def message(self) -> str:
        """Return what the bar across the top says, nothing while it is away."""
        bar = self.window.findChild(MessageBar)
        assert isinstance(bar, MessageBar)
        return bar.accessibleName() if bar.isVisible() else ""

    def lines(self, system: str) -> list[str]:
        """Return the quarters a system has, as Home knows them."""
        found = next(line for line in self.room.session.home if line.name == system)
        return [f"{line.period}#{line.revision} {line.state}" for line in found.assessments]


@pytest.fixture
def house(qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written_sample: Path) -> Iterator[House]:
    shutil.copy(written_sample, room.places.sample)
    window = MainWindow(room.session, theme, icons, room.places, now)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.files.open_sample()
    room.settle()
    yield House(room, window, qtbot)
    window.hide()
    window.deleteLater()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_delete_is_done_at_once_and_undone_from_the_bar(house: House) -> None:
    before = house.lines("Checkout API")
    house.select(0)
    house.press(Qt.Key.Key_Delete)
    assert house.lines("Checkout API") == before[:-1]
    assert house.message().startswith("Checkout API, 2026‑Q3 is deleted.")

    house.press(Qt.Key.Key_Z, ALT)
    assert house.lines("Checkout API") == before
    assert house.message() == "Checkout API, 2026‑Q3 is back."


def test_alt_z_does_nothing_while_the_bar_offers_nothing(house: House) -> None:
    house.select(0)
    house.press(Qt.Key.Key_Z, ALT)

    assert house.message() == ""


def test_the_menu_of_a_row_offers_what_is_possible(house: House) -> None:
    assert texts(house.menu(0)) == [
        "Open 2026‑Q3",
        "New assessment…",
        "Start a revision of 2026‑Q3…",
        "Delete",
        *SYSTEM_WAYS,
        "Deleted assessments…",
    ]


def test_an_older_quarter_is_deleted_from_the_menu(house: House) -> None:
    older = house.menu(0).findChild(QMenu, "row-delete-list")
    assert isinstance(older, QMenu)
    older.actions()[1].trigger()
    house.room.settle()

    assert "2026-Q2#1 closed" not in house.lines("Checkout API")
    assert "2026-Q3#1 closed" in house.lines("Checkout API")


def test_the_button_at_the_row_opens_the_same_menu(house: House) -> None:
    house.select(1)
    house.child(QAbstractButton, "row-menu").click()

    assert texts(house.child(QMenu, "row-menu-list"))[0] == "Open 2026‑Q3"


def test_a_backup_is_looked_at_and_not_changed(house: House) -> None:
    system = house.room.session.home[0]
    menu = RowMenu(system, house.window, read_only=True)

    assert texts(menu) == ["Open 2026‑Q3", "Deleted assessments…"]


def test_a_system_without_assessments_offers_a_new_one(house: House) -> None:
    menu = RowMenu(SystemLine(99, "New", "", archived=False, assessments=()), house.window, read_only=False)

    assert texts(menu) == ["New assessment…", *SYSTEM_WAYS, "Deleted assessments…"]


def test_a_revision_is_explained_in_a_sentence_and_started_with_enter(house: House) -> None:
    menu = house.menu(0)
    next(action for action in menu.actions() if "revision" in action.text()).trigger()
    dialog = house.child(QWidget, "question-dialog")
    house.qtbot.waitUntil(dialog.isActiveWindow)
    assert "open copy with every answer" in words(dialog)
    house.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    house.room.settle()

    assert house.room.assessment.revision == 2
    assert not house.room.assessment.sealed
    assert house.lines("Checkout API")[-1] == "2026-Q3#2 open"


def test_escape_starts_no_revision(house: House) -> None:
    house.window.ways.ask_for_revision(house.room.session.home[0].assessments[-1].id)
    dialog = house.child(QWidget, "question-dialog")
    house.qtbot.waitUntil(dialog.isActiveWindow)
    house.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    house.room.settle()

    assert house.room.session.assessment is None


def test_while_a_revision_is_open_no_second_one_is_offered(house: House) -> None:
    house.room.session.start_revision(house.room.session.home[0].assessments[-1].id)
    house.room.settle()

    assert revisable(house.room.session.home[0]) is None


def test_deleted_assessments_are_listed_and_restored_by_keyboard(house: House) -> None:
    house.select(0)
    house.press(Qt.Key.Key_Delete)
    house.window.ways.show_trash()
    house.room.settle()
    dialog = house.child(TrashDialog, "trash-dialog")
    house.qtbot.waitUntil(dialog.isActiveWindow)
    assert "Checkout API, 2026‑Q3" in words(dialog)

    restore = QApplication.focusWidget()
    assert restore is not None
    assert restore.accessibleName() == "Restore Checkout API, 2026‑Q3"
    house.press(Qt.Key.Key_Return)
    assert "2026-Q3#1 closed" in house.lines("Checkout API")
    assert "Nothing was deleted in this file." in words(dialog)
    house.press(Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.window.findChild(TrashDialog) is None)


def test_what_cannot_be_restored_says_why_in_the_list(house: House) -> None:
    session = house.room.session
    lines = session.home[0].assessments
    session.delete_assessment(lines[-1].id)
    house.room.settle()
    house.room.start("Checkout API")
    session.leave_assessment()
    house.room.settle()
    house.window.ways.show_trash()
    house.room.settle()
    dialog = house.child(TrashDialog, "trash-dialog")
    house.qtbot.waitUntil(dialog.isActiveWindow)
    house.press(Qt.Key.Key_Return)

    assert "Another assessment has this period now." in words(dialog)
    dialog.reject()


def test_what_nobody_answered_is_deleted_for_good_a_year_later_by_name(house: House) -> None:
    session = house.room.session
    house.room.start("Order desk")
    id_ = session.assessment_id
    assert id_ is not None
    session.delete_assessment(id_)
    session.delete_assessment(session.home[0].assessments[-1].id)
    house.room.settle()
    session.run_errand(_a_year_ago, lambda _: None)
    house.room.settle()
    house.window.ways.show_trash()
    house.room.settle()
    dialog = house.child(TrashDialog, "trash-dialog")
    assert "sealed, deleted" in words(dialog)
    assert [button.objectName() for button in purging(dialog)] == [f"purge-{id_}"]

    purging(dialog)[0].click()
    asking = house.child(PurgeDialog, "purge-dialog")
    house.qtbot.waitUntil(asking.isActiveWindow)
    now = house.child(QAbstractButton, "purge-now")
    house.qtbot.keyClicks(house.child(QLineEdit, "purge-name"), "order")
    assert not now.isEnabled()
    house.qtbot.keyClicks(house.child(QLineEdit, "purge-name"), " desk")
    house.press(Qt.Key.Key_Return)

    assert "Order desk" not in words(dialog)
    assert purging(dialog) == []
    dialog.reject()


def _a_year_ago(desk: Desk) -> None:
    with desk.assessing.workspace.database.transaction() as connection:
        connection.execute(
            "UPDATE assessments SET trashed_at = '2025-08-01T08:00:00.000Z' WHERE trashed_at > ''"
        )


def purging(dialog: TrashDialog) -> list[QAbstractButton]:
    found = [button for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    return [button for button in found if button.objectName().startswith("purge-")]


def test_the_palette_finds_the_deleted_ones(house: House) -> None:
    names = {action.text() for action in house.window.commands.everywhere()}

    assert "Deleted assessments…" in names


def test_scope_and_people_lead_from_the_open_assessment_and_back(house: House) -> None:
    open_one = house.room.session.home[1].assessments[-1]
    house.room.session.open_assessment(open_one.id)
    house.room.settle()
    action(house, "set-up").trigger()
    house.room.settle()
    assert house.window.setup.isVisible()

    house.qtbot.keyClicks(house.child(QWidget, "team"), "ignored")
    house.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert house.window.system.isVisible()
    assert house.room.session.assessment_id == open_one.id


def test_a_sealed_assessment_offers_no_frame_and_no_agenda(house: House) -> None:
    house.room.session.open_assessment(house.room.session.home[0].assessments[-1].id)
    house.room.settle()

    assert not action(house, "set-up").isEnabled()
    assert not action(house, "print-agenda").isEnabled()
    assert action(house, "delete-assessment").isEnabled()


def test_the_open_assessment_is_deleted_from_its_menu(house: House) -> None:
    house.room.session.open_assessment(house.room.session.home[1].assessments[-1].id)
    house.room.settle()
    house.child(QAbstractButton, "system-menu").click()
    menu = house.child(QMenu, "system-menu-list")
    assert texts(menu) == [
        "Set-up of this assessment…",
        "Print the agenda…",
        "Move to a newer version…",
        "Delete this assessment",
    ]
    menu.actions()[-1].trigger()
    house.room.settle()

    assert house.window.home.isVisible()
    assert "2026-Q3#1 open" not in house.lines("Order service")


def test_the_agenda_is_written_where_one_says(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    house.room.session.open_assessment(house.room.session.home[1].assessments[-1].id)
    house.room.settle()
    given: list[str] = []

    def answer(_parent: QWidget, _title: str, wanted: str, *_rest: str) -> tuple[str, str]:
        given.append(Path(wanted).name)
        return str(tmp_path / "ours"), "PDF on Letter (*.pdf)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    with house.qtbot.waitSignal(house.room.session.agenda_exported, timeout=60_000):
        action(house, "print-agenda").trigger()

    assert given == ["Order service 2026-Q3 agenda.pdf"]
    assert (tmp_path / "ours.pdf").read_bytes().startswith(b"%PDF")
    assert house.message() == "Written: ours.pdf"


def test_no_place_writes_no_agenda(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.room.session.open_assessment(house.room.session.home[1].assessments[-1].id)
    house.room.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    action(house, "print-agenda").trigger()

    assert house.message() == ""


def action(house: House, name: str) -> QAction:
    """Return an action of the open assessment’s menu."""
    found = house.window.system.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def words(widget: QWidget) -> str:
    """Return every text that is shown."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
