"""One bit of the file flips: it is refused, or the history that it shows is the one that was sealed."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import level, the_worked_example
from rounds import rounds, tell

from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing

pytestmark = pytest.mark.faults

PARTS = 4


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a workspace of four sealed revisions and an open one."""
    path = tmp_path_factory.mktemp("flips") / "work.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        for number in range(1, 5):
            desk.answer(number, "DAT-01", "agreed", level(number % 5, note=f"Revision {number}, ü & <b>"))
            desk.close_assessment(number)
            desk.revise(number)
        desk.answer(5, "DAT-02", "agreed", level(0, note="x" * 3000))
    return path.read_bytes()


def history(path: Path) -> list[object]:
    """Return everything the program shows of what is sealed."""
    with closing(Assessing.open(path, look_only=True)) as desk:
        lines = [line for system in desk.home() for line in system.assessments if line.state == "closed"]
        shown = [(line.period, line.revision, line.score, line.displayed) for line in lines]
        loaded = [desk.load(line.id) for line in lines]
        answers = [
            (id_, answer.level, answer.note, answer.evidence)
            for assessment in loaded
            for id_, answer in sorted(assessment.agreed.items())
        ]
        return [shown, answers, desk.workspace.sealed_bodies()]


def flipped(whole: bytes, chance: random.Random) -> bytes:
    """Return the file with one bit turned over."""
    place, bit = chance.randrange(len(whole)), chance.randrange(8)
    return whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_flipped_bit_changes_history_unseen(whole: bytes, tmp_path: Path, part: int) -> None:
    path = tmp_path / "work.readiness"
    path.write_bytes(whole)
    before = history(path)
    chance = random.Random(part)
    tried, refused, wrong = rounds(3000, 20_000) // PARTS, 0, []
    for _ in range(tried):
        path.write_bytes(flipped(whole, chance))
        try:
            found = history(path)
        except ReadinessError:
            refused += 1
            continue
        if found != before:
            wrong.append(found)
    assert wrong == []
    assert refused > tried // 10
    tell(8, "single bits flipped; a changed history that was not noticed", tried, len(wrong))


def test_sqlite_alone_notices_few_of_them(whole: bytes, tmp_path: Path) -> None:
    """The twin: the integrity check lets most changes of what people wrote through."""
    path = tmp_path / "work.readiness"
    note = whole.index(b"Revision 2, ")
    passed = 0
    for place in range(note, note + 12):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with closing(sqlite3.connect(path)) as connection:
            passed += connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert passed == 12
