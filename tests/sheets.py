"""Workbooks read back: sheets as rows by title, and what stands in the parts of the file."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from readiness.domain.assessment import Assessment
from readiness.services.exporting import render_tables

Line = dict[str, Any]


def exported(assessment: Assessment) -> bytes:
    """Return the workbook of an assessment."""
    return render_tables(assessment, ".xlsx")


def lines(workbook: bytes, name: str) -> list[Line]:
    """Return the rows of a sheet by the titles of its columns."""
    titles, *rows = load_workbook(BytesIO(workbook))[name].iter_rows(values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows]


def cells(workbook: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Return every sheet as rows of values."""
    sheets = load_workbook(BytesIO(workbook)).worksheets
    return {
        sheet.title: [tuple(map(_rounded, row)) for row in sheet.iter_rows(values_only=True)]
        for sheet in sheets
    }


def _rounded(value: Any) -> Any:
    """Return a number at the digits that every program keeps."""
    return float(f"{value:.12g}") if isinstance(value, float) else value


def parts(workbook: bytes) -> dict[str, str]:
    """Return the parts of the file as text."""
    with ZipFile(BytesIO(workbook)) as opened:
        return {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
