"""A report handed to the system’s print command as it is: sharp at any size, its text still text.

Linux and macOS have ``lp``, which takes a PDF. Windows has no such command, and there pages are drawn.
"""

import shutil
from collections.abc import Iterator

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtPrintSupport import QPrinter

_COMMAND = "lp"
_MEDIA = {"A4": "A4", "Letter": "Letter"}
_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def command() -> str:
    """Return the path of the print command; empty where the system has none."""
    return shutil.which(_COMMAND) or ""


def arguments(printer: QPrinter, paper: str) -> Iterator[str]:
    """Yield what the print command is told of a printer’s settings."""
    yield from ("-d", printer.printerName())
    yield from ("-t", printer.docName() or "Readiness")
    yield from ("-n", str(max(1, printer.copyCount())))
    yield from ("-o", f"media={_MEDIA.get(paper, 'A4')}")
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        yield from ("-P", f"{printer.fromPage()}-{printer.toPage() or printer.fromPage()}")
    if printer.duplex() in _SIDES:
        yield from ("-o", f"sides={_SIDES[printer.duplex()]}")
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        yield from ("-o", "print-color-mode=monochrome")


class Spool(QObject):
    """Hands one report over; ``done`` says whether the system took it."""

    done = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def is_busy(self) -> bool:
        """Whether a report is being handed over."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def send(self, printer: QPrinter, content: bytes, paper: str) -> bool:
        """Begin to hand a report over; false where the system has no command that takes it."""
        program = command()
        is_native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        if not program or not is_native or not printer.printerName() or self.is_busy:
            return False
        self._process.start(program, list(arguments(printer, paper)))
        self._process.write(content)
        self._process.closeWriteChannel()
        return True

    def wait(self) -> None:
        """Wait until it is handed over; only for the end of the program."""
        if self.is_busy:
            self._process.waitForFinished()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self.done.emit(code == 0 and status == QProcess.ExitStatus.NormalExit)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.done.emit(False)
