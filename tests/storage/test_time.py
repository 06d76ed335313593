"""Time is stored in UTC beside a number that orders it; no zone, fold or clock moves a quarter."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import level, the_worked_example

from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft
from readiness.storage.clock import stamp

ZONES = (
    *("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Asia/Tokyo", "Pacific/Kiritimati"),
    *("Pacific/Pago_Pago", "Australia/Lord_Howe", "Bogus/Zone"),
)
SECOND = timedelta(seconds=1)
MOMENTS = (
    *(datetime(2026, 3, 29, 1, 0, tzinfo=UTC) + step for step in (-SECOND, SECOND)),  # Berlin, the gap
    *(datetime(2026, 10, 25, 0, 30, tzinfo=UTC) + timedelta(hours=hour) for hour in (0, 1)),  # the fold
    *(datetime(2026, 11, 1, 5, 30, tzinfo=UTC) + timedelta(hours=hour) for hour in (0, 1)),  # New York
    *(datetime(2026, 4, 4, 14, 45, tzinfo=UTC) + timedelta(minutes=30 * n) for n in (0, 1)),  # Lord Howe
    *(datetime(2026, 1, 1, tzinfo=UTC) + step for step in (-SECOND, SECOND)),
    *(datetime(2026, 7, 1, tzinfo=UTC) + step for step in (-SECOND, SECOND)),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2036, 9, 10, tzinfo=UTC),
    datetime(2026, 9, 10, tzinfo=UTC),  # and back again
)


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the computer be in a zone, or in one that does not exist."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_what_was_answered_last_stays_last_whatever_the_clock_says(workspace: Assessing, clock: Any) -> None:
    questions = list(workspace.load(1).questionnaire.by_id)
    for number, moment in enumerate(MOMENTS):
        clock.moment = moment
        workspace.answer(1, questions[number % len(questions)], "agreed", level(number % 5, note=f"{number}"))
    rows = workspace.workspace.connection.execute(
        "SELECT at, body FROM trail ORDER BY sequence DESC LIMIT ?", (len(MOMENTS),)
    ).fetchall()
    assert [at for at, _ in reversed(rows)] == [stamp(moment) for moment in MOMENTS]
    assert all(
        datetime.fromisoformat(at) == moment for (at, _), moment in zip(reversed(rows), MOMENTS, strict=True)
    )
    last = len(MOMENTS) - 1
    assert workspace.load(1).agreed[questions[last % len(questions)]].note == f"{last}"


@pytest.mark.usefixtures("zone")
def test_a_quarter_stays_the_one_that_was_chosen(workspace: Assessing, clock: Any) -> None:
    for number, moment in enumerate(MOMENTS):
        clock.moment = moment
        id_ = workspace.start(Draft(system=f"System {number}", period=Period(2026, 1)))
        assert str(workspace.load(id_).period) == "2026-Q1"
    assert {line.period for system in workspace.home() for line in system.assessments} == {
        "2026-Q1",
        "2026-Q3",
    }


def test_the_zone_may_change_while_it_runs(
    workspace: Assessing, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for place in ("Asia/Tokyo", "Asia/Kathmandu"):
        monkeypatch.setenv("TZ", place)
        time.tzset()
        clock.advance(minutes=1)
        workspace.answer(1, "DAT-01", "agreed", level(len(told), note=place))
        told.append(place)
    monkeypatch.undo()
    time.tzset()
    rows = workspace.workspace.connection.execute(
        "SELECT at, zone FROM trail ORDER BY sequence DESC LIMIT 2"
    ).fetchall()
    assert rows == [("2026-09-10T08:44:00.000Z", "+0545 +0545"), ("2026-09-10T08:43:00.000Z", "+0900 JST")]


def test_local_times_would_lose_an_hour_of_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: two moments an hour apart read the same on the wall when the clocks go back."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    early = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    late = early + timedelta(hours=1)
    on_the_wall = [f"{moment.astimezone():%Y-%m-%d %H:%M}" for moment in (early, late)]
    monkeypatch.undo()
    time.tzset()
    assert on_the_wall[0] == on_the_wall[1]
    assert stamp(early) < stamp(late)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2026-09-10T08:12:00.000Z", "2026-09-10T08:12:00.000Z"),
        ("2026-09-10T10:12:00+02:00", "2026-09-10T08:12:00.000Z"),
        ("2026-W37-4T08:12:00Z", "2026-09-10T08:12:00.000Z"),
        ("20260910T081200+00", "2026-09-10T08:12:00.000Z"),
        ("10 September", ""),
        ("2026-09-10T08:12:00", ""),
        ("0001-01-01T00:00:00+14:00", ""),
    ],
)
def test_what_a_file_says_of_when_never_makes_a_workspace_unsound(
    tmp_path: Path, told: str, kept: str
) -> None:
    theirs = the_worked_example()
    question = next(iter(theirs.agreed))
    answers = {**theirs.agreed, question: replace(theirs.agreed[question], at=told)}
    path = tmp_path / "work.readiness"
    with closing(Assessing.create(path, lambda: MOMENTS[-1])) as desk:
        desk.import_answers(replace(theirs, agreed=answers))
    with closing(Assessing.open(path)) as again:
        assert again.workspace.verify().ok
        assert again.load(1).agreed[question].at == (kept or stamp(MOMENTS[-1]))
