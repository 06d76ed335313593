"""``readiness pack`` and what comes back through ``readiness import``."""

import json
from pathlib import Path
from typing import Any

import pytest
from commands import WORKED_EXAMPLE, run_command

from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft

REF = "Checkout API@2026-Q3"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "mine.readiness"
    made = Assessing.create(path)
    made.start(Draft(system="Checkout API", period=Period(2026, 3), mode="private"))
    made.start(Draft(system="Live", period=Period(2026, 3)))
    made.close()
    return path


def came_back(folder: Path, level: int, person: str = "Ana", **changes: Any) -> Path:
    document = {
        "format": "readiness-answers/1",
        "questionnaire": "scalability@1.0",
        "system": "Checkout API",
        "period": "2026-Q3",
        "participants": [{"role": "Product lead", "lane": "product", "name": person}],
        "product": {"GRO-01": {"level": level, "by": person, "at": "2026-09-01T10:42:00.123Z"}},
    }
    path = folder / f"{person} {level}.json"
    path.write_text(json.dumps({**document, **changes}), encoding="utf-8")
    return path


def test_pages_are_written_into_a_folder(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    people = ["--person", "Mira Holt=ARC,GRO", "--person", "Tom=OBS"]
    ran = run_command(
        "pack", REF, "--side", "product", *people, "-o", out, "--workspace", workspace, "--json"
    )
    assert ran.code == 0
    packs = ran.document["packs"]
    assert [pack["person"] for pack in packs] == ["Mira Holt", "Tom"]
    assert all(Path(pack["path"]).read_bytes().startswith(b"<!doctype html>") for pack in packs)
    assert sum(pack["questions"] for pack in packs) + len(ran.document["left_out"]) == 33


def test_one_page_is_written_under_its_own_name(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    ran = run_command("pack", REF, "--side", "engineering", "-o", out, "--workspace", workspace)
    assert (ran.code, ran.out) == (0, f"{out}: 71 questions\n")
    assert out.exists()


def test_questions_on_no_page_are_told(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    person = ["--person", "Tom=OBS"]
    ran = run_command("pack", REF, "--side", "product", *person, "-o", out, "--workspace", workspace)
    assert ran.code == 0
    assert "questions are on no page: ARC-02" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("pack", REF, "-o", "x.html"),
        ("pack", REF, "--side", "agreed", "-o", "x.html"),
        ("pack", REF, "--side", "product", "--person", "A", "--person", "B", "-o", "x.html"),
        ("pack", REF, "--side", "product", "--person", "A=", "-o", "x.html"),
        ("pack", str(WORKED_EXAMPLE), "--side", "product", "-o", "x.html"),
    ],
)
def test_a_pack_called_wrongly_is_wrong_usage(workspace: Path, arguments: tuple[str, ...]) -> None:
    ran = run_command(*arguments, "--workspace", workspace)
    assert (ran.code, ran.out) == (2, "")


def test_a_pack_for_what_is_open_to_both_is_refused(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    ran = run_command("pack", "Live@2026-Q3", "--side", "product", "-o", out, "--workspace", workspace)
    assert ran.code == 1
    assert "private first" in ran.err
    assert not out.exists()


def test_what_is_new_comes_in(workspace: Path, tmp_path: Path) -> None:
    ran = run_command("import", came_back(tmp_path, 3), "--workspace", workspace, "--json")
    assert ran.document == {"kind": "answers", "id": REF, "new": ["GRO-01"], "changed": [], "unchanged": []}
    again = run_command("import", came_back(tmp_path, 3), "--workspace", workspace, "--json")
    assert (again.code, again.document["unchanged"]) == (0, ["GRO-01"])


def test_a_preview_stores_nothing_and_keeps_answers_hidden(workspace: Path, tmp_path: Path) -> None:
    file = came_back(tmp_path, 3)
    ran = run_command("import", file, "--preview", "--workspace", workspace)
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        f"{REF}, Product, from Ana: 1 new, 0 the same, 0 differs",
    )
    assert "GRO-01 new: theirs Ana, 2026-09-01T10:42:00.123Z" in ran.out
    document = run_command("import", file, "--preview", "--workspace", workspace, "--json").document
    assert (document["kind"], document["new"], document["person"]) == ("preview", ["GRO-01"], "Ana")
    assert "answer" not in document["questions"][0]["theirs"]
    shown = run_command("import", file, "--preview", "--show-answers", "--workspace", workspace, "--json")
    assert shown.document["questions"][0]["theirs"]["answer"] == "3 (informed)"


def test_answers_that_differ_are_listed_and_wait_for_a_word(workspace: Path, tmp_path: Path) -> None:
    run_command("import", came_back(tmp_path, 3), "--workspace", workspace)
    ran = run_command("import", came_back(tmp_path, 0, "Tom"), "--workspace", workspace)
    assert (ran.code, ran.out) == (1, "")
    assert "GRO-01 differs: mine Ana" in ran.err
    assert "together (2 people)" in ran.err
    assert "--merge" in ran.err


@pytest.mark.parametrize(("merge", "level"), [("mine", 3), ("theirs", 0), ("together", 0)])
def test_merge_says_what_wins(workspace: Path, tmp_path: Path, merge: str, level: int) -> None:
    run_command("import", came_back(tmp_path, 3), "--workspace", workspace)
    ran = run_command("import", came_back(tmp_path, 0, "Tom"), "--merge", merge, "--workspace", workspace)
    assert ran.code == 0
    opened = Assessing.open(workspace)
    kept = opened.load(1).product["GRO-01"]
    opened.close()
    assert kept.level == level
    assert ("Answers: 3, 0." in kept.note) == (merge == "together")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"system": "Search"}, "no such assessment here"),
        ({"period": "2026-Q1"}, "Assessments of Checkout API: 2026-Q3"),
        ({"questionnaire": "scalability@0.1"}, "Make a new page"),
        ({"engineering": {"ARC-01": {"level": 4}}}, "one side’s alone"),
        ({"agreed": {"ARC-01": {"level": 4}}}, "one side’s alone"),
        ({"system": "Live"}, "are revealed"),
        ({"scorring": 1}, "unknown-key"),
    ],
)
def test_a_file_that_does_not_belong_is_refused(
    workspace: Path, tmp_path: Path, changes: dict[str, Any], says: str
) -> None:
    ran = run_command("import", came_back(tmp_path, 3, **changes), "--workspace", workspace)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err
    opened = Assessing.open(workspace)
    assert opened.load(1).product == opened.load(1).engineering == opened.load(1).agreed == {}
    opened.close()


def test_a_response_makes_no_workspace(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.readiness"
    ran = run_command("import", came_back(tmp_path, 3), "--workspace", nowhere)
    assert ran.code == 1
    assert not nowhere.exists()


@pytest.mark.parametrize("option", [("--preview",), ("--merge", "together")])
def test_a_whole_assessment_is_nobodys_response(tmp_path: Path, option: tuple[str, ...]) -> None:
    path = tmp_path / "empty.readiness"
    Assessing.create(path).close()
    ran = run_command("import", WORKED_EXAMPLE, *option, "--workspace", path)
    assert (ran.code, ran.out) == (2, "")
    assert "no response of one side" in ran.err
