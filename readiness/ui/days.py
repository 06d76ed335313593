"""Days as people write and read them: “22 Sep”, or 2026-09-22; stored as 2026-09-22."""

import re
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale

from readiness.domain.quarter_days import MONTHS

_WORDS: Final = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]{3,})\.?(?:\s+(\d{4}))?")
_HALF_A_YEAR: Final = timedelta(days=183)
_MONTHS: Final = tuple(month.casefold() for month in MONTHS)


def shown_day(day: date, today: date) -> str:
    """Return “22 Sep”, with its year where that is another; a space that does not break."""
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    year = "" if day.year == today.year else f"\u00a0{day.year}"
    return f"{day.day}\u00a0{month}{year}"


def whole_day(stored: str) -> str:
    """Return “9 Jun 2026” of a stored day, for lists over years; what is no day stays as it is."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return stored
    return shown_day(day, date.min)


def parse_day(text: str, today: date) -> date:
    """Read ``22 Sep``, ``22 September 2026`` or ``2026-09-22``; without a year, the one nearest to today.

    Raises:
        ValueError: the text is no day.
    """
    plain = " ".join(text.split())
    found = _WORDS.fullmatch(plain)
    if found is None:
        return date.fromisoformat(plain)
    day, month = int(found[1]), _month(found[2].casefold())
    if found[3]:
        return date(int(found[3]), month, day)
    near = date(today.year, month, day)
    if near < today - _HALF_A_YEAR:
        return near.replace(year=today.year + 1)
    return near.replace(year=today.year - 1) if near > today + _HALF_A_YEAR else near


def _month(word: str) -> int:
    names = [QLocale().standaloneMonthName(number).casefold() for number in range(1, 13)]
    for number, (own, english) in enumerate(zip(names, _MONTHS, strict=True), start=1):
        if own.startswith(word) or word.startswith(english):
            return number
    msg = f"“{word}” is no month"
    raise ValueError(msg)
