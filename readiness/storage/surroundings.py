"""Where a workspace lies, as far as its safety hangs on it: a full disk, a network drive, a synced folder."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "ncpfs", "davfs", "9p", "ceph"})
_EXACT: Final = frozenset({"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay"})
"""Where the time of a file's last writing is told at once; elsewhere it may come late."""
_SYNCED: Final = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud drive",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "box sync",
    "syncthing",
)
_LEAST_FREE: Final = 10_000_000
_MOUNTS: Final = Path("/proc/self/mounts")


def notices(workspace: Path, size: int, mounts: Path = _MOUNTS) -> list[str]:
    """Return what a person should know about the place; nothing where all is well."""
    found = (_low_space(workspace, size), _network(workspace, mounts), _synced(workspace))
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


def _network(workspace: Path, mounts: Path) -> str:
    kind = _file_system(workspace, mounts)
    if kind not in _NETWORK and not kind.startswith("fuse."):
        return ""
    return (
        f"{workspace.name} is on a network drive ({kind}). One computer at a time can have it open, and "
        "a lost connection can stop it from being saved; a folder of this computer is safer."
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


def _synced(workspace: Path) -> str:
    folder = synced_folder(workspace)
    if not folder:
        return ""
    return (
        f"{workspace.name} is in a folder that is synced ({folder}). Open it on one computer at a "
        "time, and let the syncing end before you open it on another."
    )
