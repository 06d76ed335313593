"""No silent error: whatever nobody caught is logged, and told in one calm line that can be copied."""

import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO
from zlib import crc32

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

_LARGEST_LOG: Final = 1_000_000
_OLD_LOGS: Final = 3
_PAUSE_S: Final = 1.0
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_LOG: Final = logging.getLogger("readiness")


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that went wrong in the program itself. The same fault has the same id."""

    id: str
    details: str


class _LateHandler(logging.Handler):
    """Opens the rotated log at its first record: most starts have nothing to write before the first paint."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - see the class

            self._file = RotatingFileHandler(
                self._path, maxBytes=_LARGEST_LOG, backupCount=_OLD_LOGS, encoding="utf-8"
            )
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()
        super().close()


class Log:
    """The rotated log, and beside it the file in which the interpreter notes its own end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        self._crash: TextIO | None = None

    def open(self) -> None:
        """Start writing; where the folder cannot be written the program runs without a log."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._crash = (self.folder / "crash.log").open("a", encoding="utf-8")
        except OSError:
            return
        self._handler = _LateHandler(self.folder / "readiness.log")
        _LOG.addHandler(self._handler)
        _LOG.setLevel(logging.INFO)
        faulthandler.enable(self._crash)

    def close(self) -> None:
        """Stop writing."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
        if self._handler is not None:
            _LOG.removeHandler(self._handler)
            self._handler.close()
        self._handler = self._crash = None


class ErrorHook(QObject):
    """Catches what nobody else caught, in every thread; at most one incident a second is shown."""

    raised = Signal(object)  # Incident, on the window's thread
    _caught = Signal(object)

    def __init__(
        self, monotonic: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._shown_at = float("-inf")
        self._undo: list[Callable[[], object]] = []
        # Queued: an exception in a paintEvent must not lay out a message while it is being painted.
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over every hook that Python and Qt offer."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qt_before = qInstallMessageHandler(_on_qt_message)

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            qInstallMessageHandler(qt_before)

        self._undo.append(restore)

    def uninstall(self) -> None:
        """Give every hook back."""
        while self._undo:
            self._undo.pop()()

    def report(self, error: BaseException) -> None:
        """Log an exception and show it."""
        details = "".join(traceback.format_exception(error))
        incident = Incident(_id_of(error), details)
        _LOG.error("incident %s\n%s", incident.id, details)
        self._caught.emit(incident)

    def _show(self, incident: Incident) -> None:
        now = self._monotonic()
        if now - self._shown_at >= _PAUSE_S:
            self._shown_at = now
            self.raised.emit(incident)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        self.report(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    def _on_unraisable(self, caught: "sys.UnraisableHookArgs") -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)


def _id_of(error: BaseException) -> str:
    """Return a short name made of the kind and the place, never of what the user typed."""
    frames = traceback.extract_tb(error.__traceback__)
    place = [f"{Path(frame.filename).name}:{frame.name}" for frame in frames[-3:]]
    return f"{crc32('|'.join([type(error).__name__, *place]).encode()):08X}"


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
