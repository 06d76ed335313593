"""One side's private answers → the rows of its own table; of the other side there is nothing in them."""

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Side
from readiness.domain.meeting import asked, wording
from readiness.domain.reviewing import Flag
from readiness.ui.models.review_rows import NOTHING, OPEN, ReviewRow, Why, cell_of

OWN_FLAGS: tuple[Flag, ...] = ("open", "unknown", "guess", "no_evidence", "comment")
"""What one side can look for among its own answers: no gates, and nobody to differ from."""


def own_rows(assessment: Assessment, side: Side) -> tuple[ReviewRow, ...]:
    """Return what a side is asked, in its own words, with its own answers."""
    lane = assessment.lane(side)
    return tuple(
        _row(question.id, wording(question, side).prompt, lane.get(question.id, NOT_ASKED))
        for question in asked(assessment.questionnaire, side)
    )


def _row(id_: str, prompt: str, answer: Answer) -> ReviewRow:
    flags = _flags(answer)
    told: tuple[Why, ...] = ("unknown", "guess", "no_evidence")
    return ReviewRow(
        id=id_,
        prompt=prompt,
        product=NOTHING,
        engineering=NOTHING,
        agreed=cell_of(answer, OPEN),
        sure=answer.sureness if answer.level is not None else "",
        why=tuple(why for why in told if why in flags)[:1],
        apart=0,
        flags=flags,
        comments=int(bool(answer.note)),
        reason=answer.not_applicable or "",
    )


def _flags(answer: Answer) -> tuple[Flag, ...]:
    is_level = answer.level is not None
    raised: dict[Flag, bool] = {
        "open": answer.state == "not_asked",
        "unknown": answer.unknown,
        "guess": is_level and answer.sureness == "guess",
        "no_evidence": is_level and answer.sureness != "evidenced",
        "comment": bool(answer.note),
    }
    return tuple(flag for flag in OWN_FLAGS if raised[flag])
