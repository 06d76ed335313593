"""Where a workspace lies is told in words where it matters: a network drive, a synced folder, a full disk."""

import shutil
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from readiness.storage import surroundings
from readiness.storage.surroundings import Disk, Place, disk_by_mounts, place_of

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


def place(workspace: Path = WORK, **disk: str) -> Place | None:
    return place_of(workspace, Disk(**disk))


@pytest.mark.parametrize(
    "kind",
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.rclone", "9p"],
)
def test_a_network_drive_is_named(tmp_path: Path, kind: str) -> None:
    found = place_of(WORK, disk_by_mounts(WORK, mounts(tmp_path, kind)))
    assert found is not None
    assert found.kind == "network"
    assert found.happened == f"This workspace is on a network drive ({kind})."
    assert "A lost connection" in found.advice
    assert found == place(kind=kind)
    assert not surroundings.tells_last_write(WORK, mounts(tmp_path, kind))


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs"])
def test_a_disk_of_this_computer_is_not(tmp_path: Path, kind: str) -> None:
    assert place_of(WORK, disk_by_mounts(WORK, mounts(tmp_path, kind))) is None
    assert surroundings.tells_last_write(WORK, mounts(tmp_path, kind))


@pytest.mark.parametrize("kind", ["apfs", "hfs", "NTFS", "fuseblk", "exfat", "zfs", "tmpfs", ""])
def test_other_disks_of_this_computer_are_not_either(kind: str) -> None:
    assert place(kind=kind, device="/dev/disk1s1", label="Macintosh HD") is None


@pytest.mark.parametrize("device", [r"\\?\UNC\server\team", r"\\server\team", "//server/team"])
def test_a_share_is_named_whatever_it_is_formatted_with(device: str) -> None:
    found = place(kind="NTFS", device=device)
    assert found is not None
    assert found.happened == "This workspace is on a network drive."


@pytest.mark.parametrize("device", [r"\\?\Volume{1f2e}", "/dev/nvme0n1p2", "C:"])
def test_a_volume_is_no_share(device: str) -> None:
    assert place(kind="NTFS", device=device) is None


def test_where_the_system_tells_nothing_nothing_is_claimed(tmp_path: Path) -> None:
    assert place_of(WORK, disk_by_mounts(WORK, tmp_path / "none")) is None
    assert not surroundings.tells_last_write(WORK, tmp_path / "none")


@pytest.mark.parametrize(
    "folder",
    [
        *("Dropbox", "Dropbox (Quillmere)", "OneDrive", "OneDrive - Quillmere", "Google Drive", "Nextcloud"),
        *("GoogleDrive-ann@example.org", "iCloud Drive", "iCloudDrive", "Mobile Documents", "ownCloud"),
    ],
)
def test_a_synced_folder_is_named(folder: str) -> None:
    found = place(Path("/home/ann") / folder / "plans" / "quillmere.readiness", kind="ext4")
    assert found is not None
    assert found.kind == "synced"
    assert found.happened == "This workspace is in a synced folder."
    assert f"let “{folder}” finish" in found.advice
    assert "Open it on one computer at a time" in found.advice


def test_a_drive_that_a_syncing_program_makes_is_named() -> None:
    found = place(Path("/Volumes/G/quillmere.readiness"), kind="FAT32", label="Google Drive")
    assert found is not None
    assert "“Google Drive”" in found.advice


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".nextcloudsync.log"])
def test_a_folder_of_any_name_is_known_by_the_mark_in_it(tmp_path: Path, mark: str) -> None:
    folder = tmp_path / "Team plans"
    (folder / "2026").mkdir(parents=True)
    assert place(folder / "2026" / "quillmere.readiness") is None
    (folder / mark).touch()
    found = place(folder / "2026" / "quillmere.readiness")
    assert found is not None
    assert "“Team plans”" in found.advice


@pytest.mark.parametrize("folder", ["drop", "One", "Documents", "my one drive notes", "Boxes"])
def test_other_folders_are_not(folder: str) -> None:
    """The twin: most folders are fine."""
    assert place(Path("/home/ann") / folder / "quillmere.readiness", kind="ext4") is None


@pytest.mark.parametrize(
    ("size", "free", "is_told"),
    [(1000, 9_000_000, True), (8_000_000, 23_000_000, True), (8_000_000, 24_000_000, False)],
)
def test_little_room_is_told(monkeypatch: pytest.MonkeyPatch, size: int, free: int, *, is_told: bool) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=free))
    told = surroundings.notices(WORK, size)
    assert told == (
        [f"The disk of {WORK.name} has {free // 1_000_000} MB left. Make room before you go on."]
        if is_told
        else []
    )


@pytest.mark.parametrize(
    ("fstype", "opts", "is_network"),
    [
        ("smbfs", "rw,nosuid", True),
        ("NTFS", "rw,remote", True),
        ("NTFS", "rw,fixed", False),
        ("apfs", "rw", False),
    ],
)
def test_without_a_table_of_mounts_the_list_of_disks_tells(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fstype: str, opts: str, *, is_network: bool
) -> None:
    """As on Windows and macOS."""
    disks = [Listed("/dev/a", "/", "apfs", "rw"), Listed("x", "/srv/team files", fstype, opts)]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: disks)
    found = place_of(WORK, disk_by_mounts(WORK, tmp_path / "none"))
    assert (found is not None) is is_network


class Listed(NamedTuple):
    device: str
    mountpoint: str
    fstype: str
    opts: str
