"""Comparing quarters: the versions of the questionnaire that lie between them are found by their names."""

from collections.abc import Iterable, Iterator, Sequence

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import Comparison, compare
from readiness.domain.lineage import between
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.trend import Trend, trend
from readiness.exchange.finding import Find


def compare_assessments(before: Assessment, after: Assessment, find: Find) -> Comparison:
    """Return what changed between two assessments of one system.

    Raises:
        IncomparableError: they are of different systems.
        LineageError: a version between theirs is missing, or does not follow the one before.
    """
    return compare(before, after, versions_between(before.questionnaire, after.questionnaire, find))


def versions_between(old: Questionnaire, new: Questionnaire, find: Find) -> tuple[Questionnaire, ...]:
    """Return the versions that lie between two, oldest first, as far as they are known."""
    return between(old, new, forebears(new, find))


def trend_over(assessments: Sequence[Assessment], find: Find) -> Trend:
    """Return the line through the assessments of one system, oldest first.

    Raises:
        IncomparableError: they are of different systems.
    """
    return trend(assessments, versions_of(assessments, find))


def versions_of(assessments: Iterable[Assessment], find: Find) -> tuple[Questionnaire, ...]:
    """Return every questionnaire version of some assessments and those they came from."""
    found = {
        one.reference: one
        for assessment in assessments
        for one in (assessment.questionnaire, *forebears(assessment.questionnaire, find))
    }
    return tuple(found.values())


def forebears(questionnaire: Questionnaire, find: Find) -> Iterator[Questionnaire]:
    """Yield the versions that a questionnaire came from, newest first, as far as they are known."""
    seen = {questionnaire.reference}
    here: Questionnaire | None = questionnaire
    while here is not None and here.lineage is not None:
        base = here.lineage.from_version
        here = find(base if "@" in base else f"{here.id}@{base}")
        if here is None or here.reference in seen:
            return
        seen.add(here.reference)
        yield here
