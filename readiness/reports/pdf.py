"""A report's content → a PDF: laid out first, so that every page knows how many there are, then drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config

from readiness.reports.agenda_page import agenda_sheets
from readiness.reports.canvas import TaggedCanvas
from readiness.reports.contents_page import Entry, contents_pieces
from readiness.reports.cover_page import cover_sheet
from readiness.reports.faces import face, seen
from readiness.reports.facts import ReportContent
from readiness.reports.flow import Piece, Placed, paginate, paragraph
from readiness.reports.glyphs import missing_glyphs
from readiness.reports.logo import read_logo
from readiness.reports.metadata import PRODUCER, profile, title_of, xmp
from readiness.reports.options import ReportOptions
from readiness.reports.packing import pack
from readiness.reports.palette import read_palette
from readiness.reports.pen import Pen
from readiness.reports.portfolio_page import portfolio_sheets
from readiness.reports.sections import Section, sections
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
        return list(agenda_sheets(content.agenda, stationery, root, _bookmark("Agenda", "agenda"), missing))
    logo = read_logo(options.logo, grey=options.grey)
    if content.portfolio is not None:
        marks = _bookmark("How the systems stand", "stand"), _bookmark("The ask", "ask")
        return portfolio_sheets(content.portfolio, stationery, root, marks, missing, logo)
    sheets: list[Sheet] = []
    if content.cover is not None:
        sheets.append(cover_sheet(content.cover, stationery, root, _bookmark("Cover", "cover"), logo))
    front = root.add("Sect")
    index = root.add("Sect")
    parts = sections(content, root)
    if content.summary is not None:
        alone = "" if parts else missing
        page = _bookmark("Summary", "summary")
        sheets += summary_sheets(content.summary, stationery, front, page, alone)
    if parts and missing:
        parts[-1].pieces.append(paragraph(root.add("P"), spans((missing, META)), WIDTH).after(14))
    return _with_contents(sheets, parts, content, stationery, index)


def _with_contents(
    sheets: list[Sheet], parts: list[Section], content: ReportContent, stationery: Stationery, index: Node
) -> list[Sheet]:
    """Put every part behind what stands first, and before them the contents, which know their pages."""
    pages: dict[str, int] = {}
    entries = [Entry(_key(number), part.title, part.finding) for number, part in enumerate(parts)]
    if "contents" in content.pages and len(parts) > 1:
        sheets += _section("Contents", "contents", contents_pieces(entries, pages, index), stationery)
    for entry, part in zip(entries, parts, strict=True):
        pages[entry.key] = len(sheets) + 1
        sheets += _section(part.title, entry.key, part.pieces, stationery)
    return sheets


def _key(number: int) -> str:
    return f"part-{number}"


def _section(title: str, key: str, pieces: list[Piece], stationery: Stationery) -> Iterator[Sheet]:
    """Begin a new page and go on over as many as the pieces need."""
    top = stationery.top(is_first=False)
    for page in paginate([_bookmark(title, key), *pieces], stationery.room(is_first=False)):
        yield Sheet(title, tuple(Placed(top + placed.top, placed.piece) for placed in page))


def _bookmark(title: str, key: str) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:  # noqa: ARG001 - a place needs no left edge
        pen.bookmark(title, key, 0, top - 20)

    return Piece(0.0, draw, keeps=True)


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
