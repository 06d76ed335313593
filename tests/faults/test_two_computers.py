"""Two computers, one workspace on a network drive: in no order does anything go that was called saved."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from commuters import Commuters
from rounds import rounds, tell

from readiness.storage.agreed import Agreed
from readiness.storage.carrying import hash_of
from readiness.storage.working_copy import WorkingCopy

pytestmark = pytest.mark.faults

PARTS = 4
STEPS = 30


def histories(base: Path, numbers: range, patch: pytest.MonkeyPatch) -> Iterator[Commuters]:
    """Return what came of so many orders of doings, one after the other."""
    for number in numbers:
        with patch.context() as own:
            world = Commuters(base / f"{number}", random.Random(number), own)
            for _ in range(STEPS):
                world.act()
            yield world
            world.sweep()


@pytest.mark.parametrize("part", range(PARTS))
def test_in_no_order_is_anything_lost_that_either_was_told_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    tried, told = rounds(60, 2000) // PARTS, 0
    wrong = []
    for world in histories(tmp_path, range(part * tried, (part + 1) * tried), monkeypatch):
        lost = world.lost_now()
        world.go_home()
        lost |= world.lost_at_the_end()
        if lost or not world.is_every_chain_whole():
            wrong.append((lost, world.done))
        told += len(world.told())
    assert wrong == []
    assert told > tried
    tell(
        7,
        "working copies: orders in which two computers work, crash, take over, lose the drive",
        tried,
        len(wrong),
    )


def test_without_a_look_at_what_stands_there_it_would_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: whoever comes last wins."""
    monkeypatch.setattr(WorkingCopy, "_ours_in_the_folder", lambda self, _: hash_of(self.place))
    monkeypatch.setattr(WorkingCopy, "_claim_anew", lambda _: None)
    monkeypatch.setattr(Agreed, "knows", lambda _, stands: bool(stands))
    tried = rounds(100, 400)
    lost = sum(bool(world.lost_now()) for world in histories(tmp_path, range(tried), monkeypatch))
    assert lost >= tried // 50
    tell(
        7,
        "working copies: the same, without a look at what stands there (a twin, which must lose)",
        tried,
        lost,
    )
