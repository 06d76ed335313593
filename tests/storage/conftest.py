"""A workspace on disk, with the worked example in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import the_worked_example

from readiness.services.assessing import Assessing


class Clock:
    """Says a fixed time and moves on only when told."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 9, 10, 8, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quillmere.readiness"


@pytest.fixture
def workspace(path: Path, clock: Clock) -> Iterator[Assessing]:
    """Return an open workspace whose assessment 1 is the worked example, open."""
    made = Assessing.create(path, clock)
    made.import_answers(the_worked_example())
    yield made
    made.workspace.database.close()
