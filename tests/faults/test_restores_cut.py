"""The power goes while a backup is restored: a whole workspace has the name, and nothing is gone."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import robot
from crashing import crash, fill, values
from power_cuts import Cut, cuts
from rounds import rounds, tell
from straced import Call, record

from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.services.restoring import restore
from readiness.storage import replacing
from readiness.storage.backup_names import kept
from readiness.storage.leftovers import journal_of
from readiness.storage.opening import create_database, open_database

pytestmark = pytest.mark.faults

STOOD, RESTORED = {"befor"}, {"older"}
"""How every row begins in what stood there, and in the backup; both would be a torn file."""

HOWS = ("crashed", "open", "missing")


def prepare(path: Path, how: str) -> None:
    """Make a workspace with a backup that says something else, and leave it as one finds it."""
    made = create_database(path)
    fill(made.connection)
    made.connection.execute("UPDATE keeping SET value = 'older' || substr(value, 6)")
    made.close()
    with closing(Assessing.open(path)) as desk:
        desk.backup()
        desk.workspace.connection.execute("UPDATE keeping SET value = 'befor' || substr(value, 6)")
    if how != "open":
        crash(path)
    if how == "missing":
        path.unlink()


def go_back() -> None:
    """Restore the backup of the workspace named, and say so; this is what is recorded."""
    path, how = Path(sys.argv[1]), sys.argv[2]
    if how == "careless":
        vars(replacing)["settle"] = move_away
        vars(replacing)["keep_journal"] = _nothing
    is_open = Assessing.open(path) if how == "open" else None
    restore(kept(path)[0].path, path, is_open)
    robot.say("restored")


def move_away(path: Path, _file: object) -> None:
    """Let the journal go before the file does, as it once was done."""
    journal_of(path).replace(path.with_name("moved-journal"))


def _nothing(_path: Path, _aside: Path) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Recording:
    """What was recorded, in which folder, and what stood there before."""

    calls: list[Call]
    folder: Path
    stood: dict[str, bytes]

    @property
    def path(self) -> Path:
        return self.folder / "work.readiness"

    def replayed(self, left: Path, number: int) -> Iterator[tuple[Cut, Path]]:
        """Put what each power cut leaves into files, and return them one after the other."""
        for cut in cuts(self.calls, self.folder, number, 20261126, self.stood):
            shutil.rmtree(left, ignore_errors=True)
            left.mkdir()
            cut.write_to(left, self.folder)
            yield cut, left / self.path.name


def recorded(base: Path, how: str) -> Recording:
    """Record a restoring."""
    folder = base / "recorded"
    folder.mkdir()
    path = folder / "work.readiness"
    prepare(path, "crashed" if how == "careless" else how)
    stood = {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    command = [sys.executable, "-c", "import test_restores_cut as it; it.go_back()", str(path), how]
    return Recording(record(command, base / "log", robot.surroundings()), folder, stood)


def said(path: Path) -> set[str]:
    """Return how the rows of a workspace begin, once it is opened as a person opens it."""
    with closing(open_database(path)) as opened:
        return values(opened.connection)


def wrong_in(cut: Cut, path: Path, how: str) -> str:
    """Return what a power cut spoilt; nothing where all is well."""
    is_told = bool(cut.told)
    if not path.exists():
        return "" if how == "missing" and not is_told else "the workspace is gone"
    try:
        found = said(path)
        older = [said(one) for one in path.parent.glob("work replaced *.readiness")]
        older += [said(one.path) for one in kept(path)]
    except ReadinessError as error:
        return f"not whole: {error.sentence()}"
    if found != RESTORED and (is_told or found != STOOD or how == "missing"):
        return f"neither what stood there nor the backup: {found}"
    if any(one not in (STOOD, RESTORED) for one in older):
        return f"half a file is kept: {older}"
    return "" if how == "missing" or found == STOOD or STOOD in older else "what stood there is gone"


@pytest.mark.parametrize("how", HOWS)
def test_a_power_cut_while_a_backup_is_restored_leaves_a_whole_workspace(tmp_path: Path, how: str) -> None:
    recording = recorded(tmp_path, how)
    assert any(call.name == "rename" for call in recording.calls)
    tried = rounds(150, 1500)
    wrong = [
        what
        for cut, path in recording.replayed(tmp_path / "left", tried)
        if (what := wrong_in(cut, path, how))
    ]
    assert wrong == []
    tell(10, "power cuts while a backup is restored; workspaces torn or gone", tried, len(wrong))


def test_with_the_journal_moved_first_the_same_power_cuts_tear_it(tmp_path: Path) -> None:
    """The twin: half a change stays in the file, because its journal went before it."""
    recording = recorded(tmp_path, "careless")
    tried = rounds(300, 3000)
    torn = sum(is_torn(path) for _, path in recording.replayed(tmp_path / "left", tried))
    assert torn >= tried // 40
    tell(10, "the same with the journal moved away first (the twin, which must lose)", tried, torn)


def is_torn(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            return values(connection) not in (STOOD, RESTORED)
    except sqlite3.Error:
        return True
