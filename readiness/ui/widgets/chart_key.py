"""The few marks under a chart's heading that say what is what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing

Sign = Literal["tick", "band", "full", "soft", "hatch", "hollow"]

_LINE: Final = 21
_SWATCH: Final = (22.0, 13.0)


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
        wide = _sign_width(mark)
        _paint_sign(painter, theme, mark, QRectF(left, top + (line - _SWATCH[1]) / 2, wide, _SWATCH[1]))
        at = QPointF(left + wide + 7, drawing.line_baseline(font, top, line))
        drawing.words(painter, at, mark.words, font, theme.color("ink2"))


def _places(theme: Theme, width: float, marks: Sequence[KeyMark]) -> list[tuple[int, float]]:
    metrics = QFontMetricsF(theme.font("caption"))
    places: list[tuple[int, float]] = []
    row, x = 0, 0.0
    for mark in marks:
        wide = _sign_width(mark) + 7 + metrics.horizontalAdvance(mark.words)
        if x and x + wide > width:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += wide + 16
    return places


def _sign_width(mark: KeyMark) -> float:
    return 4.0 if mark.sign == "tick" else _SWATCH[0]


def _paint_sign(painter: QPainter, theme: Theme, mark: KeyMark, place: QRectF) -> None:
    color = theme.color
    if mark.sign == "tick":
        x = place.center().x()
        top, bottom = QPointF(x, place.top()), QPointF(x, place.bottom())
        drawing.stroke(painter, top, bottom, color("ink"), 3, rounded=True)
    elif mark.sign == "hatch":
        drawing.hatched(painter, place, 3, color("surface"), color("accent"))
    elif mark.sign == "hollow":
        drawing.box(painter, place, 3, line=color("line2"), dash=(3, 2))
    else:
        drawing.box(painter, place, 3, fill=color("accent" if mark.sign == "full" else "accentSoft"))
