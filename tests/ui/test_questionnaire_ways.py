"""Taking a lens in, in the window: a preview first, then it can be asked; the library puts back."""

from dataclasses import replace
from pathlib import Path

import pytest
from lenses import a_lens, as_file, backups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.questionnaire import Lineage
from readiness.ui.desk import Desk
from readiness.ui.dialogs.lens_dialog import LensDialog
from readiness.ui.dialogs.library_dialog import LibraryDialog
from readiness.ui.icons import Icons
from readiness.ui.pages.setup_page import SetupPage
from readiness.ui.questionnaire_ways import QuestionnaireWays
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.select import Select


@pytest.fixture
def window(qtbot: QtBot, room: Room) -> QWidget:
    room.open_own()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    return made


@pytest.fixture
def ways(room: Room, theme: Theme, window: QWidget) -> QuestionnaireWays:
    return QuestionnaireWays(room.session, theme, window)


def press(sheet: QWidget, name: str) -> None:
    button = sheet.findChild(Button, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()


def take(ways: QuestionnaireWays, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LensDialog:
    path = tmp_path / "lens.json"
    path.write_bytes(as_file(a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK")))))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    ways.take_in()
    room.settle()
    sheet = ways._window.findChild(LensDialog)
    assert sheet is not None
    return sheet


def test_a_lens_is_looked_at_before_it_is_taken_in(
    qtbot: QtBot, room: Room, ways: QuestionnaireWays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = take(ways, room, tmp_path, monkeypatch)
    counts = sheet.findChild(QWidget, "lens-counts")
    assert counts is not None
    words = counts.text()  # type: ignore[attr-defined]  # every text has one
    assert "small-lens@1.0: 1 pillar, 1 question, 3 practices." in words
    assert "Nothing is stored yet." in words
    flaws = sheet.findChild(QWidget, "lens-flaws")
    assert flaws is not None
    assert flaws.focusPolicy() & Qt.FocusPolicy.TabFocus  # so that the arrows can scroll them
    with qtbot.waitSignal(room.session.noted) as told:
        press(sheet, "lens-accept")
    assert "small-lens@1.0 is taken in" in told.args[0]
    again = take(ways, room, tmp_path, monkeypatch)
    assert again.findChild(Button, "lens-accept") is None


def test_what_was_taken_in_can_be_asked(
    qtbot: QtBot,
    room: Room,
    ways: QuestionnaireWays,
    theme: Theme,
    icons: Icons,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    press(take(ways, room, tmp_path, monkeypatch), "lens-accept")
    room.settle()
    setup = SetupPage(room.session, theme, icons, room.session.now)
    qtbot.addWidget(setup)
    setup.begin("Shop", "small-lens@1.0")
    room.settle()
    asked = setup.findChild(Select, "asked-questionnaire")
    assert asked is not None
    assert asked.key == "small-lens@1.0"
    assert setup.form.questionnaire == "small-lens@1.0"
    setup.scope.set_systems([], "Shop")
    setup.start()
    qtbot.waitUntil(lambda: room.session.assessment is not None)
    assert room.assessment.questionnaire.reference == "small-lens@1.0"


def test_the_library_deletes_what_nobody_asks_and_puts_it_back(
    qtbot: QtBot, room: Room, ways: QuestionnaireWays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(take(ways, room, tmp_path, monkeypatch), "lens-accept")
    room.settle()
    ways.show_library()
    room.settle()
    sheet = ways._window.findChild(LibraryDialog)
    assert sheet is not None
    assert sheet.findChild(Button, "delete-scalability@1.0") is None
    press(sheet, "delete-small-lens@1.0")
    qtbot.waitUntil(lambda: sheet.findChild(Button, "put-back-small-lens@1.0") is not None)
    press(sheet, "put-back-small-lens@1.0")
    room.settle()
    with qtbot.waitSignal(ways.start_asked) as started:
        press(sheet, "start-small-lens@1.0")
    assert started.args == ["small-lens@1.0"]


def test_a_deletion_is_undone_after_the_sheet_is_closed(
    qtbot: QtBot, room: Room, ways: QuestionnaireWays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(take(ways, room, tmp_path, monkeypatch), "lens-accept")
    room.settle()
    ways.show_library()
    room.settle()
    sheet = ways._window.findChild(LibraryDialog)
    assert sheet is not None
    press(sheet, "delete-small-lens@1.0")
    qtbot.waitUntil(lambda: sheet.findChild(Button, "put-back-small-lens@1.0") is not None)
    press(sheet, "library-close")
    assert room.session.undo_stack.undoText() == "deletion of Small lens 1.0"
    held: list[object] = []
    for step, expected in ((room.session.undo_stack.undo, 1), (room.session.undo_stack.redo, 0)):
        step()
        room.session.run_errand(lambda desk: len(desk.assessing.questionnaires()), held.append)
        room.settle()
        assert held.pop() == expected


def test_an_older_version_that_is_still_asked_says_so(room: Room, ways: QuestionnaireWays) -> None:
    def later(desk: Desk) -> None:
        core = desk.assessing.library.latest()
        newer = replace(core, version="1.1", title="Reworded", lineage=Lineage(from_version="1.0"))
        desk.assessing.import_questionnaire(newer, "own")

    room.start()
    room.session.run_errand(later, lambda _done: None)
    ways.show_library()
    room.settle()
    sheet = ways._window.findChild(LibraryDialog)
    assert sheet is not None
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert "1.1 is installed; 1 open assessment still asks 1.0: Checkout API@2026-Q3." in said


def test_a_later_version_shows_its_trends_before_it_is_taken_in(
    room: Room, ways: QuestionnaireWays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(take(ways, room, tmp_path, monkeypatch), "lens-accept")
    room.settle()
    path = tmp_path / "lens.json"
    path.write_bytes(as_file(a_lens(backups(("restored", "NO_RISK"), ("default", "HIGH_RISK")))))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    ways.take_in()
    room.settle()
    sheet = next(one for one in ways._window.findChildren(LensDialog) if one.isVisible())
    headline = sheet.findChild(QLabel, "trend-headline")
    assert headline is not None
    assert headline.text().startswith("No trend restarts: nothing has been sealed under small-lens@1.0 yet.")
