"""What the database thread does for the window, whole errands at a time."""

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.errors import ReadinessError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.domain.assessment import Assessment
    from readiness.domain.incidents import Incident
    from readiness.domain.period import Period
    from readiness.domain.questionnaire import Questionnaire
    from readiness.domain.report_words import ReportWords
    from readiness.domain.sitting import Sitting
    from readiness.domain.terms import PlanTerms
    from readiness.errors import OutputError
    from readiness.reports.audit.facts import AuditFacts
    from readiness.reports.portfolio_weighing import Given
    from readiness.services.assessing import (
        Assessing,
        Beginning,
        ClosePreview,
        Draft,
        Sealed,
        TrashLine,
    )
    from readiness.services.beginning import LastQuarter, StartOffer
    from readiness.services.first_look import Due, OpenFile, SystemLine
    from readiness.services.looking_back import Earlier, History
    from readiness.services.moving import Moved
    from readiness.services.portfolio import Asked, Portfolio
    from readiness.services.portfolio_report import Member
    from readiness.services.reporting import Past
    from readiness.services.systems import SystemChange


class Desk:
    """An open workspace: what Home lists is at hand at once, the rest is loaded when it is first needed.

    Everything but ``path`` belongs in the database thread.
    """

    def __init__(self, file: "OpenFile") -> None:
        self.file = file
        self.path = file.path
        self.heard: Callable[[str | OutputError], object] | None = None
        self._assessing: Assessing | None = None

    @property
    def assessing(self) -> "Assessing":
        """What one can do in the workspace."""
        if self._assessing is None:
            from readiness.services.assessing import Assessing  # noqa: PLC0415 - after the first paint

            self._assessing = Assessing.over(self.file.database)
            self._assessing.hear_of_backups(self._hear)
        return self._assessing

    def _hear(self, told: "str | OutputError") -> None:
        if self.heard is not None:
            self.heard(told)

    def home(self) -> "tuple[SystemLine, ...]":
        """Return every system with its assessments."""
        return self.file.home()

    def finish(self) -> None:
        """Back up what changed, and only then let the file go: where that fails, it is still open."""
        if self._assessing is None:
            self.file.write_back()
        else:
            self._assessing.keep_changes()
        self.let_go()

    def let_go(self) -> None:
        """Let the file go without another copy of it."""
        self.file.database.close()

    def leave_behind(self) -> None:
        """Let the file go for a copy that holds all of it: its folder gets what it can, nothing is left."""
        with suppress(ReadinessError):  # the drive may be why one goes elsewhere
            self.file.write_back()
        self.file.database.close(is_needed=False)

    def close(self) -> None:
        """Back up what changed and let the file go."""
        if self._assessing is None:
            self.file.close()
        else:
            self._assessing.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A workspace that has just been opened, with what Home shows of it, or shows of it first."""

    desk: Desk
    home: "tuple[SystemLine, ...]"
    is_whole: bool
    read_only: bool
    last_backup: str | None
    notices: tuple[str, ...]
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """Whether a workspace is worked on through a copy, and whether its folder has everything."""

    path: str
    is_on_copy: bool
    is_in_step: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """An assessment to work on, the question it was left at, and its seal where it is closed.

    ``last`` is the sealed one before it.
    """

    id: int
    assessment: "Assessment"
    place: str
    seal: str = ""
    last: "LastQuarter | None" = None
    terms: "PlanTerms | None" = None
    sitting: "Sitting | None" = None
    incidents: "tuple[Incident, ...]" = ()
    words: "ReportWords | None" = None


def open_desk(
    opening: "Callable[[], OpenFile]", recent: tuple[str, ...], *, look_only: bool = False
) -> Opened:
    """Open a workspace and read what Home shows; a list that cannot be read closes it again."""
    file = opening()
    try:
        first = file.first_home()
        return Opened(
            desk=Desk(file),
            home=file.home() if first is None else first,
            is_whole=first is None,
            read_only=file.read_only or look_only,
            last_backup=file.last_backup(),
            notices=file.notices,
            missing=frozenset(path for path in recent if not os.path.exists(path)),  # noqa: PTH110 - or a dead drive raises
        )
    except BaseException:
        file.database.close()
        raise


def listen_to_copy(desk: Desk, told: "Callable[[], object]") -> CopyStanding:
    """Return how the working copy stands; ``told`` hears of every change of it, in this thread."""
    file = desk.file
    if file.copy is not None:
        file.database.on_written = told
    return CopyStanding(str(desk.path), file.copy is not None, file.database.is_in_step)


def cover(desk: Desk) -> None:
    """Back up what an earlier session left without a backup; ``heard`` is told of it."""
    desk.assessing.back_up_uncovered()


def resume(desk: Desk, assessment_id: int) -> Resumed:
    """Load an assessment, where it was left, and the quarter before it."""
    from readiness.services.beginning import last_quarter  # noqa: PLC0415 - after the first paint

    workspace = desk.assessing
    return Resumed(
        id=assessment_id,
        assessment=workspace.load(assessment_id),
        place=workspace.place(assessment_id),
        seal=workspace.seal_of(assessment_id) or "",
        last=last_quarter(workspace, assessment_id),
        terms=workspace.plan_terms(assessment_id),
        sitting=workspace.sitting(assessment_id),
        incidents=workspace.incidents(assessment_id),
        words=workspace.report_words(assessment_id),
    )


def start(desk: Desk, draft: "Draft") -> Resumed:
    """Start an assessment and load it."""
    return resume(desk, desk.assessing.start(draft))


def start_from(desk: Desk, draft: "Draft", previous_id: int, how: "Beginning") -> Resumed:
    """Start an assessment from an earlier one and load it."""
    return resume(desk, desk.assessing.start_from(draft, previous_id, how))


def read_offer(desk: Desk, draft: "Draft") -> "StartOffer | None":
    """Return what a new assessment could take over from the last one."""
    from readiness.services.beginning import start_offer  # noqa: PLC0415 - after the first paint

    return start_offer(desk.assessing, draft)


def preview_close(desk: Desk, assessment_id: int) -> "ClosePreview":
    """Work out what closing would change."""
    return desk.assessing.preview_close(assessment_id)


def seal(desk: Desk, assessment_id: int) -> "tuple[Sealed, Resumed]":
    """Close and seal an assessment, and load what it has become."""
    sealed = desk.assessing.close_assessment(assessment_id)
    return sealed, resume(desk, assessment_id)


def revise(desk: Desk, assessment_id: int) -> Resumed:
    """Start a revision of a sealed assessment and load it."""
    return resume(desk, desk.assessing.revise(assessment_id))


def delete(desk: Desk, assessment_id: int) -> str:
    """Put an assessment into the trash; return how a command names it."""
    reference = desk.assessing.load(assessment_id).reference
    desk.assessing.delete(assessment_id)
    return reference


def restore(desk: Desk, assessment_id: int) -> str:
    """Take an assessment out of the trash; return how a command names it."""
    desk.assessing.restore(assessment_id)
    return desk.assessing.load(assessment_id).reference


def purge(desk: Desk, assessment_id: int, name: str) -> str:
    """Delete for good what is in the trash; return the name of its system."""
    desk.assessing.purge(assessment_id, name)
    return name


def read_trash(desk: Desk) -> "tuple[TrashLine, ...]":
    """Return what was deleted and can be restored, last first."""
    return desk.assessing.trash()


def read_due(desk: Desk, until: str, quarter: str) -> "Due":
    """Return what is due until a day, or with a quarter at the latest."""
    return desk.file.due(until, quarter)


def look_back(desk: Desk, assessment_id: int) -> "Earlier | None":
    """Load the sealed assessment before one; nothing for a first one."""
    from readiness.services.looking_back import earlier  # noqa: PLC0415 - after the first paint

    return earlier(desk.assessing, assessment_id)


def read_history(desk: Desk, assessment_id: int) -> "History":
    """Load every sealed quarter of the system that an assessment is of."""
    from readiness.services.looking_back import history  # noqa: PLC0415 - after the first paint

    return history(desk.assessing, assessment_id)


def rename_system(desk: Desk, system_id: int, name: str) -> "SystemChange":
    """Give a system another name."""
    return desk.assessing.rename_system(system_id, name)


def archive_system(desk: Desk, system_id: int, *, archived: bool) -> "SystemChange":
    """Put a system away, or take it out again."""
    return desk.assessing.archive_system(system_id, archived=archived)


def set_team(desk: Desk, system: str, team: str) -> None:
    """Say which team has a system."""
    desk.assessing.set_team(system, team)


def split_system(desk: Desk, system_id: int, names: "Sequence[str]") -> "SystemChange":
    """Let several parts follow a system."""
    return desk.assessing.split_system(system_id, names)


def merge_systems(desk: Desk, system_ids: "Sequence[int]", name: str) -> "SystemChange":
    """Let one system follow several."""
    return desk.assessing.merge_systems(system_ids, name)


def take_back(desk: Desk, change: "SystemChange") -> None:
    """Undo a change of systems."""
    desk.assessing.take_back(change)


def move_assessment(desk: Desk, assessment_id: int, version: str) -> "Moved":
    """Move an open assessment to a newer version."""
    return desk.assessing.move(assessment_id, version)


def move_back(desk: Desk, done: "Moved") -> int:
    """Undo a move; return the assessment's key."""
    desk.assessing.move_back(done)
    return done.id


def read_portfolio(desk: Desk, asked: "Asked", today: "Period") -> "Portfolio":
    """Read a quarter over many systems."""
    from readiness.services.portfolio import portfolio  # noqa: PLC0415 - after the first paint

    return portfolio(desk.assessing.workspace, asked, today)


def read_members(desk: Desk, period: "Period") -> "tuple[Member, ...]":
    """Return the active systems, each with the assessment that stands for it in a quarter."""
    from readiness.services.portfolio_report import members  # noqa: PLC0415 - only for paper

    return members(desk.assessing, period)


def read_given(desk: Desk, member: "Member") -> "Given":
    """Read what the report of a portfolio weighs of one system."""
    from readiness.services.portfolio_report import given_of  # noqa: PLC0415 - only for paper

    return given_of(desk.assessing, member)


def read_askable(desk: Desk) -> "tuple[Questionnaire, ...]":
    """Return the questionnaires that were taken in and can be asked."""
    from readiness.services.shelf import askable  # noqa: PLC0415 - after the first paint

    return askable(desk.assessing)


def read_frame(desk: Desk, assessment_id: int) -> "Draft":
    """Return the frame of an assessment, to copy from."""
    from readiness.ui.reworking import draft_of  # noqa: PLC0415 - after the first paint

    return draft_of(desk.assessing.load(assessment_id))


def read_past(desk: Desk, assessment_id: int) -> "Past":
    """Read what a report looks back at."""
    from readiness.services.reporting import past_of  # noqa: PLC0415 - only for paper

    return past_of(desk.assessing, assessment_id)


def read_proved_past(desk: Desk, assessment_id: int) -> "Past":
    """Read what a report looks back at, and prove the seals behind it."""
    from readiness.services.reporting import proved_past_of  # noqa: PLC0415 - only for paper

    return proved_past_of(desk.assessing, assessment_id)


def read_audit(desk: Desk, assessment_id: int) -> "AuditFacts":
    """Read how an assessment came about."""
    from readiness.services import auditing  # noqa: PLC0415 - only for paper

    return auditing.read_audit(desk.assessing, assessment_id)
