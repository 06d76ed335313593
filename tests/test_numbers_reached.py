"""The table of SECURITY.md is made of what the heavy tests told, and nothing else of the document changes."""

from pathlib import Path

import numbers_reached
import pytest

SECURITY = Path(__file__).resolve().parent.parent / "SECURITY.md"


def told(promise: int, what: str, tried: int, lost: int, counts: str = "release") -> dict[str, object]:
    return {"promise": promise, "what": what, "tried": tried, "lost": lost, "counts": counts}


def test_parts_are_added_up_and_stand_by_promise() -> None:
    parts = told(8, "bits", 5000, 0), told(1, "cuts", 500, 2), told(8, "bits", 5000, 1)
    rows = numbers_reached.rows_of(parts)
    assert numbers_reached.table(rows).splitlines()[2:] == [
        "| 1 | cuts | 500 | 2 | release |",
        "| 8 | bits | 10,000 | 1 | release |",
    ]


def test_what_was_not_tried_again_stays_and_what_was_is_replaced() -> None:
    rows = numbers_reached.rows_of([told(8, "bits", 5000, 0), told(1, "cuts", 5000, 2)])
    again = numbers_reached.rows_in(numbers_reached.table(rows))
    assert again == rows
    newer = numbers_reached.rows_of([told(8, "bits", 30, 0, "submission")])
    assert numbers_reached.table({**again, **newer}).splitlines()[2:] == [
        "| 1 | cuts | 5,000 | 2 | release |",
        "| 8 | bits | 30 | 0 | submission |",
    ]


def test_the_document_has_a_row_of_each_promise_that_is_tried() -> None:
    rows = numbers_reached.rows_in(SECURITY.read_text("utf-8"))
    assert {promise for promise, _ in rows} >= {1, 2, 5, 8, 9, 10, 11, 13, 15, 16, 17, 23}


def test_only_the_table_of_the_document_changes() -> None:
    before = SECURITY.read_text("utf-8")
    after = numbers_reached.with_table(before, "a table")
    assert after.partition(numbers_reached.BEGIN)[0] == before.partition(numbers_reached.BEGIN)[0]
    assert f"{numbers_reached.BEGIN}\n\na table\n\n{numbers_reached.END}\n" in after


def test_a_document_without_the_marks_is_refused() -> None:
    with pytest.raises(SystemExit, match="missing"):
        numbers_reached.with_table("# Nothing\n", "a table")
