"""Numbers as they are shown: rounded half up, once."""

from math import floor


def half_up(value: float) -> int:
    """Return the nearest whole number; halves go up."""
    return floor(value + 0.5)


def times(factor: float) -> str:
    """Return a growth factor, one decimal below ten: ``1.3×``, ``2×``, ``120×``."""
    if factor >= 10:
        return f"{half_up(factor)}×"
    tenths = half_up(factor * 10)
    return f"{tenths // 10}×" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}×"
