"""A version held against the one it came from: what changed its meaning has to say so (ruling 20)."""

from collections.abc import Iterator, Mapping
from typing import Final

from readiness.domain.lineage import LineageFault, lineage_faults
from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.checking import Found
from readiness.exchange.finding import Find
from readiness.exchange.tree import Path

_OF_A_QUESTION: Final = {"anchors-changed": "levels", "reused-id": "id"}
"""Faults that are shown at the question, with the field they are about; the others at the lineage."""


def lineage_found(
    questionnaire: Questionnaire, paths: Mapping[str, Path], find: Find | None
) -> Iterator[Found]:
    """Yield the faults of a declared lineage, as far as the version before can be reached.

    Old and new answers are compared level by level: anchors that moved would be told as progress.
    """
    lineage = questionnaire.lineage
    if lineage is None:
        return
    base = lineage.from_version
    reference = base if "@" in base else f"{questionnaire.id}@{base}"
    for fault in lineage_faults(questionnaire, find(reference) if find else None):
        yield _place(fault, paths), fault.code, fault.message


def _place(fault: LineageFault, paths: Mapping[str, Path]) -> Path:
    field = _OF_A_QUESTION.get(fault.code)
    if field is not None and fault.id in paths:
        return (*paths[fault.id], field)
    return ("lineage",) if fault.change is None else ("lineage", "changes", fault.change)
