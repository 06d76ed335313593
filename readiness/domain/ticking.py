"""What is ticked → the level it counts as, by the rules of the question.

“None of these” together with a practice counts for nothing, as it does where lenses come from; the window
never lets it come to that. What no rule rates, or where nothing is ticked, is not asked yet.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from readiness.domain.assessment import Answer
from readiness.domain.conditions import parse_rule
from readiness.domain.practices import LEVEL_OF, Rating, Rule, Share, rate
from readiness.domain.questionnaire import Practice, Question, RiskRule

RISK_LEVELS: Final = (
    "High risk, by the rules of the lens.",
    "Between a high and a medium risk; no lens rates so.",
    "Medium risk, by the rules of the lens.",
    "Between a medium risk and none; no lens rates so.",
    "No risk, by the rules of the lens.",
)
"""What the five levels say of a question whose practices are ticked; a lens knows three of them."""


SHARE_LEVELS: Final = (
    "Less than a quarter of the practices are ticked, or none of them.",
    "At least a quarter of the practices are ticked, and less than half.",
    "At least half of the practices are ticked, and less than three quarters.",
    "At least three quarters of the practices are ticked, and not all.",
    "Every practice is ticked.",
)
"""What the levels say where the share of what is ticked makes them."""


@cache
def rules_of(written: tuple[RiskRule, ...]) -> tuple[Rule, ...]:
    """Return rules as they are tried."""
    return tuple(Rule(condition=parse_rule(rule.when), risk=rule.risk) for rule in written)


def rating(question: Question, ticked: Collection[str], left_out: Collection[str] = ()) -> Rating:
    """Return the risk of what is ticked; ``left_out`` are practices that do not apply.

    Names that the question does not know, as an older version had them, count for nothing.
    """
    known = {practice.id for practice in question.practices}
    alone = {practice.id for practice in question.practices if practice.alone}
    said = known & set(ticked)
    counted = said - alone or said
    apart = (known & set(left_out)) - counted
    if not counted and known - alone - apart:
        return "unanswered"
    return rate(rules_of(question.rules), counted, apart)


def as_told(question: Question, answer: Answer) -> Answer:
    """Return an answer with the level that what is ticked makes of it; where levels are chosen, as it is.

    Don't know and does not apply stay what they are, and keep what was ticked before.
    """
    if question.kind == "levels" or answer.unknown or answer.not_applicable is not None:
        return answer
    found = rating(question, answer.ticked, answer.left_out)
    level = next((level for risk, level in LEVEL_OF.items() if risk == found), None)
    return answer if answer.level == level else replace(answer, level=level)


def goes_by_share(question: Question) -> bool:
    """Whether the share of the practices that are ticked makes the level."""
    return question.kind == "practices" and any(
        isinstance(rule.condition, Share) for rule in rules_of(question.rules)
    )


def clashing(question: Question, ticked: Iterable[str]) -> tuple[str, ...]:
    """Return what means “none of these” and was ticked with something else."""
    said = set(ticked)
    alone = tuple(practice.id for practice in question.practices if practice.alone and practice.id in said)
    return alone if len(said) > len(alone) else ()


def titles(question: Question, ids: Iterable[str]) -> tuple[str, ...]:
    """Return what practices are called, in the order of the question."""
    wanted = set(ids)
    return tuple(practice.title for practice in question.practices if practice.id in wanted)


def toggled(question: Question, answer: Answer, practice: Practice) -> Answer:
    """Return an answer with one practice ticked or not any more, as a person does it: one thing at a time.

    “None of these” takes the others away, and any other takes it away; a tick ends don't know.
    """
    alone = {other.id for other in question.practices if other.alone}
    if practice.id in answer.ticked:
        kept = set(answer.ticked) - {practice.id}
    elif practice.alone:
        kept = {practice.id}
    else:
        kept = {*answer.ticked, practice.id} - alone
    return _holding(question, answer, kept, set(answer.left_out) - kept)


def without(question: Question, answer: Answer, practice: Practice) -> Answer:
    """Return an answer in which a practice does not apply, or applies again; “none of these” always does."""
    if practice.alone:
        return answer
    apart = set(answer.left_out) ^ {practice.id}
    return _holding(question, answer, set(answer.ticked) - apart, apart)


def _holding(question: Question, answer: Answer, ticked: set[str], left_out: set[str]) -> Answer:
    """Return an answer of other ticks, in the order of the practices."""
    order = [practice.id for practice in question.practices]
    return as_told(
        question,
        replace(
            answer,
            level=None,
            unknown=False,
            not_applicable=None,
            ticked=tuple(id_ for id_ in order if id_ in ticked),
            left_out=tuple(id_ for id_ in order if id_ in left_out),
        ),
    )
