"""On a network drive a workspace is worked on through a copy: nothing saved is lost, nothing written over."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sharing import (
    BEFORE,
    another_computer,
    answer,
    answered,
    claimed_by_ann,
    crashed,
    desk,
    left_here,
    names_in,
    opened,
    stands,
)

from readiness import paths
from readiness.errors import (
    NotAWorkspaceError,
    NotFoundError,
    OutputError,
    ReadinessError,
    WorkspaceClaimedError,
    WorkspaceInUseError,
    WorkspaceMovedError,
)
from readiness.services.assessing import Assessing
from readiness.services.restoring import restore
from readiness.storage import copied
from readiness.storage.agreed import Agreed, note
from readiness.storage.clock import Clock
from readiness.storage.file_checks import identity_of
from readiness.storage.lock_note import note_path
from readiness.storage.opening import is_there, open_database


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def shared(share: Path, workspace: Assessing) -> Path:
    """Return a workspace on a network drive, closed."""
    workspace.workspace.database.close()
    return workspace.path.rename(share / "quillmere.readiness")


def test_nothing_is_opened_in_the_folder_and_all_is_there_at_the_end(shared: Path, clock: Clock) -> None:
    before, identity = shared.read_bytes(), identity_of(shared)
    made = desk(shared, clock)
    answer(made, 1)
    assert (shared.read_bytes(), identity_of(shared)) == (before, identity)
    assert made.path == shared
    assert left_here() == ["quillmere.readiness"]
    made.close()
    assert stands(shared) == 1
    assert left_here() == []
    assert names_in(shared.parent) == ["quillmere backups", "quillmere.readiness"]


def test_on_a_disk_of_this_computer_the_file_itself_is_opened(shared: Path, clock: Clock) -> None:
    with closing(open_database(shared, clock)) as database:
        assert database.file == shared
        assert left_here() == []


def test_looking_changes_nothing_in_the_folder(shared: Path, clock: Clock) -> None:
    before, identity = shared.read_bytes(), identity_of(shared)
    desk(shared, clock).close()
    assert (shared.read_bytes(), identity_of(shared)) == (before, identity)
    assert names_in(shared.parent) == ["quillmere.readiness"]


def test_in_the_middle_it_can_be_written_back_while_answering_goes_on(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    database = made.workspace.database
    answer(made, 1)
    outgoing = copied.prepare(database)
    assert outgoing is not None
    assert database.copy is not None
    answer(made, 2)  # while the drive is slow
    database.copy.write_back(outgoing)
    assert stands(shared) == 1
    assert not database.is_in_step
    copied.write_back(database)
    assert stands(shared) == 2
    assert database.is_in_step
    assert copied.prepare(database) is None
    made.close()


def test_after_a_crash_what_was_saved_is_written_back(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    crashed(made)
    assert stands(shared) == BEFORE
    again = desk(shared, clock)
    assert again.notices[-1:] == (
        "What was saved of quillmere.readiness on this computer had not been written back; it will be now.",
    )
    assert answered(again) == 1
    again.close()
    assert stands(shared) == 1
    assert left_here() == []


def test_a_crash_before_anything_was_changed_leaves_nothing_to_write_back(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(desk(shared, clock))
    assert left_here() == ["quillmere.readiness"]
    with another_computer(tmp_path / "ann", monkeypatch), closing(desk(shared, clock, take_over=True)) as ann:
        answer(ann, 0)
    made = desk(shared, clock)
    assert answered(made) == 0
    assert made.notices == ()
    made.close()
    assert names_in(shared.parent) == ["quillmere backups", "quillmere.readiness"]


def test_a_crash_after_it_was_written_back_leaves_nothing_either(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    copied.write_back(made.workspace.database)
    crashed(made)
    with another_computer(tmp_path / "ann", monkeypatch), closing(desk(shared, clock, take_over=True)) as ann:
        answer(ann, 0)
    with closing(desk(shared, clock)) as again:
        assert answered(again) == 0
    assert names_in(shared.parent) == ["quillmere backups", "quillmere.readiness"]


def test_what_two_computers_saved_is_both_kept(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    crashed(made)
    with another_computer(tmp_path / "ann", monkeypatch), closing(desk(shared, clock, take_over=True)) as ann:
        answer(ann, 0)
    again = desk(shared, clock)
    assert answered(again) == 0
    beside = next(file for file in shared.parent.iterdir() if "not written back" in file.name)
    assert beside.name in again.notices[-1]
    again.close()
    assert stands(beside) == 1
    assert left_here() == []


def test_what_another_computer_put_there_is_never_written_over(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(shared, clock)
    with another_computer(tmp_path / "ann", monkeypatch), closing(desk(shared, clock, take_over=True)) as ann:
        answer(ann, 0)
    answer(made, 1)
    with pytest.raises(WorkspaceMovedError, match="somebody has changed it there"):
        copied.write_back(made.workspace.database)
    assert stands(shared) == 0
    assert answered(made) == 1
    crashed_or_closed(made)
    assert left_here() == ["quillmere.readiness"]


def crashed_or_closed(made: Assessing) -> None:
    made.workspace.database.close()


def test_who_took_it_over_is_not_written_over_either(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    with another_computer(tmp_path / "ann", monkeypatch):
        ann = desk(shared, clock, take_over=True)
    with pytest.raises(WorkspaceMovedError, match="has it open now"):
        copied.write_back(made.workspace.database)
    made.workspace.database.close()
    with another_computer(tmp_path / "ann", monkeypatch):
        answer(ann, 2)
        ann.close()
    assert stands(shared) == 2


def test_a_drive_that_goes_away_takes_nothing(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    away = shared.parent.rename(shared.parent.with_name("away"))
    answer(made, 1)
    with pytest.raises(OutputError, match="not there, or the drive is not connected") as told:
        copied.write_back(made.workspace.database)
    assert told.value.safe == "Every answer is saved on this computer."
    assert not shared.parent.exists()
    away.rename(shared.parent)
    made.close()
    assert stands(shared) == 1
    assert left_here() == []


def test_without_the_drive_one_goes_on_with_what_is_here(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    crashed(made)
    away = shared.parent.rename(shared.parent.with_name("away"))
    assert is_there(shared)
    again = desk(shared, clock)
    assert answered(again) == 1
    assert "the drive is not connected" in again.notices[-1]
    answer(again, 2)
    again.workspace.database.close()
    away.rename(shared.parent)
    desk(shared, clock).close()
    assert stands(shared) == 2


def test_a_drive_that_is_not_mounted_is_no_file_taken_away(shared: Path, clock: Clock) -> None:
    """The folder of the mount is there and empty: nothing may be put into it, nothing here thrown away."""
    made = desk(shared, clock)
    answer(made, 1)
    crashed(made)
    away = shared.parent.rename(shared.parent.with_name("away"))
    shared.parent.mkdir()
    again = desk(shared, clock)
    with pytest.raises(OutputError):
        again.backup()
    with pytest.raises(OutputError):
        copied.write_back(again.workspace.database)
    again.workspace.database.close()
    assert names_in(shared.parent) == []
    shared.parent.rmdir()
    away.rename(shared.parent)
    with closing(desk(shared, clock)) as back:
        assert answered(back) == 1


def test_what_was_never_there_is_not_there(share: Path, clock: Clock) -> None:
    with pytest.raises(NotFoundError):
        opened(share / "none.readiness", clock)
    assert not is_there(share / "none.readiness")
    assert left_here() == []


def test_what_a_colleague_works_on_is_refused_and_can_be_taken_over(shared: Path, clock: Clock) -> None:
    note = claimed_by_ann(shared)
    with pytest.raises(WorkspaceClaimedError, match="Ann on ANN-LAPTOP since ") as told:
        opened(shared, clock)
    assert "delete “.quillmere.readiness.open” beside it" in told.value.if_left
    assert "ANN-LAPTOP" in note.read_text("utf-8")
    opened(shared, clock, take_over=True).close()
    assert not note.exists()


def test_without_the_note_it_opens(shared: Path, clock: Clock) -> None:
    claimed_by_ann(shared).unlink()
    opened(shared, clock).close()


def test_a_colleagues_copy_is_respected_where_the_file_itself_would_be_opened(
    shared: Path, clock: Clock
) -> None:
    """The computer that the folder is on sees no network drive."""
    claimed_by_ann(shared)
    with pytest.raises(WorkspaceInUseError, match="Ann on ANN-LAPTOP"):
        open_database(shared, clock)


def test_a_note_of_a_program_that_crashed_blocks_nobody(shared: Path, clock: Clock) -> None:
    claimed_by_ann(shared, is_for_copy=False)
    opened(shared, clock).close()


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "null", '{"user": 1}', "\0" * 9000])
def test_a_note_that_names_nobody_blocks_nobody(shared: Path, clock: Clock, body: str) -> None:
    note_path(shared).write_text(body, "utf-8")
    opened(shared, clock).close()


def test_two_windows_of_this_computer_do_not_share_a_copy(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    for opening in (opened, open_database):
        with pytest.raises(WorkspaceInUseError):
            opening(shared, clock)
    assert answered(made) == 1
    made.close()
    assert stands(shared) == 1


def test_a_change_that_a_crash_cut_off_in_the_folder_is_undone_first(shared: Path, clock: Clock) -> None:
    from crashing import ROWS, crash, fill, values  # noqa: PLC0415 - needs a process of its own

    with closing(open_database(shared, clock)) as database:
        fill(database.connection)
    journal = crash(shared)
    with closing(opened(shared, clock)) as database:
        assert not journal.exists()
        assert values(database.connection) == {"befor"}
        assert database.connection.execute("SELECT count(*) FROM keeping").fetchone()[0] >= ROWS


def test_where_working_copies_would_be_on_a_network_too_the_file_itself_is_opened(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "working_copies", lambda: shared.parent / "home")
    with closing(opened(shared, clock)) as database:
        assert database.file == shared


def test_no_room_on_this_computer_is_told_and_nothing_is_touched(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    before = shared.read_bytes()
    monkeypatch.setattr(paths, "working_copies", lambda: tmp_path / "file")
    with pytest.raises(ReadinessError, match="No working copy"):
        opened(shared, clock)
    assert shared.read_bytes() == before


def test_a_damaged_file_is_refused_and_no_copy_stays(shared: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(shared)) as connection:
        connection.execute("DROP TABLE keeping")
        connection.commit()
    before = shared.read_bytes()
    with pytest.raises(NotAWorkspaceError):
        opened(shared, clock)
    assert shared.read_bytes() == before
    assert left_here() == []
    assert names_in(shared.parent) == ["quillmere.readiness"]


def test_what_only_its_owner_may_read_stays_so(shared: Path, clock: Clock) -> None:
    shared.chmod(0o600)
    made = desk(shared, clock)
    answer(made, 1)
    assert made.workspace.database.file.parent.stat().st_mode & 0o077 == 0
    made.close()
    assert shared.stat().st_mode & 0o777 == 0o600


def test_what_could_not_be_noted_any_more_is_known_again(shared: Path, clock: Clock) -> None:
    """The file was put there, and the power went before that was noted."""
    made = desk(shared, clock)
    answer(made, 1)
    database = made.workspace.database
    outgoing = copied.prepare(database)
    assert outgoing is not None
    assert database.copy is not None
    agreed = database.copy.agreed()
    database.copy.write_back(outgoing)
    note(database.copy._state, Agreed(agreed.place, agreed.base, outgoing.hash))
    crashed(made)
    with closing(desk(shared, clock)) as again:
        assert answered(again) == 1
    assert names_in(shared.parent) == ["quillmere backups", "quillmere.readiness"]


def test_a_sealed_quarter_needs_no_other_backup_at_the_next_opening(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    made.close_assessment(1)
    made.close()
    before = names_in(shared.parent / "quillmere backups")
    again = desk(shared, clock)
    again.back_up_uncovered()
    again.close()
    assert names_in(shared.parent / "quillmere backups") == before


def test_what_a_crash_left_here_is_backed_up_before_it_changes(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    made.close()
    made = desk(shared, clock)
    answer(made, 2)
    crashed(made)
    before = names_in(shared.parent / "quillmere backups")
    again = desk(shared, clock)
    again.back_up_uncovered()
    assert len(names_in(shared.parent / "quillmere backups")) == len(before) + 1
    again.close()


def test_a_backup_is_not_put_over_what_is_still_here(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    backup = made.backup()
    answer(made, 2)
    crashed(made)
    before = shared.read_bytes()
    with pytest.raises(WorkspaceInUseError, match="Open it first, so that what was saved on this computer"):
        restore(backup, shared)
    assert shared.read_bytes() == before
    with closing(desk(shared, clock)) as again:
        assert answered(again) == 2
