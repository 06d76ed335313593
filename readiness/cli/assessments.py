"""Commands about one assessment: score it, print it, export it, close it."""

from argparse import Namespace
from pathlib import Path

from readiness.cli.finding import resolve
from readiness.cli.references import find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.domain.outcome import evaluate
from readiness.errors import UsageError
from readiness.exchange.results import score_json


def run_score(given: Namespace, terminal: Terminal) -> int:
    """Print everything an assessment says."""
    outcome = evaluate(resolve(given, terminal).assessment, given.target)
    if terminal.as_json:
        terminal.print_document(score_json(outcome))
        return 0
    from readiness.cli.summary import summarise  # noqa: PLC0415 - rich is for people only

    terminal.show(*summarise(outcome))
    return 0


def run_report(given: Namespace, terminal: Terminal) -> int:
    """Write the report as a PDF."""
    _require_ending(given.output, {".pdf": "PDF"}, "report")
    from readiness.services import exporting  # noqa: PLC0415 - only a report pays for the charts

    assessment = resolve(given, terminal)
    exporting.export_pdf(assessment, given.output)
    return _wrote(given.output, terminal)


def run_export(given: Namespace, terminal: Terminal) -> int:
    """Write an assessment as an answers file."""
    _require_ending(given.output, {".yaml": "YAML", ".yml": "YAML", ".json": "JSON"}, "export")
    from readiness.services import exporting  # noqa: PLC0415 - see above

    exporting.export_answers(resolve(given, terminal), given.output)
    return _wrote(given.output, terminal)


def run_close(given: Namespace, terminal: Terminal) -> int:
    """Close an assessment and seal it."""
    named = parse_reference(given.reference)
    if isinstance(named, Path):
        happened = f"{named} is a file; only an assessment in the workspace can be closed."
        raise UsageError(happened, remedy="Import it first, then close SYSTEM@PERIOD.")
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database

    with opened(given, terminal) as assessing:
        line = find(named, assessing.home())
        sealed = assessing.close_assessment(line.id)
    if terminal.as_json:
        terminal.print_document(
            {
                "ref": sealed.reference,
                "hash": sealed.hash,
                "not_asked_to_unknown": sealed.not_asked_to_unknown,
            }
        )
        return 0
    terminal.print(f"{sealed.reference} is closed. Seal: {sealed.hash}")
    if sealed.not_asked_to_unknown:
        terminal.say(f"{sealed.not_asked_to_unknown} not asked became unknown.")
    return 0


def _require_ending(path: Path, endings: dict[str, str], command: str) -> None:
    if path.suffix.lower() in endings:
        return
    known = ", ".join(endings)
    happened = f"“{path.name}” does not say in which form to {command}."
    raise UsageError(happened, remedy=f"Forms there are: {known}.")


def _wrote(path: Path, terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.print_document({"path": str(path)})
    else:
        terminal.print(str(path))
    return 0
