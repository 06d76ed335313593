"""There is always a good older copy."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import level

from readiness.errors import OutputError
from readiness.services.assessing import Assessing, newest_backup
from readiness.storage import backup_names, backups


def test_a_backup_opens_and_says_the_same(workspace: Assessing) -> None:
    workspace.close_assessment(1)
    copy = Assessing.open(workspace.backup())
    assert copy.load(1).agreed == workspace.load(1).agreed
    assert copy.verify().head == workspace.verify().head
    copy.workspace.database.close()


def test_closing_the_program_backs_up_what_changed(path: Path) -> None:
    workspace = Assessing.create(path)
    workspace.close()
    assert newest_backup(path) is None
    again = Assessing.open(path)
    again.library.shipped()
    again.workspace.database.close()


def test_what_changed_is_backed_up_at_the_end(workspace: Assessing) -> None:
    workspace.answer(1, "DAT-01", "agreed", level(0))
    path = workspace.path
    workspace.close()
    kept = newest_backup(path)
    assert kept is not None
    copy = Assessing.open(kept)
    assert copy.load(1).agreed["DAT-01"].level == 0
    copy.workspace.database.close()


def test_a_backup_that_does_not_verify_gets_no_name(
    workspace: Assessing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "figures", _Counter())
    with pytest.raises(OutputError, match="No backup could be made"):
        workspace.backup()
    folder = backup_names.backup_folder(workspace.path)
    assert list(folder.iterdir()) == []


class _Counter:
    """Counts differently each time it is asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _: Any) -> list[int]:
        self.calls += 1
        return [self.calls]


def test_a_copy_never_writes_over_a_file(workspace: Assessing, tmp_path: Path) -> None:
    target = tmp_path / "mine.readiness"
    target.write_bytes(b"mine")
    with pytest.raises(OutputError, match="already a file"):
        workspace.backup(target)
    assert target.read_bytes() == b"mine"


def test_two_years_of_backups_are_thinned_and_every_quarter_kept(workspace: Assessing, clock: Any) -> None:
    folder = backup_names.backup_folder(workspace.path)
    folder.mkdir()
    for _ in range(730):
        backup_names.backup_name(workspace.path, clock()).write_bytes(b"")
        for one in backup_names.superfluous(backup_names.kept(workspace.path)):
            one.path.unlink()
        clock.advance(days=1)
    left = backup_names.kept(workspace.path)
    assert [one.number for one in left[:12]] == list(range(730, 718, -1))
    assert len(left) <= backup_names.RECENT + backup_names.DAILY + backup_names.WEEKLY + 9
    assert len({(one.made_on.year, (one.made_on.month - 1) // 3) for one in left}) == 9


def test_the_order_hangs_on_no_clock(workspace: Assessing, clock: Any) -> None:
    first = workspace.backup()
    clock.advance(days=-400)
    second = workspace.backup()
    assert newest_backup(workspace.path) == second != first


def a_kept(number: int, day: date) -> backup_names.Kept:
    return backup_names.Kept(path=Path(f"{number}"), number=number, made_on=day, made_at=f"{day}")


def a_year_twice() -> list[backup_names.Kept]:
    """Return a backup a day for 13 months, and then from a clock that says it is a year ago once more."""
    begin = date(2025, 1, 1)
    first = [a_kept(number, begin + timedelta(days=number - 1)) for number in range(1, 400)]
    again = [a_kept(number, begin + timedelta(days=number - 400)) for number in range(400, 500)]
    return [*again[::-1], *first[::-1]]


ENDS = {(date(2025, month, day) - date(2024, 12, 31)).days for month, day in ((3, 31), (6, 30), (9, 30))}
"""The numbers of what was newest in three quarters of 2025, when it was 2025."""


def test_a_clock_that_was_set_back_costs_no_quarter() -> None:
    """What was kept of a quarter stays, though the clock says it is that quarter once more."""
    left = a_year_twice()
    for _ in range(2):
        gone = {one.number for one in backup_names.superfluous(left)}
        left = [one for one in left if one.number not in gone]
    assert {one.number for one in left} >= ENDS
    assert len(left) < 40


def test_thinned_by_what_the_clock_says_a_quarter_would_go() -> None:
    """The twin: one a quarter, as quarters are called, lets the first of the two go."""
    called = {(one.made_on.year, (one.made_on.month - 1) // 3): one.number for one in a_year_twice()[::-1]}
    assert not set(called.values()) >= ENDS
