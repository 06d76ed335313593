"""Reads a finished PDF back: its text as drawn, its structure, its fonts and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pdfplumber
from pypdf import PdfReader

from readiness.reports.codes import code_of
from readiness.reports.faces import is_covered
from readiness.reports.right_to_left import is_turned, turned

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Element:
    """One structure element; ``marked`` counts what of it is drawn or linked."""

    tag: str
    alt: str
    attributes: dict[str, Any]
    children: tuple[Element, ...]
    marked: int

    def walk(self) -> Iterator[Element]:
        """Yield the element and everything in it."""
        yield self
        for child in self.children:
            yield from child.walk()


def opened(pdf: bytes) -> Any:
    """Return a reader; pypdf's types say little about what is inside."""
    return PdfReader(BytesIO(pdf))


@lru_cache(maxsize=4)
def _characters(pdf: bytes) -> list[tuple[float, float, list[dict[str, Any]]]]:
    """Return width, height and characters of every page; reading is slow, and tests ask twice."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [(float(page.width), float(page.height), page.chars) for page in document.pages]


def drawn(pdf: bytes) -> list[str]:
    """Return the characters of every page in the order they are drawn."""
    return ["".join(char["text"] for char in chars) for _, _, chars in _characters(pdf)]


def read(pdf: bytes) -> str:
    """Return what a screen reader is given: heads, feet and what repeats left out."""
    pages = _characters(pdf)
    return "".join(char["text"] for _, _, chars in pages for char in chars if char["mcid"] is not None)


def filled(pdf: bytes) -> list[float]:
    """Return how far down the content of every page reaches, as a share of the paper."""
    return [
        max((char["bottom"] for char in chars if char["mcid"] is not None), default=0) / height
        for _, height, chars in _characters(pdf)
    ]


def outside(pdf: bytes) -> list[str]:
    """Return what is drawn beyond the edges of its page."""
    return [
        str(char["text"])
        for width, height, chars in _characters(pdf)
        for char in chars
        if not (char["x0"] >= 0 and char["x1"] <= width and 0 <= char["top"] <= height - 15)
    ]


def is_grey(pdf: bytes) -> bool:
    """Say whether everything on all pages is drawn in greys."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        colours = {
            tuple(item["non_stroking_color"])
            for page in document.pages
            for item in (*page.rects, *page.curves, *page.chars)
            if item["non_stroking_color"]
        }
    return all(len(set(colour)) == 1 for colour in colours)


def structure(pdf: bytes) -> Element:
    """Return the document's structure."""
    (document,) = opened(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"]
    return _element(document.get_object())


def marks(pdf: bytes) -> list[tuple[int, int]]:
    """Return for each page how many marked stretches its drawing has, and how many the structure owns."""
    document = opened(pdf)
    numbers = document.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    return [
        (page.get_contents().get_data().count(b"/MCID "), len(owners[page["/StructParents"]]))
        for page in document.pages
    ]


def contents(pdf: bytes) -> list[bytes]:
    """Return the drawing of each page."""
    return [page.get_contents().get_data() for page in opened(pdf).pages]


def faces(pdf: bytes) -> dict[str, bool]:
    """Return every font by its name, and whether it is embedded."""
    found = {}
    for page in opened(pdf).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            found[str(font["/BaseFont"])] = "/FontFile2" in font["/FontDescriptor"]
    return found


def images(pdf: bytes) -> int:
    """Count the images on all pages."""
    return sum(len(page.images) for page in opened(pdf).pages)


def links(pdf: bytes) -> list[str]:
    """Return the web address of every link that has one."""
    pages = opened(pdf).pages
    made = [one.get_object() for page in pages for one in page.get("/Annots", ())]
    return [str(one["/A"]["/URI"]) for one in made if "/A" in one]


def outline(pdf: bytes) -> list[Any]:
    """Return the titles of the outline, nested as it is."""
    return _titles(opened(pdf).outline)


def _titles(entries: list[Any]) -> list[Any]:
    return [_titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in entries]


def _element(node: Any) -> Element:
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    inner = [kid.get_object() if hasattr(kid, "get_object") else kid for kid in kids]
    elements = [kid for kid in inner if isinstance(kid, dict) and "/S" in kid]
    attributes = [dict(entry.get_object()) for entry in node.get("/A", ())]
    return Element(
        tag=str(node["/S"]).removeprefix("/"),
        alt=str(node.get("/Alt", "")),
        attributes={key: value for entry in attributes for key, value in entry.items()},
        children=tuple(_element(kid) for kid in elements),
        marked=len(inner) - len(elements),
    )


def aloud(pdf: bytes) -> str:
    """Return the text in the order of the structure: a cell that goes on over pages is one text."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(opened(pdf).pages)}
    said: dict[tuple[int, int], list[str]] = {}
    for number, (_, _, chars) in enumerate(_characters(pdf)):
        for char in chars:
            if char["mcid"] is not None:
                said.setdefault((number, char["mcid"]), []).append(str(char["text"]))
    (document,) = opened(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"]
    return "".join("".join(said.get(place, ())) for place in _places(document, pages, 0))


def _places(node: Any, pages: dict[int, int], page: int) -> Iterator[tuple[int, int]]:
    """Yield the page and the mark of every stretch, depth first."""
    given = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(given, int):
        yield page, int(given)
        return
    here = pages[given.raw_get("/Pg").idnum] if "/Pg" in given else page
    if "/MCID" in given:
        yield here, int(given["/MCID"])
    kids = given.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from _places(kid, pages, here)


def as_drawn(text: str) -> str:
    """Return a text as it stands on paper: without its spaces, what has no glyph as its code."""
    seen = (char for char in text if char not in " \t\r\n\u00a0")
    return "".join(char if is_covered(char) else code_of(char) for char in seen)


def words_drawn(text: str) -> tuple[str, ...]:
    """Return what must stand on paper of a text: the whole, or its words where any is written from the right.

    A line of those stands turned, so where lines break decides in which order its words are drawn.
    """
    if not is_turned(text):
        return (as_drawn(text),)
    return tuple(turned(as_drawn(word)) for word in re.findall(r"\w+", text))
