"""The document's structure: what a screen reader is told, and the order in which it is read."""

from dataclasses import dataclass, field
from typing import Literal

Tag = Literal[
    "Document",
    "Sect",
    "H1",
    "H2",
    "H3",
    "P",
    "Figure",
    "Table",
    "TR",
    "TH",
    "TD",
    "Link",
    "TOC",
    "TOCI",
]
Scope = Literal["", "Column", "Row"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Content:
    """A marked stretch of one page's drawing: page from 1, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link annotation of one page: page from 1, and its number in the document."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure. It is made when the page is laid out and filled when it is drawn.

    ``alt`` is a figure's finding, ``scope`` whether a header cell heads its column or its row, ``span`` how
    many columns a cell covers.
    """

    tag: Tag
    alt: str = ""
    scope: Scope = ""
    span: int = 1
    box: Box | None = None
    children: "list[Node | Content | LinkArea]" = field(default_factory=list)

    def add(self, tag: Tag, *, alt: str = "", scope: Scope = "", span: int = 1) -> "Node":
        """Put a new element at the end of this one."""
        child = Node(tag, alt=alt, scope=scope, span=span)
        self.children.append(child)
        return child

    @property
    def is_drawn(self) -> bool:
        """Whether anything of it is on a page."""
        return any(not isinstance(child, Node) or child.is_drawn for child in self.children)
