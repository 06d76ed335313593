"""A spreadsheet of any layout becomes a questionnaire; what cannot be taken is told by its cell."""

import struct
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook
from sheets_of_others import ANCHORS, FIRST, HEADERS, SECOND, TABLE, THIRD, as_csv, as_xlsx, with_part

from readiness.domain.questionnaire import LEVEL_NAMES, Questionnaire
from readiness.exchange.foreign import Foreign
from readiness.exchange.importers import read_foreign, read_with
from readiness.exchange.questionnaires import parse_questionnaire, write_questionnaire
from readiness.exchange.rows import MOST_COLUMNS, MOST_ROWS
from readiness.exchange.spreadsheet.archive import MOST_PARTS
from readiness.exchange.spreadsheet.importing import SpreadsheetImporter, read_sheets
from readiness.exchange.spreadsheet.mapping import Mapping, guess, headers_of, signature

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile"
SHEET = "xl/worksheets/sheet1.xml"


def nobody(_reference: str) -> Questionnaire | None:
    return None


def read(content: bytes | str, name: str = "Our review.xlsx") -> Foreign:
    return read_foreign(content if isinstance(content, bytes) else content.encode(), name, nobody)


def taken(content: bytes | str) -> tuple[Questionnaire, Foreign]:
    file = read(content)
    assert file.questionnaire is not None, file.faults
    return file.questionnaire, file


def codes(content: bytes | str) -> list[str]:
    return [fault.code for fault in read(content).faults]


def errors(text: str) -> list[str]:
    """Return what the linter calls an error in a file of ours."""
    faults = parse_questionnaire(text.encode())[1]
    return [fault.code for fault in faults if fault.severity == "error"]


def told(*rows: tuple[object, ...]) -> list[str]:
    return [fault.message for fault in read(as_xlsx((HEADERS, *rows))).faults]  # type: ignore[arg-type]  # cells


def changed(row: tuple[object, ...], header: str, value: object) -> tuple[object, ...]:
    place = HEADERS.index(header)
    return (*row[:place], value, *row[place + 1 :])


@pytest.mark.parametrize(
    "content",
    [
        as_xlsx(TABLE),
        as_csv(TABLE),
        as_csv(TABLE, ";"),
        as_csv(TABLE, "\t"),
        "sep=;\n" + as_csv(TABLE, ";"),
        as_csv(TABLE).encode("utf-8-sig"),
        as_csv(TABLE, "\t").encode("utf-16"),
        as_csv(TABLE).replace("\n", "\r\n"),
    ],
    ids=["xlsx", "csv", "semicolons", "tabs", "sep", "bom", "utf-16", "crlf"],
)
def test_the_same_table_says_the_same_however_it_was_saved(content: bytes | str) -> None:
    asks, file = taken(content)
    assert (asks.id, asks.title) == ("our-review", "Our review")
    assert [(p.id, p.name, len(p.questions)) for p in asks.pillars] == [
        ("DA", "Data", 2),
        ("NE", "Network", 1),
    ]
    assert [(q.id, q.weight, q.levels) for q in asks.questions] == [
        ("D-1", 5.0, ANCHORS),
        ("D-2", 3.0, ANCHORS),
        ("N-1", 1.0, ANCHORS),
    ]
    assert (file.answers["D-1"].level, file.answers["D-1"].note) == (2, "Since May")
    assert file.answers["D-2"].not_applicable == "No data of its own"
    assert file.answers["N-1"].level == 4, "an anchor is its level"
    assert file.faults == ()


def test_it_says_what_was_taken_for_what_and_what_was_not() -> None:
    _, file = taken(as_xlsx(TABLE))
    said = "\n".join(file.told)
    assert "Headers are in sheet “Review”, row 3." in said
    assert "Level given from J3 “Score”" in said
    assert "Not read: “Owner”." in said


def test_faults_name_their_cells_and_come_all_at_once() -> None:
    wrong = changed(changed(changed(FIRST, "Score", "often"), "Weight", "lots"), "No", "D 1/")
    gap = changed(SECOND, "2", None)
    double = changed(THIRD, "No", "D-2")
    assert told(wrong, gap, double) == [
        "B2: an id has letters, digits, dots, hyphens and underscores, and not “D 1/”",
        "D2: a weight is a number from 0 to 100, not “lots”",
        "J2: “often” is no level: write 0 to 4, the words of an anchor, “don’t know” or “not applicable”",
        "G3: the row has no anchor for level 2",
        "B4: the id “D-2” stands in row 3 already",
    ]


@pytest.mark.parametrize(
    ("said", "state", "level"),
    [
        (0, "level", 0),
        ("3.0", "level", 3),
        ("3/4", "level", 3),
        ("2 of 4", "level", 2),
        ("3: 2 of 5 teams", "level", 3),
        ("Level 3", "level", 3),
        ("2 - Partial", "level", 2),
        ("Proven", "level", 4),
        ("some", "level", 2),
        ("Don't know", "unknown", None),
        ("N/A", "not_applicable", None),
        ("-", "not_asked", None),
        (None, "not_asked", None),
    ],
)
def test_a_level_can_be_written_in_many_ways(said: object, state: str, level: int | None) -> None:
    _, file = taken(as_xlsx((HEADERS, changed(FIRST, "Score", said))))  # type: ignore[arg-type]  # a cell
    answer = file.answers["D-1"]
    assert (answer.state, answer.level, answer.note) == (state, level, "Since May")


@pytest.mark.parametrize(
    "said",
    [0.75, 3.5, "2,5", "1.5 - between", "3/10", "3 / 5", "3 of 5", "2 out of 10", "3 %", "2 - 3", "3–4"],
)
def test_what_is_no_whole_level_of_ours_is_never_taken_for_one(said: object) -> None:
    (fault,) = read(as_xlsx((HEADERS, changed(FIRST, "Score", said)))).faults  # type: ignore[arg-type]  # a cell
    assert fault.code == "not-a-level"


def test_two_anchors_that_say_the_same_keep_the_table_out_as_they_keep_out_a_file_of_ours() -> None:
    asked = "Question,0,1,2,3,4,Answer\nBackups?,No,Some,{},Most,All,most\n"
    (fault,) = read(asked.format("some.")).faults
    assert fault.as_line("x.csv") == (
        "x.csv:2:4: error: same-anchor: D2: levels 1 and 2 say the same, so nobody could choose between them"
    )
    asks, file = taken(asked.format("Half"))
    assert next(iter(file.answers.values())).level == 3
    anchors = asks.questions[0].levels
    ours = write_questionnaire(asks)
    assert errors(ours) == []
    assert errors(ours.replace(anchors[2], "some.")) == ["same-anchor"]


def test_two_choices_that_say_the_same_keep_the_table_out() -> None:
    asked = as_xlsx((("Question", "Choices"), ("Backups?", "No; Some; Most; some; All")))
    assert codes(asked) == ["same-anchor"]


def test_an_anchor_that_says_the_same_as_the_name_in_an_empty_cell_keeps_the_table_out() -> None:
    assert codes("Question,0,1,2,3,4\nBackups?,No,Partial,,Most,All\n") == ["missing-cell", "same-anchor"]


def test_a_table_in_which_nothing_weighs_anything_is_refused() -> None:
    assert codes("Question,Weight\nBackups?,0\nRestores?,0\n") == ["no-weight"]
    assert codes("Question,Weight\nBackups?,0\nRestores?,1\n") == []


def test_an_error_beside_the_table_keeps_nothing_out() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Question</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>Level</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Backups?</t></is></c>'
        '<c r="B3"><v>3</v></c><c r="H3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        "</sheetData></worksheet>"
    )
    _, file = taken(with_part(as_xlsx(TABLE), {SHEET: sheet.encode()}))
    assert not file.faults


def test_a_formula_that_came_to_an_empty_text_is_an_empty_cell() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Note</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Backups?</t></is></c>'
        '<c r="B2" t="str"><f>IF(C2="","",C2)</f><v></v></c></row>'
        "</sheetData></worksheet>"
    )
    _, file = taken(with_part(as_xlsx(TABLE), {SHEET: sheet.encode()}))
    assert not file.faults


@pytest.mark.parametrize("packed", [ZIP_BZIP2, ZIP_LZMA])
def test_what_unpacks_in_one_piece_is_refused_before_it_does(packed: int) -> None:
    out = BytesIO(as_xlsx(TABLE))
    with ZipFile(out, "a", packed) as archive:
        archive.writestr("xl/sharedStrings.xml.more", b" " * 100_000)
    assert codes(out.getvalue()) == ["not-a-safe-archive"]


def test_five_choices_in_one_cell_are_the_anchors() -> None:
    asks, _ = taken(as_xlsx((("Question", "Choices"), ("Backups?", "No; By hand; Some; Most; All"))))
    assert asks.questions[0].levels == ("No", "By hand", "Some", "Most", "All")
    assert codes(as_xlsx((("Question", "Choices"), ("Backups?", "No\nYes")))) == ["too-few"]


def test_a_list_of_questions_alone_is_enough_and_says_what_is_ours() -> None:
    asks, file = taken("Question,Owner\nBackups?,Kim\nRestores?,Lee\n")
    assert asks.questions[0].levels == LEVEL_NAMES
    assert asks.pillars[0].name == "Questions"
    said = "\n".join(file.told)
    assert "all questions stand in one" in said
    assert "levels are called Absent, Ad hoc, Partial, In place, Proven" in said
    assert "every question weighs 3" in said
    again, _ = taken("Question,Owner\nRestores?,Lee\nBackups?,Kim\n")
    assert set(asks.by_id) == set(again.by_id), "an id is made of its words"


def test_a_table_without_a_question_column_says_which_headers_it_has() -> None:
    (fault,) = read("Name,Town\nKim,Ulm\n").faults
    assert (fault.code, fault.line) == ("no-question-column", 1)
    assert "“Name”, “Town”" in fault.message


def test_the_sheet_with_the_most_known_headers_is_taken() -> None:
    other = (("Name", "Note"), ("Kim", "away"))
    content = as_xlsx(other, TABLE)
    sheets = read_sheets(content)
    mapping = guess(sheets)
    assert mapping is not None
    assert (mapping.sheet, mapping.header) == ("Second", 3)
    assert mapping.as_json(headers_of(sheets[1], 3))["columns"]["level_0"] == "0"
    first = Mapping(sheet="Review", header=1, columns={"question": 0})
    asked = read_with(SpreadsheetImporter(first), content, "x.xlsx", nobody).questionnaire
    assert asked is not None
    assert [question.prompt for question in asked.questions] == ["Kim"]


def test_a_table_is_known_again_by_its_headers_alone() -> None:
    assert signature(HEADERS) == signature(tuple(header.upper() for header in HEADERS))
    assert signature(HEADERS) != signature(HEADERS[:-1])


def test_a_formula_counts_as_what_it_came_to_and_is_never_run() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Level</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>CONCAT("a","b")</f><v>Backups?</v></c>'
        '<c r="B2"><f>1+1</f><v>3</v></c></row>'
        '<row r="3"><c r="A3"><f>HYPERLINK("x")</f></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        "</sheetData></worksheet>"
    )
    faults = read(with_part(as_xlsx(TABLE), {SHEET: sheet.encode()})).faults
    assert [fault.message for fault in faults] == [
        "A3: a formula whose result is not in the file; save it with its values",
        "B3: the cell shows #DIV/0!; put a text or a number there",
    ]
    sound = sheet.partition('<row r="3">')[0] + "</sheetData></worksheet>"
    asks, file = taken(with_part(as_xlsx(TABLE), {SHEET: sound.encode()}))
    assert asks.questions[0].prompt == "Backups?"
    assert next(iter(file.answers.values())).level == 3


def test_text_that_looks_like_a_formula_is_text() -> None:
    asks, _ = taken('Question,Note\n"=1+1","@SUM(A1)"\n')
    assert asks.questions[0].prompt == "=1+1"


def test_a_cell_in_the_last_corner_is_refused_at_once() -> None:
    book = Workbook()
    book.active["A1"] = "Question"
    book.active["XFD1048576"] = "far away"
    out = BytesIO()
    book.save(out)
    started = perf_counter()
    (fault,) = read(out.getvalue()).faults
    assert perf_counter() - started < 2
    assert fault.code == "too-large"
    assert "XFD1048576" in fault.message


def test_rows_columns_and_cells_are_counted() -> None:
    assert codes("Question,Note\n" + "a,b\n" * MOST_ROWS) == ["too-large"]
    assert codes("Question" + ",x" * MOST_COLUMNS + "\n") == ["too-large"]
    assert codes("Question,Note\n" + (",".join("x" * 250) + "\n") * 801) == ["too-large"]
    assert codes('Question\n"' + "x" * 40_000 + '"\n') == ["cell-too-long"]


def test_a_bomb_is_refused_while_it_unpacks() -> None:
    assert codes(with_part(as_xlsx(TABLE), {SHEET: b" " * (60 << 20)})) == ["too-large"]
    assert codes(with_part(as_xlsx(TABLE), {"xl/sharedStrings.xml": b"<a>" + b" " * (20 << 20)})) == [
        "too-large"
    ]


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    content = bytearray(with_part(as_xlsx(TABLE), {SHEET: b"x" * 100_000}))
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 24, 10)
    assert read(bytes(content)).questionnaire is None


@pytest.mark.parametrize(
    "name", ["../evil", "/evil", "xl\\evil", "C:/evil", "xl/../../evil", "XL/WORKBOOK.XML"]
)
def test_an_archive_with_a_name_that_leads_elsewhere_is_refused_whole(name: str) -> None:
    assert codes(with_part(as_xlsx(TABLE), {name: b"x"})) == ["not-a-safe-archive"]


def test_links_passwords_and_floods_of_parts_are_refused() -> None:
    out = BytesIO(as_xlsx(TABLE))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        link = ZipInfo("xl/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert codes(out.getvalue()) == ["not-a-safe-archive"]
    flood = with_part(as_xlsx(TABLE), {f"xl/{number}": b"" for number in range(MOST_PARTS)})
    assert codes(flood) == ["too-many-parts"]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        (SHEET, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document-type"),
        (SHEET, b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "document-type"),
        (SHEET, b"<a>" * 5000, "too-deep"),
        (SHEET, b"<worksheet><row>", "not-a-spreadsheet"),
        ("xl/workbook.xml", b"", "not-a-spreadsheet"),
        (SHEET, b'<w><row><c t="s"><v>99999999999</v></c><c t="str"><v>x</v></c></row></w>', "no-such-text"),
    ],
    ids=["entity", "external", "deep", "cut", "empty", "text"],
)
def test_what_no_spreadsheet_holds_is_refused(part: str, content: bytes, code: str) -> None:
    assert code in codes(with_part(as_xlsx(TABLE), {part: content}))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and no more", "not-a-spreadsheet"),
        (b"\xd0\xcf\x11\xe0old", "old-format"),
        (b"", "empty"),
        (b"\n\n,,\n", "empty"),
        ("Größe,Question".encode("latin-1"), "not-utf-8"),
        ("Question,Note\n".encode("utf-32"), "not-utf-8"),
        (b"\xff\xfeQ", "not-utf-8"),
        (b"Question,Note\n\x00,x\n", "control-character"),
    ],
    ids=["zip", "xls", "empty", "blank", "latin-1", "utf-32", "half", "nul"],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, code: str) -> None:
    assert codes(content) == [code]


@pytest.mark.shared
def test_the_hostile_archive_is_refused_whole() -> None:
    content = (HOSTILE / "archive" / "traversal.zip").read_bytes()
    assert codes(content) == ["not-a-safe-archive"]
