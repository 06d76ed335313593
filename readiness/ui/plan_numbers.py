"""Person-weeks as people write and read them; pure."""

from typing import Final

MOST_WEEKS: Final = 10_000.0


def weeks_typed(text: str) -> float:
    """Read person-weeks, 0 or more.

    Raises:
        ValueError: the text is no such number.
    """
    weeks = float(text.strip())
    if not 0 <= weeks <= MOST_WEEKS:
        msg = f"“{text}” is not 0 or more person-weeks"
        raise ValueError(msg)
    return weeks


def capacity_of(text: str) -> tuple[float, ...]:
    """Read “8”, or “8, 6, 8” for one quarter after the other.

    Raises:
        ValueError: a part is no number of 0 or more.
    """
    return tuple(weeks_typed(part) for part in text.replace(";", ",").split(","))


def shown_capacity(capacity: tuple[float, ...]) -> str:
    """Return a capacity as it is written."""
    return ", ".join(f"{weeks:g}" for weeks in capacity)
