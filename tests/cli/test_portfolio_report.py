"""``report --portfolio``: two pages over all systems from a terminal."""

from pathlib import Path

import pypdfium2
import pytest
from commands import run_command


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_sample_makes_two_pages_with_the_ask_of_its_teams(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    ran = run_command(
        "report", "--portfolio", "2026-Q3", "-o", out, "--company", "Quillmere", "--workspace", sample
    )
    assert (ran.code, ran.out) == (0, f"{out}\n")
    first, second = pages_of(out)
    for words in ("Portfolio of 3 systems, 2026-Q3", "Draft: 1 assessment is open", "Quillmere"):
        assert words in first
    for words in ("The ask:", "Checkout", "Orders", "To decide and sign"):
        assert words in second


def test_paper_and_ink_are_chosen_as_for_one_system(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    options = ("--paper", "Letter", "--grey", "--json")
    ran = run_command("report", "--portfolio", "2026-Q3", "-o", out, *options, "--workspace", sample)
    assert ran.document == {"path": str(out)}
    document = pypdfium2.PdfDocument(out)
    try:
        assert document[0].get_size() == (612, 792)
    finally:
        document.close()


def test_the_same_quarter_makes_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run_command("report", "--portfolio", "2026-Q2", "-o", tmp_path / name, "--workspace", sample)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "A report needs REF, or --portfolio with a quarter."),
        (("Search@2026-Q3", "--portfolio", "2026-Q3"), "--portfolio is about all systems"),
        (("--portfolio", "last"), "“last” is no quarter."),
        (("--portfolio", "2026-Q3", "--target", "3"), "--target says something of one system"),
        (("--portfolio", "2026-Q3", "--audience", "archive"), "--audience says something of one system"),
        (("--portfolio", "2026-Q3", "--compare", "Search@2026-Q2"), "--compare says something of one system"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence_and_writes_nothing(
    sample: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    out = tmp_path / "portfolio.pdf"
    ran = run_command("report", *arguments, "-o", out, "--workspace", sample)
    assert ran.code == 2
    assert told in ran.err
    assert not out.exists()


def test_a_quarter_before_anything_was_assessed_leaves_the_old_file(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    out.write_bytes(b"what was there")
    ran = run_command("report", "--portfolio", "2019-Q1", "-o", out, "--workspace", sample)
    assert ran.code == 1
    assert "No system was assessed up to 2019-Q1. The first assessment is of 2025-Q4." in ran.err
    assert out.read_bytes() == b"what was there"
