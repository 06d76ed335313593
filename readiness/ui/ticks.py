"""Practices by their keys: 1 to 9 tick the first nine, 0 is “none of these”; the others have no key."""

from dataclasses import replace

from readiness.domain.assessment import Answer
from readiness.domain.questionnaire import Practice, Question
from readiness.ui.widgets.practice_row import Shown

_KEYS = 9


def shown_practices(question: Question) -> tuple[Shown, ...]:
    """Return the practices as rows, each with its key."""
    keys = {practice.id: key for key, practice in keyed(question).items()}
    return tuple(
        Shown(
            id=practice.id,
            key=keys.get(practice.id, ""),
            title=practice.title,
            advice=practice.advice,
            alone=practice.alone,
        )
        for practice in question.practices
    )


def ticked_before(answer: Answer, stood: Answer | None) -> Answer:
    """Return the answer that a digit changes: what is said now, or until then what was said last quarter."""
    if stood is None or stood.level is None or answer.state != "not_asked":
        return answer
    return replace(answer, ticked=stood.ticked, left_out=stood.left_out)


def keyed(question: Question) -> dict[str, Practice]:
    """Return the practices that have a key, by it."""
    usual = [practice for practice in question.practices if not practice.alone]
    found = {str(number): practice for number, practice in enumerate(usual[:_KEYS], start=1)}
    alone = next((practice for practice in question.practices if practice.alone), None)
    return found if alone is None else {**found, "0": alone}
