"""Which levels a question can come to: all five where one is chosen, few where practices are ticked.

A rule for a medium risk may be there and never hold, so what can be reached is read off the truth table, and
where a share decides, off how many practices there are.
"""

from functools import lru_cache
from typing import Final

from readiness.domain.practices import LEVEL_OF, QUARTERS
from readiness.domain.questionnaire import LEVEL_NAMES, Question
from readiness.domain.ticking import goes_by_share, rules_of
from readiness.domain.truth_table import MOST_PRACTICES, judge_rules

_EVERY: Final = tuple(range(len(LEVEL_NAMES)))
_KEPT: Final = 1024


def attained(question: Question, least: int) -> int:
    """Return the lowest level a question can come to that is ``least`` or more; else the highest there is."""
    if question.kind == "levels":
        return least
    levels = attainable(question)
    return next((level for level in levels if level >= least), levels[-1])


def attainable(question: Question) -> tuple[int, ...]:
    """Return every level a question can come to, the lowest first; at least one."""
    return _EVERY if question.kind == "levels" else _by_practices(question)


@lru_cache(maxsize=_KEPT)
def _by_practices(question: Question) -> tuple[int, ...]:
    usual = [practice.id for practice in question.practices if not practice.alone]
    if goes_by_share(question):
        return tuple(sorted({QUARTERS * ticked // len(usual) for ticked in range(len(usual) + 1)}))
    rules = rules_of(question.rules)
    declared = {LEVEL_OF[rule.risk] for rule in rules}
    if len(question.practices) > MOST_PRACTICES:
        return tuple(sorted(declared))
    alone = [practice.id for practice in question.practices if practice.alone]
    judged = judge_rules([practice.id for practice in question.practices], alone, rules)
    never = {LEVEL_OF[risk] for risk in judged.unreachable}
    return tuple(sorted(declared - never)) or tuple(sorted(declared))
