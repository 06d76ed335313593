"""A real session for the tests of the window, and the sample as somebody might have it."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.exchange import importers
from readiness.exchange.spreadsheet import importing
from readiness.exchange.studio import drafts
from readiness.services.sample import write_sample


@pytest.fixture(autouse=True)
def _collecting_here() -> Iterator[None]:
    """Collect between tests, in the thread of the widgets, as the program does while it runs."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample that is written once and only copied."""
    path = tmp_path_factory.mktemp("sample") / "sample.readiness"
    write_sample(path)
    return path


def _read_here(*_: object, **__: object) -> NoReturn:
    message = "a file of others was read in the window's own process"
    raise AssertionError(message)


@pytest.fixture
def nothing_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever reads the bytes of a file of others in this process; the other process is not touched."""
    for module, name in (
        (importers, "importer_of"),
        (importers, "read_with"),
        (importing, "read_sheets"),
        (importing, "of_sheet"),
        (drafts, "read_draft"),
    ):
        monkeypatch.setattr(module, name, _read_here)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """Return a session without a workspace."""
    made = Room.set_up(qtbot, tmp_path)
    yield made
    made.tear_down()


@pytest.fixture
def sample_room(room: Room, written_sample: Path) -> Room:
    """Return a session with the sample open."""
    shutil.copy(written_sample, room.places.sample)
    room.session.open_sample(room.places.sample)
    room.settle()
    return room
