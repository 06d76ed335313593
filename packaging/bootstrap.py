"""Make the environment: Python's version checked, pinned packages installed, missing libraries named."""

import argparse
import subprocess
import sys
import venv
from ctypes import CDLL
from pathlib import Path

LEAST_PYTHON = (3, 11)
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""What Qt's wheel expects of a Linux system, and Debian's package for it."""


def main() -> int:
    """Make the environment; return 0 when it is ready."""
    options = _options()
    if sys.version_info < LEAST_PYTHON:
        print("Readiness needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    _warn_of_missing_libraries()
    root = Path(__file__).resolve().parent.parent
    if not (options.folder / "bin" / "python").exists():
        venv.create(options.folder, with_pip=True)
    pins = [] if options.unpinned else ["-c", str(root / "packaging" / "constraints.txt")]
    extra = "[dev]" if options.dev else ""
    command = [
        options.folder / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        *pins,
        "-e",
        f"{root}{extra}",
    ]
    done = subprocess.run([str(part) for part in command], check=False)
    if done.returncode:
        print("The packages could not be installed; the lines above say which and why.", file=sys.stderr)
        return 1
    compiled = subprocess.run(
        [str(options.folder / "bin" / "python"), str(root / "packaging" / "compile_questionnaires.py")],
        check=False,
    )
    return compiled.returncode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    parser.add_argument("--unpinned", action="store_true", help="the newest versions pyproject.toml allows")
    return parser.parse_args()


def _warn_of_missing_libraries() -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if missing:
        print(
            f"System libraries are missing; install them with: apt-get install {' '.join(missing)}",
            file=sys.stderr,
        )


def _loads(library: str) -> bool:
    try:
        CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
