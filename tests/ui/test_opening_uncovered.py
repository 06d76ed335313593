"""A workspace that a crash left without a backup has one as soon as it is opened, or it is said why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import the_worked_example
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.storage import backups
from readiness.storage.backup_names import kept
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.message_bar import MessageBar


@pytest.fixture
def window(room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


@pytest.fixture
def crashed(room: Room) -> Path:
    desk = Assessing.create(room.places.workspace)
    desk.import_answers(the_worked_example())
    desk.workspace.database.close()
    return desk.path


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        happened = "No backup could be made: No space left on device."
        raise OutputError(happened, safe="Older ones are kept.", remedy="Make room.")

    monkeypatch.setattr(backups, "back_up", refuse)


def bar(window: MainWindow) -> str:
    found = window.findChild(MessageBar)
    assert found is not None
    return found.accessibleName() if found.isVisible() else ""


def test_it_is_backed_up_behind_home_and_home_says_so(room: Room, crashed: Path, window: MainWindow) -> None:
    told: list[object] = []
    room.session.home_changed.connect(lambda _home: told.append(room.session.last_backup))
    room.session.backed_up.connect(told.append)
    room.open_own()
    room.settle()
    assert kept(crashed) == []
    assert told == [None]
    room.session.warm()  # what the first paint brings
    room.settle()
    assert len(kept(crashed)) == 1
    assert told == [None, room.session.last_backup]
    assert "Last backup" in window.home.safe.text()


@pytest.mark.usefixtures("crashed", "no_room")
def test_one_that_fails_is_said_and_one_can_work(qtbot: QtBot, room: Room, window: MainWindow) -> None:
    room.session.warm()
    room.open_own()
    qtbot.waitUntil(lambda: "No backup could be made" in bar(window))
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    window.messages.clear()
    room.session.close_assessment()
    qtbot.waitUntil(lambda: "No backup could be made" in bar(window))
    qtbot.waitUntil(lambda: room.session.seal != "")


@pytest.mark.usefixtures("window")
def test_the_sample_can_be_made_again_and_is_left_as_it_is(room: Room) -> None:
    room.session.warm()
    room.session.open_sample(room.places.sample)
    room.settle()
    assert kept(room.places.sample) == []
