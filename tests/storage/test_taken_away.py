"""A file that is replaced, deleted, renamed or written over while it is open: seen before the next change."""

import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from builders import level

from readiness.errors import WorkspaceMovedError
from readiness.services.assessing import Assessing
from readiness.storage import database as database_module

QUESTIONS = ("DAT-01", "DAT-02", "DAT-03", "DAT-04", "DAT-05")


def replaced(path: Path, theirs: Path) -> Path | None:
    theirs.replace(path)
    return path


def deleted(path: Path, _theirs: Path) -> Path | None:
    path.unlink()
    return None


def renamed(path: Path, theirs: Path) -> Path | None:
    path.rename(path.with_name("elsewhere.readiness"))
    theirs.rename(path)
    return path


def written_over(path: Path, theirs: Path) -> Path | None:
    """As a backup is restored by hand: the file keeps its place and has other content."""
    subprocess.run(["cp", theirs, path], check=True)  # noqa: S607 - another program, wherever it is
    return path


def answer(workspace: Assessing, number: int) -> None:
    workspace.answer(1, QUESTIONS[number % 5], "agreed", level(number % 5, note=f"Answer {number}"))


@pytest.mark.parametrize("after", range(5))
@pytest.mark.parametrize("harm", [replaced, deleted, renamed, written_over])
def test_it_is_seen_and_neither_side_is_written_over(
    workspace: Assessing, tmp_path: Path, after: int, harm: Callable[[Path, Path], Path | None]
) -> None:
    theirs = workspace.backup(tmp_path / "theirs.readiness")
    content = theirs.read_bytes()
    for number in range(after):
        answer(workspace, number)
    left = harm(workspace.path, theirs)
    with pytest.raises(WorkspaceMovedError, match=r"replaced or taken|Another program has written"):
        answer(workspace, after)
    workspace.workspace.database.close()
    assert left is None or left.read_bytes() == content
    elsewhere = workspace.path.with_name("elsewhere.readiness")
    if elsewhere.exists():
        with closing(Assessing.open(elsewhere)) as ours:
            told = {answer.note for answer in ours.load(1).agreed.values()}
            assert {f"Answer {number}" for number in range(after)} <= told


def test_a_file_that_nobody_touched_is_written_on(workspace: Assessing) -> None:
    for number in range(20):
        answer(workspace, number)


def test_without_looking_at_the_last_write_both_would_be_lost(
    workspace: Assessing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: a restored backup keeps the place of the file, so its place alone tells nothing."""
    theirs = workspace.backup(tmp_path / "theirs.readiness")
    content = theirs.read_bytes()
    monkeypatch.setattr(database_module, "last_write", lambda _: None)
    workspace.workspace.database.note_written()
    written_over(workspace.path, theirs)
    answer(workspace, 0)
    workspace.workspace.database.close()
    assert workspace.path.read_bytes() != content
