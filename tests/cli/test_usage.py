from pathlib import Path

import pytest
from commands import DATA, WORKED_EXAMPLE, run_command

from readiness import VERSION, paths
from readiness.cli import assessments
from readiness.cli.terminal import visible


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["score"],
        ["check"],
        ["score", "a", "b"],
        ["score", str(WORKED_EXAMPLE), "--target", "0"],
        ["score", str(WORKED_EXAMPLE), "--target", "-2"],
        ["score", str(WORKED_EXAMPLE), "--target", "nan"],
        ["score", str(WORKED_EXAMPLE), "--target", "1e999"],
        ["score", str(WORKED_EXAMPLE), "--target", "ten"],
        ["score", "Checkout API@2026"],
        ["score", "Checkout API@2026-Q5"],
        ["score", "@2026-Q3"],
        ["score", "Checkout API@2026-Q3#0"],
        ["report", str(WORKED_EXAMPLE)],
        ["report", str(WORKED_EXAMPLE), "-o", "report.docx"],
        ["export", str(WORKED_EXAMPLE), "-o", "answers.txt"],
        ["import", str(WORKED_EXAMPLE), "--merge", "both"],
        ["close", str(WORKED_EXAMPLE)],
        ["list", "--workspace", "postgresql://server/readiness"],
        ["list", "--work", "x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_one_message(arguments: list[str]) -> None:
    ran = run_command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(".\n")


def test_an_unknown_ending_names_those_there_are() -> None:
    ran = run_command("export", WORKED_EXAMPLE, "-o", "answers.docx")
    assert ".xlsx, .csv, .md, .json, .yaml, .yml" in ran.err


@pytest.mark.parametrize(
    "reference",
    ["no-such-file.yaml", "folder@home/file.yaml", "Checkout API", "x" * 5000, "a\0b"],
    ids=["file", "file with @", "no period", "too long", "nul"],
)
def test_a_reference_to_nothing_ends_with_1(reference: str) -> None:
    ran = run_command("score", reference)
    assert (ran.code, ran.out) == (1, "")
    assert "SYSTEM@PERIOD" in ran.err


def test_help_and_version_are_results() -> None:
    assert run_command("--version").code == 0
    assert run_command("score", "--help").code == 0


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    run_command("--version")
    assert capsys.readouterr().out == f"readiness {VERSION}\n"


def test_options_may_stand_before_the_command(sample: Path) -> None:
    assert run_command("--workspace", sample, "list", "--json").code == 0


def test_a_bug_is_told_in_one_sentence_with_its_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "logs")
    monkeypatch.setattr(assessments, "evaluate", _fail)
    ran = run_command("score", WORKED_EXAMPLE)
    log = tmp_path / "logs" / "readiness.log"
    assert (ran.code, ran.out) == (1, "")
    assert str(log) in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "no such luck" in log.read_text(encoding="utf-8")


def test_a_bug_is_told_even_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "logs").write_text("a file in the way", encoding="utf-8")
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "logs")
    monkeypatch.setattr(assessments, "evaluate", _fail)
    ran = run_command("score", WORKED_EXAMPLE)
    assert ran.code == 1
    assert "could not be written" in ran.err


def test_an_interruption_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(assessments, "evaluate", interrupted)
    ran = run_command("score", WORKED_EXAMPLE)
    assert ran.code == 1
    assert ran.err.startswith("Stopped.")


def test_text_cannot_steer_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\ttab") == "a⟨U+001B⟩[31mb⟨U+202E⟩c\ttab"


def test_a_steering_argument_is_shown_written_out() -> None:
    ran = run_command("score", "\x1b]0;title\x07@2026-Q9")
    assert "\x1b" not in ran.err
    assert "⟨U+001B⟩" in ran.err


def test_a_folder_is_no_answers_file(tmp_path: Path) -> None:
    ran = run_command("score", tmp_path)
    assert ran.code == 1
    assert str(tmp_path) in ran.err


def test_the_test_data_is_there() -> None:
    assert sorted(path.name for path in DATA.glob("*.yaml")) == ["small.yaml", "worked-example.yaml"]


def _fail(*_: object) -> None:
    message = "no such luck"
    raise ZeroDivisionError(message)
