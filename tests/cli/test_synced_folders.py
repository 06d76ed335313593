"""Commands on a workspace in a synced folder: they work on a copy, and the folder has it at the end."""

from pathlib import Path

import pytest
from commands import WORKED_EXAMPLE, run_command
from sharing import claimed_by_ann, desk, left_here, names_in

from readiness.storage.clock import now
from readiness.storage.lock_note import note_path


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    return folder / "team.readiness"


def test_what_a_command_changes_is_in_the_folder_when_it_ends(synced: Path) -> None:
    ran = run_command("import", WORKED_EXAMPLE, "--workspace", synced)
    assert ran.code == 0, ran.err
    assert "This workspace is in a synced folder. You work on a copy on this computer" in ran.err
    assert "Let “Dropbox” finish" in ran.err
    assert names_in(synced.parent) == ["team backups", "team.readiness"]
    assert left_here() == []
    listed = run_command("list", "--workspace", synced, "--json").document
    assert [system["name"] for system in listed["systems"]]
    assert run_command("verify", "--workspace", synced).code == 0


def test_a_command_that_only_looks_leaves_the_file_as_it_is(synced: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", synced)
    before, stood = synced.read_bytes(), synced.stat()
    assert run_command("list", "--workspace", synced).code == 0
    assert (synced.read_bytes(), synced.stat().st_ino) == (before, stood.st_ino)
    assert not note_path(synced).exists()


def test_what_a_colleague_has_open_is_refused_with_all_the_ways_on(synced: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", synced)
    claimed_by_ann(synced)
    ran = run_command("list", "--workspace", synced)
    assert ran.code == 1
    assert "team.readiness is open by Ann on ANN-LAPTOP since 2026-09-10 08:12 UTC." in ran.err
    assert "--from-backup" in ran.err
    assert "If it is open nowhere any more, delete “.team.readiness.open” beside it." in ran.err
    assert run_command("list", "--workspace", synced, "--from-backup").code == 0


def test_what_a_crash_left_here_is_written_back_by_the_next_command(synced: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", synced)
    before = synced.read_bytes()
    made = desk(synced, now)
    made.workspace.set_team("Checkout API", "Payments")
    made.workspace.database.close()
    assert synced.read_bytes() == before
    ran = run_command("list", "--workspace", synced)
    assert ran.code == 0
    assert "had not been written back; it will be now" in ran.err
    assert synced.read_bytes() != before
    assert left_here() == []


def test_a_folder_that_goes_away_is_told_and_nothing_is_lost(synced: Path) -> None:
    run_command("import", WORKED_EXAMPLE, "--workspace", synced)
    made = desk(synced, now)
    made.workspace.set_team("Checkout API", "Payments")
    made.workspace.database.close()
    away = synced.parent.rename(synced.parent.with_name("away"))
    ran = run_command("list", "--workspace", synced)
    assert "You go on with the copy on this computer" in ran.err
    assert ran.code == 1
    assert "could not be written back" in ran.err
    away.rename(synced.parent)
    assert run_command("list", "--workspace", synced).code == 0
    assert left_here() == []
