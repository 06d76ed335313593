"""Going back to a backup in the window, by keyboard: listed, previewed, restored, undone, offered."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.errors import WorkspaceError
from readiness.storage.backup_names import kept
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.widgets.two_line_choice import TwoLineChoice


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
def worked(room: Room) -> Path:
    """Work in the user's own workspace so that it has two backups, and leave it open."""
    for system in ("Checkout API", "Search"):
        room.start(system)
        question = room.assessment.questionnaire.questions[0].id
        room.session.answer(question, Answer(level=2))
        room.session.leave_assessment()
        room.settle()
        room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
        room.settle()
    return room.places.workspace


def ask_for_it(qtbot: QtBot, room: Room, window: MainWindow) -> Sheet:
    """Ask by keyboard alone, and wait until the backups are listed."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = [dialog for dialog in window.findChildren(Sheet) if dialog.isVisible()]
    field = palette.findChild(Field, "palette-field")
    assert field is not None
    qtbot.keyClicks(field, "restore a backup")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return listed(qtbot, room, window)


def listed(qtbot: QtBot, room: Room, window: MainWindow) -> Sheet:
    """Wait for the dialog and its rows."""

    def is_there() -> bool:
        dialogs = [one for one in window.findChildren(Sheet) if one.objectName() == "restore-dialog"]
        return any(one.isVisible() and one.isActiveWindow() for one in dialogs)

    qtbot.waitUntil(is_there)
    (dialog,) = [one for one in window.findChildren(Sheet) if one.objectName() == "restore-dialog"]
    room.settle()
    qtbot.waitUntil(lambda: "…" not in text(dialog, "restore-words"))
    return dialog


def text(dialog: Sheet, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def rows(dialog: Sheet) -> list[TwoLineChoice]:
    return dialog.findChildren(TwoLineChoice)


def button(dialog: Sheet, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def bar(window: MainWindow) -> str:
    found = window.findChild(MessageBar)
    assert found is not None
    return found.accessibleName() if found.isVisible() else ""


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def previewed(qtbot: QtBot, dialog: Sheet) -> str:
    qtbot.waitUntil(lambda: "…" not in text(dialog, "restore-preview"))
    return text(dialog, "restore-preview")


@pytest.mark.usefixtures("worked")
def test_the_newest_is_chosen_and_says_that_nothing_would_change(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    dialog = ask_for_it(qtbot, room, window)
    newest, oldest = rows(dialog)
    assert newest.isChecked()
    assert newest.hasFocus()
    assert "2 systems" in newest.accessibleName()
    assert "1 system " in oldest.accessibleName()
    assert "asked for" in oldest.accessibleName()
    assert "Nothing would change" in previewed(qtbot, dialog)


def test_an_older_one_is_restored_and_undone_by_keyboard(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path
) -> None:
    dialog = ask_for_it(qtbot, room, window)
    press(qtbot, Qt.Key.Key_Down)
    assert rows(dialog)[1].isChecked()
    assert "1 assessment would go, with 1 answer: Search, 2026" in previewed(qtbot, dialog)
    while not button(dialog, "restore-now").hasFocus():
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Restored" in bar(window))
    assert [system.name for system in room.session.home] == ["Checkout API"]
    assert room.session.path == str(worked)
    assert kept(worked)[0].path.name in bar(window)
    assert kept(worked)[0].why == "before-restore"

    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(room.session.home) == 2)


@pytest.mark.usefixtures("worked")
def test_years_of_backups_are_walked_through_in_leaps(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path
) -> None:
    first = kept(worked)[0].path
    for number in range(3, 43):
        later = f"own {number:06d} {2020 + number // 12}-{1 + number % 12:02d}-01 0800.readiness"
        shutil.copy(first, first.with_name(later))
    dialog = ask_for_it(qtbot, room, window)
    listed_rows = rows(dialog)
    assert len(listed_rows) == 42
    for key, number in (
        (Qt.Key.Key_End, 1),
        (Qt.Key.Key_PageUp, 6),
        (Qt.Key.Key_Home, 42),
        (Qt.Key.Key_PageDown, 37),
        (Qt.Key.Key_Up, 38),
    ):
        press(qtbot, key)
        chosen = next(row for row in listed_rows if row.isChecked())
        assert (chosen.objectName(), chosen.hasFocus()) == (f"backup-{number}", True)
        assert dialog.rect().contains(chosen.mapTo(dialog, chosen.rect().center()))


@pytest.mark.usefixtures("worked")
def test_enter_on_a_row_restores_nothing(qtbot: QtBot, room: Room, window: MainWindow, worked: Path) -> None:
    dialog = ask_for_it(qtbot, room, window)
    before = len(kept(worked))
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    room.settle()
    assert dialog.isVisible()
    assert len(kept(worked)) == before


def test_what_is_not_saved_yet_is_saved_before_it_is_replaced(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path
) -> None:
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    question = room.assessment.questionnaire.questions[1].id
    room.session.answer(question, Answer(level=4, note="typed just now"))
    dialog = ask_for_it(qtbot, room, window)
    assert "1 given since would go" in previewed(qtbot, dialog)
    button(dialog, "restore-now").click()
    qtbot.waitUntil(lambda: "Restored" in bar(window))
    window.backups.undo()
    room.settle()
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    assert room.assessment.agreed[question].note == "typed just now"
    assert worked.exists()


@pytest.mark.usefixtures("worked")
def test_a_damaged_one_is_shown_and_cannot_be_chosen(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path
) -> None:
    kept(worked)[0].path.write_bytes(b"damaged")
    dialog = ask_for_it(qtbot, room, window)
    damaged, sound = rows(dialog)
    assert not damaged.isEnabled()
    assert "damaged" in damaged.accessibleName()
    assert sound.isChecked()


@pytest.mark.usefixtures("worked")
def test_one_is_looked_at_read_only_and_the_way_back_leads_to_the_workspace(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path
) -> None:
    dialog = ask_for_it(qtbot, room, window)
    button(dialog, "restore-look").click()
    qtbot.waitUntil(lambda: room.session.backup_of == str(worked))
    room.settle()
    assert room.session.read_only
    assert not any("readiness-" in path for path in room.session.settings.recent)
    dialog = ask_for_it(qtbot, room, window)
    assert len(rows(dialog)) == 2
    dialog.reject()


@pytest.mark.usefixtures("worked")
def test_a_copy_is_saved_and_said(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.readiness"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = ask_for_it(qtbot, room, window)
    button(dialog, "restore-copy").click()
    qtbot.waitUntil(lambda: "Saved and checked" in text(dialog, "restore-fault"))
    assert target.exists()
    button(dialog, "restore-copy").click()
    qtbot.waitUntil(lambda: "already a file" in text(dialog, "restore-fault"))


def test_without_backups_it_says_when_one_is_made(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    room.open_own()
    dialog = ask_for_it(qtbot, room, window)
    assert "There is no backup of own.readiness yet" in text(dialog, "restore-words")
    assert button(dialog, "restore-close").hasFocus()
    assert not button(dialog, "restore-now").isEnabled()


@pytest.mark.parametrize("harm", ["damaged", "missing"])
def test_what_does_not_open_offers_its_backups_and_comes_back(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path, tmp_path: Path, harm: str
) -> None:
    other = tmp_path / "other.readiness"
    shutil.copy(kept(worked)[0].path, other)
    room.session.open_workspace(other)
    room.settle()
    worked.unlink()
    if harm == "damaged":
        worked.write_bytes(b"damaged")
    room.session.open_workspace(worked)
    room.settle()
    found = window.findChild(MessageBar)
    assert found is not None
    offered = found.findChild(Button, "message-restore-backup")
    assert offered is not None
    offered.click()
    dialog = listed(qtbot, room, window)
    assert "cannot be read now" in previewed(qtbot, dialog)
    button(dialog, "restore-now").click()
    qtbot.waitUntil(lambda: room.session.path == str(worked))
    room.settle()
    assert len(room.session.home) == 2
    assert ("replaced" in bar(window)) == (harm == "damaged")


def test_a_restoring_that_fails_leaves_the_workspace_open_and_says_why(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask_for_it(qtbot, room, window)
    previewed(qtbot, dialog)

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("readiness.storage.replacing._replace", refuse)
    button(dialog, "restore-now").click()
    qtbot.waitUntil(lambda: "could not be replaced" in bar(window))
    monkeypatch.undo()
    assert room.session.path == str(worked)
    room.start("Payments")
    assert len(room.session.home) >= 2


def test_a_workspace_that_cannot_be_read_any_more_still_shows_its_backups(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_assessing: object) -> None:
        happened = f"{worked.name} could not be read."
        raise WorkspaceError(happened)

    monkeypatch.setattr("readiness.services.restoring.holding", unreadable)
    dialog = ask_for_it(qtbot, room, window)
    assert "cannot be read now" in previewed(qtbot, dialog)
    assert button(dialog, "restore-now").isEnabled()


def test_what_was_restored_and_does_not_open_leaves_nothing_half_open(
    qtbot: QtBot, room: Room, window: MainWindow, worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_opening: object, _recent: object) -> None:
        happened = f"{worked.name} could not be brought up: no room."
        raise WorkspaceError(happened)

    dialog = ask_for_it(qtbot, room, window)
    previewed(qtbot, dialog)
    with monkeypatch.context() as there:
        there.setattr("readiness.ui.restoring_desk.open_desk", refuse)
        button(dialog, "restore-now").click()
        qtbot.waitUntil(lambda: "no room" in bar(window))
        room.settle()
    assert not room.session.path
    assert not room.session.home
    found = window.findChild(MessageBar)
    assert found is not None
    assert found.findChild(Button, "message-restore-backup") is not None
    room.session.open_workspace(worked)
    room.settle()
    assert room.session.path == str(worked)
    assert len(room.session.home) == 2
