"""Before the meeting: what each side is asked, in whose words, and whether the answers may be revealed.

Source: domain §2.7 and §5.3. Product is asked its own questions and engineering's gates in its own wording;
its answer to those is an *expectation*.
"""

from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.questionnaire import Question, Questionnaire
from readiness.domain.scoring import half_up

Asking = Literal["own", "expectation"]

SECONDS_A_QUESTION: Final = 30
"""How long reading and choosing takes when one answers alone."""
_LEVELS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A question in the words of one side, with its five levels."""

    prompt: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideProgress:
    """How far one side is: the questions it is asked, how many it answered, which are open."""

    side: Side
    asked: int
    answered: int
    open: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """About how long all of it takes, in whole minutes."""
        return _minutes(self.asked)

    @property
    def minutes_left(self) -> int:
        """About how long the rest takes, in whole minutes."""
        return _minutes(len(self.open))

    @property
    def is_complete(self) -> bool:
        """Whether the side has answered everything it is asked."""
        return not self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealState:
    """Whether the private answers may be revealed, and what is missing.

    ``sides`` are those that answer; one of them alone is “one view only”. ``may`` asks that each has answered
    something, ``is_complete`` that each has answered everything.
    """

    revealed: bool
    sides: tuple[SideProgress, ...]

    @property
    def may(self) -> bool:
        """Whether there is something of every side to reveal."""
        return not self.revealed and all(side.answered for side in self.sides)

    @property
    def is_complete(self) -> bool:
        """Whether every side has answered everything it is asked."""
        return all(side.is_complete for side in self.sides)

    @property
    def missing(self) -> int:
        """How many answers are missing, over all sides."""
        return sum(len(side.open) for side in self.sides)

    @property
    def is_one_view(self) -> bool:
        """Whether one side answers alone."""
        return len(self.sides) == 1


def asks(question: Question, side: Side) -> Asking | None:
    """Say how a side is asked a question: for its own answer, for what it expects, or not at all."""
    if question.is_asked_of(side):
        return "own"
    expects = side == "product" and question.gate and question.product_prompt
    return "expectation" if expects else None


def wording(question: Question, side: Side) -> Wording:
    """Return a question as a side reads it."""
    if side == "engineering" or not question.product_prompt:
        return Wording(prompt=question.prompt, levels=question.levels)
    in_its_words = len(question.product_levels) == _LEVELS
    levels = question.product_levels if in_its_words else question.levels
    return Wording(prompt=question.product_prompt, levels=levels)


def asked(questionnaire: Questionnaire, side: Side) -> tuple[Question, ...]:
    """Return the questions a side is asked, in order."""
    return tuple(question for question in questionnaire.questions if asks(question, side))


def side_progress(assessment: Assessment, side: Side) -> SideProgress:
    """Say how far a side is; of its answers nothing but their number is told."""
    questions, given = asked(assessment.questionnaire, side), assessment.lane(side)
    still = tuple(q.id for q in questions if given.get(q.id, NOT_ASKED).state == "not_asked")
    return SideProgress(side=side, asked=len(questions), answered=len(questions) - len(still), open=still)


def reveal_state(assessment: Assessment) -> RevealState:
    """Say whether the answers may be revealed."""
    sides = tuple(side_progress(assessment, side) for side in SIDES if assessment.lanes.answers(side))
    return RevealState(revealed=assessment.revealed, sides=sides)


def _minutes(questions: int) -> int:
    return max(1, half_up(questions * SECONDS_A_QUESTION / 60)) if questions else 0
