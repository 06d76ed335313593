"""The audit file: everything that was ever answered, checked by a program that is not this one."""

import ast
import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from audits import contents, sum_again, unpacked, verify
from builders import LINK, a_planned_assessment, level, not_applicable, unknown
from hostile import STRINGS, everywhere

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import NOT_ASKED, Assessment, Participant
from readiness.domain.open_facts import OpenFact
from readiness.domain.promises import Decision, PlannedAction
from readiness.errors import InputError
from readiness.paths import bundled
from readiness.services.assessing import Assessing
from readiness.services.auditing import export_audit, read_audit, render_audit, suggest_audit_name
from readiness.services.sealed_packages import export_package, look_at_package, take_in_package
from readiness.storage.upkeep import erase_person

FILES = (
    "README.txt",
    "SHA256SUMS",
    "accepted-risks.csv",
    "actions.csv",
    "audit.json",
    "chain.jsonl",
    "decisions.csv",
    "evidence.csv",
    "open-facts.csv",
    "questionnaire.json",
    "revisions.csv",
    "sealed.json",
    "trail.csv",
    "trail.jsonl",
    "verify.py",
)
NAMES = ("Mira Holt", "Tom Reed", "Jonas Lindqvist", "Ana Duarte")


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


def given() -> Assessment:
    return a_planned_assessment(
        {
            "ARC-01": level(3, "evidenced", note="Told in the room.", because="It was rehearsed twice."),
            "DAT-01": level(1, by="Mira Holt"),
            "DAT-02": not_applicable("One region."),
            "OBS-02": unknown(),
        },
        product={"DAT-01": level(3, by="Tom Reed", evidence=(LINK, "A chart of last week"))},
        engineering={"DAT-01": level(0, by="Mira Holt", note="Only on paper.")},
        participants=(
            Participant(role="Product lead", name="Tom Reed", lane="product"),
            Participant(role="Tech lead", name="Mira Holt", lane="engineering"),
        ),
        actions=(
            PlannedAction(id="DAT-01", questions=("DAT-01",), owner="Mira Holt", period="2026-Q4"),
            PlannedAction(id="own-1", kind="free", title="Buy a disk", owner="Jonas Lindqvist"),
        ),
        decisions=(
            Decision(text="One more engineer", verdict="approved", reason="It pays.", at="2026-09-09"),
        ),
        accepted=(AcceptedRisk(question="OBS-02", role="CTO", reason="Known.", expires="2026-Q4"),),
        facts=(OpenFact(question="OBS-02", text="Who watches it?", who="Ana Duarte"),),
    )


def made_in(folder: Path) -> Assessing:
    return Assessing.create(folder / "own.readiness", clock)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = made_in(tmp_path)
    made.import_answers(given())
    yield made
    made.workspace.database.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the audit file of an assessment that was sealed as the second of its workspace."""
    made = made_in(tmp_path_factory.mktemp("sealed"))
    made.import_answers(replace(given(), system="Order service"))
    made.close_assessment(1)
    made.import_answers(given())
    made.answer(2, "DAT-01", "agreed", level(2, because="We looked again."))
    made.answer(2, "GRO-02", "agreed", NOT_ASKED)
    made.close_assessment(2)
    written = audit(made, 2)
    made.workspace.database.close()
    return written


@pytest.fixture
def folder(archive: bytes, tmp_path: Path) -> Path:
    return unpacked(archive, tmp_path / "out")


def audit(assessing: Assessing, id_: int = 1) -> bytes:
    return render_audit(read_audit(assessing, id_))


def table(archive: bytes, name: str) -> list[dict[str, str]]:
    text = contents(archive)[name].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def trail(archive: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in contents(archive)["trail.jsonl"].decode().split("\n") if line]


# What is in it


def test_everything_lies_in_one_folder_under_plain_names(archive: bytes) -> None:
    with ZipFile(BytesIO(archive)) as opened:
        assert {info.filename.partition("/")[0] for info in opened.infolist()} == {
            "Checkout API 2026-Q3 audit"
        }
        assert {info.date_time[:3] for info in opened.infolist()} == {(1980, 1, 1)}
    assert tuple(contents(archive)) == FILES


def test_the_trail_has_every_answer_ever_given(archive: bytes) -> None:
    said = [line for line in trail(archive) if line["question"] == "DAT-01" and line["lane"] == "agreed"]
    assert [(line["answer"]["level"], line["stands"]) for line in said] == [(1, False), (2, True)]
    assert (said[0]["at"], said[0]["role"]) == ("2026-09-10T08:42:00.000Z", "Tech lead")
    taken_back = [line for line in trail(archive) if line["question"] == "GRO-02"]
    assert [line["stands"] for line in taken_back] == [False, False, True]
    assert taken_back[-1]["answer"] == {"note_for": "room", "unknown": True}


def test_closing_gives_no_answer_a_second_time(workspace: Assessing) -> None:
    workspace.answer(1, "DAT-01", "agreed", level(2))
    before = trail(audit(workspace))
    workspace.close_assessment(1)
    assert trail(audit(workspace)) == before


def test_a_table_of_it_reads_like_the_meeting(archive: bytes) -> None:
    rows = table(archive, "trail.csv")
    (first,) = (row for row in rows if row["Question"] == "ARC-01" and row["Lane"] == "agreed")
    assert (first["State"], first["Level"], first["Confidence"]) == ("answered", "3", "evidenced")
    assert (first["Note"], first["Because"]) == ("Told in the room.", "It was rehearsed twice.")
    assert {row["State"] for row in rows} == {"answered", "unknown", "does not apply", "not asked"}


def test_the_evidence_stands_under_its_question_piece_by_piece(archive: bytes) -> None:
    rows = [(row["Question"], row["Lane"], row["Evidence"]) for row in table(archive, "evidence.csv")]
    assert rows == [
        ("ARC-01", "agreed", LINK),
        ("DAT-01", "product", LINK),
        ("DAT-01", "product", "A chart of last week"),
    ]


def test_what_stands_beside_the_seal_has_roles_for_names(archive: bytes) -> None:
    assert [row["Owner"] for row in table(archive, "actions.csv")] == ["Tech lead", "not a participant"]
    (decision,) = table(archive, "decisions.csv")
    assert (decision["Verdict"], decision["Reason"]) == ("approved", "It pays.")
    (risk,) = table(archive, "accepted-risks.csv")
    assert (risk["Role"], risk["To the end of"]) == ("CTO", "2026-Q4")
    (fact,) = table(archive, "open-facts.csv")
    assert (fact["To find out"], fact["Role"]) == ("Who watches it?", "not a participant")


def test_the_sealed_text_is_the_one_of_the_workspace_byte_for_byte(workspace: Assessing) -> None:
    workspace.close_assessment(1)
    (kept,) = workspace.workspace.connection.execute("SELECT body FROM seals").fetchone()
    (whole,) = workspace.workspace.connection.execute("SELECT body FROM questionnaires").fetchone()
    files = contents(audit(workspace))
    assert files["sealed.json"] == kept.encode()
    assert files["questionnaire.json"] == whole.encode()


def test_revisions_are_named_with_their_seals(workspace: Assessing, tmp_path: Path) -> None:
    first = workspace.close_assessment(1).hash
    again = workspace.revise(1)
    workspace.answer(again, "DAT-01", "agreed", level(4))
    second = workspace.close_assessment(again).hash
    written = audit(workspace, again)
    assert [(row["Revision"], row["Seal"]) for row in table(written, "revisions.csv")] == [
        ("1", first),
        ("2", second),
    ]
    assert suggest_audit_name(workspace.load(again)) == "Checkout API 2026-Q3 r2.audit.zip"
    assert verify(unpacked(written, tmp_path / "out")).code == 0


def test_what_came_as_a_package_shows_the_seal_it_came_with(workspace: Assessing, tmp_path: Path) -> None:
    theirs = workspace.close_assessment(1).hash
    package = export_package(workspace, 1, tmp_path / "out.readiness-package")
    ours = Assessing.create(tmp_path / "ours.readiness", clock)
    taken = take_in_package(ours, look_at_package(ours, package))
    out = unpacked(audit(ours, taken.id), tmp_path / "out")
    assert json.loads((out / "audit.json").read_bytes())["origin"]["hash"] == theirs
    told = verify(out)
    assert (told.code, "the seal that it came with holds" in told.out) == (0, True)
    flip(out / "origin.json")
    sum_again(out)
    assert verify(out).failed[0].startswith("origin.json: ")
    ours.workspace.database.close()


def test_a_seal_that_does_not_hold_makes_no_audit_file(workspace: Assessing) -> None:
    workspace.close_assessment(1)
    connection = workspace.workspace.connection
    connection.execute("DROP TRIGGER seals_keep_update")
    connection.execute("UPDATE seals SET at = '2026-01-01T00:00:00.000Z'")
    with pytest.raises(InputError, match="does not hold in this workspace"):
        read_audit(workspace, 1)


def test_the_same_assessment_makes_the_same_bytes(workspace: Assessing, tmp_path: Path) -> None:
    workspace.close_assessment(1)
    first = export_audit(read_audit(workspace, 1), tmp_path / "one.audit.zip").read_bytes()
    workspace.workspace.database.close()
    again = Assessing.open(tmp_path / "own.readiness", clock)
    assert audit(again) == first
    again.workspace.database.close()


# Whose it is


@pytest.mark.parametrize("is_erased", [False, True], ids=["named", "erased"])
def test_nobody_s_name_is_in_it(workspace: Assessing, *, is_erased: bool) -> None:
    workspace.close_assessment(1)
    for name in NAMES if is_erased else ():
        assert erase_person(workspace.workspace.database, name)
    for name, content in contents(audit(workspace)).items():
        assert not [one for one in NAMES if one.encode() in content], name
    assert "Tech lead" in contents(audit(workspace))["trail.csv"].decode()


def test_the_names_were_there_to_be_found(workspace: Assessing) -> None:
    """The twin: the workspace itself has each of them."""
    workspace.workspace.database.close()
    kept = workspace.path.read_bytes()
    assert all(name.encode() in kept for name in NAMES)


def test_hidden_answers_stay_out_until_the_reveal(tmp_path: Path) -> None:
    made = made_in(tmp_path)
    made.import_answers(replace(given(), mode="private", revealed=False, agreed={}))
    made.answer(1, "ARC-01", "product", level(4, note="Nobody may know yet."))
    made.answer(1, "ARC-02", "engineering", unknown())
    hidden = audit(made)
    assert trail(hidden) == []
    assert table(hidden, "evidence.csv") == []
    for content in contents(hidden).values():
        assert b"Nobody may know yet." not in content
        assert b"Only on paper." not in content
    assert b"are hidden until they are revealed" in contents(hidden)["README.txt"]
    assert verify(unpacked(hidden, tmp_path / "hidden")).code == 0
    made.reveal(1)
    shown = audit(made)
    assert trail(shown)[-1]["event"] == "revealed"
    assert b"Nobody may know yet." in contents(shown)["trail.jsonl"]
    assert verify(unpacked(shown, tmp_path / "shown")).code == 0
    made.workspace.database.close()


def test_an_open_assessment_is_told_to_be_a_draft(workspace: Assessing, tmp_path: Path) -> None:
    files = contents(audit(workspace))
    assert b"This is a draft: the assessment is open, and there is no seal." in files["README.txt"]
    assert {"sealed.json", "chain.jsonl"}.isdisjoint(files)
    told = verify(unpacked(audit(workspace), tmp_path / "out"))
    assert told.code == 0
    assert "This is a draft without a seal" in told.out


# What people typed


@pytest.mark.parametrize(
    "text", [text for name, text in STRINGS.items() if name != "surrogate"], ids=[*STRINGS][:-1]
)
def test_what_was_typed_survives(text: str, tmp_path: Path) -> None:
    made = made_in(tmp_path)
    made.import_answers(everywhere(text))
    made.close_assessment(1)
    written = audit(made)
    (line,) = (line for line in trail(written) if line["question"] == "ARC-01")
    assert [line["answer"][name] for name in ("note", "because")] == [text, text]
    assert line["answer"]["evidence"] == [text]
    told = verify(unpacked(written, tmp_path / "out"))
    assert (told.failed, told.code) == ([], 0)
    made.workspace.database.close()


def test_a_note_of_forty_thousand_characters_is_whole(workspace: Assessing, tmp_path: Path) -> None:
    note = "Zażółć word " * 3_500
    workspace.answer(1, "ARC-01", "agreed", level(2, note=note))
    workspace.close_assessment(1)
    written = audit(workspace)
    assert note in {row["Note"] for row in table(written, "trail.csv")}
    assert note in {line["answer"].get("note") for line in trail(written)}
    assert verify(unpacked(written, tmp_path / "out")).code == 0


# How it is checked


def flip(file: Path, place: float = 0.5) -> None:
    content = bytearray(file.read_bytes())
    content[int(place * (len(content) - 1))] ^= 1
    file.write_bytes(content)


def test_its_own_check_says_ok_and_names_the_seal(folder: Path) -> None:
    told = verify(folder)
    seal = json.loads((folder / "audit.json").read_bytes())["seal"]["hash"]
    assert (told.code, told.failed) == (0, [])
    assert told.out.count("holds  ") == 7
    assert told.out.rstrip().endswith(f"Hold this seal against the one in the report: {seal}")
    assert verify(folder, seal[:16]).code == 0
    assert verify(folder, "0" * 64).failed == [f"audit.json: does not have the seal {'0' * 64}"]


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"verify.py", "SHA256SUMS"}])
def test_a_byte_that_was_changed_is_found_in_its_file(folder: Path, name: str) -> None:
    flip(folder / name)
    told = verify(folder)
    assert told.code == 1
    assert any(what.startswith(name) for what in told.failed)


@pytest.mark.parametrize("place", [0.0, 0.1, 0.3, 0.7, 0.9, 1.0])
@pytest.mark.parametrize("name", ["sealed.json", "trail.jsonl", "chain.jsonl"])
def test_wherever_it_is(folder: Path, name: str, place: float) -> None:
    flip(folder / name, place)
    assert verify(folder).code == 1


def test_a_changed_sum_is_found_too(folder: Path) -> None:
    flip(folder / "SHA256SUMS", 0.0)
    assert verify(folder).failed == ["README.txt: is not the file that SHA256SUMS names"]


def test_the_archive_itself_would_see_nothing(archive: bytes, folder: Path) -> None:
    """The twin: an archive packed anew around the changed byte is sound, as far as archives go."""
    flip(folder / "trail.jsonl")
    shutil.make_archive(str(folder), "zip", folder.parent, folder.name)
    with ZipFile(f"{folder}.zip") as opened:
        assert opened.testzip() is None
        assert opened.read(f"{folder.name}/trail.jsonl") != contents(archive)["trail.jsonl"]


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("trail.jsonl", '"level":2', '"level":4', "trail.jsonl:"),
        ("sealed.json", '"level":2', '"level":4', "sealed.json: is not what the seal"),
        ("chain.jsonl", '"sequence":1}', '"sequence":2}', "chain.jsonl:1: is not seal 1"),
        ("trail.csv", "Told in the room.", "Told in the rooms.", "trail.csv, row "),
        ("evidence.csv", "last week", "last year", "evidence.csv, row 3: differs"),
        ("questionnaire.json", "How is", "Who is", "questionnaire.json: is not the one"),
        ("audit.json", '"sequence": 2', '"sequence": 3', "chain.jsonl:2: the last seal"),
    ],
)
def test_who_makes_the_sums_fit_again_is_found_by_what_they_say(
    folder: Path, name: str, old: str, new: str, place: str
) -> None:
    text = (folder / name).read_bytes().decode()
    assert old in text
    head, _, tail = text.rpartition(old)
    (folder / name).write_bytes(f"{head}{new}{tail}".encode())
    sum_again(folder)
    told = verify(folder)
    assert told.code == 1
    assert any(what.startswith(place) for what in told.failed), told.out


def test_the_sums_alone_would_have_found_nothing(folder: Path) -> None:
    """The twin: an older line of the trail is under no seal, as the page says; sums made anew fit it."""
    file = folder / "actions.csv"
    file.write_bytes(file.read_bytes().replace(b"Buy a disk", b"Buy a desk"))
    assert verify(folder).failed == ["actions.csv: is not the file that SHA256SUMS names"]
    sum_again(folder)
    assert verify(folder).code == 0
    assert "SHA256SUMS alone covers them" in " ".join((folder / "README.txt").read_text("utf-8").split())


def test_a_file_that_is_gone_or_not_named_is_missed(folder: Path) -> None:
    (folder / "decisions.csv").unlink()
    assert verify(folder).failed == ["decisions.csv: is missing"]
    sum_again(folder)
    assert verify(folder).failed == ["SHA256SUMS: does not name decisions.csv"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")
def test_the_commands_of_its_page_do_what_they_say(folder: Path) -> None:
    page = (folder / "README.txt").read_text("utf-8")
    seal = json.loads((folder / "audit.json").read_bytes())["seal"]["hash"]
    asked = json.loads((folder / "sealed.json").read_bytes())["questionnaire_hash"]
    by_hand = [line.strip() for line in page.splitlines() if line.strip().startswith("{ printf")]

    def run(command: str) -> str:
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert [run(command).split()[0] for command in by_hand] == [seal, asked]
    assert run("sha256sum -c SHA256SUMS").count(": OK") == len(FILES) - 1


def test_the_check_needs_nothing_but_an_old_python() -> None:
    source = bundled("assets", "audit", "verify.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 8))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names
    assert names.isdisjoint({"socket", "urllib", "http", "subprocess", "os"})
