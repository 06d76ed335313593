"""What moving to a newer version does to an assessment, in sentences, for the window and the terminal."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.moving import Fate, Move, MovedQuestion

_LOST: Final = {
    "redefined": "asks something else now",
    "merged": "is one question now, of several",
    "practices": "has no longer every practice that was ticked",
    "retired": "is asked no more",
}
_GUESSED: Final = {
    "split": "is a part of {0}; it begins with that answer, as a guess",
    "rules": "has other rules; what was ticked stays ticked and is rated by them, as a guess",
}


def summary(move: Move) -> str:
    """Return the counts: how many answers are kept, kept as a guess and cleared, and what is new."""
    kept, guessed, lost, new = (
        len(move.of(*fates)) for fates in (("kept",), ("guessed",), ("cleared", "retired"), ("new",))
    )
    told = [
        _counted(kept, "1 answer is kept", "{0} answers are kept"),
        _counted(guessed, "1 is kept as a guess", "{0} are kept as guesses") if guessed else "",
        _counted(lost, "1 is cleared", "{0} are cleared") if lost else "none is cleared",
        _counted(new, "1 question is new", "{0} questions are new") if new else "",
    ]
    return f"{', '.join(one for one in told if one)}."


def cleared_lines(move: Move) -> Iterator[str]:
    """Yield each answer that is cleared, and why."""
    for one in move.of("cleared", "retired"):
        note = "" if one.fate == "retired" else "; its note stays"
        yield f"{_named(one)} {_LOST[one.why]}{note}."


def guessed_lines(move: Move) -> Iterator[str]:
    """Yield each answer that is kept as a guess, and why."""
    for one in move.of("guessed"):
        yield f"{one.question} {_GUESSED[one.why].format(', '.join(one.was))}."


def renamed_lines(move: Move) -> Iterator[str]:
    """Yield each answer that is kept under another name."""
    for one in move.of("kept"):
        if one.why == "renamed":
            yield f"{one.was[0]} is called {one.question} now."


def new_lines(move: Move) -> Iterator[str]:
    """Yield each new question."""
    asked = move.after.questionnaire.by_id
    for one in move.of("new"):
        yield f"{one.question} {asked[one.question].prompt}"


def beside_lines(move: Move) -> Iterator[str]:
    """Yield what becomes of actions, open facts and accepted risks whose questions are asked no more."""
    if move.freed:
        yield f"Actions that stay without a question: {', '.join(move.freed)}."
    if move.parked:
        yield _counted(
            move.parked,
            "1 open fact goes to the parked points, because its question is asked no more.",
            "{0} open facts go to the parked points, because their questions are asked no more.",
        )
    if move.reopened:
        yield f"Accepted risks that are open again: {', '.join(move.reopened)}."
    if not move.before.revealed:
        yield "Pages that were saved to answer elsewhere ask the old version; save them again."


def all_lines(move: Move) -> Iterator[str]:
    """Yield everything, the counts first."""
    yield summary(move)
    for lines in (cleared_lines, guessed_lines, renamed_lines, beside_lines):
        yield from lines(move)


def as_document(move: Move) -> dict[str, object]:
    """Return a move as the terminal prints it for other programs."""

    def named(*fates: Fate) -> list[str]:
        return [one.question for one in move.of(*fates)]

    cleared = [
        {"question": one.question, "was": list(one.was), "why": one.why}
        for one in move.of("cleared", "retired")
    ]
    return {
        "ref": move.before.reference,
        "from": move.before.questionnaire.reference,
        "to": move.after.questionnaire.reference,
        "kept": named("kept"),
        "guessed": named("guessed"),
        "cleared": cleared,
        "new": named("new"),
    }


def _named(one: MovedQuestion) -> str:
    return one.question if one.was in {(one.question,), ()} else f"{', '.join(one.was)} → {one.question}"


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count)
