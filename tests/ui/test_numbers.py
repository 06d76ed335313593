import pytest

from readiness.ui.numbers import parse_number, shown_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1200", 1200.0),
        ("1,200", 1200.0),
        (" 12 000 ", 12000.0),
        ("1\u202f200\u00a0000", 1_200_000.0),
        ("1.5", 1.5),
        ("1.5k", 1500.0),
        ("3M", 3_000_000.0),
        ("1,234.5", 1234.5),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "0", "-3", "1,5", "12,00", "nan", "inf", "1e9", "ten", "1 k k", "٣"])
def test_what_could_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number above 0"):
        parse_number(text)


def test_thousands_are_shown_apart() -> None:
    assert [shown_number(value) for value in (1200.0, 12000.5, 0.25)] == ["1,200", "12,000.5", "0.25"]


@pytest.mark.parametrize("value", [1200.0, 0.25, 12000.5, 3.0])
def test_what_is_shown_reads_back(value: float) -> None:
    assert parse_number(shown_number(value)) == value
