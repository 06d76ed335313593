"""Erasing a person: no name stays in the file, in exports, on the trail or in print; every seal holds."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from commands import run_command

from readiness.domain.assessment import Answer, Participant
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.period import Period
from readiness.domain.promises import PlannedAction
from readiness.errors import NotFoundError, NotSavedError
from readiness.services.assessing import Assessing, Draft
from readiness.services.erasing import backups_with, erase, people_in, standing_of
from readiness.services.exporting import export_file, render_pdf
from readiness.storage import upkeep
from readiness.storage.backup_names import kept
from readiness.storage.database import Database
from readiness.storage.refusals import not_saved

MIRA = "Mira Holtzbrinck-Ngata"
DRAFT = Draft(
    system="Search",
    period=Period(2026, 3),
    participants=(Participant(role="Product lead", name=MIRA, lane="product"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed workspace in which one person stands everywhere she can, sealed; and another one."""
    path = tmp_path / "quillmere.readiness"
    with closing(Assessing.create(path)) as desk:
        id_ = desk.start(DRAFT)
        desk.answer(id_, "ARC-03", "agreed", Answer(level=1, by=MIRA))
        desk.answer(id_, "ARC-01", "agreed", Answer(level=2, by="Ben Okafor"))
        desk.workspace.set_facts(id_, (OpenFact(question="DAT-04", text="P95", who=MIRA),))
        desk.workspace.set_parked(id_, (Parked(text="The contract", who=MIRA),))
        desk.close_assessment(id_)
        desk.set_promises(id_, (PlannedAction(id="DAT-04", title="Raise it", owner=MIRA),), ())
    return path


def test_where_a_name_stands_is_counted(path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        assert [one.name for one in people_in(desk)] == ["Ben Okafor", MIRA]
        found = standing_of(desk, MIRA)
    assert (found.participants, found.trail, found.open_facts, found.parked, found.actions) == (1, 1, 1, 1, 1)
    assert found.answers == 1
    assert found.mentions == found.sealed_mentions == 0


def test_texts_that_mention_a_name_are_told_and_left(path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        id_ = desk.revise(1)
        desk.answer(id_, "ARC-05", "agreed", Answer(level=1, note=f"{MIRA} knows"))
        found = standing_of(desk, MIRA)
        assert (found.mentions, found.sealed_mentions) == (1, 1)
        erase(desk, MIRA)
        assert desk.load(id_).agreed["ARC-05"].note == f"{MIRA} knows"


def test_nothing_that_comes_out_of_it_has_the_name_and_every_seal_holds(path: Path, tmp_path: Path) -> None:
    assert MIRA.encode() in path.read_bytes()
    with closing(Assessing.open(path)) as desk:
        head = desk.verify().head
        done = erase(desk, MIRA)
        assert desk.verify().ok
        assert desk.verify().head == head
        assert done.backup not in backups_with(path, None, MIRA)
        assessment = desk.load(1)
        for ending in ("json", "yaml", "md", "csv", "xlsx"):
            file = export_file(assessment, tmp_path / f"out.{ending}", None)
            assert MIRA.encode() not in file.read_bytes()
        assert MIRA.encode() not in render_pdf(assessment)
        assert MIRA not in repr(assessment)
        assert MIRA not in repr(desk.workspace.voices(1, "agreed"))
    assert MIRA.encode() not in path.read_bytes()
    assert b"Ben Okafor" in path.read_bytes()


def test_older_backups_hold_it_and_the_one_made_then_does_not(path: Path) -> None:
    before = [one.path for one in kept(path)]
    with closing(Assessing.open(path)) as desk:
        done = erase(desk, MIRA)
    assert set(backups_with(path, None, MIRA)) == set(before)
    assert done.backup is not None
    assert MIRA.encode() not in done.backup.read_bytes()
    assert kept(path)[0].path == done.backup


def test_a_name_that_nobody_has_is_refused(path: Path) -> None:
    with closing(Assessing.open(path)) as desk, pytest.raises(NotFoundError, match="Nobody called"):
        erase(desk, "mira")


def test_where_there_is_no_room_nothing_is_erased_and_it_can_be_done_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(database: Database) -> None:
        raise not_saved(database.path, sqlite3.OperationalError("database or disk is full"))

    with closing(Assessing.open(path)) as desk:
        with monkeypatch.context() as there:
            there.setattr(upkeep, "_write_anew", full)
            with pytest.raises(NotSavedError):
                erase(desk, MIRA)
        assert standing_of(desk, MIRA).answers == 1
        erase(desk, MIRA)
    assert MIRA.encode() not in path.read_bytes()


def test_a_file_that_a_backup_replaced_is_named_where_it_holds_the_name(path: Path) -> None:
    aside = path.with_name("quillmere replaced 2026-09-10 0800.readiness")
    shutil.copy(path, aside)
    with closing(Assessing.open(path)) as desk:
        erase(desk, MIRA)
    assert aside in backups_with(path, None, MIRA)


def test_no_page_of_a_large_file_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "large.readiness"
    with closing(Assessing.create(path)) as desk:
        for number in range(60):
            names = tuple(
                Participant(role="Engineer", name=f"Person {number} {place} " + "x" * 60, lane="engineering")
                for place in range(12)
            )
            desk.start(Draft(system=f"System {number}", period=Period(2026, 3), participants=names))
        everyone = [one.name for one in people_in(desk)]
        for name in everyone[::90]:
            erase(desk, name)
    content = path.read_bytes()
    assert [name for name in everyone[::90] if name.encode() in content] == []
    assert everyone[1].encode() in content


# From a terminal


def test_the_command_says_first_what_would_go(path: Path) -> None:
    ran = run_command("erase-person", MIRA, "--workspace", path)
    assert ran.code == 1
    assert "answers: 1" in ran.out
    assert "add --yes" in ran.err
    assert MIRA.encode() in path.read_bytes()


def test_the_command_erases_with_yes_and_names_the_backups(path: Path) -> None:
    ran = run_command("erase-person", MIRA, "--yes", "--workspace", path, "--json")
    assert ran.code == 0
    document = json.loads(ran.out)
    assert document["erased"] is True
    assert document["actions"] == 1
    assert len(document["backups"]) == len(kept(path)) - 1
    assert MIRA.encode() not in path.read_bytes()
    assert run_command("verify", "--workspace", path).code == 0


def test_the_command_refuses_a_name_that_nobody_has(path: Path) -> None:
    ran = run_command("erase-person", "Nobody", "--yes", "--workspace", path)
    assert ran.code == 1
    assert "Nobody called “Nobody”" in ran.err
