"""The sealed quarters of a system, with those of the systems it came from before its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.storage.reading import AssessmentLine
    from readiness.storage.workspace import Workspace


def sealed_quarters(
    workspace: "Workspace", system_id: int, own: "Iterable[AssessmentLine]"
) -> "dict[str, AssessmentLine]":
    """Return the sealed quarters in their newest revisions, oldest first; ``own`` are the system’s own.

    Before its own first quarter stand those of its forebears, the nearest first.
    """
    found = newest_sealed(own)
    for forebear in workspace.forebears(system_id):
        first = min(found, default="~")
        older = newest_sealed(workspace.lines_of(forebear.id))
        found |= {period: line for period, line in older.items() if period < first}
    return dict(sorted(found.items()))


def newest_sealed(lines: "Iterable[AssessmentLine]") -> "dict[str, AssessmentLine]":
    """Return of each sealed quarter its newest revision."""
    ordered = sorted(lines, key=lambda line: (line.period, line.revision))
    return {line.period: line for line in ordered if line.state != "open"}
