"""A CSV that other tools read back whole, and that no spreadsheet takes for formulas."""

import csv
from io import StringIO

import pytest
from builders import a_planned_assessment, level, the_worked_example
from hostile import STRINGS, everywhere, shared_strings

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.exchange.results import score_json
from readiness.reports.book.csv_file import inert
from readiness.reports.codes import with_codes
from readiness.services.exporting import render_tables


def lines(given: Assessment) -> list[dict[str, str]]:
    text = render_tables(given, ".csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def taken_back(cell: str) -> str:
    """Read a text as the format says: one apostrophe at its beginning is not its own."""
    return cell.removeprefix("'")


def test_every_question_is_a_row_under_its_scores() -> None:
    given = the_worked_example()
    document = score_json(evaluate(given))
    rows = lines(given)

    assert [row["ID"] for row in rows] == list(given.questionnaire.by_id)
    context = ("System", "Period", "Revision", "Questionnaire")
    assert [rows[0][title] for title in context] == ["Checkout API", "2026-Q3", "1", "small@1.0"]
    assert {float(row["Score"]) for row in rows} == {document["score"]}
    topics = {topic["id"]: topic["score"] for pillar in document["pillars"] for topic in pillar["topics"]}
    assert {float(row["Topic score"]) for row in rows if row["Topic"] == "Qry"} == {topics["DAT.QRY"]}
    assert (rows[0]["Level"], rows[0]["Weight"], rows[2]["Level"]) == ("3", "4", "")


def test_it_begins_with_the_mark_that_excel_needs_and_not_with_an_id() -> None:
    content = render_tables(a_planned_assessment(), ".csv")

    assert content.startswith(b'\xef\xbb\xbf"System",')
    assert content.count(b"\xef\xbb\xbf") == 1


def test_a_long_note_is_whole() -> None:
    note = "word " * 8_000 + "\nend"
    rows = lines(a_planned_assessment({"ARC-01": level(2, note=note, note_for="report")}))

    assert rows[0]["Note"] == note


def test_room_notes_stay_out() -> None:
    assert lines(a_planned_assessment({"ARC-01": level(2, note="Between us.")}))[0]["Note"] == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 170 123", "'+49 170 123"),
        ("-5 points", "'-5 points"),
        ("@name", "'@name"),
        ("|pipe", "'|pipe"),
        ("%x", "'%x"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff20x", "'\uff20x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("'=1", "''=1"),
        ("'quoted", "''quoted"),
        ("a=1", "a=1"),
        ("00123", "00123"),
        ("", ""),
    ],
)
def test_what_looks_like_a_formula_gets_one_apostrophe(text: str, cell: str) -> None:
    assert inert(text) == cell
    assert taken_back(cell) == text


def check(text: str) -> None:
    row = lines(everywhere(text))[0]

    for title in ("Note", "Because", "Evidence"):
        assert taken_back(row[title]) == with_codes(text)
        assert row[title][:1] not in {"=", "+", "-", "@", "\t", "\r", "\uff1d", "|", "%"}


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_what_was_typed_comes_back(text: str) -> None:
    check(text)


@pytest.mark.shared
def test_the_shared_strings_come_back() -> None:
    for text in shared_strings().values():
        check(text)
