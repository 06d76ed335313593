"""``python -m readiness`` and the installed ``readiness``: a command, or the window."""

import sys
from collections.abc import Sequence

from readiness import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    return cli.main(sys.argv[1:] if arguments is None else arguments, start_window=_start_window)


def _start_window(arguments: list[str]) -> int:
    from readiness.app import run  # noqa: PLC0415 - only the window pays for Qt

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
