"""Backups of a computer that is lost: found in a folder, by keyboard, and put where somebody chooses."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from builders import the_worked_example
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.errors import OutputError
from readiness.services import restoring
from readiness.services.assessing import Assessing
from readiness.services.backing_up import mirror
from readiness.services.file_names import cleaned
from readiness.storage import replacing, second_place, sources
from readiness.storage.backup_names import kept
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.widgets.two_line_choice import TwoLineChoice

AWKWARD = "R&D “Q4” עברית 計画 <b>bold " + "x" * 30


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def lost_computer(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what fills the place from a workspace on a computer that is then lost: it says where it was."""

    def filled(name: str) -> Path:
        path = tmp_path / "ada" / f"{name}.readiness"
        with closing(Assessing.create(path, now)) as desk:
            desk.import_answers(the_worked_example())
        with monkeypatch.context() as there:
            for module in (second_place, sources):
                there.setattr(module, "node", lambda: "ada-laptop")
            mirror(path, place)
        shutil.rmtree(path.parent)
        return path

    return filled


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    return tmp_path / "Documents"


@pytest.fixture
def chooses(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Answer the system's file dialogs."""
    answers = {"folder": "", "file": "", "offered": ""}

    def save(_parent: object, _title: str, offered: str, *_: object) -> tuple[str, str]:
        answers["offered"] = offered
        return answers["file"], ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers["folder"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return answers


def sheet(qtbot: QtBot, window: MainWindow, name: str) -> Sheet:
    def found() -> list[Sheet]:
        return [one for one in window.findChildren(Sheet) if one.objectName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1 and found()[0].isActiveWindow())
    return found()[0]


def text(dialog: Sheet, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def button(dialog: QWidget, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def go_to(qtbot: QtBot, way: Button) -> None:
    """Walk there by Tab alone."""
    for _ in range(12):
        if way.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    assert way.hasFocus()


def bar(window: MainWindow) -> str:
    found = window.findChild(MessageBar)
    assert found is not None
    return found.accessibleName() if found.isVisible() else ""


def listed(qtbot: QtBot, window: MainWindow) -> Sheet:
    dialog = sheet(qtbot, window, "restore-dialog")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(TwoLineChoice)))
    qtbot.waitUntil(lambda: "…" not in text(dialog, "restore-preview"))
    return dialog


@pytest.mark.parametrize("name", ["own", AWKWARD])
def test_on_a_new_computer_everything_comes_back_and_is_the_users_own(
    qtbot: QtBot,
    room: Room,
    window: MainWindow,
    lost_computer: Callable[[str], Path],
    documents: Path,
    chooses: dict[str, str],
    name: str,
) -> None:
    was, target = lost_computer(name), documents / "back.readiness"
    room.open_own()
    chooses["folder"] = str(documents.parent)  # a folder above it
    chooses["file"] = str(target.with_suffix(""))
    link = window.home.findChild(Button, "restore-from")
    assert link is not None
    assert link.isVisible()
    go_to(qtbot, link)
    press(qtbot, Qt.Key.Key_Return)
    found = sheet(qtbot, window, "sources-dialog")
    qtbot.waitUntil(lambda: button(found, "sources-show").isEnabled())
    (row,) = found.findChildren(TwoLineChoice)
    assert row.hasFocus()
    assert row.accessibleName().startswith(f"{name}, from ada-laptop. today, ")
    assert "1 system · 1 assessment" in row.accessibleName()
    assert str(was.parent) in row.accessibleName()
    press(qtbot, Qt.Key.Key_Return)  # the primary way
    dialog = listed(qtbot, window)
    assert f"1 backup of {name}, from ada-laptop. It was {was}." in text(dialog, "restore-words")
    assert text(dialog, "restore-preview").startswith("1 assessment, with 20 answers: Checkout API, 2026")
    go_to(qtbot, button(dialog, "restore-now"))
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.session.path == str(target))
    qtbot.waitUntil(lambda: "Restored" in bar(window))
    assert Path(chooses["offered"]) == documents / f"{cleaned(name, '.readiness')}.readiness"
    assert [system.name for system in room.session.home] == ["Checkout API"]
    assert room.session.settings.own_workspace == str(target)


def test_the_restore_dialog_finds_what_another_computer_put_into_the_second_place(
    qtbot: QtBot,
    room: Room,
    window: MainWindow,
    place: Path,
    lost_computer: Callable[[str], Path],
    chooses: dict[str, str],
) -> None:
    lost_computer("own")
    room.session.change_settings(replace(room.session.settings, second_place=str(place)))
    room.start("Search")
    own = room.places.workspace
    chooses["file"] = str(own)
    window.backups.show()
    dialog = sheet(qtbot, window, "restore-dialog")
    qtbot.waitUntil(lambda: "another computer" in text(dialog, "other-backups"))
    assert "There is no backup of own.readiness yet" in text(dialog, "restore-words")
    assert button(dialog, "show-other-backups").hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    found = sheet(qtbot, window, "sources-dialog")
    assert len(found.findChildren(TwoLineChoice)) == 1
    button(found, "sources-show").click()
    dialog = listed(qtbot, window)
    button(dialog, "restore-now").click()
    qtbot.waitUntil(lambda: "Restored" in bar(window))
    assert chooses["offered"] == str(own)
    assert [system.name for system in room.session.home] == ["Checkout API"]
    assert room.session.settings.own_workspace == ""  # it was in use, and where it was
    assert kept(own)[0].why == "before-restore"
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [system.name for system in room.session.home] == ["Search"])


def test_a_folder_without_backups_says_so_and_leads_to_another(
    qtbot: QtBot, room: Room, window: MainWindow, place: Path, chooses: dict[str, str]
) -> None:
    room.open_own()
    chooses["folder"] = str(place)
    window.backups.show_from()
    found = sheet(qtbot, window, "sources-dialog")
    qtbot.waitUntil(lambda: "There are no backups" in text(found, "sources-words"))
    assert button(found, "sources-other").hasFocus()
    chooses["folder"] = str(place / "gone")
    press(qtbot, Qt.Key.Key_Return)
    found = sheet(qtbot, window, "sources-dialog")
    qtbot.waitUntil(lambda: "cannot be read" in text(found, "sources-words"))
    assert not button(found, "sources-show").isVisible()
    chooses["folder"] = ""
    button(found, "sources-other").click()
    assert not [one for one in window.findChildren(Sheet) if one.isVisible()]


def test_where_nothing_is_open_the_message_leads_there(
    qtbot: QtBot, room: Room, window: MainWindow, place: Path, tmp_path: Path, chooses: dict[str, str]
) -> None:
    gone = tmp_path / "gone" / "own.readiness"
    room.session.change_settings(replace(room.session.settings, own_workspace=str(gone)))
    window.files.open_own()
    room.settle()
    chooses["folder"] = str(place)
    found = window.findChild(MessageBar)
    assert found is not None
    button(found, "message-restore-from").click()
    sheet(qtbot, window, "sources-dialog").reject()
    window.backups.show()  # there is nothing else whose backups could be meant
    sheet(qtbot, window, "restore-dialog").reject()


@pytest.mark.parametrize("room_left", ["enough", "none"])
def test_a_copy_that_is_ready_after_the_dialog_was_closed_is_told_in_the_window(
    qtbot: QtBot,
    room: Room,
    window: MainWindow,
    tmp_path: Path,
    chooses: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    room_left: str,
) -> None:
    room.start()
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    room.settle()
    target = tmp_path / "copies" / "copy.readiness"
    chooses["file"], go_on, save = str(target), Event(), replacing.save_copy

    def slowly(backup: Path, to: Path) -> None:
        go_on.wait(30)
        if room_left == "none":
            happened = f"{to.name} cannot be made: No space left on device."
            raise OutputError(happened)
        save(backup, to)

    monkeypatch.setattr(restoring, "save_copy", slowly)
    window.backups.show()
    dialog = listed(qtbot, window)
    button(dialog, "restore-copy").click()
    dialog.reject()
    go_on.set()
    words = "Saved and checked: copy.readiness" if room_left == "enough" else "No space left"
    qtbot.waitUntil(lambda: words in bar(window))
    assert target.exists() == (room_left == "enough")


def test_a_place_that_does_not_open_is_not_remembered_as_the_users_own(
    qtbot: QtBot, room: Room, window: MainWindow, documents: Path
) -> None:
    (documents / "Readiness").mkdir(parents=True)
    (documents / "Readiness" / "own.readiness").write_bytes(b"somebody's notes")
    room.session.change_settings(replace(room.session.settings, place_asked=False))
    room.open_own()
    window.new_assessment()
    button(sheet(qtbot, window, "place-dialog"), "place-done").click()
    qtbot.waitUntil(lambda: "not a Readiness workspace" in bar(window))
    room.settle()
    assert room.session.settings.own_workspace == ""
    assert not room.session.settings.place_asked
    (documents / "Readiness" / "own.readiness").unlink()
    window.new_assessment()
    button(sheet(qtbot, window, "place-dialog"), "place-done").click()
    qtbot.waitUntil(lambda: room.session.settings.own_workspace != "")
    assert room.session.path == room.session.settings.own_workspace
