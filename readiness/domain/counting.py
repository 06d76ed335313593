"""Two lanes and what was agreed → the answer that counts (domain §2.7, rulings 3 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment, Confidence, State
from readiness.domain.questionnaire import Question

Side = Literal["product", "engineering"]
SIDES: Final[tuple[Side, ...]] = ("product", "engineering")

_CAUTION: Final[Mapping[State, int]] = {"not_asked": 9, "not_applicable": 8, "unknown": -1}
DOUBT: Final[Mapping[Confidence, int]] = {"guess": 0, "informed": 1, "evidenced": 2}
"""What the less sure of two equal answers is found by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The answer that counts for one question, and how it came to count.

    ``provisional``: the two sides differ, or one has not answered, and nothing is agreed. ``undiscussed``:
    asked of one side alone and taken from it. ``effective`` is the level that counts towards growth
    (ruling 3): 0 for unknown, a guess one lower, a 4 without evidence 3; one reduction only.
    """

    state: State
    level: int | None = None
    sureness: Confidence = "informed"
    reason: str = ""
    provisional: bool = False
    undiscussed: bool = False
    effective: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "effective", _effective(self.level, self.sureness))


def _effective(level: int | None, sureness: Confidence) -> int:
    if level is None:
        return 0
    if sureness == "guess":
        return max(0, level - 1)
    return level if sureness == "evidenced" else min(level, 3)


UNASKED: Final = Counted(state="not_asked")

_LEVELS: Final[Mapping[tuple[int, Confidence], Counted]] = {
    (level, sureness): Counted(state="level", level=level, sureness=sureness)
    for level in range(5)
    for sureness in DOUBT
}
"""Made once: counting is on the path of every keystroke and of every step of a plan."""


def evidenced(level: int) -> Counted:
    """Return a level as it stands once an action is finished: done and verified."""
    return _LEVELS[level, "evidenced"]


def count(assessment: Assessment) -> dict[str, Counted]:
    """Return what counts for every question of the assessment's questionnaire, in its order."""
    return {q.id: _count(q, assessment) for q in assessment.questionnaire.questions}


def as_side(counted: Mapping[str, Counted], assessment: Assessment, side: Side) -> dict[str, Counted]:
    """Return the same with every provisional question at that side's answer, where it gave one."""
    own = assessment.lane(side)
    return {
        id_: _plain(own[id_]) if fact.provisional and own.get(id_, NOT_ASKED).state != "not_asked" else fact
        for id_, fact in counted.items()
    }


def standing(question: Question, assessment: Assessment) -> list[Answer]:
    """Return the answers that what counts is taken from: the agreed one, else those of the sides asked."""
    agreed = assessment.agreed.get(question.id, NOT_ASKED)
    return [agreed] if agreed.state != "not_asked" else voices(question, assessment)


def voices(question: Question, assessment: Assessment) -> list[Answer]:
    """Return what the sides that are asked said, product first; nothing while it is hidden."""
    if not assessment.revealed:
        return []
    return [
        answer
        for side in SIDES
        if question.is_asked_of(side)
        and (answer := assessment.lane(side).get(question.id, NOT_ASKED)).state != "not_asked"
    ]


def _count(question: Question, assessment: Assessment) -> Counted:
    agreed = assessment.agreed.get(question.id, NOT_ASKED)
    if agreed.state != "not_asked":
        return _plain(agreed)
    given = voices(question, assessment)
    if not given:
        return UNASKED
    if question.asked_of != "both":
        return replace(_plain(given[0]), undiscussed=True)
    return _meet(given)


def _meet(given: list[Answer]) -> Counted:
    lowest = min(given, key=caution)
    if len(given) == 1:
        return replace(_plain(lowest), provisional=True)
    if given[0].state == given[1].state and given[0].level == given[1].level:
        return _plain(min(given, key=lambda answer: DOUBT[answer.sureness]))
    return replace(_plain(lowest), provisional=True)


def caution(answer: Answer) -> int:
    """Return what the more cautious of two answers is found by: don't know, then the lower level."""
    return answer.level if answer.level is not None else _CAUTION[answer.state]


def _plain(answer: Answer) -> Counted:
    if answer.level is not None:
        return _LEVELS[answer.level, answer.sureness]
    return Counted(state=answer.state, reason=answer.not_applicable or "")
