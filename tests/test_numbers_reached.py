"""The table of SECURITY.md is made of what the heavy tests told, and nothing else of the document changes."""

from pathlib import Path

import numbers_reached
import pytest

SECURITY = Path(__file__).resolve().parent.parent / "SECURITY.md"


def test_parts_are_added_up_and_stand_by_promise() -> None:
    lines = [
        {"promise": 8, "what": "bits", "tried": 5000, "lost": 0},
        {"promise": 1, "what": "cuts", "tried": 500, "lost": 2},
        {"promise": 8, "what": "bits", "tried": 5000, "lost": 1},
    ]
    assert numbers_reached.table(lines).splitlines()[2:] == [
        "| 1 | cuts | 500 | 2 |",
        "| 8 | bits | 10,000 | 1 |",
    ]


def test_only_the_table_of_the_document_changes() -> None:
    before = SECURITY.read_text("utf-8")
    after = numbers_reached.with_table(before, "a table")
    assert after.partition(numbers_reached.BEGIN)[0] == before.partition(numbers_reached.BEGIN)[0]
    assert f"{numbers_reached.BEGIN}\n\na table\n\n{numbers_reached.END}\n" in after


def test_a_document_without_the_marks_is_refused() -> None:
    with pytest.raises(SystemExit, match="missing"):
        numbers_reached.with_table("# Nothing\n", "a table")
