"""Numbers as people write and read them."""

import re
from math import isfinite
from typing import Final

_NUMBER: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)([kKmM]?)")
_GROUPS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TIMES: Final = {"": 1.0, "k": 1_000.0, "m": 1_000_000.0}
_SPACES: Final = {ord(space): None for space in " \u00a0\u2009\u202f_"}


def parse_number(text: str) -> float:
    """Read ``1200``, ``1,200``, ``1 200``, ``1.2k`` or ``3M``.

    Raises:
        ValueError: the text is no number above 0, or a comma could mean two things.
    """
    plain = text.translate(_SPACES)
    if _GROUPS.fullmatch(plain):
        plain = plain.replace(",", "")
    found = _NUMBER.fullmatch(plain)
    value = float(found[1]) * _TIMES[found[2].lower()] if found else 0.0
    if not (value > 0 and isfinite(value)):
        msg = f"“{text}” is no number above 0"
        raise ValueError(msg)
    return value


def shown_number(value: float) -> str:
    """Return a number with its thousands apart and no needless decimals."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.6g}"
