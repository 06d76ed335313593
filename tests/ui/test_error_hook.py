"""No silent error: every way in which Python and Qt lose one ends in the log and in one calm line."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from readiness.ui.error_hook import ErrorHook, Incident, Log


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hook(qtbot: QtBot, clock: Clock) -> Iterator[ErrorHook]:  # noqa: ARG001 - an application must be there
    made = ErrorHook(clock)
    made.install()
    yield made
    made.uninstall()


@pytest.fixture
def seen(hook: ErrorHook) -> list[Incident]:
    told: list[Incident] = []
    hook.raised.connect(told.append)
    return told


class Sender(QObject):
    went = Signal()

    def fail(self) -> None:
        """Fail as a slot."""
        raise ZeroDivisionError


def test_an_exception_in_a_slot_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    sender = Sender()
    sender.went.connect(sender.fail)
    sender.went.emit()

    qtbot.waitUntil(lambda: len(seen) == 1)
    assert "ZeroDivisionError" in seen[0].details


def test_an_exception_in_a_click_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    button, sender = QPushButton(), Sender()
    qtbot.addWidget(button)
    button.clicked.connect(sender.fail)
    button.click()

    qtbot.waitUntil(lambda: len(seen) == 1)


def test_an_exception_in_a_timer_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    sender = Sender()
    QTimer.singleShot(0, sender.fail)

    qtbot.waitUntil(lambda: len(seen) == 1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_exception_in_a_thread_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    thread = threading.Thread(target=Sender().fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: len(seen) == 1)


def test_an_exception_in_a_runnable_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    class Failing(QRunnable):
        def run(self) -> None:
            """Fail in the pool."""
            raise ZeroDivisionError

    pool = QThreadPool()
    pool.start(Failing())
    pool.waitForDone()

    qtbot.waitUntil(lambda: len(seen) == 1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_exception_that_cannot_be_raised_is_shown(qtbot: QtBot, seen: list[Incident]) -> None:
    class Failing:
        def __del__(self) -> None:
            raise ZeroDivisionError

    failing = Failing()
    del failing

    qtbot.waitUntil(lambda: len(seen) == 1)


class Broken(QWidget):
    """Fails whenever it paints."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fail."""
        self.painted += 1
        raise ZeroDivisionError


def test_a_thousand_exceptions_while_painting_leave_the_window_usable(
    qtbot: QtBot, seen: list[Incident]
) -> None:
    widget, clicks = Broken(), []
    button = QPushButton(widget)
    button.clicked.connect(lambda: clicks.append(1))
    qtbot.addWidget(widget)
    widget.show()
    while widget.painted < 1000:
        with suppress(ZeroDivisionError):  # PySide raises it again at the next return to Python
            QCoreApplication.processEvents()
            widget.repaint()
    button.click()
    qtbot.waitUntil(lambda: bool(seen))
    widget.hide()

    assert (len(seen), clicks) == (1, [1])


def test_one_incident_a_second_is_shown_and_all_are_logged(
    qtbot: QtBot, hook: ErrorHook, seen: list[Incident], clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "readiness"):
        for _ in range(5):
            hook.report(ValueError("again"))
        qtbot.waitUntil(lambda: len(seen) == 1)
        clock.now = 1.5
        hook.report(ValueError("later"))
        qtbot.waitUntil(lambda: len(seen) == 2)

    assert len(caplog.records) == 6


def test_the_same_fault_has_the_same_id_whatever_was_typed(
    qtbot: QtBot, hook: ErrorHook, seen: list[Incident], clock: Clock
) -> None:
    for place, text in enumerate(("first", "second")):
        clock.now = place * 2.0
        try:
            int(text)
        except ValueError as error:
            hook.report(error)
        qtbot.waitUntil(partial(_has, seen, place + 1))

    assert seen[0].id == seen[1].id


def test_what_qt_says_is_logged(hook: ErrorHook, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "readiness"):
        qWarning("a plain warning")
    del hook

    assert "Qt: a plain warning" in caplog.text


def test_the_hooks_are_given_back(qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hook = ErrorHook()
    hook.install()
    assert sys.excepthook is not before[0]

    hook.uninstall()

    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    del qtbot


def test_the_log_is_written_and_closed(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.open()
    logging.getLogger("readiness.test").error("something")
    log.close()
    logging.getLogger("readiness.test").error("afterwards")

    assert "something" in (tmp_path / "log" / "readiness.log").read_text(encoding="utf-8")
    assert "afterwards" not in (tmp_path / "log" / "readiness.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file, no folder", encoding="utf-8")
    log = Log(tmp_path / "log")

    log.open()
    log.close()

    assert (tmp_path / "log").read_text(encoding="utf-8") == "a file, no folder"


def _has(seen: list[Incident], count: int) -> bool:
    return len(seen) == count
