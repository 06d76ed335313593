"""The frozen values of bullet bars: a score on the scale 0 to 100 with its range and its mark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One score on the scale 0 to 100: the value, its plausible range and the mark it is held against."""

    score: float | None
    low: float | None
    high: float | None
    mark: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarBar:
    """One bullet bar. ``shown`` is the number, or the word that stands for it."""

    name: str
    bars: Bars
    shown: str
    gates_open: int
    is_furthest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarBars:
    """The bullet bars, furthest from its mark first."""

    title: str
    finding: str
    mark_words: str
    rows: tuple[PillarBar, ...]
