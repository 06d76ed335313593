"""A file that kills, hangs or floods its reader costs the window a sentence."""

from functools import partial
from pathlib import Path

import foreign
import pytest
from builders import level
from rooms import Room

from readiness.errors import InputError, ReadinessError
from readiness.other_process import Limits
from readiness.services import foreign_files
from readiness.services.foreign_files import Known, Reader
from readiness.ui import press
from readiness.ui.desk import Desk


def reading(reader: Reader, path: Path, known: Known, *, how: str) -> object:
    return reader.read(getattr(foreign, how), path, known.find)


def holding(_desk: Desk, value: object) -> object:
    return value


class Errand:
    """One file on its way into the window."""

    def __init__(self, room: Room, folder: Path) -> None:
        self.room, self.path = room, folder / "from elsewhere.json"
        self.path.write_text("{}")
        self.came: list[object] = []
        self.failures: list[ReadinessError] = []
        room.session.failed.connect(self.failures.append)
        room.open_own()

    def run(self, how: str) -> None:
        self.room.session.read_file(self.path, partial(reading, how=how), holding, self.came.append)
        self.room.settle()


@pytest.fixture
def errand(room: Room, tmp_path: Path) -> Errand:
    return Errand(room, tmp_path)


def test_a_file_that_kills_its_reader_is_told_and_the_next_comes_in(errand: Errand) -> None:
    errand.run("crash")
    assert [type(one) for one in errand.failures] == [InputError]
    assert "ended unexpectedly" in errand.failures[0].happened
    errand.run("length")
    assert errand.came == [2]


def test_answers_are_saved_while_a_file_hangs(errand: Errand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_PATIENCE_MS", 1)
    monkeypatch.setattr(foreign_files.Reader.__init__, "__defaults__", (Limits(seconds=2.0, memory=1 << 29),))
    noted: list[str] = []
    session, room = errand.room.session, errand.room
    session.noted.connect(noted.append)
    room.start()
    session.read_file(errand.path, partial(reading, how="hang"), holding, errand.came.append)
    room.qtbot.waitUntil(lambda: bool(noted), timeout=20_000)
    with room.qtbot.waitSignal(session.saved, timeout=20_000):
        session.answer("ARC-01", level(2))
    assert session._press.is_reading
    room.settle()
    assert noted == ["from elsewhere.json takes longer to read than most files do…", ""]
    assert "within 2 seconds" in errand.failures[0].happened
    assert errand.came == []


def test_another_workspace_gets_no_preview_of_a_file_for_the_first(errand: Errand) -> None:
    room = errand.room
    room.session.read_file(errand.path, partial(reading, how="length"), holding, errand.came.append)
    room.session.create_workspace(errand.path.with_name("other.readiness"))
    room.settle()
    assert errand.came == []
