"""Answers → score, range, coverage, shares (domain §2.2 to 2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Label = Literal["Fragile", "Exposed", "Holding", "Solid", "Strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The plausible range of a score, 0 to 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions are in each state; ``provisional`` are among the levels and unknowns."""

    levels: int = 0
    unknown: int = 0
    not_applicable: int = 0
    not_asked: int = 0
    provisional: int = 0

    @property
    def asked(self) -> int:
        """Questions with an answer of any kind."""
        return self.levels + self.unknown + self.not_applicable

    @property
    def total(self) -> int:
        """All questions of the questionnaire."""
        return self.asked + self.not_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How many levels stand on evidence, on knowledge, on a guess."""

    evidenced: int = 0
    informed: int = 0
    guess: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures of one topic or pillar; ``None`` where nothing applies, never 0."""

    id: str
    name: str
    weight: float
    score: float | None
    displayed: int | None
    label: Label | None
    needed: float | None
    range: Range | None
    coverage: float | None
    counts: Counts
    sureness: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarPart(Part):
    """A pillar with its topics."""

    topics: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The compensatory result. All figures unrounded, but for ``displayed``.

    ``needed`` is where the score stands when every requirement of the target step is met. Under 80 %
    coverage, or 60 % in a pillar, ``displayed`` and ``label`` are ``None`` and only the range is shown.
    ``shares`` say how much of the score each scored question is (they sum to 1).
    """

    score: float | None
    displayed: int | None
    label: Label | None
    needed: float | None
    range: Range | None
    strict_score: float | None
    best_case: float | None
    coverage: float | None
    counts: Counts
    sureness: Sureness
    evidenced_share: float | None
    pillars: tuple[PillarPart, ...]
    shares: Mapping[str, float] = field(default_factory=dict)
