"""A disk that does not answer: every thread but the window's is held, and what waits for it is caught."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from readiness.ui.jobs import Job, Result

TURNS = 3
"""Rounds of events that the window must get through after every deed."""

_PATIENCE_S = 20.0
_TOUCHING = frozenset(
    {
        "open",
        "os.listdir",
        "os.scandir",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.truncate",
        "sqlite3.connect",
        "shutil.copyfile",
    }
)


class _Marker(QObject):
    """Counts the rounds of the event loop by an event that is posted again whenever it has come."""

    def __init__(self) -> None:
        super().__init__()
        self.turns = 0

    def event(self, event: QEvent) -> bool:
        """Count."""
        if event.type() == QEvent.Type.User:
            self.turns += 1
            return True
        return super().event(event)


class HeldDisk:
    """Work that was asked for waits until it is let go; a window that waits for it is freed and told of."""

    def __init__(self, folder: Path) -> None:
        self.touched: list[str] = []
        self.waited: list[str] = []
        self._folder = str(folder)
        self._gate = threading.Event()
        self._gate.set()
        self._window = threading.get_ident()
        self._deed = ""
        self._is_hearing = False

    def attempt(self, job: Job, original: Callable[[Job], Result]) -> Result:
        """Do a piece of work once the disk answers again."""
        self._gate.wait()
        return original(job)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Notice, as an audit hook, what the window's thread does with files of the test."""
        if not self._is_hearing or event not in _TOUCHING or threading.get_ident() != self._window:
            return
        if isinstance(arguments[0], str | bytes | os.PathLike):
            self._note(event, os.fsdecode(arguments[0]))

    def _note(self, what: str, name: str) -> None:
        if self._folder in name:
            self.touched.append(f"{self._deed}: {what} {name.removeprefix(self._folder)}")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nothing of the disk come back, and listen."""
        self._gate.clear()
        self._is_hearing = True
        try:
            yield
        finally:
            self._is_hearing = False
            self._gate.set()

    def do(self, name: str, deed: Callable[[], object]) -> None:
        """Do something while the disk does not answer; the event loop has to go on turning by itself."""
        self._deed = name
        guard = threading.Timer(_PATIENCE_S, self._gate.set)
        guard.daemon = True
        guard.start()
        marker = _Marker()
        deed()
        while marker.turns < TURNS and not self._gate.is_set():
            QCoreApplication.postEvent(marker, QEvent(QEvent.Type.User))
            QCoreApplication.processEvents()
        guard.cancel()
        if self._gate.is_set():
            self.waited.append(name)
            self._gate.clear()


_DISKS: list[HeldDisk] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    for disk in _DISKS:
        disk.hear(event, arguments)


sys.addaudithook(_hear)


@contextmanager
def held_disk(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[HeldDisk]:
    """Return a disk that can be held, for files in a folder."""
    disk, original, stat = HeldDisk(folder), Job.attempt, os.stat

    def attempt(job: Job) -> Result:
        return disk.attempt(job, original)

    def heard(path: object, *given: object, **named: object) -> os.stat_result:
        if isinstance(path, str | bytes | os.PathLike):
            disk.hear("open", (path,))
        return stat(path, *given, **named)  # type: ignore[arg-type]  # what was given

    monkeypatch.setattr(Job, "attempt", attempt)
    monkeypatch.setattr(os, "stat", heard)
    _DISKS.append(disk)
    try:
        yield disk
    finally:
        with suppress(ValueError):
            _DISKS.remove(disk)
