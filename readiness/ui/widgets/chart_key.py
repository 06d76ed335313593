"""The few marks under a chart's heading that say what is what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.view_mark import paint_view

Swatch = Literal["band", "full", "soft", "hatch", "hollow", "empty"]
Ramp = Literal["ramp-0", "ramp-1", "ramp-2", "ramp-3", "ramp-4"]
Sign = Literal["none", "tick", "ring", "product", "expects", "engineering"] | Swatch | Ramp

_LINE: Final = 21
_SWATCH: Final = (22.0, 13.0)
_AFTER: Final = 7
_VIEW: Final = 18
_NARROW: Final = {"none": 0.0, "tick": 4.0, "ring": 11.0}
_VIEWS: Final = frozenset({"product", "expects", "engineering"})
_FILLS: Final = {"full": "accent", "empty": "sunken"}


@dataclass(frozen=True, slots=True)
class KeyMark:
    """One mark and its words."""

    sign: Sign
    words: str


def key_height(theme: Theme, lines: int = 1) -> int:
    """Return how high the keys are."""
    return lines * theme.px(_LINE)


def key_lines(theme: Theme, width: float, marks: Sequence[KeyMark]) -> int:
    """Return how many lines the keys take at a width."""
    return 1 + max((line for line, _ in _places(theme, width, marks)), default=0)


def paint_keys(painter: QPainter, theme: Theme, place: QRectF, marks: Sequence[KeyMark]) -> None:
    """Paint the keys from the top left, wrapping at the place's width."""
    font = theme.font("caption")
    line = theme.px(_LINE)
    for mark, (row, x) in zip(marks, _places(theme, place.width(), marks), strict=True):
        top = place.top() + row * line
        left = place.left() + x
        wide = _sign_width(theme, mark)
        if wide:
            _paint_sign(painter, theme, mark, QRectF(left, top + (line - _SWATCH[1]) / 2, wide, _SWATCH[1]))
        at = QPointF(left + wide + (_AFTER if wide else 0), drawing.line_baseline(font, top, line))
        drawing.words(painter, at, mark.words, font, theme.color("ink2"))


def _places(theme: Theme, width: float, marks: Sequence[KeyMark]) -> list[tuple[int, float]]:
    metrics = QFontMetricsF(theme.font("caption"))
    places: list[tuple[int, float]] = []
    row, x = 0, 0.0
    for mark in marks:
        sign = _sign_width(theme, mark)
        wide = sign + (_AFTER if sign else 0) + metrics.horizontalAdvance(mark.words)
        if x and x + wide > width:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += wide + 16
    return places


def _sign_width(theme: Theme, mark: KeyMark) -> float:
    if mark.sign in _VIEWS:
        return theme.px(_VIEW)  # a letter has to be read
    return _NARROW.get(mark.sign, _SWATCH[0])


def _paint_sign(painter: QPainter, theme: Theme, mark: KeyMark, place: QRectF) -> None:
    color, sign = theme.color, mark.sign
    if sign == "tick":
        x = place.center().x()
        top, bottom = QPointF(x, place.top()), QPointF(x, place.bottom())
        drawing.stroke(painter, top, bottom, color("ink"), 3, rounded=True)
    elif sign == "ring":
        drawing.ring(painter, place.center(), 6, color("surface"), color("ink"))
    elif sign in _VIEWS:
        paint_view(painter, theme, place.center(), sign, theme.px(_VIEW) / 2 - 0.5)
    else:
        _paint_swatch(painter, theme, sign, place)


def _paint_swatch(painter: QPainter, theme: Theme, sign: Sign, place: QRectF) -> None:
    color = theme.color
    if sign == "hatch":
        drawing.hatched(painter, place, 3, color("surface"), color("accent"))
    elif sign == "hollow":
        drawing.box(painter, place, 3, line=color("line2"), dash=(3, 2))
    elif sign.startswith("ramp-"):
        drawing.box(painter, place, 3, fill=theme.ramp(int(sign[-1]))[0])
    else:
        drawing.box(painter, place, 3, fill=color(_FILLS.get(sign, "accentSoft")))
