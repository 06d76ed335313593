"""Workspaces to run commands on."""

from pathlib import Path

import pytest

from readiness.services.sample import write_sample


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "quillmere.readiness"
    write_sample(path)
    return path


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Path:
    """Return a fresh copy of the sample workspace, closed."""
    path = tmp_path / "quillmere.readiness"
    path.write_bytes(_sample.read_bytes())
    return path
