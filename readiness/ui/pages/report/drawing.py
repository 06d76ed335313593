"""A page of a PDF as a picture: drawn by one thread at a time, because pdfium knows only one."""

from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn page: 32-bit rows, blue first, and how many pages there are."""

    pixels: bytes
    width: int
    height: int
    stride: int
    page: int
    pages: int


class PageDrawer:
    """Draws pages of PDFs; safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()

    def draw(self, content: bytes, page: int, width: int) -> Picture:
        """Return a page, ``width`` pixels wide; a page too far is the last one."""
        import pypdfium2  # noqa: PLC0415 - only the preview draws

        with self._lock:
            document = pypdfium2.PdfDocument(content)
            try:
                count = len(document)
                chosen = document[min(page, count - 1)]
                bitmap = chosen.render(scale=width / chosen.get_width(), prefer_bgrx=True)
                return Picture(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    min(page, count - 1),
                    count,
                )
            finally:
                document.close()
