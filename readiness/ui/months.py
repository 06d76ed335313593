"""Months and moments in words; a quarter itself is stored as chosen and never computed."""

from datetime import datetime

from PySide6.QtCore import QLocale

from readiness.domain.period import Period
from readiness.domain.quarter_days import first_day


def months_of_quarter(quarter: int, fiscal_year_start: int) -> str:
    """Return “April to June” for a quarter of a year that starts in the month given."""
    first = (fiscal_year_start - 1 + 3 * (quarter - 1)) % 12
    name = QLocale().standaloneMonthName
    return f"{name(first + 1)}–{name((first + 2) % 12 + 1)}"


def short_months(quarter: int, fiscal_year_start: int) -> str:
    """Return “Apr–Jun” for a quarter of a year that starts in the month given."""
    first = (fiscal_year_start - 1 + 3 * (quarter - 1)) % 12
    name, short = QLocale().standaloneMonthName, QLocale.FormatType.ShortFormat
    return f"{name(first + 1, short)}–{name((first + 2) % 12 + 1, short)}"


def current_quarter(year: int, month: int, fiscal_year_start: int) -> Period:
    """Return the quarter a month lies in; a fiscal year is named after the calendar year it ends in."""
    past = (month - fiscal_year_start) % 12
    ends_next_year = fiscal_year_start > 1 and month >= fiscal_year_start
    return Period(year + ends_next_year, past // 3 + 1)


def printed_months(period: Period, fiscal_year_start: int) -> str:
    """Return “July–September 2026”: the months of a quarter and the calendar year they lie in."""
    year = first_day(period, fiscal_year_start).year
    return f"{months_of_quarter(period.quarter, fiscal_year_start)} {year}"


def moment(at: str, now: datetime) -> str:
    """Return a stored UTC moment in local words: the time for today, the day for another day."""
    local = datetime.fromisoformat(at).astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {QLocale().standaloneMonthName(local.month)}{year}"
