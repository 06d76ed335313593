"""What a key does to an answer; pure, so that the rules can be tested without a window."""

from dataclasses import replace

from readiness.domain.assessment import NOT_ASKED, Answer, Confidence, NoteFor
from readiness.domain.questionnaire import Practice, Question
from readiness.domain.ticking import toggled, without
from readiness.ui.ticks import keyed


def with_level(answer: Answer, level: int, *, guess: bool = False) -> Answer:
    """Return the answer at a level. A plain level takes a guess back; evidence stays what it was.

    Of a carried answer nothing stays but what the level itself still says.
    """
    answer = _taken_up(answer, level)
    confidence: Confidence | None = answer.confidence if answer.confidence == "evidenced" else None
    if answer.confidence == "informed":
        confidence = "informed"
    return _said(answer, level=level, confidence="guess" if guess else confidence)


def by_digit(question: Question, answer: Answer, digit: int, *, guess: bool = False) -> Answer | None:
    """Return what a digit makes of an answer; nothing where it means nothing.

    It is a level, with Shift a guess; or it ticks a practice, and with Shift says that it does not apply.
    """
    if question.kind == "levels":
        return with_level(answer, digit, guess=guess) if digit < len(question.levels) else None
    practice = keyed(question).get(str(digit))
    return None if practice is None else with_practice(question, answer, practice, apart=guess)


def with_practice(question: Question, answer: Answer, practice: Practice, *, apart: bool = False) -> Answer:
    """Return the answer with a practice ticked or not any more; or, ``apart``, as not applicable or again.

    A carried answer keeps its ticks and is given anew.
    """
    own = replace(answer, carried_from=None, restated=None, by="", at="") if answer.carried_from else answer
    own = replace(own, confidence=None) if answer.carried_from and own.confidence == "guess" else own
    told = (without if apart else toggled)(question, own, practice)
    return _tidy(replace(told, confidence=told.confidence if told.level is not None else None, at=""))


def with_unknown(answer: Answer) -> Answer:
    """Return don't know; note and evidence stay, and nothing is ticked."""
    return replace(_said(_unticked(_taken_up(answer))), unknown=True)


def with_reason(answer: Answer, reason: str) -> Answer:
    """Return does not apply, with its reason; without one the answer stays as it is."""
    return replace(_said(_taken_up(answer)), not_applicable=reason) if reason.strip() else answer


def without_answer(answer: Answer) -> Answer:
    """Take the answer back; what was written beside it stays."""
    return _said(_unticked(replace(_taken_up(answer), restated=None)))


def still_true(stood: Answer, aged: Answer, *, guess: bool = False) -> Answer:
    """Return an earlier answer as given anew; what was a guess was looked at, unless it is one still.

    Evidence that is old by now no longer makes it evidenced: how sure it is comes from ``aged``.
    """
    if stood.level is None:
        return replace(stood, carried_from=None, by="", at="")
    return with_level(replace(stood, confidence=aged.confidence), stood.level, guess=guess)


def with_hindsight(answer: Answer, level: int | None) -> Answer:
    """Return the answer with the level that last quarter's should have been; ``None`` where it was right."""
    return replace(answer, restated=level)


def with_note(answer: Answer, note: str) -> Answer:
    """Return the answer with another note."""
    return _tidy(replace(answer, note=note))


def with_evidence(answer: Answer, text: str) -> Answer:
    """Return the answer with its evidence, one entry a line."""
    entries = tuple(line.strip() for line in text.splitlines() if line.strip())
    return _tidy(replace(answer, evidence=entries))


def with_because(answer: Answer, text: str) -> Answer:
    """Return the answer with its reason, one line."""
    return _tidy(replace(answer, because=" ".join(text.split("\n"))))


def with_audience(answer: Answer, audience: NoteFor) -> Answer:
    """Return the answer with its note for the room, or for the report."""
    return _tidy(replace(answer, note_for=audience))


def with_sureness(answer: Answer, key: str) -> Answer:
    """Return the answer with another confidence; only a level has one."""
    known: dict[str, Confidence] = {"guess": "guess", "informed": "informed", "evidenced": "evidenced"}
    return answer if answer.level is None or key not in known else replace(answer, confidence=known[key])


def _unticked(answer: Answer) -> Answer:
    return replace(answer, ticked=(), left_out=())


def _taken_up(answer: Answer, level: int | None = None) -> Answer:
    """Return what a new answer begins with: nothing of a carried one that says something else."""
    if answer.carried_from is None:
        return answer
    return replace(answer, by="") if level == answer.level and level is not None else NOT_ASKED


def _said(answer: Answer, level: int | None = None, confidence: Confidence | None = None) -> Answer:
    return _tidy(
        replace(
            answer,
            level=level,
            unknown=False,
            not_applicable=None,
            confidence=confidence,
            carried_from=None,
            at="",
        )
    )


def _tidy(answer: Answer) -> Answer:
    """An answer that says nothing at all is not asked."""
    bare = replace(answer, at="", by="", note_for="room")
    return NOT_ASKED if bare == NOT_ASKED else answer
