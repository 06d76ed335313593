"""Files that somebody else made: bounded, then read in the other process, so that none can stop the program.

A file is read by a plain function that is given its bytes, its name and a way to find what it names. The
command line calls it as it is; the window lets a ``Reader`` call it where a crash, an endless loop or a
flood of memory ends one process that is not its own.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from readiness.errors import FaultyFileError, InputError, ReadinessError
from readiness.exchange.bounded import read_content
from readiness.other_process import EndedError, Limits, OtherProcess
from readiness.services.library import Library

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.domain.questionnaire import Questionnaire
    from readiness.exchange.finding import Find
    from readiness.storage.workspace import Workspace

Value = TypeVar("Value")
Given = TypeVar("Given")
Read = Callable[[Given, str, "Find"], Value]
"""What makes a value of what it is given, the bytes of a file for one, under a name."""

LIMITS: Final = Limits(seconds=10.0, memory=512 << 20)
_KEPT: Final = "Nothing was stored, and the program goes on."
_NOT_ORDINARY: Final = "Ask whoever made it for an ordinary one."


class Reader:
    """Reads one file at a time in the other process."""

    def __init__(self, process: OtherProcess, limits: Limits = LIMITS) -> None:
        self._process = process
        self._limits = limits

    def read(self, how: "Read[bytes, Value]", path: Path, find: "Find") -> Value:
        """Return what a file says.

        Raises:
            ReadinessError: what ``how`` raises; or the process that read it came to an end over it.
        """
        return self.make(how, read_content(path), path.name, find)

    def make(self, how: "Read[Given, Value]", given: Given, name: str, find: "Find") -> Value:
        """Return what comes of a part of a file that was read before; raises what ``read`` does."""
        try:
            found = self._process.call(
                _whatever_comes, how, given, name, limits=self._limits, answer=_by_name(find)
            )
        except EndedError as ended:
            raise self._refusal(name, ended) from ended
        if isinstance(found, ReadinessError):
            raise found
        value: Value = found
        return value

    def _refusal(self, name: str, ended: EndedError) -> InputError:
        happened, remedy = {
            "stopped": (f"{name} was not read to its end: it was stopped.", ""),
            "late": (
                f"{name} was not read to its end within {self._limits.seconds:g} seconds.",
                _NOT_ORDINARY,
            ),
            "memory": (f"{name} needs more memory than a file may have.", _NOT_ORDINARY),
            "died": (f"The process that read {name} ended unexpectedly.", f"Try again. {_NOT_ORDINARY}"),
        }[ended.why]
        return InputError(happened, safe=_KEPT, remedy=remedy, details=ended.details)


class Known(Library):
    """The questionnaires of a workspace at one moment, to be found without asking it again."""

    def __init__(self, held: "Mapping[str, Questionnaire]") -> None:
        super().__init__()
        self._held = held

    def find(self, reference: str) -> "Questionnaire | None":
        """Return a questionnaire by its reference, as the workspace would."""
        return self._held.get(reference) or super().find(reference)


def known_in(workspace: "Workspace") -> Known:
    """Return what a workspace knows now, the newest of each name; what is shipped is read already."""
    newest_last = reversed([one.questionnaire for one in workspace.held()])
    known = Known({one.reference: one for one in newest_last})
    known.shipped()
    return known


def read_response(content: bytes, name: str, find: "Find") -> "Assessment":
    """Return the answers in a file.

    Raises:
        FaultyFileError: it has faults; every one is named.
    """
    from readiness.exchange.importers import read_with  # noqa: PLC0415 - they load pydantic
    from readiness.exchange.own_importers import AnswersImporter  # noqa: PLC0415 - see above

    file = read_with(AnswersImporter(), content, name, find)
    if file.assessment is None:
        raise FaultyFileError(name, file.faults)
    return file.assessment


def _by_name(find: "Find") -> "Callable[[object], Questionnaire | None]":
    """Return what answers the other process, whatever it asks for."""

    def answer(asked: object) -> "Questionnaire | None":
        return find(asked) if isinstance(asked, str) else None

    return answer


def _whatever_comes(
    how: "Read[Given, Value]", given: Given, name: str, find: "Find"
) -> "Value | ReadinessError":
    """Read in the other process; a refusal comes back as a value, with all its faults."""
    try:
        return how(given, name, find)
    except ReadinessError as error:
        return error
