"""Opening the window from a terminal, and saying in one line why it cannot open."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Final

from readiness.cli.terminal import Terminal

_NO_WINDOW: Final = 1
_INSTEAD: Final = "“readiness report REF -o FILE.pdf” works without one."


def open_window(given: Namespace, start: Callable[[list[str]], int], terminal: Terminal) -> int:
    """Open the workspace that was named, or the user's own."""
    if _has_no_display(sys.platform, os.environ):
        terminal.say(f"There is no display to open the window on. {_INSTEAD}")
        return _NO_WINDOW
    workspace = given.place or given.workspace
    try:
        return start([workspace] if workspace else [])
    except ImportError as error:
        if "cannot open shared object" not in str(error):
            raise
        library = str(error).partition(":")[0]
        terminal.say(
            f"The window needs the system library {library}, which is missing. On Debian and Ubuntu: "
            "apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1. "
            f"{_INSTEAD}"
        )
        return _NO_WINDOW


def _has_no_display(platform: str, environment: Mapping[str, str]) -> bool:
    if platform in {"win32", "cygwin", "darwin"}:
        return False
    return not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
