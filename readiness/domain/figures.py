"""The sums behind every score: one topic, then the weighted means of what holds it (domain §2.3, 2.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

from readiness.domain.counting import Counted
from readiness.domain.questionnaire import Tier, TopicLayout

POINTS_A_LEVEL: Final = 25.0

OWN_ERROR: Final[Mapping[str, float]] = {"evidenced": 0.25, "informed": 0.5, "guess": 1.0}
"""The independent error of one answer, in levels."""

SHARED_ERROR: Final[Mapping[str, float]] = {"evidenced": 0.0, "informed": 0.25, "guess": 0.5}
"""The error that the whole room has in common, in levels."""


def points(
    questions: tuple[tuple[str, float, Tier], ...], counted: Mapping[str, Counted]
) -> Iterable[tuple[float, float | None]]:
    """Yield weight and points of every scored question of a topic."""
    for id_, weight, _ in questions:
        fact = counted[id_]
        if fact.level is not None:
            yield weight, fact.level * POINTS_A_LEVEL
        elif fact.state == "unknown":
            yield weight, 0.0


def mean(members: Iterable[tuple[float, float | None]]) -> float | None:
    """Return the weighted mean over the members that have a value; ``None`` where none has."""
    total = weights = 0.0
    for weight, value in members:
        if value is not None and weight:
            total += weight * value
            weights += weight
    return total / weights if weights else None


@dataclass(slots=True)
class Tally:
    """Plain counts of one topic, pillar or the whole; weights in question weights."""

    levels: int = 0
    unknown: int = 0
    not_applicable: int = 0
    not_asked: int = 0
    provisional: int = 0
    evidenced: int = 0
    informed: int = 0
    guess: int = 0
    below_proven: int = 0
    level_weight: float = 0.0
    applicable_weight: float = 0.0

    @property
    def coverage(self) -> float | None:
        """The share of the applicable weight that has a level."""
        return self.level_weight / self.applicable_weight if self.applicable_weight else None


@dataclass(slots=True)
class Figures:
    """The means of one topic, pillar or the whole.

    ``own`` is the variance of the independent errors, ``shared`` the error in common, both in points.
    ``strict`` counts not applicable as 0; ``mark`` is over everything applicable, asked or not.
    """

    score: float | None
    best: float | None
    strict: float | None
    mark: float | None
    own: float
    shared: float

    @property
    def error(self) -> float:
        """The standard error, in points."""
        return sqrt(self.own + self.shared**2)


def topic_figures(
    layout: TopicLayout, counted: Mapping[str, Counted], marks: Mapping[Tier, int]
) -> tuple[Figures, Tally]:
    """Return the figures and counts of one topic; ``marks`` are the levels the target step asks by tier."""
    tally = Tally()
    scored = points = unknown = absent = pending = mark = own = shared = 0.0
    for id_, weight, tier in layout[1]:
        fact = counted[id_]
        if fact.state == "not_applicable":
            tally.not_applicable += 1
            absent += weight
            continue
        mark += weight * marks[tier]
        if fact.level is not None:
            scored += weight
            points += weight * fact.level
            own += (weight * OWN_ERROR[fact.sureness]) ** 2
            shared += weight * SHARED_ERROR[fact.sureness]
            _tell(tally, fact, weight)
        elif fact.state == "unknown":
            tally.unknown += 1
            tally.provisional += fact.provisional
            scored += weight
            unknown += weight
        else:
            tally.not_asked += 1
            pending += weight
    tally.applicable_weight = scored + pending
    tally.below_proven += bool(unknown or pending)
    return _figures(scored, points, unknown, (scored + absent, scored + pending), (mark, own, shared)), tally


def _figures(
    scored: float,
    points: float,
    unknown: float,
    others: tuple[float, float],
    sums: tuple[float, float, float],
) -> Figures:
    strict, applicable = others
    mark, own, shared = sums
    unit = POINTS_A_LEVEL
    return Figures(
        score=unit * points / scored if scored else None,
        best=unit * (points + 4 * unknown) / scored if scored else None,
        strict=unit * points / strict if strict else None,
        mark=unit * mark / applicable if applicable else None,
        own=unit**2 * own / scored**2 if scored else 0.0,
        shared=unit * shared / scored if scored else 0.0,
    )


def combine(members: Iterable[tuple[float, Figures]]) -> Figures:
    """Return the figures of what holds the members, each given with its weight."""
    kept = list(members)
    weights = sum(weight for weight, figures in kept if figures.score is not None)
    return Figures(
        score=mean([(weight, figures.score) for weight, figures in kept]),
        best=mean([(weight, figures.best) for weight, figures in kept]),
        strict=mean([(weight, figures.strict) for weight, figures in kept]),
        mark=mean([(weight, figures.mark) for weight, figures in kept]),
        own=sum(weight**2 * f.own for weight, f in kept) / weights**2 if weights else 0.0,
        shared=sum(weight * f.shared for weight, f in kept) / weights if weights else 0.0,
    )


def _tell(tally: Tally, fact: Counted, weight: float) -> None:
    tally.levels += 1
    tally.level_weight += weight
    tally.provisional += fact.provisional
    if fact.sureness == "informed":
        tally.informed += 1
    elif fact.sureness == "evidenced":
        tally.evidenced += 1
    else:
        tally.guess += 1
    if fact.level != 4 and weight:  # noqa: PLR2004 - the highest level
        tally.below_proven += 1


def merge(tallies: Iterable[Tally]) -> Tally:
    """Return the counts of the whole."""
    whole = Tally()
    for tally in tallies:
        whole.levels += tally.levels
        whole.unknown += tally.unknown
        whole.not_applicable += tally.not_applicable
        whole.not_asked += tally.not_asked
        whole.provisional += tally.provisional
        whole.evidenced += tally.evidenced
        whole.informed += tally.informed
        whole.guess += tally.guess
        whole.below_proven += tally.below_proven
        whole.level_weight += tally.level_weight
        whole.applicable_weight += tally.applicable_weight
    return whole
