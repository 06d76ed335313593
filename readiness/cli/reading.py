"""Reading people's files: answers, and the questionnaire that may lie beside them."""

from dataclasses import dataclass
from pathlib import Path

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault, FaultyFileError, InputError
from readiness.exchange.bounded import read_content
from readiness.exchange.finding import Find
from readiness.exchange.importers import read_foreign, read_with
from readiness.exchange.own_importers import AnswersImporter
from readiness.services.library import Library


@dataclass(frozen=True, slots=True)
class Parsed:
    """An answers file without errors: its assessment, the whole questionnaire, its warnings."""

    assessment: Assessment
    questionnaire: Questionnaire
    faults: tuple[Fault, ...]


def read_assessment(path: Path, find: Find) -> Parsed:
    """Read an answers file.

    Raises:
        InputError: it cannot be read.
        FaultyFileError: it, or the questionnaire beside it, has errors.
    """
    return usable_assessment(path, read_content(path), find)


def usable_assessment(path: Path, content: bytes, find: Find) -> Parsed:
    """Return what an answers file that was read holds; raises what ``read_assessment`` does."""
    parsed = parse_assessment(path, content, find)
    if not isinstance(parsed, Parsed):
        raise FaultyFileError(str(path), parsed)
    return parsed


def parse_assessment(path: Path, content: bytes, find: Find) -> Parsed | tuple[Fault, ...]:
    """Return what an answers file holds, or its faults; ``find`` knows questionnaires by reference.

    Raises:
        FaultyFileError: the questionnaire beside it has errors.
    """
    found: list[Questionnaire] = []

    def find_any(reference: str) -> Questionnaire | None:
        questionnaire = find(reference) if "@" in reference else _beside(path, reference)
        if questionnaire is not None:
            found.append(questionnaire)
        return questionnaire

    file = read_with(AnswersImporter(), content, path.name, find_any)
    return file.faults if file.assessment is None else Parsed(file.assessment, found[-1], file.faults)


def _beside(path: Path, reference: str) -> Questionnaire | None:
    other = path.parent / reference
    try:
        content = read_content(other)
    except InputError:
        return None
    file = read_foreign(content, other.name, Library().find)
    if file.questionnaire is None or not file.is_usable:
        raise FaultyFileError(str(other), file.faults)
    return file.questionnaire
