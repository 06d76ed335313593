"""What every test stands on: no display, no network, and none of the user's own folders."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

# Before anything imports Qt or platformdirs, which read these once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = Path(mkdtemp(prefix="readiness-tests-"))
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())
os.environ["XDG_RUNTIME_DIR"] = str(_HOME)
_HOME.chmod(0o700)

import shutil  # noqa: E402 - the environment is set first
from typing import TYPE_CHECKING  # noqa: E402 - the environment is set first

import pytest  # noqa: E402 - the environment is set first
from guarding import GUARD, WorkspaceGuard  # noqa: E402 - the environment is set first

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from readiness.ui.icons import Icons
    from readiness.ui.theme import Theme


def pytest_configure(config: pytest.Config) -> None:
    """Ignore what the offscreen platform says about itself; every other Qt warning fails a test."""
    if "PySide6" in sys.modules:  # pytest-qt loads it first: imports become plain, as in the window
        import readiness.ui  # noqa: F401, PLC0415 - see above

    for what in (r"propagateSizeHints\(\)", r"raise\(\)", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not support {what}")


@pytest.fixture(scope="session", autouse=True)
def _own_folders() -> Iterator[None]:
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _fresh_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test its own data, settings, log and cache folders."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def workspace_guard() -> Iterator[WorkspaceGuard]:
    """Fail a test in which anything but SQLite opened a workspace that is open."""
    GUARD.opened.clear()
    yield GUARD
    assert GUARD.opened == [], "opened beside SQLite while it was open"


@pytest.fixture(scope="session")
def _faces(qapp: "QApplication") -> None:  # noqa: ARG001 - faces need an application
    from readiness.ui import fonts  # noqa: PLC0415 - only tests of the window load Qt

    assert not fonts.load()


@pytest.fixture
def theme(qapp: "QApplication", _faces: None) -> "Theme":
    """Return a light theme that dresses the application."""
    from readiness.ui.theme import Theme  # noqa: PLC0415 - only tests of the window load Qt

    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def icons(theme: "Theme") -> "Icons":
    """Return the icons of the theme."""
    from readiness.ui.icons import Icons  # noqa: PLC0415 - only tests of the window load Qt

    return Icons(theme)
