"""``report --portfolio``: two pages over all active systems of the workspace in one quarter."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from readiness.cli.opening import opened
from readiness.cli.terminal import Terminal
from readiness.domain.period import Period
from readiness.errors import UsageError
from readiness.reports.options import ReportOptions
from readiness.services.portfolio_report import export_portfolio, weighed

_OF_ONE_SYSTEM: Final = ("target", "compare", "audience")
"""Options that mean something for one system only."""


def write_portfolio(given: Namespace, company: str, terminal: Terminal) -> Path:
    """Write the report with an organisation’s name and return where it is.

    Raises:
        UsageError: it was called with what belongs to one system, or with no quarter.
    """
    _refuse_one_system(given)
    period = _period(given.portfolio)
    options = ReportOptions(paper=given.paper, grey=given.grey, company=company)
    with opened(given, terminal) as assessing:
        systems = tuple(weighed(assessing, period))
    return export_portfolio(systems, period, given.output, options)


def _refuse_one_system(given: Namespace) -> None:
    if given.reference is not None:
        raise UsageError(
            f"--portfolio is about all systems, and “{given.reference}” names one.",
            remedy="Give one of the two.",
        )
    extra = next((name for name in _OF_ONE_SYSTEM if getattr(given, name) is not None), None)
    if extra is not None:
        raise UsageError(
            f"--{extra} says something of one system, and --portfolio is about all of them.",
            remedy=f"Leave out --{extra}.",
        )


def _period(text: str) -> Period:
    try:
        return Period.parse(text.replace("\u2011", "-"))
    except ValueError as error:
        raise UsageError(f"“{text}” is no quarter.", remedy="Write it like “--portfolio 2026-Q3”.") from error
