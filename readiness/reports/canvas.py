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
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from readiness.reports.faces import seen
from readiness.reports.structure import Content, LinkArea, Node

Decoration = Literal["Header", "Footer", "Layout"]


class TaggedCanvas(Canvas):
    """Draws pages whose every mark belongs to a structure element or is said to be decoration."""

    _code: list[str]
    _doc: Any
    _addAnnotation: Any  # noqa: N815 - the library names it

    def __init__(self, file: IO[bytes], size: tuple[float, float], root: Node, *, language: str) -> None:
        super().__init__(
            file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName="ReadinessInter-Regular",  # type: ignore[arg-type]  # the stubs say float
            lang=language,
            pdfVersion=(1, 7),
        )
        self._root = root
        self._language = language
        self._marked: dict[int, list[Node]] = {}
        self._links: list[Node] = []

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
        node.children.append(LinkArea(self.getPageNumber(), len(self._links)))
        self._links.append(node)
        action = {"S": PDFName("URI"), "URI": PDFString(url), "Type": PDFName("Action")}
        annotation = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(side, 3) for side in box]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(url),
            "StructParent": _LINK_KEYS + len(self._links) - 1,
            "A": PDFDictionary(action),
        }
        self._addAnnotation(PDFDictionary(annotation), f"link-{len(self._links) - 1}")

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
        pages = [PDFObjectReference(f"Page{i}") for i in range(1, len(document.Pages.pages) + 1)]
        for index, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = PDFName("S")
        catalogue = document.Catalog
        catalogue.StructTreeRoot = _Tree(document, pages, self._marked, self._links).write(self._root)
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = PDFArray([_intent(document, profile)])
        catalogue.Metadata = metadata
        self.save()


_LINK_KEYS = 100_000
"""Pages take the numbers of the parent tree from 0, links from here."""


class _Tree:
    """Writes the structure as PDF objects."""

    def __init__(
        self, document: Any, pages: list[PDFObjectReference], marked: dict[int, list[Node]], links: list[Node]
    ) -> None:
        self._document = document
        self._pages = pages
        self._marked = marked
        self._links = links
        self._written: dict[Node, Any] = {}

    def write(self, root: Node) -> Any:
        """Return a reference to the tree's root."""
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(top)
        top["K"] = PDFArray([self._element(root, reference)])
        numbers: list[Any] = []
        for page, nodes in sorted(self._marked.items()):
            numbers += [page - 1, PDFArray([self._written[node] for node in nodes])]
        for index, node in enumerate(self._links):
            numbers += [_LINK_KEYS + index, self._written[node]]
        top["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        top["ParentTreeNextKey"] = _LINK_KEYS + len(self._links)
        return reference

    def _element(self, node: Node, parent: Any) -> Any:
        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent})
        reference = self._document.Reference(element)
        self._written[node] = reference
        if node.alt:
            element["Alt"] = PDFString(seen(node.alt))
        attributes = _attributes(node)
        if attributes:
            element["A"] = attributes[0] if len(attributes) == 1 else PDFArray(attributes)
        element["K"] = PDFArray(
            [self._child(child, reference) for child in node.children if _is_drawn(child)]
        )
        return reference

    def _child(self, child: Node | Content | LinkArea, parent: Any) -> Any:
        if isinstance(child, Node):
            return self._element(child, parent)
        page = self._pages[child.page - 1]
        if isinstance(child, Content):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": child.number})
        annotation = self._document.refAnnotation(f"link-{child.number}")
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": annotation})


def _is_drawn(child: Node | Content | LinkArea) -> bool:
    return not isinstance(child, Node) or child.is_drawn


def _attributes(node: Node) -> list[PDFDictionary]:
    found = []
    table: dict[str, Any] = {}
    if node.scope:
        table["Scope"] = PDFName(node.scope)
    if node.span > 1:
        table["ColSpan"] = node.span
    if table:
        found.append(PDFDictionary({"O": PDFName("Table"), **table}))
    if node.box is not None:
        sides = PDFArray([round(side, 3) for side in node.box])
        found.append(PDFDictionary({"O": PDFName("Layout"), "BBox": sides, "Placement": PDFName("Block")}))
    return found


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
