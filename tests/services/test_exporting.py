"""Files made of an assessment: whole or not at all, under names that every system takes."""

import os
from pathlib import Path

import paper
import pytest
from builders import LINK, a_planned_assessment, level

from readiness.domain.outcome import evaluate
from readiness.errors import OutputError
from readiness.exchange.answers import parse_answers
from readiness.reports.options import ReportOptions
from readiness.services.exporting import (
    Ending,
    export_answers,
    export_file,
    export_pdf,
    render_pdf,
    render_tables,
    suggest_name,
)

GIVEN = a_planned_assessment({"DAT-01": level(1, "evidenced", note="Room only.")})


def test_the_report_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    assert export_pdf(GIVEN, target) == target
    assert target.read_bytes() == render_pdf(GIVEN)
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_options_reach_the_page(tmp_path: Path) -> None:
    target = export_pdf(
        GIVEN, tmp_path / "report.pdf", ReportOptions(company="Quillmere", pages=("summary",))
    )
    (page,) = paper.drawn(target.read_bytes())

    assert "Quillmere. Scalability readiness 1.0" in page


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        export_pdf(GIVEN, tmp_path / "absent" / "report.pdf")


@pytest.mark.parametrize("name", ["answers.yaml", "answers.json", "answers.JSON"])
def test_answers_are_read_back_with_the_same_result(tmp_path: Path, name: str) -> None:
    target = export_answers(GIVEN, tmp_path / name)
    read, _, faults = parse_answers(target.read_bytes(), name, lambda _: GIVEN.questionnaire)

    assert [fault for fault in faults if fault.severity == "error"] == []
    assert read is not None
    assert evaluate(read).score == evaluate(GIVEN).score
    assert read.agreed["DAT-01"].evidence == (LINK,)


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("Checkout API", "Checkout API 2026-Q3 readiness.pdf"),
        ("../../etc/cron.d/x", "etc cron.d x 2026-Q3 readiness.pdf"),
        ("CON", "CON_ 2026-Q3 readiness.pdf"),
        ("name. ", "name 2026-Q3 readiness.pdf"),
        ("a:b<c>d|e?f*g\\h", "a b c d e f g h 2026-Q3 readiness.pdf"),
        ("a\x00b\u202ec", "a b c 2026-Q3 readiness.pdf"),
        ("..", "System 2026-Q3 readiness.pdf"),
        ("   ", "System 2026-Q3 readiness.pdf"),
        ("R&D Q&A", "R&D Q&A 2026-Q3 readiness.pdf"),
        ("Cafe\u0301", "Caf\u00e9 2026-Q3 readiness.pdf"),
    ],
)
def test_suggested_names_are_safe_everywhere(system: str, name: str) -> None:
    assert suggest_name(a_planned_assessment(system=system)) == name


@pytest.mark.parametrize("system", ["x" * 300, "é" * 200, "可" * 200, "🚀" * 200])
def test_suggested_names_are_never_too_long(system: str) -> None:
    name = suggest_name(a_planned_assessment(system=system, revision=12), "yaml")

    assert name.endswith(" 2026-Q3 r12 answers.yaml")
    assert len(name) <= 80
    assert len(name.encode()) <= 200


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".md"])
def test_tables_are_the_same_bytes_every_time(tmp_path: Path, ending: str) -> None:
    options = ReportOptions(company="Quillmere")
    target = export_file(GIVEN, tmp_path / f"a{ending.upper()}", options)

    assert target.read_bytes() == render_tables(GIVEN, ending, options)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.md", "a.yaml", "a.json"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"old")
    room = [100, 0]
    write = os.write

    def fill(descriptor: int, content: bytes | memoryview) -> int:
        left = room.pop(0)
        if not left:
            raise OSError(28, "No space left on device")
        return write(descriptor, bytes(content)[:left])

    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(OutputError, match="No space left on device"):
        export_file(GIVEN, target)

    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_the_company_and_the_seal_are_in_every_table_for_people() -> None:
    options = ReportOptions(company="Quillmere", seal="acec35a4")
    sealed = a_planned_assessment(sealed=True)
    text = render_tables(sealed, ".md", options).decode("utf-8")

    assert "- **Organisation:** Quillmere" in text
    assert "- **Seal:** acec35a4" in text
    assert "Draft" not in text


def test_another_target_is_judged_everywhere() -> None:
    text = render_tables(GIVEN, ".md", ReportOptions(target=2.0)).decode("utf-8")

    assert "| Mark for 2× |" in text


@pytest.mark.parametrize("ending", ["xlsx", "md", "csv"])
def test_a_suggested_name_says_what_is_in_it(ending: Ending) -> None:
    kind = "answers" if ending == "csv" else "readiness"

    assert suggest_name(GIVEN, ending) == f"Checkout API 2026-Q3 {kind}.{ending}"
