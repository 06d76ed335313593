"""Two views of the same question, in levels: product a disc, engineering a diamond, the gap between."""

from typing import Final

from readiness.reports.pen import Pen
from readiness.reports.text import Style

_LETTER: Final = Style("semibold", 5.6, 7, "onAccent")
_LEVELS: Final = 4
RADIUS: Final = 4.6
_REACH: Final = RADIUS * 1.25


def draw_product(pen: Pen, x: float, y: float) -> None:
    """Draw the sign of the product side; its letter stands in it."""
    pen.stamp("P", x - RADIUS, y - RADIUS, (2 * RADIUS, 2 * RADIUS), _disc)
    pen.text("P", _LETTER, x, y + 2, "centre")


def draw_engineering(pen: Pen, x: float, y: float) -> None:
    """Draw the sign of the engineering side."""
    pen.stamp("E", x - _REACH, y - _REACH, (2 * _REACH, 2 * _REACH), _diamond)
    pen.text("E", _LETTER, x, y + 2, "centre")


def _disc(pen: Pen) -> None:
    pen.dot((RADIUS, RADIUS), RADIUS, fill="product")


def _diamond(pen: Pen) -> None:
    whole = 2 * _REACH
    pen.shape([(_REACH, 0), (whole, _REACH), (_REACH, whole), (0, _REACH)], fill="engineering")


def draw_scale(pen: Pen, x: float, room: float, top: float, height: float) -> None:
    """Draw the five levels as thin lines."""
    for level in range(_LEVELS + 1):
        at = place(x, room, level)
        pen.rule((at, top), (at, top + height), "line", 0.6)


def draw_dumbbell(pen: Pen, product: int, engineering: int, x: float, room: float, y: float) -> None:
    """Draw both views on the scale; the same level is drawn side by side."""
    left, right = place(x, room, engineering), place(x, room, product)
    if product == engineering:
        draw_engineering(pen, left - RADIUS * 1.1, y)
        draw_product(pen, right + RADIUS * 1.1, y)
        return
    pen.rule((left, y), (right, y), "line2", 2.4)
    draw_engineering(pen, left, y)
    draw_product(pen, right, y)


def place(x: float, room: float, level: int) -> float:
    """Return where a level stands on the scale."""
    return x + 9 + level / _LEVELS * (room - 18)
