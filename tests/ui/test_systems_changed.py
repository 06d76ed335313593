"""Renaming, splitting, merging and archiving from Home, with the keyboard, and every step undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.services.looking_back import history
from readiness.ui.comparing import Pair, hold
from readiness.ui.desk import Desk
from readiness.ui.dialogs.names_dialog import NamesDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar

Asking = Callable[[str, str], NamesDialog]


@pytest.fixture
def window(sample_room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> MainWindow:
    made = MainWindow(sample_room.session, theme, icons, sample_room.places, now)
    qtbot.addWidget(made, before_close_func=_let_close)
    made.show()
    sample_room.session.refresh_home()
    sample_room.settle()
    return made


def _let_close(window: object) -> None:
    if isinstance(window, MainWindow):
        window._may_close = True


@pytest.fixture
def asking(window: MainWindow, sample_room: Room) -> Asking:
    """Return a way to open the dialog of a change through a row’s menu."""

    def ask(system: str, what: str) -> NamesDialog:
        _choose(window, sample_room, system, what)
        return next(one for one in window.findChildren(NamesDialog) if one.isVisible())

    return ask


def _choose(window: MainWindow, room: Room, system: str, what: str) -> None:
    home = window.home
    row = next(n for n, one in enumerate(home._model.rows) if one.name == system)
    home._on_menu_asked(row, QPoint(200, 200))
    menu = next(one for one in home.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.objectName() == f"row-{what}").trigger()
    menu.close()
    room.settle()


def _names(room: Room) -> list[str]:
    return [f"{one.name}{' (archived)' * one.archived}" for one in room.session.home]


def _write(dialog: NamesDialog, qtbot: QtBot, *names: str) -> None:
    for number, name in enumerate(names, start=1):
        field = dialog.findChild(Field, f"system-name-{number}")
        assert field is not None
        field.selectAll()
        qtbot.keyClicks(field, name)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_system_is_renamed_and_the_name_undone(
    asking: Asking, sample_room: Room, qtbot: QtBot, window: MainWindow
) -> None:
    _write(asking("Search", "rename"), qtbot, "Finding")
    sample_room.settle()
    assert "Finding" in _names(sample_room)
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert bar.message is not None
    assert bar.message.title == "Search is called Finding now."
    sample_room.session.undo_stack.undo()
    sample_room.settle()
    assert "Search" in _names(sample_room)
    assert sample_room.session.undo_stack.redoText() == "rename Search"
    sample_room.session.undo_stack.redo()
    sample_room.settle()
    assert "Finding" in _names(sample_room)


def test_the_team_of_a_system_is_set_taken_away_and_undone(
    asking: Asking, sample_room: Room, qtbot: QtBot, window: MainWindow
) -> None:
    def team() -> str:
        sample_room.settle()
        return next(one.team for one in sample_room.session.home if one.name == "Search")

    assert team() == "Storefront"
    _write(asking("Search", "team"), qtbot, "Finding and browsing")
    assert team() == "Finding and browsing"
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert bar.message is not None
    assert bar.message.title == "Search belongs to Finding and browsing now."
    _write(asking("Search", "team"), qtbot, " ")
    assert team() == ""
    sample_room.session.undo_stack.undo()
    assert team() == "Finding and browsing"
    sample_room.session.undo_stack.undo()
    assert team() == "Storefront"


def test_a_name_that_is_taken_is_said_under_the_field(
    asking: Asking, sample_room: Room, qtbot: QtBot
) -> None:
    dialog = asking("Search", "rename")
    _write(dialog, qtbot, "ORDER service")
    assert dialog.isVisible()
    assert dialog._fields[0].error == "Another system is called ORDER service."
    _write(dialog, qtbot, "a@b")
    assert "no @" in dialog._fields[0].error
    dialog.reject()
    assert "Search" in _names(sample_room)


def test_a_system_is_split_and_put_together_again(asking: Asking, sample_room: Room, qtbot: QtBot) -> None:
    before = _names(sample_room)
    _write(asking("Checkout API", "split"), qtbot, "Basket", "Payment")
    sample_room.settle()
    assert {"Basket", "Payment", "Checkout API (archived)"} <= set(_names(sample_room))
    sample_room.session.undo_stack.undo()
    sample_room.settle()
    assert _names(sample_room) == before


def test_two_systems_are_merged(asking: Asking, sample_room: Room, qtbot: QtBot) -> None:
    dialog = asking("Checkout API", "merge")
    _write(dialog, qtbot, "Shop")
    sample_room.settle()
    assert _names(sample_room) == ["Search", "Shop", "Checkout API (archived)", "Order service (archived)"]


def test_a_split_in_use_stays_on_the_stack_when_its_undo_is_refused(
    asking: Asking, sample_room: Room, qtbot: QtBot
) -> None:
    session = sample_room.session
    _write(asking("Search", "split"), qtbot, "Finding", "Sorting")
    sample_room.settle()

    def use(desk: Desk) -> None:
        desk.assessing.start(Draft(system="Finding", period=Period(2026, 4)))

    session.run_errand(use, lambda _done: None)
    sample_room.settle()
    told: list[Exception] = []
    session.failed.connect(told.append)
    session.undo_stack.undo()
    sample_room.settle()
    assert "in use already" in str(told[0])
    assert session.undo_stack.undoText() == "split Search"
    assert not session.undo_stack.canRedo()
    assert "Finding" in _names(sample_room)


def test_what_is_archived_is_folded_away_and_comes_back(
    window: MainWindow, sample_room: Room, qtbot: QtBot
) -> None:
    _choose(window, sample_room, "Search", "archive")
    shown = [row.name for row in window.home._model.rows]
    assert shown == ["Checkout API", "Order service"]
    fold = window.home.findChild(QPushButton, "archived-systems")
    assert fold is not None
    assert fold.text() == "1 archived system"
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert [row.state for row in window.home._model.rows][-1] == "Archived"
    _choose(window, sample_room, "Search", "unarchive")
    assert [row.name for row in window.home._model.rows] == ["Checkout API", "Order service", "Search"]
    assert fold.isHidden()


def test_compare_says_whose_a_quarter_was(sample_room: Room) -> None:
    """A part's quarter is held against the last one of the whole it came from."""
    pair: list[Pair | None] = []

    def errand(desk: Desk) -> Pair | None:
        work = desk.assessing
        sealed = next(system for system in work.home() if system.name == "Checkout API")
        work.split_system(sealed.id, ["Basket", "Payment"])
        reference = sealed.assessments[-1].questionnaire
        draft = Draft(system="Basket", period=Period(2026, 4), questionnaire=reference)
        id_ = work.start_from(draft, sealed.assessments[-1].id, "check-in")
        work.close_assessment(id_)
        found = history(work, id_)
        return hold(found, len(found.assessments) - 2, len(found.assessments) - 1)

    sample_room.session.run_errand(errand, pair.append)
    sample_room.settle()
    assert pair[0] is not None
    assert pair[0].origins == ("2026‑Q3 is from Checkout API",)
