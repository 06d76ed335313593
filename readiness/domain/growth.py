"""Answers → growth step, first known limit, tested ceiling: three facts, never merged (domain §2.5)."""

from dataclasses import dataclass

from readiness.domain.questionnaire import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """What one growth step asks, on its own; ``passes`` is ``None`` where nothing applies to it.

    ``attainment`` is R_T, 0 to 1. ``weak_topics`` are written ``DAT.QRY``. ``blocking_limits`` are the limits
    rows whose factor lies below the step: information, they close nothing.
    """

    factor: Tier
    passes: bool | None
    gates: tuple[str, ...]
    failing_gates: tuple[str, ...]
    attainment: float | None
    weak_topics: tuple[str, ...]
    blocking_limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLimit:
    """The measured limit with the smallest factor."""

    id: str
    resource: str
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far the next growth step is: gates open, of how many, and the person-weeks of the cheapest way.

    ``effort`` is ``None`` where no way at a known price exists. ``conditional`` says that something unknown
    has to be found out on the way, so the effort is the least it can be.
    """

    step: Tier
    gates_open: int
    gates: int
    effort: float | None
    conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The non-compensatory result. ``practice_ceiling`` is 1, 2, 10 or 100; ``None`` in a quick check.

    ``tiers`` always lists 2, 10 and 100. ``at_target`` says that the target asks for no growth at all.
    """

    target_factor: float
    target_step: Tier
    target_by: str | None
    at_target: bool
    practice_ceiling: int | None
    tested_ceiling: float | None
    first_known_limit: KnownLimit | None
    distance: Distance | None
    tiers: tuple[StepResult, ...]
    open_gates: tuple[str, ...]
    shortfalls: tuple[str, ...]
    breaks_first: tuple[str, ...]

    def step(self, factor: int) -> StepResult:
        """Return the result of one growth step."""
        return next(tier for tier in self.tiers if tier.factor == factor)
