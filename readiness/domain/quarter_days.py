"""The days of a quarter; a fiscal year is named after the calendar year it ends in (ruling 16)."""

from datetime import date, timedelta
from typing import Final

from readiness.domain.period import Period

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months as files and reminders name them, whatever the language of the machine."""


def first_day(period: Period, fiscal_year_start: int) -> date:
    """Return the day on which a quarter begins, of a year that starts in the month given."""
    first = (fiscal_year_start - 1 + 3 * (period.quarter - 1)) % 12 + 1
    year = period.year - (fiscal_year_start > 1 and first >= fiscal_year_start)
    return date(year, first, 1)


def last_day(period: Period, fiscal_year_start: int) -> date:
    """Return the day on which a quarter ends."""
    return first_day(period.plus(1), fiscal_year_start) - timedelta(days=1)
