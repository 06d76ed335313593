from pathlib import Path

import pypdfium2
import pytest
from commands import WORKED_EXAMPLE, run_command

from readiness import paths
from readiness.services.preferences import Preferences, Settings


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage() for page in document]
        return "\n".join(page.get_text_bounded() for page in pages)
    finally:
        document.close()


def test_a_report_of_the_sample_says_the_verdict(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    ran = run_command(
        "report", "Checkout API@2026-Q3", "-o", out, "--company", "Quillmere", "--workspace", sample
    )
    assert (ran.code, ran.out) == (0, f"{out}\n")
    text = text_of(out)
    for words in ("Tested to 1.5×", "First known limit 1.3×", "Quillmere", "2026-Q3"):
        assert words in text


def test_a_report_of_a_file_needs_no_workspace(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    assert run_command("report", WORKED_EXAMPLE, "-o", out, "--json").document == {"path": str(out)}
    assert "Checkout API" in text_of(out)
    assert not paths.default_workspace().exists()


def test_the_same_assessment_makes_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run_command("report", "Search@2026-Q3", "-o", tmp_path / name, "--workspace", sample)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_company_of_the_settings_is_printed_unless_another_is_given(tmp_path: Path) -> None:
    Preferences(paths.settings_file()).write(Settings(company="Thornwick"))
    run_command("report", WORKED_EXAMPLE, "-o", tmp_path / "own.pdf")
    run_command("report", WORKED_EXAMPLE, "-o", tmp_path / "other.pdf", "--company", "Quillmere")
    assert "Thornwick" in text_of(tmp_path / "own.pdf")
    assert "Thornwick" not in text_of(tmp_path / "other.pdf")


def test_another_target_is_reported(tmp_path: Path) -> None:
    run_command("report", WORKED_EXAMPLE, "-o", tmp_path / "report.pdf", "--target", "7")
    assert "7×" in text_of(tmp_path / "report.pdf")


@pytest.mark.parametrize("reference", ["Nothing@2026-Q3", "nothing.yaml"])
def test_a_report_of_nothing_leaves_the_old_file(sample: Path, tmp_path: Path, reference: str) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"what was there")
    ran = run_command("report", reference, "-o", out, "--workspace", sample)
    assert (ran.code, ran.out) == (1, "")
    assert out.read_bytes() == b"what was there"


def test_a_full_disk_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"what was there")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("readiness.exchange.atomic.os.write", full)
    ran = run_command("report", WORKED_EXAMPLE, "-o", out)
    assert ran.code == 1
    assert "No space left on device" in ran.err
    assert out.read_bytes() == b"what was there"
    monkeypatch.undo()
    assert run_command("report", WORKED_EXAMPLE, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_report_looks_back_at_the_quarter_before(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    run_command("report", "Checkout API@2026-Q3", "-o", out, "--workspace", sample)
    text = " ".join(text_of(out).split())
    assert "Changes since 2026-Q2" in text
    assert "Promise check: four of eight kept, three moved a level" in text


def test_a_report_is_held_against_the_quarter_that_is_named(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    run_command(
        *("report", "Checkout API@2026-Q2", "-o", out, "--compare", "Checkout API@2025-Q4"),
        *("--workspace", sample),
    )
    assert "Changes since 2025-Q4" in text_of(out)


def test_another_system_is_refused_and_leaves_the_old_file(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"what was there")
    ran = run_command(
        "report", "Checkout API@2026-Q3", "-o", out, "--compare", "Search@2026-Q2", "--workspace", sample
    )
    assert ran.code == 1
    assert "different systems" in ran.err
    assert out.read_bytes() == b"what was there"


def test_leadership_gets_fewer_pages_and_no_lanes(sample: Path, tmp_path: Path) -> None:
    for audience in ("leadership", "archive"):
        run_command(
            *("report", "Checkout API@2026-Q3", "-o", tmp_path / f"{audience}.pdf"),
            *("--audience", audience, "--paper", "Letter", "--grey", "--workspace", sample),
        )
    short, whole = (text_of(tmp_path / f"{audience}.pdf") for audience in ("leadership", "archive"))
    assert len(short) < len(whole) / 2
    assert "Two views" in whole
    assert "Two views" not in short
