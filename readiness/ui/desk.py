"""What the database thread does for the window, whole errands at a time."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.ui.framing import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Assessment
    from readiness.services.assessing import Assessing, Draft, Sealed, SystemLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A workspace that has just been opened, with what Home shows of it."""

    workspace: "Assessing"
    home: "tuple[SystemLine, ...]"
    read_only: bool
    last_backup: str | None
    missing: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """An assessment to work on, the question it was left at, and its seal where it is closed."""

    id: int
    assessment: "Assessment"
    place: str
    seal: str = ""


def open_desk(
    opening: "Callable[[], Assessing]", recent: tuple[str, ...], *, look_only: bool = False
) -> Opened:
    """Open a workspace and read what Home shows; a list that cannot be read closes it again."""
    workspace = opening()
    try:
        return Opened(
            workspace=workspace,
            home=workspace.home(),
            read_only=workspace.read_only or look_only,
            last_backup=workspace.last_backup(),
            missing=frozenset(path for path in recent if not Path(path).exists()),
        )
    except BaseException:
        workspace.close()
        raise


def resume(workspace: "Assessing", assessment_id: int) -> Resumed:
    """Load an assessment and where it was left."""
    return Resumed(
        id=assessment_id,
        assessment=workspace.load(assessment_id),
        place=workspace.place(assessment_id),
        seal=workspace.seal_of(assessment_id) or "",
    )


def start(workspace: "Assessing", draft: "Draft") -> Resumed:
    """Start an assessment and load it."""
    return resume(workspace, workspace.start(draft))


def seal(workspace: "Assessing", assessment_id: int) -> "tuple[Sealed, Resumed]":
    """Close and seal an assessment, and load what it has become."""
    sealed = workspace.close_assessment(assessment_id)
    return sealed, resume(workspace, assessment_id)


def read_frame(workspace: "Assessing", assessment_id: int) -> "Draft":
    """Return the frame of an assessment, to copy from."""
    return draft_of(workspace.load(assessment_id))
