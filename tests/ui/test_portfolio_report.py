"""The report over all systems, made from the window and by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from builders_many import write_systems
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.errors import OutputError
from readiness.ui.dialogs.portfolio_report_dialog import PortfolioReportDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_block import TextBlock

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """Somebody at the window of a workspace of several systems."""

    def __init__(self, room: Room, window: MainWindow, qtbot: QtBot) -> None:
        self.room, self.window, self.qtbot = room, window, qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def ask(self) -> None:
        """Ask for the report as its keys do, and let the dialog come to the front."""
        self.press(Qt.Key.Key_E, CONTROL)
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.dialog)

    @property
    def dialog(self) -> PortfolioReportDialog:
        found = self.window.findChild(PortfolioReportDialog)
        assert found is not None
        return found

    def child(self, kind: type[W], name: str) -> W:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    @property
    def state(self) -> str:
        return self.child(TextBlock, "portfolio-report-state").text()

    def button(self, name: str) -> Button:
        return self.child(Button, f"portfolio-report-{name}")

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=30_000)


@pytest.fixture
def desk(room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> Desk:
    path = room.places.workspace.with_name("many.readiness")
    write_systems(path).workspace.database.close()
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window, before_close_func=_let_close)
    window.resize(1180, 720)
    window.show()
    window.activateWindow()
    room.session.open_workspace(path)
    room.settle()
    made = Desk(room, window, qtbot)
    made.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    room.settle()
    return made


def _let_close(window: MainWindow) -> None:
    window._may_close = True


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """Answer every question for a place with this one."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_keyboard_alone_makes_the_report(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "Portfolio.pdf"
    choose(monkeypatch, out)
    desk.ask()
    assert desk.child(Select, "portfolio-report-quarter").key == "2026-Q3"
    desk.press(Qt.Key.Key_Return)
    desk.wait_for(lambda: desk.state.startswith("Written"))
    assert desk.state == "Written: Portfolio.pdf"
    assert desk.button("open").hasFocus()
    assert desk.button("folder").isVisible()
    first, second = pages(out)
    assert "Portfolio of 6 systems, 2026-Q3" in first
    assert "The ask" in second
    assert desk.room.session.settings.report.folder == str(tmp_path)
    desk.press(Qt.Key.Key_Escape)


def test_the_button_says_what_it_does_and_keeps_paper_and_ink(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = desk.window.findChild(Button, "portfolio-report")
    assert button is not None
    assert button.words == "Portfolio report…"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for name, option in (("paper", "Letter"), ("ink", "grey")):
        part = desk.child(Segmented, f"portfolio-report-{name}").findChild(QWidget, f"option-{option}")
        assert isinstance(part, QWidget)
        desk.qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    kept = desk.room.session.settings.report
    assert (kept.paper, kept.grey) == ("Letter", True)
    out = tmp_path / "letter.pdf"
    choose(monkeypatch, out)
    desk.button("export").click()
    desk.wait_for(out.exists)
    document = pypdfium2.PdfDocument(out)
    try:
        assert document[0].get_size() == (612, 792)
    finally:
        document.close()
    desk.wait_for(lambda: desk.state.startswith("Written"))


def test_the_palette_leads_there_from_home(desk: Desk) -> None:
    desk.window.go_home()
    desk.room.settle()
    action = next(one for one in desk.window.commands.everywhere() if one.objectName() == "portfolio-report")
    action.trigger()
    assert desk.dialog.isVisible()


def test_what_is_stopped_writes_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "Portfolio.pdf"
    out.write_bytes(b"what was there")
    choose(monkeypatch, out)
    desk.ask()
    desk.button("export").click()
    assert desk.button("stop").hasFocus()
    assert not desk.button("export").isEnabled()
    desk.button("stop").click()
    desk.wait_for(lambda: desk.state.startswith("The report was stopped."))
    assert out.read_bytes() == b"what was there"
    assert desk.button("export").isEnabled()


def test_a_stop_while_the_drawing_waits_counts_too(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, press = tmp_path / "Portfolio.pdf", desk.window._session.portfolio_press
    choose(monkeypatch, out)
    press.progressed.connect(lambda done, whole: press.cancel() if done == whole else None)
    desk.ask()
    desk.button("export").click()
    desk.wait_for(lambda: desk.state.startswith("The report was stopped."))
    assert not out.exists()


def test_what_goes_wrong_is_said_and_can_be_tried_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise OutputError("The disk is full.", safe="Nothing was written.")

    monkeypatch.setattr(desk.room.backend, "export_portfolio", refuse)
    choose(monkeypatch, tmp_path / "Portfolio.pdf")
    desk.ask()
    desk.button("export").click()
    desk.wait_for(lambda: desk.state.startswith("The disk is full."))
    assert desk.button("export").isEnabled()


def test_a_workspace_without_assessments_says_so(
    room: Room, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window, before_close_func=_let_close)
    told: list[str] = []
    room.session.noted.connect(told.append)
    room.session.create_workspace(room.places.workspace)
    room.settle()
    window.portfolio_report.ask()
    assert told == ["There is no assessment to report yet."]
    assert window.findChild(PortfolioReportDialog) is None
