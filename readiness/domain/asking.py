"""What each side is asked when it answers by itself, and in which words (domain §2.7)."""

from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.counting import Side
from readiness.domain.questionnaire import LEVEL_NAMES, Question, Questionnaire

Asking = Literal["own", "expectation"]

SIDE_NAMES: Final[dict[Side, str]] = {"product": "Product", "engineering": "Engineering"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A question in the words of one side, with its five levels."""

    prompt: str
    levels: tuple[str, ...]


def asks(question: Question, side: Side) -> Asking | None:
    """Say how a side is asked a question: for its own answer, for what it expects, or not at all.

    Product is asked the gates of engineering too, where the file words them in what customers see.
    """
    if question.is_asked_of(side):
        return "own"
    expects = side == "product" and question.gate and question.product_prompt
    return "expectation" if expects else None


def wording(question: Question, side: Side) -> Wording:
    """Return a question as a side reads it."""
    if side == "engineering" or not question.product_prompt:
        return Wording(prompt=question.prompt, levels=question.levels)
    in_its_words = len(question.product_levels) == len(LEVEL_NAMES)
    levels = question.product_levels if in_its_words else question.levels
    return Wording(prompt=question.product_prompt, levels=levels)


def asked(questionnaire: Questionnaire, side: Side) -> tuple[Question, ...]:
    """Return the questions a side is asked, in order."""
    return tuple(question for question in questionnaire.questions if asks(question, side))
