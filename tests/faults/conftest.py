"""These tests write thousands of files that nobody keeps: they do so in memory, where there is some."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with TemporaryDirectory(prefix="readiness-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)
