from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from readiness.domain.period import Period
from readiness.ui.months import current_quarter, moment, months_of_quarter, printed_months


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "standaloneMonthName", lambda _self, month: f"M{month}")


@pytest.mark.parametrize(
    ("start", "months"),
    [(1, ["M1–M3", "M4–M6", "M7–M9", "M10–M12"]), (11, ["M11–M1", "M2–M4", "M5–M7", "M8–M10"])],
)
def test_a_fiscal_year_moves_the_printed_months(start: int, months: list[str]) -> None:
    assert [months_of_quarter(quarter, start) for quarter in (1, 2, 3, 4)] == months


@pytest.mark.parametrize(
    ("month", "start", "period"),
    [
        (1, 1, Period(2026, 1)),
        (9, 1, Period(2026, 3)),
        (12, 1, Period(2026, 4)),
        (4, 4, Period(2027, 1)),
        (3, 4, Period(2026, 4)),
        (11, 7, Period(2027, 2)),
    ],
)
def test_a_month_lies_in_one_quarter(month: int, start: int, period: Period) -> None:
    assert current_quarter(2026, month, start) == period


@pytest.mark.parametrize("start", range(1, 13))
@pytest.mark.parametrize("month", range(1, 13))
def test_the_printed_months_hold_the_month_that_was_asked_for(start: int, month: int) -> None:
    period = current_quarter(2026, month, start)

    first, year = (start - 1 + 3 * (period.quarter - 1)) % 12 + 1, printed_months(period, start).split()[-1]

    assert (month - first) % 12 < 3
    assert int(year) == (2026 if month >= first else 2025)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-09-10T09:12:00Z", "09:12"),
        ("2026-09-08T09:12:00.000Z", "8 M9"),
        ("2025-12-31T23:59:00Z", "31 M12 2025"),
    ],
)
def test_a_moment_is_as_exact_as_it_needs_to_be(at: str, words: str) -> None:
    assert moment(at, datetime(2026, 9, 10, 10, 42, tzinfo=UTC)) == words
