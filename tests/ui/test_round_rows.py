"""What a round says, to the word."""

from dataclasses import replace
from datetime import date

import pytest
from builders_rounds import TODAY, an_entry, the_round

from readiness.domain.lanes import Lanes
from readiness.domain.period import Period
from readiness.domain.rounds import RoundCounts, RoundEntry, SideCount, count_round
from readiness.services.rounds import Figures, Received, RoundLine
from readiness.ui.models.round_model import DUE, ENGINEERING, PRODUCT, SYSTEM, RoundModel
from readiness.ui.models.round_rows import (
    RoundRow,
    counts_words,
    package_words,
    packages_heading,
    round_rows,
    round_title,
)

FIGURES = Figures(practices=2, target=10.0, limit=1.3, tested=1.5)


def row_of(entry: RoundEntry, figures: Figures | None = None) -> RoundRow:
    return round_rows([RoundLine(entry=entry, figures=figures)], TODAY)[0]


def a_package(**changes: object) -> Received:
    plain = Received(
        assessment_id=7,
        system="Media",
        period="2026-Q3",
        revision=1,
        questionnaire="scalability@0.1+saas@1.0",
        seal="matches",
        hash="ab" * 32,
        sealed_at="2026-09-09T08:00:00.000Z",
        received_at="2026-09-10T08:00:00.000Z",
        content={},
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def test_the_heading_counts_the_round() -> None:
    assert round_title(Period(2026, 3)) == "Round 2026‑Q3"
    words = counts_words(count_round(the_round(), TODAY))
    assert words == "20 systems: 11 done, 6 answering, 2 due first, 1 left the round"


def test_the_heading_leaves_out_what_is_nobody() -> None:
    assert counts_words(RoundCounts(systems=1, not_started=1)) == "1 system: 1 not started"
    assert counts_words(RoundCounts()) == ""


@pytest.mark.parametrize(
    ("entry", "due", "state"),
    [
        (an_entry("A", 41, 0, date(2026, 9, 18)), "18 Sep", "hidden until both have answered"),
        (an_entry("A", 41, 0, date(2026, 9, 14)), "14 Sep, late", "hidden until both have answered"),
        (an_entry("A"), "no date", "nobody has answered yet"),
        (an_entry("A", 74, 35, date(2026, 9, 22)), "22 Sep", "both in, reveal on 22 Sep"),
        (an_entry("A", 74, 35), "no date", "both in, ready to reveal"),
        (an_entry("A", 74, 35, revealed=True), "no date", "revealed, to be agreed and sealed"),
        (
            an_entry("A", None, None, together=SideCount(given=30, asked=74)),
            "no date",
            "answered live, 30 of 74",
        ),
        (RoundEntry(system_id=1, system="A"), "no date", "not started"),
        (an_entry("A", 74, 35, sealed=True, ended=date(2026, 9, 10)), "sealed 10 Sep", ""),
        (
            an_entry("A", 74, 35, sealed=True, by_package=True, ended=date(2026, 9, 9)),
            "package 9 Sep",
            "",
        ),
        (
            RoundEntry(system_id=1, system="A", left_because="retired in May"),
            "left",
            "not in this round: retired in May",
        ),
    ],
)
def test_each_state_has_its_words(entry: RoundEntry, due: str, state: str) -> None:
    row = row_of(entry)
    assert (row.due.replace("\u00a0", " "), row.state.replace("\u00a0", " ")) == (due, state)


def test_one_view_alone_is_not_called_both() -> None:
    alone = Lanes(engineering="Platform", alone="engineering")
    assert row_of(replace(an_entry("A", 3, None), lanes=alone)).state == "hidden until Platform has answered"
    assert row_of(replace(an_entry("A", 74, None), lanes=alone)).state == "all in, ready to reveal"


def test_a_row_reads_as_one_sentence_and_tells_no_level() -> None:
    row = row_of(an_entry("Promotions", 41, 0, date(2026, 9, 18)))
    assert row.sentence.replace("\u00a0", " ") == (
        "Promotions, Engineering 41 of 74, Product 0 of 35, due 18 Sep, hidden until both have answered"
    )


def test_a_sealed_row_says_its_ladder_in_words() -> None:
    entry = an_entry("Checkout API", 74, 35, sealed=True, ended=date(2026, 9, 10))
    assert row_of(entry, FIGURES).sentence.replace("\u00a0", " ") == (
        "Checkout API, Engineering 74 of 74, Product 35 of 35, sealed 10 Sep, "
        "Practices 2× of 10×, tested 1.5×, first limit 1.3×, target 10×"
    )


def test_figures_stay_away_until_the_seal() -> None:
    assert row_of(an_entry("A", 74, 35), FIGURES).figures is None


def test_packages_are_counted_in_letters() -> None:
    assert [packages_heading(count) for count in (0, 1, 5, 13)] == [
        "No sealed package received",
        "One sealed package received",
        "Five sealed packages received",
        "13 sealed packages received",
    ]


@pytest.mark.parametrize(
    ("seal", "words"),
    [
        ("matches", "seal matches"),
        ("older_core", "made with core 0.1, compared like for like"),
        ("broken", "seal broken: it was changed in this file"),
    ],
)
def test_a_package_says_how_its_seal_stands(seal: str, words: str) -> None:
    told = package_words(a_package(seal=seal, revision=2), TODAY)
    assert (told.system, told.state, told.day.replace("\u00a0", " ")) == ("Media #2", words, "10 Sep")


def test_a_side_that_is_asked_more_or_less_says_of_how_many() -> None:
    model = RoundModel()
    usual, other = an_entry("A", 41, 0), an_entry("B", 0, 0)
    quick = replace(other.answering, engineering=SideCount(given=0, asked=20)) if other.answering else None
    third = an_entry("C", 74, 35)
    model.set_rows(
        round_rows([RoundLine(entry=e) for e in (usual, replace(other, answering=quick), third)], TODAY)
    )
    assert [model.heading(column) for column in (SYSTEM, ENGINEERING, PRODUCT, DUE)] == [
        "System",
        "of 74",
        "of 35",
        "Due",
    ]
    assert [model.words(row, ENGINEERING) for row in model.rows] == ["41", "0 of 20", "74"]
    assert [model.words(row, PRODUCT) for row in model.rows] == ["–", "–", "35"]
