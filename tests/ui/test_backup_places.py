"""Where the workspace and its backups are: asked once in words, shown in Settings, loud where it fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.errors import OutputError
from readiness.services.backing_up import PlaceAdvice
from readiness.storage.backup_names import kept, kept_in
from readiness.storage.second_place import second_folder
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.message_bar import MessageBar


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "Documents"
    made.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(made))
    return made


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
def fresh(room: Room, window: MainWindow) -> MainWindow:
    """Return a window as at the very first start."""
    room.session.change_settings(replace(room.session.settings, place_asked=False))
    room.open_own()
    return window


def press(qtbot: QtBot, window: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def sheet(qtbot: QtBot, window: MainWindow, name: str) -> Sheet:
    def found() -> list[Sheet]:
        return [one for one in window.findChildren(Sheet) if one.objectName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1 and found()[0].isActiveWindow())
    return found()[0]


def click(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def text(dialog: QWidget, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def bar(window: MainWindow) -> str:
    found = window.findChild(MessageBar)
    assert found is not None
    return found.accessibleName() if found.isVisible() else ""


def is_setting_up(window: MainWindow) -> bool:
    return window.setup.isVisibleTo(window)


@pytest.mark.usefixtures("documents")
def test_the_first_start_asks_nothing(fresh: MainWindow) -> None:
    assert not [one for one in fresh.findChildren(Sheet) if one.isVisible()]


def test_the_first_assessment_asks_once_and_a_sensible_folder_is_chosen(
    qtbot: QtBot, room: Room, fresh: MainWindow, documents: Path
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    row = dialog.findChild(ChoiceRow, "place-documents")
    assert row is not None
    assert row.isChecked()
    press(qtbot, dialog, Qt.Key.Key_Return)
    own = documents / "Readiness" / "own.readiness"
    qtbot.waitUntil(lambda: room.session.path == str(own))
    room.settle()
    qtbot.waitUntil(lambda: is_setting_up(fresh))
    assert room.session.settings.own_workspace == str(own)
    fresh.go_home()
    fresh.new_assessment()
    assert is_setting_up(fresh)


@pytest.mark.usefixtures("documents")
def test_tab_goes_from_top_to_bottom(qtbot: QtBot, fresh: MainWindow) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    names = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        press(qtbot, dialog, Qt.Key.Key_Tab)
    assert names == ["place-documents", "second-place-choose", "place-cancel", "place-done"]


@pytest.mark.usefixtures("documents")
def test_the_dialog_is_no_higher_than_what_it_says(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.resize(1180, 720)
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    fresh.safekeeping.settle()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() <= max(layout.totalHeightForWidth(dialog.width()), layout.minimumSize().height())


def test_cancelling_begins_nothing_and_it_is_asked_again(
    qtbot: QtBot, room: Room, fresh: MainWindow, documents: Path
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    sheet(qtbot, fresh, "place-dialog").reject()
    assert not is_setting_up(fresh)
    assert list(documents.iterdir()) == []
    assert not room.session.settings.place_asked
    fresh.new_assessment()
    sheet(qtbot, fresh, "place-dialog")


@pytest.mark.usefixtures("documents")
def test_it_may_stay_where_it_is(qtbot: QtBot, room: Room, fresh: MainWindow) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    for _ in range(4):
        if (row := dialog.findChild(ChoiceRow, "place-own")) is not None and not row.isChecked():
            row.click()
    click(dialog, "place-done")
    qtbot.waitUntil(lambda: is_setting_up(fresh))
    assert room.session.path == str(room.places.workspace)
    assert room.session.settings.own_workspace == ""


@pytest.mark.usefixtures("documents")
def test_another_folder_and_a_second_place_are_chosen(
    qtbot: QtBot, room: Room, fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    company, disk = tmp_path / "company", tmp_path / "disk"
    company.mkdir()
    disk.mkdir()
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(company))
    row = dialog.findChild(ChoiceRow, "place-other")
    assert row is not None
    row.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk))
    click(dialog, "second-place-choose")
    qtbot.waitUntil(lambda: text(dialog, "second-place-path") == str(disk))
    assert "same disk" in text(dialog, "second-place-note")
    click(dialog, "place-done")
    qtbot.waitUntil(lambda: room.session.path == str(company / "own.readiness"))
    assert room.session.settings.second_place == str(disk)


@pytest.mark.usefixtures("documents")
def test_a_folder_that_cannot_be_written_is_refused_in_words(
    qtbot: QtBot, fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    monkeypatch.setattr("readiness.services.backing_up.may_write", lambda _place: False)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    row = dialog.findChild(ChoiceRow, "place-other")
    assert row is not None
    row.click()
    qtbot.waitUntil(lambda: "cannot be written" in text(dialog, "place-note"))
    done = dialog.findChild(Button, "place-done")
    assert done is not None
    assert not done.isEnabled()


def test_a_workspace_put_elsewhere_that_is_missing_is_said_and_never_made_anew(
    room: Room, window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "gone" / "own.readiness"
    room.session.change_settings(replace(room.session.settings, own_workspace=str(gone)))
    window.files.open_own()
    room.settle()
    assert "There is no file" in bar(window)
    assert not gone.exists()


# The second place


@pytest.fixture
def disk(room: Room, tmp_path: Path) -> Path:
    made = tmp_path / "disk"
    made.mkdir()
    room.session.change_settings(replace(room.session.settings, second_place=str(made)))
    return made


def copies(room: Room, disk: Path) -> list[str]:
    own = room.places.workspace
    return [one.path.name for one in kept_in(second_folder(own, disk), own.stem)]


def answer(room: Room) -> None:
    room.start()
    question = room.assessment.questionnaire.questions[0].id
    room.session.answer(question, Answer(level=2))
    room.settle()


def test_the_backup_made_at_the_end_is_copied(room: Room, window: MainWindow, disk: Path) -> None:
    answer(room)
    room.session.finish()
    room.settle()
    window.safekeeping.wait()
    assert copies(room, disk) == [one.path.name for one in kept(room.places.workspace)] != []


def test_what_is_left_for_another_file_is_copied_too(
    room: Room, window: MainWindow, disk: Path, tmp_path: Path
) -> None:
    answer(room)
    room.session.create_workspace(tmp_path / "another.readiness")
    room.settle()
    window.safekeeping.settle()
    window.safekeeping.settle()
    assert len(copies(room, disk)) == 1


def test_a_sealed_quarter_is_copied_at_once(qtbot: QtBot, room: Room, window: MainWindow, disk: Path) -> None:
    answer(room)
    with qtbot.waitSignal(window.safekeeping.copied):
        room.session.close_assessment()
    assert any("sealed" in name for name in copies(room, disk))


@pytest.mark.usefixtures("disk")
def test_a_place_that_fails_is_loud_and_leads_to_the_places(
    qtbot: QtBot, room: Room, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        happened = "No backup could be copied."
        raise OutputError(happened, safe="The workspace is safe.")

    monkeypatch.setattr("readiness.services.backing_up._mirror", refuse)
    answer(room)
    room.session.close_assessment()
    qtbot.waitUntil(lambda: "No backup could be copied" in bar(window))
    found = window.findChild(MessageBar)
    assert found is not None
    click(found, "message-backup-places")
    sheet(qtbot, window, "places-dialog")


def test_a_disk_that_is_not_connected_is_said_once(
    qtbot: QtBot, room: Room, window: MainWindow, disk: Path
) -> None:
    disk.rmdir()
    answer(room)
    qtbot.waitUntil(lambda: "not connected" in bar(window))
    window.messages.clear()
    room.session.close_assessment()
    room.settle()
    window.safekeeping.wait()
    QApplication.processEvents()
    assert "not connected" not in bar(window)


def test_the_sample_is_not_copied(room: Room, window: MainWindow, disk: Path) -> None:
    room.session.open_sample(room.places.sample)
    room.settle()
    window.safekeeping.wait()
    assert list(disk.iterdir()) == []


def test_settings_lead_to_the_places_and_each_says_how_it_stands(
    qtbot: QtBot, room: Room, window: MainWindow, disk: Path
) -> None:
    answer(room)
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    room.settle()
    window.show_settings()
    click(sheet(qtbot, window, "settings-dialog"), "settings-backups")
    dialog = sheet(qtbot, window, "places-dialog")
    qtbot.waitUntil(lambda: "1 is kept" in text(dialog, "first-place-state"))
    click(dialog, "second-place-none")
    qtbot.waitUntil(lambda: room.session.settings.second_place == "")
    dialog.reject()
    assert disk.exists()


def test_a_backup_can_be_made_at_any_time_and_is_copied(
    qtbot: QtBot, room: Room, window: MainWindow, disk: Path
) -> None:
    answer(room)
    window.backups.show_places()
    dialog = sheet(qtbot, window, "places-dialog")
    qtbot.waitUntil(lambda: "No backup yet" in text(dialog, "first-place-state"))
    click(dialog, "places-back-up")
    qtbot.waitUntil(lambda: "1 is kept" in text(dialog, "first-place-state"))
    qtbot.waitUntil(lambda: bool(copies(room, disk)))
    room.settle()
    assert kept(Path(room.session.path))[0].why == "asked"
    assert room.session.last_backup == kept(Path(room.session.path))[0].made_at


def test_a_backup_that_cannot_be_made_is_said_where_it_was_asked_for(
    qtbot: QtBot, room: Room, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(room)

    def full(*_given: object, **_named: object) -> None:
        raise OutputError("No backup could be made: the disk is full.")

    monkeypatch.setattr("readiness.storage.backups.copy_to", full)
    window.backups.show_places()
    dialog = sheet(qtbot, window, "places-dialog")
    click(dialog, "places-back-up")
    qtbot.waitUntil(lambda: "the disk is full" in text(dialog, "first-place-state"))


def test_choosing_a_place_copies_what_there_is(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(room)
    room.session.run_errand(lambda desk: desk.assessing.backup(), lambda _path: None)
    room.settle()
    place = tmp_path / "share"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    window.backups.show_places()
    dialog = sheet(qtbot, window, "places-dialog")
    click(dialog, "second-place-choose")
    qtbot.waitUntil(lambda: "1 is kept" in text(dialog, "second-place-state"))
    assert len(copies(room, place)) == 1


@pytest.mark.usefixtures("documents")
def test_a_slow_folder_does_not_speak_for_the_one_chosen_after_it(
    qtbot: QtBot, fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    asked: list[Callable[[PlaceAdvice], None]] = []
    monkeypatch.setattr(fresh.safekeeping, "judge_folder", lambda _path, then: asked.append(then))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "slow"))
    for name in ("place-other", "place-own"):
        row = dialog.findChild(ChoiceRow, name)
        assert row is not None
        row.click()
    slow, quick = asked
    quick(PlaceAdvice())
    slow(PlaceAdvice(fault="This folder cannot be written. Choose another."))
    done = dialog.findChild(Button, "place-done")
    assert done is not None
    assert done.isEnabled()
    assert not text(dialog, "place-note")


@pytest.mark.usefixtures("documents")
def test_a_slow_second_place_does_not_speak_for_the_one_chosen_after_it(
    qtbot: QtBot, fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    asked: list[Callable[[PlaceAdvice], None]] = []
    monkeypatch.setattr(fresh.safekeeping, "judge", lambda _path, _place, then: asked.append(then))
    for name in ("slow", "quick"):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, name=name: str(tmp_path / name))
        click(dialog, "second-place-choose")
    slow, quick = asked
    quick(PlaceAdvice())
    slow(PlaceAdvice(fault="This folder is not there."))
    assert text(dialog, "second-place-path") == str(tmp_path / "quick")
    assert "not there" not in text(dialog, "second-place-note")


@pytest.mark.usefixtures("documents")
def test_nothing_goes_on_without_a_second_place_that_is_still_looked_at(
    qtbot: QtBot, fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, fresh, Qt.Key.Key_N)
    dialog = sheet(qtbot, fresh, "place-dialog")
    asked: list[Callable[[PlaceAdvice], None]] = []
    monkeypatch.setattr(fresh.safekeeping, "judge", lambda _path, _place, then: asked.append(then))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "share"))
    done = dialog.findChild(Button, "place-done")
    assert done is not None
    click(dialog, "second-place-choose")
    assert not done.isEnabled()
    assert text(dialog, "second-place-note").startswith("Looking at")
    click(dialog, "second-place-none")
    assert done.isEnabled()
    click(dialog, "second-place-choose")
    asked[-1](PlaceAdvice())
    assert done.isEnabled()
    assert text(dialog, "second-place-path") == str(tmp_path / "share")
