"""A page of a PDF as a picture: drawn by one thread at a time, because pdfium knows only one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Any


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn page: 32-bit rows, blue first, and how many pages there are."""

    pixels: bytes
    width: int
    height: int
    stride: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip across a drawn page: where it begins, and how high the whole page is."""

    picture: Picture
    top: int
    whole: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a report with the page, from 0, on which each begins, and how many pages there are."""

    places: tuple[tuple[str, int], ...]
    pages: int


class PageDrawer:
    """Draws pages of PDFs; safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()

    def draw(self, content: bytes, page: int, width: int) -> Picture:
        """Return a page, ``width`` pixels wide; a page too far is the last one."""
        with self._opened(content) as document:
            return _picture(document, min(page, len(document) - 1), width)

    def draw_some(self, content: bytes, first: int, many: int, width: int) -> tuple[Picture, ...]:
        """Return a few pages, each ``width`` pixels wide."""
        with self._opened(content) as document:
            last = min(first + many, len(document))
            return tuple(_picture(document, page, width) for page in range(first, last))

    def draw_strip(self, content: bytes, page: int, width: int, place: tuple[int, int]) -> Strip:
        """Return one of so many strips of a page: at a printer’s density a whole page is too large."""
        with self._opened(content) as document:
            return _strip(document, page, width, place)

    def outline(self, content: bytes) -> Outline:
        """Return the parts of a report."""
        with self._opened(content) as document:
            entries = [(mark.get_title(), mark.get_dest(), mark.level) for mark in document.get_toc()]
            places = [(title, place.get_index()) for title, place, level in entries if place and not level]
            return Outline(tuple(places), len(document))

    @contextmanager
    def _opened(self, content: bytes) -> Iterator[Any]:
        import pypdfium2  # noqa: PLC0415 - only the preview draws

        with self._lock:
            document = pypdfium2.PdfDocument(content)
            try:
                yield document
            finally:
                document.close()


def _picture(document: Any, page: int, width: int) -> Picture:
    chosen = document[page]
    bitmap = chosen.render(scale=width / chosen.get_width(), prefer_bgrx=True)
    return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, page, len(document))


def _strip(document: Any, page: int, width: int, place: tuple[int, int]) -> Strip:
    number, many = place
    chosen = document[page]
    scale = width / chosen.get_width()
    whole = ceil(chosen.get_height() * scale)
    first, last = whole * number // many, whole * (number + 1) // many
    above, below = (max(0.0, (rows - 0.5) / scale) for rows in (first, whole - last))
    bitmap = chosen.render(scale=scale, crop=(0, below, 0, above), prefer_bgrx=True)
    pixels = bytes(bitmap.buffer)
    return Strip(
        Picture(pixels, bitmap.width, bitmap.height, bitmap.stride, page, len(document)), first, whole
    )
