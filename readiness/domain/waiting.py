"""How long an assessment waits for its open facts: ten working days at most (product.md, “Open facts”)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from readiness.domain.open_facts import OpenFact

MOST_WORKING_DAYS: Final = 10
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Until when sealing can wait. ``beyond`` facts are due later still, so they stay open."""

    until: date
    beyond: int = 0


def wait_until(facts: Iterable[OpenFact], today: date) -> Wait | None:
    """Return the latest day on which an open fact is due, or ten working days from today if that is sooner.

    Nothing where no open fact is due after today: then there is nothing to wait for.
    """
    days = [day for fact in facts if fact.state == "open" and (day := due_day(fact)) and day > today]
    if not days:
        return None
    last = working_day_after(today, MOST_WORKING_DAYS)
    return Wait(until=min(max(days), last), beyond=sum(day > last for day in days))


def due_day(fact: OpenFact) -> date | None:
    """Return the day a fact is due; nothing where none is given, or something that is no date."""
    try:
        return date.fromisoformat(fact.due)
    except ValueError:
        return None


def is_late(fact: OpenFact, today: date) -> bool:
    """Say whether a fact is open past its day."""
    day = due_day(fact)
    return fact.state == "open" and day is not None and day < today


def working_day_after(day: date, count: int) -> date:
    """Return the day so many working days later; Monday to Friday are working days."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
