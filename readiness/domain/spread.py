"""How many systems stand at each growth step, held against what each has to carry."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

STEPS: Final = (1, 2, 10, 100)


@dataclass(frozen=True, slots=True)
class Stand:
    """The growth step that a system's practices support, and the one its target needs."""

    practice: int
    target_step: int

    @property
    def is_short(self) -> bool:
        """Whether the practices support less than the target needs."""
        return self.practice < self.target_step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """How many systems stand at a step: past their target, or short of it."""

    step: int
    met: int
    short: int

    @property
    def count(self) -> int:
        """All of them."""
        return self.met + self.short


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The systems by step. ``unjudged`` have no step: never sealed, or only a quick check."""

    steps: tuple[StepCount, ...]
    unjudged: int

    @property
    def judged(self) -> int:
        """How many systems have a step."""
        return sum(step.count for step in self.steps)

    @property
    def short(self) -> int:
        """How many of them fall short of their target."""
        return sum(step.short for step in self.steps)


def spread(stands: Iterable[tuple[Stand | None, int]]) -> Spread:
    """Count systems by the step they stand at, so many at a time; ``None`` is a system that has none."""
    met: Counter[int] = Counter()
    short: Counter[int] = Counter()
    unjudged = 0
    for stand, count in stands:
        if stand is None:
            unjudged += count
        else:
            (short if stand.is_short else met)[stand.practice] += count
    return Spread(
        steps=tuple(StepCount(step=step, met=met[step], short=short[step]) for step in STEPS),
        unjudged=unjudged,
    )
