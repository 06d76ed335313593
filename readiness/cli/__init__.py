"""The same services from a terminal, for scripts, CI and tests; no Qt.

Results go to stdout, messages to stderr. A command returns 0 on success, 1 when what was asked for has
faults, 2 on wrong usage; no traceback reaches a user.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from readiness.cli.terminal import Terminal
from readiness.cli.window import open_window
from readiness.errors import FaultyFileError, ReadinessError, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

SUCCESS: Final = 0
FAULTS: Final = 1
WRONG_USAGE: Final = 2

StartWindow = Callable[[list[str]], int]
Command = Callable[["Namespace", Terminal], int]

_HOMES: Final[Mapping[str, str]] = {
    "demo": "workspaces",
    "list": "workspaces",
    "backup": "workspaces",
    "hand-over": "workspaces",
    "verify": "workspaces",
    "erase-person": "people",
    "check": "files",
    "import": "files",
    "score": "assessments",
    "report": "assessments",
    "export": "assessments",
    "close": "assessments",
    "upgrade": "upgrading",
    "compare": "comparing",
    "plan": "planning",
    "pack": "packs",
}
"""The module of each command: a command loads only what it needs."""


def main(arguments: Sequence[str], *, start_window: StartWindow, terminal: Terminal | None = None) -> int:
    """Run one command and return its exit code, whatever happens."""
    terminal = Terminal.standard() if terminal is None else terminal
    try:
        code = _run(arguments, start_window, terminal)
        terminal.flush()
    except SystemExit as left:  # --help and --version
        return left.code if isinstance(left.code, int) else SUCCESS
    except KeyboardInterrupt:
        terminal.say("Stopped. Everything that was saved is still there.")
        return FAULTS
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        terminal.hang_up()
        return SUCCESS
    except Exception as error:  # noqa: BLE001 - the last place: a bug is told in one sentence, never as a traceback
        return _failed(error, terminal)
    return code


def _run(arguments: Sequence[str], start_window: StartWindow, terminal: Terminal) -> int:
    if not arguments:
        return open_window("", start_window, terminal)
    from readiness.cli.arguments import parse  # noqa: PLC0415 - the window starts sooner without it

    given = parse(arguments)
    terminal.as_json = given.json
    if given.command == "open":
        return open_window(given.place or given.workspace or "", start_window, terminal)
    home = import_module(f"readiness.cli.{_HOMES[given.command]}")
    command = cast("Command", getattr(home, f"run_{given.command.replace('-', '_')}"))
    return command(given, terminal)


def _failed(error: Exception, terminal: Terminal) -> int:
    if isinstance(error, UsageError):
        terminal.say(error.sentence())
        return WRONG_USAGE
    if isinstance(error, FaultyFileError):
        terminal.say(error.details)
    if isinstance(error, ReadinessError):
        terminal.say(error.sentence())
        return FAULTS
    from readiness.cli.bugs import tell  # noqa: PLC0415 - loaded only where something went wrong

    terminal.say(tell(error))
    return FAULTS
