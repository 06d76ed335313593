"""On a network drive or in a synced folder the window says so once, and offers to go on elsewhere."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.services.whereabouts import Disk, Place
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.whereabouts import Whereabouts, disk_under


class Looking:
    """Whereabouts on a disk of some kind, and what they told."""

    def __init__(self, room: Room, kind: str, *, is_free: bool = True) -> None:
        self.room = room
        self.told: list[Place] = []
        self.is_free = is_free
        self.whereabouts = Whereabouts(room.session, room.tasks, self.tell, lambda _: Disk(kind=kind))

    def tell(self, place: Place, is_on_copy: bool) -> bool:  # noqa: FBT001 - what was found out
        assert not is_on_copy  # the session of this room sees no network drive
        if self.is_free:
            self.told.append(place)
        return self.is_free

    def open(self, path: Path) -> None:
        self.room.session.create_workspace(path) if not path.exists() else self.room.session.open_workspace(
            path
        )
        self.room.settle()
        self.room.tasks.wait()
        self.room.qtbot.wait(1)  # what a task told arrives with the next events


def test_a_network_drive_is_told_once_a_folder(room: Room, tmp_path: Path) -> None:
    looking = Looking(room, "cifs")
    looking.open(tmp_path / "one.readiness")
    looking.open(tmp_path / "two.readiness")
    looking.open(tmp_path / "one.readiness")
    assert [place.happened for place in looking.told] == ["This workspace is on a network drive (cifs)."]
    assert room.session.settings.advised == (str(tmp_path),)
    (tmp_path / "other").mkdir()
    looking.open(tmp_path / "other" / "three.readiness")
    assert len(looking.told) == 2


def test_it_is_still_known_when_the_program_starts_again(room: Room, tmp_path: Path) -> None:
    Looking(room, "nfs4").open(tmp_path / "one.readiness")
    room.tear_down()
    again = Room.set_up(room.qtbot, tmp_path)
    looking = Looking(again, "nfs4")
    looking.open(tmp_path / "one.readiness")
    again.tear_down()
    assert looking.told == []


def test_a_disk_of_this_computer_is_not_talked_about(room: Room, tmp_path: Path) -> None:
    """The twin: it is the drive that is told of."""
    looking = Looking(room, "ext4")
    looking.open(tmp_path / "one.readiness")
    assert (looking.told, room.session.settings.advised) == ([], ())


def test_what_could_not_be_said_is_said_the_next_time(room: Room, tmp_path: Path) -> None:
    looking = Looking(room, "cifs", is_free=False)
    looking.open(tmp_path / "one.readiness")
    assert room.session.settings.advised == ()
    looking.is_free = True
    looking.open(tmp_path / "two.readiness")
    looking.open(tmp_path / "one.readiness")
    assert len(looking.told) == 1


def test_the_system_says_what_disk_a_file_is_on(tmp_path: Path) -> None:
    disk = disk_under(tmp_path / "work.readiness")
    assert disk.kind


@pytest.mark.parametrize("is_busy", [False, True], ids=["free", "busy"])
def test_the_bar_says_it_and_offers_a_copy_unless_it_says_something_else(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, *, is_busy: bool
) -> None:
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)
    if is_busy:
        window.messages.tell_note("Something else.")
    place = Place(kind="synced", happened="It is synced.", advice="Take care.", on_copy="It is copied.")
    assert window.messages.tell_place(place, is_on_copy=False) is not is_busy
    message = window.messages._bar.message
    assert message is not None
    if not is_busy:
        assert (message.title, message.text) == (place.happened, place.advice)
        assert message.actions == (("save-elsewhere", "Save elsewhere…"),)
