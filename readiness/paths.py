"""Where data, settings and bundled files are: installed, editable or frozen."""

import sys
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

_FOLDERS: Final = PlatformDirs("Readiness", appauthor=False)


def bundled(*parts: str) -> Path:
    """Return a shipped file or folder (``questionnaires/…``, ``assets/…``)."""
    return _bundle().joinpath(*parts)


def _bundle() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent


def default_workspace() -> Path:
    """Return the user's own workspace in the platform's data folder."""
    return Path(_FOLDERS.user_data_dir) / "workspace.readiness"


def sample_workspace() -> Path:
    """Return where “Try the sample” writes its workspace."""
    return Path(_FOLDERS.user_data_dir) / "sample.readiness"


def working_copies() -> Path:
    """Return the folder of copies of workspaces that lie on network drives or in synced folders."""
    return Path(_FOLDERS.user_data_dir) / "working copies"


def settings_file() -> Path:
    """Return the preferences file."""
    return Path(_FOLDERS.user_config_dir) / "settings.json"


def log_folder() -> Path:
    """Return the folder of the rotated log."""
    return Path(_FOLDERS.user_log_dir)


def cache_folder() -> Path:
    """Return the folder of what can be made again (compiled questionnaires)."""
    return Path(_FOLDERS.user_cache_dir)
