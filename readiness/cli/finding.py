"""What is looked for by name: assessments and questionnaires, in files first, then in the workspace.

The workspace, and with it the database, is opened only for what no file answers.
"""

from argparse import Namespace
from contextlib import suppress
from dataclasses import dataclass

from readiness.cli.reading import read_assessment
from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import NotFoundError, UsageError
from readiness.exchange.finding import Find
from readiness.services.library import Library


@dataclass(frozen=True, slots=True)
class Found:
    """An assessment that REF named, with the hash of its seal if it has one."""

    assessment: Assessment
    seal: str = ""


def resolve(given: Namespace, terminal: Terminal) -> Found:
    """Return the assessment that REF names; the warnings of a file are told."""
    return resolve_reference(given.reference, given, terminal)


def resolve_reference(reference: str, given: Namespace, terminal: Terminal) -> Found:
    """Return the assessment that one of several REFs names."""
    named = parse_reference(reference)
    if isinstance(named, Named):
        return _in_workspace(named, given, terminal)
    parsed = read_assessment(named, finder(given, terminal))
    for warning in parsed.faults:
        terminal.say(warning.as_line(str(named)))
    return Found(parsed.assessment)


def finder(given: Namespace, terminal: Terminal) -> Find:
    """Return what finds a questionnaire by ``id@version``."""
    shipped = Library()

    def find_questionnaire(reference: str) -> Questionnaire | None:
        found = shipped.find(reference)
        return _questionnaire_in_workspace(reference, given, terminal) if found is None else found

    return find_questionnaire


def named_questionnaire(given: Namespace, terminal: Terminal) -> Questionnaire | None:
    """Return the questionnaire that REF names; nothing where it names an assessment, or neither."""
    with suppress(UsageError, NotFoundError):
        parse_reference(given.reference)
        return None
    return finder(given, terminal)(given.reference)


def _in_workspace(named: Named, given: Namespace, terminal: Terminal) -> Found:
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database

    with opened(given, terminal) as assessing:
        line = find(named, assessing.home())
        return Found(assessing.load(line.id), assessing.seal_of(line.id) or "")


def kept_file(questionnaire: Questionnaire, given: Namespace, terminal: Terminal) -> str:
    """Return the YAML that the workspace keeps of a questionnaire; empty where it keeps none."""
    from readiness.cli.opening import opened, workspace_path  # noqa: PLC0415 - most files need no database

    if not workspace_path(given).exists():
        return ""
    with opened(given, terminal) as assessing:
        return assessing.kept_file(questionnaire)


def _questionnaire_in_workspace(reference: str, given: Namespace, terminal: Terminal) -> Questionnaire | None:
    from readiness.cli.opening import opened, workspace_path  # noqa: PLC0415 - most files need no database

    if not workspace_path(given).exists():
        return None
    with opened(given, terminal) as assessing:
        return assessing.library.find(reference)
