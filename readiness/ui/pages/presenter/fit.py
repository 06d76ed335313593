"""How large things are on the room's screen; from the designed sizes down, never under 22 pixels."""

from dataclasses import dataclass
from typing import Final

LEAST: Final = 22
"""No text of the room is smaller, in logical pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One step: text sizes before scaling, ``air`` of the designed gaps; ``spare`` drops what may go."""

    prompt: int
    text: int
    body: int
    number: int
    air: float
    spare: bool = False


FITS: Final = (
    Fit(prompt=62, text=34, body=28, number=72, air=1.0),
    Fit(prompt=54, text=32, body=26, number=64, air=0.8),
    Fit(prompt=48, text=30, body=25, number=60, air=0.65),
    Fit(prompt=42, text=28, body=24, number=52, air=0.5),
    Fit(prompt=36, text=26, body=23, number=44, air=0.4),
    Fit(prompt=32, text=24, body=22, number=40, air=0.35),
    Fit(prompt=28, text=22, body=22, number=36, air=0.3),
    Fit(prompt=28, text=22, body=22, number=36, air=0.25, spare=True),
    Fit(prompt=24, text=22, body=22, number=30, air=0.15, spare=True),
)


def line_of(size: int) -> int:
    """Return the height of a line of text of a size."""
    return round(size * 1.32) if size < 40 else size + 8
