"""A report's content → a PDF: laid out first, so that every page knows how many there are, then drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config

from readiness.reports.binding import bookmark, with_contents
from readiness.reports.canvas import TaggedCanvas
from readiness.reports.cover_page import cover_sheet
from readiness.reports.faces import face, seen
from readiness.reports.facts import ReportContent
from readiness.reports.flow import paragraph
from readiness.reports.glyphs import missing_glyphs
from readiness.reports.logo import read_logo
from readiness.reports.metadata import PRODUCER, profile, title_of, xmp
from readiness.reports.options import ReportOptions
from readiness.reports.packing import pack
from readiness.reports.palette import read_palette
from readiness.reports.pen import Pen
from readiness.reports.portfolio_page import portfolio_sheets
from readiness.reports.sections import sections
from readiness.reports.sheets import WIDTH, Sheet, Stationery
from readiness.reports.structure import Node
from readiness.reports.summary_page import summary_sheets
from readiness.reports.text import META, spans


def build_pdf(content: ReportContent, options: ReportOptions) -> bytes:
    """Return the report; the same content and options give the same bytes, on any day and in any process."""
    face("regular")
    root = Node("Document")
    stationery = Stationery(content, options.paper, root)
    sheets = list(_sheets(content, options, stationery, root))
    file = BytesIO()
    with _binary_streams():
        canvas = TaggedCanvas(file, stationery.size, root, language=content.language)
        _describe(canvas, content)
        palette = read_palette(grey=options.grey, accent=options.accent)
        pen = Pen(canvas, palette, stationery.height)
        for number, sheet in enumerate(sheets, 1):
            stationery.draw(pen, sheet, number, len(sheets))
            for placed in sheet.placed:
                placed.piece.draw(pen, stationery.left, placed.top)
            canvas.showPage()
        canvas.finish(xmp(content), profile())
    return pack(file.getvalue())


def _sheets(
    content: ReportContent, options: ReportOptions, stationery: Stationery, root: Node
) -> list[Sheet]:
    missing = missing_glyphs(content)
    if content.agenda is not None:
        from readiness.reports.agenda_page import agenda_sheets  # noqa: PLC0415 - a report needs none

        return list(agenda_sheets(content.agenda, stationery, root, bookmark("Agenda", "agenda"), missing))
    logo = read_logo(options.logo, grey=options.grey)
    if content.portfolio is not None:
        marks = bookmark("How the systems stand", "stand"), bookmark("The ask", "ask")
        return portfolio_sheets(content.portfolio, stationery, root, marks, missing, logo)
    sheets: list[Sheet] = []
    if content.cover is not None:
        sheets.append(cover_sheet(content.cover, stationery, root, bookmark("Cover", "cover"), logo))
    front = root.add("Sect")
    index = root.add("Sect")
    parts = sections(content, root, stationery.room(is_first=False))
    if content.summary is not None:
        alone = "" if parts else missing
        page = bookmark("Summary", "summary")
        sheets += summary_sheets(content.summary, stationery, front, page, alone)
    if parts and missing:
        parts[-1].pieces.append(paragraph(root.add("P"), spans((missing, META)), WIDTH).after(14))
    return with_contents(sheets, parts, stationery, index if "contents" in content.pages else None)


def _describe(canvas: TaggedCanvas, content: ReportContent) -> None:
    canvas.setTitle(title_of(content))
    canvas.setSubject(seen(content.foot))
    canvas.setAuthor("")
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.date(content.made_on)
    canvas.showOutline()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Write streams as bytes: a fifth smaller than the library's default of ASCII."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
