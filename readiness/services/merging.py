"""Two versions of one assessment's answers → what is new, what differs, and what to write (ruling 21)."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.questionnaire import Lane
from readiness.errors import InputError, SealedError

if TYPE_CHECKING:
    from collections.abc import Mapping

Merge = Literal["mine", "theirs"]
Given = tuple[str, Lane, Answer]

_LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, by question."""

    id: int
    reference: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a file's answers stand to the ones that are there."""

    new: tuple[Given, ...]
    changed: tuple[Given, ...]
    unchanged: tuple[Given, ...]

    def to_write(self, mine: Assessment, merge: Merge | None) -> list[Given]:
        """Return the answers to write.

        Raises:
            SealedError: the one that is there is closed.
            InputError: answers differ and nobody said whose count.
        """
        if mine.sealed and (self.new or self.changed):
            raise SealedError(
                f"{mine.reference} is sealed, so nothing can be brought into it.",
                safe="Nothing was stored.",
                remedy="Start a revision first.",
            )
        if self.changed and merge is None:
            raise InputError(
                f"{len(self.changed)} answers of {mine.reference} differ: {', '.join(_ids(self.changed))}.",
                safe="Nothing was stored.",
                remedy="Say --merge mine to keep yours, or --merge theirs to take the file’s.",
            )
        return [*self.new, *(self.changed if merge == "theirs" else ())]

    def told(self, id_: int, reference: str) -> Imported:
        """Return the same for people: a question once, by the strongest thing that happened to it."""
        settled = {*_ids(self.new), *_ids(self.changed)}
        return Imported(
            id=id_,
            reference=reference,
            new=_ids(self.new),
            changed=_ids(self.changed),
            unchanged=tuple(q for q in _ids(self.unchanged) if q not in settled),
        )


def compare_answers(mine: Assessment, theirs: Assessment) -> Difference:
    """Hold a file's answers against the ones that are there.

    Raises:
        InputError: they were given under different questionnaires.
    """
    if mine.questionnaire.reference != theirs.questionnaire.reference or mine.scope != theirs.scope:
        raise InputError(
            f"{mine.reference} is answered under {mine.questionnaire.reference} ({mine.scope}), "
            f"the file under {theirs.questionnaire.reference} ({theirs.scope}).",
            safe="Nothing was stored.",
            remedy="Answer under the same questionnaire, or import it as another period.",
        )
    new: list[Given] = []
    changed: list[Given] = []
    unchanged: list[Given] = []
    for lane in _LANES:
        for question, answer in theirs.lane(lane).items():
            own = mine.lane(lane).get(question, NOT_ASKED)
            heap = new if own == NOT_ASKED else unchanged if own.says_the_same(answer) else changed
            heap.append((question, lane, answer))
    return Difference(new=tuple(new), changed=tuple(changed), unchanged=tuple(unchanged))


def questions_of(assessment: Assessment) -> tuple[str, ...]:
    """Return every question that any lane says something to."""
    return tuple(dict.fromkeys(q for lane in _LANES for q in assessment.lane(lane)))


def with_answer(assessment: Assessment, question: str, lane: Lane, answer: Answer) -> Assessment:
    """Return the assessment with one answer replaced; ``NOT_ASKED`` takes it away."""
    answers = {id_: kept for id_, kept in assessment.lane(lane).items() if id_ != question}
    if answer != NOT_ASKED:
        answers[question] = answer
    lanes: dict[Lane, Mapping[str, Answer]] = {
        "agreed": assessment.agreed,
        "product": assessment.product,
        "engineering": assessment.engineering,
        lane: answers,
    }
    return replace(
        assessment, agreed=lanes["agreed"], product=lanes["product"], engineering=lanes["engineering"]
    )


def _ids(given: tuple[Given, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for question, _, _ in given))
