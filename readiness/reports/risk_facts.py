"""The frozen values that the page of top risks is made of; every text is final."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRow:
    """One risk: at which growth it gives out, what is felt, how we know, how it stands, the answer to it.

    ``level`` is what counts, ``asked`` what the step asks; both absent for a measured limit.
    """

    factor: str
    felt: str
    known: str
    topic: str
    stands: str
    level: int | None
    is_guess: bool
    is_question: bool
    answer: str
    when: str
    is_planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that is a risk because nobody can be sure of it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """One question on which the two sides are far apart."""

    prompt: str
    product: int
    engineering: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Risks:
    """The page of top risks. ``apart`` stays empty where lanes may not be printed."""

    title: str
    lead: str
    target: str
    rows: tuple[RiskRow, ...]
    more: str
    nothing: str
    doubts: tuple[Doubt, ...]
    apart_title: str
    apart_lead: str
    lanes: tuple[str, str]
    apart: tuple[Apart, ...]
