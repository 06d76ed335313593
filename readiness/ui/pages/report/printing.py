"""The report on a printer: the PDF itself where the system takes one, else its pages drawn one by one.

Drawn pages have 600 dots an inch, so that the smallest text is as sharp as a laser printer makes it; they are
drawn in strips, off the window’s thread.
"""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.report.drawing import PageDrawer, Strip
from readiness.ui.pages.report.spooling import Spool
from readiness.ui.tasks import TaskRunner

DOTS = 600
_STRIPS = 6
_INCH = 72.0
_WIDE = {"A4": 595.276, "Letter": 612.0}


class Printing(QObject):
    """Asks for a printer, then sends the report; one job at a time."""

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._tasks = TaskRunner(self)
        self._drawer = PageDrawer()
        self._spool = Spool(self)
        self._spool.done.connect(self._on_spooled)
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._content = b""
        self._paper = "A4"

    def begin(self, content: bytes, paper: str, name: str) -> None:
        """Ask where to print, and begin."""
        if self._printer is not None or not content:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        size = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        if QPrintDialog(printer, self._parent).exec():
            self.send(printer, content, paper)

    def send(self, printer: QPrinter, content: bytes, paper: str) -> None:
        """Send the report to a printer."""
        self._printer, self._content, self._paper = printer, content, paper
        if not self._spool.send(printer, content, paper):
            self._draw_all(printer)

    def wait(self) -> None:
        """Wait for what is under way; only for the end of the program."""
        self._spool.wait()
        self._tasks.wait()

    def _on_spooled(self, was_taken: bool) -> None:  # noqa: FBT001 - a signal's claim
        printer = self._printer
        if printer is None:
            return
        if was_taken:
            self._end(printer)
        else:
            self._draw_all(printer)

    def _draw_all(self, printer: QPrinter) -> None:
        printer.setResolution(DOTS)
        self._painter = QPainter(printer)
        first = printer.fromPage() if printer.printRange() == QPrinter.PrintRange.PageRange else 0
        self._draw(max(first - 1, 0), 0)

    def _draw(self, page: int, strip: int) -> None:
        width = round(_WIDE[self._paper] / _INCH * DOTS)
        work = partial(self._drawer.draw_strip, self._content, page, width, (strip, _STRIPS))
        self._tasks.run(work, partial(self._on_drawn, strip))

    def _on_drawn(self, number: int, strip: Strip) -> None:
        printer, painter = self._printer, self._painter
        if printer is None or painter is None:
            return
        picture = strip.picture
        if number == 0:
            self._begin_page(printer, picture.page, picture.pages)
        rows = QImage.Format.Format_RGB32
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, rows)
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(sheet.width() / image.width(), sheet.height() / strip.whole)
        place = QRectF(0, strip.top * scale, image.width() * scale, image.height() * scale)
        painter.drawImage(place, image)
        if number + 1 < _STRIPS:
            self._draw(picture.page, number + 1)
        elif picture.page + 1 < self._last_page(printer, picture.pages):
            self._draw(picture.page + 1, 0)
        else:
            painter.end()
            self._end(printer)

    def _begin_page(self, printer: QPrinter, page: int, pages: int) -> None:
        self.said.emit(self.tr("Printing page {0} of {1}…").format(page + 1, pages))
        first = printer.fromPage() if printer.printRange() == QPrinter.PrintRange.PageRange else 1
        if page + 1 > max(first, 1):
            printer.newPage()

    def _last_page(self, printer: QPrinter, pages: int) -> int:
        is_part = printer.printRange() == QPrinter.PrintRange.PageRange and printer.toPage()
        return min(printer.toPage(), pages) if is_part else pages

    def _end(self, printer: QPrinter) -> None:
        self._printer = self._painter = None
        self.said.emit(self.tr("Sent to the printer: {0}").format(printer.printerName() or printer.docName()))
