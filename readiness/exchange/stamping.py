"""A questionnaire's own file under another version: version and lineage change, every other line stays."""

import re
from dataclasses import replace
from typing import Final

from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.questionnaires import parse_questionnaire, write_questionnaire

_VERSION: Final = re.compile(r"^version[ \t]*:[ \t]*(?:\"[^\"]*\"|'[^']*'|[^#\s]+)", re.MULTILINE)
_LINEAGE: Final = re.compile(r"^lineage[ \t]*:.*(?:\n(?:[ \t].*|[ \t]*))*\n?", re.MULTILINE)


def file_of(questionnaire: Questionnaire, draft: str = "") -> str:
    """Return the file of a version: the draft’s with its comments and order, or one that is written anew.

    A draft that says something else than the questionnaire, apart from these two, is not used.
    """
    if draft:
        text = _stamped(draft, questionnaire)
        if parse_questionnaire(text.encode("utf-8"))[0] == questionnaire:
            return text
    return write_questionnaire(questionnaire)


def _stamped(draft: str, questionnaire: Questionnaire) -> str:
    text = draft if draft.endswith("\n") else f"{draft}\n"
    text = _LINEAGE.sub("", text, count=1)
    number = f'version: "{questionnaire.version}"'
    text = _VERSION.sub(number, text, count=1)
    return f"{text.rstrip()}\n{_lineage_lines(questionnaire)}"


def _lineage_lines(questionnaire: Questionnaire) -> str:
    """Return the lineage as the file says it: nothing where there is none."""
    if questionnaire.lineage is None:
        return ""
    whole = write_questionnaire(replace(questionnaire, pillars=questionnaire.pillars[:1], combinations=()))
    found = _LINEAGE.search(whole)
    return found.group(0) if found else ""
