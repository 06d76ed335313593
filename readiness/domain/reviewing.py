"""Why a question is worth another look: the filters of the table."""

from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import LANES, NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Counted, voices
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question
from readiness.domain.triage import APART

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is to say of one question: its flags in the order of the filters, how many comments it has."""

    flags: tuple[Flag, ...]
    comments: int


def review(assessment: Assessment, outcome: Outcome) -> dict[str, Review]:
    """Return the flags of every question, in order; hidden answers raise none.

    *Open*: nothing is agreed. *Unknown*, *guess*, *no evidence*: of the answer that counts, unknown also
    where one side does not know. *Apart*: by two levels or more, and nothing is agreed. *Failing gate*: of
    the target step.
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
            "failing_gate": question.id in failing,
            "comment": comments > 0,
            **_of_answer(assessment, question, outcome.counted[question.id], is_open=is_open),
        }
        found[question.id] = Review(flags=tuple(f for f in FLAGS if raised[f]), comments=comments)
    return found


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
