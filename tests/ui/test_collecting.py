"""Collection belongs to the window's thread: a widget destroyed in another one can stop the program."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from readiness.ui.collecting import Collecting


class Caught:
    """Something in a cycle that notes in which thread it is destroyed."""

    def __init__(self, ended: list[str]) -> None:
        self.itself = self
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread().name)


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:  # noqa: ARG001 - an application must be there
    gc.enable()
    parent = QObject()
    made = Collecting(parent)
    made.start()
    yield made
    made.stop()
    gc.disable()


def allocate_elsewhere() -> list[list[object]]:
    """Allocate far more in another thread than the interpreter lets pass, and keep it."""
    kept: list[list[object]] = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(50_000)), name="elsewhere")
    worker.start()
    worker.join()
    return kept


def leave_rubbish(ended: list[str]) -> None:
    Caught(ended)


def test_another_thread_destroys_nothing(collecting: Collecting) -> None:  # noqa: ARG001 - it works by being there
    ended: list[str] = []
    leave_rubbish(ended)

    allocate_elsewhere()

    assert ended == []


def test_without_it_the_other_thread_would(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    ended: list[str] = []
    gc.collect()
    gc.freeze()  # what earlier tests left of widgets is out of reach: it would end the process there
    gc.enable()
    try:
        leave_rubbish(ended)
        allocate_elsewhere()
    finally:
        gc.disable()
        gc.unfreeze()

    assert ended == ["elsewhere"]


def test_rubbish_goes_in_the_window_s_thread(qtbot: QtBot, collecting: Collecting) -> None:  # noqa: ARG001 - as above
    ended: list[str] = []
    leave_rubbish(ended)
    kept = allocate_elsewhere()

    qtbot.waitUntil(lambda: bool(ended), timeout=5000)

    assert (ended, len(kept)) == (["MainThread"], 50_000)


def test_stopping_gives_collection_back(qtbot: QtBot) -> None:  # noqa: ARG001 - an application must be there
    gc.enable()
    made = Collecting()
    made.start()
    assert not gc.isenabled()

    made.stop()

    assert gc.isenabled()
    gc.disable()
