"""The operators of a page’s drawing: each state is set once, numbers are short, text is bytes of its font.

The library writes every colour, width and font anew before each mark, which is two thirds of a page and half
of the time a report takes.
"""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics

from readiness.reports.canvas import TaggedCanvas
from readiness.reports.palette import Rgb

_ROUND: Final = 0.4472
"""Share of a corner’s radius that the handle of its curve stands off from the end (1 − 0.5528)."""

_CIRCLE: Final = 0.5523
_ESCAPED: Final = {0x0D: "\\r", 0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\"}
"""Bytes of a text that cannot stand for themselves between brackets."""


class Ink:
    """Writes operators into the canvas, and knows what state they left."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._code: list[str] = []
        self._state: dict[str, str] = {}

    def fill(self, colour: Rgb) -> None:
        """Fill with a colour from here on."""
        self._set("rg", f"{_colour(colour)} rg")

    def stroke(
        self, colour: Rgb, width: float, dash: Sequence[float] = (), cap: int = 0, join: int = 0
    ) -> None:
        """Stroke with a colour, a width and a dash from here on; ``cap`` and ``join`` are round at 1."""
        self._set("RG", f"{_colour(colour)} RG")
        self._set("w", f"{short(width, 2)} w")
        self._set("d", f"[{' '.join(short(part) for part in dash)}] 0 d")
        self._set("J", f"{cap} J")
        self._set("j", f"{join} j")

    def path(self, operators: str, *, is_filled: bool, is_stroked: bool) -> None:
        """Paint a path."""
        end = "B" if is_filled and is_stroked else "f" if is_filled else "S"
        self._write(f"{operators} {end}")

    def text(self, name: str, size: float, tracking: float, text: str, x: float, y: float) -> None:
        """Write a text of one face at a place, in the colour that fills."""
        font: Any = pdfmetrics.getFont(name)
        document = self._canvas.document
        self._set("Tc", f"{short(tracking, 2)} Tc" if tracking else "0 Tc")
        shown = []
        for subset, content in font.splitString(text, document):
            chosen = f"{font.getSubsetInternalName(subset, document)} {short(size, 2)} Tf"
            if self._differs("Tf", chosen):
                shown.append(chosen)
            shown.append(f"({content.decode('latin-1').translate(_ESCAPED)})Tj")
        self._write(f"BT {short(x)} {short(y)} Td {' '.join(shown)} ET")

    def stamp(self, name: str, x: float, y: float) -> None:
        """Draw a form of the document with its lower left corner at a place."""
        self._turn()
        self._write(f"q 1 0 0 1 {short(x)} {short(y)} cm")
        self._canvas.doForm(name)
        self._write("Q")

    def clipped(self, box: tuple[float, float, float, float]) -> dict[str, str]:
        """Begin to draw only within a box; hand what is returned to ``unclipped``."""
        self._write(f"q {rectangle(*box)} W n")
        return dict(self._state)

    def unclipped(self, before: dict[str, str]) -> None:
        """Draw everywhere again, in the state of before."""
        self._write("Q")
        self._state = before

    def _set(self, key: str, operator: str) -> None:
        if self._differs(key, operator):
            self._write(operator)

    def _differs(self, key: str, operator: str) -> bool:
        """Say whether a state has to be set, and take it as set."""
        self._turn()
        if self._state.get(key) == operator:
            return False
        self._state[key] = operator
        return True

    def _write(self, operators: str) -> None:
        self._turn()
        self._code.append(operators)

    def _turn(self) -> None:
        """Begin anew where the canvas has begun a page, whose state is the library’s own."""
        if self._canvas.code is not self._code:
            self._code = self._canvas.code
            self._state = {}


def short(value: float, digits: int = 1) -> str:
    """Return a number to a tenth of a point, finer than paper shows, in as few characters as there are."""
    return f"{round(value, digits) + 0.0:.6g}"


def rectangle(x: float, y: float, width: float, height: float, digits: int = 1) -> str:
    """Return the path of a box, given by its lower left corner."""
    return " ".join(short(value, digits) for value in (x, y, width, height)) + " re"


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a box with round corners."""
    right, top, near = x + width, y + height, radius * _ROUND
    return (
        f"{_fine(x + radius, y)} m {_fine(right - radius, y)} l "
        f"{_fine(right - near, y)} {_fine(right, y + near)} {_fine(right, y + radius)} c "
        f"{_fine(right, top - radius)} l "
        f"{_fine(right, top - near)} {_fine(right - near, top)} {_fine(right - radius, top)} c "
        f"{_fine(x + radius, top)} l "
        f"{_fine(x + near, top)} {_fine(x, top - near)} {_fine(x, top - radius)} c "
        f"{_fine(x, y + radius)} l {_fine(x, y + near)} {_fine(x + near, y)} {_fine(x + radius, y)} c h"
    )


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    far = radius * _CIRCLE
    return (
        f"{_fine(x + radius, y)} m "
        f"{_fine(x + radius, y + far)} {_fine(x + far, y + radius)} {_fine(x, y + radius)} c "
        f"{_fine(x - far, y + radius)} {_fine(x - radius, y + far)} {_fine(x - radius, y)} c "
        f"{_fine(x - radius, y - far)} {_fine(x - far, y - radius)} {_fine(x, y - radius)} c "
        f"{_fine(x + far, y - radius)} {_fine(x + radius, y - far)} {_fine(x + radius, y)} c h"
    )


def line(points: Sequence[tuple[float, float]], *, is_closed: bool = False) -> str:
    """Return the path through points."""
    first, *rest = (_at(x, y) for x, y in points)
    return " ".join([f"{first} m", *(f"{place} l" for place in rest), *(["h"] if is_closed else [])])


def _at(x: float, y: float) -> str:
    return f"{short(x)} {short(y)}"


def _fine(x: float, y: float) -> str:
    """Return a place to a hundredth: what is round shows more."""
    return f"{short(x, 2)} {short(y, 2)}"


def _colour(colour: Rgb) -> str:
    return " ".join(f"{part:.4g}".replace("0.", ".", 1) if part < 1 else "1" for part in colour)
