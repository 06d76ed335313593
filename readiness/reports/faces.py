"""The typefaces of paper: which glyphs they have, how wide each is, and what stands in for a missing one."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from readiness.paths import bundled
from readiness.reports.codes import code_of
from readiness.reports.right_to_left import FIRST, is_unjoinable

Weight = Literal["regular", "semibold", "display"]

_FILES: Final[Mapping[str, str]] = {
    "regular": "ReadinessInter-Regular",
    "semibold": "ReadinessInter-SemiBold",
    "display": "ReadinessInterDisplay-SemiBold",
    "fallback": "DejaVuSans",
    "cjk": "DroidSansFallback-CJK",
}
_NEVER_DRAWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories that change a line without being seen; they are printed as their codes."""

_CJK: Final = 0x1100
"""Below it no character needs the face for Chinese, Japanese and Korean."""

_WIDEST_PLANE: Final = 0xFFFF
"""The PDF library cuts the text layer of characters beyond it: they could be neither searched nor copied."""


@dataclass(frozen=True, slots=True)
class Face:
    """One registered face; widths in thousandths of its size."""

    name: str
    widths: Mapping[int, float]

    def width(self, text: str) -> float:
        """Return the width of a text at size 1."""
        return sum(map(self.widths.__getitem__, map(ord, text))) / 1000

    def has(self, text: str) -> bool:
        """Say whether every character of a text has a glyph here."""
        return self.widths.keys() >= set(map(ord, text))


@cache
def face(name: str) -> Face:
    """Return a face, read and registered when it is first needed."""
    font = TTFont(
        _FILES[name],
        str(bundled("assets", "fonts", f"{_FILES[name]}.ttf")),
        asciiReadable=False,
        shapable=False,
    )
    font.face.table.pop("name", None)  # the licence’s words, which every report would carry four times
    pdfmetrics.registerFont(font)
    widths: dict[int, float] = font.face.charWidths
    return Face(
        _FILES[name], {code: widths.get(code, 0.0) for code in font.face.charToGlyph if _is_drawn(code)}
    )


def _is_drawn(code: int) -> bool:
    if code > _WIDEST_PLANE or unicodedata.category(chr(code)) in _NEVER_DRAWN:
        return False
    return code < FIRST or not is_unjoinable(chr(code))


def is_covered(char: str) -> bool:
    """Say whether a character can be printed as itself."""
    return _fallback(char) is not None or ord(char) in face("regular").widths


def _fallback(char: str) -> Face | None:
    """Return the face that stands in; the large one is read only where its scripts are written."""
    code = ord(char)
    if code in face("fallback").widths:
        return face("fallback")
    return face("cjk") if code >= _CJK and code in face("cjk").widths else None


def seen(text: str) -> str:
    """Return a text for titles and descriptions: what has no glyph, or cannot be stored, as its code."""
    return "".join(char if is_covered(char) else code_of(char) for char in text)


def runs(text: str, weight: Weight) -> list[tuple[Face, str]]:
    """Split a text into the faces that have its glyphs; what nobody has becomes its code."""
    own = face(weight)
    if own.has(text):
        return [(own, text)]
    found: list[tuple[Face, str]] = []
    for char in text:
        shown = char if is_covered(char) else code_of(char)
        for part in shown:
            used = own if ord(part) in own.widths else _fallback(part) or face("fallback")
            if found and found[-1][0] is used:
                found[-1] = (used, found[-1][1] + part)
            else:
                found.append((used, part))
    return found
