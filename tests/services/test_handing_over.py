"""Handing over: a copy that opens and says the same, and every open point in words."""

from contextlib import closing
from pathlib import Path

import pytest
from builders import the_worked_example

from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.promises import Decision, PlannedAction
from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.services.handing_over import OPEN_POINTS, hand_over


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a workspace with a sealed assessment that left points open, and an open revision."""
    path = tmp_path / "quillmere.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        desk.workspace.set_facts(
            1,
            (
                OpenFact(question="DAT-04", text="P95 at the peak", who="Ann", due="2026-09-20"),
                OpenFact(question="DAT-05", text="Found already", state="found"),
            ),
        )
        desk.workspace.set_parked(
            1, (Parked(text="Who owns the\ncontract? <b>"), Parked(text="Settled", settled=True))
        )
        desk.workspace.set_promises(
            1,
            (
                PlannedAction(id="DAT-04", title="Raise the limit", owner="Ben", period="2026-Q4"),
                PlannedAction(id="DAT-01", title="Done already", state="done"),
            ),
            (Decision(text="Two more nodes", due="2026-10-01"), Decision(text="No", verdict="declined")),
        )
    with closing(Assessing.open(path)) as desk:
        desk.close_assessment(1)
    return path


def test_the_copy_says_the_same_and_every_open_point_is_told(path: Path, tmp_path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        made = hand_over(desk, tmp_path)
        head = desk.verify().head
    text = (made.folder / OPEN_POINTS).read_text("utf-8")
    for line in (
        "Checkout API, 2026-Q3 (closed)",
        "  - DAT-04: P95 at the peak (Ann, due 2026-09-20)",
        "  - Who owns the contract? <b> (nobody yet)",
        "  - Raise the limit (Ben, due 2026-Q4, planned)",
        "  - Two more nodes (leadership, due 2026-10-01)",
    ):
        assert f"{line}\n" in text
    assert head is not None
    assert head in text
    assert not [word for word in ("already", "Settled", "No (") if word in text]
    assert made.points == 4
    with closing(Assessing.open(made.copy, look_only=True)) as copy:
        assert copy.verify().head == head


def test_nothing_open_is_said(tmp_path: Path) -> None:
    with closing(Assessing.create(tmp_path / "empty.readiness")) as desk:
        made = hand_over(desk, tmp_path)
    assert (made.folder / OPEN_POINTS).read_text("utf-8").endswith("\nNothing is open.\n")
    assert made.points == 0


def test_what_was_handed_over_before_is_never_written_over(path: Path, tmp_path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        first = hand_over(desk, tmp_path)
        content = first.copy.read_bytes()
        with pytest.raises(OutputError, match="cannot be made"):
            hand_over(desk, tmp_path)
    assert first.copy.read_bytes() == content


def test_where_no_copy_can_be_made_nothing_is_left(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Assessing, __: Path) -> Path:
        raise OutputError("No backup could be made: the disk is full.")

    monkeypatch.setattr(Assessing, "backup", refuse)
    before = sorted(tmp_path.iterdir())
    with closing(Assessing.open(path)) as desk, pytest.raises(OutputError):
        hand_over(desk, tmp_path)
    assert sorted(tmp_path.iterdir()) == before
