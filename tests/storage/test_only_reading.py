"""Where a file or its folder cannot be written it is opened for reading, also after a crash."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from crashing import crash, fill, values

from readiness.errors import WorkspaceReadOnlyError
from readiness.services.assessing import Assessing
from readiness.storage.opening import create_database, open_database
from readiness.storage.surroundings import Disk

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody who may write only what everybody may; root may write everything otherwise."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that everybody may enter, which pytest's own is not."""
    made = Path(tempfile.mkdtemp(prefix="readiness-test-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def filled(folder: Path) -> Path:
    path = folder / "quillmere.readiness"
    made = create_database(path)
    fill(made.connection)
    made.close()
    return path


@pytest.mark.parametrize("crashed", [False, True], ids=["closed", "crashed"])
@pytest.mark.parametrize(
    ("file_mode", "folder_mode"),
    [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)],
    ids=["file", "folder", "both"],
)
def test_it_opens_for_reading_and_says_so(
    filled: Path, file_mode: int, folder_mode: int, *, crashed: bool
) -> None:
    if crashed:
        crash(filled).chmod(0o444)
    filled.chmod(file_mode)
    filled.parent.chmod(folder_mode)
    before = {file.name: file.read_bytes() for file in filled.parent.iterdir()}
    with without_rights(), closing(open_database(filled)) as opened:
        assert opened.read_only
        assert values(opened.connection) == {"befor"}
        assert "open for reading only" in " ".join(opened.notices)
        with pytest.raises(WorkspaceReadOnlyError), opened.transaction():
            pass
    assert {file.name: file.read_bytes() for file in filled.parent.iterdir()} == before


def test_a_file_that_may_be_written_is_not_opened_for_reading(filled: Path) -> None:
    """The twin: it is the rights that decide."""
    filled.chmod(0o666)
    filled.parent.chmod(0o777)
    with without_rights(), closing(open_database(filled)) as opened:
        assert not opened.read_only


def test_a_look_takes_no_lock_and_leaves_no_trace(workspace: Assessing) -> None:
    path = workspace.path
    workspace.workspace.database.close()
    names = sorted(path.parent.iterdir())
    with closing(Assessing.open(path, look_only=True)) as look:
        assert look.read_only
        assert look.load(1).system == "Checkout API"
        assert look.notices == ()
        assert sorted(path.parent.iterdir()) == names


def test_a_copy_can_be_saved_from_a_workspace_that_is_only_read(workspace: Assessing, tmp_path: Path) -> None:
    path = workspace.path
    workspace.workspace.database.close()
    with closing(Assessing.open(path, look_only=True)) as look:
        copy = look.backup(tmp_path / "elsewhere" / "copy.readiness")
    with closing(Assessing.open(copy)) as opened:
        assert not opened.read_only
        assert opened.load(1).system == "Checkout API"


def test_on_a_network_drive_too_it_is_opened_there_for_reading(filled: Path) -> None:
    """A copy could never be written back."""
    filled.parent.chmod(0o555)
    with without_rights(), closing(open_database(filled, disk_of=lambda _: Disk(kind="cifs"))) as opened:
        assert opened.read_only
        assert opened.file == filled
