"""Where a workspace lies is told in words where it matters: a network drive, a synced folder, a full disk."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from readiness.storage import surroundings

WORK = Path("/srv/team files/quillmere.readiness")


class Usage(NamedTuple):
    free: int


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every disk room enough."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=10**12))


def mounts(folder: Path, kind: str) -> Path:
    """Return a table of mounts in which the team's folder is on a file system of a kind."""
    table = folder / "mounts"
    table.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x /srv/team\\040files {kind} rw 0 0\n", "utf-8")
    return table


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "davfs", "fuse.sshfs"])
def test_a_network_drive_is_named(tmp_path: Path, kind: str) -> None:
    (told,) = surroundings.notices(WORK, 1000, mounts(tmp_path, kind))
    assert f"is on a network drive ({kind})" in told
    assert "a folder of this computer is safer" in told
    assert not surroundings.tells_last_write(WORK, mounts(tmp_path, kind))


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs"])
def test_a_disk_of_this_computer_is_not(tmp_path: Path, kind: str) -> None:
    assert surroundings.notices(WORK, 1000, mounts(tmp_path, kind)) == []
    assert surroundings.tells_last_write(WORK, mounts(tmp_path, kind))


def test_where_the_system_tells_nothing_nothing_is_claimed(tmp_path: Path) -> None:
    assert surroundings.notices(WORK, 1000, tmp_path / "none") == []
    assert not surroundings.tells_last_write(WORK, tmp_path / "none")


@pytest.mark.parametrize(
    "folder", ["Dropbox", "OneDrive - Quillmere", "Google Drive", "Nextcloud", "iCloud Drive"]
)
def test_a_synced_folder_is_named(tmp_path: Path, folder: str) -> None:
    work = Path("/home/ann") / folder / "quillmere.readiness"
    (told,) = surroundings.notices(work, 1000, mounts(tmp_path, "ext4"))
    assert f"is in a folder that is synced ({folder})" in told
    assert "Open it on one computer at a time" in told


@pytest.mark.parametrize(
    ("size", "free", "is_told"),
    [(1000, 9_000_000, True), (8_000_000, 23_000_000, True), (8_000_000, 24_000_000, False)],
)
def test_little_room_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, free: int, *, is_told: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=free))
    told = surroundings.notices(WORK, size, mounts(tmp_path, "ext4"))
    assert told == (
        [f"The disk of {WORK.name} has {free // 1_000_000} MB left. Make room before you go on."]
        if is_told
        else []
    )
