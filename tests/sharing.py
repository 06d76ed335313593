"""A folder that another computer shares, and a second computer that works on what is in it."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from builders import level

from readiness import paths
from readiness.services.assessing import Assessing
from readiness.storage.clock import Clock
from readiness.storage.database import Database
from readiness.storage.lock_note import note_path
from readiness.storage.opening import open_database
from readiness.storage.surroundings import Disk

QUESTION: Final = "DAT-01"
BEFORE: Final = 3
"""The level that it has to begin with."""

ANN: Final = {"user": "Ann", "host": "ANN-LAPTOP", "since": "2026-09-10T08:12:00.000Z"}


def disk_of(share: Path, file: Path) -> Disk:
    """Say of everything below a folder that it is on a network drive."""
    return Disk(kind="cifs") if file.is_relative_to(share) else Disk(kind="ext4")


def opened(path: Path, clock: Clock, *, take_over: bool = False) -> Database:
    """Open a workspace whose folder is on a network drive."""
    return open_database(path, clock, disk_of=partial(disk_of, path.parent), take_over=take_over)


def desk(path: Path, clock: Clock, *, take_over: bool = False) -> Assessing:
    """Open it, with what can be done in it."""
    return Assessing.over(opened(path, clock, take_over=take_over), clock)


def claimed_by_ann(path: Path, *, is_for_copy: bool = True) -> Path:
    """Let a colleague's computer say that it works on the file; return the note."""
    note = note_path(path)
    note.write_text(json.dumps({**ANN, "computer": "ann's", "copy": is_for_copy}), encoding="utf-8")
    return note


@contextmanager
def another_computer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep working copies elsewhere for a while, as a colleague's computer does."""
    with monkeypatch.context() as patch:
        patch.setattr(paths, "working_copies", lambda: folder)
        yield


def left_here() -> list[str]:
    """Return the names of working copies on this computer."""
    return sorted(file.name for file in paths.working_copies().glob("*/*.readiness"))


def names_in(folder: Path) -> list[str]:
    """Return what lies in a folder, hidden files too."""
    return sorted(file.name for file in folder.iterdir())


def answered(made: Assessing) -> int:
    """Return the level that the question has."""
    answer = made.load(1).agreed.get(QUESTION)
    return -1 if answer is None or answer.level is None else answer.level


def answer(made: Assessing, number: int) -> None:
    """Answer the question."""
    made.answer(1, QUESTION, "agreed", level(number))


def stands(path: Path) -> int:
    """Return the level that the file in the folder says, whoever has it open."""
    with closing(Assessing.over(open_database(path, look_only=True))) as made:
        return answered(made)


def crashed(made: Assessing) -> None:
    """Leave everything as a killed program does: locks go, files and notes stay."""
    database = made.workspace.database
    assert database.copy is not None
    database.copy.written_back = -1
    database.close()
