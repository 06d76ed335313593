"""A round over many systems: where each stands, what comes first, and the counts."""

from datetime import date

import pytest
from builders_rounds import TODAY, an_entry, the_round

from readiness.domain.rounds import (
    Answering,
    RoundCounts,
    RoundEntry,
    SideCount,
    count_round,
    due_first,
    in_order,
    shared_asked,
)


def test_the_round_of_the_picture_is_counted_as_the_picture_says() -> None:
    assert count_round(the_round(), TODAY) == RoundCounts(
        systems=20, done=11, answering=6, due_first=2, left=1
    )


def test_a_system_without_an_assessment_is_counted_as_not_started() -> None:
    entry = RoundEntry(system_id=1, system="Ledger")
    assert entry.state == "not_started"
    assert count_round([entry], TODAY) == RoundCounts(systems=1, not_started=1)


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (an_entry("A"), "unanswered"),
        (an_entry("A", 1), "answering"),
        (an_entry("A", 74, 34), "answering"),
        (an_entry("A", 74, 35), "both_in"),
        (an_entry("A", 74, None), "both_in"),
        (an_entry("A", 74, 35, revealed=True), "revealed"),
        (an_entry("A", None, None, revealed=True, together=SideCount(given=3, asked=74)), "together"),
        (an_entry("A", 74, 35, sealed=True), "sealed"),
        (an_entry("A", 74, 35, sealed=True, by_package=True), "package"),
        (an_entry("A", 3, 4, left_because="sold"), "left"),
    ],
)
def test_a_system_stands_where_its_answers_put_it(entry: RoundEntry, state: str) -> None:
    assert entry.state == state


def test_what_is_sealed_stays_sealed_although_the_system_left_the_round() -> None:
    assert an_entry("A", 74, 35, sealed=True, left_because="sold").state == "sealed"


@pytest.mark.parametrize(
    ("day", "urgency"), [(15, "late"), (16, "soon"), (19, "soon"), (20, "")], ids=["past", "today", "3", "4"]
)
def test_three_days_before_its_date_a_system_is_due_and_after_it_late(day: int, urgency: str) -> None:
    assert an_entry("A", due=date(2026, 9, day)).urgency(TODAY) == urgency


def test_what_is_done_or_has_left_is_never_due() -> None:
    past = date(2026, 9, 1)
    assert an_entry("A", 74, 35, past, sealed=True).urgency(TODAY) == ""
    assert RoundEntry(system_id=1, system="A", due=past, left_because="sold").urgency(TODAY) == ""


def test_by_due_date_the_earliest_stands_first_and_what_is_done_last() -> None:
    names = [entry.system for entry in in_order(reversed(the_round()))]
    assert names[:8] == [
        "Promotions",
        "Returns",
        "Fraud screening",
        "Inventory",
        "Reporting",
        "Loyalty",
        "Order service",
        "Fulfilment",
    ]
    assert names[8:13] == ["Catalogue", "Identity", "Media", "Mobile gateway", "Tax and duties"]
    assert names[13:] == [
        "Cart",
        "Checkout API",
        "Notifications",
        "Payments gateway",
        "Pricing",
        "Search",
        "Partner API",
    ]


def test_what_has_no_date_stands_after_the_dates_whichever_way_they_run() -> None:
    entries = [
        an_entry("None"),
        an_entry("Early", due=date(2026, 9, 1)),
        an_entry("Late", due=date(2026, 9, 9)),
    ]
    assert [entry.system for entry in in_order(entries)] == ["Early", "Late", "None"]
    assert [entry.system for entry in in_order(entries, falling=True)] == ["Late", "Early", "None"]


def test_a_round_can_be_sorted_by_name_and_by_what_a_side_answered() -> None:
    entries = [an_entry("b", 10, 35), an_entry("A", 74, 0), RoundEntry(system_id=9, system="c")]
    assert [entry.system for entry in in_order(entries, "system")] == ["A", "b", "c"]
    assert [entry.system for entry in in_order(entries, "system", falling=True)] == ["c", "b", "A"]
    assert [entry.system for entry in in_order(entries, "engineering")] == ["c", "b", "A"]
    assert [entry.system for entry in in_order(entries, "product", falling=True)] == ["b", "A", "c"]


def test_what_is_due_first_is_late_or_due_within_days() -> None:
    assert [entry.system for entry in due_first(the_round(), TODAY)] == ["Promotions", "Returns"]


def test_how_many_a_side_is_asked_is_said_once_for_most() -> None:
    assert shared_asked(the_round(), "engineering") == 74
    quick = Answering(assessment_id=1, engineering=SideCount(given=3, asked=20))
    other = RoundEntry(system_id=99, system="Quick", answering=quick)
    assert shared_asked([*the_round(), other], "engineering") == 74
    assert shared_asked([other, an_entry("A")], "engineering") == 74
    assert shared_asked([RoundEntry(system_id=1, system="A")], "product") is None


def test_the_rest_takes_half_a_minute_a_question() -> None:
    assert SideCount(given=60, asked=74).minutes_left == 7
    assert SideCount(given=73, asked=74).minutes_left == 1
    assert SideCount(given=74, asked=74).minutes_left == 0
