"""The user’s own logo: a PNG or JPEG, fitted into the head of a page; nothing else is ever embedded."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import Final

from PIL import Image

from readiness.errors import InputError
from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.structure import Node

MOST_BYTES: Final = 2_000_000
_MOST_SIDE: Final = 4000
_MOST_DRAWN: Final = 600
"""Pixels along the longer side that are kept: sharp at the size of a logo, and small."""

_WIDE: Final = 150.0
_HIGH: Final = 40.0
_FORMATS: Final = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked picture: its pixels on white, and its size on paper."""

    picture: Image.Image
    width: float
    height: float

    def piece(self, node: Node) -> Piece:
        """Return it as a figure."""

        def draw(pen: Pen, x: float, top: float) -> None:
            with pen.figure(node, x, top, self.width, self.height):
                pen.picture(self.picture, (x, top, self.width, self.height))

        return Piece(self.height, draw)


def read_logo_file(path: Path) -> bytes:
    """Read a picture from where it lies, and make sure that it can be printed.

    Raises:
        InputError: it is not there, no PNG or JPEG, or larger than a logo can be.
    """
    try:
        facts = path.stat()
        if not S_ISREG(facts.st_mode):  # a device has no end, and at a pipe one waits for ever
            raise InputError(f"{path.name} is no plain file.", remedy="Choose a PNG or JPEG.")
        if facts.st_size > MOST_BYTES:
            raise InputError("The logo is larger than 2 MB.", remedy="Choose a smaller picture.")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The logo {path.name} cannot be read.", remedy="Choose it again, or remove it."
        ) from error
    read_logo(content)
    return content


def read_logo(content: bytes, *, grey: bool = False) -> Logo | None:
    """Read a picture; nothing for no bytes.

    Raises:
        InputError: it is no PNG or JPEG, or larger than a logo can be.
    """
    if not content:
        return None
    if len(content) > MOST_BYTES:
        raise InputError("The logo is larger than 2 MB.", remedy="Choose a smaller picture.")
    try:
        found = Image.open(BytesIO(content), formats=_FORMATS)
        if max(found.size) > _MOST_SIDE:
            raise InputError("The logo is wider than 4,000 pixels.", remedy="Choose a smaller picture.")
        found.load()
    except (OSError, ValueError, Image.DecompressionBombError, SyntaxError) as error:
        raise InputError(
            "The logo is no PNG or JPEG that can be read.", remedy="Choose another picture."
        ) from error
    picture = _on_white(found)
    picture.thumbnail((_MOST_DRAWN, _MOST_DRAWN))
    scale = min(_WIDE / picture.width, _HIGH / picture.height)
    shown = picture.convert("L").convert("RGB") if grey else picture
    return Logo(shown, picture.width * scale, picture.height * scale)


def _on_white(found: Image.Image) -> Image.Image:
    clear = found.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")
