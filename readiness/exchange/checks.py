"""``readiness check``: what a file is, and every fault it has."""

from difflib import get_close_matches
from pathlib import Path

from readiness.errors import Fault
from readiness.exchange import answers, questionnaires
from readiness.exchange.finding import Find
from readiness.exchange.guard import read
from readiness.exchange.lens.linting import check_lens
from readiness.exchange.lens.reading import means_lens
from readiness.exchange.questionnaires import parse_questionnaire


def check_file(path: Path, find_questionnaire: Find) -> tuple[Fault, ...]:
    """Return every fault of a questionnaire, an answers file or a custom lens.

    Raises:
        OSError: the file cannot be read at all.
    """
    content = path.read_bytes()
    if means_lens(content):
        return check_lens(content)
    tree, faults = read(content, path.name)
    given = tree.value.get("format") if isinstance(tree.value, dict) else None
    if isinstance(given, str) and given.startswith("readiness-answers"):
        return answers.read_answers(path, find_questionnaire)[2]
    if isinstance(given, str) and given.startswith("readiness-questionnaire"):
        return parse_questionnaire(content, path.name, find_questionnaire)[1]
    return faults or (_unrecognised(given, tree.where(("format",))),)


def _unrecognised(given: object, where: tuple[int, int]) -> Fault:
    known = [questionnaires.FORMAT, answers.FORMAT]
    if given is None:
        message = f"this is neither a questionnaire nor an answers file; it begins with “format: {known[0]}”"
        return Fault(code="missing-key", message=message, line=1, column=1)
    near = get_close_matches(str(given), known, n=1, cutoff=0.4) or known[:1]
    message = f"the format “{given}” is not known; did you mean “{near[0]}”?"
    return Fault(code="unknown-format", message=message, line=where[0], column=where[1])
