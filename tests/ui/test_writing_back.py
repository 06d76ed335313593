"""A workspace on a network drive in the window: answers are saved here at once, and its folder follows."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from builders import level
from pytestqt.qtbot import QtBot
from rooms import Room, now
from sharing import another_computer, claimed_by_ann, desk, disk_of, left_here

from readiness.services.assessing import Assessing
from readiness.storage.lock_note import note_path
from readiness.storage.opening import open_database
from readiness.ui.dialogs.question_dialog import QuestionDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

QUESTION = "DAT-01"


@dataclass
class Shared:
    """A window on a workspace whose folder is on a network drive."""

    room: Room
    window: MainWindow
    path: Path

    def come_back(self) -> None:
        """End the program and start it again."""
        room, theme, icons = self.room, self.window._theme, self.window._icons
        room.tear_down()
        self.room = Room.set_up(room.qtbot, room.places.workspace.parent, room.backend._disk_of)
        self.window = MainWindow(self.room.session, theme, icons, self.room.places, now)
        room.qtbot.addWidget(self.window)

    def open(self) -> None:
        self.room.session.open_workspace(self.path)
        self.settle()

    def start(self) -> None:
        self.open()
        self.room.start()
        self.write_back()

    def answer(self, number: int) -> None:
        self.room.session.answer(QUESTION, level(number))
        self.room.settle()

    def write_back(self) -> None:
        self.window.writing_back.write_now()
        self.settle()

    def settle(self) -> None:
        self.room.settle()
        self.window.writing_back.settle()
        self.room.settle()

    def bar(self) -> tuple[str, tuple[str, ...]]:
        """Return the title and the keys of the buttons of what the bar says."""
        message = self.window.messages._bar.message
        return ("", ()) if message is None else (message.title, tuple(key for key, _ in message.actions))

    def press(self, key: str) -> None:
        """Press a button of the bar."""
        self.window.messages._on_acted(key)

    def question(self) -> QuestionDialog:
        return self.window.findChildren(QuestionDialog)[-1]

    def stands(self, path: Path | None = None) -> int:
        """Return the level that a file in the folder says."""
        with closing(Assessing.over(open_database(path or self.path, look_only=True))) as made:
            answer = made.load(1).agreed.get(QUESTION)
            return -1 if answer is None or answer.level is None else answer.level


@pytest.fixture
def shared(qtbot: QtBot, tmp_path: Path, theme: Theme, icons: Icons) -> Iterator[Shared]:
    folder = tmp_path / "share"
    folder.mkdir()
    room = Room.set_up(qtbot, tmp_path / "home", partial(disk_of, folder))
    path = folder / "team.readiness"
    Assessing.create(path).close()
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)
    made = Shared(room, window, path)
    yield made
    made.window.writing_back.wait()
    made.room.tear_down()


def test_the_folder_follows_what_is_answered(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    assert shared.window.writing_back._wait.isActive()
    assert shared.stands() == -1
    shared.write_back()
    assert shared.stands() == 1
    assert not shared.window.writing_back._wait.isActive()
    assert shared.window.home.safe.text().startswith(
        "You work on a copy on this computer; its folder had all of it at 10:42."
    )


def test_a_file_on_this_computer_is_written_nowhere_else(shared: Shared) -> None:
    shared.room.start()
    shared.answer(1)
    assert not shared.window.writing_back._wait.isActive()
    assert shared.window.home.safe.text().startswith("Everything is in one file on this computer.")
    assert left_here() == []


def test_a_sealed_quarter_is_written_back_at_once(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    shared.room.session.close_assessment()
    shared.settle()
    with closing(Assessing.over(open_database(shared.path, look_only=True))) as made:
        assert made.seal_of(1)


def test_without_the_drive_it_is_said_and_nothing_is_lost(shared: Shared) -> None:
    shared.start()
    away = shared.path.parent.rename(shared.path.parent.with_name("away"))
    shared.answer(1)
    shared.write_back()
    title, ways = shared.bar()
    assert title == "Saved on this computer, not yet in its folder."
    assert ways == ("write-back", "save-elsewhere")
    assert "could not be written since 10:42" in shared.window.home.safe.text()
    assert shared.window.writing_back._wait.isActive()
    shared.answer(2)
    shared.write_back()
    away.rename(shared.path.parent)
    shared.press("write-back")
    shared.settle()
    assert shared.bar()[0] == "Everything is in its folder again, 10:42."
    assert shared.stands() == 2


def test_it_is_said_once_however_often_it_is_tried(shared: Shared) -> None:
    shared.start()
    shared.path.parent.rename(shared.path.parent.with_name("away"))
    shared.answer(1)
    shared.write_back()
    shared.window.messages._bar.dismiss()
    shared.write_back()
    assert shared.bar() == ("", ())


def test_a_slow_drive_keeps_no_answer_waiting(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    shared.start()
    copy = shared.room.session._workspace.desk.file.copy  # type: ignore[union-attr]
    assert copy is not None
    slow, put = Event(), type(copy)._put
    monkeypatch.setattr(type(copy), "_put", lambda *given: (slow.wait(20), put(*given)))
    shared.answer(1)
    shared.window.writing_back.write_now()
    shared.room.settle()
    with shared.room.qtbot.waitSignal(shared.room.session.saved):
        shared.room.session.answer(QUESTION, level(2))
    assert shared.stands() == -1
    slow.set()
    shared.settle()
    assert shared.stands() == 1
    shared.write_back()
    assert shared.stands() == 2


def test_closing_writes_back_first(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    with shared.room.qtbot.waitSignal(shared.room.session.finished):
        shared.window.close()
    assert shared.stands() == 1
    assert left_here() == []
    assert not note_path(shared.path).exists()


def test_closing_without_the_drive_asks_and_the_next_opening_goes_on(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    away = shared.path.parent.rename(shared.path.parent.with_name("away"))
    with shared.room.qtbot.waitSignal(shared.room.session.unbacked):
        shared.window.close()
    assert shared.question().windowTitle() == "Its folder does not have everything yet"
    with shared.room.qtbot.waitSignal(shared.room.session.finished):
        shared.question().chosen.emit("bare")
    assert left_here() == ["team.readiness"]
    away.rename(shared.path.parent)
    shared.come_back()
    shared.open()
    assert "had not been written back; it will be now" in said(shared)
    assert shared.stands() == 1


def said(shared: Shared) -> str:
    message = shared.window.messages._bar.message
    return "" if message is None else f"{message.title} {message.text}"


def test_what_a_colleague_has_open_can_be_opened_all_the_same(shared: Shared) -> None:
    claimed_by_ann(shared.path)
    shared.open()
    assert "Ann on ANN-LAPTOP" in said(shared)
    assert "take-over" in shared.bar()[1]
    shared.press("take-over")
    shared.question().chosen.emit("stay")
    shared.settle()
    assert shared.room.session.path == ""
    shared.press("take-over")
    shared.question().chosen.emit("open")
    shared.settle()
    assert shared.room.session.path == str(shared.path)


def test_what_somebody_else_put_there_stays_and_one_goes_on_elsewhere(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared.start()
    with (
        another_computer(tmp_path / "ann", monkeypatch),
        closing(desk(shared.path, now, take_over=True)) as ann,
    ):
        ann.answer(1, QUESTION, "agreed", level(0))
    shared.answer(1)
    shared.write_back()
    assert "team.readiness was not written back: somebody has changed it there." in said(shared)
    _, ways = shared.bar()
    assert ways == ("save-elsewhere",)
    shared.room.session.save_elsewhere(tmp_path / "mine.readiness")
    shared.settle()
    assert shared.room.session.path == str(tmp_path / "mine.readiness")
    shared.room.tear_down()
    assert shared.stands() == 0
    assert shared.stands(tmp_path / "mine.readiness") == 1
    assert left_here() == []


def test_going_elsewhere_leaves_the_folder_with_everything(shared: Shared, tmp_path: Path) -> None:
    shared.start()
    shared.answer(1)
    shared.room.session.save_elsewhere(tmp_path / "mine.readiness")
    shared.settle()
    assert shared.stands() == 1
    assert left_here() == []
    assert not note_path(shared.path).exists()


def test_closing_that_fails_while_it_is_due_keeps_no_folder_waiting(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    away = shared.path.parent.rename(shared.path.parent.with_name("away"))
    workspace, writing = shared.room.session._workspace, shared.window.writing_back
    held, workspace.desk = workspace.desk, None  # as while it is being closed
    writing.write_now()
    workspace.desk = held
    away.rename(shared.path.parent)
    shared.write_back()
    assert shared.stands() == 1


def test_nothing_can_be_entered_while_it_closes_and_all_again_when_it_stays(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    shared.path.parent.rename(shared.path.parent.with_name("away"))
    before = shared.window.focusWidget()
    with shared.room.qtbot.waitSignal(shared.room.session.unbacked):
        shared.window.close()
        assert not shared.window.isEnabled()
        shared.window.close()  # a second time, as one does on a slow drive
    shared.settle()
    assert shared.window.isEnabled()
    assert shared.window.focusWidget() is before
    assert len(shared.window.findChildren(QuestionDialog)) == 1
    shared.answer(2)
    assert shared.room.session.unsaved == 0


def test_late_news_of_the_file_before_say_nothing_of_the_one_now(shared: Shared) -> None:
    shared.start()
    writing = shared.window.writing_back
    late = partial(writing._on_written, writing._turn, "09:00")
    shared.room.session.open_own_workspace(shared.room.places.workspace)
    shared.settle()
    shared.open()
    late(None)
    assert writing.standing.at == "10:42"


def test_another_file_that_is_open_by_then_is_not_offered_to_be_saved(shared: Shared) -> None:
    shared.start()
    shared.answer(1)
    shared.path.parent.rename(shared.path.parent.with_name("away"))
    shared.room.session.open_own_workspace(shared.room.places.workspace)
    shared.settle()
    assert "Open it here again" in said(shared)
    assert "save-elsewhere" not in shared.bar()[1]
