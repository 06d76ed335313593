"""What a slide is made of: titles, texts, tables and charts in one look, charts with words to be read out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from readiness.reports.codes import with_plain_breaks
from readiness.reports.palette import Palette

if TYPE_CHECKING:
    from pptx.slide import Slide

LEFT: Final = 0.6
WIDTH: Final = 12.13
TOP: Final = 1.55
_TITLE_TOP: Final = 0.45
_TITLE_HIGH: Final = 1.0
_ROW: Final = 0.42
_TITLE: Final = 24
_BODY: Final = 16
_SMALL: Final = 12

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""

Series = tuple[str, Sequence[float | None], str]
"""Name, values, and the colour's name."""


class Looks:
    """Puts texts, tables and charts on a slide."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette

    def title(self, slide: "Slide", text: str) -> None:
        """Set the title, which is also what an outline shows."""
        shape: Any = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = _placed((LEFT, _TITLE_TOP, WIDTH, _TITLE_HIGH))
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        self._write(frame, [text], _TITLE, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def text(self, slide: "Slide", box: Box, lines: Sequence[str], *, small: bool = False) -> None:
        """Write lines, a paragraph each."""
        frame = slide.shapes.add_textbox(*_placed(box)).text_frame
        frame.word_wrap = True
        self._write(frame, lines, _SMALL if small else _BODY, bold=False)

    def table(
        self, slide: "Slide", top: float, widths: Sequence[float], rows: Sequence[Sequence[str]]
    ) -> None:
        """Draw a table whose first row names its columns."""
        box = _placed((LEFT, top, sum(widths), _ROW * len(rows)))
        table: Any = slide.shapes.add_table(len(rows), len(widths), *box).table
        for place, width in enumerate(widths):
            table.columns[place].width = Inches(width)
        for line, row in enumerate(rows):
            for place, text in enumerate(row):
                cell = table.cell(line, place)
                cell.fill.solid()
                cell.fill.fore_color.rgb = self._colour("sunken" if line == 0 else "surface")
                self._write(cell.text_frame, [text], _SMALL + 2, bold=line == 0 or place == 0)

    def bars(
        self,
        slide: "Slide",
        box: Box,
        names: Sequence[str],
        series: Sequence[Series],
        finding: str,
        **how: Any,
    ) -> None:
        """Draw lying bars, the first name on top; ``log`` makes the scale a logarithmic one."""
        chart = self._chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, box, names, series, finding)
        chart.category_axis.reverse_order = True
        chart.plots[0].gap_width = 60
        axis = chart.value_axis
        axis.minimum_scale, axis.maximum_scale = how.get("scale", (0, 100))
        axis.has_major_gridlines = False
        axis.visible = False
        if how.get("log"):
            scaling = axis._element.find(qn("c:scaling"))  # noqa: SLF001 - the library has no logarithmic axis
            base = scaling.makeelement(qn("c:logBase"), {"val": "10"})
            scaling.insert(0, base)

    def lines(
        self, slide: "Slide", box: Box, names: Sequence[str], series: Sequence[Series], finding: str
    ) -> None:
        """Draw lines over quarters."""
        chart = self._chart(slide, XL_CHART_TYPE.LINE_MARKERS, box, names, series, finding)
        axis = chart.value_axis
        axis.minimum_scale, axis.maximum_scale = 0, 100
        axis.major_unit = 20
        axis.format.line.fill.background()
        axis.major_gridlines.format.line.color.rgb = self._colour("line")

    def _chart(
        self,
        slide: "Slide",
        kind: XL_CHART_TYPE,
        box: Box,
        names: Sequence[str],
        series: Sequence[Series],
        finding: str,
    ) -> Any:
        told = CategoryChartData(number_format="General")
        told.categories = [_safe(name) for name in names]
        for name, values, _ in series:
            told.add_series(_safe(name), values)
        frame: Any = slide.shapes.add_chart(kind, *_placed(box), told)  # type: ignore[arg-type]  # its own
        frame._element.nvGraphicFramePr.cNvPr.set("descr", _safe(finding))  # noqa: SLF001 - no other way
        chart = frame.chart
        chart.font.size, chart.font.color.rgb = Pt(_SMALL + 2), self._colour("ink")
        chart.has_title = False
        chart.has_legend = len(series) > 1
        if chart.has_legend:
            chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        is_line = kind is XL_CHART_TYPE.LINE_MARKERS
        for place, (drawn, (_, _, colour)) in enumerate(zip(chart.plots[0].series, series, strict=True)):
            self._paint(drawn, colour, line=is_line)
            if not is_line or place == 0:
                self._label(drawn, above=is_line)
        return chart

    def _label(self, drawn: Any, *, above: bool) -> None:
        labels = drawn.data_labels
        labels.show_value, labels.font.size = True, Pt(_SMALL)
        if above:
            labels.position = XL_LABEL_POSITION.ABOVE

    def _paint(self, drawn: Any, colour: str, *, line: bool) -> None:
        rgb = self._colour(colour)
        if not line:
            drawn.format.fill.solid()
            drawn.format.fill.fore_color.rgb = rgb
            return
        drawn.smooth = False
        drawn.format.line.color.rgb = rgb
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = rgb
        drawn.marker.format.line.color.rgb = rgb

    def _write(self, frame: Any, lines: Sequence[str], size: int, *, bold: bool) -> None:
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(size / 3)
            run = paragraph.add_run()
            run.text = _safe(line).replace("\n", " ")
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, self._colour("ink")

    def _colour(self, name: str) -> RGBColor:
        red, green, blue = (round(part * 255) for part in self._palette[name])
        return RGBColor(red, green, blue)


def _placed(box: Box) -> tuple[Any, Any, Any, Any]:
    left, top, width, height = box
    return Inches(left), Inches(top), Inches(width), Inches(height)


def _safe(text: str) -> str:
    return with_plain_breaks(text)
