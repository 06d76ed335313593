"""Systems are renamed and archived with their history; people are erased and the chain holds."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from readiness.domain.assessment import Answer, Participant
from readiness.domain.period import Period
from readiness.errors import (
    InputError,
    NotFoundError,
    NotSavedError,
    WorkspaceMovedError,
    WorkspaceReadOnlyError,
)
from readiness.services.assessing import Assessing, Draft
from readiness.storage.upkeep import archive_system, erase_person, rename_system

MIRA = "Mira Holtzbrinck-Ngata"
SEARCH = Draft(
    system="Search",
    period=Period(2026, 3),
    participants=(Participant(role="Product lead", name=MIRA, lane="product"),),
)


def test_systems_are_renamed_and_archived_with_their_history(workspace: Assessing) -> None:
    workspace.start(SEARCH)
    database = workspace.workspace.database
    first, second = workspace.home()
    rename_system(database, first.id, "Cart API")
    archive_system(database, second.id, archived=True)
    assert [(s.name, s.archived, len(s.assessments)) for s in workspace.home()] == [
        ("Cart API", False, 1),
        ("Search", True, 1),
    ]
    with pytest.raises(InputError, match="Another system is called"):
        rename_system(database, first.id, "SEARCH")
    with pytest.raises(NotFoundError):
        archive_system(database, 99, archived=True)
    archive_system(database, second.id, archived=False)
    assert not any(system.archived for system in workspace.home())


def test_a_renamed_system_keeps_its_seals(workspace: Assessing) -> None:
    workspace.close_assessment(1)
    rename_system(workspace.workspace.database, 1, "Cart API")
    assert workspace.verify().ok


def test_erasing_a_person_leaves_the_chain_valid_and_no_name_in_the_file(path: Path) -> None:
    with closing(Assessing.create(path)) as workspace:
        id_ = workspace.start(SEARCH)
        workspace.answer(id_, "ARC-03", "agreed", Answer(level=1, by=MIRA))
        workspace.close_assessment(id_)
    assert MIRA.encode() in path.read_bytes()
    with closing(Assessing.open(path)) as workspace:
        assert erase_person(workspace.workspace.database, MIRA)
        assert not erase_person(workspace.workspace.database, MIRA)
        again = workspace.load(id_)
        assert again.participants == (Participant(role="Product lead", lane="product"),)
        assert again.agreed["ARC-03"].by == ""
        assert workspace.verify().ok
    assert MIRA.encode() not in path.read_bytes()


def test_a_full_disk_refuses_in_the_same_words(workspace: Assessing) -> None:
    connection = workspace.workspace.connection
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(NotSavedError, match="The disk is full"):
        rename_system(workspace.workspace.database, 1, "x" * 500_000)
    assert workspace.home()[0].name == "Checkout API"
    rename_system(workspace.workspace.database, 1, "Cart API")


def test_a_file_that_moved_or_is_only_read_refuses_too(workspace: Assessing) -> None:
    path = workspace.path
    moved = path.rename(path.with_name("moved.readiness"))
    with pytest.raises(WorkspaceMovedError):
        erase_person(workspace.workspace.database, MIRA)
    moved.rename(path)
    workspace.workspace.database.close()
    with closing(Assessing.open(path, look_only=True)) as look, pytest.raises(WorkspaceReadOnlyError):
        archive_system(look.workspace.database, 1, archived=True)


def test_two_spellings_that_read_the_same_are_one_system(workspace: Assessing) -> None:
    workspace.start(replace(SEARCH, system="Caf\u00e9 STRASSE"))
    with pytest.raises(InputError, match="already has an assessment"):
        workspace.start(replace(SEARCH, system="Cafe\u0301 stra\u00dfe"))
