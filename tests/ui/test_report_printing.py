"""The report on a printer, here one that writes a file."""

from pathlib import Path

from builders import a_planned_assessment
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readiness.reports.options import ReportOptions
from readiness.services.exporting import render_pdf
from readiness.ui.pages.report.printing import Printing

A_MINUTE = 60_000


def test_every_page_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    content = render_pdf(a_planned_assessment(), ReportOptions(pages=("summary", "method")))
    parent = QWidget()
    qtbot.addWidget(parent)
    printing = Printing(parent)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    said: list[str] = []
    printing.said.connect(said.append)

    printing.send(printer, content, "A4")
    qtbot.waitUntil(lambda: bool(said) and said[-1].startswith("Sent"), timeout=A_MINUTE)

    assert said[:2] == ["Printing page 1 of 2…", "Printing page 2 of 2…"]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2
