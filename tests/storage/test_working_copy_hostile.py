"""What others leave in the folder of a workspace, or do there meanwhile: nothing hangs, nothing is lost."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from crashing import crash, fill
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
from readiness.errors import NotAWorkspaceError, OutputError, WorkspaceInUseError, WorkspaceMovedError
from readiness.services.assessing import Assessing
from readiness.storage import carrying, claims, copied, working_copy
from readiness.storage.clock import Clock
from readiness.storage.leftovers import journal_of
from readiness.storage.lock_note import note_path
from readiness.storage.opening import create_database, is_there, open_database
from readiness.storage.working_copy import WorkingCopy

HIDDEN = "nobody may read this over the note"


@pytest.fixture
def shared(tmp_path: Path, workspace: Assessing) -> Path:
    """Return a workspace on a network drive, closed."""
    workspace.workspace.database.close()
    (tmp_path / "share").mkdir()
    return workspace.path.rename(tmp_path / "share" / "quillmere.readiness")


def write_back(made: Assessing) -> None:
    copied.write_back(made.workspace.database)


def left_with(shared: Path, clock: Clock, number: int) -> None:
    """Leave an answer on this computer that the folder does not have."""
    made = desk(shared, clock)
    answer(made, number)
    crashed(made)


def leftover() -> Path:
    """Return the copy that is left here."""
    return next(paths.working_copies().glob("*/*.readiness"))


def beside(shared: Path) -> list[Path]:
    return [file for file in shared.parent.iterdir() if "not written back" in file.name]


def as_pipe(note: Path, _: Path) -> None:
    os.mkfifo(note)


def as_link(note: Path, elsewhere: Path) -> None:
    note.symlink_to(elsewhere)


def as_link_to_nothing(note: Path, elsewhere: Path) -> None:
    note.symlink_to(elsewhere.with_name("none"))


def as_huge_file(note: Path, _: Path) -> None:
    with note.open("wb") as file:
        file.truncate(1 << 33)


def as_deep_file(note: Path, _: Path) -> None:
    note.write_text("[" * 2000, encoding="utf-8")


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("made_as", [as_pipe, as_link, as_link_to_nothing, as_huge_file, as_deep_file])
def test_what_stands_for_the_note_hangs_nothing_and_leads_nowhere(
    shared: Path, clock: Clock, tmp_path: Path, made_as: Callable[[Path, Path], None]
) -> None:
    elsewhere = tmp_path / "letter.txt"
    elsewhere.write_text(HIDDEN, encoding="utf-8")
    made_as(note_path(shared), elsewhere)
    made = desk(shared, clock)
    answer(made, 1)
    note_path(shared).unlink()
    made_as(note_path(shared), elsewhere)
    made.close()
    assert stands(shared) == 1
    assert elsewhere.read_text(encoding="utf-8") == HIDDEN
    assert names_in(tmp_path / "share") == ["quillmere backups", "quillmere.readiness"]


def test_a_folder_in_place_of_the_note_is_told(shared: Path, clock: Clock) -> None:
    before = shared.read_bytes()
    note_path(shared).mkdir()
    with pytest.raises(OutputError, match="cannot be noted"):
        opened(shared, clock)
    assert shared.read_bytes() == before
    assert left_here() == []


def test_what_a_note_says_is_shown_as_one_short_line(shared: Path, clock: Clock) -> None:
    body = {"user": "A\nnn\u202e", "host": "x" * 5000, "since": [1], "computer": {"a": 1}, "copy": True}
    note_path(shared).write_text(json.dumps(body)[:2000], encoding="utf-8")
    opened(shared, clock).close()  # cut off, it names nobody
    note_path(shared).write_text(json.dumps({**body, "host": "x" * 500}), encoding="utf-8")
    with pytest.raises(WorkspaceInUseError) as told:
        opened(shared, clock)
    assert "\n" not in told.value.happened
    assert len(told.value.happened) < 250


def test_of_two_computers_that_come_at_once_one_is_told(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither sees the other's note: it is made between the look and the writing."""
    note = claims._make

    def make(file: Path, content: bytes) -> None:
        monkeypatch.setattr(claims, "_make", note)
        if file == note_path(shared):
            with another_computer(tmp_path / "ann", monkeypatch):
                claims.claim(shared, clock)
        note(file, content)

    claims.this_computer()
    monkeypatch.setattr(claims, "_make", make)
    with pytest.raises(WorkspaceInUseError):
        opened(shared, clock)
    with another_computer(tmp_path / "ann", monkeypatch):
        assert claims.is_ours(shared)


def test_a_note_that_could_not_be_written_whole_is_none(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims.this_computer()
    real = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda where, content: real(where, content[:9]))
        with pytest.raises(OutputError, match="No space left"):
            opened(shared, clock)
    assert names_in(shared.parent) == ["quillmere.readiness"]


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"{",
        b"null",
        b"[" * 90_000,
        b"\xff\xfe",
        b'{"place": 1, "base": null, "on_its_way": []}',
        b'{"base": "x"}',
        b"\0" * (1 << 20),
    ],
)
def test_without_a_note_of_what_the_folder_has_both_are_kept(
    shared: Path, clock: Clock, state: bytes
) -> None:
    left_with(shared, clock, 1)
    leftover().with_name("state.json").write_bytes(state)
    with closing(desk(shared, clock)) as made:
        assert answered(made) == BEFORE
    assert [stands(file) for file in beside(shared)] == [1]


def test_while_one_works_a_damaged_note_writes_over_nothing(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    leftover().with_name("state.json").write_text("{", encoding="utf-8")
    with pytest.raises(WorkspaceMovedError):
        write_back(made)
    crashed(made)
    desk(shared, clock).close()
    assert [stands(file) for file in beside(shared)] == [1]
    assert stands(shared) == BEFORE


def test_what_interrupted_writes_left_in_the_folder_goes(shared: Path, clock: Clock, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(HIDDEN, encoding="utf-8")
    left_with(shared, clock, 1)
    for number, part in enumerate("abc"):
        shared.with_name(f".{shared.name}.{part}.readiness-tmp").write_bytes(bytes(number))
    shared.with_name(f".{shared.name}.d.readiness-tmp").symlink_to(letter)
    shared.with_name(f".{shared.name}.e.readiness-tmp").mkdir()
    desk(shared, clock).close()
    assert stands(shared) == 1
    assert letter.read_text(encoding="utf-8") == HIDDEN
    assert names_in(shared.parent) == [
        f".{shared.name}.e.readiness-tmp",
        "quillmere backups",
        "quillmere.readiness",
    ]


# The file is swapped


def swap_when(
    monkeypatch: pytest.MonkeyPatch, moment: Callable[[Path], bool], then: Callable[[], object]
) -> None:
    """Let somebody act right after a file was read to its end, or written, for the first time."""
    real_hash, real_copy, waiting = carrying.hash_of, carrying.carried, [then]

    def hash_of(file: Path) -> str:
        found = real_hash(file)
        act(file)
        return found

    def copied_to(source: Path, part: Path, like: Path | None = None) -> str:
        found = real_copy(source, part, like)
        act(part)
        return found

    def act(file: Path) -> None:
        if waiting and moment(file):
            waiting.pop()()

    monkeypatch.setattr(working_copy, "hash_of", hash_of)
    monkeypatch.setattr(working_copy, "carried", copied_to)


def by_rename(shared: Path, other: Path) -> None:
    other.replace(shared)


def in_place(shared: Path, other: Path) -> None:
    shared.write_bytes(other.read_bytes())


def by_a_link(shared: Path, other: Path) -> None:
    shared.unlink()
    shared.symlink_to(other)


@pytest.mark.parametrize("swap", [by_rename, in_place, by_a_link])
@pytest.mark.parametrize("at", ["looked at", "copied"])
def test_a_file_that_is_swapped_meanwhile_is_not_written_over(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    swap: Callable[[Path, Path], None], at: str,
) -> None:  # fmt: skip
    other = Path(shutil.copy(shared, tmp_path / "other.readiness"))
    with closing(Assessing.open(other, clock)) as theirs:
        answer(theirs, 0)
    made = desk(shared, clock)
    answer(made, 1)

    def is_moment(file: Path) -> bool:
        return file == shared if at == "looked at" else file.name.startswith(f".{shared.name}")

    swap_when(monkeypatch, is_moment, partial(swap, shared, other))
    with pytest.raises(WorkspaceMovedError, match="somebody has changed it there"):
        write_back(made)
    assert stands(shared) == 0
    crashed(made)
    desk(shared, clock).close()
    # Behind a link there is another workspace, and what is left here is the first one's.
    left = paths.working_copies().glob("*/*.readiness")
    assert {stands(file) for file in [*shared.parent.glob("*.readiness"), *left]} == {0, 1}


def test_another_file_that_gets_the_name_while_it_is_read_is_seen(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copy(shared, tmp_path / "other.readiness"))
    with closing(Assessing.open(other, clock)) as theirs:
        answer(theirs, 0)
    made = desk(shared, clock)
    answer(made, 1)
    real = hashlib.file_digest

    def digest(stream: Any, name: str) -> object:
        found = real(stream, name)
        if getattr(stream, "name", "") == str(shared) and other.exists():
            other.replace(shared)
        return found

    monkeypatch.setattr(hashlib, "file_digest", digest)
    with pytest.raises(OutputError, match="another file got its name"):
        write_back(made)
    assert stands(shared) == 0
    crashed(made)


def test_whoever_took_it_over_while_it_was_copied_is_not_written_over(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(shared, clock)
    answer(made, 1)

    def take_over() -> None:
        with another_computer(tmp_path / "ann", monkeypatch):
            claims.claim(shared, clock, take_over=True)

    swap_when(monkeypatch, lambda file: file.name.startswith("."), take_over)
    with pytest.raises(WorkspaceMovedError, match="has it open now"):
        write_back(made)
    assert stands(shared) == BEFORE
    crashed_or_left(made)


def crashed_or_left(made: Assessing) -> None:
    made.workspace.database.close()
    assert left_here() == ["quillmere.readiness"]


def test_what_was_left_by_another_way_to_the_folder_is_told_of(
    shared: Path, clock: Clock, tmp_path: Path
) -> None:
    """As by another letter of the drive: the copy that is left belongs to another path."""
    other_way = tmp_path / "other way"
    other_way.symlink_to(shared.parent)
    left_with(other_way / shared.name, clock, 1)
    made = desk(shared, clock)
    assert answered(made) == BEFORE
    assert str(other_way / shared.name) in made.notices[-1]
    made.close()
    assert stands(shared) == BEFORE
    desk(other_way / shared.name, clock).close()
    assert stands(shared) == 1
    with closing(desk(shared, clock)) as again:
        assert again.notices == ()


def test_of_what_somebody_works_on_by_another_way_nothing_is_told(
    shared: Path, clock: Clock, tmp_path: Path
) -> None:
    second = tmp_path / "second" / shared.name
    second.parent.mkdir()
    shutil.copy(shared, second)
    with closing(desk(second, clock)) as working, closing(desk(shared, clock)) as made:
        answer(working, 1)
        assert made.notices == ()


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("made_as", [os.mkfifo, os.mkdir])
def test_where_no_file_stands_any_more_one_goes_on(
    shared: Path, clock: Clock, made_as: Callable[[Path], None]
) -> None:
    made = desk(shared, clock)
    answer(made, 1)
    aside = shared.rename(shared.with_name("aside"))
    made_as(shared)
    with pytest.raises(OutputError, match="could not be written back"):
        write_back(made)
    crashed(made)
    again = desk(shared, clock)
    assert answered(again) == 1
    with pytest.raises(OutputError):
        again.close()
    if shared.is_dir():
        shared.rmdir()
    aside.replace(shared)
    desk(shared, clock).close()
    assert stands(shared) == 1


def test_a_change_that_is_cut_off_in_the_folder_meanwhile_is_kept_apart(
    shared: Path, clock: Clock, tmp_path: Path
) -> None:
    """An older program opens the file itself and crashes: its journal would be played back into ours."""
    with closing(open_database(shared, clock)) as database:
        fill(database.connection)
    made = desk(shared, clock)
    answer(made, 1)
    theirs = Path(shutil.copy(shared, tmp_path / shared.name))
    journal = crash(theirs)
    shutil.copy(journal, journal_of(shared))
    with pytest.raises(WorkspaceMovedError, match="a change was cut off there"):
        write_back(made)
    crashed(made)
    desk(shared, clock).close()
    assert [stands(file) for file in beside(shared)] == [1]
    assert stands(shared) == BEFORE


# Names


@pytest.mark.parametrize(
    "name",
    [
        "x" * 180,
        "é" * 90,
        "名" * 60,
        "it's \"mine\" 'and' `yours`",
        "100%3F #1? & ; -- %s {0}",
        " leading and trailing ",
        "-rf",
        "a\nb\tc",
        "..hidden",
    ],
)
def test_any_name_can_be_worked_on_written_back_and_kept_beside(
    tmp_path: Path, shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "a “shared” 'drive' ü % #"
    folder.mkdir()
    named = shared.rename(folder / f"{name}.readiness")
    made = desk(named, clock)
    answer(made, 1)
    write_back(made)
    made.workspace.database.close()
    assert stands(named) == 1
    left_with(named, clock, 2)
    with another_computer(tmp_path / "ann", monkeypatch):
        ann = desk(named, clock, take_over=True)
        answer(ann, 0)
        write_back(ann)
        ann.workspace.database.close()
    with closing(desk(named, clock)) as again:
        assert answered(again) == 0
    assert [stands(file) for file in beside(named)] == [2]
    assert left_here() == []


@pytest.mark.skipif(os.name == "nt", reason="names are texts there")
def test_a_name_that_is_no_text_is_asked_after_like_any_other(tmp_path: Path, clock: Clock) -> None:
    named = tmp_path / os.fsdecode(b"work \xff.readiness")
    create_database(named, clock).close()
    with closing(open_database(named, clock)) as database:
        assert database.file == named
    assert is_there(named)


def test_a_name_that_leaves_no_room_is_refused_in_a_sentence(shared: Path, clock: Clock) -> None:
    named = shared.rename(shared.with_name(f"{'x' * 240}.readiness"))
    with pytest.raises(OutputError, match="File name too long"):
        opened(named, clock)
    assert stands(named) == BEFORE


# What is left here


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_in_place_of_the_journal_in_the_folder_holds_nothing_up(shared: Path, clock: Clock) -> None:
    left_with(shared, clock, 1)
    os.mkfifo(journal_of(shared))
    desk(shared, clock).close()
    journal_of(shared).unlink()
    assert stands(shared) == 1


def test_what_is_damaged_here_is_named_and_blocks_nothing_for_good(shared: Path, clock: Clock) -> None:
    left_with(shared, clock, 1)
    left = leftover()
    left.write_bytes(left.read_bytes()[:5000])
    with pytest.raises(NotAWorkspaceError) as told:
        opened(shared, clock)
    assert str(left) in told.value.safe
    left.unlink()
    with closing(desk(shared, clock)) as made:
        assert answered(made) == BEFORE


def test_what_was_kept_beside_is_told_even_where_the_rest_fails(
    shared: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_with(shared, clock, 1)
    with another_computer(tmp_path / "ann", monkeypatch):
        ann = desk(shared, clock, take_over=True)
        answer(ann, 0)
        write_back(ann)
    with pytest.raises(WorkspaceInUseError) as told:
        opened(shared, clock)
    assert beside(shared)[0].name in told.value.safe
    with another_computer(tmp_path / "ann", monkeypatch):
        ann.close()


def test_a_colleagues_note_does_not_keep_one_from_what_is_here(shared: Path, clock: Clock) -> None:
    left_with(shared, clock, 1)
    note_path(shared).unlink()
    claimed_by_ann(shared)
    with pytest.raises(WorkspaceInUseError) as told:
        opened(shared, clock)
    assert "kept on this computer" in told.value.safe
    desk(shared, clock, take_over=True).close()
    assert stands(shared) == 1


def test_what_comes_late_never_takes_the_place_of_what_is_newer(shared: Path, clock: Clock) -> None:
    made = desk(shared, clock)
    database = made.workspace.database
    assert database.copy is not None
    answer(made, 1)
    first = copied.prepare(database)
    answer(made, 2)
    second = copied.prepare(database)
    assert first is not None
    assert second is not None
    database.copy.write_back(second)
    database.copy.write_back(first)
    assert stands(shared) == 2
    made.close()


def test_a_drive_that_fails_at_every_look_is_one_that_is_away(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a drive does whose server is gone: even asking for a name fails, and not with “not found”."""
    left_with(shared, clock, 1)
    real = os.stat

    def stat(path: Any, **how: Any) -> os.stat_result:
        if str(path).startswith(str(shared.parent)):
            raise OSError(107, "Transport endpoint is not connected")
        return real(path, **how)

    with monkeypatch.context() as gone:
        gone.setattr(os, "stat", stat)
        gone.setattr(os, "lstat", stat)
        assert is_there(shared)
        again = desk(shared, clock)
        answer(again, 2)
        with pytest.raises(OutputError, match="not connected"):
            write_back(again)
        again.workspace.database.close()
    desk(shared, clock).close()
    assert stands(shared) == 2


def test_what_could_not_be_seen_here_is_not_written_over(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_with(shared, clock, 1)
    with monkeypatch.context() as blind:
        blind.setattr(WorkingCopy, "is_left", lambda _: False)
        with pytest.raises(OutputError, match="File exists"):
            opened(shared, clock)
    with closing(desk(shared, clock)) as made:
        assert answered(made) == 1


def test_where_it_cannot_be_seen_what_is_here_nothing_is_opened_over_it(
    shared: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_with(shared, clock, 1)

    def fail(_: WorkingCopy) -> bool:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(WorkingCopy, "is_left", fail)
        with pytest.raises(OutputError, match="cannot be opened now"):
            opened(shared, clock)
    with closing(desk(shared, clock)) as made:
        assert answered(made) == 1
