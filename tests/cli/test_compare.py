"""``readiness compare``: the shape of contracts, and what a person reads."""

from pathlib import Path

import pytest
from commands import run_command

QUESTIONNAIRES = Path(__file__).resolve().parent.parent / "questionnaires"


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Two answers files of the worked example of domain §4.4, beside their questionnaires."""
    for number in (1, 2):
        file = QUESTIONNAIRES / f"lineage-{number}.yaml"
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    old = _answers(tmp_path, 1, "2026-Q2", "QA: {level: 2}, QB: {level: 1}, QC: {level: 2}, QD: {level: 3}")
    new = _answers(
        tmp_path,
        2,
        "2026-Q3",
        'QA-2: {level: 3, confidence: evidenced, evidence: ["a"]}, QB1: {level: 2}, QB2: {level: 1}, '
        "QC: {level: 2}, QE: {level: 1}",
    )
    return old, new


def _answers(folder: Path, number: int, period: str, agreed: str) -> Path:
    file = folder / f"answers-{number}.yaml"
    file.write_text(
        f"format: readiness-answers/1\nquestionnaire: lineage-{number}.yaml\nsystem: Checkout API\n"
        f"period: {period}\nagreed: {{{agreed}}}\n",
        encoding="utf-8",
    )
    return file


def test_the_document_is_the_worked_example_to_the_digit(both: tuple[Path, Path]) -> None:
    document = run_command("compare", *both, "--json").document
    assert document["as_reported"] == {"from": 51.5625, "to": 46.875, "delta": -4.6875}
    assert document["like_for_like"] == pytest.approx(12.5)
    assert [step["step"] for step in document["bridge"]] == [
        "removed",
        "scope",
        "now_known",
        "weights",
        "answers",
        "added",
    ]
    assert [step["delta"] for step in document["bridge"]] == pytest.approx(
        [-7.8125, 0, 0, -2.083333, 12.5, -7.291667], abs=1e-6
    )
    assert document["noise"]["verdict"] == "probable"
    assert document["noise"]["se"] == pytest.approx(9.08, abs=0.005)
    assert (document["matched"], document["not_comparable"]) == (4, [])
    assert (document["from"], document["to"]) == ("Checkout API@2026-Q2", "Checkout API@2026-Q3")


def test_a_person_reads_why_the_score_fell_while_the_team_improved(both: tuple[Path, Path]) -> None:
    ran = run_command("compare", *both)
    assert ran.code == 0
    words = " ".join(ran.out.split())
    assert "on the same questions the team probably improved by 12.5" in words
    assert "real answers +12.5" in words
    assert "QD 3 → – retired" in words


def test_quarters_of_the_workspace_are_compared_across_versions(sample: Path) -> None:
    document = run_command(
        "compare", "Search@2026-Q1", "Search@2026-Q2", "--workspace", sample, "--json"
    ).document
    reported = document["as_reported"]
    assert reported["delta"] < 0 < document["like_for_like"]
    assert sum(step["delta"] for step in document["bridge"]) == pytest.approx(reported["delta"])


def test_compared_with_itself_nothing_changed(sample: Path) -> None:
    again = ("Checkout API@2026-Q3", "Checkout API@2026-Q3")
    document = run_command("compare", *again, "--workspace", sample, "--json").document
    assert [step["delta"] for step in document["bridge"]] == [0.0] * 6
    assert document["like_for_like"] == 0.0


def test_two_systems_are_not_compared(sample: Path) -> None:
    ran = run_command("compare", "Search@2026-Q2", "Checkout API@2026-Q2", "--workspace", sample)
    assert (ran.code, ran.out) == (1, "")
    assert "of different systems" in ran.err


def test_one_reference_is_wrong_usage() -> None:
    assert run_command("compare", "Search@2026-Q2").code == 2
