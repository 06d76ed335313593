"""What going back to a backup is for the window: whole errands of the database thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import OutputError, ReadinessError
from readiness.ui.desk import Desk, Opened, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.restoring import Inventory
    from readiness.services.first_look import OpenFile
    from readiness.services.restoring import Restored


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingBack:
    """Which backup is to take the place of which workspace, and when it was made."""

    backup: Path
    workspace: Path
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBack:
    """What became of it: the workspace as it is open now, and what was done, or why it was not."""

    going: GoingBack
    opened: Opened
    restored: "Restored | None" = None
    error: ReadinessError | None = None


def go_back(
    desk: Desk | None, opening: "Callable[[], OpenFile]", recent: tuple[str, ...], going: GoingBack
) -> WentBack:
    """Put a backup in place and open it; where that fails, what was open is open again.

    Raises:
        ReadinessError: it could not be done; what is open still is.
    """
    from readiness.services.restoring import restore  # noqa: PLC0415 - when it is asked for

    is_here = desk is not None and desk.path == going.workspace
    if is_here and desk is not None and desk.file.read_only:
        raise OutputError(
            f"{going.workspace.name} is open for reading only, so nothing can take its place.",
            safe="It is untouched.",
            remedy="Save a copy of the backup somewhere you may write, and open that.",
        )
    is_open = desk.assessing if is_here and desk is not None else None
    try:
        restored = restore(going.backup, going.workspace, is_open)
    except ReadinessError as error:
        if is_open is None or not is_open.workspace.database.is_closed:
            raise
        return WentBack(going=going, opened=open_desk(opening, recent), error=error)
    return WentBack(going=going, opened=open_desk(opening, recent), restored=restored)


def holding(desk: Desk) -> "Inventory":
    """Return what is in the open workspace, to hold backups against."""
    from readiness.services.restoring import holding as held  # noqa: PLC0415 - when it is asked for

    return held(desk.assessing)
