"""A custom lens from the command line: checked, taken in, answered, scored, compared, printed, given out."""

import json
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, run_command
from lenses import a_lens, as_file, backups


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "mine.readiness"


def lens_in(tmp_path: Path, lens: dict[str, Any] | None = None, name: str = "lens.json") -> Path:
    path = tmp_path / name
    path.write_bytes(as_file(lens or a_lens(backups())))
    return path


def answers_in(tmp_path: Path, questionnaire: str, period: str, *ticked: str) -> Path:
    path = tmp_path / f"{period}.json"
    document = {
        "format": "readiness-answers/1",
        "questionnaire": questionnaire,
        "system": "Shop",
        "period": period,
        "agreed": {"backups": {"ticked": ticked}},
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def taken_in(workspace: Path, path: Path, *options: str) -> Ran:
    return run_command("import", path, "--workspace", workspace, "--json", *options)


def test_a_lens_is_new_once(workspace: Path, tmp_path: Path) -> None:
    first = taken_in(workspace, lens_in(tmp_path))
    assert first.document == {
        "kind": "questionnaire",
        "id": "small-lens@1.0",
        "new": ["backups"],
        "changed": [],
        "unchanged": [],
    }
    assert "1 pillar, 1 question, 3 practices; equal weights" in first.err
    again = taken_in(workspace, lens_in(tmp_path))
    assert (again.document["new"], again.document["unchanged"]) == ([], ["backups"])
    plain = run_command("import", lens_in(tmp_path), "--workspace", workspace)
    assert plain.out == "small-lens@1.0: 0 new, 0 changed, 1 unchanged\n"
    listed = run_command("list", "--workspace", workspace, "--json").document["questionnaires"]
    assert {"id": "small-lens", "version": "1.0", "origin": "imported"} in listed


def test_a_preview_stores_nothing(workspace: Path, tmp_path: Path) -> None:
    taken_in(workspace, lens_in(tmp_path))
    other = lens_in(tmp_path, a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK"))))
    looked = taken_in(workspace, other, "--preview")
    assert (looked.document["id"], looked.document["changed"]) == ("small-lens@2.0", ["backups"])
    assert "A major version after 1.0" in looked.err
    listed = run_command("list", "--workspace", workspace).out
    assert "small-lens@2.0" not in listed


def test_every_fault_is_listed_with_its_line_and_no_workspace_is_made(
    workspace: Path, tmp_path: Path
) -> None:
    lens = a_lens(backups(("taken &&", "NO_RISK"), ("taken", "LOW"), ("default", "HIGH_RISK")))
    path = tmp_path / "lens.json"
    path.write_text(json.dumps(lens, indent=1), encoding="utf-8")
    refused = run_command("import", path, "--workspace", workspace)
    assert refused.code == 1
    told = [line for line in refused.err.splitlines() if line.startswith(f"{path}:")]
    assert [line.split(": ")[2] for line in told] == ["not-a-condition", "not-one-of"]
    assert all(int(line.split(":")[1]) > 1 for line in told)
    assert not workspace.exists()


def test_a_lens_is_answered_scored_compared_printed_and_sealed(workspace: Path, tmp_path: Path) -> None:
    taken_in(workspace, lens_in(tmp_path))
    for period, ticked in (("2026-Q2", ("taken",)), ("2026-Q3", ("taken", "restored"))):
        answers = answers_in(tmp_path, "small-lens@1.0", period, *ticked)
        assert taken_in(workspace, answers).document["new"] == ["backups"]
    scores = [
        run_command("score", f"Shop@{period}", "--workspace", workspace, "--json").document["score"]
        for period in ("2026-Q2", "2026-Q3")
    ]
    assert scores == [50.0, 100.0]
    held = run_command("compare", "Shop@2026-Q2", "Shop@2026-Q3", "--workspace", workspace, "--json").document
    assert held["questions"][0]["change"] == "up"
    pdf = tmp_path / "report.pdf"
    assert run_command("report", "Shop@2026-Q3", "-o", pdf, "--workspace", workspace).code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    out = tmp_path / "out.json"
    run_command("export", "Shop@2026-Q3", "-o", out, "--workspace", workspace)
    assert json.loads(out.read_text(encoding="utf-8"))["agreed"]["backups"]["ticked"] == ["taken", "restored"]
    assert taken_in(workspace, out).document["unchanged"] == ["backups"]
    assert run_command("close", "Shop@2026-Q3", "--workspace", workspace).code == 0
    assert run_command("verify", "--workspace", workspace).code == 0


def test_an_answers_file_may_name_the_lens_beside_it(tmp_path: Path) -> None:
    lens_in(tmp_path)
    answers = answers_in(tmp_path, "lens.json", "2026-Q3", "taken")
    assert run_command("check", answers).code == 0
    assert run_command("score", answers, "--json").document["score"] == 50.0


def test_a_lens_goes_out_as_it_came(workspace: Path, tmp_path: Path) -> None:
    lens = a_lens({**backups(), "title": "Backups; all of them"}, _note="kept")
    taken_in(workspace, lens_in(tmp_path, lens))
    out = tmp_path / "out.json"
    assert run_command("export", "small-lens@1.0", "-o", out, "--workspace", workspace).code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == lens
    ran = run_command("export", "small-lens@1.0", "-o", out, "--for-upload", "--workspace", workspace)
    assert "“Backups; all of them” is written “Backups, all of them”" in ran.err
    assert (
        run_command("export", "small-lens@1.0", "-o", tmp_path / "a.yaml", "--workspace", workspace).code == 2
    )


def test_a_shipped_questionnaire_goes_out_as_yaml(tmp_path: Path) -> None:
    out = tmp_path / "core.yaml"
    assert run_command("export", "scalability@1.0", "-o", out).code == 0
    assert run_command("check", out).code == 0


def test_what_is_no_lens_takes_no_option_of_one(workspace: Path, tmp_path: Path) -> None:
    core = tmp_path / "core.yaml"
    run_command("export", "scalability@1.0", "-o", core)
    assert run_command("import", core, "--version-name", "v2", "--workspace", workspace).code == 2
    taken_in(workspace, lens_in(tmp_path))
    taken_in(workspace, answers_in(tmp_path, "small-lens@1.0", "2026-Q3", "taken"))
    out = tmp_path / "out.json"
    assert (
        run_command("export", "Shop@2026-Q3", "-o", out, "--for-upload", "--workspace", workspace).code == 2
    )
