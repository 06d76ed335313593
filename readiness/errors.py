"""What can go wrong for a user, one sentence each; who shows it (dialog, bar, terminal) is the edge's choice.

ReadinessError                     anything a user may be told
├── InputError                     a file or a value from outside has faults; nothing was stored
│   ├── FaultyFileError            carries every fault with line, column and id
│   ├── LineageError               a version does not say how it came out of the other
│   └── IncomparableError          two assessments that no comparison joins: different systems
├── UsageError                     the command was called wrongly (exit code 2)
├── WorkspaceError                 the workspace cannot be used as asked; what it holds is untouched
│   ├── NotAWorkspaceError         the file is something else, or damaged
│   ├── NewerWorkspaceError        written by a newer program
│   ├── WorkspaceInUseError        another process holds it
│   │   └── WorkspaceClaimedError   another computer works on a copy of it
│   ├── WorkspaceReadOnlyError     no permission to write
│   ├── WorkspaceMovedError        replaced or deleted underneath us
│   └── NotSavedError              a commit failed; the answer is not on disk
├── SealedError                    a closed assessment cannot change
├── FrozenError                    a private answer cannot change once it is revealed
├── NotFoundError                  no such system, assessment or questionnaire
└── OutputError                    a file could not be written; what was there before still is
    └── NotWrittenBackError        what is saved on this computer is not in the workspace's folder yet

Our own bugs are ordinary exceptions and never derive from ReadinessError.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal


class ReadinessError(Exception):
    """A failure that a user is told: what happened, what is safe, what to do."""

    def __init__(self, happened: str, *, safe: str = "", remedy: str = "", details: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.remedy = remedy
        self.details = details

    def sentence(self) -> str:
        """Return the whole message as one paragraph."""
        return " ".join(part for part in (self.happened, self.safe, self.remedy) if part)

    def __str__(self) -> str:
        return self.sentence()

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it cross to another process as it is, whatever its class is made of."""
        return _made_again, (type(self), self.args, vars(self))


def _made_again(
    kind: type[ReadinessError], arguments: tuple[Any, ...], said: dict[str, Any]
) -> ReadinessError:
    error = kind.__new__(kind)
    error.args = arguments
    vars(error).update(said)
    return error


Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a file from outside. Lines and columns count from 1; 0 means the whole file."""

    code: str
    message: str
    severity: Severity = "error"
    line: int = 0
    column: int = 0
    id: str = ""

    def as_line(self, file: str) -> str:
        """Return ``file:line:column: severity: code: message``, the form that editors and CI read."""
        return f"{file}:{self.line}:{self.column}: {self.severity}: {self.code}: {self.message}"


class InputError(ReadinessError):
    """Something that came from outside cannot be used."""


class FaultyFileError(InputError):
    """A questionnaire, answers file or lens with faults."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        errors = [fault for fault in faults if fault.severity == "error"]
        count = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
        super().__init__(
            f"{file} has {count}.",
            safe="Nothing was stored.",
            remedy="Mend the file and try again.",
            details="\n".join(fault.as_line(file) for fault in faults),
        )
        self.file = file
        self.faults = tuple(faults)


class LineageError(InputError):
    """Two versions of a questionnaire cannot be joined: what one says about the other does not hold."""

    def __init__(self, old: str, new: str, faults: Sequence[Fault]) -> None:
        super().__init__(
            f"{new} does not say rightly how it came out of {old}: {faults[0].message}.",
            safe="Both assessments stay as they are; they are not compared.",
            remedy="Mend the lineage in the questionnaire, or import the version that is missing between.",
            details="\n".join(fault.message for fault in faults),
        )
        self.faults = tuple(faults)


class IncomparableError(InputError):
    """Two assessments say nothing about each other."""


class UsageError(ReadinessError):
    """The command line was used in a way it does not understand."""


class WorkspaceError(ReadinessError):
    """The workspace cannot be used as asked."""


class NotAWorkspaceError(WorkspaceError):
    """The file is not a workspace, or is damaged."""


class NewerWorkspaceError(WorkspaceError):
    """The workspace was written by a newer program."""


class WorkspaceInUseError(WorkspaceError):
    """Another process holds the workspace."""


class WorkspaceClaimedError(WorkspaceInUseError):
    """Another computer works on a copy of the workspace, or says so; ``if_left`` is for where it does not."""

    if_left: str = ""


class WorkspaceReadOnlyError(WorkspaceError):
    """The workspace can be read but not written."""


class WorkspaceMovedError(WorkspaceError):
    """The file was replaced or deleted while it was open."""


class NotSavedError(WorkspaceError):
    """A commit failed, and the change is not on disk."""


class SealedError(ReadinessError):
    """A closed assessment cannot change."""


class FrozenError(ReadinessError):
    """A private answer cannot change once it is revealed."""


class NotFoundError(ReadinessError):
    """What was named does not exist."""


class OutputError(ReadinessError):
    """A file could not be written."""


class NotWrittenBackError(OutputError):
    """What is saved on this computer could not be put into the workspace's folder; ``why`` in few words."""

    def __init__(
        self,
        happened: str,
        *,
        safe: str = "Every answer is saved on this computer.",
        remedy: str = "",
        details: str = "",
        why: str = "",
    ) -> None:
        super().__init__(happened, safe=safe, remedy=remedy, details=details)
        self.why = why
