"""Slides read back, ours and as LibreOffice writes them after opening: texts, tables and charts alike."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from pptx import Presentation

Chart = dict[str, list[tuple[str, float | None]]]
"""Values by category, under the name of each series."""


@dataclass(frozen=True)
class Slide:
    """What stands on one slide, in order."""

    texts: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    charts: tuple[Chart, ...]


def ours(deck: bytes) -> list[Slide]:
    """Return the slides of a file that we wrote."""
    return [_our_slide(slide) for slide in Presentation(BytesIO(deck)).slides]


def _our_slide(slide: Any) -> Slide:
    shapes = list(slide.shapes)
    frames = [shape.text_frame for shape in shapes if shape.has_text_frame]
    return Slide(
        texts=tuple(one.text for frame in frames for one in frame.paragraphs if one.text),
        tables=tuple(
            tuple(tuple(cell.text for cell in row.cells) for row in shape.table.rows)
            for shape in shapes
            if shape.has_table
        ),
        charts=tuple(_our_chart(shape.chart.plots[0]) for shape in shapes if shape.has_chart),
    )


def _our_chart(plot: Any) -> Chart:
    return {one.name: list(zip(map(str, plot.categories), one.values, strict=True)) for one in plot.series}


def theirs(flat: bytes) -> list[Slide]:
    """Return the slides of a flat OpenDocument presentation."""
    return [_their_slide(page) for page in ET.fromstring(flat).iter(_name("draw", "page"))]  # noqa: S314 - of our own deck


def _their_slide(page: ET.Element) -> Slide:
    frames = page.findall(f"./{_name('draw', 'frame')}")
    boxes = [one for shape in page for one in _boxes(shape)]
    tables = [table for frame in frames for table in frame.findall(f"./{_name('table', 'table')}")]
    charts = [chart for frame in frames for chart in frame.iter(_name("chart", "chart"))]
    return Slide(
        texts=tuple(text for box in boxes for text in _paragraphs(box) if text),
        tables=tuple(
            tuple(tuple("\n".join(_paragraphs(cell)) for cell in _cells(row)) for row in _rows(table))
            for table in tables
        ),
        charts=tuple(map(_their_chart, charts)),
    )


def _boxes(shape: ET.Element) -> list[ET.Element]:
    """Return what of a shape holds running text."""
    is_box = shape.tag == _name("draw", "custom-shape")
    return [shape] if is_box else shape.findall(f"./{_name('draw', 'text-box')}")


def _their_chart(chart: ET.Element) -> Chart:
    (table,) = chart.iter(_name("table", "table"))
    head, *rows = (_cells(row) for row in _rows(table))
    names = ["\n".join(_paragraphs(cell)) for cell in head[1:]]
    told = [("\n".join(_paragraphs(row[0])), [_value(cell) for cell in row[1:]]) for row in rows]
    return {
        name: [(category, values[place]) for category, values in told] for place, name in enumerate(names)
    }


def _rows(table: ET.Element) -> list[ET.Element]:
    return list(table.iter(_name("table", "table-row")))


def _cells(row: ET.Element) -> list[ET.Element]:
    return row.findall(f"./{_name('table', 'table-cell')}")


def _value(cell: ET.Element) -> float | None:
    given = cell.get(_name("office", "value"))
    return None if given is None or given == "NaN" else float(given)


def _paragraphs(within: ET.Element) -> list[str]:
    return ["".join(_pieces(one)) for one in within.iter(_name("text", "p"))]


def _pieces(node: ET.Element) -> list[str]:
    """Return what a paragraph says, with the spaces, tabs and breaks that stand as elements."""
    found = [node.text or ""]
    for inner in node:
        kind = inner.tag.rpartition("}")[2]
        if kind == "s":
            found.append(" " * int(inner.get(_name("text", "c"), "1")))
        elif kind in {"tab", "line-break"}:
            found.append("\t" if kind == "tab" else "\n")
        else:
            found += _pieces(inner)
        found.append(inner.tail or "")
    return found


def _name(space: str, name: str) -> str:
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{_SPACES.get(space, space)}:1.0}}{name}"


_SPACES = {"draw": "drawing"}
