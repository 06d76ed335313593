"""Copies of a workspace: read by nobody who may not read it, and made in a folder of any name."""

import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from stat import S_IMODE

import pytest
from crashing import fill, values

from readiness.errors import OutputError
from readiness.storage import backup_names, backups, replacing
from readiness.storage.opening import create_database, open_database


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


@pytest.fixture
def filled(path: Path) -> Path:
    with closing(create_database(path, clock)) as made:
        fill(made.connection)
    return path


def mode(path: Path) -> int:
    return S_IMODE(path.stat().st_mode)


def test_a_private_workspace_has_private_backups(filled: Path) -> None:
    filled.chmod(0o600)
    with closing(open_database(filled)) as database:
        backup = backups.back_up(database, clock).path
        copy = filled.with_name("copy.readiness")
        backups.copy_to(database, copy)
    assert mode(backup) == mode(copy) == 0o600


def test_what_everybody_may_read_stays_so(filled: Path) -> None:
    """The twin."""
    filled.chmod(0o644)
    with closing(open_database(filled)) as database:
        assert mode(backups.back_up(database, clock).path) & 0o044 == 0o044 & ~_umask()


def test_a_backup_takes_a_private_workspace_s_place_as_privately(filled: Path) -> None:
    with closing(open_database(filled)) as database:
        backup = backups.back_up(database, clock).path
    filled.chmod(0o600)
    backup.chmod(0o644)
    kept = replacing.put_in_place(replacing.make_ready(backup, filled), filled, clock=clock)
    assert kept is not None
    assert mode(filled) == mode(kept) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts elsewhere")
def test_a_folder_whose_name_is_no_text_holds_backups(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xff"))
    folder.mkdir()
    path = folder / "work.readiness"
    with closing(create_database(path, clock)) as made:
        fill(made.connection)
        backup = backups.back_up(made, clock).path
    with closing(open_database(backup, look_only=True)) as opened:
        assert values(opened.connection) == {"befor"}


def test_a_place_without_its_folders_is_taken_from_where_one_stands(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(filled.parent)
    with closing(open_database(filled)) as database:
        backups.copy_to(database, Path("copy.readiness"))
    assert filled.with_name("copy.readiness").exists()


def test_a_device_under_the_name_of_a_backup_is_not_copied_without_end(filled: Path) -> None:
    backup = filled.with_name("backup.readiness")
    backup.symlink_to("/dev/zero")
    with pytest.raises(OutputError, match="it is no file"):
        backups.copy_checked(backup, filled.with_name("part"))
    assert not filled.with_name("part").exists()


@pytest.mark.parametrize(
    "name",
    [
        "000007 2026-09-10 9999",
        "000007 2026-09-10 2460",
        "000007 2026-02-31 0842",
        "000007 0001-01-01 0000",
        "000007 9999-12-31 2359",
        "7" * 150 + " 2026-09-10 0842",
    ],
)
def test_a_name_that_no_backup_of_ours_has_is_none(filled: Path, name: str) -> None:
    """Its moment would be told on Home, and its number would be the one before the next."""
    with closing(open_database(filled)) as database:
        ours = backups.back_up(database, clock).path
        (ours.parent / f"{filled.stem} {name}.readiness").write_bytes(ours.read_bytes())
        assert [one.path for one in backup_names.kept(filled)] == [ours]
        assert backup_names.backup_name(filled, clock()).name.startswith(f"{filled.stem} 000002 ")


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
