"""The report on a printer: its pages drawn one after another, off the window’s thread."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.report.drawing import PageDrawer, Picture
from readiness.ui.tasks import TaskRunner

_DOTS = 300
_INCH = 72.0
_WIDE = {"A4": 595.276, "Letter": 612.0}


class Printing(QObject):
    """Asks for a printer, then sends page by page; one job at a time."""

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._tasks = TaskRunner(self)
        self._drawer = PageDrawer()
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
        """Send every page to a printer."""
        self._printer, self._content, self._paper = printer, content, paper
        self._painter = QPainter(printer)
        self._draw(0)

    def wait(self) -> None:
        """Wait for what is being drawn; only for the end of the program."""
        self._tasks.wait()

    def _draw(self, page: int) -> None:
        width = round(_WIDE[self._paper] / _INCH * _DOTS)
        work = partial(self._drawer.draw, self._content, page, width)
        self._tasks.run(work, self._on_drawn)

    def _on_drawn(self, picture: Picture) -> None:
        printer, painter = self._printer, self._painter
        if printer is None or painter is None:
            return
        self.said.emit(self.tr("Printing page {0} of {1}…").format(picture.page + 1, picture.pages))
        if picture.page:
            printer.newPage()
        rows = QImage.Format.Format_RGB32
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, rows)
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(sheet.width() / image.width(), sheet.height() / image.height())
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
        if picture.page + 1 < picture.pages:
            self._draw(picture.page + 1)
            return
        painter.end()
        self._printer = self._painter = None
        self.said.emit(self.tr("Sent to the printer: {0}").format(printer.printerName() or printer.docName()))
