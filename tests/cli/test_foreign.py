"""``readiness import`` of what others made: a preview, past answers, and no change the second time."""

import json
from pathlib import Path

import pytest
from commands import SMALL, run_command
from reviews import BACKUPS, NONE, USUAL, a_review, asked
from sheets_of_others import TABLE, as_csv, as_xlsx

LENSES = Path(__file__).resolve().parents[3] / "shared" / "data" / "lenses"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "mine.readiness"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.csv"
    path.write_bytes(USUAL)
    return path


def test_a_review_comes_in_with_its_answers_and_a_first_trend_exists(workspace: Path, review: Path) -> None:
    done = run_command("import", review, "--system", "Shop", "--workspace", workspace, "--json")
    assert (done.document["kind"], done.document["id"]) == ("answers", "Shop@2025-Q4")
    assert len(done.document["new"]) == 3
    assert "Level by the share" in done.err
    score = run_command("score", "Shop@2025-Q4", "--workspace", workspace, "--json").document
    assert score["score"] == pytest.approx(25.0), "half of one, none of the other, one that is not scored"
    later = a_review(
        asked("How are backups made?", *BACKUPS[:3]),
        asked(
            "How is load shed?", "Queues are bounded.", answers=("Queues are bounded.", "Retries back off.")
        ),
    )
    review.write_bytes(later)
    run_command("import", review, "--system", "Shop", "--period", "2026-Q1", "--workspace", workspace)
    held = run_command("compare", "Shop@2025-Q4", "Shop@2026-Q1", "--workspace", workspace, "--json").document
    assert {one["change"] for one in held["questions"]} >= {"up"}


def test_the_same_review_again_changes_nothing(workspace: Path, review: Path) -> None:
    for _ in range(2):
        done = run_command("import", review, "--system", "Shop", "--workspace", workspace, "--json")
    assert (done.document["new"], done.document["changed"]) == ([], [])
    assert len(done.document["unchanged"]) == 3
    listed = run_command("list", "--workspace", workspace, "--json").document
    assert [one["id"] for one in listed["questionnaires"]].count("shop-review@1.0") <= 1


def test_a_later_export_of_the_same_questions_is_no_new_version(workspace: Path, review: Path) -> None:
    run_command("import", review, "--system", "Shop", "--workspace", workspace)
    review.write_bytes(USUAL.replace(b"Shop review - Nov 17, 2025", b"Shop in spring - Mar 1, 2026"))
    done = run_command("import", review, "--system", "Shop", "--workspace", workspace, "--json")
    assert done.document["id"] == "Shop@2026-Q1"
    only = run_command("import", review, "--workspace", workspace, "--json").document
    assert (only["id"], only["new"], only["changed"]) == ("shop-review@1.0", [], [])


def test_a_review_without_a_system_is_a_questionnaire_alone(workspace: Path, review: Path) -> None:
    run_command("import", SMALL, "--workspace", workspace)
    looked = run_command("import", review, "--preview", "--workspace", workspace, "--json")
    assert len(looked.document["new"]) == 3
    assert "It brings 3 past answers." in looked.err
    assert "shop-review" not in run_command("list", "--workspace", workspace).out
    done = run_command("import", review, "--workspace", workspace, "--json").document
    assert (done["kind"], done["id"]) == ("questionnaire", "shop-review@1.0")
    listed = run_command("list", "--workspace", workspace, "--json").document
    assert listed["systems"] == []


def test_where_answers_differ_somebody_has_to_say_whose_count(workspace: Path, review: Path) -> None:
    run_command("import", review, "--system", "Shop", "--workspace", workspace)
    changed = USUAL.replace(f",{BACKUPS[1]},".encode() + BACKUPS[1].encode(), f",{BACKUPS[1]},".encode())
    review.write_bytes(changed)
    refused = run_command("import", review, "--system", "Shop", "--workspace", workspace)
    assert refused.code == 1
    assert "--merge mine" in refused.err
    done = run_command(
        "import", review, "--system", "Shop", "--merge", "theirs", "--workspace", workspace, "--json"
    )
    assert len(done.document["changed"]) == 1


def test_a_sealed_quarter_takes_nothing_in(workspace: Path, review: Path) -> None:
    run_command("import", review, "--system", "Shop", "--workspace", workspace)
    run_command("close", "Shop@2025-Q4", "--workspace", workspace)
    review.write_bytes(a_review(asked("How are backups made?", NONE)))
    assert run_command("import", review, "--system", "Shop", "--workspace", workspace).code == 1
    assert run_command("verify", "--workspace", workspace).code == 0


def test_every_fault_is_listed_and_no_workspace_is_made(workspace: Path, review: Path) -> None:
    review.write_bytes(a_review(("Reliability,,Backups,,", "Reliability,Backups?,Taken,Maybe,")))
    refused = run_command("import", review, "--workspace", workspace)
    told = [line for line in refused.err.splitlines() if line.startswith(f"{review}:")]
    assert [line.split(": ")[2] for line in told] == ["missing-cell", "not-the-answer"]
    checked = run_command("check", review)
    assert (checked.code, checked.out.count("missing-cell")) == (1, 1)
    assert not workspace.exists()


def test_a_review_goes_out_as_it_came(workspace: Path, review: Path, tmp_path: Path) -> None:
    run_command("import", review, "--workspace", workspace)
    out = tmp_path / "out.csv"
    assert run_command("export", "shop-review@1.0", "-o", out, "--workspace", workspace).code == 0
    assert out.read_bytes() == USUAL
    as_yaml = run_command("export", "shop-review@1.0", "-o", tmp_path / "a.yaml", "--workspace", workspace)
    assert as_yaml.code == 2
    assert "written as CSV" in as_yaml.err


def test_wrong_usage_of_the_options_is_told(workspace: Path, review: Path, tmp_path: Path) -> None:
    in_it = ("--workspace", workspace)
    assert run_command("import", review, "--period", "2026-Q1", *in_it).code == 2
    assert run_command("import", review, "--system", "Shop", "--period", "soon", *in_it).code == 2
    assert run_command("import", review, "--merge", "mine", *in_it).code == 2
    assert run_command("import", review, "--map", review, *in_it).code == 2
    undated = tmp_path / "undated.csv"
    undated.write_bytes(USUAL.replace(b"Shop review - Nov 17, 2025 - 2:38:53 AM", b"first-run"))
    refused = run_command("import", undated, "--system", "Shop", *in_it)
    assert (refused.code, "--period YYYY-Qn" in refused.err) == (2, True)
    assert not workspace.exists() or run_command("list", *in_it, "--json").document["systems"] == []


def test_a_spreadsheet_comes_in_and_says_what_was_taken_for_what(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "Our review.xlsx"
    path.write_bytes(as_xlsx(TABLE))
    done = run_command(
        "import", path, "--system", "Shop", "--period", "2026-Q3", "--workspace", workspace, "--json"
    )
    assert (done.document["id"], done.document["new"]) == ("Shop@2026-Q3", ["D-1", "D-2", "N-1"])
    assert "Question from C3 “Question”" in done.err
    assert "Not read: “Owner”." in done.err
    assert "as a file for --map:" in done.err
    again = run_command("import", path, "--workspace", workspace, "--json").document
    assert (again["new"], again["changed"]) == ([], [])
    assert (
        run_command("export", "our-review@1.0", "-o", tmp_path / "a.yaml", "--workspace", workspace).code == 0
    )


def test_the_mapping_that_was_told_can_be_given_back_and_changed(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "Our review.csv"
    path.write_text(as_csv(TABLE), encoding="utf-8")
    run_command("import", SMALL, "--workspace", workspace)
    looked = run_command("import", path, "--preview", "--workspace", workspace)
    told = next(line for line in looked.err.splitlines() if "--map:" in line).partition("--map: ")[2]
    mapping = json.loads(told)
    mapping["columns"]["why"] = "Owner"
    given = tmp_path / "map.json"
    given.write_text(json.dumps(mapping), encoding="utf-8")
    done = run_command("import", path, "--map", given, "--workspace", workspace, "--json")
    assert done.code == 0
    assert "Why it matters from L3 “Owner”" in done.err
    assert "as a file for --map:" not in done.err
    given.write_text('{"columns": {"qestion": "C", "pillar": "Nowhere"}}', encoding="utf-8")
    refused = run_command("import", path, "--map", given, "--workspace", workspace)
    assert "did you mean “question”?" in refused.err
    assert "“Nowhere” is no header" in refused.err


def test_a_later_spreadsheet_is_a_version_of_the_one_before(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "Review Q3.csv"
    path.write_text(as_csv(TABLE), encoding="utf-8")
    run_command("import", path, "--workspace", workspace)
    later = tmp_path / "Review Q4.csv"
    later.write_text(as_csv(TABLE).replace("Is latency measured?", "Is latency known?"), encoding="utf-8")
    done = run_command("import", later, "--workspace", workspace, "--json").document
    assert done["id"] == "review-q3@1.1"


@pytest.mark.shared
def test_a_real_review_comes_in_scores_and_goes_out_word_for_word(workspace: Path, tmp_path: Path) -> None:
    path = next(LENSES.glob("Azure__*.csv"))
    done = run_command("import", path, "--system", "Shop", "--workspace", workspace, "--json")
    assert (done.document["id"], len(done.document["new"])) == ("Shop@2023-Q4", 60)
    assert run_command("score", "Shop@2023-Q4", "--workspace", workspace, "--json").document["score"] == 0.0
    again = run_command("import", path, "--system", "Shop", "--workspace", workspace, "--json").document
    assert (again["new"], again["changed"], len(again["unchanged"])) == ([], [], 60)
    out = tmp_path / "out.csv"
    reference = "azure-well-architected-review@1.0"
    assert run_command("export", reference, "-o", out, "--workspace", workspace).code == 0
    assert out.read_bytes() == path.read_bytes()
    pdf = tmp_path / "report.pdf"
    assert run_command("report", "Shop@2023-Q4", "-o", pdf, "--workspace", workspace).code == 0
