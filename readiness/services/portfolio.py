"""Portfolio: many systems in one quarter, from what was kept at each seal; nothing is scored here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scoring import LEAST_PILLAR_COVERAGE, half_up
from readiness.domain.spread import Spread, Stand, spread
from readiness.storage import portfolio as kept
from readiness.storage.portfolio import Order, QuarterLine, StandingLine
from readiness.storage.workspace import Workspace

__all__ = ["Asked", "Order", "Portfolio", "QuarterLine", "StandingLine"]

QUARTERS: Final = 4
"""Quarters in a sparkline: a year."""

_WHOLE: Final = 100

Difference = Literal["", "quick", "version"]
"""Why a system cannot be held against the others: a quick check, or other questions."""


BY_NAME: Final = Order()


@dataclass(frozen=True, slots=True)
class SpotKey:
    """A gate or a topic by its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which quarter, whose systems, which of them, in which order. ``quarter`` none: the newest sealed."""

    quarter: Period | None = None
    team: str | None = None
    order: Order = BY_NAME
    spot: SpotKey | None = None


@dataclass(frozen=True, slots=True)
class PillarName:
    """A column of the table."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One system as a row. ``pillars`` holds displayed scores; ``None`` where too little is known."""

    line: StandingLine
    pillars: Mapping[str, int | None]
    trend: tuple[float | None, ...]
    is_stale: bool
    difference: Difference

    @property
    def stand(self) -> Stand | None:
        """Its growth step against its target; none without a full sealed assessment."""
        line = self.line
        if line.practice_ceiling is None or line.target_step is None or line.scope != "full":
            return None
        return Stand(line.practice_ceiling, line.target_step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A gate that is open, or a topic that is weak, in ``count`` systems. ``pillar`` is where it belongs."""

    key: SpotKey
    name: str
    pillar: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A quarter over many systems. ``systems`` are sorted, ``spots`` are what most of them share first."""

    asked: Asked
    quarter: Period
    quarters: tuple[QuarterLine, ...]
    teams: tuple[str, ...]
    pillars: tuple[PillarName, ...]
    systems: tuple[Standing, ...]
    spread: Spread
    spots: tuple[Spot, ...]
    questionnaire: str
    known: int
    stale: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was sealed in the whole workspace."""
        return not self.quarters


def portfolio(workspace: Workspace, asked: Asked, today: Period) -> Portfolio:
    """Return a quarter over the systems of a workspace."""
    with workspace.database.reading() as connection:
        quarters = kept.quarters(connection)
        at = asked.quarter or _newest(quarters) or today
        lines = kept.standing(connection, (at.year, at.quarter), asked.order, asked.team)
        ids = [line.assessment_id for line in lines if line.assessment_id is not None]
        pillars = _pillars(kept.pillars(connection, ids))
        first = at.plus(-QUARTERS)
        trends = kept.trends(connection, (first.year, first.quarter), (at.year, at.quarter))
        full = [line.assessment_id for line in lines if line.assessment_id and line.scope == "full"]
        counted = kept.spots(connection, full)
        spot = asked.spot
        chosen = None if spot is None else kept.with_spot(connection, full, spot.kind, spot.id)
        teams = kept.teams(connection)
    common = _common(lines)
    standings = tuple(_standing(line, pillars, trends.get(line.system_id, {}), at, common) for line in lines)
    asked_under = _questionnaires(workspace, standings)
    shown = (
        standings if chosen is None else tuple(one for one in standings if one.line.assessment_id in chosen)
    )
    return Portfolio(
        asked=replace(asked, quarter=at),
        quarter=at,
        quarters=quarters,
        teams=teams,
        pillars=_columns(asked_under, pillars),
        systems=shown,
        spread=spread(one.stand for one in standings),
        spots=_spots(counted, asked_under),
        questionnaire=f"{common[0]} {common[1]}" if common else "",
        known=len(full),
        stale=sum(one.is_stale for one in standings),
    )


def _newest(quarters: Sequence[QuarterLine]) -> Period | None:
    return Period(quarters[0].year, quarters[0].quarter) if quarters else None


def _pillars(lines: Iterable[kept.PillarLine]) -> dict[int, dict[str, int | None]]:
    found: dict[int, dict[str, int | None]] = {}
    for line in lines:
        covered = (line.coverage or 0.0) >= LEAST_PILLAR_COVERAGE
        shown = _shown(line.score) if covered and line.score is not None else None
        found.setdefault(line.assessment_id, {})[line.pillar] = shown
    return found


def _shown(score: float) -> int:
    """Round a score as scoring does: 100 only where everything is proven."""
    return _WHOLE if score >= _WHOLE else min(_WHOLE - 1, half_up(score))


def _common(lines: Iterable[StandingLine]) -> tuple[str, str] | None:
    """Return name and major version of the questions that most systems were asked."""
    asked = Counter(
        (line.questionnaire, _major(line.version))
        for line in lines
        if line.questionnaire is not None and line.scope == "full"
    )
    return None if not asked else max(asked, key=lambda key: (asked[key], key[1]))


def _major(version: str | None) -> str:
    return (version or "").partition(".")[0]


def _standing(
    line: StandingLine,
    pillars: Mapping[int, Mapping[str, int | None]],
    trend: Mapping[tuple[int, int], float],
    at: Period,
    common: tuple[str, str] | None,
) -> Standing:
    quarters = [at.plus(back) for back in range(1 - QUARTERS, 1)]
    return Standing(
        line=line,
        pillars={} if line.assessment_id is None else pillars.get(line.assessment_id, {}),
        trend=tuple(trend.get((one.year, one.quarter)) for one in quarters),
        is_stale=line.period is not None and line.period != str(at),
        difference=_difference(line, common),
    )


def _difference(line: StandingLine, common: tuple[str, str] | None) -> Difference:
    if line.assessment_id is None or common is None:
        return "quick" if line.scope == "quick" else ""
    if line.scope == "quick":
        return "quick"
    return "" if (line.questionnaire, _major(line.version)) == common else "version"


def _questionnaires(workspace: Workspace, standings: Iterable[Standing]) -> tuple[Questionnaire, ...]:
    """Return the questionnaires behind the rows, those that can be compared first, most used first."""
    uses: Counter[tuple[bool, str, str]] = Counter()
    example: dict[tuple[bool, str, str], int] = {}
    for one in standings:
        line = one.line
        if line.assessment_id is not None:
            key = (bool(one.difference), line.questionnaire or "", line.version or "")
            uses[key] += 1
            example[key] = line.assessment_id
    ordered = sorted(uses, key=lambda key: (key[0], -uses[key], key))
    return tuple(workspace.questionnaire_of(example[key])[0] for key in ordered)


def _columns(
    asked_under: Sequence[Questionnaire], pillars: Mapping[int, Mapping[str, int | None]]
) -> tuple[PillarName, ...]:
    """Return the pillars that any row has, in the order of the questionnaires."""
    used = {pillar for row in pillars.values() for pillar in row}
    names: dict[str, str] = {}
    for questionnaire in asked_under:
        for pillar in questionnaire.pillars:
            if pillar.id in used:
                names.setdefault(pillar.id, pillar.name)
    return tuple(PillarName(id_, name) for id_, name in names.items())


def _spots(counted: Iterable[kept.SpotLine], asked_under: Sequence[Questionnaire]) -> tuple[Spot, ...]:
    """Name what is shared; the newest wording comes first, and what nobody asks any more is left out."""
    named: dict[SpotKey, tuple[str, str]] = {}
    for questionnaire in asked_under:
        for pillar, topic, question in questionnaire.walk():
            named.setdefault(SpotKey("topic", topic_id(pillar.id, topic.id)), (topic.name, pillar.name))
            named.setdefault(SpotKey("gate", question.id), (question.prompt, pillar.name))
    keys = ((SpotKey(line.kind, line.spot), line.count) for line in counted)
    return tuple(
        Spot(key=key, name=named[key][0], pillar=named[key][1], count=count)
        for key, count in keys
        if key in named
    )


def topic_id(pillar: str, topic: str) -> str:
    """Return how a topic is named over all pillars."""
    return f"{pillar}.{topic}"
