"""Disks that are small, so that a test can fill one; only who may mount can have them."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NOBODY: Final = 65534


@contextmanager
def small_disk(size: int) -> Iterator[Path | None]:
    """Mount a disk of so many bytes in memory; nothing where the system does not let us."""
    folder = Path(tempfile.mkdtemp(prefix="readiness-disk-"))
    mounted = os.name != "nt" and _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if not mounted:
        folder.rmdir()
        yield None
        return
    try:
        yield folder
    finally:
        _run("umount", "-l", str(folder))
        folder.rmdir()


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
