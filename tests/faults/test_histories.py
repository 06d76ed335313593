"""Whatever people do in whatever order, the history only grows: what was sealed before is there after."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from builders import level, the_worked_example
from rounds import rounds, tell

from readiness.domain.period import Period
from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing, Draft
from readiness.storage.upkeep import erase_person

pytestmark = pytest.mark.faults

PARTS = 4
STEPS = 12
QUESTIONS = ("DAT-01", "DAT-02", "DAT-03", "GRO-07")
Seals = list[tuple[int, str, str]]


def history(desk: Assessing) -> Seals:
    """Return every seal: its number, its hash, its text."""
    return list(desk.workspace.connection.execute("SELECT sequence, hash, body FROM seals ORDER BY sequence"))


class Hands:
    """Somebody who does one thing after another, by chance; what is refused is no less interesting."""

    def __init__(self, desk: Assessing, chance: random.Random) -> None:
        self.desk, self.chance = desk, chance
        self.ways: tuple[Callable[[], object], ...] = (
            *(self.answer, self.answer, self.close, self.close, self.revise, self.start, self.bring_in),
            *(self.delete, self.restore, self.purge, self.rename, self.archive, self.split, self.merge),
            *(self.erase, self.back_up, self.come_again),
        )

    def act(self) -> str:
        """Do something, and return what it was."""
        way = self.chance.choice(self.ways)
        with suppress(ReadinessError):
            way()
        return way.__name__

    def any_id(self) -> int:
        ids = [line.id for system in self.desk.home() for line in system.assessments]
        return self.chance.choice(ids or [1])

    def any_system(self) -> int:
        return self.chance.choice([system.id for system in self.desk.home()] or [1])

    def name(self) -> str:
        return f"System {self.chance.randrange(5)}"

    def answer(self) -> None:
        value = level(self.chance.randrange(5), note=f"{self.chance.random()}")
        self.desk.answer(self.any_id(), self.chance.choice(QUESTIONS), "agreed", value)

    def close(self) -> None:
        self.desk.close_assessment(self.any_id())

    def revise(self) -> None:
        self.desk.revise(self.any_id())

    def start(self) -> None:
        period = Period(2026, self.chance.randint(1, 4))
        self.desk.start(Draft(system=self.name(), period=period, scope="quick"))

    def bring_in(self) -> None:
        self.desk.import_answers(the_worked_example(), merge=self.chance.choice(("mine", "theirs")))

    def delete(self) -> None:
        self.desk.delete(self.any_id())

    def restore(self) -> None:
        self.desk.restore(self.chance.choice(self.desk.trash()).id if self.desk.trash() else 1)

    def purge(self) -> None:
        for line in self.desk.trash():
            self.desk.purge(line.id, line.system)

    def rename(self) -> None:
        self.desk.rename_system(self.any_system(), self.name())

    def archive(self) -> None:
        self.desk.archive_system(self.any_system(), archived=self.chance.random() < 0.5)

    def split(self) -> None:
        self.desk.split_system(self.any_system(), (self.name(), f"{self.name()} b"))

    def merge(self) -> None:
        self.desk.merge_systems((self.any_system(), self.any_system()), self.name())

    def erase(self) -> None:
        erase_person(self.desk.workspace.database, "Ann")

    def back_up(self) -> None:
        self.desk.backup()

    def come_again(self) -> None:
        """Close the workspace and open it again."""
        path = self.desk.path
        self.desk.close()
        self.desk = Assessing.open(path)


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Callable[[random.Random], Hands]]:
    made: list[Hands] = []

    def begin(chance: random.Random) -> Hands:
        desk = Assessing.create(tmp_path / f"{len(made)}.readiness")
        desk.import_answers(the_worked_example())
        made.append(Hands(desk, chance))
        return made[-1]

    yield begin
    for one in made:
        one.desk.workspace.database.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_no_order_of_doings_takes_anything_from_history(
    hands: Callable[[random.Random], Hands], part: int
) -> None:
    tried, wrong, sealed = rounds(40, 1000) // PARTS, [], 0
    for number in range(tried):
        one = hands(random.Random(part * 1000 + number))
        before = history(one.desk)
        done = []
        for _ in range(STEPS):
            done.append(one.act())
            after = history(one.desk)
            if after[: len(before)] != before:
                wrong.append(done)
            before = after
        sealed += len(before)
        assert one.desk.workspace.verify().ok, done
        one.desk.workspace.database.close()
    assert wrong == []
    assert sealed > tried // 4
    tell(9, "orders of doings, twelve each; histories that lost something", tried, len(wrong))


def test_a_history_that_lost_something_would_be_seen(hands: Callable[[random.Random], Hands]) -> None:
    """The twin: a file that lets seals go."""
    one = hands(random.Random(1))
    one.desk.close_assessment(1)
    before = history(one.desk)
    connection = one.desk.workspace.connection
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM seals")
    assert history(one.desk)[: len(before)] != before
