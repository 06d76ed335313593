"""The words that remind people of a round: plain text to paste into whatever they write to each other in."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from readiness.domain.period import Period
from readiness.domain.quarter_days import MONTHS
from readiness.domain.rounds import RoundEntry, SideCount, due_first, in_order

_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_WAY: Final = "Open your copy, or the response page in your browser."


def reminder(period: Period, entries: Iterable[RoundEntry], today: date) -> str:
    """Return the text: what is due first, or else all that is waited for; empty where that is nothing.

    It tells who has how many questions left and about how long that takes, never what anybody answered.
    """
    found = tuple(entries)
    first = due_first(found, today)
    told = first or tuple(entry for entry in in_order(found) if entry.is_waiting)
    if not told:
        return ""
    lines = [f"{_head(entry, today)}: {_waited_for(entry)}." for entry in told]
    title = f"Readiness {period}: {_counted(told, is_due=bool(first))}."
    return "\n".join([title, "", *lines, "", _WAY, ""])


def in_words(number: int) -> str:
    """Return a number as a sentence has it: in letters up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def plain_day(day: date, today: date) -> str:
    """Return “18 Sep”, with its year where that is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def _counted(told: Sequence[RoundEntry], *, is_due: bool) -> str:
    one, count = len(told) == 1, in_words(len(told))
    if is_due:
        return f"{count} system is due" if one else f"{count} systems are due"
    return f"{count} system is not done yet" if one else f"{count} systems are not done yet"


def _head(entry: RoundEntry, today: date) -> str:
    if entry.due is None:
        return entry.system
    late = ", late" if entry.urgency(today) == "late" else ""
    return f"{entry.system}, {plain_day(entry.due, today)}{late}"


def _waited_for(entry: RoundEntry) -> str:
    state = entry.state
    if state == "not_started" or entry.answering is None:
        return "no assessment has been started"
    if state == "both_in":
        sides = len(entry.answering.sides)
        return "both sides have answered, the reveal is next" if sides > 1 else "all is answered"
    if state == "revealed":
        return "the answers are revealed, agreeing and sealing are left"
    if state == "together":
        return _together(entry.answering.together)
    waiting = [(side, count) for side, count in entry.answering.sides if count.left]
    waiting.sort(key=lambda found: found[1].given > 0)
    return "; ".join(_side(entry.lanes.called(side), count) for side, count in waiting)


def _side(name: str, count: SideCount) -> str:
    minutes = _minutes(count.minutes_left)
    if not count.given:
        return f"{name} has not started, {minutes}"
    return f"{name} has {_questions(count.left)} left, {minutes}"


def _together(count: SideCount | None) -> str:
    if count is None or not count.given:
        return "the meeting has not begun"
    return (
        f"{_questions(count.left)} left for the meeting" if count.left else "all is answered, sealing is left"
    )


def _questions(number: int) -> str:
    return "1 question" if number == 1 else f"{number} questions"


def _minutes(number: int) -> str:
    return "about 1 minute" if number == 1 else f"about {number} minutes"
