"""Four small boxes for a level from 0 to 4; a guess is hatched, no level is dashed."""

from functools import partial
from typing import Final

from readiness.reports.pen import Pen

WIDTH: Final = 46.0
_BOX: Final = 9.8
_STEP: Final = 12.0
_HEIGHT: Final = 8.4
_LEVELS: Final = 4


def draw_level(pen: Pen, level: int | None, x: float, top: float, *, is_guess: bool) -> None:
    """Draw the level; the number is printed beside it by the caller."""
    name = f"L{'-' if level is None else level}{'g' if is_guess else ''}"
    pen.stamp(name, x, top, (WIDTH, _HEIGHT), partial(_draw, level=level, is_guess=is_guess))


def _draw(pen: Pen, level: int | None, *, is_guess: bool) -> None:
    for index in range(_LEVELS):
        box = (index * _STEP, 0.0, _BOX, _HEIGHT)
        if level is None:
            pen.rect(box, stroke="line2", weight=0.6, radius=1.4, dash=(1.5, 1.5))
        elif index >= level:
            pen.rect(box, stroke="line2", weight=0.6, radius=1.4)
        elif is_guess:
            pen.hatch(box, "accent", step=2.4)
            pen.rect(box, stroke="accent", weight=0.7, radius=1.4)
        else:
            pen.rect(box, fill="accent", radius=1.4)
