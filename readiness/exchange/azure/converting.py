"""A review → a questionnaire whose practices are its answers, and the answers that were selected.

A file like this has no rules that make a risk of what is selected, so one of ours does: the share of the
practices that are ticked. From a quarter on it is level 1, from half 2, from three quarters 3, and 4 only
where every one is ticked; what does not apply is no part of the share. “None of the above” excludes the
others and is level 0. A question without a “none of the above” lets one choose between answers, and the file
does not say which of them is better: it is kept, with its answer, and informational.

Categories weigh the same. Questions of a category weigh what the recommendations say only where every one of
them is named there, word for word and with one weight; a recommendation otherwise says no question, and which
recommendations there are depends on what was answered. Ids are made of the words they stand for, so that they
are the same in every export and everywhere, in whatever order the next file brings them.
"""

import re
from collections.abc import Iterable
from typing import Final

from readiness.domain.assessment import Answer
from readiness.domain.practices import Risk, Share, written
from readiness.domain.questionnaire import Pillar, Practice, Question, Questionnaire, RiskRule, Source, Topic
from readiness.domain.ticking import SHARE_LEVELS, as_told
from readiness.exchange.azure.values import Asked, Possible, Review
from readiness.exchange.naming import Names, code_of, plainly, slug_of

TOPIC: Final = "all"
FIRST: Final = "1.0"
_SHARES: Final[tuple[tuple[int, Risk], ...]] = ((4, "none"), (3, "low"), (2, "medium"), (1, "raised"))
_CODED: Final = re.compile(r"^[0-9A-Z]{2,3}:\d+ - ")
_HIGHEST: Final = 100.0
_MOST_WEIGHT: Final = 5.0


def to_questionnaire(review: Review, content: str) -> Questionnaire:
    """Return the questionnaire of a review; ``content`` is the file it was read from."""
    names = Names()
    pillars = tuple(_pillar(review, category, asked, names) for category, asked in review.categories())
    return Questionnaire(
        id=slug_of(review.title) or "azure-review",
        version=FIRST,
        title=review.title,
        pillars=pillars,
        source=Source(form="azure-review", text=content),
    )


def answers_of(review: Review, questionnaire: Questionnaire) -> dict[str, Answer]:
    """Return what was selected, by question; where nothing was, there is no answer."""
    by_words = {(pillar.name, question.prompt): question for pillar, _, question in questionnaire.walk()}
    found: dict[str, Answer] = {}
    for asked in review.questions:
        question = by_words[asked.category, asked.text]
        by_title = {practice.title: practice.id for practice in question.practices}
        ticked = tuple(by_title[answer.text] for answer in asked.answers if answer.selected)
        notes = tuple(answer.note for answer in asked.answers if answer.note)
        if ticked or notes:
            note = "\n".join(dict.fromkeys(notes))
            found[question.id] = as_told(question, Answer(ticked=ticked, note=note))
    return found


def weighs_as_recommended(review: Review) -> tuple[str, ...]:
    """Return the categories whose questions weigh what the recommendations say."""
    return tuple(name for name, asked in review.categories() if _weights(review, asked))


def _pillar(review: Review, category: str, asked: Iterable[Asked], names: Names) -> Pillar:
    asked = tuple(asked)
    weights = _weights(review, asked)
    code = names.unlike(code_of(category))
    questions = tuple(_question(one, code, weights.get(one.text, 1.0), names) for one in asked)
    return Pillar(
        id=code,
        name=category,
        weight=1.0,
        topics=(Topic(id=TOPIC, name=category, weight=1.0, questions=questions),),
    )


def _question(asked: Asked, code: str, weight: float, names: Names) -> Question:
    inner = Names()
    practices = tuple(_practice(answer, inner) for answer in asked.answers)
    usual = tuple(practice.id for practice in practices if not practice.alone)
    rules = _rules(usual) if asked.lists_practices else (RiskRule(when="default", risk="none"),)
    return Question(
        id=names.of_words(f"{code}-", asked.category, asked.text),
        prompt=asked.text,
        levels=SHARE_LEVELS,
        weight=weight if asked.lists_practices else 0.0,
        kind="practices",
        practices=practices,
        rules=rules,
    )


def _rules(usual: tuple[str, ...]) -> tuple[RiskRule, ...]:
    shares = (
        RiskRule(when=written(Share(quarters=quarters, of=usual)), risk=risk) for quarters, risk in _SHARES
    )
    return (*shares, RiskRule(when="default", risk="high"))


def _practice(answer: Possible, names: Names) -> Practice:
    id_ = names.unlike("none") if answer.stands_alone else names.of_words("p", answer.text)
    return Practice(id=id_, title=answer.text, alone=answer.stands_alone)


def _weights(review: Review, asked: Iterable[Asked]) -> dict[str, float]:
    """Return the weight of each question of a category; none where one is not named, or named with two."""
    counted = [one for one in asked if one.lists_practices]
    found: dict[str, float] = {}
    for one in counted:
        words = {plainly(one.text), *(plainly(answer.text) for answer in one.answers)}
        told = {
            given.weight
            for given in review.recommendations
            if given.category == one.category and plainly(_CODED.sub("", given.text)) in words
        }
        weight = told.pop() if len(told) == 1 else None
        if not weight:
            return {}
        found[one.text] = weight / _HIGHEST * _MOST_WEIGHT
    return found
