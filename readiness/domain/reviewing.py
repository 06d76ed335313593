"""Why a question is worth another look: the filters of the table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import LANES, NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Counted, voices
from readiness.domain.minutes import LIVE_MINUTES_EACH
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question
from readiness.domain.scoring import half_up
from readiness.domain.triage import APART, MINUTES_EACH

Flag = Literal["open", "unknown", "guess", "no_evidence", "apart", "failing_gate", "comment"]
FLAGS: Final[tuple[Flag, ...]] = (
    "open",
    "unknown",
    "guess",
    "no_evidence",
    "apart",
    "failing_gate",
    "comment",
)

_ROUGHLY: Final = 10
"""Minutes from which no single one is told any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is to say of one question: its flags in the order of the filters, how many comments it has."""

    flags: tuple[Flag, ...]
    comments: int


def review(assessment: Assessment, outcome: Outcome) -> dict[str, Review]:
    """Return the flags of every question, in order; hidden answers raise none.

    *Open*: nothing is agreed. *Unknown*, *guess*, *no evidence*: of the answer that counts, unknown also
    where one side does not know. *Apart*: by two levels or more, and nothing is agreed. *Failing gate*: of
    the target step, and answered; one that nobody answered is open like any other.
    """
    apart = {gap.id for gap in outcome.alignment.questions if abs(gap.gap) >= APART}
    failing = frozenset(outcome.growth.open_gates)
    found = {}
    for question in assessment.questionnaire.questions:
        is_open = assessment.agreed.get(question.id, NOT_ASKED).state == "not_asked"
        comments = sum(bool(one.note) + bool(one.because) for one in _said(assessment, question))
        raised = {
            "open": is_open,
            "apart": is_open and question.id in apart,
            "failing_gate": question.id in failing and outcome.counted[question.id].state != "not_asked",
            "comment": comments > 0,
            **_of_answer(assessment, question, outcome.counted[question.id], is_open=is_open),
        }
        found[question.id] = Review(flags=tuple(f for f in FLAGS if raised[f]), comments=comments)
    return found


def talk_minutes(assessment: Assessment, questions: Iterable[str]) -> int:
    """Return about how long the open ones among some questions take, from ten minutes on in fives.

    What both sides answered before takes longer a question: only what is worth talk is left of it.
    """
    still = sum(assessment.agreed.get(id_, NOT_ASKED).state == "not_asked" for id_ in questions)
    minutes = still * (LIVE_MINUTES_EACH if assessment.mode == "live" else MINUTES_EACH)
    return half_up(minutes) if minutes < _ROUGHLY else 5 * half_up(minutes / 5)


def _of_answer(
    assessment: Assessment, question: Question, fact: Counted, *, is_open: bool
) -> dict[Flag, bool]:
    doubted = is_open and any(one.unknown for one in voices(question, assessment))
    is_level = fact.state == "level"
    return {
        "unknown": fact.state == "unknown" or doubted,
        "guess": is_level and fact.sureness == "guess",
        "no_evidence": is_level and fact.sureness != "evidenced",
    }


def _said(assessment: Assessment, question: Question) -> list[Answer]:
    return [assessment.visible(lane).get(question.id, NOT_ASKED) for lane in LANES]
