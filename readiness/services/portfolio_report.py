"""The portfolio report: which assessment stands for each active system, and the two pages made of them.

Reading goes system by system, so that a window can save answers in between; weighing and drawing may run in
another process.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.domain.period import Period
from readiness.domain.scoring import LEAST_COVERAGE
from readiness.errors import NotFoundError
from readiness.exchange.atomic import atomic_write
from readiness.reports.options import ReportOptions
from readiness.reports.portfolio_content import describe_portfolio
from readiness.reports.portfolio_weighing import Given, Weighed, weigh
from readiness.services.assessing import Assessing, AssessmentLine
from readiness.services.comparing import versions_of
from readiness.services.exporting import drawn, with_logo
from readiness.services.looking_back import sealed_before
from readiness.services.proving import refuse_unproved
from readiness.services.quarters import newest_sealed

if TYPE_CHECKING:
    from readiness.reports.worker import ReportWorker


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An active system, and the key of the assessment that stands for it; ``None`` where there is none.

    ``is_open`` says that its assessment of the period is not sealed, also where an earlier one stands for it.
    """

    system: str
    team: str
    assessment_id: int | None
    is_open: bool


def members(workspace: Assessing, period: Period) -> tuple[Member, ...]:
    """Return the active systems of a workspace.

    Raises:
        NotFoundError: there is none, or none had begun anything by then.
        OutputError: the chain of seals does not hold.
    """
    refuse_unproved(workspace.workspace, "No report was made")
    systems = [system for system in workspace.home() if not system.archived]
    if not systems:
        raise NotFoundError(
            "The workspace has no active system.",
            remedy="Start an assessment, or take a system out of the archive.",
        )
    found = tuple(_member(system.name, system.team, system.assessments, period) for system in systems)
    if not any(one.assessment_id is not None or one.is_open for one in found):
        known = sorted({line.period for system in systems for line in system.assessments})
        raise NotFoundError(
            f"No system was assessed up to {period}.",
            remedy=f"The first assessment is of {known[0]}." if known else "Start an assessment first.",
        )
    return found


def given_of(workspace: Assessing, member: Member) -> Given:
    """Return what is kept of one system, as the report weighs it."""
    id_ = member.assessment_id
    if id_ is None:
        return Given(system=member.system, team=member.team, is_open=member.is_open)
    assessment = workspace.load(id_)
    earlier = sealed_before(workspace, id_, assessment.period)
    before = replace(workspace.load(earlier[-1].id), system=assessment.system) if earlier else None
    own = (assessment,) if before is None else (before, assessment)
    return Given(
        system=member.system,
        team=member.team,
        assessment=assessment,
        seal=workspace.seal_of(id_) or "",
        is_open=member.is_open,
        before=before,
        versions=versions_of(own, workspace.library.find) if before is not None else (),
        terms=workspace.plan_terms(id_),
        words=workspace.report_words(id_).said,
    )


def weighed(workspace: Assessing, period: Period) -> Iterator[Weighed]:
    """Weigh every active system in this process, one after another."""
    for member in members(workspace, period):
        yield weigh(given_of(workspace, member))


def export_portfolio(
    systems: Iterable[Weighed],
    period: Period,
    path: Path,
    options: ReportOptions,
    worker: "ReportWorker | None" = None,
) -> Path:
    """Write the two pages and return where they are; with a worker they are drawn in the other process.

    Raises:
        OutputError: they could not be made or written; what stood at ``path`` still does.
    """
    atomic_write(path, render_portfolio(systems, period, options, worker))
    return path


def render_portfolio(
    systems: Iterable[Weighed],
    period: Period,
    options: ReportOptions,
    worker: "ReportWorker | None" = None,
) -> bytes:
    """Return the two pages; the same systems and options give the same bytes."""
    chosen = with_logo(options)
    return drawn(describe_portfolio(tuple(systems), period, chosen), chosen, worker)


def suggest_portfolio_name(period: Period) -> str:
    """Return a file name for the report of a quarter."""
    return f"Portfolio {period}.pdf"


def _member(system: str, team: str, lines: Iterable[AssessmentLine], period: Period) -> Member:
    """Choose what stands for a system: sealed in the period, else open and far enough, else sealed before."""
    until = [line for line in lines if line.period <= str(period)]
    sealed = newest_sealed(until)
    now = [line for line in until if line.period == str(period) and line.state == "open"]
    open_ = max(now, key=lambda line: line.revision, default=None)
    own = sealed.get(str(period)) or (open_ if open_ is not None and _is_far(open_) else None)
    last = own or (sealed[max(sealed)] if sealed else open_)
    return Member(
        system=system,
        team=team,
        assessment_id=None if last is None else last.id,
        is_open=open_ is not None,
    )


def _is_far(line: AssessmentLine) -> bool:
    """Whether enough was asked that an open assessment says more than the sealed one before it."""
    return line.asked >= LEAST_COVERAGE * line.total > 0
