"""A command run in this process with its own streams."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final

from readiness import cli
from readiness.cli.terminal import Terminal

DATA: Final = Path(__file__).resolve().parent / "data"
WORKED_EXAMPLE: Final = DATA / "worked-example.yaml"
SMALL: Final = DATA / "small.yaml"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def run_command(*arguments: str | Path, start: cli.StartWindow | None = None) -> Ran:
    """Run one command as a user types it; no traceback may ever be seen."""
    out, err = StringIO(), StringIO()
    given = [str(part) for part in arguments]
    code = cli.main(given, start_window=start or _no_window, terminal=Terminal(out, err))
    ran = Ran(code, out.getvalue(), err.getvalue())
    assert "Traceback" not in ran.out + ran.err
    return ran


def _no_window(arguments: list[str]) -> int:
    message = f"a window was asked for: {arguments}"
    raise AssertionError(message)
