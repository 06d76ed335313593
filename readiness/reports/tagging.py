"""The structure as PDF objects.

They are by far the most objects of a report, so they are written as bytes and not as the library's
dictionaries, which would take half of the time a report takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from readiness.reports.faces import seen
from readiness.reports.structure import Content, LinkArea, Node

LINK_KEYS: Final = 100_000
"""Pages take the numbers of the parent tree from 0, links from here."""


def link_name(number: int) -> str:
    """Return the name a link annotation is registered under."""
    return f"link-{number}"


class Written(PDFObject):
    """An object whose bytes are known."""

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: Any) -> bytes:  # noqa: ARG002 - the library's signature
        """Return the bytes."""
        return self.content


class Tree:
    """Writes one document's structure."""

    def __init__(self, document: Any, marked: Mapping[int, Sequence[Node]], links: Sequence[Node]) -> None:
        self._document = document
        self._marked = marked
        self._links = links
        self._numbers: dict[Node, int] = {}
        self._cells: dict[str, int] = {}

    def write(self, root: Node) -> Any:
        """Return a reference to the root of the tree."""
        top = Written()
        reference = self._document.Reference(top)
        owner = self._document.objectcounter
        first = self._element(root, owner)
        parents = Written()
        self._document.Reference(parents)
        parents.content = f"<< /Nums [{' '.join(self._parents())}] >>".encode()
        top.content = (
            f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree {self._document.objectcounter} 0 R "
            f"/ParentTreeNextKey {LINK_KEYS + len(self._links)} >>"
        ).encode()
        return reference

    def _parents(self) -> Iterator[str]:
        for page, nodes in sorted(self._marked.items()):
            yield f"{page - 1} [{' '.join(f'{self._numbers[node]} 0 R' for node in nodes)}]"
        for index, node in enumerate(self._links):
            yield f"{LINK_KEYS + index} {self._numbers[node]} 0 R"

    def _element(self, node: Node, parent: int) -> int:
        element = Written()
        self._document.Reference(element)
        number = int(self._document.objectcounter)
        self._numbers[node] = number
        page = next((child.page for child in node.children if isinstance(child, Content)), 0)
        on_page = f"/Pg {self._object(f'Page{page}')} 0 R" if page else ""
        kids = " ".join(self._child(child, number, page) for child in node.children if _is_drawn(child))
        alt = b"/Alt " + PDFString(seen(node.alt)).format(self._document) if node.alt else b""
        held = kids if kids.isdigit() else f"[{kids}]"
        about = f"<</S/{node.tag}/P {parent} 0 R{on_page}{self._attributes(node)}/K {held}".encode()
        element.content = about + alt + b">>"
        return number

    def _child(self, child: Node | Content | LinkArea, owner: int, page: int) -> str:
        """Return what an element holds; content on the element's own page is but its number."""
        if isinstance(child, Node):
            return f"{self._element(child, owner)} 0 R"
        if isinstance(child, Content) and child.page == page:
            return str(child.number)
        on_page = f"/Pg {self._object(f'Page{child.page}')} 0 R"
        if isinstance(child, Content):
            return f"<</Type/MCR{on_page}/MCID {child.number}>>"
        annotation = self._document.annotationName(link_name(child.number))
        return f"<</Type/OBJR{on_page}/Obj {self._object(annotation)} 0 R>>"

    def _attributes(self, node: Node) -> str:
        """Return what an element says of its cell or its place; cells that say the same share it."""
        table = f"/Scope/{node.scope}" if node.scope else ""
        table += f"/ColSpan {node.span}" if node.span > 1 else ""
        found = [f"{self._shared(table)} 0 R"] if table else []
        if node.box is not None:
            sides = " ".join(f"{side:.1f}" for side in node.box)
            found.append(f"<</O/Layout/Placement/Block/BBox[{sides}]>>")
        return f"/A[{' '.join(found)}]" if found else ""

    def _shared(self, table: str) -> int:
        if table not in self._cells:
            written = Written()
            written.content = f"<</O/Table{table}>>".encode()
            self._document.Reference(written)
            self._cells[table] = int(self._document.objectcounter)
        return self._cells[table]

    def _object(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])


def _is_drawn(child: Node | Content | LinkArea) -> bool:
    return not isinstance(child, Node) or child.is_drawn
