"""What was typed or chosen in a form, as the value that the draft holds."""

from collections.abc import Callable
from math import isfinite
from typing import Final

from readiness.domain.questionnaire import LEAST_WEIGHT, MOST_WEIGHT


def as_value(field: str, given: object) -> object | None:
    """Return the value of a field; ``None`` where it is none."""
    reader = _READERS.get(field)
    return given if reader is None or not isinstance(given, str) else reader(given)


def _weight(text: str) -> float | None:
    number = _number(text)
    return number if number is not None and 0 <= number <= 100 else None


def _quarters(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 40 else None


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", ".").removeprefix("×"))
    except ValueError:
        return None
    return number if isfinite(number) else None


_READERS: Final[dict[str, Callable[[str], object | None]]] = {
    "weight": _weight,
    "valid_for": _quarters,
    "hurts_at": int,
}


def group_weight(text: str) -> float | None:
    """Return the weight of a topic or pillar; 0 where it shall be the sum of what it holds."""
    if not text.strip():
        return 0.0
    number = _number(text)
    return number if number is not None and LEAST_WEIGHT <= number <= MOST_WEIGHT else None
