"""``readiness check``: what a file is, and every fault it has."""

from difflib import get_close_matches

from readiness.errors import Fault
from readiness.exchange import answers, questionnaires
from readiness.exchange.finding import Find
from readiness.exchange.guard import read
from readiness.exchange.importers import importer_of, read_foreign
from readiness.exchange.own_importers import MARK, QuestionnaireImporter


def check_file(content: bytes, name: str, find_questionnaire: Find) -> tuple[Fault, ...]:
    """Return every fault of a file of any format; one that begins as none is told what it could be."""
    importer = importer_of(content, name)
    if not isinstance(importer, QuestionnaireImporter) or MARK in content:
        return read_foreign(content, name, find_questionnaire).faults
    tree, faults = read(content, name)
    given = tree.value.get("format") if isinstance(tree.value, dict) else None
    return faults or (_unrecognised(given, tree.where(("format",))),)


def _unrecognised(given: object, where: tuple[int, int]) -> Fault:
    known = [questionnaires.FORMAT, answers.FORMAT]
    if given is None:
        message = f"this is neither a questionnaire nor an answers file; it begins with “format: {known[0]}”"
        return Fault(code="missing-key", message=message, line=1, column=1)
    near = get_close_matches(str(given), known, n=1, cutoff=0.4) or known[:1]
    message = f"the format “{given}” is not known; did you mean “{near[0]}”?"
    return Fault(code="unknown-format", message=message, line=where[0], column=where[1])
