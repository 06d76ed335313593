"""Commands about one assessment: score it, print it, export it, close it."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness import paths
from readiness.cli.finding import finder, named_questionnaire, resolve, resolve_reference
from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.errors import UsageError
from readiness.exchange.results import score_json
from readiness.reports.options import PAGES_FOR, Audience, ReportOptions
from readiness.services.comparing import compare_assessments, versions_of
from readiness.services.exporting import (
    ANSWERS,
    AUDIT,
    PACKAGE,
    SLIDES,
    TABLES,
    TICKETS,
    ending_of,
    export_file,
    export_pdf,
)
from readiness.services.preferences import Preferences
from readiness.services.reporting import FIRST_QUARTER, Past, past_of, proved_past_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.assessing import Assessing


def run_score(given: Namespace, terminal: Terminal) -> int:
    """Print everything an assessment says."""
    outcome = evaluate(resolve(given, terminal).assessment, given.target)
    if terminal.as_json:
        terminal.print_document(score_json(outcome))
        return 0
    from readiness.cli.summary import summarise  # noqa: PLC0415 - laying out is for people only

    terminal.show(*summarise(outcome))
    return 0


def run_report(given: Namespace, terminal: Terminal) -> int:
    """Write the report as a PDF."""
    _require_ending(given.output, (".pdf",))
    if given.portfolio is not None:
        from readiness.cli.portfolios import write_portfolio  # noqa: PLC0415 - most reports are of one system

        company = given.company or _company()
        return _wrote(write_portfolio(given, company, terminal), terminal)
    if given.reference is None:
        happened = "A report needs REF, or --portfolio with a quarter."
        raise UsageError(happened, remedy="“readiness report --help” shows what it takes.")
    found = resolve(given, terminal)
    audience: Audience = given.audience or "archive"
    options = ReportOptions(
        audience=audience,
        pages=PAGES_FOR[audience],
        paper=given.paper,
        grey=given.grey,
        company=given.company or _company(),
        target=given.target,
        seal=found.seal,
    )
    past = _past(given, terminal, found.assessment)
    return _wrote(export_pdf(found.assessment, given.output, options, past=past), terminal)


def run_export(given: Namespace, terminal: Terminal) -> int:
    """Write everything an assessment says in the format that the name's ending says."""
    questionnaire = named_questionnaire(given, terminal)
    if questionnaire is not None:
        from readiness.cli.lenses import export_questionnaire  # noqa: PLC0415 - most exports are of answers

        return export_questionnaire(questionnaire, given, terminal)
    _require_ending(given.output, (*TABLES, *ANSWERS, *TICKETS, SLIDES, PACKAGE, AUDIT))
    if given.for_upload:
        happened = f"{given.reference} is an assessment, and only a lens is uploaded."
        raise UsageError(happened, remedy="Name the lens, ID@VERSION, or leave --for-upload out.")
    if given.output.suffix.lower() == PACKAGE:
        from readiness.cli.packages import write_package  # noqa: PLC0415 - most exports need no seal

        return _wrote(write_package(given, terminal), terminal)
    if ending_of(given.output) == AUDIT:
        from readiness.cli.packages import write_audit  # noqa: PLC0415 - most exports need no trail

        return _wrote(write_audit(given, terminal), terminal)
    found = resolve(given, terminal)
    settings = Preferences(paths.settings_file()).read()
    options = ReportOptions(
        company=settings.company, seal=found.seal, fiscal_year_start=settings.fiscal_year_start
    )
    past = _kept(given, terminal)
    return _wrote(export_file(found.assessment, given.output, options, past), terminal)


def run_close(given: Namespace, terminal: Terminal) -> int:
    """Close an assessment and seal it."""
    named = parse_reference(given.reference)
    if not isinstance(named, Named):
        happened = f"{named} is a file; only an assessment in the workspace can be closed."
        raise UsageError(happened, remedy="Import it first, then close SYSTEM@PERIOD.")
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database

    with opened(given, terminal) as assessing:
        sealed = assessing.close_assessment(find(named, assessing.home()).id)
    if terminal.as_json:
        unknown = sealed.not_asked_to_unknown
        document = {"ref": sealed.reference, "hash": sealed.hash, "not_asked_to_unknown": unknown}
        terminal.print_document(document)
        return 0
    terminal.print(f"{sealed.reference} is closed. Seal: {sealed.hash}")
    if sealed.not_asked_to_unknown:
        terminal.say(f"{sealed.not_asked_to_unknown} not asked became unknown.")
    return 0


def _past(given: Namespace, terminal: Terminal, assessment: Assessment) -> Past:
    """Return what the report looks back at: the quarters of the workspace, or the one that was named."""
    past = _kept(given, terminal, proved_past_of)
    if given.compare is None:
        return past
    since = resolve_reference(given.compare, given, terminal).assessment
    find = finder(given, terminal)
    compare_assessments(since, assessment, find)  # refuses what does not compare, in a sentence
    line = tuple(one for one in past.assessments if one.period > since.period)
    assessments = (since, *line) if since.period < assessment.period else ()
    versions = versions_of((*assessments, since, assessment), find)
    return replace(past, assessments=assessments, versions=versions, since=since)


def _kept(given: Namespace, terminal: Terminal, read: "Callable[[Assessing, int], Past]" = past_of) -> Past:
    named = parse_reference(given.reference)
    if not isinstance(named, Named):
        return FIRST_QUARTER
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database

    with opened(given, terminal) as assessing:
        return read(assessing, find(named, assessing.home()).id)


def _company() -> str:
    return Preferences(paths.settings_file()).read().company


def _require_ending(path: Path, endings: tuple[str, ...]) -> None:
    if ending_of(path) not in endings:
        happened = f"“{path.name}” has no ending that says what to write."
        raise UsageError(happened, remedy=f"Endings there are: {', '.join(endings)}.")


def _wrote(path: Path, terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.print_document({"path": str(path)})
    else:
        terminal.print(str(path))
    return 0
