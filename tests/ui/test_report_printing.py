"""The report on a printer, here one that writes a file; and the PDF itself, handed to the system."""

import os
import sys
from pathlib import Path

import pytest
from builders import a_planned_assessment
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readiness.reports.options import ReportOptions
from readiness.services.exporting import render_pdf
from readiness.ui.pages.report.printing import DOTS, Printing
from readiness.ui.pages.report.spooling import arguments

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
    assert printer.resolution() == DOTS
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


class Native(QPrinter):
    """A printer with a name, which no machine of a test has."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def printerName(self) -> str:  # noqa: N802 - Qt's name
        """Return the name."""
        return self._name

    def duplex(self) -> QPrinter.DuplexMode:
        """Say that somebody asked for both sides."""
        return QPrinter.DuplexMode.DuplexLongSide

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's name
        """Say that it is a real one."""
        return QPrinter.OutputFormat.NativeFormat


def a_command(folder: Path, code: int) -> None:
    """Put a print command on the path that keeps what it was given."""
    file = folder / "lp"
    file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/told"\ncat > "{folder}/got"\nexit {code}\n')
    file.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no print command that takes a PDF")
class TestSpooling:
    @pytest.fixture
    def printing(self, qtbot: QtBot) -> Printing:
        parent = QWidget()
        qtbot.addWidget(parent)
        return Printing(parent)

    def test_where_the_system_takes_a_pdf_it_gets_the_very_file(
        self, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printing: Printing
    ) -> None:
        a_command(tmp_path, 0)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        printer = Native("Floor 2")
        printer.setDocName("Checkout API@2026-Q3")
        with qtbot.waitSignal(printing.said) as told:
            printing.send(printer, b"%PDF-1.7 whole", "Letter")

        assert told.args == ["Sent to the printer: Floor 2"]
        assert (tmp_path / "got").read_bytes() == b"%PDF-1.7 whole"
        said = (tmp_path / "told").read_text().splitlines()
        assert said[:6] == ["-d", "Floor 2", "-t", "Checkout API@2026-Q3", "-n", "1"]
        assert "media=Letter" in said

    def test_what_the_system_does_not_take_is_drawn(
        self, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printing: Printing
    ) -> None:
        a_command(tmp_path, 1)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        drawn: list[QPrinter] = []
        monkeypatch.setattr(Printing, "_draw_all", lambda _self, printer: drawn.append(printer))
        printer = Native("Floor 2")
        printing.send(printer, b"%PDF", "A4")
        qtbot.waitUntil(lambda: drawn == [printer])

    def test_copies_pages_and_sides_are_handed_over(self) -> None:
        printer = Native("Floor 2")
        printer.setCopyCount(3)
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 4)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        told = list(arguments(printer, "A4"))

        assert told[told.index("-n") + 1] == "3"
        assert told[told.index("-P") + 1] == "2-4"
        assert {"sides=two-sided-long-edge", "print-color-mode=monochrome", "media=A4"} <= set(told)
