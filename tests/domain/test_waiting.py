"""How long an assessment waits for its facts."""

from datetime import date

import pytest

from readiness.domain.open_facts import OpenFact
from readiness.domain.waiting import Wait, due_day, is_late, wait_until, working_day_after

THURSDAY = date(2026, 9, 10)


def fact(due: str, state: str = "open") -> OpenFact:
    return OpenFact(question="ARC-01", due=due, state="open" if state == "open" else "found")


def test_it_waits_for_the_latest_day_of_an_open_fact() -> None:
    facts = (fact("2026-09-15"), fact("2026-09-22"), fact("2026-09-23", "found"))
    assert wait_until(facts, THURSDAY) == Wait(until=date(2026, 9, 22))


def test_ten_working_days_are_the_most_and_what_is_later_is_counted() -> None:
    facts = (fact("2026-09-22"), fact("2026-09-25"), fact("2026-10-30"))
    assert wait_until(facts, THURSDAY) == Wait(until=date(2026, 9, 24), beyond=2)


@pytest.mark.parametrize("due", ["2026-09-10", "2026-09-01", "", "some day", "2026-02-30"])
def test_nothing_to_come_is_nothing_to_wait_for(due: str) -> None:
    assert wait_until((fact(due),), THURSDAY) is None


def test_saturday_and_sunday_do_not_count() -> None:
    assert working_day_after(date(2026, 9, 11), 1) == date(2026, 9, 14)
    assert working_day_after(date(2026, 9, 12), 1) == date(2026, 9, 14)
    assert working_day_after(THURSDAY, 10) == date(2026, 9, 24)


def test_a_fact_is_late_only_while_it_is_open_and_past_its_day() -> None:
    assert is_late(fact("2026-09-09"), THURSDAY)
    assert not is_late(fact("2026-09-10"), THURSDAY)
    assert not is_late(fact("2026-09-09", "found"), THURSDAY)
    assert not is_late(fact("soon"), THURSDAY)
    assert due_day(fact("soon")) is None
