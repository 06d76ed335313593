"""Commands about one assessment: score it, print it, export it, close it."""

from argparse import Namespace
from pathlib import Path

from readiness import paths
from readiness.cli.finding import named_questionnaire, resolve
from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.domain.outcome import evaluate
from readiness.errors import UsageError
from readiness.exchange.results import score_json
from readiness.reports.options import ReportOptions
from readiness.services.exporting import ANSWERS, TABLES, export_file, export_pdf
from readiness.services.preferences import Preferences


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
    found = resolve(given, terminal)
    company = given.company or _company()
    options = ReportOptions(company=company, target=given.target, seal=found.seal)
    return _wrote(export_pdf(found.assessment, given.output, options), terminal)


def run_export(given: Namespace, terminal: Terminal) -> int:
    """Write everything an assessment says as tables, or the assessment itself as an answers file."""
    questionnaire = named_questionnaire(given, terminal)
    if questionnaire is not None:
        from readiness.cli.lenses import export_questionnaire  # noqa: PLC0415 - most exports are of answers

        return export_questionnaire(questionnaire, given, terminal)
    _require_ending(given.output, (*TABLES, *ANSWERS))
    if given.for_upload:
        happened = f"{given.reference} is an assessment, and only a lens is uploaded."
        raise UsageError(happened, remedy="Name the lens, ID@VERSION, or leave --for-upload out.")
    found = resolve(given, terminal)
    options = ReportOptions(company=_company(), seal=found.seal)
    return _wrote(export_file(found.assessment, given.output, options), terminal)


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


def _company() -> str:
    return Preferences(paths.settings_file()).read().company


def _require_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        happened = f"“{path.name}” has no ending that says what to write."
        raise UsageError(happened, remedy=f"Endings there are: {', '.join(endings)}.")


def _wrote(path: Path, terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.print_document({"path": str(path)})
    else:
        terminal.print(str(path))
    return 0
