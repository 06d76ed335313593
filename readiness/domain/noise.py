"""Noise against change: what two rounds of honest answers differ by anyway (domain §4.3, ruling 12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

from readiness.domain.counting import Counted
from readiness.domain.figures import OWN_ERROR, POINTS_A_LEVEL
from readiness.domain.tracing import Origin

NoiseVerdict = Literal["clear", "probable", "noise"]
CLEAR: Final = 1.96
PROBABLE: Final = 1.28
"""Standard errors beyond which a change is clear, or probable (the reliable-change index)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """The standard error of a like-for-like change, in points, and what it makes of the change."""

    se: float
    verdict: NoiseVerdict

    @property
    def clear_from(self) -> float:
        """The smallest clear change, in points."""
        return CLEAR * self.se

    @property
    def may_be_said(self) -> bool:
        """Whether an arrow may be drawn and “rose” or “fell” be said."""
        return self.verdict != "noise"


def judge(change: float, se: float) -> Noise:
    """Return what a change in points is against its standard error."""
    size = abs(change)
    verdict: NoiseVerdict = "clear" if size > CLEAR * se else "probable" if size > PROBABLE * se else "noise"
    return Noise(se=se, verdict=verdict)


def error_of_change(
    shares: Mapping[str, float],
    origins: Mapping[str, Origin],
    old: Mapping[str, Counted],
    new: Mapping[str, Counted],
) -> float:
    """Return SE_Δ in points over the new questions in ``shares``, which are those answered again.

    An old answer that was copied to several parts is one error, so its shares are summed before they are
    squared. A carried answer has no error of its own on either side: leave it out of ``shares``. Only the
    independent errors enter; what a room shares cancels between quarters.
    """
    before: dict[str, float] = {}
    for id_, share in shares.items():
        for origin, part in origins[id_].items():
            before[origin] = before.get(origin, 0.0) + share * part
    variance = sum((share * OWN_ERROR[old[id_].sureness]) ** 2 for id_, share in before.items())
    variance += sum((share * OWN_ERROR[new[id_].sureness]) ** 2 for id_, share in shares.items())
    return POINTS_A_LEVEL * sqrt(variance)
