"""How many pages each part of a report takes, from its outline."""

from readiness.ui.pages.report.counts import page_counts


def test_parts_reach_to_the_next_and_the_last_to_the_end() -> None:
    places = (
        ("Cover", 0),
        ("Summary", 1),
        ("Scorecard", 2),
        ("Gates and limits", 3),
        ("Changes since 2026-Q2", 4),
        ("Pillar: Data", 6),
        ("Pillar: Debt", 7),
        ("Method", 9),
    )

    assert page_counts(places, 10) == {
        "cover": 1,
        "summary": 1,
        "scorecard": 2,
        "change": 2,
        "pillars": 3,
        "method": 1,
    }


def test_what_is_no_part_counts_for_none() -> None:
    assert page_counts((("Agenda", 0),), 1) == {}


def test_parts_that_share_a_page_count_it_each() -> None:
    places = (("Summary", 0), ("Scorecard", 1), ("Gates and limits", 2), ("Top risks", 2), ("Method", 3))

    assert page_counts(places, 4) == {"summary": 1, "scorecard": 2, "risks": 1, "method": 1}
