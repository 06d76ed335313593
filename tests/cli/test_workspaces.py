import sqlite3
from pathlib import Path

import pytest
from commands import WORKED_EXAMPLE, run_command

from readiness import paths
from readiness.services.assessing import Assessing


def test_demo_writes_where_it_is_told_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "shop.readiness"
    ran = run_command("demo", path)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert "made-up" in ran.err
    assert run_command("verify", "--workspace", path).code == 0


def test_demo_without_a_place_writes_the_users_sample() -> None:
    assert run_command("demo", "--json").document == {"path": str(paths.sample_workspace())}
    assert paths.sample_workspace().exists()


def test_demo_takes_the_workspace_option_too(tmp_path: Path) -> None:
    path = tmp_path / "shop.readiness"
    assert run_command("--workspace", path, "demo").code == 0
    assert path.exists()


def test_demo_refuses_what_is_not_a_sample(tmp_path: Path) -> None:
    path = tmp_path / "mine.readiness"
    path.write_text("my own", encoding="utf-8")
    ran = run_command("demo", path)
    assert (ran.code, ran.out) == (1, "")
    assert "already a file" in ran.err
    assert path.read_text(encoding="utf-8") == "my own"


def test_list_names_systems_assessments_and_questionnaires(sample: Path) -> None:
    document = run_command("list", "--workspace", sample, "--json").document
    assert [system["name"] for system in document["systems"]] == ["Checkout API", "Order service", "Search"]
    checkout = document["systems"][0]["assessments"]
    assert [line["period"] for line in checkout] == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    last = checkout[-1]
    assert last["score"] == pytest.approx(48, abs=1)
    assert {key: last[key] for key in ("revision", "state", "questionnaire", "scope")} == {
        "revision": 1,
        "state": "closed",
        "questionnaire": "scalability@1.0",
        "scope": "full",
    }
    assert checkout[0]["questionnaire"] == "scalability@0.1"
    assert {"id": "scalability", "version": "0.1", "origin": "shipped"} in document["questionnaires"]
    assert {"id": "saas", "version": "1.0", "origin": "shipped"} in document["questionnaires"]


def test_list_shows_people_one_line_an_assessment(sample: Path) -> None:
    lines = run_command("list", "--workspace", sample).out.splitlines()
    assert sum("closed" in line for line in lines) == 11
    assert any("Order service@2026-Q3" in line and "45 of 74" in line for line in lines)


def test_list_before_the_first_workspace_makes_none() -> None:
    ran = run_command("list", "--json")
    assert (ran.code, ran.document["systems"]) == (0, [])
    assert ran.document["questionnaires"]
    assert not paths.default_workspace().exists()


@pytest.mark.parametrize("command", ["list", "verify", "backup"])
def test_a_workspace_that_is_not_there_is_not_made(tmp_path: Path, command: str) -> None:
    path = tmp_path / "missing.readiness"
    ran = run_command(command, "--workspace", path)
    assert (ran.code, ran.out) == (1, "")
    assert str(path) in ran.err
    assert not path.exists()


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\0", b"not a workspace" * 100], ids=["empty", "cut", "text"]
)
@pytest.mark.parametrize("command", ["list", "backup", "score", "close", "import"])
def test_what_is_not_a_workspace_is_refused_and_untouched(
    tmp_path: Path, content: bytes, command: str
) -> None:
    path = tmp_path / "other.readiness"
    path.write_bytes(content)
    extra = {"score": ["Search@2026-Q3"], "close": ["Search@2026-Q3"], "import": [str(WORKED_EXAMPLE)]}
    ran = run_command(command, *extra.get(command, []), "--workspace", path)
    assert (ran.code, ran.out) == (1, "")
    assert "not a Readiness workspace" in ran.err
    assert path.read_bytes() == content


def test_a_newer_workspace_is_refused_and_untouched(sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    sample.write_bytes(content)
    ran = run_command("list", "--workspace", sample)
    assert ran.code == 1
    assert "newer Readiness" in ran.err
    assert sample.read_bytes() == bytes(content)


def test_close_seals_and_counts_what_became_unknown(sample: Path) -> None:
    ran = run_command("close", "Order service@2026-Q3", "--workspace", sample, "--json")
    assert ran.code == 0
    assert (ran.document["ref"], ran.document["not_asked_to_unknown"]) == ("Order service@2026-Q3", 29)
    assert len(ran.document["hash"]) == 64
    head = run_command("verify", "--workspace", sample, "--json").document["head"]
    assert head == ran.document["hash"]


def test_close_twice_is_refused(sample: Path) -> None:
    ran = run_command("close", "Search@2026-Q3", "--workspace", sample)
    assert (ran.code, ran.out) == (1, "")
    assert "sealed" in ran.err


def test_close_tells_people_the_seal(sample: Path) -> None:
    ran = run_command("close", "Order service@2026-Q3", "--workspace", sample)
    assert ran.out.startswith("Order service@2026-Q3 is closed. Seal: ")
    assert "29 not asked became unknown" in ran.err


def test_verify_says_that_everything_holds(sample: Path) -> None:
    ran = run_command("verify", "--workspace", sample, "--json")
    assert ran.code == 0
    assert (ran.document["ok"], ran.document["faults"]) == (True, [])
    assert "Everything holds" in run_command("verify", "--workspace", sample).out


def test_verify_finds_a_sealed_answer_that_was_changed(sample: Path) -> None:
    """The twin of the test above: one level of a closed quarter, changed behind our back."""
    connection = sqlite3.connect(sample)
    connection.execute("UPDATE answers SET level = 4 WHERE question = 'GRO-07' AND level = 0")
    connection.commit()
    connection.close()
    ran = run_command("verify", "--workspace", sample, "--json")
    assert (ran.code, ran.document["ok"]) == (1, False)
    assert "Checkout API@2025-Q4" in " ".join(ran.document["faults"])
    assert run_command("verify", "--workspace", sample).code == 1


def test_verify_of_something_else_is_a_result(tmp_path: Path) -> None:
    path = tmp_path / "other.readiness"
    path.write_bytes(b"not a workspace" * 100)
    ran = run_command("verify", "--workspace", path, "--json")
    assert (ran.code, ran.document["ok"], ran.document["head"]) == (1, False, None)
    assert "not a Readiness workspace" in ran.document["faults"][0]


def test_a_backup_is_a_workspace_with_the_same_assessments(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.readiness"
    ran = run_command("backup", "-o", copy, "--workspace", sample, "--json")
    assert (ran.code, ran.document) == (0, {"path": str(copy), "verified": True})
    assert (
        run_command("list", "--workspace", copy, "--json").out
        == run_command("list", "--workspace", sample, "--json").out
    )


def test_a_backup_never_overwrites(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.readiness"
    copy.write_text("mine", encoding="utf-8")
    ran = run_command("backup", "-o", copy, "--workspace", sample)
    assert (ran.code, ran.out) == (1, "")
    assert copy.read_text(encoding="utf-8") == "mine"


def test_a_workspace_in_use_is_told_and_its_backup_offered(sample: Path) -> None:
    run_command("backup", "--workspace", sample)
    holder = Assessing.open(sample)
    try:
        refused = run_command("list", "--workspace", sample)
        assert (refused.code, refused.out) == (1, "")
        assert "--from-backup" in refused.err
        ran = run_command("list", "--workspace", sample, "--from-backup", "--json")
        assert ran.code == 0
        assert len(ran.document["systems"]) == 3
        assert "backup" in ran.err
    finally:
        holder.close()


def test_a_workspace_in_use_without_a_backup_says_so(sample: Path) -> None:
    holder = Assessing.open(sample)
    try:
        ran = run_command("score", "Search@2026-Q3", "--workspace", sample, "--from-backup")
        assert ran.code == 1
        assert "no backup" in ran.err
    finally:
        holder.close()


def test_hand_over_writes_a_copy_and_the_open_points(sample: Path, tmp_path: Path) -> None:
    document = run_command("hand-over", tmp_path, "--workspace", sample, "--json").document
    folder = Path(document["folder"])
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [Path(document["copy"]).name, "Open points.txt"]
    )
    assert run_command("verify", "--workspace", document["copy"]).code == 0
    again = run_command("hand-over", tmp_path, "--workspace", sample)
    assert (again.code, again.out) == (1, "")
