"""``compare --json``: the shape of contracts, with domain.md §4.4 in it."""

import json

import pytest
from builders import all_at, an_assessment, level, unknown
from lineages import AFTER, BEFORE, flat, the_worked_comparison

from readiness.domain.comparison import compare
from readiness.domain.questionnaire import LineageChange
from readiness.exchange.comparisons import comparison_json


def test_the_worked_comparison_reads_as_the_contract_says() -> None:
    document = comparison_json(compare(*the_worked_comparison()))
    assert document["from"] == "Checkout API@2026-Q2"
    assert document["to"] == "Checkout API@2026-Q3"
    assert document["as_reported"] == {"from": 51.5625, "to": 46.875, "delta": -4.6875}
    assert document["like_for_like"] == pytest.approx(12.5)
    assert [(step["step"], round(step["delta"], 4)) for step in document["bridge"]] == [
        ("removed", -7.8125),
        ("scope", 0.0),
        ("now_known", 0.0),
        ("weights", -2.0833),
        ("answers", 12.5),
        ("added", -7.2917),
    ]
    assert document["noise"] == {"se": pytest.approx(9.08, abs=0.005), "verdict": "probable"}
    assert (document["matched"], document["not_comparable"]) == (4, [])
    assert document["questions"][0] == {
        "id": "QA-2",
        "change": "up",
        "from": 2,
        "to": 3,
        "weight": 4.0,
        "gate": False,
        "was": ["QA"],
    }
    assert document["counts"] == {"up": 2, "same": 2, "down": 0}


def test_it_is_plain_json_without_a_number_that_is_none() -> None:
    document = comparison_json(compare(*the_worked_comparison()))
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_where_nothing_matched_it_says_null_and_never_0() -> None:
    plain = flat("1.0", {"A": 1.0})
    before = an_assessment(plain, all_at(plain, level(1)), period=BEFORE)
    document = comparison_json(compare(before, an_assessment(plain, {"A": unknown()}, period=AFTER)))
    assert (document["bridge"], document["like_for_like"], document["noise"]) == ([], None, None)
    assert document["not_comparable"] == ["A"]
    row = document["questions"][0]
    assert (row["change"], row["from"], row["to"], row["cause"]) == ("now_unknown", 1, None, "unknown")


def test_the_mean_of_merged_levels_keeps_its_fraction() -> None:
    old = flat("1.0", {"A": 1.0, "B": 1.0})
    new = flat("2.0", {"C": 1.0}, LineageChange(merge=(("A", "B"), "C")), since="1.0")
    before = an_assessment(old, {"A": level(1), "B": level(2)}, period=BEFORE)
    row = comparison_json(compare(before, an_assessment(new, {"C": level(2)}, period=AFTER)))["questions"][0]
    assert (row["from"], row["to"], row["was"]) == (1.5, 2, ["A", "B"])
