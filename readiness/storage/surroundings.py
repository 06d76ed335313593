"""Where a workspace lies, as far as its safety hangs on it: a full disk, a network drive, a synced folder."""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

_NETWORK: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "webdav", "davfs", "ceph"),
        *("9p", "virtiofs", "vboxsf", "vmhgfs", "fuse", "macfuse", "osxfuse", "glusterfs", "lustre"),
    }
)
"""What another computer keeps, or a program that stands between: locks and times are as good as that."""

_EXACT: Final = frozenset({"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay"})
"""Where the time of a file's last writing is told at once; elsewhere it may come late."""
_SYNCED: Final = (
    *(
        "dropbox",
        "onedrive",
        "google drive",
        "googledrive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
    ),
    *("com~apple~clouddocs", "nextcloud", "owncloud", "pcloud", "box sync", "syncthing", "proton drive"),
    *("tresorit", "seafile", "megasync", "yandex.disk"),
)
_MARKS: Final = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log")
"""What a syncing program leaves in the folder it keeps, whatever that is called."""
_ON_COPY: Final = (
    "You work on a copy on this computer: what you answer is saved here at once, and written back to its "
    "folder a few seconds later."
)
_LEAST_FREE: Final = 10_000_000
_MOUNTS: Final = Path("/proc/self/mounts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """What the system says of the disk under a workspace: its file system, its device, its label."""

    kind: str = ""
    device: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in which a workspace is less safe than on a disk of this computer, and what to do.

    ``on_copy`` is for one that is worked on through a copy, ``advice`` for one that is opened there itself.
    """

    kind: Literal["network", "synced"]
    happened: str
    advice: str
    on_copy: str


def place_of(workspace: Path, disk: Disk) -> Place | None:
    """Return what is to be known of the place; nothing where all is well."""
    return _network(workspace, disk) or _synced(workspace, disk)


def disk_by_mounts(workspace: Path, mounts: Path = _MOUNTS) -> Disk:
    """Return what the system's table of mounts says of a disk, or its list of disks where it has no table."""
    return Disk(kind=_file_system(workspace, mounts)) if mounts.exists() else _disk_by_list(workspace)


def _disk_by_list(workspace: Path) -> Disk:
    import psutil  # noqa: PLC0415 - for Windows and macOS

    found = [disk for disk in psutil.disk_partitions(all=True) if workspace.is_relative_to(disk.mountpoint)]
    if not found:
        return Disk()
    nearest = max(found, key=lambda disk: len(disk.mountpoint))
    # Windows calls a mapped drive by a letter, and by the file system of its server.
    is_remote = "remote" in nearest.opts.split(",")
    return Disk(kind="smb" if is_remote else nearest.fstype, device=nearest.device)


def notices(workspace: Path, size: int) -> list[str]:
    """Return what a person should know at every opening; nothing where all is well."""
    found = (_low_space(workspace, size),)
    return [notice for notice in found if notice]


def tells_last_write(workspace: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the file system says at once that somebody wrote a file."""
    return _file_system(workspace, mounts) in _EXACT


def _low_space(workspace: Path, size: int) -> str:
    try:
        free = shutil.disk_usage(workspace.parent).free
    except OSError:
        return ""
    if free >= max(3 * size, _LEAST_FREE):
        return ""
    return f"The disk of {workspace.name} has {free // 1_000_000} MB left. Make room before you go on."


def _network(workspace: Path, disk: Disk) -> Place | None:
    kind = disk.kind.casefold()
    is_share = str(workspace).startswith(r"\\") or _is_share(disk.device)
    if not is_share and kind not in _NETWORK and not kind.startswith("fuse."):
        return None
    named = f" ({disk.kind})" if disk.kind and not is_share else ""
    return Place(
        kind="network",
        happened=f"This workspace is on a network drive{named}.",
        advice="Open it on one computer at a time. A lost connection keeps it from being saved.",
        on_copy=_ON_COPY,
    )


def _is_share(device: str) -> bool:
    """Whether a device is a folder that another computer shares, as Windows and Samba write it."""
    return device.startswith((r"\\?\UNC", "//")) or (
        device.startswith(r"\\") and not device.startswith(r"\\?")
    )


def _file_system(workspace: Path, mounts: Path) -> str:
    """Return the kind of file system the workspace is on, where the system tells."""
    best, kind = "", ""
    with suppress(OSError):
        for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            place, found = line.split(" ")[1:3]
            where = place.replace("\\040", " ")
            if workspace.is_relative_to(where) and len(where) >= len(best):
                best, kind = where, found
    return kind


def synced_folder(file: Path) -> str:
    """Return the folder above a file that a known program keeps in step with others; empty for none."""
    return next((name for name in file.parent.parts if name.casefold().startswith(_SYNCED)), "")


def _synced(workspace: Path, disk: Disk) -> Place | None:
    labelled = disk.label if disk.label.casefold().startswith(_SYNCED) else ""
    folder = synced_folder(workspace) or labelled or _marked_folder(workspace)
    if not folder:
        return None
    return Place(
        kind="synced",
        happened="This workspace is in a synced folder.",
        advice=f"Open it on one computer at a time, and let “{folder}” finish before you open it on another.",
        on_copy=f"{_ON_COPY} Let “{folder}” finish before you open it on another computer.",
    )


def _marked_folder(workspace: Path) -> str:
    """Return the folder above that a syncing program has left its mark in; empty for none."""
    with suppress(OSError, ValueError):
        for folder in workspace.parents:
            if any(os.path.lexists(folder / mark) for mark in _MARKS) and folder != Path.home():
                return folder.name
    return ""
