"""Opening the window from a terminal, and saying in one line why it cannot open."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from readiness.cli.terminal import Terminal

_NO_WINDOW: Final = 1
_INSTEAD: Final = "“readiness report REF -o FILE.pdf” works without one."
_SOCKETS: Final = Path("/tmp/.X11-unix")  # noqa: S108 - where X servers listen, by convention
_CURSOR: Final = "libxcb-cursor.so.0"


def open_window(workspace: str, start: Callable[[list[str]], int], terminal: "Terminal") -> int:
    """Open the workspace that was named, or the user's own."""
    obstacle = _obstacle(os.environ) if sys.platform == "linux" else ""
    if obstacle:
        terminal.say(f"{obstacle} {_INSTEAD}")
        return _NO_WINDOW
    try:
        return start([workspace] if workspace else [])
    except ImportError as error:
        if "cannot open shared object" not in str(error):
            raise
        terminal.say(f"{_missing(str(error).partition(':')[0])} {_INSTEAD}")
        return _NO_WINDOW


def _obstacle(environment: Mapping[str, str]) -> str:
    """Say what Qt would end the process for; empty where it can try."""
    if environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if not _answers(environment.get("DISPLAY", "")):
        return "There is no display to open the window on."
    return "" if _loads(_CURSOR) else _missing(_CURSOR)


def _answers(display: str) -> bool:
    """Say whether an X display is there; one on another computer is given the benefit of the doubt."""
    local = re.fullmatch(r":([0-9]+)(?:\.[0-9]+)?", display)
    if local is None:
        return bool(display)
    from socket import AF_UNIX, socket  # noqa: PLC0415 - only where an X display is asked for

    for address in (f"\0{_SOCKETS}/X{local[1]}", f"{_SOCKETS}/X{local[1]}"):
        with socket(AF_UNIX) as probe:
            if probe.connect_ex(address) == 0:
                return True
    return False


def _loads(library: str) -> bool:
    from ctypes import CDLL  # noqa: PLC0415 - only where an X display is asked for

    try:
        CDLL(library)
    except OSError:
        return False
    return True


def _missing(library: str) -> str:
    return (
        f"The window needs the system library {library}, which is missing; on Debian and Ubuntu: apt install "
        "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1."
    )
