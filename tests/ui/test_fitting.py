"""Every page, dialog and window at several sizes, in both themes and with large text: nothing is cut."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from fitting import faults, painted_faults
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.ui.dialogs.portfolio_report_dialog import PortfolioReportDialog
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.displays import Display
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Choice, Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

SMALL, USUAL, LARGE = QSize(1180, 720), QSize(1440, 900), QSize(3840, 2160)
LAPTOP: Final = Display("eDP-1", "Laptop", QRect(0, 0, 1440, 900))


@dataclass
class Look:
    """One size, theme and text size, and every window as it was walked through."""

    window: MainWindow
    room: Room
    monkeypatch: pytest.MonkeyPatch
    size: QSize
    zoom: float
    found: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def check(self, name: str, root: QWidget | None = None) -> None:
        """Note what does not fit in a window as it stands."""
        shown = root or self.window
        self.seen.append(name)
        told: list[str] = []
        for _ in range(6):  # what wraps asks for its height once it knows its width, and so on upwards
            QApplication.processEvents()
            told = [*faults(shown, self.zoom), *painted_faults(shown, self.monkeypatch)]
            if not told:
                break
        self.found += [f"{name}, {self.size.width()}: {one}" for one in told]

    def open(self, system: int, place: int = -1) -> None:
        """Open an assessment of the sample."""
        self.room.session.open_assessment(self.room.session.home[system].assessments[place].id)
        self.room.settle()

    def page(self, key: str) -> None:
        """Check a page of the open assessment."""
        self.window.system.show_page(key)
        self.room.settle()
        self.check(key)

    def dialog(self, name: str, show: Callable[[], object]) -> None:
        """Check a dialog and put it away."""
        show()
        self.room.settle()
        self.window.safekeeping.settle()
        self.room.settle()
        for sheet in [one for one in self.window.findChildren(Sheet) if one.isVisible()]:
            self.check(name, sheet)
            sheet.reject()
        assert self.seen[-1] == name


Walk = Callable[..., Look]


@pytest.fixture
def walk(
    qtbot: QtBot,
    room: Room,
    theme: Theme,
    icons: Icons,
    written_sample: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Walk]:
    """Return how to walk through all of the window in one look."""
    shutil.copy(written_sample, room.places.sample)
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)

    def go(choice: Choice, size: QSize, zoom: float = 1.0) -> Look:
        room.session.change_settings(replace(room.session.settings, theme=choice, zoom=zoom))
        look = Look(window, room, monkeypatch, size, zoom)
        window.resize(size)
        window.show()
        pages(look)
        if size == SMALL:
            room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
            meeting(look)
            parts(look)
            dialogs(look)
        assert (theme.mode, theme.zoom) == (choice, zoom)
        return look

    yield go
    window.hide()
    window.system.report._preview.wait()
    theme.set_zoom(1.0)


def pages(look: Look) -> None:
    """Walk through every page."""
    window, room = look.window, look.room
    room.open_own()
    look.check("home, empty")
    window.files.open_sample()
    room.settle()
    look.check("home")
    window.new_assessment("Checkout API")
    room.settle()
    look.check("set-up")
    look.open(1)
    for key in ("assess", "table", "closing"):
        look.page(key)
    look.open(0)
    for key in ("results", "limits", "roadmap", "compare", "assess", "table", "closing", "report"):
        look.page(key)
    window.go_portfolio()
    for key in ("systems", "round"):
        window._pages.portfolio.show_view(key)
        room.settle()
        look.check(key)
    window._pages.portfolio.show_view("systems")


def parts(look: Look) -> None:
    """Walk through what the pages show on request."""
    system = look.window.system
    look.open(0)
    system.show_page("results")
    system.results.toggle_tables()
    look.check("results, tables")
    system.results.toggle_tables()
    system.results.show_part("DAT")
    look.check("results, a pillar")
    system.results.show_part("ARC.FLR", "ARC-11")
    look.check("results, a topic")
    look.dialog("why this number", system.results.explain)
    system.show_page("roadmap")
    system.roadmap.toggle_table()
    look.check("roadmap, table")
    system.roadmap.toggle_table()
    system.show_page("compare")
    system.compare.toggle_tables()
    look.check("compare, tables")
    system.compare.toggle_tables()


def dialogs(look: Look) -> None:
    """Walk through the dialogs of the window."""
    window = look.window
    for name, show in (
        ("settings", window.show_settings),
        ("about", window.help.show_about),
        ("help", window.help.show),
        ("method", window.help.show_method),
        ("data", window.help.show_data),
        ("keys", window.show_keys),
        ("palette", window.show_palette),
        ("trash", window.ways.show_trash),
        ("portfolio report", window.portfolio_report.ask),
        ("portfolio report, written", partial(written, window)),
        ("backup places", window.backups.show_places),
        ("restore", window.backups.show),
        ("restore from", partial(window.backups.look_in, Path(window._session.path).parent)),
        ("erase", window.backups.show_people),
        ("place", partial(window.first_place.ask, window.go_home)),
    ):
        look.dialog(name, show)


def written(window: MainWindow) -> None:
    """Show the dialog of the report over all systems as it stands when the report is there."""
    window.portfolio_report.ask()
    dialog = next(one for one in window.findChildren(PortfolioReportDialog) if one.isVisible())
    window._session.portfolio_press.exported.emit("/home/mira/Documents/Portfolio 2026-Q3.pdf")
    assert dialog.isVisible()


def meeting(look: Look) -> None:
    """Walk through both windows of a meeting."""
    look.open(1)
    look.window.system.show_page("assess")
    presenting = look.window.presenting
    presenting.present(LAPTOP, alone=False)
    for name, shown in (("presenter", presenting.view), ("facilitator", presenting.facilitator)):
        assert shown is not None
        shown.showNormal()
        shown.resize(look.size)
        look.check(name, shown)
    presenting.stop()


LOOKS: Final = [
    *((choice, size, 1.0) for size in (SMALL, USUAL, LARGE) for choice in ("light", "dark")),
    ("light", SMALL, 2.0),
]


@pytest.mark.parametrize(("choice", "size", "zoom"), LOOKS)
def test_nothing_is_cut_or_lies_over_anything(walk: Walk, choice: Choice, size: QSize, zoom: float) -> None:
    look = walk(choice, size, zoom)
    assert len(look.seen) == (39 if size == SMALL else 16)
    assert "\n".join(dict.fromkeys(look.found)) == ""


def made(qtbot: QtBot, *children: tuple[QWidget, QRect]) -> QWidget:
    """Return a shown window with children at places of their own."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    for child, place in children:
        child.setParent(window)
        child.setGeometry(place)
    window.show()
    return window


def test_the_check_finds_a_button_that_is_too_narrow(qtbot: QtBot, theme: Theme) -> None:
    window = made(qtbot, (Button(theme, "Start the assessment"), QRect(0, 0, 60, 40)))
    assert "wide and needs" in faults(window)[0]


def test_the_check_finds_a_paragraph_that_loses_its_last_line(qtbot: QtBot, theme: Theme) -> None:
    words = "Product and engineering answer the same questions in one meeting."
    window = made(qtbot, (TextBlock(theme, words), QRect(0, 0, 200, 24)))
    assert "high and needs" in faults(window)[0]


def test_the_check_finds_a_name_that_is_a_letter_or_two(qtbot: QtBot, theme: Theme) -> None:
    window = made(qtbot, (Text(theme, "Customer identity and consent", "title"), QRect(0, 0, 40, 28)))
    assert "elided to 40" in faults(window)[0]


def test_the_check_finds_what_lies_over_something_else(qtbot: QtBot, theme: Theme) -> None:
    one, other = Button(theme, "Open"), Button(theme, "New")
    window = made(qtbot, (one, QRect(0, 0, 100, 40)), (other, QRect(90, 0, 100, 40)))
    assert "lies over" in faults(window)[0]


def test_the_check_finds_what_reaches_out_of_its_place(qtbot: QtBot, theme: Theme) -> None:
    window = made(qtbot, (Button(theme, "Open"), QRect(350, 0, 100, 40)))
    assert "reaches out of" in faults(window)[0]


def test_the_check_reads_what_painters_write(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = TextBlock(theme, "one\ntwo\nthree")
    block.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    window = made(qtbot, (block, QRect(0, 0, 100, 40)))
    assert "past its edge" in painted_faults(window, monkeypatch)[0]
