"""What going back to a backup is for the window: whole errands of the database thread."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import OutputError, ReadinessError, WorkspaceError
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
    """What became of it: the workspace as it is open now, and what was done, or why it was not.

    ``opened`` is nothing where what was open had to be let go of and nothing opens in its place.
    """

    going: GoingBack
    opened: Opened | None
    restored: "Restored | None" = None
    error: ReadinessError | None = None


def go_back(
    desk: Desk | None, opening: "Callable[[], OpenFile]", recent: tuple[str, ...], going: GoingBack
) -> WentBack:
    """Put a backup in place and open it; where that fails, what was open is open again.

    Where that does not open either, nothing is open any more, and the error says why.

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
        return _opened_again(WentBack(going=going, opened=None, error=error), opening, recent)
    done = WentBack(going=going, opened=None, restored=restored)
    return _opened_again(done, opening, recent)


def _opened_again(went: WentBack, opening: "Callable[[], OpenFile]", recent: tuple[str, ...]) -> WentBack:
    try:
        return replace(went, opened=open_desk(opening, recent))
    except ReadinessError as error:  # no room to bring an older format up, or somebody was quicker
        return replace(went, error=error)


def holding(desk: Desk) -> "Inventory | None":
    """Return what is in the open workspace, to hold backups against; nothing where it cannot be read."""
    from readiness.services.restoring import holding as held  # noqa: PLC0415 - when it is asked for

    try:
        return held(desk.assessing)
    except WorkspaceError:  # that is when one needs a backup
        return None
