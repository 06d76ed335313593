"""Killed at any moment while something is taken in: all of it came in, or nothing did."""

import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from builders import level, the_worked_example
from lenses import a_lens, as_file, backups
from reviews import USUAL
from rounds import rounds, tell
from sheets_of_others import TABLE, as_csv
from workshop import Workshop, die_within

from readiness.domain.assessment import Assessment, Participant
from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft
from readiness.services.foreign import Answered, take
from readiness.services.sealed_packages import export_package, look_at_package, take_in_package
from readiness.services.shelf import look_at_file, take_in
from readiness.services.taking_in import look
from readiness.services.taking_in import take_in as take_in_response
from readiness.storage.database import Database
from readiness.storage.opening import open_database

pytestmark = pytest.mark.faults

KINDS = ("answers", "merge", "package", "lens", "review", "table", "response")
OTHER = "Order service"


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("test_imports_killed") as made:
        yield made


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace of two assessments, and what others sent."""
    folder = tmp_path_factory.mktemp("imports")
    with closing(Assessing.create(folder / "theirs.readiness", clock)) as theirs:
        theirs.import_answers(replace(the_worked_example(), system="Search"))
        theirs.close_assessment(1)
        export_package(theirs, 1, folder / "one.readiness-package")
    (folder / "lens.json").write_bytes(as_file(a_lens(backups())))
    (folder / "review.csv").write_bytes(USUAL)
    (folder / "table.csv").write_text(as_csv(TABLE))
    with closing(Assessing.create(folder / "work.readiness", clock)) as desk:
        desk.import_answers(the_worked_example())
        desk.start(Draft(system=OTHER, period=Period(2026, 3), mode="private"))
    return folder


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


def otherwise() -> Assessment:
    """Return the worked example with every level one apart."""
    example = the_worked_example()
    agreed = {
        id_: answer if answer.level is None else replace(answer, level=(answer.level + 1) % 5)
        for id_, answer in example.agreed.items()
    }
    return replace(example, agreed=agreed)


def responded(desk: Assessing) -> Assessment:
    """Return what one person of the product side sends."""
    ids = [one.id for one in desk.load(2).questionnaire.questions if one.asked_of != "engineering"]
    plain = Assessment(
        questionnaire=desk.library.latest(),
        system=OTHER,
        period=Period(2026, 3),
        participants=(Participant(role="Lead", name="Ana", lane="product"),),
    )
    return replace(plain, product={id_: replace(level(3), by="Ana") for id_ in ids})


def prepared(desk: Assessing, folder: Path, kind: str) -> Callable[[], object]:
    """Look at what came, and return what takes it in."""
    if kind == "answers":
        search = replace(the_worked_example(), system="Search")
        return lambda: desk.import_answers(search)
    if kind == "merge":
        changed = otherwise()
        return lambda: desk.import_answers(changed, merge="theirs")
    if kind == "package":
        incoming = look_at_package(desk, folder / "one.readiness-package")
        return lambda: take_in_package(desk, incoming)
    if kind == "lens":
        looked = look_at_file(desk, folder / "lens.json")
        return lambda: take_in(desk, looked)
    if kind in ("review", "table"):
        looked = look_at_file(desk, folder / f"{kind}.csv")
        answered = Answered(system="Ledger", period=Period(2026, 3))
        return lambda: take(desk, looked, answered)
    preview = look(desk, responded(desk))
    return lambda: take_in_response(desk, preview, {})


def bring_in() -> None:
    """Take something in: die at a statement or after so many microseconds, or tell how many there were."""
    path, folder, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    statement, microseconds = int(sys.argv[4]), int(sys.argv[5])
    desk = Assessing.open(path, clock)
    work = prepared(desk, folder, kind)
    if "one-by-one" in sys.argv[6:]:
        type.__setattr__(Database, "transaction", one_by_one)
    if "in-two" in sys.argv[6:]:
        work = in_two(desk, folder, kind)
    count = 0

    def heard(_statement: str) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    connection = desk.workspace.connection
    connection.execute("PRAGMA cache_size = 4")  # so that pages reach the file before the commit
    connection.set_trace_callback(heard)
    if microseconds:
        die_within(microseconds)
    work()
    os.write(1, f"in {count}\n".encode())


def in_two(desk: Assessing, folder: Path, kind: str) -> Callable[[], object]:
    """Take in the questions first and the answers after them, each whole."""
    looked = look_at_file(desk, folder / f"{kind}.csv")

    def work() -> None:
        take(desk, looked)
        take(desk, replace(looked, held=True), Answered(system="Ledger", period=Period(2026, 3)))

    return work


@contextmanager
def one_by_one(database: Database) -> Iterator[sqlite3.Connection]:
    """Write as a program does that never says BEGIN: every line is there at once."""
    yield database.connection


def state_of(path: Path) -> str:
    """Return everything a workspace holds, in one word; salts are chance."""
    total = sha256()
    with closing(open_database(path, clock)) as database:
        connection = database.connection
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in sorted(set(tables) - {"people", "keeping"}):
            total.update(table.encode())
            for row in sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))):
                total.update(row.encode())
    return total.hexdigest()[:16]


class Import:
    """One kind of import, tried again and again from the same workspace."""

    def __init__(self, workshop: Workshop, source: Path, folder: Path, kind: str) -> None:
        self._workshop, self._source, self._folder, self._kind = workshop, source, folder, kind

    def run(self, statement: int = 0, microseconds: int = 0, *how: str) -> tuple[str, list[str]]:
        """Take it in until the end or the kill; return what the workspace is then, and what was told."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        path = self._folder / "work.readiness"
        shutil.copy(self._source / "work.readiness", path)
        told = self._workshop.run(
            "test_imports_killed.bring_in", path, self._source, self._kind, statement, microseconds, *how
        )
        return state_of(path), told


@pytest.mark.parametrize("kind", KINDS)
def test_killed_while_it_is_taken_in_all_of_it_is_there_or_nothing(
    workshop: Workshop, before: Path, tmp_path: Path, kind: str
) -> None:
    one = Import(workshop, before, tmp_path / "killed", kind)
    untouched = state_of(before / "work.readiness")
    whole, told = one.run()
    statements = int(told[0].split()[1])
    assert whole != untouched
    assert one.run() == (whole, told)
    chance = random.Random(kind)
    points = [*range(1, min(statements, 4)), statements, statements - 1]
    points += [chance.randrange(1, statements + 1) for _ in range(rounds(12, 120) - len(points))]
    ends = {}
    for point in points:
        found, told = one.run(point)
        assert told == [], "it was not killed"
        ends[point] = found
    assert set(ends.values()) <= {untouched}, ends  # what was not committed is not there
    tell(16, "imports killed at a statement; found between before and after", len(points), 0)


@pytest.mark.parametrize("kind", KINDS)
def test_killed_after_any_time_it_is_before_or_after(
    workshop: Workshop, before: Path, tmp_path: Path, kind: str
) -> None:
    one = Import(workshop, before, tmp_path / "killed", kind)
    untouched, (whole, _) = state_of(before / "work.readiness"), one.run()
    chance = random.Random(kind)
    tried = rounds(8, 100)
    for _ in range(tried):
        found, told = one.run(0, chance.randrange(1, 40_000))
        assert found in ({whole} if told else {untouched, whole})
    tell(16, "imports killed after a while; found between before and after", tried, 0)


def test_taken_in_line_by_line_it_would_be_torn(workshop: Workshop, before: Path, tmp_path: Path) -> None:
    """The twin: the same import without a transaction around it."""
    one = Import(workshop, before, tmp_path / "killed", "answers")
    ends = {state_of(before / "work.readiness"), one.run()[0]}
    assert {one.run(point, 0, "one-by-one")[0] for point in (20, 40, 60)} - ends


@pytest.mark.parametrize("kind", ["review", "table"])
def test_taken_in_one_after_the_other_the_questions_would_be_there_without_their_answers(
    workshop: Workshop, before: Path, tmp_path: Path, kind: str
) -> None:
    """The twin: the same file with its questions in one transaction and its answers in the next."""
    one = Import(workshop, before, tmp_path / "killed", kind)
    whole, told = one.run(0, 0, "in-two")
    ends = {state_of(before / "work.readiness"), whole}
    statements = int(told[0].split()[1])
    assert {one.run(point, 0, "in-two")[0] for point in range(1, statements + 1)} - ends
