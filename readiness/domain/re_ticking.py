"""What was ticked under an older version of a lens → what that says under a newer one.

Practices that are still there stay ticked, and the new rules rate them; where one that was ticked is gone,
the selection is cleared. The note stays, and says so.
"""

from dataclasses import replace

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.questionnaire import Question
from readiness.domain.ticking import as_told, titles


def still_ticks(new: Question, answer: Answer) -> bool:
    """Say whether everything that was ticked can be ticked still, so that the answer can be carried."""
    if answer.state == "not_applicable":
        return True
    if answer.state != "level" or _gone(new, answer):
        return False
    return re_ticked(new, answer).level is not None


def re_ticked(new: Question, answer: Answer) -> Answer:
    """Return an answer under the rules of the new question, as a guess: nobody was asked under these."""
    if answer.state != "level":
        return answer
    known = {practice.id for practice in new.practices}
    kept = tuple(id_ for id_ in answer.left_out if id_ in known)
    return as_told(new, replace(answer, level=None, left_out=kept, confidence="guess"))


def cleared(old: Question, new: Question, answer: Answer) -> Answer:
    """Return what stays of an answer that must be given again: its note, and which practices are gone."""
    gone = titles(old, _gone(new, answer))
    said = f"No longer among the practices, so nothing is ticked: {', '.join(gone)}." if gone else ""
    note = "\n".join(part for part in (answer.note, said) if part)
    return replace(NOT_ASKED, note=note, note_for=answer.note_for)


def _gone(new: Question, answer: Answer) -> tuple[str, ...]:
    known = {practice.id for practice in new.practices}
    return tuple(id_ for id_ in answer.ticked if id_ not in known)
