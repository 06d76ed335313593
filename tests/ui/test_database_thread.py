"""The window's thread never waits: work goes in, news comes back in order."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from readiness.errors import NotSavedError
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.jobs import Job, Result
from readiness.ui.tasks import TaskRunner


@pytest.fixture
def database(qtbot: QtBot) -> Iterator[DatabaseThread]:  # noqa: ARG001 - an application must be there
    thread = DatabaseThread()
    yield thread
    thread.stop()


def test_work_is_done_in_order_and_told_on_this_thread(qtbot: QtBot, database: DatabaseThread) -> None:
    told: list[tuple[int, bool]] = []
    here = threading.get_ident()

    with qtbot.waitSignal(database.became_idle):
        for number in range(200):
            database.submit(
                partial(int, number), lambda value: told.append((value, threading.get_ident() == here))
            )

    assert told == [(number, True) for number in range(200)]


def test_work_runs_in_one_other_thread(qtbot: QtBot, database: DatabaseThread) -> None:
    threads: list[int] = []

    with qtbot.waitSignal(database.became_idle):
        for _ in range(5):
            database.submit(threading.get_ident, threads.append)

    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_a_failure_is_told_to_who_asked(qtbot: QtBot, database: DatabaseThread) -> None:
    failed: list[Exception] = []

    with qtbot.waitSignal(database.became_idle):
        database.submit(_refuse, failed=failed.append)

    assert [type(error) for error in failed] == [NotSavedError]


def test_a_failure_that_nobody_takes_reaches_the_hook(qtbot: QtBot, database: DatabaseThread) -> None:
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(database.became_idle):
        database.submit(_refuse)

    assert [kind for kind, _, _ in caught] == [NotSavedError]


def test_slow_work_is_said_and_blocks_nobody(qtbot: QtBot, database: DatabaseThread) -> None:
    held = threading.Event()

    with qtbot.waitSignal(database.became_slow, timeout=2000):
        database.submit(held.wait)
    assert not database.is_idle

    with qtbot.waitSignal(database.became_idle):
        held.set()


def test_quick_work_is_never_called_slow(qtbot: QtBot, database: DatabaseThread) -> None:
    with qtbot.assertNotEmitted(database.became_slow, wait=400), qtbot.waitSignal(database.became_idle):
        database.submit(int)


def test_no_news_of_a_task_is_lost(qtbot: QtBot) -> None:
    runner = TaskRunner()
    told: list[int] = []

    for number in range(200):
        runner.run(partial(int, number), told.append)
    qtbot.waitUntil(lambda: len(told) == 200)

    assert sorted(told) == list(range(200))


def _refuse() -> None:
    msg = "The disk is full."
    raise NotSavedError(msg)


class _Listener(QObject):
    """A page that hears of a result."""

    def __init__(self, heard: list[object]) -> None:
        super().__init__()
        self._heard = heard

    def on_done(self, value: object) -> None:
        self._heard.append(value)


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_page_that_is_gone_hears_of_nothing(qtbot: QtBot, is_gone: bool) -> None:  # noqa: FBT001 - a parameter of a test
    heard: list[object] = []
    listener = _Listener(heard)
    thread = DatabaseThread()
    thread.submit(lambda: 7, listener.on_done)
    if is_gone:
        delete(listener)
    qtbot.waitUntil(lambda: thread.is_idle)
    thread.stop()
    assert heard == ([] if is_gone else [7])


def test_nobody_who_is_gone_is_called_back_however_the_call_is_wrapped() -> None:
    page = QObject()
    told = Result(Job(lambda: "late", partial(partial(page.setObjectName))), "late")
    delete(page)
    told.tell()
