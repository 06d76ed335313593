"""The chain of seals, walked before a history leaves the house: on paper, in a copy, in a package."""

from readiness.errors import OutputError
from readiness.storage.workspace import Workspace


def refuse_unproved(workspace: Workspace, what: str, safe: str = "Nothing was written.") -> None:
    """Refuse to make something of a workspace whose seals do not hold; ``what`` begins the sentence.

    A workspace is checked when it is opened, but a large one not whole, and a disk can spoil it meanwhile.

    Raises:
        OutputError: a seal was changed, or what it sealed is listed differently.
    """
    report = workspace.verify()
    if not report.ok:
        raise OutputError(
            f"{what}, because the workspace is not sound: {report.faults[0]}",
            safe=safe,
            remedy="Run “readiness verify” for the whole list, then go back to a backup from before.",
            details="\n".join(report.faults),
        )
