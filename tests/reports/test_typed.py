"""What people type into any field reaches the report, the workbook, the tables and the tickets as typed."""

import csv
from io import BytesIO, StringIO

import paper
import pytest
from hostile import STRINGS, shared_strings
from openpyxl import load_workbook
from typed import ONE_LINE, Typed, typed_everywhere

from readiness.reports.codes import with_codes, with_plain_breaks
from readiness.reports.right_to_left import is_turned
from readiness.services.exporting import render_pdf, render_tables, render_tickets

EVERYWHERE = (
    "accepted role",
    "accepted why",
    "because",
    "company",
    "decision",
    "driver id",
    "driver peak",
    "driver unit",
    "evidence",
    "journey",
    "limit resource",
    "limit source",
    "limit unit",
    "note",
    "action title",
    "other role",
    "raise title",
    "reason",
    "role",
    "scope in",
    "scope out",
    "system",
    "target source",
)
"""What both the report and the workbook hold."""

REPORT = (
    *EVERYWHERE,
    "action owner",
    "lane",
    "old action",
    "old decision",
    "old owner",
    "old reason",
    "raise owner",
    "room note",
)
TELLING = ("formula", "tag", "arabic", "emoji", "override", "controls", "breaks")
PARTS = 9
"""The shared strings are many, and a report of each takes its time to be read back."""


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00a0", "")


def check_report(typed: Typed) -> None:
    """Every field stands in the report, as the structure tells it; nothing in it does anything."""
    pdf = render_pdf(typed.assessment, typed.options, None, typed.past)
    said = squeezed(paper.aloud(pdf))
    fields = (*REPORT, *(f"word {key}" for key in typed.past.words))

    if is_turned(typed.text):  # the marks of the fields stand where the breaks of their lines put them
        assert min(said.count(word) for word in paper.words_drawn(typed.text)) >= len(fields)
    else:
        assert [name for name in fields if paper.as_drawn(typed.in_field(name)) not in said] == []
    assert paper.images(pdf) == 0
    assert paper.outside(pdf) == []
    assert all(link.startswith(("http://", "https://")) for link in paper.links(pdf))


def check_workbook(typed: Typed) -> None:
    """Every field stands in a cell; the first letter of a sentence may have grown."""
    workbook = render_tables(typed.assessment, ".xlsx", typed.options, typed.past)
    cells = [cell for sheet in load_workbook(BytesIO(workbook)) for row in sheet.iter_rows() for cell in row]
    said = "\n".join(str(cell.value) for cell in cells if cell.value is not None).casefold()

    missing = [name for name in EVERYWHERE if with_plain_breaks(typed.in_field(name)).casefold() not in said]
    assert missing == []
    assert {cell.data_type for cell in cells} <= {"s", "n"}  # no formula, no link, no error


def check_tables(typed: Typed) -> None:
    """What a CSV holds comes back, with the apostrophe taken off that keeps it from being a formula."""
    table = render_tables(typed.assessment, ".csv", typed.options, typed.past).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(table, newline="")))
    cells = {cell.removeprefix("'") for row in rows for cell in row}
    for name in ("system", "note", "because", "evidence", "reason"):
        assert with_codes(typed.in_field(name)) in cells, name
    tickets = render_tickets(typed.assessment, "jira", typed.options, typed.past).decode()
    told = "\n".join(cell for row in csv.reader(StringIO(tickets, newline="")) for cell in row)
    for name in ("action owner", "raise owner"):
        assert with_plain_breaks(typed.in_field(name)) in told, name


@pytest.mark.parametrize("name", TELLING)
def test_every_field_reaches_the_report(name: str) -> None:
    check_report(typed_everywhere(STRINGS[name]))


@pytest.mark.parametrize("name", TELLING)
def test_every_field_reaches_workbook_and_tables(name: str) -> None:
    typed = typed_everywhere(STRINGS[name])
    check_workbook(typed)
    check_tables(typed)


@pytest.mark.shared
@pytest.mark.parametrize("part", range(PARTS))
def test_the_shared_strings_reach_all_of_them_in_every_field(part: int) -> None:
    for text in [*shared_strings().values()][part::PARTS]:
        typed = typed_everywhere(text)
        check_report(typed)
        check_workbook(typed)
        check_tables(typed)


def test_a_field_that_is_not_printed_would_be_missed() -> None:
    """The twin: each field has a mark of its own, so that the same text elsewhere does not stand for it."""
    typed = typed_everywhere("same")
    pdf = render_pdf(typed.assessment, typed.options, None, typed.past)

    assert paper.as_drawn("same") in squeezed(paper.aloud(pdf))
    assert paper.as_drawn(typed.in_field("nowhere")) not in squeezed(paper.aloud(pdf))
    assert len({typed.in_field(name) for name in REPORT}) == len(REPORT)
    assert set(ONE_LINE) > {"system", "company"}
