"""The fewest practices whose ticks lower a risk: exact, because rules are boolean and practices few.

Every set of practices that could be added is tried, the smallest first, in the order of the question. Where
a share of them decides, all count alike, and the first ones do.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import Final

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.counting import standing
from readiness.domain.questionnaire import Practice, Question
from readiness.domain.ticking import as_told, goes_by_share

_KEPT: Final = 4096


@lru_cache(maxsize=_KEPT)
def fewest(
    question: Question, ticked: tuple[str, ...], left_out: tuple[str, ...], goal: int
) -> tuple[Practice, ...]:
    """Return the fewest practices to add so that the level is ``goal`` or more; none where nothing does it.

    Among sets of one size the one that comes to the highest level is taken, then the first.
    """
    own = as_told(question, Answer(ticked=ticked, left_out=left_out)).level or 0
    offered = [p for p in question.practices if not p.alone and p.id not in ticked and p.id not in left_out]
    for size in range(1, len(offered) + 1):
        best: tuple[Practice, ...] = ()
        reached = max(own, goal - 1)
        for added in _sets(question, offered, size):
            ids = (*ticked, *(practice.id for practice in added))
            level = as_told(question, Answer(ticked=ids, left_out=left_out)).level
            if level is not None and level > reached:
                best, reached = added, level
        if best:
            return best
    return ()


def _sets(question: Question, offered: list[Practice], size: int) -> Iterable[tuple[Practice, ...]]:
    return [tuple(offered[:size])] if goes_by_share(question) else combinations(offered, size)


def next_practices(assessment: Assessment, id_: str, goal: int) -> tuple[Practice, ...]:
    """Return the fewest practices that raise a question to a level, from what counts for it now."""
    question = assessment.questionnaire.by_id[id_]
    levels = [answer for answer in standing(question, assessment) if answer.level is not None]
    if question.kind == "levels" or not levels:
        return ()
    lowest = min(levels, key=_level)
    return fewest(question, lowest.ticked, lowest.left_out, goal)


def practice_words(practices: tuple[Practice, ...]) -> str:
    """Return practices as one line."""
    return "; ".join(practice.title.strip().rstrip(".") for practice in practices)


def _level(answer: Answer) -> int:
    return answer.level or 0
