import json
from pathlib import Path

import pytest
from audits import unpacked, verify
from commands import SMALL, WORKED_EXAMPLE, run_command

from readiness.cli import files, reading
from readiness.exchange.bounded import read_content


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "mine.readiness"


def changed(tmp_path: Path, *replacements: tuple[str, str]) -> Path:
    text = WORKED_EXAMPLE.read_text(encoding="utf-8").replace("small.yaml", str(SMALL))
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "theirs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_questionnaire_is_new_once(workspace: Path) -> None:
    first = run_command("import", SMALL, "--workspace", workspace, "--json")
    assert first.document == {
        "kind": "questionnaire",
        "id": "small@1.0",
        "new": ["small@1.0"],
        "changed": [],
        "unchanged": [],
    }
    again = run_command("import", SMALL, "--workspace", workspace, "--json")
    assert (again.code, again.document["new"], again.document["unchanged"]) == (0, [], ["small@1.0"])


def test_an_imported_questionnaire_is_found_by_its_name(workspace: Path, tmp_path: Path) -> None:
    run_command("import", SMALL, "--workspace", workspace)
    answers = changed(tmp_path, (str(SMALL), "small@1.0"))
    assert run_command("check", answers, "--workspace", workspace).code == 0
    assert run_command("check", answers).code == 1


def test_answers_come_in_and_say_the_same_score(workspace: Path) -> None:
    ran = run_command("import", WORKED_EXAMPLE, "--workspace", workspace, "--json")
    assert ran.code == 0
    assert (ran.document["kind"], ran.document["id"]) == ("answers", "Checkout API@2026-Q3")
    assert len(ran.document["new"]) == 8
    inside = run_command("score", "Checkout API@2026-Q3", "--workspace", workspace, "--json").document
    assert inside == run_command("score", WORKED_EXAMPLE, "--json").document


def test_what_was_looked_at_is_taken_in_though_the_file_changes_meanwhile(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = changed(tmp_path)
    read: list[Path] = []

    def read_once(given: Path) -> bytes:
        content = read_content(given)
        if given == path:
            read.append(given)
            path.write_text("id: another\n", encoding="utf-8")
        return content

    monkeypatch.setattr(files, "read_content", read_once)
    monkeypatch.setattr(reading, "read_content", read_once)
    ran = run_command("import", path, "--workspace", workspace, "--json")
    assert (ran.code, ran.document["id"], read) == (0, "Checkout API@2026-Q3", [path])


def test_the_same_file_again_changes_nothing(workspace: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", workspace)
    again = run_command("import", WORKED_EXAMPLE, "--workspace", workspace, "--json")
    assert (again.code, again.document["new"], again.document["changed"]) == (0, [], [])


def test_differing_answers_are_listed_and_nothing_is_stored(workspace: Path, tmp_path: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", workspace)
    before = run_command("score", "Checkout API@2026-Q3", "--workspace", workspace, "--json").out
    theirs = changed(tmp_path, ("DAT-02: {level: 2}", "DAT-02: {level: 4}"))
    ran = run_command("import", theirs, "--workspace", workspace)
    assert (ran.code, ran.out) == (1, "")
    assert "DAT-02" in ran.err
    assert "--merge" in ran.err
    assert run_command("score", "Checkout API@2026-Q3", "--workspace", workspace, "--json").out == before


@pytest.mark.parametrize(("merge", "level"), [("mine", 2), ("theirs", 4)])
def test_merge_says_whose_answer_counts(workspace: Path, tmp_path: Path, merge: str, level: int) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", workspace)
    theirs = changed(tmp_path, ("DAT-02: {level: 2}", "DAT-02: {level: 4}"))
    ran = run_command("import", theirs, "--merge", merge, "--workspace", workspace, "--json")
    assert ran.code == 0
    out = tmp_path / "out.json"
    run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", workspace)
    assert json.loads(out.read_text(encoding="utf-8"))["agreed"]["DAT-02"]["level"] == level


def test_a_sealed_assessment_refuses_what_differs(workspace: Path, tmp_path: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", workspace)
    run_command("close", "Checkout API@2026-Q3", "--workspace", workspace)
    theirs = changed(tmp_path, ("DAT-02: {level: 2}", "DAT-02: {level: 4}"))
    ran = run_command("import", theirs, "--merge", "theirs", "--workspace", workspace)
    assert (ran.code, ran.out) == (1, "")
    assert "sealed" in ran.err
    assert run_command("verify", "--workspace", workspace).code == 0


@pytest.mark.parametrize("ending", ["yaml", "yml", "json"])
def test_an_export_says_the_same_score_again(sample: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"answers.{ending}"
    ran = run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample, "--json")
    assert (ran.code, ran.document) == (0, {"path": str(out)})
    from_file = run_command("score", out, "--json").document
    assert from_file == run_command("score", "Checkout API@2026-Q3", "--workspace", sample, "--json").document


def test_an_export_that_cannot_be_written_leaves_the_old_file(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "answers.yaml"
    out.write_text("what was there", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("readiness.exchange.atomic.os.write", full)
    ran = run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample)
    assert ran.code == 1
    assert "No space left on device" in ran.err
    assert out.read_text(encoding="utf-8") == "what was there"
    monkeypatch.undo()
    assert run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample).code == 0
    assert out.read_text(encoding="utf-8") != "what was there"


def test_an_export_into_a_missing_folder_is_refused(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "answers.yaml"
    ran = run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample)
    assert ran.code == 1
    assert "answers.yaml could not be written" in ran.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.xlsx", b"PK"),
        ("a.csv", b'\xef\xbb\xbf"System"'),
        ("a.md", b"# Checkout API, 2026-Q3"),
        ("a.YML", b"format: readiness-answers/1"),
    ],
)
def test_an_export_is_what_its_ending_says(sample: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    ran = run_command("export", "Checkout API@2026-Q3", "-o", tmp_path / name, "--workspace", sample)

    assert (ran.code, ran.out) == (0, f"{tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_seal_of_a_closed_assessment_is_exported(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample)
    head = run_command("verify", "--workspace", sample, "--json").document["head"]

    text = out.read_text(encoding="utf-8")
    assert "- **State:** Closed and sealed" in text
    assert "- **Seal:** " in text
    assert len(head) == len(text.partition("- **Seal:** ")[2].partition("\n")[0])


def test_another_ending_is_refused_with_those_there_are(sample: Path, tmp_path: Path) -> None:
    ran = run_command("export", "Checkout API@2026-Q3", "-o", tmp_path / "a.doc", "--workspace", sample)

    assert ran.code == 2
    assert (
        "Endings there are: .xlsx, .csv, .md, .json, .yaml, .yml, .jira.csv, .gitlab.csv, .linear.csv, .ics, "
        ".pptx, .readiness-package, .audit.zip."
    ) in ran.err


@pytest.mark.parametrize("ending", ["pptx", "ics", "jira.csv", "gitlab.csv", "linear.csv"])
def test_slides_dates_and_tickets_are_written_by_the_name(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"roadmap.v2.{ending}"
    ran = run_command("export", WORKED_EXAMPLE, "-o", out, "--json")
    assert (ran.code, ran.document) == (0, {"path": str(out)})
    assert out.read_bytes().startswith({"pptx": b"PK", "ics": b"BEGIN:VCALENDAR"}.get(ending, b'"'))


def test_a_roadmap_without_anything_planned_says_what_to_do(tmp_path: Path) -> None:
    answers = changed(tmp_path)
    text = answers.read_text(encoding="utf-8")
    answers.write_text(text[: text.index("agreed:")], encoding="utf-8")
    ran = run_command("export", answers, "-o", tmp_path / "roadmap.jira.csv")
    assert ran.code == 1
    assert "Nothing is planned" in ran.err
    assert not (tmp_path / "roadmap.jira.csv").exists()


def test_an_audit_file_checks_itself(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "ours.audit.zip"
    ran = run_command("export", "Checkout API@2026-Q3", "-o", out, "--workspace", sample, "--json")
    assert (ran.code, ran.document) == (0, {"path": str(out)})
    told = verify(unpacked(out.read_bytes(), tmp_path / "out"))
    assert (told.code, told.failed) == (0, [])


def test_a_file_has_no_trail(tmp_path: Path) -> None:
    ran = run_command("export", WORKED_EXAMPLE, "-o", tmp_path / "out.audit.zip")
    assert (ran.code, "only a workspace knows how its answers came about" in ran.err) == (2, True)


def test_an_archive_of_another_name_is_no_audit_file(sample: Path, tmp_path: Path) -> None:
    ran = run_command("export", "Checkout API@2026-Q3", "-o", tmp_path / "out.zip", "--workspace", sample)
    assert (ran.code, ".audit.zip" in ran.err) == (2, True)
