"""Whether the system asks for less motion; Qt does not say it, so each desktop is asked in its own way."""

import configparser
import os
import plistlib
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

_CLIENT_AREA_ANIMATION: Final = 0x1042
"""Windows' name for the switch “Animation effects”."""
_GSETTINGS: Final = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")


@cache
def wants_less_motion() -> bool:
    """Return what the system says, asked once; what cannot be read asks for nothing."""
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_macos(Path.home() / "Library" / "Preferences" / "com.apple.universalaccess.plist")
    return on_a_free_desktop(os.environ)


def on_a_free_desktop(environment: "os._Environ[str] | dict[str, str]") -> bool:
    """Read what KDE, GTK or GNOME keep, in the order in which they are cheap to ask."""
    folder = environment.get("XDG_CONFIG_HOME") or str(Path(environment.get("HOME", "/")) / ".config")
    desktop = environment.get("XDG_CURRENT_DESKTOP", "").upper()
    if "KDE" in desktop:
        return _kept(Path(folder) / "kdeglobals", "KDE", "AnimationDurationFactor") == "0"
    for version in ("gtk-4.0", "gtk-3.0"):
        kept = _kept(Path(folder) / version / "settings.ini", "Settings", "gtk-enable-animations")
        if kept is not None:
            return kept.lower() in {"0", "false"}
    return "GNOME" in desktop and _gnome_says() == "false"


def _kept(path: Path, section: str, key: str) -> str | None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (OSError, UnicodeDecodeError, configparser.Error):
        return None
    return parser.get(section, key, fallback=None)


def _gnome_says() -> str:
    try:
        told = subprocess.run(_GSETTINGS, capture_output=True, text=True, timeout=1, check=False)  # noqa: S603 - fixed words
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()


def _on_macos(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            kept = plistlib.load(file)
    except (OSError, ValueError, plistlib.InvalidFileException):
        return False
    return bool(kept.get("reduceMotion"))


def _on_windows() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - on Windows only

    shown = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
    return not shown.value
