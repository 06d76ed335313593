"""Two years of work with a backup a day: each that is kept can be restored, opens, and says that day."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import level, the_worked_example
from rounds import rounds, tell

from readiness.services.assessing import Assessing
from readiness.services.restoring import restore
from readiness.storage import backups
from readiness.storage.backup_names import DAILY, RECENT, WEEKLY, Kept, kept

pytestmark = pytest.mark.faults

DAYS = 730
BEGIN = datetime(2026, 1, 5, 16, 30, tzinfo=UTC)


@dataclass
class Clock:
    """Says the moment of a simulated day; somebody sets it back and ahead now and then."""

    day: int = 0
    wrong: timedelta = field(default_factory=timedelta)

    @property
    def truth(self) -> datetime:
        return BEGIN + timedelta(days=self.day)

    def __call__(self) -> datetime:
        return self.truth + self.wrong


WRONG = {200: timedelta(days=-150), 215: timedelta(0), 430: timedelta(days=3650), 433: timedelta(0)}
"""From which day the clock is how wrong."""


def worked_for_two_years(path: Path, every: int) -> Iterator[tuple[int, datetime]]:
    """Change an answer and back up on every so manieth day; yield the number of each and its true day."""
    clock = Clock()
    with closing(Assessing.create(path, clock)) as desk:
        desk.import_answers(the_worked_example())
        for clock.day in range(0, DAYS, every):
            clock.wrong = next(
                (WRONG[day] for day in sorted(WRONG, reverse=True) if day <= clock.day), clock.wrong
            )
            desk.answer(1, "DAT-01", "agreed", level(clock.day % 5, note=f"day {clock.day}"))
            desk.backup(why="")
            yield kept(path)[0].number, clock.truth


def said_by(backup: Kept, place: Path) -> str:
    """Restore a backup where nothing is, open it, and return what it says of the day."""
    place.unlink(missing_ok=True)
    restore(backup.path, place)
    with closing(Assessing.open(place)) as desk:
        assert desk.verify().ok
        return desk.load(1).agreed["DAT-01"].note


def quarter(day: datetime) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def test_every_backup_that_two_years_leave_is_restored_and_opens(tmp_path: Path) -> None:
    path = tmp_path / "work.readiness"
    made = dict(worked_for_two_years(path, every=rounds(5, 1)))
    left = kept(path)
    assert len(left) <= RECENT + DAILY + WEEKLY + 8 + 2 * len(WRONG)
    assert {quarter(made[one.number]) for one in left} == {quarter(day) for day in made.values()}
    assert [one.number for one in left[:RECENT]] == sorted(made, reverse=True)[:RECENT]
    place = tmp_path / "restored" / "work.readiness"
    wrong = [one.path.name for one in left if said_by(one, place) != f"day {(made[one.number] - BEGIN).days}"]
    assert wrong == []
    tell(10, "backups kept of two simulated years, restored; ones that do not open or say less", len(left), 0)


def test_a_backup_that_was_spoilt_meanwhile_would_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: copies that are not held against what they were made of say another day."""
    path = tmp_path / "work.readiness"
    first, *_, last = [number for number, _ in worked_for_two_years(path, every=100)]
    newest = kept(path)[0]
    assert (newest.number, last) == (last, newest.number)
    oldest = next(one for one in kept(path) if one.number == first)
    monkeypatch.setattr(backups, "still_holds", lambda _path: True)
    newest.path.write_bytes(oldest.path.read_bytes())
    assert said_by(newest, tmp_path / "restored" / "work.readiness") == "day 0"
