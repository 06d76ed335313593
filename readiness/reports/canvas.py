"""A reportlab canvas that knows structure: marked content, links, and what the catalogue says of it all.

reportlab writes no tagged PDF by itself; the dictionaries are added here just before the file is closed.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Literal

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from readiness.reports.structure import Content, LinkArea, Node
from readiness.reports.tagging import LINK_KEYS, Tree, link_name

Decoration = Literal["Header", "Footer", "Layout"]


class TaggedCanvas(Canvas):
    """Draws pages whose every mark belongs to a structure element or is said to be decoration."""

    _code: list[str]
    _doc: Any
    _addAnnotation: Any  # noqa: N815 - the library names it
    _bookmarkReference: Any  # noqa: N815 - likewise

    def __init__(self, file: IO[bytes], size: tuple[float, float], root: Node, *, language: str) -> None:
        super().__init__(
            file,
            pagesize=size,
            pageCompression=0,  # packing does it, and better
            invariant=1,
            initialFontName="ReadinessInter-Regular",  # type: ignore[arg-type]  # the stubs say float
            lang=language,
            pdfVersion=(1, 7),
        )
        self._root = root
        self._language = language
        self._marked: dict[int, list[Node]] = {}
        self._links: list[Node] = []

    @property
    def code(self) -> list[str]:
        """The operators of the page that is being drawn."""
        return self._code

    @property
    def document(self) -> Any:
        """The document that is being written."""
        return self._doc

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Draw something that belongs to a structure element, which may be drawn in several stretches."""
        page = self.getPageNumber()
        owners = self._marked.setdefault(page, [])
        node.children.append(Content(page, len(owners)))
        self._code.append(f"/{node.tag} <</MCID {len(owners)}>> BDC")
        owners.append(node)
        yield
        self._code.append("EMC")

    @contextmanager
    def decoration(self, kind: Decoration = "Layout") -> Iterator[None]:
        """Draw something that a reader may skip."""
        at_edge = f"/Type /Pagination /Subtype /{kind}" if kind != "Layout" else "/Type /Layout"
        self._code.append(f"/Artifact <<{at_edge}>> BDC")
        yield
        self._code.append("EMC")

    def link(self, url: str, box: tuple[float, float, float, float], node: Node) -> None:
        """Make an area of the page open a web address."""
        action = {"S": PDFName("URI"), "URI": PDFString(url), "Type": PDFName("Action")}
        self._add_link(box, node, url, {"A": PDFDictionary(action)})

    def goto(self, key: str, title: str, box: tuple[float, float, float, float], node: Node) -> None:
        """Make an area of the page lead to a bookmark, which may be set later."""
        self._add_link(box, node, title, {"Dest": self._bookmarkReference(key)})

    def _add_link(
        self, box: tuple[float, float, float, float], node: Node, told: str, leads: dict[str, Any]
    ) -> None:
        node.children.append(LinkArea(self.getPageNumber(), len(self._links)))
        self._links.append(node)
        annotation = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(side, 3) for side in box]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(told),
            "StructParent": LINK_KEYS + len(self._links) - 1,
            **leads,
        }
        self._addAnnotation(PDFDictionary(annotation), link_name(len(self._links) - 1))

    def date(self, iso: str) -> None:
        """Say when the document is from; without a day it keeps the library's fixed one."""
        try:
            day = dt.date.fromisoformat(iso)
        except ValueError:
            return
        self.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}000000+00'00'")

    def finish(self, metadata: PDFStream, profile: bytes) -> None:
        """Add structure, metadata and colour intent, and write the file."""
        document = self._doc
        for index, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = PDFName("S")
            page.stream = page.stream.encode("latin-1")  # texts are bytes of their fonts
        catalogue = document.Catalog
        catalogue.StructTreeRoot = Tree(document, self._marked, self._links).write(self._root)
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = PDFArray([_intent(document, profile)])
        catalogue.Metadata = metadata
        self.save()


def _intent(document: Any, profile: bytes) -> PDFDictionary:
    stream = PDFStream(PDFDictionary({"N": 3}), profile)
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"),
            "DestOutputProfile": document.Reference(stream),
        }
    )
