"""Files of others in the window: columns are chosen by keys, answers get a system, a file can be dropped."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import foreign
import pytest
from builders import level
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from reviews import BACKUPS, USUAL
from rooms import Room, now
from sheets_of_others import HEADERS, TABLE, as_csv, as_xlsx

from readiness.other_process import Limits
from readiness.services import tables
from readiness.services.assessing import Assessing
from readiness.services.foreign_files import Reader
from readiness.services.shelf import look_at_file
from readiness.ui.dialogs.columns_dialog import ColumnsDialog
from readiness.ui.dialogs.lens_dialog import LensDialog
from readiness.ui.dialogs.library_dialog import LibraryDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select

pytestmark = pytest.mark.usefixtures("nothing_is_read_here")

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitActive(made):
        made.show()
    room.open_own()
    room.settle()
    yield made
    for sheet in (*made.findChildren(ColumnsDialog), *made.findChildren(LensDialog)):
        sheet.reject()


def drop(window: MainWindow, path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(90, 90), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    event.setAccepted(False)
    window.dropEvent(event)
    return event


def shown(window: QWidget, kind: type[Kind]) -> Kind:
    found = [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]
    assert found, kind
    return found[-1]


def child(sheet: QWidget, kind: type[Kind], name: str) -> Kind:
    found = sheet.findChild(kind, name)
    assert found is not None, name
    return found


def said(sheet: QWidget, name: str) -> str:
    label = sheet.findChild(QLabel, name)
    if label is not None:
        return label.text()
    return str(child(sheet, QWidget, name).text())  # type: ignore[attr-defined]  # every text has one


def choose(qtbot: QtBot, select: Select, text: str) -> None:
    """Choose from a list by its keys."""
    select.setFocus()
    while not select.currentText().startswith(text):
        before = select.currentIndex()
        qtbot.keyClick(select, Qt.Key.Key_Down)
        assert select.currentIndex() != before, text


def look_at(window: MainWindow, room: Room, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    drop(window, path)
    room.settle()


def test_a_review_that_is_dropped_comes_in_for_a_new_system(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path
) -> None:
    look_at(window, room, tmp_path / "review.csv", USUAL)
    sheet = shown(window, LensDialog)
    assert "2 pillars, 3 questions, 11 practices, 3 past answers" in said(sheet, "lens-counts")
    assert "Level by the share of the practices" in said(sheet, "lens-taken-as")
    accept = child(sheet, Button, "lens-accept")
    assert accept.text() == "Take in with 3 answers", "nobody is here yet, so a new system is offered"
    accept.click()
    assert sheet.isVisible(), "a system needs a name"
    assert "no name" in said(sheet, "answers-fault")
    child(sheet, Field, "answers-new-system").setText("Shop")
    assert child(sheet, Field, "answers-quarter").text() == "2025-Q4"
    with qtbot.waitSignal(room.session.noted) as noted:
        accept.click()
    assert noted.args[0] == "Shop@2025-Q4: 3 answers taken in, 0 as they were."
    room.settle()
    assert [system.name for system in room.session.home] == ["Shop"]


def test_the_same_review_again_offers_its_answers_alone(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "review.csv"
    for content in (USUAL, USUAL.replace(f",{BACKUPS[1]},{BACKUPS[1]}".encode(), f",{BACKUPS[1]},".encode())):
        look_at(window, room, path, content)
        sheet = shown(window, LensDialog)
        accept = child(sheet, Button, "lens-accept")
        if content == USUAL:
            child(sheet, Field, "answers-new-system").setText("Shop")
        else:
            assert not accept.isEnabled(), "the questionnaire is here, and no system is chosen"
            choose(qtbot, child(sheet, Select, "answers-system"), "Shop")
            child(sheet, Segmented, "answers-differing").set_value("theirs")
        with qtbot.waitSignal(room.session.noted) as noted:
            accept.click()
        room.settle()
    assert noted.args[0] == "Shop@2025-Q4: 1 answers taken in, 2 as they were."


def test_columns_are_chosen_by_keys_and_shown_at_once(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path
) -> None:
    headers = tuple("Ask" if header == "Question" else header for header in HEADERS)
    rows = (*TABLE[:2], headers, *TABLE[3:])
    look_at(window, room, tmp_path / "Our review.csv", as_csv(rows).encode())
    sheet = shown(window, ColumnsDialog)
    go_on = child(sheet, Button, "columns-go-on")
    assert not go_on.isEnabled()
    assert "no column is taken for the question" in said(sheet, "columns-faults")
    assert QApplication.focusWidget() is child(sheet, Select, "column-question")
    choose(qtbot, child(sheet, Select, "column-question"), "C")
    assert said(sheet, "columns-counts") == "3 questions, 3 answers, no faults"
    choose(qtbot, child(sheet, Select, "column-topic"), "L")
    assert sheet.mapping.columns["topic"] == 11
    go_on.click()
    room.settle()
    preview = shown(window, LensDialog)
    assert "our-review@1.0: 2 pillars, 3 questions, 3 past answers." in said(preview, "lens-counts")
    assert "Question from C3 “Ask”" in said(preview, "lens-taken-as")


def test_what_was_shown_is_taken_in_whatever_became_of_the_file(
    room: Room, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Our review.csv"
    look_at(window, room, path, as_csv(TABLE).encode())
    path.write_text(as_csv(TABLE).replace("restores drilled", "restores dreamt"))
    child(shown(window, ColumnsDialog), Button, "columns-go-on").click()
    path.unlink()
    room.settle()
    sheet = shown(window, LensDialog)
    assert [question.prompt for question in sheet._looked.questionnaire.questions] == [
        "Are backups taken?",
        "Are restores drilled?",
        "Is latency measured?",
    ]


def test_answers_are_saved_while_the_rows_of_a_spreadsheet_hang(
    room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start()
    look_at(window, room, tmp_path / "Our review.csv", as_csv(TABLE).encode())
    monkeypatch.setattr(tables, "read_columns", foreign.hang_on_rows)
    monkeypatch.setattr(Reader.__init__, "__defaults__", (Limits(seconds=2.0, memory=1 << 29),))
    failures: list[str] = []
    room.session.failed.connect(lambda error: failures.append(error.happened))
    child(shown(window, ColumnsDialog), Button, "columns-go-on").click()
    room.qtbot.waitUntil(lambda: room.session._press.is_reading, timeout=20_000)
    with room.qtbot.waitSignal(room.session.saved, timeout=20_000):
        room.session.answer("ARC-01", level(2))
    assert room.session._press.is_reading
    room.settle()
    assert failures == ["Our review.csv was not read to its end within 2 seconds."]


def test_read_in_the_window_it_would_be_seen(tmp_path: Path) -> None:
    """The twin."""
    path = tmp_path / "Our review.csv"
    path.write_text(as_csv(TABLE))
    with (
        closing(Assessing.create(tmp_path / "own.readiness")) as desk,
        pytest.raises(AssertionError, match="in the window's own process"),
    ):
        look_at_file(desk, path)


def test_columns_are_remembered_by_their_headers(room: Room, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "Our review.csv"
    look_at(window, room, path, as_csv(TABLE).encode())
    sheet = shown(window, ColumnsDialog)
    select = child(sheet, Select, "column-why")
    select.set_key_value("11")
    select.chosen.emit("11")
    child(sheet, Button, "columns-go-on").click()
    room.settle()
    shown(window, LensDialog).reject()
    look_at(window, room, path, as_csv(TABLE).encode())
    again = shown(window, ColumnsDialog)
    assert again.mapping.columns["why"] == 11
    assert "as last time" in said(again, "columns-note")


def test_a_column_may_be_two_things_and_another_sheet_is_guessed_anew(
    room: Room, window: MainWindow, tmp_path: Path
) -> None:
    look_at(window, room, tmp_path / "two.xlsx", as_xlsx(TABLE, (("Question", "Level"), ("Who?", 3))))
    sheet = shown(window, ColumnsDialog)
    note = child(sheet, Select, "column-note")
    note.chosen.emit("0")
    assert (sheet.mapping.columns["note"], sheet.mapping.columns["pillar"]) == (0, 0)
    child(sheet, Select, "columns-sheet").chosen.emit("Second")
    assert (sheet.mapping.sheet, sheet.mapping.header) == ("Second", 1)
    assert said(sheet, "columns-counts") == "1 question, 1 answer, no faults"
    child(sheet, Select, "columns-header").chosen.emit("2")
    assert not child(sheet, Button, "columns-go-on").isEnabled()


def test_a_file_with_faults_is_told_and_nothing_opens(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(room.session.failed) as failed:
        look_at(window, room, tmp_path / "broken.xlsx", b"PK\x03\x04 broken")
    assert "not-a-spreadsheet" in failed.args[0].details
    assert not window.findChildren(ColumnsDialog)


def test_what_is_nothing_of_ours_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"")
    assert not drop(window, path).isAccepted()


def test_the_library_is_one_click_from_home(room: Room, window: MainWindow) -> None:
    room.settle()
    child(window, Button, "own-questions").click()
    room.settle()
    shown(window, LibraryDialog).reject()
    assert child(window, Button, "show-library").accessibleName()
