"""Reading people's files: answers, and the questionnaire that may lie beside them."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault, FaultyFileError, InputError
from readiness.exchange.answers import parse_answers
from readiness.exchange.bounded import read_content
from readiness.exchange.finding import Find
from readiness.exchange.lens.converting import FIRST, to_questionnaire, version_in
from readiness.exchange.lens.reading import means_lens, read_lens
from readiness.exchange.questionnaires import parse_questionnaire

_ANSWERS: Final = re.compile(rb"""["']?format["']?\s*:\s*["']?readiness-answers""")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An answers file without errors: its assessment, the whole questionnaire, its warnings."""

    assessment: Assessment
    questionnaire: Questionnaire
    faults: tuple[Fault, ...]


def means_answers(content: bytes) -> bool:
    """Say whether a file means to be an answers file; the reader then judges whether it is one."""
    return _ANSWERS.search(content) is not None


def read_assessment(path: Path, find: Find) -> Parsed:
    """Read an answers file.

    Raises:
        InputError: it cannot be read.
        FaultyFileError: it, or the questionnaire beside it, has errors.
    """
    parsed = parse_assessment(path, read_content(path), find)
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

    assessment, _, faults = parse_answers(content, path.name, find_any)
    return faults if assessment is None else Parsed(assessment, found[-1], faults)


def _beside(path: Path, reference: str) -> Questionnaire | None:
    other = path.parent / reference
    try:
        content = read_content(other)
    except InputError:
        return None
    if means_lens(content):
        return _lens_beside(other, content)
    questionnaire, faults = parse_questionnaire(content, other.name)
    if questionnaire is None:
        raise FaultyFileError(str(other), faults)
    return questionnaire


def _lens_beside(path: Path, content: bytes) -> Questionnaire:
    reading = read_lens(content)
    if reading.lens is None:
        raise FaultyFileError(str(path), reading.faults)
    return to_questionnaire(reading.lens, content, version_in(reading.lens) or FIRST)
