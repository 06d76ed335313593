"""What can be agreed without talking: equal answers, answers of one side alone, the more cautious of two.

Agreeing in these ways changes no figure: what is written is what counts already (domain §2.7, ruling 5).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import DOUBT, SIDES, caution, voices
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import LevelIndex, Question
from readiness.domain.triage import reasons

Pair = tuple[str, Answer]
"""A question and what would be written as agreed."""

_ACCEPTED: Final = frozenset({"level", "not_applicable"})


def undisputed(assessment: Assessment, outcome: Outcome, topic: str | None = None) -> tuple[Pair, ...]:
    """Return what “accept undisputed” agrees, in questionnaire order.

    Over all: both sides gave the same level, with evidence, and no gate fails. In one ``topic``, named
    ``DAT.QRY``: whatever both sides answered alike, and what one side alone was asked. Never what is worth
    talking about, never before the reveal.
    """
    if not assessment.revealed:
        return ()
    told = reasons(assessment, outcome)
    found = []
    for pillar, part, question in assessment.questionnaire.walk():
        if topic not in {None, f"{pillar.id}.{part.id}"} or question.id in told:
            continue
        if _is_agreed(assessment, question) or not _is_undisputed(assessment, question, topic):
            continue
        found.append((question.id, _joined(assessment, question)))
    return tuple(found)


def cautious(assessment: Assessment, questions: Iterable[str]) -> tuple[Pair, ...]:
    """Return the more cautious answer to each question: the rest of a triage goes in like this.

    Left out is what is agreed already, and what no side answered.
    """
    if not assessment.revealed:
        return ()
    asked = [assessment.questionnaire.by_id[id_] for id_ in questions]
    return tuple(
        (question.id, _joined(assessment, question))
        for question in asked
        if not _is_agreed(assessment, question) and voices(question, assessment)
    )


def agreed_at(assessment: Assessment, question: str, level: LevelIndex, *, guess: bool = False) -> Answer:
    """Return what is agreed where the room settles on a level.

    It is as sure as the less sure side that said so (ruling 5), and has their evidence; what the room wrote
    itself, its note, its reason and its own evidence, stays. A level that nobody gave takes a guess back,
    and is evidenced only by what the room itself can show. Where practices are ticked, it is what a side of
    that level ticked; the room cannot settle on a level that nobody has.
    """
    own = assessment.agreed.get(question, NOT_ASKED)
    asked = assessment.questionnaire.by_id[question]
    given = voices(asked, assessment)
    alike = [one for one in given if one.level == level]
    if asked.kind == "practices" and not alike:
        return own
    theirs = {entry for one in given for entry in one.evidence}
    shown = [entry for entry in own.evidence if entry not in theirs]
    sure = min((one.sureness for one in alike), key=DOUBT.__getitem__, default=None)
    is_kept = own.confidence == "informed" or (own.confidence == "evidenced" and bool(shown))
    kept = own.confidence if is_kept else None
    return replace(
        own,
        level=level,
        unknown=False,
        not_applicable=None,
        confidence="guess" if guess else sure or kept,
        evidence=tuple(dict.fromkeys([*(e for one in alike for e in one.evidence), *shown])),
        carried_from=None,
        at="",
        ticked=alike[0].ticked if alike else (),
        left_out=alike[0].left_out if alike else (),
    )


def _is_agreed(assessment: Assessment, question: Question) -> bool:
    return assessment.agreed.get(question.id, NOT_ASKED).state != "not_asked"


def _is_undisputed(assessment: Assessment, question: Question, topic: str | None) -> bool:
    given = voices(question, assessment)
    asked = [s for s in SIDES if question.is_asked_of(s) and assessment.lanes.answers(s)]
    if not given or len(given) < len(asked):
        return False
    alike = len({(answer.state, answer.level) for answer in given}) == 1
    if topic is not None:
        return alike and given[0].state in _ACCEPTED
    return len(given) == len(SIDES) and alike and given[0].level is not None and _is_shown(given)


def _is_shown(given: list[Answer]) -> bool:
    """Whether one of the two has evidence and neither guesses."""
    sure = {answer.sureness for answer in given}
    return "evidenced" in sure and "guess" not in sure


def _joined(assessment: Assessment, question: Question) -> Answer:
    """Return the answer that counts, with the evidence of those who agree with it and the room's own note."""
    given = sorted(voices(question, assessment), key=lambda one: (caution(one), DOUBT[one.sureness]))
    lowest = given[0]
    alike = [one for one in given if (one.state, one.level) == (lowest.state, lowest.level)]
    quarters = [one.carried_from for one in alike]
    own = assessment.agreed.get(question.id, NOT_ASKED)
    return replace(
        lowest,
        confidence=lowest.sureness if lowest.level is not None else lowest.confidence,
        evidence=tuple(dict.fromkeys(entry for one in alike for entry in one.evidence)),
        carried_from=min((q for q in quarters if q), default=None) if all(quarters) else None,
        note=own.note or lowest.note,
        note_for=own.note_for if own.note else lowest.note_for,
        because=own.because,
        restated=None,
        by="",
        at="",
    )
