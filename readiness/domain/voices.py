"""Several people of one side → what the side says, with everybody's answer still readable (ruling 15)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from readiness.domain.alignment import lane_answer
from readiness.domain.assessment import NOT_ASKED, Answer


def combine_voices(voices: Sequence[Answer]) -> Answer:
    """Return the side's answer: the lower median, with what each person answered and noted in its note.

    Names stay out of the note, because a name must stay erasable; who said what is kept beside it.
    """
    said = [voice for voice in voices if voice != NOT_ASKED]
    if len(said) <= 1:
        return said[0] if said else NOT_ASKED
    return replace(
        lane_answer(said),
        note="\n".join(_notes(said)),
        evidence=tuple(dict.fromkeys(line for voice in said for line in voice.evidence)),
        by="",
        at="",
    )


def _notes(said: Sequence[Answer]) -> Iterable[str]:
    yield f"Answers: {', '.join(_short(voice) for voice in said)}."
    for voice in said:
        if voice.note:
            yield f"{_short(voice)}: {voice.note}"


def _short(voice: Answer) -> str:
    if voice.level is not None:
        return f"{voice.level}, a guess" if voice.sureness == "guess" else str(voice.level)
    if voice.not_applicable is not None:
        return f"does not apply ({voice.not_applicable})"
    return "don’t know" if voice.unknown else "no answer"
