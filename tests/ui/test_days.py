"""Days as people write them."""

from datetime import date

import pytest

from readiness.ui.days import parse_day, shown_day, whole_day

TODAY = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 Sep", date(2026, 9, 22)),
        ("  22  september ", date(2026, 9, 22)),
        ("22.Sept", date(2026, 9, 22)),
        ("3 Jan", date(2027, 1, 3)),
        ("3 Jan 2026", date(2026, 1, 3)),
        ("2026-12-24", date(2026, 12, 24)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


def test_in_january_a_day_of_december_is_the_one_just_past() -> None:
    assert parse_day("20 Dec", date(2027, 1, 5)) == date(2026, 12, 20)


@pytest.mark.parametrize("text", ["", "soon", "31 Feb", "22", "22 Foo", "22/9", "2026-13-01", "Sep 22"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_day(text, TODAY)


def test_a_day_is_shown_short_with_its_year_only_where_it_is_another() -> None:
    assert shown_day(date(2026, 9, 8), TODAY) == "8\u00a0Sep"
    assert shown_day(date(2027, 1, 8), TODAY) == "8\u00a0Jan\u00a02027"


def test_a_stored_day_is_read_with_its_year() -> None:
    assert whole_day("2026-06-09") == "9\u00a0Jun\u00a02026"
    assert whole_day("soon") == "soon"
