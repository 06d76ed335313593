"""Whatever takes the focus in any page, dialog or window has a name for readers and an objectName."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from meeting_rooms import private
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now
from spoken import spoken_name

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.displays import Display
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

LAPTOP = Display("eDP-1", "Laptop", QRect(0, 0, 1440, 900))


def nameless(root: QWidget) -> list[str]:
    """Return what is shown, takes the focus by Tab, and lacks a name."""
    found = []
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not takes or not widget.isVisibleTo(root) or widget.window() is not root.window():
            continue
        where = f"{type(widget).__name__} {widget.objectName()} in {_path(widget)}"
        if not spoken_name(widget).strip():
            found.append(f"{where} has no accessible name")
        if not widget.objectName():
            found.append(f"{where} has no objectName")
    return found


def _path(widget: QWidget) -> str:
    parent, names = widget.parentWidget(), []
    while parent is not None:
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names[:4])


@pytest.fixture
def window(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written_sample: Path
) -> Iterator[MainWindow]:
    """Return the whole window with the sample open."""
    shutil.copy(written_sample, room.places.sample)
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.files.open_sample()
    room.settle()
    yield made
    made.hide()
    made.system.report._preview.wait()


def opened(room: Room, system: int) -> None:
    room.session.open_assessment(room.session.home[system].assessments[-1].id)
    room.settle()


def test_every_page_names_what_takes_the_focus(window: MainWindow, room: Room) -> None:
    found = nameless(window)
    window.new_assessment("Checkout API")
    room.settle()
    found += nameless(window)
    for system, pages in (
        (1, ("assess", "table", "closing")),
        (0, ("results", "limits", "roadmap", "compare", "report", "closing", "assess", "table")),
    ):
        opened(room, system)
        for key in pages:
            window.system.show_page(key)
            room.settle()
            QApplication.processEvents()
            found += [f"{key}: {one}" for one in nameless(window)]
    assert list(dict.fromkeys(found)) == []


def test_what_pages_show_on_request_is_named_too(window: MainWindow, room: Room) -> None:
    opened(room, 0)
    system = window.system
    found = []
    for key, toggle in (
        ("results", system.results.toggle_tables),
        ("roadmap", system.roadmap.toggle_table),
        ("compare", system.compare.toggle_tables),
    ):
        system.show_page(key)
        toggle()
        QApplication.processEvents()
        found += [f"{key}, table: {one}" for one in nameless(window)]
    system.show_page("results")
    for part in ("DAT", "ARC.FLR"):
        system.results.show_part(part)
        found += [f"{part}: {one}" for one in nameless(window)]
    assert list(dict.fromkeys(found)) == []


def test_a_meeting_with_two_sides_is_named(window: MainWindow, room: Room) -> None:
    apart = private(room)[0]
    window.system.assess.go_to(apart)
    found = nameless(window)
    presenting = window.presenting
    presenting.present(LAPTOP, alone=False)
    for shown in (presenting.view, presenting.facilitator):
        assert shown is not None
        found += nameless(shown)
    presenting.stop()
    assert found == []


def test_a_hand_over_is_named(window: MainWindow, room: Room) -> None:
    private(room, revealed=False)
    found = nameless(window)
    room.session.hand_over("product")
    QApplication.processEvents()
    assert [*found, *nameless(window)] == []


def test_every_dialog_names_what_takes_the_focus(window: MainWindow, room: Room) -> None:
    opened(room, 0)
    window.system.show_page("results")
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    found: list[str] = []
    seen = 0
    for show in _dialogs(window):
        show()
        room.settle()
        window.safekeeping.settle()
        for sheet in [one for one in window.findChildren(Sheet) if one.isVisible()]:
            seen += 1
            found += nameless(sheet)
            sheet.reject()
    assert seen == len(_dialogs(window))
    assert list(dict.fromkeys(found)) == []


def test_the_dialogs_of_a_limit_and_of_an_action_are_named(window: MainWindow, room: Room) -> None:
    opened(room, 1)
    system = window.system
    found = []
    system.show_page("limits")
    system.limits.add()
    found += [one for sheet in window.findChildren(Sheet) for one in nameless(sheet)]
    for sheet in window.findChildren(Sheet):
        sheet.reject()
    system.show_page("roadmap")
    system.roadmap.board.asked.emit("edit", system.roadmap.board.current)
    found += [one for sheet in window.findChildren(Sheet) if sheet.isVisible() for one in nameless(sheet)]
    assert list(dict.fromkeys(found)) == []


def _dialogs(window: MainWindow) -> tuple[Callable[[], object], ...]:
    return (
        window.show_settings,
        window.help.show_about,
        window.help.show,
        window.help.show_method,
        window.help.show_data,
        window.show_keys,
        window.show_palette,
        window.ways.show_trash,
        window.backups.show,
        window.backups.show_places,
        partial(window.backups.look_in, Path(window._session.path).parent),
        window.backups.show_people,
        partial(window.first_place.ask, window.go_home),
        window.system.results.explain,
    )


def test_the_check_finds_what_has_no_name(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    plain = QWidget(root)
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    root.show()
    assert [one.rsplit(" has ", 1)[1] for one in nameless(root)] == ["no accessible name", "no objectName"]
