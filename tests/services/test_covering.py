"""When backups are made by themselves, and that one that cannot be made is said at once."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from builders import level, the_worked_example

from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.services.covering import Cover
from readiness.storage import backup_names, backups
from readiness.storage.backup_names import is_due, kept
from readiness.storage.opening import open_database

Told = list[str | OutputError]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a workspace that was changed, and whose program then crashed before its backup."""
    path = tmp_path / "quillmere.readiness"
    desk = Assessing.create(path)
    desk.import_answers(the_worked_example())
    desk.workspace.database.close()
    assert kept(path) == []
    return path


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no backup be made."""

    def refuse(*_given: object, **_named: object) -> None:
        happened = "No backup could be made: No space left on device."
        raise OutputError(happened)

    monkeypatch.setattr(backups, "back_up", refuse)


def test_what_a_crash_left_without_a_backup_is_backed_up_when_it_is_opened(path: Path) -> None:
    told: Told = []
    for _ in range(2):
        with closing(Assessing.open(path)) as desk:
            desk.hear_of_backups(told.append)
            desk.back_up_uncovered()
    assert [one.number for one in kept(path)] == [1]
    assert [one.path for one in kept(path)] == [backups.newest_sound(path)]
    assert len(told) == 1
    assert isinstance(told[0], str)


def test_nothing_is_backed_up_where_nothing_changed_or_nothing_is_in_it(path: Path, tmp_path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        desk.answer(1, "DAT-01", "agreed", level(0))
    with closing(Assessing.create(tmp_path / "empty.readiness")) as empty:
        empty.back_up_uncovered()
    assert kept(empty.path) == []
    number = kept(path)[0].number
    with closing(Assessing.open(path)) as desk:
        desk.back_up_uncovered()
    assert kept(path)[0].number == number


@pytest.mark.parametrize("days", [-400, -1, 1, 4000])
def test_a_clock_that_was_set_hides_no_change(path: Path, days: int) -> None:
    with closing(Assessing.open(path)) as desk:
        desk.backup()
    assert not is_due(path)
    then = path.stat().st_mtime + days * 86_400
    database = open_database(path)
    database.connection.execute("UPDATE keeping SET value = value || ''")
    database.close()
    os.utime(path, (then, then))
    assert is_due(path)


def test_by_which_file_is_newer_a_change_would_be_hidden(path: Path) -> None:
    """The twin: what was asked before, with a clock that was set back between the two."""
    with closing(Assessing.open(path)) as desk:
        made = desk.backup()
    then = path.stat().st_mtime - 86_400
    os.utime(path, (then, then))
    assert is_due(path)
    assert not path.stat().st_mtime > made.stat().st_mtime


@pytest.mark.usefixtures("no_room")
def test_a_backup_that_fails_is_said_at_once_and_stops_nobody(path: Path) -> None:
    told: Told = []
    desk = Assessing.open(path)
    desk.hear_of_backups(told.append)
    desk.back_up_uncovered()
    assert len(told) == 1
    desk.answer(1, "DAT-01", "agreed", level(0))
    assert len(told) == 2
    theirs = desk.load(1)
    desk.answer(1, "DAT-01", "agreed", level(3))
    desk.import_answers(theirs, merge="theirs")
    assert len(told) == 3
    desk.close_assessment(1)
    assert [isinstance(one, OutputError) for one in told] == [True] * 4
    with pytest.raises(OutputError):
        desk.close()
    with closing(Assessing.open(path)) as again:
        assert again.home()[0].assessments[0].state == "closed"


@pytest.mark.usefixtures("no_room")
def test_swallowed_it_would_not_be_noticed_before_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: a program that goes on without a word when no backup can be made."""
    told: Told = []
    deaf = property(lambda _: lambda _told: None, lambda _, __: None)
    monkeypatch.setattr(Cover, "heard", deaf, raising=False)
    desk = Assessing.open(path)
    desk.hear_of_backups(told.append)
    desk.answer(1, "DAT-01", "agreed", level(0))
    desk.close_assessment(1)
    assert told == []
    desk.workspace.database.close()


def test_each_backup_bears_the_date_of_what_it_was_made_of(path: Path) -> None:
    then = path.stat().st_mtime - 5 * 86_400
    os.utime(path, (then, then))
    with closing(Assessing.open(path)) as desk:
        made = desk.backup()
    assert made.stat().st_mtime == pytest.approx(then)
    assert backup_names.kept(path)[0].path == made
