"""The reminder, to the word."""

from dataclasses import replace
from datetime import date

import pytest
from builders_rounds import TODAY, an_entry, the_round

from readiness.domain.period import Period
from readiness.domain.reminding import in_words, plain_day, reminder
from readiness.domain.rounds import RoundEntry, SideCount

QUARTER = Period(2026, 3)


def line_of(entry: RoundEntry) -> str:
    return reminder(QUARTER, [entry], TODAY).splitlines()[2]


def test_the_reminder_names_what_is_due_first_and_who_has_what_left() -> None:
    assert reminder(QUARTER, the_round(), TODAY) == (
        "Readiness 2026-Q3: two systems are due.\n"
        "\n"
        "Promotions, 18 Sep: Product has not started, about 18 minutes; "
        "Engineering has 33 questions left, about 17 minutes.\n"
        "Returns, 19 Sep: Engineering has 14 questions left, about 7 minutes.\n"
        "\n"
        "Open your copy, or the response page in your browser.\n"
    )


def test_what_is_late_is_said_to_be_late() -> None:
    entry = an_entry("Promotions", 73, 35, date(2026, 9, 14))
    assert line_of(entry) == "Promotions, 14 Sep, late: Engineering has 1 question left, about 1 minute."


def test_where_nothing_is_due_it_names_all_that_is_waited_for() -> None:
    text = reminder(QUARTER, [entry for entry in the_round() if not entry.urgency(TODAY)], TODAY)
    assert text.startswith("Readiness 2026-Q3: six systems are not done yet.\n")
    assert "Fraud screening, 22 Sep: both sides have answered, the reveal is next." in text
    assert "Tax" not in text
    assert "Partner API" not in text


def test_where_everything_is_done_there_is_nothing_to_remind_of() -> None:
    assert reminder(QUARTER, [entry for entry in the_round() if not entry.is_waiting], TODAY) == ""


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (RoundEntry(system_id=1, system="Ledger"), "Ledger: no assessment has been started."),
        (an_entry("Ledger", 74, None), "Ledger: all is answered."),
        (
            an_entry("Ledger", 74, 35, revealed=True),
            "Ledger: the answers are revealed, agreeing and sealing are left.",
        ),
        (
            an_entry("Ledger", None, None, revealed=True, together=SideCount(given=0, asked=74)),
            "Ledger: the meeting has not begun.",
        ),
        (
            an_entry("Ledger", None, None, revealed=True, together=SideCount(given=70, asked=74)),
            "Ledger: 4 questions left for the meeting.",
        ),
        (
            an_entry("Ledger", None, None, revealed=True, together=SideCount(given=74, asked=74)),
            "Ledger: all is answered, sealing is left.",
        ),
    ],
)
def test_each_state_is_told_in_its_own_words(entry: RoundEntry, words: str) -> None:
    assert line_of(entry) == words


def test_one_system_is_one_system() -> None:
    entry = an_entry("Ledger", 1, 1)
    assert reminder(QUARTER, [entry], TODAY).startswith("Readiness 2026-Q3: one system is not done yet.")
    due = replace(entry, due=TODAY)
    assert reminder(QUARTER, [due], TODAY).startswith("Readiness 2026-Q3: one system is due.")


def test_numbers_are_letters_up_to_twelve_and_another_year_is_named() -> None:
    assert [in_words(number) for number in (0, 12, 13)] == ["no", "twelve", "13"]
    assert plain_day(date(2027, 1, 4), TODAY) == "4 Jan 2027"
