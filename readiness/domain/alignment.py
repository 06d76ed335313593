"""Two perspectives → divergence (domain §2.7)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question both sides gave a level to; ``gap`` is product minus engineering, in levels."""

    id: str
    product: int
    engineering: int

    @property
    def gap(self) -> int:
        """Levels by which product is rosier than engineering; negative the other way round."""
        return self.product - self.engineering


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How far the two sides are apart: index D in 0 to 1, signed bias B, positive when product is rosier."""

    index: float | None
    bias: float | None
    questions: tuple[Gap, ...]
